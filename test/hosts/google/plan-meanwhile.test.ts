/** People take no lock: what they do in the sheets while a call of the plan runs, before one after the other of its requests. */
import type { Operation } from "../../../src/plan/operation";
import type { PlanStore } from "../../../src/plan/store";
import { openPlan } from "../../rig/google/plan-store";
import { FakeSheet, fakeSpreadsheet, type FakeSpreadsheet } from "../../rig/google/services";

const go = { progress: () => undefined, cancel: { cancelled: false } };
const goal = (store: PlanStore, fields: Extract<Operation, { kind: "create" }>["fields"]): Operation & { readonly kind: "create" } => ({ kind: "create", table: "goals", row: store.newRow(), fields });
const columnOf = (sheet: FakeSheet, header: string): number => Array.from({ length: sheet.maxColumns }, (_, i) => sheet.values.get(`1,${i + 1}`)).indexOf(header) + 1;

type Begun = { readonly spreadsheet: FakeSpreadsheet; readonly store: PlanStore; readonly goals: FakeSheet; readonly rows: readonly string[] };
async function begun(): Promise<Begun> {
  const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")] });
  const { store } = await openPlan(spreadsheet);
  const made = ["CAC", "NPS", "Calls"].map((name, i) => goal(store, { name, target: 10 * (i + 1) }));
  await store.start("en", made, go.progress, go.cancel);
  return { spreadsheet, store, goals: spreadsheet.find("Goals")!, rows: made.map(({ row }) => row) };
}

/** The rows change places whole, as when a person sorts. */
function turnRound(sheet: FakeSheet): void {
  const last = sheet.last(0);
  for (const map of [sheet.values, sheet.formulas] as readonly Map<string, unknown>[]) {
    const cells = [...map].filter(([key]) => !key.startsWith("1,"));
    for (const [key] of cells) map.delete(key);
    for (const [key, value] of cells) {
      const [row, column] = key.split(",").map(Number) as [number, number];
      map.set(`${last + 2 - row},${column}`, value);
    }
  }
}
function typeBelow(sheet: FakeSheet): void {
  const row = sheet.last(0) + 1;
  sheet.enter(row, columnOf(sheet, "Goal"), "By hand");
  sheet.enter(row, columnOf(sheet, "Target"), 9);
}

const edited = ({ rows }: Begun): Operation => ({ kind: "update", table: "goals", row: rows[0]!, fields: { target: 77 } });
const added = ({ store }: Begun): Operation => goal(store, { name: "New", target: 4 });
type Goals = Readonly<Record<string, readonly [target: unknown, weight: unknown]>>;
const rest: Goals = { NPS: [20, ""], Calls: [30, ""] };

/** The last requests are those that write: what a person does between the last look and them nobody can see. */
const cases: readonly (readonly [string, string, (all: Begun) => void, (all: Begun) => Operation, Goals])[] = [
  ["types into another cell of the row", "a goal is saved", ({ goals }) => goals.enter(2, columnOf(goals, "Weight"), 5), edited, { CAC: [77, 5], ...rest }],
  ["types a row below the last one", "a goal is added", ({ goals }) => typeBelow(goals), added, { CAC: [10, ""], ...rest, New: [4, ""], "By hand": [9, ""] }],
  ["sorts the table", "a goal is saved", ({ goals }) => turnRound(goals), edited, { CAC: [77, ""], ...rest }],
  ["sorts the table", "a goal is deleted", ({ goals }) => turnRound(goals), ({ rows }) => ({ kind: "delete", table: "goals", row: rows[0]! }), rest],
];

test.each(cases)("a person %s while %s: everything counts, in the plan and in its row of the sheet", async (_, __, act, operation, expected) => {
  for (const request of [4, 8, 12, 16, 20, 24]) {
    const all = await begun();
    const { spreadsheet, store, goals } = all;
    let left = request;
    spreadsheet.meanwhile = () => {
      if ((left -= 1) === 0) act(all);
    };
    const saved = await store.save([operation(all)]);
    spreadsheet.meanwhile = () => undefined;
    const { plan } = (await store.load())!;
    const inPlan = plan.rows.goals.map(({ fields }) => [fields.name, [fields.target, fields.weight ?? ""]] as const);
    const onSheet = Array.from({ length: goals.last(0) - 1 }, (___, i) => [goals.at(i + 2, columnOf(goals, "Goal")), [goals.at(i + 2, columnOf(goals, "Target")), goals.at(i + 2, columnOf(goals, "Weight"))]] as const);
    expect({ request, left: left <= 0, state: saved.state, goals: Object.fromEntries(inPlan), sheet: Object.fromEntries(onSheet) }).toEqual({ request, left: true, state: "shared", goals: expected, sheet: expected });
  }
});

test("where a formula beside the table fills cells that never rest, it is saved all the same", async () => {
  const all = await begun();
  let number = 0;
  all.goals.maxColumns = 50;
  all.spreadsheet.meanwhile = () => all.goals.enter(3, 45, (number += 1));
  expect((await all.store.save([edited(all)])).state).toBe("shared");
});
