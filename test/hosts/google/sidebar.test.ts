/** The built Sidebar.html: safe for HtmlService, and alive in a browser. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../browser/chromium";
import { FakeSheet, fakeSpreadsheet } from "../../rig/google/services";
import { openSidebar } from "../../rig/google/sidebar";

// eslint-disable-next-line @typescript-eslint/no-require-imports -- a script of the build, which is CommonJS
const { hazards, neutralise, shortWords } = require("../../../build/script-text.cjs") as { hazards(code: string): number; neutralise(code: string): string; shortWords(code: string): string };

const HTML = readFileSync("dist/google/Sidebar.html", "utf8");

/** @returns sentences; empty means that HtmlService leaves the page as it is */
function problems(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  const found: string[] = [];
  if (html.includes("<?")) found.push("a template scriptlet");
  if ((html.match(/<\/script>/g) ?? []).length !== scripts.length || scripts.length !== 1) found.push("not exactly one script");
  if (/<(?:script|link|img|iframe)\s[^>]*\b(?:src|href)=/.test(html)) found.push("something external");
  if (!/<base target="?_top"?\s*\/?>/.test(html)) found.push("no <base target=_top>");
  for (const [, , code] of scripts) if (hazards(code ?? "") > 0) found.push("a template literal that HtmlService damages");
  if (Buffer.byteLength(html) >= MOST_BYTES) found.push("too large");
  return found;
}
/** HtmlService pages are not kept by the browser: each opening pays for every byte. Half of it is the catalogue in two languages. */
const MOST_BYTES = 100_000;

describe("Sidebar.html", () => {
  test("is safe for HtmlService", () => expect(problems(HTML)).toEqual([]));
  test.each([
    ["a scriptlet", (html: string) => html.replace("<body>", "<body><?= 1 ?>"), "a template scriptlet"],
    ["an external script", (html: string) => html.replace("</head>", '<script src="https://x.test/a.js"></script></head>'), "something external"],
    ["an external style", (html: string) => html.replace("</head>", '<link rel="stylesheet" href="https://x.test/a.css"></head>'), "something external"],
    ["another target", (html: string) => html.replace(/<base[^>]*>/, ""), "no <base target=_top>"],
    ["an address in a template literal", (html: string) => html.replace(/(<script\b[^>]*>)/, "$1const a=`https://x.test`;"), "a template literal that HtmlService damages"],
    ["bulk", (html: string) => html + " ".repeat(MOST_BYTES), "too large"],
  ])("%s would be found", (_, plant, problem) => {
    expect(plant(HTML)).not.toBe(HTML);
    expect(problems(plant(HTML))).toContain(problem);
  });
});

test("a template literal with // means the same after it is neutralised", () => {
  const code = "const a = `https://x.test/${1 + 1}/*b*/ // c`; a";
  expect(hazards(neutralise(code))).toBe(0);
  // What counts is what the program does.
  expect((0, eval)(neutralise(code))).toBe((0, eval)(code));
});

test("words in two languages mean the same after they are shortened; what is not two texts stays", () => {
  const code = `(() => { const w$ = 1, a = { en: "a \\"b\\"", ru: "в" }, b = { ru: "в", en: "b" }, c = { en: "c", ru: String(w$) }, d = [{ en: "d", ru: "д", more: 1 }, { en: "e", ru: "е" }]; return JSON.stringify([a, b, c, d]); })()`;
  expect(shortWords(code).match(/w\$\$\("/g)).toHaveLength(2);
  expect((0, eval)(`(() => { return ${shortWords(code)} })()`)).toBe((0, eval)(code));
  expect(shortWords("1")).toBe("1");
});

describe("in a browser", () => {
  jest.setTimeout(60_000);
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  const counts = (): FakeSheet => new FakeSheet("Воронка").put("B1", [["Количество"], [1000], [400], [150], [30]]);

  test("inserts a formula: choose a function, take the selection, insert", async () => {
    const spreadsheet = fakeSpreadsheet({ locale: "ru_RU", userLocale: "ru", sheets: [counts()] });
    spreadsheet.select("Воронка", "B2:B5");
    const { page, problems: wrong, requested, close } = await openSidebar({ browser, spreadsheet });
    await page.click('[data-id="FUNNEL.CONVERSION"]');
    await page.fill('[data-argument="counts"]', "B2:B5");
    spreadsheet.select("Воронка", "D1");
    await page.waitForFunction(() => /(?:^|\s)3\s%/.test(document.querySelector(".result")?.textContent?.replace("Результат", " ") ?? ""));
    await page.click("button[type=submit]");
    for (let i = 0; i < 50 && spreadsheet.sheets[0]!.formulas.size === 0; i++) await page.waitForTimeout(50);
    expect(spreadsheet.sheets[0]!.formulas.get("1,4")).toBe("=FUNNEL_CONVERSION(B2:B5)");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("ru");
    expect(requested).toEqual(["https://sidebar.test/"]);
    expect(wrong).toEqual([]);
    await close();
  });
  test("tells what the columns of a table hold, when asked", async () => {
    const { page, problems: wrong, close } = await openSidebar({ browser, spreadsheet: fakeSpreadsheet({ userLocale: "ru", sheets: [counts()] }) });
    await page.click('[data-id="CONVERSION.TEST"]');
    await page.getByText("Что стоит в таблице").click();
    await page.getByText("Как часто одна случайность дала бы", { exact: false }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    expect(wrong).toEqual([]);
    await close();
  });
  test("checks the data and shows a row", async () => {
    const deals = new FakeSheet("Сделки").put("A1", [["Сделка", "Этап", "Дата"], ["a", "Лид", 46_000], ["b", "Лид", "скоро"], ["b", "Продажа", 46_001]]);
    const spreadsheet = fakeSpreadsheet({ locale: "ru_RU", userLocale: "ru", sheets: [deals] });
    const { page, problems: wrong, requested, close } = await openSidebar({ browser, spreadsheet });
    await page.getByRole("tab", { name: "Проверка данных" }).click();
    await page.getByText("Не дата").waitFor();
    await page.getByRole("button", { name: "Строка 3: скоро" }).click();
    for (let i = 0; i < 50 && spreadsheet.selection() !== "Сделки!C3"; i++) await page.waitForTimeout(50);
    expect(spreadsheet.selection()).toBe("Сделки!C3");
    expect(requested).toEqual(["https://sidebar.test/"]);
    expect(wrong).toEqual([]);
    await close();
  });
  test.each([300, 270])("at %d px nothing is wider than the sidebar", async (width) => {
    const { page, close } = await openSidebar({ browser, width, spreadsheet: fakeSpreadsheet({ userLocale: "ru" }) });
    await page.locator('[data-id="FUNNEL.CONVERSION"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await close();
  });
  test("says what Apps Script refuses", async () => {
    const { page, close } = await openSidebar({ browser, answers: "refused" });
    await page.locator('[role="alert"]').waitFor({ state: "attached" });
    expect(await page.textContent('[role="alert"]')).toBe("Google Sheets could not do this: Authorization is required to perform that action.");
    await close();
  });
});
