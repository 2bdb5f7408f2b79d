import { chromium, type Browser } from "playwright-core";

/** The browser of the tests (setup.mjs). `--no-sandbox` because tests may run as root; no other flag: web security stays on. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"];
  if (!executablePath) throw new Error("no browser: run the tests through npm test, or set CHROMIUM");
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
