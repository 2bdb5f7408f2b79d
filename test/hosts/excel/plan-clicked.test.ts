/** @jest-environment node */
/** A plan out of one's own table, and its report, clicked through in the pane of Excel: the bundle of production under the real office.js. */
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../browser/chromium";
import { cuts, misfits } from "../../browser/look";
import { DATA_WORDS } from "../../../src/pane/plan/data/words";
import { FIRST_WORDS } from "../../../src/pane/plan/first-words";
import { PLAN_WORDS } from "../../../src/pane/plan/words";
import { REPORT_SCREEN_WORDS } from "../../../src/pane/plan/report/words";
import { openExcel } from "../../rig/excel/open";
import { dealsBook } from "../../pane/deals-book";

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each<["en" | "ru", string]>([["en", "en-US"], ["ru", "ru-RU"]])("%s, 320 px: the table is found, its columns confirmed, the plan made with live facts, the report made as a sheet", async (language, locale) => {
  const excel = await openExcel({ browser, locale, width: 320, height: 1500 });
  const { frame, page } = excel;
  const book = dealsBook(language, 120);
  await page.evaluate((sheets) => {
    const { workbook } = (globalThis as unknown as { excel: { workbook: { Worksheets: { Add(name: string): { enter(row: number, column: number, value: unknown): void } } } } }).excel;
    for (const [name, rows] of Object.entries(sheets)) {
      const sheet = workbook.Worksheets.Add(name);
      rows.forEach((row, i) => row.forEach((value, j) => { if (value !== null && value !== undefined) sheet.enter(i, j, value); }));
    }
  }, book as Record<string, unknown[][]>);
  const faults: string[] = [];
  /** The screen as it is, at which somebody looked: `SHOTS=folder npx jest …`. */
  const look = async (name: string) => {
    faults.push(...[...(await misfits(frame )), ...(await cuts(frame))].map((fault) => `${name}: ${fault}`));
    if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/excel-${name}-${language}.png` });
  };
  await frame.getByRole("tab").nth(2).click();
  await frame.getByRole("button", { name: FIRST_WORDS.data[language] }).click();
  await frame.getByText(DATA_WORDS.where[language]).waitFor();
  await look("tables");
  await frame.locator("[data-table]").first().click();
  await frame.getByText(DATA_WORDS.areRight[language]).waitFor();
  await look("columns");
  await frame.getByRole("button", { name: DATA_WORDS.count[language] }).click();
  await frame.locator(".found").waitFor();
  await look("found");
  await frame.getByRole("button", { name: FIRST_WORDS.create[language] }).click();
  await frame.getByText(PLAN_WORDS.inWorkbook[language]).waitFor();
  await look("goals");
  const actual = await excel.run(({ excel: { workbook } }) => {
    const { sheet, block } = workbook.Tables.GetItem("PLAN_GOALS");
    return Array.from({ length: block.columns }, (_, i) => String(sheet.cell(1, i).formula ?? "")).filter((formula) => formula.includes("SUMIFS"));
  });
  expect(actual).toEqual([expect.stringMatching(/^=SUMIFS\('?(?:Deals|Сделки)/)]);
  await excel.run(({ press }) => press("VoronkaControl"));
  await frame.locator('[data-opens*="report"]:visible').first().click();
  await frame.getByRole("button", { name: REPORT_SCREEN_WORDS.make[language] }).click();
  await frame.locator(".report-sheet .buttons").waitFor();
  await look("report");
  expect((await excel.run(({ excel: { workbook } }) => workbook.Worksheets.items.map(({ Name }) => Name))).at(-1)).toMatch(/^(?:Report|Отчёт) 20/);
  expect([...faults, ...excel.problems]).toEqual([]);
  await excel.close();
});
