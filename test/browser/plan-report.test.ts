/** The report in the pane: its sheet by keyboard alone, what becomes of it, and its look in every theme, language and width. */
import type { Page } from "playwright-core";
import { AUGUST, inAugust } from "../pane/plan-example";
import type { PlanSettings } from "../pane/plan-page";
import { begin, opens, testLooks, toPhase } from "./plan-states";

const toReport = async (page: Page) => {
  await toPhase(page, "control");
  await opens(page, "report");
};
const bare = (language: "en" | "ru"): PlanSettings => ({ workbook: { Data: [[1]] }, language, notation: language === "ru" ? "semicolon" : "comma", today: AUGUST, operations: [{ kind: "create", table: "cycles", row: "c", fields: { cycle_id: "2026-Q3", start: 46204, end: 46295 } }] });

const { page: open } = testLooks({
  // With a fact of the average deal, so that the gap is split by cause; without one a sentence says what is missing.
  report: { settings: (language) => inAugust(language, [{ kind: "check-in", row: "check-deal", fields: { date: 46246, goal: "G-004", value: 156_000, meaning: "total to date" } }]), go: toReport },
  "report with a sheet, in the other language": { go: async (page) => {
    await toReport(page);
    await page.locator('[data-field="reportLanguage"] input:not(:checked)').check();
    await page.locator(".report-sheet button").click();
    await page.locator(".report-sheet .buttons").waitFor();
  } },
  "report of an empty cycle, refused": { settings: bare, go: async (page) => {
    await page.evaluate(() => Object.assign(window.planHost.plan, { addReport: () => Promise.resolve({ state: "refused", reason: { en: "The workbook is protected.", ru: "Книга защищена." } }) }));
    await toReport(page);
    await page.locator(".report-sheet button").click();
    await page.locator(".report-sheet .failure").waitFor();
  } },
}, "plan-report");

const says = (page: Page) => page.locator(".report-sheet [role=status]").innerText();
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("by keyboard: the sheet is made, a second one gets a number, it is opened, and taken back while nobody has written on it", async () => {
  const page = await open({ viewport: { width: 300, height: 900 } });
  await begin(page, inAugust("en"));
  await toPhase(page, "control");
  await page.locator('.doors [data-opens*="report"]').focus();
  await press(page, "Enter");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Report");
  await page.locator(".report-sheet button").focus();
  await press(page, "Enter");
  await page.locator(".report-sheet .buttons").waitFor();
  expect(await says(page)).toContain("The report is on the sheet “Report 2026-Q3 (15 Aug)”.");
  // The focus stayed on the button, which offers one more.
  await press(page, "Enter");
  await page.getByText("Report 2026-Q3 (15 Aug) 2").waitFor();
  await press(page, "Tab", "Enter");
  expect(await page.evaluate(() => window.planHost.log.at(-1))).toContain("'Report 2026-Q3 (15 Aug) 2'!A1");
  await press(page, "Tab", "Enter");
  await page.getByText("was removed").waitFor();
  expect(await says(page)).toBe("The sheet “Report 2026-Q3 (15 Aug) 2” was removed.");
  // What is open survives another screen.
  await press(page, "Escape");
  await page.locator('.doors [data-opens*="report"]').press("Enter");
  expect(await says(page)).toContain("was removed");
  await page.close();
});

test("the tables of the report are tables to those who hear them, in the language of the report", async () => {
  const page = await open({ viewport: { width: 300, height: 900 } });
  await begin(page, inAugust("en"));
  await toReport(page);
  await page.getByLabel("Русский").check();
  await page.getByRole("table", { name: "Цели" }).waitFor();
  expect(await page.locator("article.report").getAttribute("lang")).toBe("ru");
  const row = page.getByRole("table", { name: "Цели" }).getByRole("row").nth(1);
  expect([await row.getByRole("rowheader").innerText(), await row.getByRole("cell").first().innerText()]).toEqual(["G-001 Sales volume", "План\n12 000 000".replace(/ /g, "\u00a0")]);
  expect(await page.locator(".report figcaption").first().innerText()).toBe("Факт на дату – 75 % плана: 4,5 млн из 6 млн.".replace("75 %", "75\u00a0%").replace(/ млн/g, "\u00a0млн"));
  await page.close();
});

test("printed, the page has the report and nothing else, in light colours and whole", async () => {
  const page = await open({ viewport: { width: 700, height: 900 }, colorScheme: "dark" });
  await begin(page, inAugust("en"));
  await toReport(page);
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => {
    const report = document.querySelector(".report")!;
    const isSeen = (each: Element) => each.getClientRects().length > 0;
    const others = [...document.querySelectorAll("button, select, h2, [role=tab]")].filter(isSeen).length;
    const pane = report.closest<HTMLElement>(".voronka-pane")!;
    const cut = [...document.querySelectorAll("body *")].filter((each) => each.contains(report) && each !== report && each.scrollHeight > each.clientHeight + 1).length;
    return { others, cut, report: isSeen(report), page: getComputedStyle(pane).backgroundColor, tall: report.clientHeight > 900 };
  });
  expect(seen).toEqual({ others: 0, cut: 0, report: true, page: "rgb(255, 255, 255)", tall: true });
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/printed.png`, fullPage: true });
  // Another phase is in front: it is printed as it stands.
  await page.emulateMedia({ media: "screen" });
  await toPhase(page, "plan");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("h2:visible").count()).toBeGreaterThan(0);
  await page.close();
});
