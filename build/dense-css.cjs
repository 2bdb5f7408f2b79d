"use strict";
/** A loader: the stylesheet as short as it means the same. */
const { denseCss } = require("./script-text.cjs");

module.exports = denseCss;
