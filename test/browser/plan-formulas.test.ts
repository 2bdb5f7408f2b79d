/** Formulas over a goal, put into the sheet from the pane: by keyboard alone, with the question before a cell is replaced, and without a violation of WCAG. */
import type { Browser, Page } from "playwright-core";
import type { Operation } from "../../src/plan/operation";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { inAugust } from "../pane/plan-example";
import { launchBrowser } from "./chromium";
import { cuts, misfits, THEMES, violations } from "./look";

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-formulas")]);
}, 60_000);
afterAll(() => browser.close());

const HEIGHT = 1600;
/** The fact of «Sales volume», typed into its row. */
const FACT: readonly Operation[] = [{ kind: "update", table: "goals", row: "ready-10", fields: { actual: 4_500_000 } }];
async function openFormulas(language: "en" | "ru", theme: keyof typeof THEMES = "light"): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 300, height: HEIGHT }, reducedMotion: "reduce", ...THEMES[theme] });
  page.setDefaultTimeout(5000);
  await openPane(page, built);
  // The sheet of goals, as far as the host in memory has to know it.
  await page.evaluate((given) => window.startPlan(given), { ...inAugust(language, FACT), places: true, names: { "PLAN_GOALS[#All]": "Goals!A1:B9", PLAN_ASOF: "Data!C1", PLAN_DAYS: "Data!C2" }, workbook: { Data: [["A", 1]], Goals: [["ID"]], Цели: [["ID"]] } });
  await page.getByRole("tab").nth(2).click();
  await page.locator(".plan-body:not([hidden]) button.row", { hasText: /Sales volume|Объём продаж/ }).first().click();
  await page.locator(".plan-body:not([hidden]) [data-opens*='formulas']").click();
  return page;
}
const code = (page: Page) => page.locator(".plan-body:not([hidden]) .formula code");
const log = (page: Page) => page.evaluate(() => window.planHost.log.filter((line) => line.startsWith("insert")));

test("by keyboard: a formula is chosen, its result stands beside it, an occupied cell is asked about, and the goal is a reference", async () => {
  const page = await openFormulas("en");
  await page.evaluate(() => window.planHost.select("Data!A1"));
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("progress");
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowDown");
  await expect(code(page).innerText()).resolves.toBe('=GOAL_VALUE(Goals!A2,PLAN_GOALS[#All],"pace",PLAN_ASOF,PLAN_DAYS)');
  // 4.5m of the 6m that are expected after 33 of 66 working days
  await expect(page.locator(".tick", { hasText: "Pace" }).innerText()).resolves.toMatch(/75%/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").waitFor();
  expect(await log(page)).toHaveLength(1);
  await page.getByRole("button", { name: "Replace" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".insert .done").waitFor();
  expect((await log(page)).at(-1)).toBe('insert A1 =GOAL_VALUE(Goals!A2,PLAN_GOALS[#All],"pace",PLAN_ASOF,PLAN_DAYS) 0.0%');
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Insert formula");
  await page.close();
});

test("not into the table of goals itself, and in the notation of the user", async () => {
  const page = await openFormulas("ru");
  await page.evaluate(() => window.planHost.select("Цели!C9"));
  await page.locator(".formula code", { hasText: "GOAL_VALUE" }).waitFor();
  await expect(code(page).innerText()).resolves.toBe('=GOAL_VALUE(Цели!A2;PLAN_GOALS[#All];"progress")');
  await page.getByRole("button", { name: "Вставить формулу" }).click();
  await page.locator(".placing").waitFor();
  expect(await log(page)).toEqual([]);
  await page.close();
});

test("tasks move a milestone only where a person takes them for its fact, and the form stays right in any width", async () => {
  const page = await openFormulas("ru");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.locator(".plan-body:not([hidden]) button.row", { hasText: "Новая воронка в CRM запущена" }).first().click();
  const faults: string[] = [];
  const look = async () => {
    for (const width of [270, 500, 300]) {
      await page.setViewportSize({ width, height: HEIGHT });
      faults.push(...[...(await violations(page)), ...(await misfits(page)), ...(await cuts(page))].map((fault) => `${width} px: ${fault}`));
    }
  };
  await look();
  await page.getByRole("button", { name: "Взять долю её выполненных задач" }).focus();
  await page.keyboard.press("Enter");
  const formula = page.locator(".plan-body:not([hidden]) .formula-text");
  await formula.waitFor();
  await page.waitForFunction(() => document.activeElement?.className === "formula-text");
  expect(await formula.inputValue()).toMatch(/^=IFERROR\(\(COUNTIFS\(Задачи!\$A:\$A;"G-011";.*COUNTIF\(Задачи!\$A:\$A;"G-011 \*"\).*;0\)$/);
  await look();
  await page.locator(".plan-body:not([hidden]) button.main").click();
  await page.waitForFunction(async () => (await window.planHost.plan.load())!.plan.rows.goals[10]!.formulas["actual"]?.includes('COUNTIFS(Задачи!$A:$A,"G-011 *"'));
  expect(faults).toEqual([]);
  await page.close();
});

test.each([["light", "ru"], ["dark", "en"], ["forced colours", "ru"]] as const)("%s, %s: nothing is wrong in any width", async (theme, language) => {
  const page = await openFormulas(language, theme);
  const faults: string[] = [];
  for (const width of [270, 300, 350, 500]) {
    await page.setViewportSize({ width, height: HEIGHT });
    faults.push(...[...(await violations(page)), ...(await misfits(page))].map((fault) => `${width} px: ${fault}`));
  }
  if (process.env["SHOTS"]) await page.setViewportSize({ width: 300, height: 900 }).then(() => page.screenshot({ path: `${process.env["SHOTS"]}/formulas-${theme}-${language}.png` }));
  expect(faults).toEqual([]);
  await page.close();
});
