"use strict";
/** A loader: the stylesheet as short as it means the same in Google Sheets, where the theme is always that of the system: nothing sets data-theme there. */
const { denseCss } = require("./script-text.cjs");

const ofSystem = (css) => css.replace(/[^{}]*\[data-theme="dark"\][^{}]*\{[^{}]*\}/g, "").replaceAll(':not([data-theme="light"])', "");

module.exports = (css) => ofSystem(denseCss(css));
