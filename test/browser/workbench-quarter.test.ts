/** A quarter in the workbench with a keyboard alone: what is done in the pane stands in the rows of the sheets, and the next quarter follows from it. */
import type { Page } from "playwright-core";
import { serialOfDay } from "../../src/core/calendar";
import type { Cell } from "../../src/catalogue/grid";
import { CLOSE_WORDS } from "../../src/pane/plan/close/words";
import { CONTROL_WORDS } from "../../src/pane/plan/control/words";
import { FIRST_WORDS } from "../../src/pane/plan/first-words";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { WORDS } from "../../src/pane/words";
import { STATUS_WORDS } from "../../src/plan/code-words";
import { columnOf } from "../../src/plan/plan";
import { GOAL_NAMES, READY_RESOURCES, READY_TASKS } from "../../src/plan/ready-texts";
import { TABLES, type TableKey } from "../../src/plan/tables";
import { handsOf, type Hands } from "./plan-hands";
import { keysOf, type Keys } from "./plan-keys";
import type { Lang } from "./plan-states";
import { openPage, records, sheetNames, startWorkbench, until, type Workbench } from "./workbench-page";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;
const SAID = { cause: { en: "Too few leads", ru: "Мало лидов" }, channel: { en: "Start a second channel", ru: "Запустить второй канал" }, lesson: { en: "Leads first", ru: "Сначала лиды" } };

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 60_000);
afterAll(() => workbench.close());

describe.each<[Lang, boolean]>([["en", false], ["ru", true]])("%s, dark: %s", (language, dark) => {
  let page: Page;
  let close: () => Promise<void>;
  let keys: Keys;
  let hands: Hands;
  let faults: readonly string[];
  beforeAll(async () => {
    const opened = await openPage(workbench, { locale: language === "ru" ? "ru-RU" : "en-US", dark, at: "2026-07-03T09:00:00" });
    ({ page, faults } = opened);
    close = () => opened.context.close();
    page.setDefaultTimeout(5000);
    keys = keysOf(page);
    hands = handsOf(page, keys, language);
  }, 60_000);
  afterAll(() => close());

  /** What stands in these fields of the rows of a sheet, where `which` does. */
  const rows = async (table: TableKey, fields: readonly string[], which: Readonly<Record<string, Cell>> = {}): Promise<Cell[][]> => {
    const header = (field: string) => columnOf(table, field)!.header[language];
    // The sample has sheets of these names already: the plan's come after.
    const sheet = (await sheetNames(page)).filter((name) => name.startsWith(TABLES[table].sheet[language])).at(-1)!;
    const found = (await records(page, sheet)).filter((row) => row[header(fields[0]!)] !== null);
    return found.filter((row) => Object.entries(which).every(([field, value]) => row[header(field)] === value)).map((row) => fields.map((field) => row[header(field)] ?? null));
  };
  /** The sheets follow the pane. */
  const saved = () => page.getByText(hands.text(PLAN_WORDS.inWorkbook)).waitFor();
  const goal = (n: number, name: keyof typeof GOAL_NAMES) => `G-${String(n).padStart(3, "0")} ${GOAL_NAMES[name][language]}`;

  test("F6 leads out of the sheet, which keeps Tab for itself, and back to its cell", async () => {
    await page.waitForSelector("[data-u-comp=editor]", { state: "attached" });
    await keys.press("Tab", "F6");
    expect(await keys.focus()).toBe(hands.text(WORDS.functions));
    await keys.press("F6", "F6", "ArrowRight");
    await page.keyboard.type("7");
    await keys.press("Enter");
    expect(await until(page, "C1", (value) => value === 7)).toBe(7);
    await keys.press("Shift+F6");
    expect(await page.evaluate(() => document.activeElement?.closest(".bar") !== null)).toBe(true);
    await keys.press("Shift+F6");
    expect(await keys.focus()).toBe(hands.text(WORDS.functions));
  });

  test("a ready-made plan fills its sheets", async () => {
    await keys.press("End");
    await page.getByText(hands.text(FIRST_WORDS.ready)).waitFor();
    await hands.go(FIRST_WORDS.ready);
    await hands.fill(/^target/, hands.number("12m"));
    await hands.fill(/^deal/, hands.number("150k"));
    await keys.press("Enter");
    await page.locator(".plan").waitFor({ timeout: 20_000 });
    await saved();
    expect(await rows("goals", ["goal_id", "name", "target"], { name: GOAL_NAMES.volume[language] })).toEqual([["G-001", GOAL_NAMES.volume[language], 12_000_000]]);
    expect([(await rows("goals", ["name"])).length, (await rows("tasks", ["action"])).length, (await rows("resources", ["name"])).length]).toEqual([11, READY_TASKS.length, READY_RESOURCES.length]);
  });

  test("a check-in, and a corrective action against what lags", async () => {
    await page.clock.setSystemTime("2026-09-30T09:00:00");
    await hands.up(PLAN_WORDS.phaseControl);
    await hands.go(CONTROL_WORDS.setToday);
    await hands.up(PLAN_WORDS.nextStep);
    expect(await keys.focus()).toBe("value");
    await keys.retype(hands.number("9m"));
    await hands.press("Enter", "Escape");
    await saved();
    expect(await rows("checkins", ["goal", "date", "value"])).toEqual([[goal(1, "volume"), day(9, 30), 9_000_000]]);
    await hands.go(GOAL_NAMES.volume);
    await hands.go(CONTROL_WORDS.addAction);
    await hands.fill(/^cause(?: \||$)/, hands.text(SAID.cause));
    await hands.fill(/^action/, hands.text(SAID.channel));
    await hands.press("Enter");
    await saved();
    expect(await rows("actions", ["goal", "cause", "action"])).toEqual([[goal(1, "volume"), hands.text(SAID.cause), hands.text(SAID.channel)]]);
    expect(await rows("tasks", ["action", "origin"], { action: hands.text(SAID.channel) })).toEqual([[hands.text(SAID.channel), expect.stringMatching(/^A-001/)]]);
    expect(await rows("goals", ["name", "actual"], { name: GOAL_NAMES.volume[language] })).toEqual([[GOAL_NAMES.volume[language], 9_000_000]]);
  });

  test("the quarter is closed, and the next one holds what was carried over", async () => {
    await hands.up(PLAN_WORDS.menu);
    await hands.go(PLAN_WORDS.closeCycle);
    await hands.fill(/^lessons/, hands.text(SAID.lesson));
    await hands.decide((title) => hands.press(title === GOAL_NAMES.volume[language] || title === hands.text(SAID.channel) ? "Space" : "ArrowLeft"));
    // Lessons are kept as soon as they are left, long before the cycle is closed.
    await saved();
    expect(await rows("cycles", ["cycle_id", "lessons"])).toEqual([["2026-Q3", hands.text(SAID.lesson)]]);
    await hands.go(new RegExp(`^${hands.text(CLOSE_WORDS.close)}$`));
    await saved();
    expect(await rows("cycles", ["cycle_id", "lessons", "start", "end"])).toEqual([["2026-Q3", hands.text(SAID.lesson), day(7, 1), day(9, 30)], ["2026-Q4", null, day(10, 1), day(12, 31)]]);
    expect(await rows("goals", ["name", "baseline", "carried_from"], { cycle: "2026-Q4" })).toEqual([[GOAL_NAMES.volume[language], 0, goal(1, "volume")]]);
    expect(await rows("tasks", ["action"], { cycle: "2026-Q4" })).toEqual([[hands.text(SAID.channel)]]);
    expect(await rows("goals", ["name", "status"], { name: GOAL_NAMES.volume[language], cycle: "2026-Q3" })).toEqual([[GOAL_NAMES.volume[language], STATUS_WORDS.missed[language]]]);
    expect(faults).toEqual([]);
  });
});
