/** What every store of the plan does, whatever workbook is under it: run over memory here, over the real programs elsewhere. */
import type { Operation } from "../../src/plan/operation";
import { reportOf } from "../../src/plan/report";
import { pageOf } from "../../src/plan/report-layout";
import type { PlanStore, Saved } from "../../src/plan/store";
import type { Column } from "../../src/plan/schema";
import { TABLES, TABLE_KEYS } from "../../src/plan/tables";

/**
 * @param makeStore an empty workbook, and stores over it: each call a person of that name who opens it
 * @param state of what was saved
 */
export function storeContract(makeStore: () => Promise<(client: string) => PlanStore>, state: "workbook" | "shared" = "workbook"): void {
  const go = { progress: () => undefined, cancel: { cancelled: false } };
  const goal = (store: PlanStore, fields: Readonly<Record<string, string | number>>): Operation & { readonly kind: "create" } => ({ kind: "create", table: "goals", row: store.newRow(), fields });
  const begun = async (...operations: readonly Operation[]) => {
    const open = await makeStore();
    const store = open("anna");
    const saved = (await store.start("en", operations, go.progress, go.cancel))!;
    return { open, store, saved };
  };
  const names = ({ plan }: Pick<Saved, "plan">): readonly unknown[] => plan.rows.goals.map(({ label, fields }) => [label, fields.name]);

  test("a workbook without a plan has none", async () => {
    expect(await (await makeStore())("anna").load()).toBeNull();
  });

  test("what was started is there for everybody who opens the workbook", async () => {
    const { open, store, saved } = await begun();
    expect([saved.state, saved.reason, saved.readOnly]).toEqual([state, null, null]);
    const after = await store.save([goal(store, { name: "CAC", type: "decrease", target: 60000, end: 46295 })]);
    expect(after.state).toBe(state);
    const { plan, notices, questions } = (await open("boris").load())!;
    expect(plan.rows.goals[0]).toMatchObject({ label: "G-001", fields: { name: "CAC", type: "decrease", target: 60000, end: 46295 } });
    expect([plan.language, notices, questions]).toEqual(["en", [], []]);
  });

  test("an update changes the fields it names; a deletion takes the row; labels are not given again", async () => {
    const { open, store } = await begun();
    const [a, b] = [goal(store, { name: "A", target: 1 }), goal(store, { name: "B", target: 2 })];
    await store.save([a, b]);
    await store.save([{ kind: "update", table: "goals", row: a.row, fields: { target: 3 } }, { kind: "delete", table: "goals", row: b.row }]);
    const saved = await store.save([goal(store, { name: "C" })]);
    expect(names(saved)).toEqual([["G-001", "A"], ["G-003", "C"]]);
    expect(saved.plan.rows.goals[0]!.fields.target).toBe(3);
    expect(names((await open("boris").load())!)).toEqual([["G-001", "A"], ["G-003", "C"]]);
    expect(names(await store.save([{ kind: "restore", table: "goals", row: b.row }]))).toContainEqual(["G-002", "B"]);
  });

  test("texts that are not what they look like come back as they were", async () => {
    const { open, store } = await begun();
    const texts = ["=1+1", "+7 900", "-x", "@a", "00123", "2026-01-31", "1e5", "TRUE", "3/4", "Ёлка", "line\nline", "🙂", "a".repeat(2000), "__proto__", "=HYPERLINK(\"http://x\")"];
    await store.save(texts.map((text) => goal(store, { name: text, note: text })));
    const { plan, notices } = (await open("boris").load())!;
    expect(plan.rows.goals.map(({ fields }) => fields.name)).toEqual(texts);
    expect(plan.rows.goals.map(({ fields }) => fields.note)).toEqual(texts);
    expect(notices).toEqual([]);
  });

  test("every table takes a row and gives it back", async () => {
    const { open, store } = await begun();
    const sample = { text: "x", long: "y", number: 1.5, share: 0.25, date: 46295, any: "z" } as const;
    await store.save(TABLE_KEYS.map((table): Operation => {
      const fields = Object.fromEntries(TABLES[table].columns.flatMap(({ field, kind, ...column }) =>
        kind === "id" || kind === "calculated" ? [] : [[field, kind === "code" && "codes" in column ? (column as Column).codes![0]!.code : kind === "ref" ? "none" : sample[kind as keyof typeof sample]]]));
      return table === "checkins" ? { kind: "check-in", row: store.newRow(), fields } : { kind: "create", table, row: store.newRow(), fields };
    }));
    const { plan } = (await open("boris").load())!;
    for (const table of TABLE_KEYS) {
      expect(plan.rows[table].length).toBe(1);
      const [row] = plan.rows[table];
      expect([table, row!.odd, Object.values(row!.fields).filter((value) => value === null)]).toEqual([table, {}, []]);
    }
  });

  test("two who save in turn see each other's work", async () => {
    const { open, store } = await begun();
    const boris = open("boris");
    await boris.load();
    await store.save([goal(store, { name: "hers" })]);
    expect(names(await boris.save([goal(boris, { name: "his" })]))).toEqual([["G-001", "hers"], ["G-002", "his"]]);
    expect(names((await store.load())!)).toEqual([["G-001", "hers"], ["G-002", "his"]]);
  });

  test("a row says where it stands", async () => {
    const { store } = await begun();
    const [a, b] = [goal(store, { name: "A" }), goal(store, { name: "B" })];
    await store.save([a, b]);
    expect([await store.placeOf("goals", b.row), await store.placeOf("goals", b.row, "name"), await store.placeOf("goals", "nobody")]).toEqual(["Goals!A3", "Goals!C3", null]);
  });

  test("a start that is stopped leaves nothing", async () => {
    const open = await makeStore();
    const store = open("anna");
    const cancel = { cancelled: false };
    expect(await store.start("ru", [goal(store, { name: "A" })], (done) => { cancel.cancelled = done > 3; }, cancel)).toBeNull();
    expect(await open("boris").load()).toBeNull();
  });

  test("a report gets a sheet of its own, reads back as it was written, and is taken back as long as nobody has written on it", async () => {
    const { open, store, saved } = await begun({ kind: "create", table: "cycles", row: "c1", fields: { cycle_id: "2026-Q3", start: 46204, end: 46295, lessons: "=1+1\n00123\n🙂 @a" } }, { kind: "create", table: "goals", row: "g1", fields: { cycle: "2026-Q3", name: "=HYPERLINK(\"x\")", type: "increase", target: 0.3, actual: 0.1, unit: "%", start: 46204, end: 46295, owner: "-x" } });
    for (const language of ["en", "ru"] as const) {
      const page = pageOf(reportOf(saved.plan, saved.plan.rows.cycles[0]!, 46234, language), { "plan-fact": null, deviation: language === "en" ? "Worse than plan: 1 of 1." : null, waterfall: null, funnel: null, capacity: null });
      const [first, second] = [await store.addReport(page), await open("boris").addReport(page)];
      if (first.state !== "made" || second.state !== "made") throw new Error(JSON.stringify([first, second]));
      expect([first.sheet, second.sheet]).toEqual([page.sheet, `${page.sheet} 2`]);
      expect(first.charts === "drawn" ? first.reason : typeof first.reason?.en).toBe(first.charts === "drawn" ? null : "string");
      expect(await store.removeReport({ ...page, sheet: second.sheet, cells: page.cells.slice(1) })).toMatchObject({ state: "changed" });
      expect(await store.removeReport({ ...page, sheet: second.sheet })).toEqual({ state: "removed", reason: null });
      expect(await store.removeReport({ ...page, sheet: second.sheet })).toEqual({ state: "gone", reason: null });
    }
    expect(names((await open("boris").load())!)).toEqual([["G-001", "=HYPERLINK(\"x\")"]]);
  });
}
