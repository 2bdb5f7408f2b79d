/** The real pane, built and minified, in a real browser, beside a workbook in memory: what a person does in it. */
import type { Browser, Page } from "playwright-core";
import type { Settings } from "../pane/memory-host";
import { sampleBook } from "../../src/hosts/workbench/sample/sample-book";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { launchBrowser } from "./chromium";

const SPEND = [["Month", "Marketing", "Sales", "Leads", "Qualified", "Customers"], ["2026-01", 5000, 1000, 200, 50, 20], ["2026-02", 7000, 2000, 240, 66, 10]];
const FUNNEL = [["Lead", 1000], ["Call", 400], ["Offer", 150], ["Won", 30]];
const ENGLISH: Settings = { workbook: { Spend: SPEND, "My funnel": FUNNEL }, names: { Costs: "Spend!B2:C3" } };
const RUSSIAN: Settings = { workbook: { Затраты: SPEND, "Моя воронка": FUNNEL }, language: "ru", notation: "semicolon" };

let browser: Browser;
let built: Bundle;
let page: Page;
let refused: readonly string[];
let complaints: string[];

beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/page.ts", "pane")]);
}, 60_000);
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
  expect(refused).toEqual([]);
});

async function start(settings: Settings, width = 320): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 600 } });
  page.setDefaultTimeout(5000);
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => (message.type() === "error" || message.type() === "warning") && complaints.push(message.text()));
  refused = await openPane(page, built);
  await page.evaluate((given) => window.start(given), settings);
}

const select = (reference: string) => page.evaluate((given) => window.host.select(given), reference);
const contentOf = (reference: string) => page.evaluate((given) => window.host.contentOf(given), reference);
const log = () => page.evaluate(() => window.host.log);
const argument = (key: string) => page.locator(`[data-argument="${key}"]`);
const take = (key: string) => page.locator(`[data-field="${key}"] .take`);
const open = (name: string) => page.locator(".card", { has: page.locator(".card-name", { hasText: new RegExp(`^${name}$`) }) }).click();
const insertButton = () => page.locator("button.main");
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-argument") ?? document.activeElement?.textContent ?? "");

const holds = async (key: string, text: string) => {
  await page.waitForFunction(([at, expected]) => document.querySelector<HTMLInputElement>(`[data-argument="${at}"]`)?.value === expected, [key, text] as const);
};

const shows = async (selector: string, text: string | RegExp) => {
  await page.locator(selector, { hasText: text }).first().waitFor();
};
const result = (text: string | RegExp) => shows(".result", text);
const formula = async () => page.locator(".formula code").innerText();

describe("finding a function", () => {
  test("the list tells of each function its title, name, question, and an example with its result", async () => {
    await start(ENGLISH);
    const card = page.locator('[data-id="FUNNEL.CONVERSION"]');
    expect((await card.innerText()).split("\n")).toEqual([
      "Overall conversion of the funnel", "FUNNEL_CONVERSION", "Share of those who entered the first stage that reached the last.",
      "=FUNNEL_CONVERSION({1000;400;150;30})", "→ 3%",
    ]);
    expect(await page.locator(".card").count()).toBeGreaterThanOrEqual(24);
  });
  test("search, with nothing found, and back to all", async () => {
    await start(ENGLISH);
    await page.getByRole("searchbox").fill("cac");
    await shows(".card:first-child .card-name", /^CAC$/);
    await page.getByRole("searchbox").fill("xyzzy");
    await shows(".empty", "Nothing found for “xyzzy”.");
    await page.getByRole("button", { name: "Show all functions" }).click();
    expect(await page.locator(".card").count()).toBeGreaterThanOrEqual(24);
  });
  test("by group", async () => {
    await start(RUSSIAN);
    await page.locator(".chip", { hasText: "Деньги" }).click();
    const names = await page.locator(".card-name").allInnerTexts();
    expect(names).toContain("CAC");
    expect(names).not.toContain("FUNNEL_TABLE");
  });
  test("in groups, with the question of each group and how many functions match", async () => {
    await start(ENGLISH);
    expect(await page.locator(".group-title").allInnerTexts()).toEqual(expect.arrayContaining(["Funnel", "Money", "Time", "Plan"]));
    await shows(".group-question", "How long deals take, and which of them are stuck.");
    const number = async (name: string) => Number((await page.locator(".chip", { hasText: name }).innerText()).replace(/\D+/g, ""));
    expect(await number("All")).toBe(await page.locator(".card").count());
    await page.getByRole("searchbox").fill("payback");
    expect(await number("Money")).toBeGreaterThan(0);
    expect(await number("Time")).toBe(0);
    expect(await page.locator(".group-title").count()).toBe(0);
  });
  test("Enter in the search field opens what was found first; End and Home go through the list", async () => {
    await start(ENGLISH);
    await page.getByRole("searchbox").fill("payback");
    await page.keyboard.press("Enter");
    await shows("h2", "Payback of a customer");
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox").fill("");
    await page.getByRole("searchbox").press("ArrowDown");
    await page.keyboard.press("End");
    expect(await page.locator(".card").last().evaluate((card) => card === document.activeElement)).toBe(true);
    await page.keyboard.press("Home");
    expect(await page.locator(".card").first().evaluate((card) => card === document.activeElement)).toBe(true);
  });
  test("a function says when not to use it", async () => {
    await start(RUSSIAN);
    await open("CAC");
    await shows(".avoid", "Не для этого: Затраты, которые окупаются в следующие месяцы");
  });
});

describe("the example over the sample workbook", () => {
  const SAMPLE = { en: "Insert the example on the sample data", ru: "Вставить пример на данных образца" } as const;
  const sample = (language: "en" | "ru"): Settings => ({
    workbook: Object.fromEntries(sampleBook(language).sheets.map(({ name, rows }) => [name, rows.slice(0, 30)])), language, notation: "language",
  });
  const button = (language: "en" | "ru") => page.getByRole("button", { name: SAMPLE[language] });

  test.each(["en", "ru"] as const)("a click inserts it into the selected cell, %s", async (language) => {
    await start(sample(language));
    await open("CAC");
    const sheet = { en: "Spend", ru: "Затраты" }[language];
    await select(`${sheet}!M3`);
    await button(language).click();
    await shows(".insert", { en: "Inserted into M3.", ru: "Вставлено в M3." }[language]);
    expect(await contentOf(`${sheet}!M3`)).toMatchObject({ formula: `=CAC(${sheet}!B2:B13,${sheet}!G2:G13)` });
    expect((await log()).filter((line) => line.startsWith("insert"))).toEqual([`insert M3 =CAC(${sheet}!B2:B13,${sheet}!G2:G13) #,##0`]);
  });
  test("a cell that holds something is kept unless its replacing is asked for; the focus comes back", async () => {
    await start(sample("en"));
    await open("CAC");
    await select("Report!A1");
    await button("en").click();
    await shows("[role=alertdialog]", "A1 holds Sales report. Replace it?");
    await page.getByRole("button", { name: "Choose another cell" }).click();
    await shows(".placing", "then insert the example again");
    expect(await focused()).toBe(SAMPLE.en);
    expect(await contentOf("Report!A1")).toMatchObject({ value: "Sales report" });
    await select("Report!M1");
    await button("en").click();
    await shows(".insert", "Inserted into M1.");
  });
  test("never among the cells that it counts", async () => {
    await start(sample("en"));
    await open("CUSTOMER_CHURN");
    await select("Spend!G20");
    await page.evaluate(() => window.host.select("Spend!G5"));
    await button("en").click();
    await shows(".placing", "G5 is among the cells that the formula counts.");
  });
  test("in the words of the workbook, whatever the language of the pane", async () => {
    await start({ ...sample("ru"), language: "en" });
    await open("CAC");
    await shows(".sample", "=CAC(Затраты!B2:B13,Затраты!G2:G13)");
  });
  test("is not offered where sheets are missing, or have other columns", async () => {
    await start(ENGLISH); // with a sheet Spend of other columns
    await open("CAC");
    await page.waitForTimeout(100);
    expect(await button("en").count()).toBe(0);
  });
});

describe("filling in", () => {
  test("typing: live result, formula, inserting with a number format, and where it went", async () => {
    await start(ENGLISH);
    await open("LEAD_CONVERSION");
    await result("Fill in: leads, qualified.");
    await argument("leads").fill("Spend!D2:D3");
    await argument("qualified").fill("Spend!E2:E3");
    await result("26.36%");
    expect(await formula()).toBe("=LEAD_CONVERSION(Spend!D2:D3,Spend!E2:E3)");
    await select("Spend!H2");
    await page.getByRole("button", { name: "Insert into H2" }).click();
    await shows(".insert", "Inserted into H2.");
    expect(await contentOf("Spend!H2")).toMatchObject({ formula: "=LEAD_CONVERSION(Spend!D2:D3,Spend!E2:E3)", value: 116 / 440 });
    expect((await log()).filter((line) => line.startsWith("insert"))).toEqual(["insert H2 =LEAD_CONVERSION(Spend!D2:D3,Spend!E2:E3) 0.0%"]);
  });

  test("in the Russian notation; the sheet gets the English one", async () => {
    await start(RUSSIAN);
    await open("PAYBACK_PERIOD");
    await argument("cac").fill("1,2 тыс");
    await argument("monthly_income").fill("100,5");
    await argument("margin").fill("12,5%");
    await result("95,52 месяца");
    expect(await formula()).toBe("=PAYBACK_PERIOD(1200;100,5;12,5%)");
    await select("Затраты!J1");
    await insertButton().click();
    await shows(".insert", "Вставлено в J1.");
    expect(await contentOf("Затраты!J1")).toMatchObject({ formula: "=PAYBACK_PERIOD(1200,100.5,12.5%)" });
  });

  test("by the button: the current selection, also in hosts that cannot tell of it", async () => {
    await start({ ...ENGLISH, tells: false });
    await open("CAC");
    await select("Spend!B2:C3");
    await take("costs").click();
    await holds("costs", "Spend!B2:C3");
    await argument("customers").fill("30");
    await result("500");
    expect(await insertButton().innerText()).toBe("Insert formula");
    await insertButton().click();
    await shows(".insert", "B2 is among the cells that the formula counts.");
    await select("Spend!H1");
    await insertButton().click();
    await shows(".insert", "Inserted into H1.");
  });

  test("an empty field listens: cells that are selected come into it, and the focus stays", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").focus();
    await shows('[data-field="costs"] .hint', "Select cells in the sheet");
    await select("Spend!B2:B3");
    await holds("costs", "Spend!B2:B3");
    await select("Spend!B2:C3");
    await holds("costs", "Spend!B2:C3");
    expect(await focused()).toBe("costs");
    // an empty cell is the place for the formula
    await select("Spend!H4");
    await page.getByRole("button", { name: "Insert into H4" }).waitFor();
    expect(await argument("costs").inputValue()).toBe("Spend!B2:C3");
    await argument("customers").focus();
    await shows('[data-field="customers"] .hint', "Select cells in the sheet");
    await select("Spend!F:F");
    await holds("customers", "Spend!F:F");
    expect(await argument("costs").inputValue()).toBe("Spend!B2:C3");
    await result("500");
  });

  test("what is typed is never overwritten by a selection, and what a selection replaced comes back by Escape or by its button", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("6000");
    await select("Spend!B2:B3");
    await page.getByRole("button", { name: "Insert into B2" }).waitFor();
    expect(await argument("costs").inputValue()).toBe("6000");
    await take("costs").click();
    await holds("costs", "Spend!B2:B3");
    await page.getByRole("button", { name: "Put back 6000" }).click();
    await holds("costs", "6000");
    await take("costs").click();
    await holds("costs", "Spend!B2:B3");
    await page.keyboard.press("Escape");
    await holds("costs", "6000");
  });

  test("a name defined in the workbook is a reference, any other word a text", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("costs");
    await argument("customers").fill("30");
    expect(await formula()).toBe("=CAC(costs,30)");
    await argument("costs").fill("Costz");
    expect(await formula()).toBe('=CAC("Costz",30)');
    await result("#VALUE!");
  });

  test("a formula among the arguments is left to the sheet", async () => {
    await start(ENGLISH);
    await open("FUNNEL_CONVERSION");
    await argument("counts").fill("=FUNNEL_COUNTS(A:A,B:B,C:C,F2:F7)");
    await result("the result appears after inserting");
    await select("Spend!J9");
    await insertButton().click();
    expect(await contentOf("Spend!J9")).toMatchObject({ formula: "=FUNNEL_CONVERSION(FUNNEL_COUNTS(A:A,B:B,C:C,F2:F7))" });
  });

  test("words to choose from, and another one typed", async () => {
    await start(ENGLISH);
    await open("DEAL_SIZE");
    await argument("amounts").fill("{100;300;500}");
    await result("300");
    await argument("statistic").selectOption("max");
    await result("500");
    expect(await formula()).toContain('"max"');
    await argument("statistic").selectOption({ label: "Other value or cell…" });
    await argument("statistic").fill("p25");
    await result("200");
    await page.getByRole("button", { name: "Choose from the list" }).click();
    await argument("statistic").selectOption("");
    expect(await formula()).toBe("=DEAL_SIZE({100;300;500})");
  });

  test("settings by a form, as one text in the formula", async () => {
    await start(RUSSIAN);
    await open("FUNNEL_COUNTS");
    await page.locator("summary").click();
    await page.locator("[data-option=reach]").selectOption("strict");
    await page.locator("[data-option=from]").fill("2026-01-01");
    await page.locator("[data-option=window]").fill("30,5");
    expect(await formula()).toContain('"reach=strict; from=2026-01-01; window=30.5"');
    await page.locator("[data-option=reach]").selectOption("");
    expect(await formula()).toContain('"from=2026-01-01; window=30.5"');
    await page.getByRole("button", { name: "Текстом или из ячейки" }).click();
    expect(await argument("options").inputValue()).toBe("from=2026-01-01; window=30.5");
    await argument("options").fill("Затраты!A1:B3");
    await shows(".options", "изменить его можно только как текст");
    expect(await formula()).toContain("Затраты!A1:B3");
  });

  test("the example, to try", async () => {
    await start(RUSSIAN);
    await open("FUNNEL_TABLE");
    await page.getByRole("button", { name: "Подставить пример" }).click();
    await result("Offer");
    expect(await page.locator(".result thead th").allInnerTexts()).toEqual(["Этап", "Количество", "% от первого", "% от предыдущего", "Отсев", "Отсев, %", "% до последнего", "Низ", "Верх"]);
    expect(await page.locator(".result tbody tr").nth(1).locator("td").first().innerText()).toBe("Offer");
  });

  test("a long result shows 20 rows and how many more there are", async () => {
    await start({ workbook: { Long: Array.from({ length: 1200 }, (_, i) => [1000 + i]) } });
    await open("STAGE_CONVERSION");
    await argument("counts").fill("Long!A:A");
    await result("and 1,180 more");
    expect(await page.locator(".result tbody tr").count()).toBe(20);
  });
});

describe("when something is wrong", () => {
  test("the sentence of the function, at once", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("100");
    await argument("customers").fill("0");
    await shows(".result .failure", "#DIV/0!");
    expect((await page.locator(".result .failure").innerText()).length).toBeGreaterThan(15);
  });
  test("cells that cannot be read are named", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("Nowhere!A1");
    await argument("customers").fill("1");
    await result("Nowhere!A1 could not be read. There is no Nowhere!A1 in this workbook.");
  });
  test("a field tells what is wrong with it, and inserting goes there instead", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("=SUM(A1");
    await shows('[data-field="costs"] .problem', "This is not a formula");
    await insertButton().click();
    expect(await focused()).toBe("costs");
    await argument("costs").fill("5");
    await insertButton().click();
    expect(await focused()).toBe("customers");
    await shows('[data-field="customers"] .problem', "Fill this in.");
    expect((await log()).some((line) => line.startsWith("insert"))).toBe(false);
  });
  test("a host that refuses to insert says why; nothing typed is lost", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("100");
    await argument("customers").fill("4");
    await page.evaluate(() => (window.host.refusal = "The sheet is protected."));
    await insertButton().click();
    await shows("[role=alert]", "The formula was not inserted. The sheet is protected.");
    expect(await argument("costs").inputValue()).toBe("100");
    await page.evaluate(() => (window.host.refusal = null));
    await select("Spend!J1");
    await insertButton().click();
    await shows(".insert", "Inserted into J1.");
  });
  test("an answer that comes too late is dropped", async () => {
    await start(ENGLISH);
    await open("CAC");
    await page.evaluate(() => window.host.delays.set("Spend!B2:B3", 1500));
    await argument("costs").fill("Spend!B2:B3");
    await argument("customers").fill("10");
    await page.waitForFunction(() => window.host.log.includes("read Spend!B2:B3"));
    await argument("costs").fill("Spend!C2:C3");
    await result("300");
    await page.waitForTimeout(1600);
    expect(await page.locator(".value").innerText()).toBe("300");
  });
});

describe("a cell that holds something", () => {
  const fill = async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("100");
    await argument("customers").fill("4");
    await select("Spend!B1");
    await insertButton().click();
    await shows("[role=alertdialog]", "B1 holds Marketing. Replace it?");
    expect(await contentOf("Spend!B1")).toMatchObject({ value: "Marketing" });
  };
  test("is replaced only when asked for", async () => {
    await fill();
    expect(await focused()).toBe("Choose another cell");
    await page.getByRole("button", { name: "Replace", exact: true }).click();
    await shows(".insert", "Replaced in B1.");
    expect(await contentOf("Spend!B1")).toMatchObject({ formula: "=CAC(100,4)", value: 25 });
  });
  test("stays when another cell is chosen, or on Escape", async () => {
    await fill();
    await page.keyboard.press("Escape");
    expect(await page.locator("[role=alertdialog]").count()).toBe(0);
    await insertButton().click();
    await page.getByRole("button", { name: "Choose another cell" }).click();
    await shows(".placing", "Select a cell for the formula");
    await select("Spend!J7");
    await page.getByRole("button", { name: "Insert into J7" }).click();
    await shows(".insert", "Inserted into J7.");
    expect(await contentOf("Spend!B1")).toMatchObject({ value: "Marketing" });
  });
  test("consent holds for that cell only", async () => {
    await start({ ...ENGLISH, tells: false });
    await open("CAC");
    await argument("costs").fill("100");
    await argument("customers").fill("4");
    await select("Spend!B1");
    await insertButton().click();
    await shows("[role=alertdialog]", "B1 holds Marketing.");
    await select("Spend!C1");
    await page.getByRole("button", { name: "Replace", exact: true }).click();
    await shows("[role=alertdialog]", "C1 holds Sales.");
    expect(await contentOf("Spend!B1")).toMatchObject({ value: "Marketing" });
    expect(await contentOf("Spend!C1")).toMatchObject({ value: "Sales" });
  });
});

describe("the selected cell", () => {
  test.each(["codes", "sentences"] as const)("a failure of ours is told in words, from a host with %s", async (failures) => {
    await start({ ...RUSSIAN, failures });
    await page.evaluate(() => window.host.put("Затраты!J2", "=CAC(B2:B3,0)"));
    await select("Затраты!J2");
    await shows(".selected-failure", "В J2 нет значения:");
    await page.waitForFunction(() => /\p{Script=Cyrillic}{4}/u.test(document.querySelector(".selected-failure > bdi")?.textContent ?? ""));
    expect(await page.locator(".selected").getAttribute("role")).toBe("status");
    await select("Затраты!A1");
    await page.locator(".selected-failure").waitFor({ state: "detached" });
  });

  test("an existing formula is opened, changed and put back into its cell", async () => {
    await start(RUSSIAN);
    await page.evaluate(() => window.host.put("Затраты!J2", '=DEAL_SIZE(B2:B3,,,,"p80")'));
    await select("Затраты!J2");
    await page.getByRole("button", { name: "Изменить в мастере" }).click();
    expect(await argument("amounts").inputValue()).toBe("B2:B3");
    expect(await argument("statistic").inputValue()).toBe("p80");
    await result("6 600");
    await argument("statistic").selectOption("max");
    await page.getByRole("button", { name: "Заменить в J2" }).click();
    await shows(".insert", "Заменено в J2.");
    expect(await contentOf("Затраты!J2")).toMatchObject({ formula: '=DEAL_SIZE(B2:B3,,,,"max")', value: 7000 });
    // and again, without a question
    await argument("statistic").selectOption("min");
    await page.getByRole("button", { name: "Заменить в J2" }).click();
    await page.waitForFunction(() => window.host.contentOf("Затраты!J2")?.value === 5000);
  });

  test("a formula that was changed meanwhile is not replaced without a question", async () => {
    await start(ENGLISH);
    await page.evaluate(() => window.host.put("Spend!J2", "=CAC(10,2)"));
    await select("Spend!J2");
    await page.getByRole("button", { name: "Edit in wizard" }).click();
    await argument("costs").fill("20");
    await page.evaluate(() => window.host.put("Spend!J2", "=CAC(30,2)"));
    await insertButton().click();
    await shows("[role=alertdialog]", "J2 holds =CAC(30,2).");
  });

  test("no offer for other formulas", async () => {
    await start(ENGLISH);
    await page.evaluate(() => window.host.put("Spend!J2", "=SUM(B2:B3)+CAC(1,1)"));
    await select("Spend!J2");
    await page.waitForTimeout(100);
    expect(await page.locator(".selected").innerText()).toBe("");
  });
});

describe("nothing typed is lost", () => {
  test("by going back, by another language, by an error", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("=SUM(A1");
    await argument("customers").fill("4");
    await page.getByRole("button", { name: "RU" }).click();
    await shows("h1", "Воронка");
    expect(await page.locator("#pane").getAttribute("lang")).toBe("ru");
    expect(await page.evaluate(() => window.host.language)).toBe("ru");
    expect(await argument("costs").inputValue()).toBe("=SUM(A1");
    await page.getByRole("button", { name: "Назад к списку" }).click();
    expect(await focused()).toContain("CAC");
    await open("WIN_RATE");
    await page.getByRole("button", { name: "Назад к списку" }).click();
    await open("CAC");
    expect([await argument("costs").inputValue(), await argument("customers").inputValue()]).toEqual(["=SUM(A1", "4"]);
  });
  test("where the notation changes with the language, what was typed is written in the new one", async () => {
    await start({ ...ENGLISH, notation: "language" });
    await open("CAC");
    await argument("costs").fill("=SUM(B2,1.5)");
    await argument("customers").fill("1,234");
    await page.getByRole("button", { name: "RU" }).click();
    await holds("costs", "=SUM(B2;1,5)");
    await holds("customers", "1234");
    expect(await formula()).toBe("=CAC(SUM(B2;1,5);1234)");
    await page.getByRole("button", { name: "EN" }).click();
    await holds("costs", "=SUM(B2,1.5)");
    expect(await formula()).toBe("=CAC(SUM(B2,1.5),1234)");
  });
  test("by a language that is changed outside of the pane", async () => {
    await start(ENGLISH);
    await open("CAC");
    await argument("costs").fill("17");
    await page.evaluate(() => {
      window.host.setLanguage("ru");
      window.host.select("Spend!C2"); // whatever draws the pane again
    });
    await shows("h1", "Воронка");
    expect(await argument("costs").inputValue()).toBe("17");
  });
  test("search and group stay as well", async () => {
    await start(ENGLISH);
    await page.locator(".chip", { hasText: "Money" }).click();
    await page.getByRole("searchbox").fill("pay");
    await open("PAYBACK_PERIOD");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("searchbox").inputValue()).toBe("pay");
    expect(await page.locator(".chip", { hasText: "Money" }).getAttribute("aria-pressed")).toBe("true");
  });
});

test("the whole wizard by keyboard alone", async () => {
  await start(ENGLISH);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("Tab", "Tab", "Tab", "Tab"); // RU, EN, the tab, search
  await page.keyboard.type("cac");
  await press("ArrowDown");
  expect(await focused()).toContain("CAC");
  await press("Enter");
  expect(await focused()).toBe("Cost of a new customer");
  await press("Tab"); // fill in the example
  expect(await focused()).toBe("Fill in the example");
  await press("Tab");
  expect(await focused()).toBe("costs");
  await select("Spend!B2:C3");
  await holds("costs", "Spend!B2:C3");
  await press("Enter"); // keeps what was taken
  expect((await log()).some((line) => line.startsWith("insert"))).toBe(false);
  await press("Tab", "Tab");
  expect(await focused()).toBe("customers");
  await page.keyboard.type("30");
  await result("500");
  await select("Spend!B1");
  await page.getByRole("button", { name: "Insert into B1" }).waitFor();
  await press("Enter");
  await shows("[role=alertdialog]", "B1 holds Marketing.");
  expect(await focused()).toBe("Choose another cell");
  await press("Enter");
  await select("Spend!J3");
  await press("Enter");
  await shows(".insert", "Inserted into J3.");
  await press("Escape");
  expect(await focused()).toContain("CAC");
  expect(await contentOf("Spend!J3")).toMatchObject({ formula: "=CAC(Spend!B2:C3,30)" });
});
