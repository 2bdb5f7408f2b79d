"use strict";
module.exports = {
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.stryker-tmp/"],
  globalSetup: "<rootDir>/test/setup.mjs",
  transform: {
    "\\.(tsx?|m?js)$": ["@swc/jest", {
      jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic", importSource: "preact" } } },
      module: { type: "commonjs" },
    }],
  },
  transformIgnorePatterns: ["/node_modules/(?!(hucre|@sparticuz|lodash-es|nanoid|rbush|quickselect|kdbush|cjk-regex|unicode-regex|regexp-util|franc-min|trigram-utils|n-gram|collapse-white-space)/)", "/test/.*setup\\.mjs$"],
  reporters: ["default", "<rootDir>/test/summary.cjs"],
  testTimeout: 30000,
  maxWorkers: 2, // most of the time is spent waiting for a browser or an engine; one after the other they take twice as long
};
