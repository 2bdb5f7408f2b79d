/** Somebody types in the sheets while the pane is open beside them: what is typed stays whole, and a check-in of the same goal costs nothing of it. */
import type { Page } from "playwright-core";
import { serialOfDay } from "../../src/core/calendar";
import { FIRST_WORDS } from "../../src/pane/plan/first-words";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { cell, goTo, openPage, records, selected, sheetNames, startWorkbench, until, type Workbench } from "./workbench-page";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.close());

/** Of the first goals, in the table of a ready-made plan. */
const [TARGET, ACTUAL] = ["I2", "T2"];
const THIRD_TARGET = "I3";
const TODAY = serialOfDay(2026, 7, 31)!;

let page: Page;
let faults: readonly string[];
let close: () => Promise<void>;
beforeEach(async () => {
  const opened = await openPage(workbench, { at: "2026-07-31T09:00:00" });
  ({ page, faults } = opened);
  close = () => opened.context.close();
  page.setDefaultTimeout(15_000);
  await page.locator("#voronka-tab-plan").click();
  await page.getByText(FIRST_WORDS.ready.en).click();
  await page.locator('[data-field="target"]').fill("12m");
  await page.locator('[data-field="deal"]').fill("150k");
  await page.locator('[data-field="deal"]').press("Enter");
  await saved();
  await page.locator("[data-u-comp=slide-tab-item]").filter({ hasText: await goals() }).click();
}, 60_000);
afterEach(async () => {
  expect(faults).toEqual([]);
  await close();
});

const body = () => page.locator(".plan-body:not([hidden])");
const saved = () => page.getByText(PLAN_WORDS.inWorkbook.en).waitFor({ timeout: 20_000 });
/** The sample has a sheet of goals already: the plan's comes after. */
const goals = async (): Promise<string> => (await sheetNames(page)).filter((name) => name.startsWith("Goals")).at(-1)!;
const checkIns = async () => (await records(page, (await sheetNames(page)).filter((name) => name.startsWith("Check-ins")).at(-1)!)).filter((row) => row["ID"] !== null);
const enter = async (address: string, text: string, ...end: readonly string[]) => {
  await goTo(page, address);
  await page.keyboard.type(text, { delay: 5 });
  for (const key of end) await page.keyboard.press(key);
};
type Book = { readonly workbench: { readonly api: { getActiveWorkbook(): { getActiveSheet(): { getRange(address: string): { setValue(value: number): void } } } } } };
const enterAndPress = (button: HTMLElement, { address, entry }: { readonly address: string; readonly entry: number }): void => {
  (globalThis as unknown as Book).workbench.api.getActiveWorkbook().getActiveSheet().getRange(address).setValue(entry);
  button.click();
};
/** The card of the first goal, with its number typed and not saved. */
const card = async (value: string) => {
  await page.locator('[data-phase="control"]').click();
  await body().locator('[data-opens*="queue"]').first().click();
  const found = body().locator(".check-in").first();
  await found.locator('input[data-field="value"]').fill(value);
  const button = found.locator("button[type=submit]");
  return { save: () => button.click(), /** Right after an entry, before the pane can have read it. */ saveAtOnce: (address: string, entry: number) => button.evaluate(enterAndPress, { address, entry }) };
};

test("an entry that takes longer than the pane waits to read the one before it stays whole", async () => {
  await enter(TARGET, "13000000", "Enter");
  for (const letter of "1234567") {
    await page.keyboard.type(letter);
    await page.waitForTimeout(500);
  }
  await page.keyboard.press("Enter");
  expect(await until(page, THIRD_TARGET, (value) => value === 1_234_567)).toBe(1_234_567);
  expect([await cell(page, TARGET), await cell(page, "I4"), (await selected(page)).endsWith("!I4")]).toEqual([13_000_000, 0.06, true]);
  await body().getByText("1.23M").or(body().getByText("1.2M")).first().waitFor();
});

test("an entry that was left half-way for the pane counts, and so does the check-in", async () => {
  const { save } = await card("3m");
  await enter(TARGET, "14000000");
  await save();
  await saved();
  expect(await until(page, TARGET, (value) => value === 14_000_000)).toBe(14_000_000);
  expect(await until(page, ACTUAL, (value) => value === 3_000_000)).toBe(3_000_000);
  // What was expected is that of the target which the entry made.
  expect(await checkIns()).toEqual([expect.objectContaining({ Date: TODAY, Value: 3_000_000 })]);
  await page.locator('[data-phase="plan"]').click();
  await body().getByText("$3M / $14M").or(body().getByText("$14M")).first().waitFor();
});

test("whoever types into the row of the goal while its check-in is being saved is not disturbed", async () => {
  const { save } = await card("3m");
  await goTo(page, TARGET);
  await save();
  await enter(TARGET, "15000000");
  await page.waitForTimeout(1000);
  await page.keyboard.type("0");
  await page.keyboard.press("Enter");
  expect(await until(page, TARGET, (value) => value === 150_000_000)).toBe(150_000_000);
  expect(await until(page, ACTUAL, (value) => value === 3_000_000)).toBe(3_000_000);
  await saved();
  expect(await checkIns()).toHaveLength(1);
});

test("a check-in right after another column of the row was edited keeps both; one after its fact was edited asks which counts", async () => {
  const { saveAtOnce } = await card("3m");
  await enter(TARGET, "13000000", "Enter");
  await saveAtOnce(ACTUAL, 2_500_000);
  await body().getByText("2500000 / 3000000").waitFor();
  expect(await cell(page, TARGET)).toBe(13_000_000);
  await body().getByRole("button", { name: "2500000", exact: true }).click();
  expect(await until(page, ACTUAL, (value) => value === 2_500_000)).toBe(2_500_000);
  expect(await checkIns()).toEqual([expect.objectContaining({ Value: 3_000_000 })]);
});
