import { cellsWritten, go, labels, rig, shown, started, type } from "./book-rig";

test("a plan that was started is on the sheets, and another opening reads it and writes nothing", async () => {
  const { book, store } = await started();
  expect([...book.sheets.keys()].slice(0, 4)).toEqual(["_fp_meta", "_fp_j_anna", "Cycles", "Goals"]);
  expect(labels(book, "goals")).toEqual(["G-001", "G-002"]);
  expect(shown(book, "goals", 1, "type")).toBe("Decrease");
  expect(shown(book, "goals", 1, "end")).toBe(46295);
  expect(shown(book, "tasks", 1, "goal")).toBe("G-001 CAC");
  expect(await cellsWritten(book, () => store.load())).toBe(0);
  const other = rig("boris", book);
  const loaded = (await other.store.load())!;
  expect(loaded.plan.rows.goals.map(({ label, fields }) => [label, fields.name, fields.type, fields.end])).toEqual([["G-001", "CAC", "decrease", 46295], ["G-002", "NPS", "keep ≥", null]]);
  expect(loaded.plan.rows.tasks[0]!.fields.goal).toBe("G-001");
  expect([loaded.notices, loaded.questions]).toEqual([[], []]);
});

test("an update is saved, read back and shown", async () => {
  const { book, store, cac, outbox } = await started();
  const saved = await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 55000 } }]);
  expect([saved.state, saved.reason, saved.plan.rows.goals[0]!.fields.target]).toEqual(["workbook", null, 55000]);
  expect(shown(book, "goals", 1, "target")).toBe(55000);
  expect(await outbox.list()).toEqual([]);
  expect(await cellsWritten(book, () => store.load())).toBe(0);
});

test("an edit by hand becomes part of the plan", async () => {
  const { book, store } = await started();
  type(book, "goals", 2, "target", 60);
  const loaded = (await store.load())!;
  expect(loaded.plan.rows.goals[1]!.fields.target).toBe(60);
  expect(loaded.notices.map(({ kind }) => kind)).toEqual(["hand"]);
  expect(await cellsWritten(book, () => store.load())).toBe(0);
});

test("a start that is cancelled leaves nothing behind", async () => {
  const { book, store, outbox } = rig();
  const cancel = { cancelled: false };
  const result = await store.start("ru", [{ kind: "create", table: "goals", row: "anna-1", fields: { name: "NPS" } }], (done) => { cancel.cancelled = done === 5; }, cancel);
  expect([result, [...book.sheets.keys()], await outbox.list(), await store.load()]).toEqual([null, [], [], null]);
  expect(go.cancel.cancelled).toBe(false);
});
