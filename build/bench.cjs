"use strict";
/** The bench as one bundle, so that it measures what is shipped: constants inlined across files, as in the bundles of the hosts. */
const path = require("node:path");
const { root, typescript, resolve } = require("./common.cjs");

module.exports = {
  mode: "production",
  target: "node20",
  entry: { bench: path.join(root, "bench/bench.ts"), memory: path.join(root, "bench/memory.ts") },
  output: { path: path.join(root, "dist/bench"), filename: "[name].cjs", clean: true },
  externals: { "@duckdb/node-api": "commonjs @duckdb/node-api" },
  optimization: { minimize: false },
  devtool: false,
  resolve,
  module: { rules: [typescript] },
  stats: "errors-warnings",
};
