"use strict";
const path = require("node:path");

const root = path.resolve(__dirname, "..");

/** TypeScript and TSX to ES2020; types are checked by `tsc`, apart from the bundles. */
const typescript = {
  test: /\.tsx?$/,
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        target: "es2020",
        parser: { syntax: "typescript", tsx: true },
        // As tsc takes the fields of a class where the target has none: each module would bring a function that defines them.
        transform: { useDefineForClassFields: false, react: { runtime: "automatic", importSource: "preact" } },
      },
    },
  },
};
const resolve = {
  extensions: [".tsx", ".ts", ".mjs", ".js"],
  alias: {
    "@stdlib/math-base-special-ln": path.join(__dirname, "native-log.cjs"),
    "@stdlib/math-base-special-exp": path.join(__dirname, "native-exp.cjs"),
    "@stdlib/number-float64-base-set-low-word": path.join(__dirname, "low-word.cjs"),
  },
};

/** The catalogue itself, for what is generated from it during a build: the TypeScript sources are read directly. */
function catalogueSource(file) {
  require("tsx/cjs");
  return require(path.join(root, "src", file));
}

module.exports = { root, typescript, resolve, catalogueSource };
