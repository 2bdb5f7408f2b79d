/** What the tests of the look of the plan share: a state is a plan and the way to a screen; each is seen in every theme, language and width. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { inAugust } from "../pane/plan-example";
import type { PlanSettings } from "../pane/plan-page";
import { launchBrowser } from "./chromium";
import { cuts, misfits, THEMES, violations } from "./look";

export type Lang = "en" | "ru";
export type State = { readonly settings?: (language: Lang) => PlanSettings; readonly go: (page: Page) => Promise<void> };

export const WIDTHS = [270, 300, 350, 500];
/** As high as the longest screen: what lies under the bar at the bottom could not be judged. */
const HEIGHT = 8000;
export const LOOKS = [["light", "ru"], ["light", "en"], ["dark", "ru"], ["dark", "en"], ["forced colours", "ru"]] as const;

export const toPlan = async (page: Page) => page.getByRole("tab").nth(2).click();
export const toPhase = async (page: Page, phase: "plan" | "organize" | "lead" | "control") => {
  await toPlan(page);
  await page.locator(`[data-phase="${phase}"]`).click();
};
export const unfold = async (page: Page) => {
  const closed = page.locator(".plan-body:not([hidden]) details:not([open]) > summary:visible");
  while ((await closed.count()) > 0) await closed.first().click();
};
/** Presses the first button of the screen that opens `what`, a part of the screen as JSON. */
export const opens = (page: Page, what: string) => page.locator(`.plan-body:not([hidden]) [data-opens*='${what}']`).first().click();

/** A plan in a pane of its own; the one before is gone. */
export async function begin(page: Page, settings: PlanSettings): Promise<void> {
  await page.evaluate((given) => {
    document.querySelector("#pane")!.replaceWith(Object.assign(document.createElement("div"), { id: "pane" }));
    window.startPlan(given);
  }, settings);
}

/** To look at: `SHOTS=folder npx jest …`. As high as the screen needs. */
async function picture(page: Page, path: string): Promise<void> {
  const { width } = page.viewportSize()!;
  const height = await page.evaluate(() => Math.max(...[...document.querySelectorAll(".plan-body:not([hidden]) *, .first *")].map((each) => each.getBoundingClientRect().bottom)) + (document.querySelector(".plan-foot")?.clientHeight ?? 0) + 20);
  await page.setViewportSize({ width, height: Math.min(HEIGHT, Math.ceil(height)) });
  await page.screenshot({ path });
}

/** One page for each theme and language, and in it each of the states at each width. */
export function testLooks(states: Readonly<Record<string, State>>, name: string): { readonly page: (options: BrowserContextOptions) => Promise<Page> } {
  let browser: Browser;
  let built: Bundle;
  beforeAll(async () => {
    [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", name)]);
  }, 60_000);
  afterAll(() => browser.close());
  const open = async (options: BrowserContextOptions): Promise<Page> => {
    const page = await browser.newPage(options);
    page.setDefaultTimeout(5000);
    await openPane(page, built);
    return page;
  };

  describe.each(LOOKS)("%s, %s", (theme, language) => {
    let page: Page;
    const faults: string[] = [];
    beforeAll(async () => {
      page = await open({ viewport: { width: 300, height: HEIGHT }, reducedMotion: "reduce", ...THEMES[theme] });
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => message.type() === "error" && faults.push(message.text())); // what the policy refuses is told here, too
    });
    afterAll(() => page.close());
    test.each(Object.keys(states))("%s", async (state) => {
      const { settings = inAugust, go } = states[state]!;
      faults.length = 0;
      await begin(page, settings(language));
      await go(page);
      for (const width of theme === "forced colours" ? [300] : WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        faults.push(...[...(await violations(page)), ...(await misfits(page)), ...(await cuts(page))].map((fault) => `${width} px: ${fault}`));
        if (process.env["SHOTS"]) await picture(page, `${process.env["SHOTS"]}/${state}-${theme}-${language}-${width}.png`);
      }
      expect(faults).toEqual([]);
    });
  });
  return { page: open };
}
