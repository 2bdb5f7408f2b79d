"use strict";
/** In place of @stdlib/math-base-special-ln, which brings 70 modules that look for typed arrays and byte orders: V8 computes Math.log by the same fdlibm algorithm. */
module.exports = Math.log;
