/** The built Plan.html over the built Plan.js: a plan is started, changed and read again, in the width of a sidebar. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../browser/chromium";
import { FakeSheet, fakeSpreadsheet, type FakeSpreadsheet } from "../../rig/google/services";
import { sheetDate } from "../../rig/google/zone";
import { openSidebar } from "../../rig/google/sidebar";

jest.setTimeout(120_000);
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${name}.png` });
};
const openPlan = (spreadsheet: FakeSpreadsheet, width = 300) => openSidebar({ browser, spreadsheet, file: "Plan", width });
const column = (sheet: FakeSheet, header: string): readonly unknown[] => {
  const at = Array.from({ length: sheet.maxColumns }, (_, i) => sheet.values.get(`1,${i + 1}`)).indexOf(header) + 1;
  return Array.from({ length: sheet.last(0) - 1 }, (_, i) => sheet.at(i + 2, at));
};

test("a form that is half filled in is there again after another sidebar took its place, and gone once it is saved", async () => {
  const spreadsheet = fakeSpreadsheet({ userLocale: "en", locale: "en_US", zone: "Europe/Moscow", sheets: [new FakeSheet("Data")] });
  const { page, close } = await openPlan(spreadsheet);
  await page.locator('[data-way="ready"]').click();
  await page.locator('select:has(option[value="thisQuarter"])').selectOption("thisQuarter");
  await page.locator("button.main:visible").click();
  const goal = async () => {
    await page.locator(".plan").waitFor({ timeout: 60_000 });
    await page.locator(`.plan-body:not([hidden]) .row[data-opens*='"goal"']`).first().click();
    return page.locator('.plan-body:not([hidden]) [data-field="owner"]').inputValue();
  };
  const usual = await goal();
  await page.locator('.plan-body:not([hidden]) [data-field="owner"]').fill("Vera");
  await page.goto("about:blank");
  await page.goto("https://sidebar.test/");
  expect(await goal()).toBe("Vera");
  await page.getByText("You had typed this before and not saved it.").waitFor();
  await shot(page, "kept");
  await page.locator('.plan-body:not([hidden]) button[type="submit"]').click();
  await until(() => column(spreadsheet.find("Goals")!, "Owner")[0] === "Vera");
  await page.goto("https://sidebar.test/");
  expect([usual, await goal()]).toEqual(["Head of sales", "Vera"]);
  expect(await page.getByText("You had typed this before").count()).toBe(0);
  await close();
});

test.each([
  ["en", "en_US", 300, { goals: "Goals", name: "Goal", checkIns: "Check-ins", value: "Value", target: "Target" }],
  ["ru", "ru_RU", 300, { goals: "Цели", name: "Цель", checkIns: "Замеры", value: "Значение", target: "План" }],
] as const)("a ready-made plan, an edited goal, a check-in, another opening: %s, %s, %d px", async (userLocale, locale, width, words) => {
  const spreadsheet = fakeSpreadsheet({ userLocale, locale, zone: "Europe/Moscow", sheets: [new FakeSheet("Data")] });
  const { page, problems, requested, close } = await openPlan(spreadsheet, width);
  expect(await page.locator('[role="tab"][aria-selected="true"]').textContent()).toBe(userLocale === "en" ? "Plan" : "План");
  await page.locator('[data-way="ready"]').click();
  await shot(page, `${userLocale}-first`);
  await page.locator('select:has(option[value="thisQuarter"])').selectOption("thisQuarter"); // it has begun, whatever day it is
  await page.locator("button.main:visible").click();
  await page.locator(".plan").waitFor({ timeout: 60_000 });
  await shot(page, `${userLocale}-plan`);
  const goals = spreadsheet.find(words.goals)!;
  expect(column(goals, words.name).length).toBe(11);
  expect(spreadsheet.selection()).toBe("Data!A1"); // nothing has jumped to the front

  await page.locator(`.plan-body:not([hidden]) .row[data-opens*='"goal"']`).first().click();
  await page.locator('[data-field="target"]').first().fill("777");
  await page.locator(".plan-body:not([hidden]) textarea").last().fill("+1 = less"); // why: a plan after its start
  await page.locator('.plan-body:not([hidden]) button[type="submit"]').click();
  await shot(page, `${userLocale}-goal`);
  await until(() => column(goals, words.target)[0] === 777);
  await page.locator('[data-phase="control"]').click();
  await page.locator('.doors [data-opens*="queue"]').click();
  await page.locator('.check-in input[data-field="value"]').first().fill("12");
  await page.locator('.check-in input[data-field="value"]').first().press("Enter");
  await until(() => (spreadsheet.find(words.checkIns)?.last(0) ?? 0) > 1);
  expect(column(spreadsheet.find(words.checkIns)!, words.value)).toEqual([12]);
  await shot(page, `${userLocale}-control`);
  await page.locator('[data-phase="control"]').click();
  await page.locator('[data-opens*="report"]:visible').first().click();
  await page.locator(".report-sheet button.main").click();
  await page.locator(".report-sheet .buttons").waitFor();
  const report = spreadsheet.sheets.at(-1)!;
  expect([report.name, report.at(1, 1), report.charts.map(({ type }) => type).sort()]).toEqual([expect.stringContaining(userLocale === "en" ? "Report 20" : "Отчёт 20"), report.name, expect.arrayContaining(["BAR", "COMBO"])]);
  await shot(page, `${userLocale}-report`);
  await page.locator(".report-sheet .buttons button").last().click();
  await until(() => !spreadsheet.sheets.includes(report));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await close();

  const again = await openPlan(spreadsheet, width);
  await again.page.locator(".plan").waitFor();
  expect((await again.page.locator(".plan-body:not([hidden])").textContent())?.replace(/\s/g, " ")).toContain("777");
  expect([problems, again.problems, requested, again.requested]).toEqual([[], [], ["https://sidebar.test/"], ["https://sidebar.test/"]]);
  await again.close();
});

test("a plan out of a table of the spreadsheet: read by the script, its people and stages taken, a fact as a formula in the notation of the file", async () => {
  const won = (deal: string, owner: string, month: string, amount: number) => [deal, "Акме", owner, "Продажа", sheetDate(`2026-${month}-10`, "Europe/Moscow"), amount];
  const deals = new FakeSheet("Мои сделки").put("A1", [
    ["Сделка", "Клиент", "Менеджер", "Этап", "Закрыта", "Сумма"], ...["01", "02", "03", "04", "05", "06"].flatMap((month, i) => [won(`а${i}`, "Анна", month, 100_000), won(`б${i}`, "Борис", month, 50_000)]),
    ["в", "Бета", "Анна", "Отказ", sheetDate("2026-06-20", "Europe/Moscow"), 0], ["г", "Бета", "Анна", "Продажа", sheetDate("2026-06-20", "Europe/Moscow"), ""],
  ]);
  const spreadsheet = fakeSpreadsheet({ userLocale: "ru", locale: "ru_RU", zone: "Europe/Moscow", sheets: [deals, new FakeSheet("Data")] });
  const { page, problems, close } = await openPlan(spreadsheet);
  await page.locator('[data-way="data"]').click();
  await page.locator("[data-table]").first().click();
  await page.locator('[data-field="won"]').waitFor();
  await page.locator("button.main:visible").click();
  await page.locator(".found").waitFor();
  expect((await page.locator(".found").textContent())?.replace(/\s/g, " ")).toContain("Не учтено: выиграна, но нет суммы – 1");
  await shot(page, "data");
  await page.locator("button.main:visible").click();
  await page.locator(".plan").waitFor({ timeout: 60_000 });
  expect(column(spreadsheet.find("Команда")!, "Сотрудник").slice(0, 2)).toEqual(["Анна", "Борис"]);
  expect([...spreadsheet.find("Цели")!.formulas.values()].find((formula) => formula.includes("SUMIFS"))).toMatch(/^=SUMIFS\('Мои сделки'!\$F:\$F;'Мои сделки'!\$D:\$D;"=Продажа";'Мои сделки'!\$E:\$E;">="&DATE\(\d+;\d+;\d+\);/);
  expect(problems).toEqual([]);
  await close();
});

test("what is refused is told, kept over a reload of the sidebar, and written when it can be", async () => {
  const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")] });
  const { page, problems, close } = await openPlan(spreadsheet);
  await page.locator('[data-way="ready"]').click();
  await page.locator("button.main:visible").click();
  await page.locator(".plan").waitFor({ timeout: 60_000 });
  spreadsheet.lock = "busy";
  await page.locator(`.plan-body:not([hidden]) .row[data-opens*='"goal"']`).first().click();
  await page.locator('[data-field="name"]').first().fill("=Kept goal");
  await page.locator('.plan-body:not([hidden]) button[type="submit"]').click();
  await page.getByText(/somebody else is saving/).first().waitFor();
  await shot(page, "refused");
  expect(column(spreadsheet.find("Goals")!, "Goal")).not.toContain("=Kept goal");
  await page.reload();
  await page.locator(".plan").waitFor();
  spreadsheet.lock = "free";
  await page.reload();
  await until(() => column(spreadsheet.find("Goals")!, "Goal")[0] === "=Kept goal");
  expect([...spreadsheet.find("Goals")!.formulas.values()]).not.toContain("=Kept goal");
  expect(problems).toEqual([]);
  await close();
});

test("a start whose answers are all lost on their way has made the plan once, and shows it", async () => {
  const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")] });
  const { page, wire, close } = await openPlan(spreadsheet);
  wire.loses = (method) => method === "save";
  await page.locator('[data-way="ready"]').click();
  await page.locator("button.main:visible").click();
  await page.locator(".plan").waitFor({ timeout: 60_000 });
  expect(await page.locator('.plan-body:not([hidden]) .row[data-opens*=\'"goal"\']').count()).toBe(11);
  expect(column(spreadsheet.find("Goals")!, "Goal")).toHaveLength(11);
  await close();
});

test("what was saved behind a saving that is on its way is there at the next opening, though the sidebar was closed meanwhile", async () => {
  const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")] });
  const { page, wire, close } = await openPlan(spreadsheet);
  await page.locator('[data-way="ready"]').click();
  await page.locator("button.main:visible").click();
  await page.locator(".plan").waitFor({ timeout: 60_000 });
  wire.loses = (method) => (method === "save" ? new Promise(() => undefined) : false);
  for (const name of ["First", "Second", "Third"]) {
    await page.locator(`.plan-body:not([hidden]) .row[data-opens*='"goal"']`).first().click();
    await page.locator('.plan-body:not([hidden]) [data-field="name"]').first().fill(name);
    await page.locator('.plan-body:not([hidden]) button[type="submit"]').click();
  }
  wire.loses = () => false;
  await page.reload();
  await until(() => column(spreadsheet.find("Goals")!, "Goal")[0] === "Third");
  await close();
});

test("each sidebar opens the other on the part that was asked for", async () => {
  const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data").put("A1", [["Deal", "Stage", "Date"], ["a", "Lead", 46_000]])] });
  const plan = await openPlan(spreadsheet);
  await plan.page.getByRole("tab", { name: "Data check" }).click();
  await shot(plan.page, "elsewhere");
  await plan.page.getByRole("button", { name: "Open the data check" }).click();
  await until(() => spreadsheet.shown.length > 0);
  expect(spreadsheet.shown).toEqual(["Voronka: Sidebar"]);
  await plan.close();
  const other = await openSidebar({ browser, spreadsheet, html: spreadsheet.page() });
  await other.page.getByRole("tab", { name: "Data check", selected: true }).waitFor();
  await other.page.getByRole("tab", { name: "Plan" }).click();
  await other.page.getByRole("button", { name: "Open the plan" }).click();
  await until(() => spreadsheet.shown.length > 1);
  expect(spreadsheet.shown[1]).toBe("Voronka: Plan");
  expect([plan.problems, other.problems]).toEqual([[], []]);
  await other.close();
});

test("the page is safe for HtmlService, and not larger than it must be", () => {
  const html = readFileSync("dist/google/Plan.html", "utf8");
  expect(html).not.toContain("<?");
  expect((html.match(/<\/script>/g) ?? []).length).toBe(1);
  expect(html).not.toMatch(/<(?:script|link|img|iframe)\s[^>]*\b(?:src|href)=/);
  // Screens in two languages, the model behind them and the pictures; that it opens within three seconds is to be seen in Sheets.
  expect(Buffer.byteLength(html)).toBeLessThan(525_000);
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come true within ten seconds");
}

test("a formula over a goal goes into the selected cell in the notation of the spreadsheet, its table by the name of the columns", async () => {
  const spreadsheet = fakeSpreadsheet({ userLocale: "ru", locale: "ru_RU", zone: "Europe/Moscow", sheets: [new FakeSheet("Data")] });
  const { page, problems, close } = await openPlan(spreadsheet);
  await page.locator('[data-way="ready"]').click();
  await page.locator("button.main:visible").click();
  await page.locator(".plan").waitFor({ timeout: 60_000 });
  await page.locator(".plan-body:not([hidden]) button.row", { hasText: "Объём продаж" }).click();
  await page.locator('.plan-body:not([hidden]) [data-opens*="formulas"]').click();
  await page.locator(".formula code", { hasText: "Цели!A2" }).waitFor();
  await page.locator('input[value="pace"]').check();
  await page.locator(".plan-body:not([hidden]) button.main").click();
  await page.locator(".insert .done").waitFor();
  expect(spreadsheet.find("Data")!.formulas.get("1,1")).toBe('=GOAL_VALUE(Цели!A2;PLAN_GOALS;"pace";PLAN_ASOF;PLAN_DAYS)');
  expect(problems).toEqual([]);
  await close();
});
