/** Problems become notes in the cells by a press and go by another, by keyboard alone; nothing is written unasked. */
import type { Browser, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { inAugust } from "../pane/plan-example";
import { PROBLEM_WORDS } from "../../src/pane/plan/problems/words";
import { launchBrowser } from "./chromium";
import { begin, toPlan } from "./plan-states";

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-notes")]);
}, 60_000);
afterAll(() => browser.close());

async function opened(language: "en" | "ru", notes?: { readonly left: number }): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 300, height: 800 } });
  page.setDefaultTimeout(5000);
  await openPane(page, built);
  await begin(page, { ...inAugust(language), ...(notes && { notes }) });
  await toPlan(page);
  await page.locator(".badge").press("Enter");
  await page.locator(".problem-line").first().waitFor();
  return page;
}
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
const told = (page: Page) => page.locator(".plan-body:not([hidden]) [role=status]").innerText();
const written = (page: Page) => page.evaluate(() => window.planHost.notes);

test.each(["en", "ru"] as const)("written, counted, and removed (%s)", async (language) => {
  const page = await opened(language, { left: 1 });
  expect(await written(page)).toEqual([]);
  await press(page, PROBLEM_WORDS.write[language]);
  await page.locator("[role=status] p").nth(1).waitFor();
  const notes = await written(page);
  expect(notes.length).toBeGreaterThan(3);
  expect(notes.every(({ row, lines }) => row !== "" && lines.every((line) => /^V\d\d ./.test(line)))).toBe(true);
  expect((await told(page)).split(/\n+/)).toEqual([PROBLEM_WORDS.written[language].replace("{0}", String(notes.length - 1)).replace("{1}", "0"), PROBLEM_WORDS.left[language].replace("{0}", "1")]);
  await press(page, PROBLEM_WORDS.remove[language]);
  await page.waitForFunction(() => document.querySelectorAll(".plan-body:not([hidden]) [role=status] p").length === 1);
  expect([await written(page), await told(page)]).toEqual([[], PROBLEM_WORDS.written[language].replace("{0}", "0").replace("{1}", String(notes.length))]);
  await page.close();
});

test("a refusal is told, and it can be tried again; meanwhile nothing is written twice", async () => {
  const page = await opened("en", { left: 0 });
  await page.evaluate(() => (window.planHost.fault = "The sheet is protected."));
  await press(page, PROBLEM_WORDS.write.en);
  expect(await page.getByRole("alert").innerText()).toMatch(/The sheet is protected/);
  await page.evaluate(() => ((window.planHost.fault = null), (window.planHost.slow = 300)));
  await press(page, PROBLEM_WORDS.write.en);
  expect(await told(page)).toBe(PROBLEM_WORDS.writing.en);
  await press(page, PROBLEM_WORDS.remove.en);
  await page.waitForFunction(() => /\d/.test(document.querySelector(".plan-body:not([hidden]) [role=status]")!.textContent!));
  expect((await written(page)).length).toBeGreaterThan(3);
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.close();
});

test("a program without notes says so and offers no button", async () => {
  const page = await opened("en");
  expect(await page.getByText(PROBLEM_WORDS.noNotes.en).count()).toBe(1);
  expect(await page.getByRole("button", { name: PROBLEM_WORDS.write.en }).count()).toBe(0);
  await page.close();
});
