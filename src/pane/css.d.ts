/** Stylesheets are taken into a bundle by webpack. */
declare module "*.css";
