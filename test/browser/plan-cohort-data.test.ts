/** Shares and leads of earlier periods counted from a table of deals: chosen, seen with what is behind each, put into the fields, kept as one action. */
import type { Page } from "playwright-core";
import { firstOfMonth, monthOf } from "../../src/core/calendar";
import type { Cell } from "../../src/catalogue/grid";
import { QUARTER, inAugust } from "../pane/plan-example";
import type { PlanSettings } from "../pane/plan-page";
import { begin, opens, testLooks, toPlan, type Lang } from "./plan-states";

const HEADERS = { en: ["Deal", "Stage", "Created", "Closed", "Amount"], ru: ["Сделка", "Этап", "Создана", "Закрыта", "Сумма"] } as const;
const STAGES = { en: ["Lead", "Won", "Lost"], ru: ["Лид", "Продажа", "Отказ"] } as const;
const SHEETS = { en: ["Deals", "Sales"], ru: ["Сделки", "Продажи"] } as const;

/** Of the six quarters before July 2026: 20 leads in the first of them, then 50; 2 % are won in their own quarter, 8 % in the next, 4 % in the third. */
function dealsOf(language: Lang): readonly (readonly Cell[])[] {
  const [lead, won, lost] = STAGES[language];
  const quarter = (n: number): number => firstOfMonth(monthOf(QUARTER.from) - 18 + n * 3);
  const rows: Cell[][] = [];
  for (let n = 0; n < 6; n += 1) {
    const count = n === 0 ? 20 : 50;
    for (let i = 0; i < count; i += 1) {
      const share = i / count;
      const wonIn = share < 0.02 ? 0 : share < 0.1 ? 1 : share < 0.14 ? 2 : null;
      const isKnown = wonIn !== null && n + wonIn < 6;
      const created = quarter(n) + (i % 80);
      rows.push([`D-${rows.length}`, isKnown ? won : i % 2 ? lost : lead, created, isKnown ? Math.max(created, quarter(n + wonIn) + 40) : i % 2 ? created + 3 : "", isKnown ? 100_000 : 0]);
    }
  }
  // What cannot be placed, and the last day of the table.
  rows.push(["X-1", lead, "", "", 0], ["X-2", won, quarter(5) + 20, quarter(5) + 10, 100_000], ["X-3", lead, quarter(6) - 1, "", 0]);
  return [HEADERS[language], ...rows];
}
const settings = (language: Lang): PlanSettings => {
  const [, , , closed, amount] = HEADERS[language];
  const sales: Cell[][] = [[closed, language === "ru" ? "Клиент" : "Customer", amount], [QUARTER.from - 40, "A", 100], [QUARTER.from - 20, "B", 200]];
  return { ...inAugust(language), workbook: { [SHEETS[language][0]]: dealsOf(language) as Cell[][], [SHEETS[language][1]]: sales } };
};

const toCohorts = async (page: Page) => {
  await toPlan(page);
  await opens(page, "backward");
  await opens(page, "cohorts");
};
const count = async (page: Page) => {
  await opens(page, "cohortData");
  await page.locator("[data-table]").first().click();
  await page.locator('[data-field="created"]').waitFor();
  await page.locator("button.main").click();
  await page.locator(".found h3").waitFor();
};

const look = testLooks({
  "counted cohorts": { settings, go: async (page) => {
    await toCohorts(page);
    await page.locator('[data-field="rate0"]').fill("7");
    await count(page);
  } },
  "cohorts out of the table": { settings, go: async (page) => {
    await toCohorts(page);
    await count(page);
    await page.locator("button.main").click();
    await page.locator('[data-field="rate0"]').waitFor();
  } },
}, "plan-cohort-data");

const opened = async (language: Lang = "en"): Promise<Page> => {
  const page = await look.page({ viewport: { width: 300, height: 2600 } });
  await begin(page, settings(language));
  await toCohorts(page);
  return page;
};
const found = async (page: Page) => (await page.locator(".found").innerText()).replace(/\u00a0/g, " ").replace(/\u2011/g, "-");
const fields = (page: Page) => page.locator('.plan-body:not([hidden]) input[type="text"], .plan-body:not([hidden]) input[inputmode]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

test("by keyboard: the table is chosen and confirmed, each share stands with its leads, few are marked; the fields are filled, kept as one action, and undone as one", async () => {
  const page = await opened();
  await page.locator("[data-opens*='cohortData']").focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-table="Deals"]').press("Enter");
  await page.locator('[data-field="created"]').waitFor();
  await page.locator("button.main").press("Enter");
  await page.locator(".found h3").waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("What your data say");
  expect(await found(page)).toMatch(/Table: 1 Jan 2025 – 30 Jun\. Each share: of the last 12 months/);
  expect(await found(page)).toMatch(/2026-Q3\s+share [\d.]+%: 4 of 201\s+2026-Q2\s+leads: 51\s+share 8%: 16 of 200\s+2026-Q1\s+leads: 50\s+share 4\.1%: 7 of 170\s/);
  expect(await found(page)).toMatch(/2025-Q2\s+leads: 50\s+share 0%: 0 of 20\s+few: 20 leads/);
  expect(await found(page)).toContain("Left out: Created: no date – 1, row 272; Closed: won before it was created – 1, row 273.");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Fill in");
  await page.keyboard.press("Enter");
  await page.locator('[data-field="rate0"]').waitFor();
  expect(await fields(page)).toEqual(expect.arrayContaining(["1.99", "51", "8", "50"]));
  expect(await page.evaluate(() => window.planHost.saved.length)).toBe(0);
  await page.getByRole("button", { name: "Keep these numbers" }).press("Enter");
  const saved = await page.evaluate(() => window.planHost.saved.map((operations) => operations.map((operation) => ("fields" in operation ? operation.fields["name"] : ""))));
  expect(saved).toHaveLength(1);
  // Of how many leads a share is, is kept with it, on the sheet too, until another is typed.
  const behind = async (age: number) => (await page.locator(".field", { has: page.locator(`[data-field="rate${age}"]`) }).innerText()).replace(/\u00a0/g, " ");
  expect([await behind(0), await behind(5)]).toEqual([expect.stringMatching(/4 of 201$/), expect.stringMatching(/0 of 20\s+few: 20 leads$/)]);
  const about = () => page.evaluate(async () => (await window.planHost.plan.load())!.plan.rows.settings.flatMap(({ fields }) => (fields.name === "PLAN_RATE_QUARTER_5" ? [fields.about] : [])));
  expect(await about()).toEqual(["Deals: 0 of 20."]);
  await page.locator('[data-field="rate5"]').fill("1");
  expect(await behind(5)).not.toContain("few");
  await page.getByRole("button", { name: "Keep these numbers" }).press("Enter");
  expect(await behind(5)).not.toContain("few");
  expect(await about()).toEqual([null]);
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await page.waitForFunction(() => /few: 20/.test(document.body.innerText.replace(/\u00a0/g, " ")));
  expect(saved[0]).toEqual(expect.arrayContaining(["PLAN_RATE_QUARTER_0", "PLAN_RATE_QUARTER_5", "PLAN_LEADS_2026_Q2"]));
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLInputElement>('[data-field="rate0"]')].every(({ value }) => value === ""));
  await page.close();
});

test("what is typed stays unless one says that it is to be replaced", async () => {
  const page = await opened();
  await page.locator('[data-field="rate0"]').fill("7");
  await count(page);
  expect(await page.locator(".found button").allInnerTexts()).toEqual(["Fill in the blanks", "Replace mine, too: 1"]);
  await page.getByRole("button", { name: "Fill in the blanks" }).click();
  expect(await Promise.all(["rate0", "rate1"].map((field) => page.locator(`[data-field="${field}"]`).inputValue()))).toEqual(["7", "8"]);
  await count(page);
  expect(await page.locator(".found button").allInnerTexts()).toEqual(["Replace mine, too: 1"]);
  await page.getByRole("button", { name: "Replace mine, too: 1" }).click();
  expect(await page.locator('[data-field="rate0"]').inputValue()).toBe("1.99");
  await page.close();
});

test("what cannot be counted is told with its reason: a list of sales, and a table without the column", async () => {
  const page = await opened();
  await opens(page, "cohortData");
  await page.getByText("Other sheets: 1").click();
  await page.locator('[data-table="Sales"]').click();
  await page.locator("button.main").click();
  expect(await page.getByRole("alert").innerText()).toBe("All rows are won. Shares need the other leads, too.");
  await page.locator(".data-head button").click();
  await page.locator(".data-head button").click();
  await page.locator('[data-table="Deals"]').click();
  await page.locator('[data-field="created"]').selectOption("");
  await page.locator("button.main").click();
  await page.locator(".found h3").waitFor();
  expect(await page.getByRole("alert").innerText()).toMatch(/^Without the column “Created/);
  expect(await page.locator(".found button").count()).toBe(0);
  await page.close();
});
