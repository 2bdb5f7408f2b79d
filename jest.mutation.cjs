"use strict";
/** The tests that mutants of src/core run against: those of the core and of the catalogue, without bundles and browser. */
const { globalSetup: _setup, reporters: _reporters, ...config } = require("./jest.config.cjs");
module.exports = { ...config, testMatch: ["<rootDir>/test/core/**/*.test.ts", "<rootDir>/test/catalogue/**/*.test.ts"], testPathIgnorePatterns: ["(?:reference|properties)\\.test"] };
