/** The data check beside the real sheet: shown first after a file was opened, and a click on a row selects it. */
import { writeXlsx } from "hucre/xlsx";
import { cell, formula as inserted, goTo, openFile, selected, shown, workbenchPages, type OpenPage } from "./workbench-page";

const openPage = workbenchPages();
async function open(options: Parameters<typeof openPage>[0] = {}) {
  const { page } = await openPage(options);
  page.setDefaultTimeout(15_000);
  return page;
}
const until = async (page: OpenPage["page"], address: string) => {
  for (let i = 0; i < 50 && (await selected(page)) !== address; i += 1) await page.waitForTimeout(50);
  return selected(page);
};

const LINES = Array.from({ length: 100 }, (_, i) => [`D-${i},Lead,2026-01-05`, `D-${i},Call,2026-01-${String(6 + (i % 20)).padStart(2, "0")}`, `D-${i},Won,2026-02-03`]).flat();
const DIRTY = ["deal,stage,date", ...LINES, "D-900,Laed,2026-01-05", "D-901,Lead,03/04/2026", "D-902,Won,2026-01-09"].join("\n");

test("a file is opened: the check is shown first, and a click on a row selects its cell in the sheet", async () => {
  const page = await open();
  const pane = page.locator("#side");
  expect(await pane.getByRole("tab", { name: "Functions" }).getAttribute("aria-selected")).toBe("true");
  await openFile(page, "deals.csv", DIRTY);
  await pane.locator(".verdict", { hasText: "Suspicious: 3" }).waitFor();
  expect(await pane.getByRole("tab", { name: "Data check" }).getAttribute("aria-selected")).toBe("true");
  await pane.getByText("Laed – probably Lead").waitFor();
  await pane.getByRole("button", { name: "Row 302: Laed" }).click();
  expect(await until(page, "deals!B302")).toBe("deals!B302");
  await pane.getByRole("button", { name: "Row 303: 03/04/2026" }).click();
  expect(await until(page, "deals!C303")).toBe("deals!C303");
});

test.each([["en-US", "Functions", "Take the columns of sales", "=WIN_RATE(sales!B:B,{\"Lead\";\"Won\"},{\"Lost\"})"], ["ru-RU", "Функции", "Взять столбцы листа sales", "=WIN_RATE(sales!B:B,{\"Lead\";\"Won\"},{\"Lost\"})"]])("after the check the wizard takes over its columns and stages by one press, %s", async (locale, tab, button, formula) => {
  const page = await open({ locale });
  await openFile(page, "sales.csv", ["Deal ID,Stage,Created,Closed,Amount", ...Array.from({ length: 9 }, (_, i) => `D-${i},${i < 3 ? "Won" : i < 6 ? "Lost" : "Lead"},2026-01-0${i + 1},${i < 6 ? "2026-02-01" : ""},${i < 3 ? 100 : 0}`)].join("\n"));
  const pane = page.locator("#side");
  await pane.locator(".verdict").waitFor();
  await pane.getByRole("tab", { name: tab }).click();
  await pane.getByRole("searchbox").fill("WIN_RATE");
  await pane.getByText("WIN_RATE", { exact: true }).first().click();
  await pane.getByRole("button", { name: button }).click();
  await pane.locator(".result").getByText(/^50\s?%$/).waitFor();
  await goTo(page, "H2");
  await pane.locator("button.main").click();
  expect(await inserted(page, "H2")).toBe(formula);
});

test("a clean file is told to be fine, in the language of the page", async () => {
  const page = await open({ locale: "ru-RU" });
  await openFile(page, "сделки.csv", ["Сделка;Этап;Дата", ...LINES.map((line) => line.replaceAll(",", ";").replace("Lead", "Лид").replace("Call", "Звонок").replace("Won", "Продажа"))].join("\n"));
  await page.locator("#side").getByText("Всё в порядке").first().waitFor();
  await page.locator("#side").getByText("Проверено строк: 300").first().waitFor();
});

test("the sample has nothing but the moves that were put into it; a row of another sheet is shown there", async () => {
  const page = await open();
  const pane = page.locator("#side");
  await pane.getByRole("tab", { name: "Data check" }).click();
  await pane.getByRole("button", { name: "Log 2" }).waitFor();
  await pane.getByRole("button", { name: "Deals ✓" }).click();
  await pane.getByText("All fine").first().waitFor();
  await pane.getByRole("button", { name: "Log 2" }).click();
  await pane.locator(".finding summary").first().click();
  await pane.locator(".spots button").first().click();
  expect(await until(page, "Log!B21")).toBe("Log!B21");
});

test("dates and amounts that a workbook holds as text become such by one press, and the check follows", async () => {
  const page = await open({ locale: "ru-RU" });
  const rows = Array.from({ length: 9 }, (_, i) => [`D-${i}`, i < 4 ? "Продажа" : "Лид", `1 ${i}00 ₽`, `0${i + 1}.02.2026 10:30`, i < 4 ? `1${i}.03.2026` : "не закрыта"]);
  await openFile(page, "отчёт.xlsx", await writeXlsx({ sheets: [{ name: "Сделки", rows: [["Отчёт"], ["№ сделки", "Стадия", "Сумма", "Дата создания", "Дата закрытия"], ...rows, ["Итого", null, "9 000 ₽"]] }] }));
  const pane = page.locator("#side");
  await pane.getByText("Даты записаны текстом").waitFor();
  const notice = page.locator(".notice");
  expect(await notice.innerText()).toContain("Сделки: C, D, E");
  await notice.getByRole("button", { name: "Сделать датами и числами" }).click();
  await pane.getByText("Даты записаны текстом").waitFor({ state: "detached" });
  await pane.getByText("Итог среди строк").waitFor();
  expect([await cell(page, "C3"), await cell(page, "D3"), await cell(page, "E7")]).toEqual([1000, 46054.4375, "не закрыта"]);
  expect((await shown(page, "C3")).replace(/\s/g, " ")).toBe("1 000 ₽");
  expect(await notice.count()).toBe(0);
});

test.each([["en-US", "The day", 45750], ["ru-RU", "Месяц", 45720]])("dates in a text file that nobody can tell are asked about, and then are dates in the order chosen: %s", async (locale, press, day) => {
  const page = await open({ locale });
  await openFile(page, "deals.csv", "deal,stage,created,closed\nD-1,Won,03/04/2025,05/06/2025\nD-2,Lost,04/05/2025,not yet\nD-3,Won,01/02/2025,06/07/2025");
  const notice = page.locator(".notice");
  await notice.getByText("03/04/2025").waitFor();
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/either-${locale}.png` });
  expect([await notice.innerText(), await cell(page, "C2")]).toEqual([expect.stringContaining("deals: C, D"), "03/04/2025"]);
  await notice.getByRole("button", { name: press, exact: true }).click();
  await notice.waitFor({ state: "detached" });
  expect([await cell(page, "C2"), await cell(page, "D3")]).toEqual([day, "not yet"]);
});

test("60,000 rows are checked in slices, and the page has turns between them", async () => {
  const page = await open();
  const rows = Array.from({ length: 60_000 }, (_, i) => `D-${Math.floor(i / 4)},${["Lead", "Call", "Offer", "Won"][i % 4]},2026-0${1 + (i % 4)}-${String(1 + (Math.floor(i / 4) % 28)).padStart(2, "0")}`);
  await openFile(page, "large.csv", ["deal,stage,date", ...rows].join("\n"));
  const pane = page.locator("#side");
  await pane.getByText("Rows checked: 60,000").first().waitFor({ timeout: 60_000 });
  const { took, longest } = await page.evaluate(async () => {
    const start = performance.now();
    let longestPause = 0;
    let before = start;
    let isDone = false;
    const beat = () => {
      longestPause = Math.max(longestPause, performance.now() - before);
      before = performance.now();
      if (!isDone) setTimeout(beat);
    };
    beat();
    const buttons = [...document.querySelectorAll<HTMLButtonElement>("#side button")];
    buttons.find((button) => button.textContent === "Check again")?.click();
    await new Promise((go) => setTimeout(go));
    while (!document.querySelector("#side .fine")) await new Promise((go) => setTimeout(go, 5));
    isDone = true;
    return { took: performance.now() - start, longest: longestPause };
  });
  expect(longest).toBeLessThan(0.75 * took);
}, 90_000);
