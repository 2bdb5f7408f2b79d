"use strict";
/** In place of @stdlib/number-float64-base-set-low-word, which first finds out the byte order of the machine: all hosts are little-endian. */
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
module.exports = (value, low) => {
  number[0] = value;
  words[0] = low;
  return number[0];
};
