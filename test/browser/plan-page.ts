/** The pane of the plan by itself, over a store in memory, in one page for all tests of a file. */
import type { Browser, Page } from "playwright-core";
import { bundle, openPane } from "../pane/built-page";
import { launchBrowser } from "./chromium";

/**
 * @param name of the bundle: one for each file of tests, because files run side by side
 * @param take gets the page before the first test
 */
export function onPlanPage(name: string, take: (page: Page) => void, viewport: { readonly width: number; readonly height: number } = { width: 300, height: 900 }): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(5000);
    await openPane(page, await bundle("test/pane/plan-page.ts", name));
    take(page);
  }, 60_000);
  afterAll(() => browser.close());
}
