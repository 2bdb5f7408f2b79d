"use strict";
/**
 * All bundles: `webpack` builds dist/excel, dist/google and dist/workbench; `--config-name excel` one of them.
 * `--env namespace=SALES` puts a prefix before the function names in Excel; `--env host=https://…` is where dist/excel will be served.
 */
module.exports = (env = {}) => [
  ...require("./build/excel.cjs")(env),
  ...require("./build/google.cjs")(env),
  ...require("./build/workbench.cjs")(env),
];
