/** The spreadsheet under the store of the plan, by the built Plan.js: what is written, how it looks, and what is said when Sheets refuses. */
import type { Operation } from "../../../src/plan/operation";
import { sheetsOf } from "../../../src/plan/sheet-layout";
import type { PlanStore } from "../../../src/plan/store";
import { memoryKeeper, openPlan, type OpenedPlan } from "../../rig/google/plan-store";
import { FakeSheet, fakeSpreadsheet, type FakeSpreadsheet } from "../../rig/google/services";

const go = { progress: () => undefined, cancel: { cancelled: false } };
const goal = (store: PlanStore, fields: Extract<Operation, { kind: "create" }>["fields"]): Operation & { readonly kind: "create" } => ({ kind: "create", table: "goals", row: store.newRow(), fields });

type Begun = OpenedPlan & { readonly spreadsheet: FakeSpreadsheet; readonly goals: FakeSheet; readonly row: string };
async function begun(options: Parameters<typeof fakeSpreadsheet>[0] = {}): Promise<Begun> {
  const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")], ...options });
  const opened = await openPlan(spreadsheet);
  const { store } = opened;
  const [a, b] = [goal(store, { name: "CAC", type: "decrease", target: 60000, end: 46295 }), goal(store, { name: "NPS", target: 50 })];
  await store.start("en", [a, b], go.progress, go.cancel);
  return { ...opened, spreadsheet, goals: spreadsheet.find("Goals")!, row: a.row };
}
const columnOf = (sheet: FakeSheet, header: string): number => Array.from({ length: sheet.maxColumns }, (_, i) => sheet.values.get(`1,${i + 1}`)).indexOf(header) + 1;
const at = (sheet: FakeSheet, row: number, header: string): unknown => sheet.at(row, columnOf(sheet, header));

describe("a new plan", () => {
  test("has ten sheets behind what was there, hidden ones for the journal, and leaves the user where he was", async () => {
    const { spreadsheet } = await begun();
    expect(spreadsheet.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)).toEqual(["Data", ...sheetsOf("en").slice(0, 10)]);
    expect(spreadsheet.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(["_fp_meta", "_fp_j_shared"]);
    expect(spreadsheet.selection()).toBe("Data!A1");
  });
  test("has names over whole columns, however long a table grows", async () => {
    const { spreadsheet } = await begun();
    const named = spreadsheet.named();
    expect(named["PLAN_GOALS"]).toMatch(/^Goals!A:A[A-Z]$/);
    expect(named["PLAN_ASOF"]).toBe("Settings!B2");
    expect(Object.keys(named)).toEqual(expect.arrayContaining(["PLAN_TASKS", "PLAN_CHECKINS", "PLAN_HOLIDAYS", "PLAN_SEASON_INDEX"]));
  });
  test("looks like one: header, hints, widths, formats, lists, colours, a filter", async () => {
    const { goals } = await begun();
    const [type, end, status] = ["Type", "Due", "Status"].map((header) => columnOf(goals, header)) as [number, number, number];
    expect(goals.looks.get("1,1")).toMatchObject({ weight: "bold", wrap: true });
    expect(goals.notes.get(`1,${type}`)).toMatch(/^Required\. /);
    expect(goals.lists.get(`2,${type}`)).toContain("Decrease");
    expect([goals.formats.get(`2,${end}`), goals.formats.get(`1000,${end}`)]).toEqual(["yyyy-mm-dd", "yyyy-mm-dd"]);
    expect(goals.looks.get(`2,${status}`)).toMatchObject({ background: "#f2f3f3" });
    expect(goals.rules.length).toBeGreaterThan(4);
    expect([goals.frozenRows, goals.filter?.block.row, goals.widths.size > 20]).toEqual([1, 1, true]);
  });
  test("holds the lock of the document while it writes, and flushes before it gives it back", async () => {
    const { spreadsheet, store } = await begun();
    spreadsheet.log.length = 0;
    await store.save([goal(store, { name: "X" })]);
    expect(spreadsheet.log).toEqual(["lock", "write", "flush", "release"]);
  });
  test("is stopped between two calls, and then nothing of it is left, not even a name", async () => {
    const spreadsheet = fakeSpreadsheet({ sheets: [new FakeSheet("Data")] });
    const { store } = await openPlan(spreadsheet);
    const cancel = { cancelled: false };
    expect(await store.start("ru", [goal(store, { name: "X" })], () => { cancel.cancelled = true; }, cancel)).toBeNull();
    expect([spreadsheet.sheets.map(({ name }) => name), spreadsheet.named()]).toEqual([["Data"], {}]);
  });
});

describe("cells", () => {
  test.each(["Etc/UTC", "Europe/Moscow", "America/New_York", "Pacific/Auckland"])("a day is that day in a spreadsheet of %s", async (zone) => {
    const { store, goals, spreadsheet } = await begun({ zone });
    expect(at(goals, 2, "Due")).toBeInstanceOf(Date);
    expect((await store.load())!.plan.rows.goals[0]!.fields.end).toBe(46295);
    goals.type(`${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[columnOf(goals, "Due") - 1]!}2`, "2026-11-30");
    expect((await store.load())!.plan.rows.goals[0]!.fields.end).toBe(46356);
    expect(spreadsheet.lock).toBe("free");
  });
  test("a formula by hand is read in English and stays when other fields of its row are saved", async () => {
    const { store, goals, row } = await begun({ locale: "ru_RU" });
    goals.results = () => 42;
    const actual = columnOf(goals, "Actual");
    goals.enter(2, actual, "=SUM(Data!A1;1,5)");
    const loaded = (await store.load())!;
    expect([loaded.plan.rows.goals[0]!.fields.actual, loaded.plan.rows.goals[0]!.formulas["actual"]]).toEqual([42, "=SUM(Data!A1,1.5)"]);
    await store.save([{ kind: "update", table: "goals", row, fields: { target: 1, weight: 2 } }]);
    expect(goals.formulas.get(`2,${actual}`)).toBe("=SUM(Data!A1;1,5)");
    expect(at(goals, 2, "Weight")).toBe(2);
  });
  test("a fact from check-ins names the columns, because Sheets knows no tables; in the plan it stays what it was", async () => {
    const { store, goals, row } = await begun({ locale: "ru_RU" });
    const formula = '=LATEST_CHECKIN("G-001",PLAN_CHECKINS[#All])';
    const saved = await store.save([{ kind: "update", table: "goals", row, fields: { actual: { formula } } }]);
    expect(goals.formulas.get(`2,${columnOf(goals, "Actual")}`)).toBe('=LATEST_CHECKIN("G-001";PLAN_CHECKINS)');
    expect([saved.state, saved.plan.rows.goals[0]!.formulas["actual"]]).toEqual(["shared", formula]);
    expect((await store.load())!.notices).toEqual([]);
  });
  test("what a custom function has not calculated yet is no value, and an error is one", async () => {
    const { store, goals } = await begun();
    goals.results = (formula) => (formula.includes("CAC") ? "Loading..." : "#DIV/0!");
    goals.enter(2, columnOf(goals, "Actual"), "=CAC(1,2)");
    goals.enter(3, columnOf(goals, "Actual"), "=1/0");
    const rows = (await store.load())!.plan.rows.goals;
    expect(rows.map(({ fields, odd }) => [fields.actual, odd["actual"]])).toEqual([[null, { error: "#N/A" }], [null, { error: "#DIV/0!" }]]);
  });
  test("opening again writes nothing", async () => {
    const { spreadsheet } = await begun();
    const other = await openPlan(spreadsheet);
    await other.store.load();
    spreadsheet.log.length = 0;
    await other.store.load();
    expect(spreadsheet.log).not.toContain("write");
  });
  test("more rows than the sheet has get room", async () => {
    const { store, goals } = await begun();
    await store.save(Array.from({ length: 1100 }, (_, i) => goal(store, { name: `Goal ${i}` })));
    expect(goals.maxRows).toBeGreaterThan(1100);
    expect(at(goals, 1103, "Goal")).toBe("Goal 1099");
    expect(goals.formats.get(`1103,${columnOf(goals, "Due")}`)).toBe("yyyy-mm-dd");
  });
  test("a deleted row goes, and what stood below it moves up with its formulas", async () => {
    const { store, goals, row } = await begun();
    await store.save([{ kind: "delete", table: "goals", row }]);
    expect([at(goals, 2, "Goal"), at(goals, 3, "Goal")]).toEqual(["NPS", ""]);
    expect((await store.load())!.notices).toEqual([]);
  });
});

describe("what Sheets refuses is told with its reason, and nothing is lost", () => {
  const refusals: readonly (readonly [string, (begun: Begun) => void, (begun: Begun) => void, RegExp])[] = [
    ["a protected sheet", ({ goals }) => void goals.protections.push({ block: null, canEdit: false, warningOnly: false }), ({ goals }) => void goals.protections.pop(), /“Goals!.*protected\. Unprotect/],
    ["a protected part", ({ goals }) => void goals.protections.push({ block: { row: 2, column: 1, rows: 5, columns: 30 }, canEdit: false, warningOnly: false }), ({ goals }) => void goals.protections.pop(), /protected/],
    ["merged cells", ({ goals }) => void goals.merges.push({ row: 2, column: columnOf(goals, "Target"), rows: 2, columns: 1 }), ({ goals }) => void goals.merges.pop(), /merged cells in “Goals![A-Z]+2:[A-Z]+3”/],
    ["a lock that somebody else has", ({ spreadsheet }) => { spreadsheet.lock = "busy"; }, ({ spreadsheet }) => { spreadsheet.lock = "free"; }, /somebody else is saving/],
    ["no lock at all", ({ spreadsheet }) => { spreadsheet.lock = "none"; }, ({ spreadsheet }) => { spreadsheet.lock = "free"; }, /gave no lock/],
    ["an answer that is lost", ({ wire }) => { wire.lost = 1; }, () => undefined, /Connection failure/],
  ];
  test.each(refusals)("%s", async (_, refuse, allow, reason) => {
    const all = await begun();
    const { store, goals, row } = all;
    refuse(all);
    const saved = await store.save([{ kind: "update", table: "goals", row, fields: { target: 7 } }]);
    expect(saved.state).toBe("outbox");
    expect(saved.reason!.en).toMatch(reason);
    expect(saved.plan.rows.goals[0]!.fields.target).toBe(7); // shown as it will be
    allow(all);
    const after = (await store.load())!;
    expect([after.plan.rows.goals.length, after.plan.rows.goals[0]!.fields.target, at(goals, 2, "Target")]).toEqual([2, 7, 7]);
  });
  test("a warning about protected cells stops nothing", async () => {
    const { store, goals, row } = await begun();
    goals.protections.push({ block: null, canEdit: false, warningOnly: true });
    expect((await store.save([{ kind: "update", table: "goals", row, fields: { target: 7 } }])).state).toBe("shared");
  });
  test("a filter that hides rows, where one has to go", async () => {
    const { store, goals, row } = await begun();
    goals.filter!.hides = true;
    const saved = await store.save([{ kind: "delete", table: "goals", row }]);
    expect([saved.state, saved.reason!.en]).toEqual(["outbox", expect.stringMatching(/a filter hides rows in “Goals!/)]);
  });
  test.each(Array.from({ length: 12 }, (_, i) => i))("the quota at request %d of a save: it is whole afterwards", async (requests) => {
    const { store, spreadsheet, goals } = await begun();
    spreadsheet.quota = requests;
    const saved = await store.save([goal(store, { name: "Third", target: 3 })]).catch((error: unknown) => error as Error);
    spreadsheet.quota = null;
    expect("state" in saved).toBe(true);
    if ("state" in saved && saved.state === "outbox") expect(saved.reason!.en).toMatch(/daily limit/);
    const { plan, notices } = (await store.load())!;
    expect(plan.rows.goals.map(({ label, fields }) => [label, fields.name])).toEqual([["G-001", "CAC"], ["G-002", "NPS"], ["G-003", "Third"]]);
    expect([notices.filter(({ kind }) => kind !== "restored"), at(goals, 4, "Goal"), goals.last(0)]).toEqual([[], "Third", 4]);
  });
  test("a sheet that is gone", async () => {
    const { store, spreadsheet, row } = await begun();
    spreadsheet.sheets.splice(spreadsheet.sheets.findIndex(({ name }) => name === "Goals"), 1);
    const saved = await store.save([{ kind: "update", table: "goals", row, fields: { target: 7 } }]);
    expect(saved.plan.rows.goals[0]!.fields.target).toBe(7);
  });
});

describe("the outbox", () => {
  test("outlives the sidebar; one that the browser does not keep lives as long as the page", async () => {
    for (const full of [false, true]) {
      const all = await begun();
      const keeper = memoryKeeper();
      keeper.full = full;
      const first = await openPlan(all.spreadsheet, { keeper });
      await first.store.load();
      all.spreadsheet.lock = "busy";
      await first.store.save([{ kind: "update", table: "goals", row: all.row, fields: { target: 9 } }]);
      all.spreadsheet.lock = "free";
      const again = full ? first : await openPlan(all.spreadsheet, { keeper });
      expect((await again.store.load())!.plan.rows.goals[0]!.fields.target).toBe(9);
      expect([...keeper.items.keys()].filter((key) => key.startsWith("voronka-outbox"))).toEqual([]);
    }
  });
  test("a text of somebody else's under its keys is nothing", async () => {
    const { spreadsheet } = await begun();
    const keeper = memoryKeeper();
    keeper.items.set("voronka-outbox spreadsheet-1 x", "{").set("voronka-outbox spreadsheet-1 y", "null").set("voronka-outbox other z", '{"id":"z","at":"","operations":[]}');
    expect((await (await openPlan(spreadsheet, { keeper })).store.load())!.plan.rows.goals.length).toBe(2);
  });
});

describe("a sidebar that is closed while it saves", () => {
  const update = (row: string, fields: Extract<Operation, { kind: "update" }>["fields"]): Operation => ({ kind: "update", table: "goals", row, fields });
  /** Three actions in quick succession, of which the first is on its way. */
  async function closed() {
    const all = await begun();
    const first = await openPlan(all.spreadsheet);
    await first.store.load();
    const made = goal(first.store, { name: "Third", target: 3 });
    const actions: readonly (readonly Operation[])[] = [[update(all.row, { target: 70 })], [update(all.row, { target: 71 }), made], [update(all.row, { weight: 2 }), update(made.row, { target: 4 })]];
    const kept = actions.map((operations) => first.store.keep!(operations));
    return { ...all, first, actions, kept };
  }
  test.each([0, 1, 2])("has kept what was to come after %d savings, in its order, and asks nothing", async (savings) => {
    const { spreadsheet, first, actions, kept } = await closed();
    for (let i = 0; i < savings; i += 1) await first.store.save(actions[i]!, kept[i]);
    const { plan, questions } = (await (await openPlan(spreadsheet, { keeper: first.keeper })).store.load())!;
    expect([plan.rows.goals.map(({ fields }) => [fields.name, fields.target, fields.weight ?? null]), questions]).toEqual([[["CAC", 71, 2], ["NPS", 50, null], ["Third", 4, null]], []]);
  });
  test("does nothing before its turn and nothing twice where it stays open", async () => {
    const { spreadsheet, first, actions, kept, goals } = await closed();
    await first.store.save(actions[0]!, kept[0]);
    expect([at(goals, 2, "Target"), at(goals, 2, "Weight"), goals.last(0)]).toEqual([70, "", 3]);
    await first.store.load();
    expect(at(goals, 2, "Weight")).toBe("");
    for (const i of [1, 2]) await first.store.save(actions[i]!, kept[i]);
    expect([at(goals, 2, "Target"), at(goals, 2, "Weight"), at(goals, 4, "Target"), goals.last(0)]).toEqual([71, 2, 4, 4]);
    expect([[...Array.from({ length: first.keeper.length }, (_, i) => first.keeper.key(i))].filter((key) => key!.startsWith("voronka-outbox")), (await (await openPlan(spreadsheet)).store.load())!.notices]).toEqual([[], []]);
  });
});
