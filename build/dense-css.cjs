"use strict";
/** A loader: the stylesheet as short as it means the same in Google Sheets, where the theme is always that of the system: nothing sets data-theme there. */
const { denseCss } = require("./script-text.cjs");

const ofSystem = (css) => css.replace(/[^{}]*\[data-theme="dark"\][^{}]*\{[^{}]*\}/g, "").replaceAll(':not([data-theme="light"])', "");

const long = new Map();
/** `--brand-strong` is `--brst`, where nothing else is: the names of colours stand in nearly every rule, and nothing outside of the stylesheets knows them. */
const shortNames = (css) => css.replace(/--([a-z][a-z-]*)/g, (whole, name) => {
  const short = name.split("-").map((word) => word.slice(0, 2)).join("");
  if (!long.has(short)) long.set(short, name);
  return long.get(short) === name ? `--${short}` : whole;
});

module.exports = (css) => shortNames(ofSystem(denseCss(css)));
