/** @jest-environment node */
/** The plan in the pane of Excel: the bundle of production under the real office.js in Chromium; only Excel itself is a model. */
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../browser/chromium";
import { openExcel, type OpenedExcel } from "../../rig/excel/open";

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const WORDS = {
  "en-US": { tab: "Plan", ready: /^Ready-made plan/, create: /^Create the plan/, control: "Control", goals: "Goals", owner: "Owner", saved: "Saved in this workbook", crm: "New CRM pipeline in use", volume: "Sales volume" },
  "ru-RU": { tab: "План", ready: /^Готовый план/, create: /^Создать план/, control: "Контроль", goals: "Цели", owner: "Ответственный", saved: "Сохранено в этой книге", crm: "Новая воронка в CRM запущена", volume: "Объём продаж" },
} as const;
type Locale = keyof typeof WORDS;

async function withPlan(locale: Locale, width: number): Promise<OpenedExcel> {
  const excel = await openExcel({ browser, locale, width, height: 640 });
  const { frame } = excel;
  const words = WORDS[locale];
  await frame.getByRole("tab", { name: words.tab, exact: true }).click();
  await frame.getByRole("button", { name: words.ready }).click();
  await frame.getByRole("button", { name: words.create }).click();
  await frame.getByText(words.crm).waitFor();
  await frame.getByText(words.saved).waitFor();
  return excel;
}

test.each<[Locale, number]>([["en-US", 350], ["ru-RU", 320], ["ru-RU", 270]])("%s, %d px: a ready-made plan fills ten sheets of real tables, and the pane holds it", async (locale, width) => {
  const excel = await withPlan(locale, width);
  const sheets = await excel.run(({ excel: host }) => host.workbook.Worksheets.items.map(({ Name, Visibility }) => ({ Name, Visibility })));
  expect(sheets.filter(({ Visibility }) => Visibility === "Visible").map(({ Name }) => Name)).toHaveLength(11);
  expect(sheets.map(({ Name }) => Name)).toContain(WORDS[locale].goals);
  expect(await excel.run(({ excel: host }) => host.workbook.Tables.GetItem("PLAN_GOALS").block.rows)).toBe(12);
  expect(await excel.frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(excel.problems).toEqual([]);
  expect(await excel.run(({ unhandled }) => unhandled.map((message) => message._actionName))).toEqual([]);
  await excel.close();
});

test("an item of the ribbon's menu opens the pane at its phase, from wherever it was; before there is a plan it shows how to begin", async () => {
  const excel = await openExcel({ browser, width: 320, height: 640 });
  const { frame } = excel;
  await frame.getByRole("tab", { name: "Functions", exact: true }).waitFor();
  await excel.run(({ press }) => press("VoronkaControl"));
  await frame.getByRole("button", { name: WORDS["en-US"].ready }).waitFor();
  expect(await excel.run(({ excel: host }) => host.runtime.state)).toBe("Visible");
  await frame.getByRole("button", { name: WORDS["en-US"].ready }).click();
  await frame.getByRole("button", { name: WORDS["en-US"].create }).click();
  const current = () => frame.locator('[aria-current="page"]').getAttribute("data-phase");
  await frame.locator('[data-phase="control"][aria-current="page"]').waitFor();
  await frame.getByRole("tab", { name: "Functions", exact: true }).click();
  await excel.run(({ press }) => press("VoronkaLead"));
  await frame.locator('[data-phase="lead"][aria-current="page"]').waitFor();
  expect([await current(), await frame.locator("#voronka-panel-plan").isVisible(), excel.problems]).toEqual(["lead", true, []]);
  await excel.close();
});

test("a report is made from the pane as a sheet with Excel's charts, opened, and taken back", async () => {
  const excel = await withPlan("ru-RU", 320);
  const { frame } = excel;
  await excel.run(({ press }) => press("VoronkaControl"));
  await frame.locator('[data-opens*="report"]:visible').first().click();
  await frame.getByRole("button", { name: "Создать лист отчёта" }).click();
  await frame.getByText(/^Отчёт – на листе/).waitFor();
  const made = await excel.run(({ excel: { workbook } }) => {
    const sheet = workbook.Worksheets.items.at(-1)!;
    return { name: sheet.Name, charts: sheet.Charts.items.map(({ type, text }) => ({ type, text })), area: String(sheet.PageLayout.set["area"]), title: sheet.cell(0, 0).value };
  });
  expect([made.name, made.title]).toEqual([expect.stringMatching(/^Отчёт 20\d\d-Q\d \(/), made.name]);
  expect(made.charts.map(({ type }) => type)).toEqual(expect.arrayContaining(["ColumnClustered", "Funnel", "ColumnStacked"]));
  for (const { text } of made.charts) expect(text).toMatch(/[а-яё]/);
  expect(made.area).toMatch(/^A1:I\d+$/);
  await frame.getByRole("button", { name: "Открыть лист" }).click();
  await excel.page.waitForFunction(() => { const { excel: { workbook: { Worksheets } } } = globalThis as unknown as { excel: { workbook: { Worksheets: { active: number; items: unknown[] } } } }; return Worksheets.active === Worksheets.items.length - 1; });
  if (process.env["SHOTS"]) await excel.page.screenshot({ path: `${process.env["SHOTS"]}/excel-report.png` });
  await frame.getByRole("button", { name: "Отменить: удалить лист" }).click();
  await frame.getByText(/ удалён\.$/).waitFor();
  expect(await excel.run(({ excel: { workbook } }) => workbook.Worksheets.items.map(({ Name }) => Name))).not.toContain(made.name);
  expect(excel.problems).toEqual([]);
  await excel.close();
});

test("an edit by hand is seen in the pane without a click", async () => {
  const excel = await withPlan("en-US", 320);
  const { frame } = excel;
  await excel.run(({ excel: host, tellChange }) => {
    const sheet = host.workbook.Worksheets.GetItem("Goals");
    const headers = Array.from({ length: 60 }, (_, i) => sheet.cell(0, i).value);
    sheet.enter(1, headers.indexOf("Goal"), "Sales, all regions");
    sheet.enter(1, headers.indexOf("Owner"), "Boris");
    tellChange();
  });
  await frame.getByText("Sales, all regions").waitFor();
  await frame.getByText("Boris").waitFor();
  expect(excel.problems).toEqual([]);
  await excel.close();
});

test("the pane that is closed and opened again shows the same plan, and writes nothing for it", async () => {
  const excel = await withPlan("en-US", 320);
  const writes = () => excel.run(({ excel: host }) => host.log.flatMap(({ Actions }) => Actions.filter(({ ActionType }) => ActionType === 4).map(({ Name }) => Name)));
  const reopen = async (round: number): Promise<void> => {
    await excel.page.evaluate((again) => {
      const pane = document.getElementById("pane") as HTMLIFrameElement;
      pane.src = pane.src.replace("#", `&again=${again}#`);
    }, round);
    const frame = (await (await excel.page.waitForSelector("#pane")).contentFrame())!;
    await frame.waitForURL(new RegExp(`again=${round}`));
    await frame.getByRole("tab", { name: "Plan", exact: true }).click();
    await frame.getByText("New CRM pipeline in use").waitFor();
  };
  // The first opening marks in the hidden journal what is on the sheets.
  await reopen(1);
  const before = (await writes()).length;
  await reopen(2);
  expect((await writes()).slice(before)).toEqual([]);
  expect(excel.problems).toEqual([]);
  await excel.close();
});


test("a formula over a goal goes into the selected cell: the goal by its cell, the table as Excel names it, and a filled cell is asked about first", async () => {
  const excel = await withPlan("en-US", 320);
  const { frame } = excel;
  await frame.locator(".plan-body:not([hidden]) button.row", { hasText: "Sales volume" }).click();
  await frame.locator('.plan-body:not([hidden]) [data-opens*="formulas"]').click();
  await frame.locator(".formula code", { hasText: "Goals!A2" }).waitFor();
  await frame.getByRole("radio", { name: /^Status/ }).check();
  const insert = () => frame.locator(".plan-body:not([hidden]) button.main").click();
  await insert();
  await frame.locator(".insert .done").waitFor();
  const [first] = await excel.run(({ excel: host }) => [host.workbook.Worksheets.items[0]!.cell(0, 0).formula]);
  expect(first).toBe('=GOAL_VALUE(Goals!A2,PLAN_GOALS[#All],"status",PLAN_ASOF,PLAN_DAYS)');
  await insert();
  await frame.getByRole("alertdialog").waitFor();
  expect(excel.problems).toEqual([]);
  await excel.close();
});
