/** The data check of the pane, built and minified, in a real browser, beside a workbook in memory: what a person does in it. */
import type { Browser, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { dirtyBook } from "../pane/dirty-book";
import type { Settings, Workbook } from "../pane/memory-host";
import { launchBrowser } from "./chromium";
import { cuts, misfits } from "./look";

let browser: Browser;
let built: Bundle;
let page: Page;
let complaints: string[];
let refused: readonly string[];
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/page.ts", "check")]);
}, 60_000);
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
  expect(refused).toEqual([]);
});

async function start(workbook: Workbook, settings: Partial<Settings> = {}): Promise<void> {
  page = await browser.newPage({ viewport: { width: 320, height: 900 } });
  page.setDefaultTimeout(5000);
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => (message.type() === "error" || message.type() === "warning") && complaints.push(message.text()));
  refused = await openPane(page, built);
  await page.evaluate((given) => window.start(given), { workbook, ...settings });
}
const openTab = () => page.getByRole("tab", { name: /Data check|Проверка данных/ }).click();
const openBook = (workbook: Workbook) => page.evaluate((given) => window.host.open(given), workbook);
const log = (what: string) => page.evaluate((start_) => window.host.log.filter((line) => line.startsWith(start_)), what);
const finding = (title: string) => page.locator(".finding", { has: page.locator("h5", { hasText: title }) });
const titles = () => page.locator(".finding h5").allInnerTexts();
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");

const CLEAN: Workbook = { Log: [["Deal", "Stage", "Date"], ["a", "Lead", 46_000], ["a", "Call", 46_001], ["a", "Won", 46_002], ["b", "Lead", 46_000], ["b", "Call", 46_003]] };

describe("what is shown", () => {
  test("nothing is read before the check is opened; then everything suspicious with its number and what it does to the metrics", async () => {
    await start(dirtyBook("en"));
    await page.locator(".card").first().waitFor();
    expect(await log("read")).toEqual([]);
    await openTab();
    await page.locator(".verdict").waitFor();
    expect(await titles()).toEqual([
      "Error cells 1", "Not a date 1", "Day or month? 1", "Dates stored as text 1", "Deal is missing 1", "Stage is missing 1", "Date is missing 1", "Unknown stages 1",
      "Dates that stand for “none” 1", "Lost, but not known where 1", "Stages after the win 1", "Skipped stages 131", "The same row twice 1",
    ]);
    expect(await finding("Unknown stages").innerText()).toContain("Negotation – probably Negotiation");
    expect((await page.locator(".about").innerText()).split(/\n+/)).toEqual(["Log", "Stage history, rows: 305", "Deal: Deal · Stage: Stage · Date of entry: Date"]);
    await page.getByRole("button", { name: "Deals 11" }).click();
    expect(await titles()).toEqual([
      "Closed before it began 1", "Decided, but no closing date 1", "Numbers stored as text 2", "Several currencies 1", "A total among the rows 1", "The same deal twice 1", "Lost deals hold no amount 1",
      "Won, but no amount 1", "Lost, but not known where 1", "Ends in 2050 or 9999 1", "Negative amounts 1",
    ]);
    expect((await finding("Several currencies").locator(".names").innerText()).replace(/\s+/g, " ")).toBe("RUB 1 USD 1");
  });
  test("in Russian, also when the language is changed afterwards", async () => {
    await start(dirtyBook("ru"), { language: "ru", notation: "semicolon" });
    await openTab();
    await page.locator(".verdict", { hasText: "Подозрительное: 13" }).waitFor();
    expect(await finding("Неизвестные этапы").innerText()).toContain("Перегворы – вероятно, Переговоры");
    await page.getByRole("button", { name: "EN" }).click();
    expect(await finding("Unknown stages").innerText()).toContain("Перегворы – probably Переговоры");
  });
  test("a clean table is told to be fine", async () => {
    await start(CLEAN);
    await openTab();
    expect((await page.locator(".fine").innerText()).split(/\n+/)).toEqual(["All fine", "Nothing suspicious was found. Rows checked: 5."]);
    await page.locator("p.unseen[role=status]", { hasText: "All fine. Nothing suspicious was found. Rows checked: 5." }).waitFor({ state: "attached" });
  });
  test("no table, and a host that refuses; then it works again", async () => {
    await start({ Empty: [[1, 2]] });
    await openTab();
    await page.getByText("There is no table with headers in this workbook.").waitFor();
    await page.evaluate(() => (window.host.refusal = "The sheet is protected."));
    await page.getByRole("button", { name: "Check again" }).click();
    await page.getByText("The data could not be checked. The sheet is protected.").waitFor();
    await page.evaluate(() => (window.host.refusal = null));
    await openBook(CLEAN);
    await page.locator(".fine").waitFor();
  });
  test("a sheet that is no table of deals is checked when it is chosen", async () => {
    await start({ ...CLEAN, Costs: [["Month", "Costs"], ["May", 5], ["June", "1 200"], ["July", 7], ["August", 9], ["September", 9]] });
    await openTab();
    await page.locator(".fine").waitFor();
    expect((await log("read Costs!")).length).toBe(1); // its head
    await page.locator(".others summary").click();
    await page.getByRole("button", { name: "Costs" }).click();
    expect(await finding("Numbers stored as text").innerText()).toContain("Row 3: 1 200");
  });
});

describe("the way to a row", () => {
  test("a click selects it in the sheet, and marks it in the list", async () => {
    await start(dirtyBook("en"));
    await openTab();
    const row = finding("Unknown stages").getByRole("button", { name: "Row 163: Negotation" });
    await row.click();
    expect(await log("show")).toEqual(["show Log!B163"]);
    expect(await row.getAttribute("aria-current")).toBe("true");
  });
  test("twenty rows first, then more of them, and the focus goes on to the first new one", async () => {
    await start(dirtyBook("en"));
    await openTab();
    await finding("Skipped stages").locator("summary").click();
    const rows = finding("Skipped stages").locator(".spots button");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(20);
    await page.getByRole("button", { name: "Show more" }).click();
    expect(await rows.count()).toBe(120);
    expect(await focused()).toBe(await rows.nth(20).innerText());
    await page.getByRole("button", { name: "Show more" }).click();
    expect(await rows.count()).toBe(131);
    expect(await page.getByRole("button", { name: "Show more" }).count()).toBe(0);
  });
  test("a host that refuses says why", async () => {
    await start(dirtyBook("en"));
    await openTab();
    await finding("Unknown stages").waitFor();
    await page.evaluate(() => (window.host.refusal = "The sheet is gone."));
    await finding("Unknown stages").getByRole("button").click();
    await page.getByText("The row could not be shown. The sheet is gone.").waitFor();
  });
});

describe("what the user says differently", () => {
  const settings = () => page.getByText("Columns and stages").click();
  test.each([270, 350])("no word of the settings is cut at %d px", async (width) => {
    await start({ Log: [...CLEAN["Log"]!, ["c", "Lost", 46_002]] });
    await page.setViewportSize({ width, height: 700 });
    await openTab();
    await page.locator(".about").waitFor();
    await settings();
    expect(await cuts(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);
  });
  test("columns with the same header are told apart by their letters", async () => {
    await start({ Deals: [["ID", "Stage", "Date", "Date", "Amount"], ["a", "Won", 46_000, 46_005, 100], ["b", "Lead", 46_000, "", 50]] });
    await openTab();
    await page.locator(".about").waitFor();
    await settings();
    expect(await page.getByLabel("Amount", { exact: true }).locator("option").allInnerTexts()).toEqual(expect.arrayContaining(["Stage", "Date (C)", "Date (D)", "Amount"]));
  });
  test("a stage, its place, a column, the kind: each is checked at once, and nothing is written", async () => {
    await start({ Log: [...CLEAN["Log"]!, ["c", "Lead", 46_000], ["c", "Demo", 46_001], ["c", "Lost", 46_002]] });
    await openTab();
    await page.locator(".about").waitFor();
    await settings();
    const order = () => page.locator(".stages .stage-name").allInnerTexts();
    const before = await order();
    expect(before.slice(-1)).toEqual(["Lost"]);
    await page.getByLabel("Demo", { exact: true }).selectOption("none");
    await finding("Unknown stages").waitFor();
    expect(await order()).toEqual(["1. Lead", "2. Call", "3. Won", "Lost", "Demo"]);
    await page.getByLabel("Demo", { exact: true }).selectOption("lost");
    await finding("Unknown stages").waitFor({ state: "detached" });
    await page.getByLabel("Demo", { exact: true }).selectOption("order");
    await page.waitForFunction(() => document.querySelectorAll(".step").length === 8);
    expect(await order()).toEqual(["1. Lead", "2. Call", "3. Demo", "4. Won", "Lost"]);
    await page.getByRole("button", { name: "Move down: Lead" }).click();
    await page.getByText("1. Call").waitFor();
    await page.getByRole("button", { name: "Move up: Lead" }).click();
    await page.getByText("1. Lead").waitFor();
    await page.getByLabel("Date of entry").selectOption("");
    await page.locator(".about", { hasText: /^(?!.*Date of entry)/s }).waitFor();
    await page.getByLabel("Date of entry").selectOption("2");
    await page.getByLabel("Kind of table").selectOption("deals");
    await finding("The same deal twice").waitFor();
    await page.getByLabel("Kind of table").selectOption("other");
    await page.locator(".fine").waitFor();
    expect(await log("insert")).toEqual([]);
  });
});

describe("other data", () => {
  test("are checked first when they are opened; what was typed in a function stays", async () => {
    await start(CLEAN);
    await page.locator('[data-id="CAC"]').click();
    await page.locator('[data-argument="costs"]').fill("100");
    await openBook(dirtyBook("en"));
    await page.locator(".verdict").waitFor();
    expect(await page.getByRole("tab", { name: "Data check" }).getAttribute("aria-selected")).toBe("true");
    await page.getByRole("tab", { name: "Functions" }).click();
    expect(await page.locator('[data-argument="costs"]').inputValue()).toBe("100");
    await openBook({ Deals: CLEAN["Log"]! });
    await page.locator(".fine").waitFor();
    expect(await page.locator(".about h2").innerText()).toBe("Deals");
  });
  test("a change in the sheet is seen when it is checked again", async () => {
    await start(CLEAN);
    await openTab();
    await page.locator(".fine").waitFor();
    await page.evaluate(() => window.host.put("Log!C3", "soon"));
    await page.getByRole("button", { name: "Check again" }).click();
    await finding("Not a date").waitFor();
  });
});

test("by the keyboard alone: to the check, into a list of rows, to a row, and back", async () => {
  await start(dirtyBook("en"));
  await page.getByRole("tab", { name: "Functions" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe("Data check");
  await page.locator(".finding summary").first().waitFor();
  for (let i = 0; i < 60 && (await focused()) !== "Show rows: 131"; i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await finding("Skipped stages").locator(".spots").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await log("show")).toEqual([expect.stringMatching(/^show Log!B\d+$/)]);
  await page.getByRole("tab", { name: "Data check" }).focus();
  await page.keyboard.press("Home");
  expect(await page.getByRole("tab", { name: "Functions" }).getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  expect(await focused()).toBe("Functions");
});

test("hostile texts of a workbook stay texts", async () => {
  const text = "<img src=x onerror=window.__xss=1>\u202e";
  await start({ [text]: [["Deal", "Stage", "Date", text], ["a", "Lead", text, ""], [text, text, 46_000, ""], ["b", "Lead", 46_000, ""], ["b", "Won", 46_001, ""], ...Array.from({ length: 40 }, (_, i) => [`c${i}`, "Lead", 46_000, ""])] });
  await openTab();
  await finding("Not a date").locator("button").click();
  await page.getByText("Columns and stages").click();
  expect(await page.evaluate(() => "__xss" in window)).toBe(false);
  expect(await page.locator("#pane img").count()).toBe(0);
  expect(await page.locator(".about h2").innerText()).toBe("<img src=x onerror=window.__xss=1>[U+202E]");
});
