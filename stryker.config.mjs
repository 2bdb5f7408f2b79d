/** `npm run test:mutation`: does a test fail when the core says something else? Takes an hour, so it is no part of CI. */
import { resolve } from "node:path";

process.env.VORONKA_SHARED ??= resolve("../shared"); // the tests run in a copy of the project elsewhere

export default {
  mutate: ["src/core/**/*.ts"],
  testRunner: "jest",
  jest: { projectType: "custom", configFile: "jest.mutation.cjs", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  // What runs once while a file is loaded (lists of problems, constants) would need the whole suite for each mutant.
  ignoreStatic: true,
  // The texts of an error are read by nobody: the sentence is made from the name of the problem, in the catalogue.
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "reports/mutation.json" },
  thresholds: { high: 90, low: 85, break: 85 },
  ignorePatterns: ["dist", "docs", "examples", "reports", "src/hosts", "src/pane", "test/browser", "test/hosts", "test/pane", "test/rig"],
};
