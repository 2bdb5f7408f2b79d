/** @jest-environment jsdom */
/** Somebody types, sorts, deletes in the sheet of the goals between any two exchanges of a saving, through the genuine office.js. */
import type { Loaded, PlanStore, Saved } from "../../../src/plan/store";
import { HostError, type Batch } from "../../rig/excel/fake-excel";
import { loadOffice, type OfficeInJest } from "../../rig/excel/office-in-jest";
import { columnUnder, planOf } from "../../rig/excel/plan-in-excel";

jest.setTimeout(120_000);

let office: OfficeInJest;
let store: PlanStore;
let row: string;
beforeAll(() => {
  office = loadOffice({ displayLanguage: "en-US", contentLanguage: "en-US", apiVersion: "1.17" });
});
async function open(): Promise<void> {
  office.setWaits(true);
  ({ store, row } = await planOf(office, [{ name: "CAC", target: 60_000 }, { name: "NPS", target: 50 }, { name: "LTV", target: 70 }]));
  goals().calculate = (formula) => formula;
}
const workbook = () => office.host().workbook;
const goals = () => workbook().Worksheets.items.find(({ Name }) => Name === "Goals" || Name === "Targets")!;
const at = (header: string): number => columnUnder(goals(), header);
const type = (line: number, header: string, value: string | number): void => goals().enter(line, at(header), value);
const table = () => workbook().Tables.GetItem("PLAN_GOALS");

/** The last row comes first. */
function sort(): void {
  const lines = [3, 1, 2].map((line) => Array.from({ length: at("sum") + 1 }, (_, column) => goals().cell(line, column)));
  lines.forEach((cells, i) => cells.forEach(({ value, formula }, column) => goals().enter(i + 1, column, formula ?? (typeof value === "string" && value !== "" ? `'${value}` : value))));
}

const target = () => store.save([{ kind: "update", table: "goals", row, fields: { target: 777 } }]);
const create = () => store.save([{ kind: "create", table: "goals", row: store.newRow(), fields: { name: "New", target: 9 } }]);
const remove = () => store.save([{ kind: "delete", table: "goals", row }]);

const shown = ({ plan }: Loaded): readonly string[] => plan.rows.goals.map(({ fields: { name, owner, target: number } }) => `${name ?? ""}/${owner ?? ""}/${number ?? ""}`).sort();
const asked = ({ questions }: Loaded): readonly string[] => questions.map(({ sentence }) => sentence.en);
/** The exchange that writes the cells: what is done between it and the look right before it nobody can tell. */
const isWriting = ({ Actions }: Batch): boolean => Actions.some(({ ActionType, Name }) => (ActionType === 4 && Name === "Formulas") || (ActionType === 3 && Name === "Delete"));

type Outcome = { readonly at: number; readonly saved: Saved; readonly later: Loaded };
/** The saving again and again, each time with the same deed before another of its exchanges. */
async function atEach(save: () => Promise<Saved>, deed: (batch: Batch) => boolean): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let nth = 0; ; nth += 1) {
    await open();
    let [count, isDone] = [0, false];
    office.host().between = (batch) => {
      if (count++ === nth) isDone = deed(batch);
    };
    const saved = await save();
    if (count <= nth) return outcomes;
    office.host().between = null;
    if (isDone) outcomes.push({ at: nth, saved, later: (await store.load())! });
  }
}
const unlessWriting = (deed: () => void) => (batch: Batch): boolean => {
  if (isWriting(batch)) return false;
  deed();
  return true;
};
/** Everything as it should be, with the number of the exchange where it is not. */
function expectAll(outcomes: readonly Outcome[], state: string, goalsThen: readonly string[], questions: readonly unknown[] = []): void {
  expect(outcomes.length).toBeGreaterThan(10);
  for (const { at: nth, saved, later } of outcomes) expect([nth, saved.state, shown(later), asked(later)]).toEqual([nth, state, goalsThen, questions]);
}

test("typed into another cell of the row that is saved: both stay", async () => {
  expectAll(await atEach(target, unlessWriting(() => type(1, "Owner", "Boris"))), "workbook", ["CAC/Boris/777", "LTV//70", "NPS//50"]);
});
test("sorted, and typed into what came first: each value is on its own row", async () => {
  expectAll(await atEach(target, unlessWriting(() => { sort(); type(1, "Owner", "Boris"); })), "workbook", ["CAC//777", "LTV/Boris/70", "NPS//50"]);
});
test("a row was begun below the table where the pane was about to put a new one: there are both", async () => {
  const outcomes = await atEach(create, (batch) => {
    // Once the new row stands there nobody begins one in its place.
    if (isWriting(batch) || goals().cell(4, at("Goal")).value !== "") return false;
    type(4, "Goal", "By hand");
    table().block = { ...table().block, rows: 5 };
    return true;
  });
  expectAll(outcomes, "workbook", ["By hand//", "CAC//60000", "LTV//70", "NPS//50", "New//9"]);
});
test("the row that is saved was deleted: it is asked about, and not another one", async () => {
  const outcomes = await atEach(target, unlessWriting(() => goals().takeOut({ row: 1, column: 0, rows: 1, columns: at("sum") + 1 })));
  expectAll(outcomes, "workbook", ["CAC//777", "LTV//70", "NPS//50"], [expect.stringMatching(/^Removed by hand from Goals: 1 \(G-001\)/)]);
});
test("sorted while a row is deleted in the pane: that one goes, and no other", async () => {
  const outcomes = await atEach(remove, (batch) => goals().cell(3, 0).value !== "" && unlessWriting(sort)(batch));
  expectAll(outcomes, "workbook", ["LTV//70", "NPS//50"]);
});

test("a column of one's own was put in while a new row is saved: its values are in their columns", async () => {
  const outcomes = await atEach(create, unlessWriting(() => {
    const before = at("Target");
    for (let line = 0; line < 5; line += 1) {
      for (let column = 60; column > before; column -= 1) {
        const { value, formula } = goals().cell(line, column - 1);
        goals().enter(line, column, formula ?? (typeof value === "string" && value !== "" ? `'${value}` : value));
      }
      goals().enter(line, before, line === 0 ? "Mine" : "");
    }
    table().block = { ...table().block, columns: table().block.columns + 1 };
  }));
  expectAll(outcomes, "workbook", ["CAC//60000", "LTV//70", "NPS//50", "New//9"]);
});
test("its Excel table was given another name: saved all the same", async () => {
  const outcomes = await atEach(target, () => {
    table().Name = "Mine";
    return true;
  });
  expectAll(outcomes, "workbook", ["CAC//777", "LTV//70", "NPS//50"]);
});
test("its sheet was renamed: what waits names that sheet as the user knew it, and is saved at the next look", async () => {
  const outcomes = await atEach(target, () => {
    goals().Name = "Targets";
    return true;
  });
  for (const { saved, later } of outcomes) expect([saved.reason?.en ?? "", shown(later)]).toEqual([expect.stringMatching(/^$|the sheet “Goals” is missing|the sheet is missing/), ["CAC//777", "LTV//70", "NPS//50"]]);
});
test("an Excel that refuses for a moment names no sheet that nobody sees, and nothing is lost", async () => {
  const outcomes = await atEach(target, () => {
    office.host().failNext = new HostError("ActivityLimitReached", "The limit is reached.");
    return true;
  });
  for (const { saved, later } of outcomes) expect([saved.reason?.en ?? "", shown(later)]).toEqual([expect.not.stringContaining("_fp"), ["CAC//777", "LTV//70", "NPS//50"]]);
});

describe("a cell of the row is being edited while the pane saves, and entered at last", () => {
  const entering = (): boolean => {
    office.host().entering = () => type(1, "Owner", "Boris");
    return true;
  };
  test("in an Excel that lets requests wait for the end of it", async () => {
    expectAll(await atEach(target, entering), "workbook", ["CAC/Boris/777", "LTV//70", "NPS//50"]);
  });
  test("in one that refuses them: the pane asks again for a while", async () => {
    await open();
    office.setWaits(false);
    let isBegun = false;
    office.host().between = (batch) => {
      if (!isWriting(batch) || isBegun || !JSON.stringify(batch).includes("777")) return;
      isBegun = entering();
      setTimeout(() => {
        office.host().entering?.();
        office.host().entering = null;
      }, 900);
    };
    const saved = await target();
    expect([isBegun, saved.state, shown(saved)]).toEqual([true, "workbook", ["CAC/Boris/777", "LTV//70", "NPS//50"]]);
  });
});
