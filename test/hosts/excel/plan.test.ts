/** @jest-environment jsdom */
/** The plan in Excel, through the genuine office.js: refusals, hand edits, what is told of changes, what outlives the pane. */
import { excelPlan } from "../../../src/hosts/excel/plan";
import { excelHost } from "../../../src/hosts/excel/workbook";
import type { PlanStore } from "../../../src/plan/store";
import { HostError } from "../../rig/excel/fake-excel";
import type { Worksheet } from "../../rig/excel/fake-sheet";
import { loadOffice, type OfficeInJest } from "../../rig/excel/office-in-jest";
import { columnUnder, go, planOf } from "../../rig/excel/plan-in-excel";

let office: OfficeInJest;
let store: PlanStore;
let row: string;
beforeAll(() => {
  office = loadOffice({ displayLanguage: "en-US", contentLanguage: "en-US", apiVersion: "1.17" });
});
beforeEach(async () => {
  office.setApi("1.17");
  ({ store, row } = await planOf(office, [{ name: "CAC", type: "decrease", target: 60000, owner: "Anna" }, { name: "NPS", type: "keep ≥", target: 50 }]));
});
afterEach(() => jest.useRealTimers());

const workbook = () => office.host().workbook;
const goals = () => workbook().Worksheets.GetItem("Goals");
const at = (header: string): number => columnUnder(goals(), header);
const shown = (header: string, line = 1): unknown => goals().cell(line, at(header)).value;
const target = (value: number) => store.save([{ kind: "update", table: "goals", row, fields: { target: value } }]);
const targets = async (of: PlanStore = store): Promise<readonly unknown[]> => (await of.load())!.plan.rows.goals.map(({ fields }) => fields.target);
const waiting = (): readonly string[] => Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i)!).filter((key) => key.includes("outbox"));
/** Batches that write. */
const writes = (): number => office.host().log.filter(({ Actions }) => Actions.some(({ ActionType }) => ActionType === 4)).length;

test("a goal is a row of a real table, its calculated cells are formulas, its machine columns at the right end", () => {
  expect([shown("ID"), shown("Goal"), shown("Target"), shown("Goal", 2)]).toEqual(["G-001", "CAC", 60000, "NPS"]);
  expect(goals().cell(1, at("Progress")).formula).toMatch(/^=IF\(/);
  expect(workbook().Tables.GetItem("PLAN_GOALS").block).toMatchObject({ row: 0, column: 0, rows: 3 });
  expect(workbook().Tables.GetItem("PLAN_GOALS").block.columns).toBe(at("sum") + 1);
  expect(workbook().Worksheets.items.filter(({ Visibility }) => Visibility === "VeryHidden")).toHaveLength(2);
  expect(workbook().Worksheets.active).toBe(0);
});

test("an opening that finds nothing new writes nothing", async () => {
  await store.load();
  const before = writes();
  await store.load();
  await (await excelPlan("boris")).load();
  expect(writes()).toBe(before);
});

test("a hand edit is taken over, a formula in it stays when the row is written again", async () => {
  goals().enter(1, at("Owner"), "Boris");
  goals().calculate = () => 55_000;
  goals().enter(1, at("Actual"), "=SUM(1,2)");
  const { plan, notices } = (await store.load())!;
  expect(plan.rows.goals[0]).toMatchObject({ fields: { owner: "Boris", actual: 55_000 }, formulas: { actual: "=SUM(1,2)" } });
  expect(notices.map(({ kind }) => kind)).toEqual(["hand"]);
  await target(1);
  expect(goals().cell(1, at("Actual")).formula).toBe("=SUM(1,2)");
});

test("rows of the table that were sorted by hand are found where they are", async () => {
  const lines = [1, 2].map((line) => Array.from({ length: at("sum") + 1 }, (_, column) => goals().cell(line, column)));
  lines.reverse().forEach((cells, i) => cells.forEach(({ value, formula }, column) => {
    goals().calculate = () => value;
    goals().enter(i + 1, column, formula ?? (typeof value === "string" && value !== "" ? `'${value}` : value));
  }));
  const saved = await target(7);
  expect([saved.state, shown("Target", 1), shown("Target", 2)]).toEqual(["workbook", 50, 7]);
});

describe("refused: a sentence that says where and what to do, the change is seen, kept, and written later", () => {
  type Fault = readonly [name: string, on: () => void, off: () => void, says: RegExp];
  const faults: readonly Fault[] = [
    ["a protected sheet", () => { goals().isProtected = true; }, () => { goals().isProtected = false; }, /“Goals” is protected\. Unprotect it/],
    ["merged cells", () => { goals().merged.push({ row: 1, column: 0, rows: 1, columns: 60 }); }, () => { goals().merged.length = 0; }, /merged cells in “Goals![A-Z]+2[^”]*”\. Unmerge/],
    ["a filter", () => { goals().hiddenRows.add(1); }, () => { goals().hiddenRows.clear(); }, /a filter hides rows in “Goals!.+”\. Clear the filter/],
    ["cells that are not handed over", () => { goals().mostCells = 0; }, () => { goals().mostCells = Infinity; }, /could not be read back from “Goals!A1:[A-Z]+1”\. Try again/],
  ];
  test.each(faults)("%s", async (_, on, off, says) => {
    on();
    const saved = await target(777);
    expect([saved.state, saved.reason?.en, saved.plan.rows.goals[0]!.fields.target]).toEqual(["outbox", expect.stringMatching(says), 777]);
    expect(saved.reason!.en).toMatch(/^Not saved yet: .+Your change is kept\.$/);
    expect(waiting()).toHaveLength(1);
    off();
    // The pane was closed in between.
    const again = await excelPlan();
    expect((await targets(again))[0]).toBe(777);
    expect([waiting(), shown("Target")]).toEqual([[], 777]);
  });
  test("a sheet that is gone: its rows are in the plan, nothing else is written into, and the plan's own button makes the sheet again", async () => {
    workbook().Worksheets.GetItem("Goals").Delete();
    const saved = await target(777);
    expect([saved.state, saved.reason?.en]).toEqual(["outbox", expect.stringMatching(/the sheet “Goals” is missing/)]);
    expect(waiting()).toHaveLength(1);
    await store.start("en", [], go.progress, go.cancel);
    const { questions } = (await store.load())!;
    expect(questions.map(({ kind }) => kind)).toEqual(["removedByHand"]);
    await store.answer(questions[0]!.id, "back");
    expect([waiting(), shown("Target"), shown("Goal", 2)]).toEqual([[], 777, "NPS"]);
  });
  test("a browser without room says that the change lasts as long as the pane", async () => {
    const setItem = jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    goals().isProtected = true;
    const saved = await target(777);
    setItem.mockRestore();
    expect(saved.reason?.en).toMatch(/Your change is kept\. But only while this pane is open/);
    goals().isProtected = false;
    expect((await targets())[0]).toBe(777);
    expect(shown("Target")).toBe(777);
  });
  test("in Russian the sheet is named too", async () => {
    goals().isProtected = true;
    expect((await target(1)).reason?.ru).toBe("Пока не сохранено: лист или книга «Goals» под защитой. Снимите защиту или попросите об этом владельца. Ваша правка не потеряна.");
  });
  test("a reading that fails is a sentence in the language of the pane", async () => {
    goals().mostCells = 0;
    (await excelHost()).setLanguage?.("ru");
    await expect(store.load()).rejects.toThrow(/«?Goals!A1/);
    await expect(store.load()).rejects.toThrow(/Повторите/);
  });
});

describe("another workbook", () => {
  test("knows nothing of what waits in this one", async () => {
    goals().isProtected = true;
    await target(777);
    office.freshWorkbook();
    const other = await excelPlan();
    await other.start("en", [{ kind: "create", table: "goals", row: other.newRow(), fields: { name: "Other", target: 1 } }], go.progress, go.cancel);
    expect(await targets(other)).toEqual([1]);
    expect(waiting()).toHaveLength(1);
  });
  test("that counts days from 1904 is refused before anything is written", async () => {
    office.freshWorkbook().workbook.is1904 = true;
    const other = await excelPlan();
    await expect(other.start("en", [], go.progress, go.cancel)).rejects.toThrow(/counts days from 1904/);
    expect(workbook().Worksheets.items.map(({ Name }) => Name)).toEqual(["Sheet1"]);
  });
  test("without a plan is asked, and nothing is written into it", async () => {
    office.freshWorkbook();
    expect(await (await excelPlan()).load()).toBeNull();
    expect(writes()).toBe(0);
    expect(workbook().Settings.items).toEqual([]);
  });
});

describe("who writes", () => {
  const lanes = (): readonly string[] => workbook().Worksheets.items.map(({ Name }: Worksheet) => Name).filter((name) => name.startsWith("_fp_j_"));
  test("is the same after the pane was closed", async () => {
    store = await excelPlan();
    await target(5);
    expect(lanes()).toHaveLength(1);
  });
  test("a second window of the workbook in this browser is a client of its own, the same one each time", async () => {
    const held = new Set<string>();
    Object.defineProperty(navigator, "locks", { configurable: true, value: {
      // As browsers do: what is held is not given, and given until the work is done.
      request: (name: string, _: object, work: (lock: object | null) => Promise<void> | undefined) => {
        if (held.has(name)) return Promise.resolve(work(null));
        held.add(name);
        return Promise.resolve(work({})).then(() => void held.delete(name));
      },
    } });
    const first = await excelPlan();
    const second = await excelPlan();
    expect(first.newRow().split("-")[0]).toBe(row.split("-")[0]);
    expect(second.newRow().split("-")[0]).not.toBe(row.split("-")[0]);
    // What the second one could not save is saved by whoever comes when it is closed, and by nobody as long as it is open.
    await second.load();
    office.host().between = () => void (office.host().failNext = new HostError("GeneralException"));
    await second.save([{ kind: "update", table: "goals", row, fields: { target: 777 } }]);
    office.host().between = office.host().failNext = null;
    expect([(await targets(first))[0], waiting().length]).toEqual([60_000, 1]);
    held.clear();
    expect([(await targets(await excelPlan()))[0], waiting()]).toEqual([777, []]);
    expect((await excelPlan()).newRow().split("-")[0]).toBe(second.newRow().split("-")[0]);
    delete (navigator as { locks?: unknown }).locks;
  });
});

test.each([1, 6, 12, 18])("another window of this browser looks while this one saves (exchange %i): it does not save the same once more, over what comes next", async (nth) => {
  const other = await excelPlan("boris");
  await other.load();
  let count = 0;
  let looking: Promise<unknown> | null = null;
  office.host().between = () => {
    if (count++ === nth) looking = other.load();
  };
  await target(777);
  await target(888);
  await looking;
  const { plan, questions } = (await store.load())!;
  expect([looking, plan.rows.goals[0]!.fields.target, questions]).toEqual([expect.any(Promise), 888, []]);
});

describe("changes in the sheets", () => {
  const heard = async (...tell: readonly (() => unknown)[]): Promise<number> => {
    const listener = jest.fn();
    const stop = store.onChange!(listener);
    await until(() => workbook().Worksheets.isListening);
    for (const each of tell) await each();
    await new Promise((resolve) => setTimeout(resolve, 700));
    stop();
    await until(() => !workbook().Worksheets.isListening);
    return listener.mock.calls.length;
  };
  test("of this user and of others are told, several at once as one", async () => {
    expect(await heard(() => office.tellChange({ source: "Local", triggerSource: "Unknown" }), () => office.tellChange({ source: "Remote", triggerSource: "Unknown" }))).toBe(1);
  });
  test("of the add-in itself are not", async () => {
    expect(await heard(() => target(3), () => office.tellChange({ source: "Local", triggerSource: "ThisLocalAddin" }))).toBe(0);
  });
  test("in versions that do not say who: not what comes right after a writing, but what others do", async () => {
    expect(await heard(() => target(3), () => office.tellChange({ source: "Local" }))).toBe(0);
    expect(await heard(() => target(4), () => office.tellChange({ source: "Remote" }))).toBe(1);
  });
  test("cannot be told by the oldest versions", () => {
    office.setApi("1.8");
    const stop = store.onChange!(() => undefined);
    stop();
    expect(workbook().Worksheets.isListening).toBe(false);
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}
