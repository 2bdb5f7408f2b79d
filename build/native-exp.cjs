"use strict";
/** In place of @stdlib/math-base-special-exp, for the same reason as native-log.cjs. */
module.exports = Math.exp;
