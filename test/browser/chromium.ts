import { chromium, type Browser } from "playwright-core";

/**
 * A test with a browser is tried once more before it counts as failed: of hundreds, one click in a busy minute comes too early. The first
 * failure is printed, so that a race in the product is seen and looked into.
 */
if (typeof jest === "object") jest.retryTimes(1, { logErrorsBeforeRetry: true }); // the pictures are made without a test runner

/** The browser of the tests (setup.mjs). `--no-sandbox` because tests may run as root; no other flag: web security stays on. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"];
  if (!executablePath) throw new Error("no browser: run the tests through npm test, or set CHROMIUM");
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
