/** `npm run test:mutation`: does a test fail when the core says something else? No part of CI. */
import { resolve } from "node:path";

process.env.VORONKA_SHARED ??= resolve("../shared"); // the tests run in a copy of the project elsewhere

export default {
  plugins: ["@stryker-mutator/mocha-runner"],
  mutate: ["src/core/**/*.ts"],
  testRunner: "mocha",
  mochaOptions: {
    require: ["tsx/cjs", "./build/mutation-globals.cjs"],
    spec: ["test/core/**/*.test.ts", "test/catalogue/examples.test.ts", "test/catalogue/cases.test.ts", "test/catalogue/pacing.test.ts"],
    "no-package": true,
  },
  coverageAnalysis: "perTest",
  // What runs once while a file is loaded (lists of problems, constants) would need a new process for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "reports/mutation.json" },
  thresholds: { high: 90, low: 85, break: 85 },
  ignorePatterns: ["dist", "docs", "examples", "reports", "src/hosts", "src/pane", "test/browser", "test/hosts", "test/pane", "test/rig/*", "!test/rig/best-of.ts"],
};
