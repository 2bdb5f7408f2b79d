/** Actions that wait in the outbox while people type into the sheet: whoever acted later wins, and both values stand as a question. */
import { BookFailure, type AsyncBook } from "../../src/plan/book";
import { memoryOutbox } from "../../src/plan/outbox";
import type { Operation } from "../../src/plan/operation";
import type { Loaded } from "../../src/plan/store";
import { cellsWritten, rig, shown, started, type } from "./book-rig";

const refusing = (state: { refuses: boolean }) => (inner: AsyncBook): AsyncBook => (request) =>
  state.refuses && request.kind === "batch" ? Promise.reject(new BookFailure("protected", "Goals")) : inner(request);

/** Anna's pane with a plan of two goals; nothing is written from now on. */
async function refused() {
  const { book, cac, nps } = await started();
  const [state, outbox] = [{ refuses: false }, memoryOutbox()];
  const { store } = rig("anna", book, refusing(state), outbox);
  await store.load();
  state.refuses = true;
  const update = (fields: Readonly<Record<string, string | number>>): Operation => ({ kind: "update", table: "goals", row: cac, fields });
  const reopened = () => {
    state.refuses = false;
    return rig("anna", book, undefined, outbox).store;
  };
  return { book, state, outbox, store, cac, nps, update, reopened };
}
const asked = ({ questions }: Pick<Loaded, "questions">): readonly unknown[] => questions.map(({ kind, choices }) => [kind, choices.map(({ words }) => words.en)]);

test.each([["in the pane that was open all the time", false], ["in a pane that is opened anew", true]])("what was typed over a change that waits is shown when the change is written at last, with both as a question: %s", async (_, anew) => {
  const { book, state, outbox, store, update, reopened } = await refused();
  expect((await store.save([update({ target: 7, owner: "Vera" })])).state).toBe("outbox");
  type(book, "goals", 1, "target", 8);
  state.refuses = false;
  const pane = anew ? reopened() : store;
  const { plan, questions } = (await pane.load())!;
  expect(plan.rows.goals[0]!.fields).toMatchObject({ target: 8, owner: "Vera" });
  expect([asked({ questions }), shown(book, "goals", 1, "target"), await outbox.list()]).toEqual([[["conflict", ["7", "8"]]], 8, []]);
  expect(await cellsWritten(book, () => pane.load())).toBe(0);
  expect((await rig("boris", book).store.load())!.plan.rows.goals[0]!.fields.target).toBe(8);
  const answered = await pane.answer(questions[0]!.id, "0");
  expect([answered.plan.rows.goals[0]!.fields.target, shown(book, "goals", 1, "target"), answered.questions]).toEqual([7, 7, []]);
});

test("a second change to the same field, made while the first waits, does not go over it either", async () => {
  const { book, store, update, reopened } = await refused();
  for (const target of [5, 6]) await store.save([update({ target })]);
  type(book, "goals", 1, "target", 8);
  const loaded = (await reopened().load())!;
  expect([loaded.plan.rows.goals[0]!.fields.target, asked(loaded)]).toEqual([8, [["conflict", ["6", "8"]]]]);
});

test("a change that is made after it goes over it, whatever waits", async () => {
  const { book, state, store, update } = await refused();
  await store.save([update({ target: 5 })]);
  type(book, "goals", 1, "target", 8);
  state.refuses = false;
  const saved = await store.save([update({ target: 9 })]);
  expect([saved.state, saved.plan.rows.goals[0]!.fields.target, asked(saved)]).toEqual(["workbook", 9, [["conflict", ["8", "9"]]]]);
});

test("what was typed into other fields stays, and nothing is asked", async () => {
  const { book, store, update, reopened } = await refused();
  await store.save([update({ target: 7 })]);
  type(book, "goals", 1, "owner", "Vera");
  const loaded = (await reopened().load())!;
  expect(loaded.plan.rows.goals[0]!.fields).toMatchObject({ target: 7, owner: "Vera" });
  expect(loaded.questions).toEqual([]);
});

test("a long text that waits stays whole beside what was typed over it", async () => {
  const { book, store, update, reopened } = await refused();
  const text = Array.from({ length: 6000 }, (_, i) => `“${i}”\n`).join("").slice(0, 32000);
  await store.save([update({ note: text })]);
  type(book, "goals", 1, "note", "by hand");
  const pane = reopened();
  const { plan, questions } = (await pane.load())!;
  expect([plan.rows.goals[0]!.fields.note, asked({ questions })]).toEqual(["by hand", [["conflict", [text.slice(0, 80), "by hand"]]]]);
});

test("a row that was edited by hand after it was deleted in the pane stays, if the deletion had to wait", async () => {
  const { book, store, cac, nps, reopened } = await refused();
  await store.save([{ kind: "delete", table: "goals", row: cac }, { kind: "delete", table: "goals", row: nps }]);
  type(book, "goals", 1, "target", 8);
  const pane = reopened();
  const { plan } = (await pane.load())!;
  expect(plan.rows.goals.map(({ label, fields }) => [label, fields.target])).toEqual([["G-001", 8]]);
  // Known by now, it can be deleted.
  expect((await pane.save([{ kind: "delete", table: "goals", row: cac }])).plan.rows.goals).toEqual([]);
});
