"use strict";
/** A loader before the compiler: elements are made by `h(tag, props, …children)`, which takes less room than `jsx(tag, { …, children })`. */
module.exports = (source) => `import { h as element_, Fragment as fragment_ } from "preact";${source}`;
