/** Notes on cells in the workbench: those of the plan's problems, and those of a person, on the page and in its files. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { PROBLEM_WORDS } from "../../src/pane/plan/problems/words";
import { WORDS } from "../../src/hosts/workbench/words";
import { TABLES } from "../../src/plan/tables";
import { cell, goTo, openFile, type, until, workbenchPages } from "./workbench-page";
import { makeReadyPlan } from "./workbench-plan";

const open = workbenchPages();
const MENU = { add: { en: "Add Note", ru: "Добавить примечание" }, remove: { en: "Delete Note", ru: "Удалить примечание" } };

type Found = { readonly sheet: string; readonly row: number; readonly col: number; readonly note: string };
type Hook = {
  readonly api: { getActiveWorkbook(): {
    getSheetByName(name: string): { getRange(row: number, column: number): { activate(): void; getCellRect(): { x: number; y: number; width: number; height: number } } };
    setActiveSheet(sheet: unknown): void;
    getActiveSheet(): { getRange(row: number, column: number): { getCellRect(): { x: number; y: number; width: number; height: number } } };
    getSheets(): { getSheetName(): string; getNotes(): { row: number; col: number; note: string }[] }[];
  } };
};
/** Only to check, never to do. */
const notes = (page: Page): Promise<Found[]> => page.evaluate(() => {
  const { workbench } = globalThis as unknown as { workbench: Hook };
  return workbench.api.getActiveWorkbook().getSheets().flatMap((sheet) => sheet.getNotes().map(({ row, col, note }) => ({ sheet: sheet.getSheetName(), row, col, note })));
});
const toSheet = (page: Page, name: string): Promise<void> => page.evaluate((to) => {
  const book = (globalThis as unknown as { workbench: Hook }).workbench.api.getActiveWorkbook();
  book.setActiveSheet(book.getSheetByName(to));
}, name);
/** The middle of a cell on the page. */
const placeOf = (page: Page, row: number, column: number): Promise<readonly [number, number]> => page.evaluate(([r, c]) => {
  const rect = (globalThis as unknown as { workbench: Hook }).workbench.api.getActiveWorkbook().getActiveSheet().getRange(r, c).getCellRect();
  const [grid] = [...document.querySelectorAll("canvas")].map((canvas) => canvas.getBoundingClientRect()).sort((a, b) => b.width * b.height - a.width * a.height);
  return [grid!.x + rect.x + rect.width / 2, grid!.y + rect.y + rect.height / 2] as const;
}, [row, column] as const);
const box = (page: Page) => page.locator("[data-u-comp=note-textarea]");
async function hover(page: Page, row: number, column: number): Promise<string> {
  await page.mouse.move(600, 700);
  const [x, y] = await placeOf(page, row, column);
  await page.mouse.move(x, y, { steps: 3 });
  await box(page).waitFor();
  return box(page).inputValue();
}
async function writing(page: Page): Promise<void> {
  await becomes(() => page.evaluate(() => document.activeElement?.getAttribute("data-u-comp")), "note-textarea");
  await page.waitForTimeout(100); // nobody types sooner
}
/** What comes a moment later. */
async function becomes<T>(read: () => Promise<T>, expected: unknown): Promise<void> {
  const until = Date.now() + 4000;
  while (Date.now() < until && JSON.stringify(await read()) !== JSON.stringify(expected)) await new Promise((go) => setTimeout(go, 50));
  expect(await read()).toEqual(expected);
}
const menu = async (page: Page, row: number, column: number, entry: string): Promise<void> => {
  const [x, y] = await placeOf(page, row, column);
  await page.mouse.click(x, y, { button: "right" });
  await page.getByText(entry, { exact: true }).click();
};

describe.each([["en", false], ["ru", true]] as const)("%s, dark: %s", (language, dark) => {
  const press = (page: Page, name: "write" | "remove") => page.getByRole("button", { name: PROBLEM_WORDS[name][language], exact: true }).press("Enter");
  const told = async (page: Page, written: number, removed: number) => page.getByText(PROBLEM_WORDS.written[language].replace("{0}", String(written)).replace("{1}", String(removed))).waitFor();
  const unsaved = (page: Page) => page.getByText(WORDS.unsaved[language]);
  const save = async (page: Page): Promise<Buffer> => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: WORDS.save[language] }).click();
    const file = readFileSync(await (await downloading).path());
    await unsaved(page).waitFor({ state: "detached" });
    return file;
  };

  test("problems of the plan are seen on hovering, are no step of the undo, go with the file, and are taken away; a person's stay", async () => {
    const { page } = await open({ locale: language === "ru" ? "ru-RU" : "en-US", dark, at: "2026-07-03T09:00:00" });
    page.setDefaultTimeout(8000);
    await makeReadyPlan(page, language);
    await type(page, "L1", "7");
    await page.locator(".badge").press("Enter");
    await page.locator(".problem-line").first().waitFor();
    await press(page, "write");
    await told(page, 1, 0);
    const [ours, ...others] = await notes(page);
    expect(others).toEqual([]);
    expect(ours!.note).toMatch(language === "en" ? /^Voronka: V18 .*\n\(Voronka replaces this note\.\)$/s : /^Voronka: V18 .*\n\(Воронка заменяет это примечание\.\)$/s);

    await goTo(page, "A1");
    await page.keyboard.press("Control+z");
    await until(page, "L1", (value) => value === null);
    expect([await cell(page, "L1"), await notes(page)]).toEqual([null, [ours]]);

    const { sheet } = ours!;
    expect(sheet).toMatch(new RegExp(`^${TABLES.goals.sheet[language]}`));
    await toSheet(page, sheet);
    expect(await hover(page, ours!.row, ours!.col)).toBe(ours!.note);
    // All of it is seen.
    expect(await box(page).evaluate((area) => area.scrollHeight <= area.clientHeight + 1)).toBe(true);
    await menu(page, 4, 2, MENU.add[language]);
    await writing(page);
    await page.keyboard.type("Anna: ask him");
    await becomes(() => notes(page), [ours, { sheet, row: 4, col: 2, note: "Anna: ask him" }]);

    const file = await save(page);
    await openFile(page, "again.xlsx", file);
    await page.getByText("again", { exact: true }).waitFor();
    expect((await notes(page)).sort((a, b) => a.row - b.row)).toEqual([ours, { sheet, row: 4, col: 2, note: "Anna: ask him" }]);
    await toSheet(page, sheet);
    expect(await hover(page, 4, 2)).toBe("Anna: ask him");
    await page.getByRole("tab").last().press("Enter"); // a file that was opened is checked first
    await press(page, "write");
    await told(page, 1, 0);
    await press(page, "remove");
    await told(page, 0, 1);
    expect(await notes(page)).toEqual([{ sheet, row: 4, col: 2, note: "Anna: ask him" }]);
  }, 90_000);

  test("a person writes, changes and deletes a note, by the menu of a cell", async () => {
    const { page } = await open({ locale: language === "ru" ? "ru-RU" : "en-US", dark });
    const here = async () => (await notes(page)).map(({ row, col, note }) => [row, col, note]);
    await menu(page, 4, 2, MENU.add[language]);
    await writing(page);
    await page.keyboard.type("one");
    await becomes(here, [[4, 2, "one"]]);
    await unsaved(page).waitFor();
    await save(page);
    await hover(page, 4, 2);
    await page.waitForTimeout(500);
    expect(await unsaved(page).count()).toBe(0); // to look is no edit
    await box(page).fill("one and two");
    await becomes(here, [[4, 2, "one and two"]]);
    await menu(page, 4, 2, MENU.remove[language]);
    await becomes(here, []);
    await page.keyboard.press("Control+z");
    await becomes(here, [[4, 2, "one and two"]]);
  }, 60_000);
});

test("by the keyboard: Shift+F2 begins a note and opens one, Escape leads back to the sheet", async () => {
  const { page } = await open();
  const here = async () => (await notes(page)).map(({ row, col, note }) => [row, col, note]);
  await goTo(page, "C5");
  for (const [typed, is] of [["Why?", "Why?"], [" Ask.", "Why? Ask."]] as const) {
    await page.keyboard.press("Shift+F2");
    await writing(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.type(typed);
    await page.keyboard.press("Escape");
    await box(page).waitFor({ state: "detached" });
    await becomes(here, [[4, 2, is]]);
  }
  // The selected cell shows its note: the keys go there.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await box(page).waitFor();
  await page.keyboard.press("Shift+F2");
  await writing(page);
  await page.keyboard.press("Escape");
  await box(page).waitFor({ state: "detached" });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  expect(await until(page, "C6", (value) => value === 9)).toBe(9);
}, 60_000);
