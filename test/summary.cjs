"use strict";
/** The last line of a run: `N passed, N failed`, and how many were skipped by name. */
module.exports = class Summary {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    // After the default reporter, which writes to stderr.
    process.on("exit", () => console.log(`${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`));
  }
};
