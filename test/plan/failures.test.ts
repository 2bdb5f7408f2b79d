/** A workbook that refuses: at any request, for any reason, an operation is wholly there or wholly absent, and the user's change is kept. */
import { BookFailure, runSync, type AsyncBook, type FailureKind } from "../../src/plan/book";
import { memoryBook } from "../../src/plan/memory-book";
import { memoryOutbox } from "../../src/plan/outbox";
import { notYet, refusal } from "../../src/plan/sentences";
import { answerSteps, loadSteps, placeSteps, saveSteps, startSteps } from "../../src/plan/steps";
import { cellsWritten, go, plainLayouts, rig, shown, started, type } from "./book-rig";

const KINDS: readonly FailureKind[] = ["protected", "missingSheet", "merged", "filtered", "editing", "lockBusy", "noLock", "quota", "unread", "tooLarge", "dates1904", "other"];

test.each(KINDS)("%s says what happened, where, and what to do, in both languages", (kind) => {
  const failure = new BookFailure(kind, "Goals", "C7", "host's own words");
  const { en, ru } = refusal(failure);
  expect([en, ru]).toEqual([expect.stringMatching(/^[A-Z].+\. [A-Z].+\.$/), expect.stringMatching(/^[А-ЯЁ].+\. [А-ЯЁ].+\.$/u)]);
  expect(notYet(failure).en).toMatch(/^Not saved yet: [a-z].+\. [A-Z].+\. Your change is kept\.$/);
  expect(notYet(failure).ru).toMatch(/^Пока не сохранено: [а-яё].+\. [А-ЯЁ].+\. Ваша правка не потеряна\.$/u);
  expect(`${en}${ru}`).not.toMatch(/undefined|null|\bthere\.\. /);
});

/** Fails at the n-th request, and if it is a batch after so many of its commands. */
const failing = (inner: AsyncBook, state: { left: number; after: number; kind: FailureKind }): AsyncBook => async (request) => {
  state.left -= 1;
  if (state.left !== 0) return inner(request);
  if (request.kind === "batch") await inner({ kind: "batch", commands: request.commands.slice(0, state.after) });
  throw new BookFailure(state.kind, "Goals");
};

const POINTS = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((nth) => [0, 1, 2].map((after) => [nth, after] as const));
test.each(POINTS)("refused at request %i after %i commands: kept, and saved at the next opening, once", async (nth, after) => {
  const { book, cac, nps } = await started();
  const outbox = memoryOutbox();
  const state = { left: Infinity, after, kind: "protected" as FailureKind };
  const vera = rig("vera", book, (inner) => failing(inner, state), outbox);
  await vera.store.load();
  state.left = nth;
  const row = vera.store.newRow();
  const saved = await vera.store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1, owner: "Vera" } }, { kind: "update", table: "goals", row: nps, fields: { target: 2 } }, { kind: "create", table: "goals", row, fields: { name: "New" } }]);
  const failed = state.left <= 0;
  expect(saved.state).toBe(failed ? "outbox" : "workbook");
  expect((await outbox.list()).length).toBe(failed ? 1 : 0);
  // Saved or not, the pane shows what the user did.
  expect(saved.plan.rows.goals.map(({ fields }) => [fields.name, fields.target])).toEqual([["CAC", 1], ["NPS", 2], ["New", null]]);
  // For another opening each operation is wholly there or not at all.
  const [first] = (await rig("boris", book).store.load())!.plan.rows.goals;
  expect([[60000, "Anna"], [1, "Vera"]]).toContainEqual([first!.fields.target, first!.fields.owner]);
  state.left = Infinity;
  const again = rig("vera", book, (inner) => inner, outbox);
  const { plan } = (await again.store.load())!;
  expect(plan.rows.goals.map(({ label, fields }) => [label, fields.name, fields.target])).toEqual([["G-001", "CAC", 1], ["G-002", "NPS", 2], ["G-003", "New", null]]);
  expect([await outbox.list(), await cellsWritten(book, () => again.store.load())]).toEqual([[], 0]);
});

test("a start that fails keeps nothing for later: the user starts again", async () => {
  const state = { left: 3, after: 0, kind: "protected" as FailureKind };
  const each = rig("anna", memoryBook(), (inner) => failing(inner, state));
  await expect(each.store.start("en", [{ kind: "create", table: "goals", row: "a-1", fields: { name: "A" } }], go.progress, go.cancel)).rejects.toThrow(BookFailure);
  expect(await each.outbox.list()).toEqual([]);
  const saved = await each.store.start("en", [{ kind: "create", table: "goals", row: "a-2", fields: { name: "A" } }], go.progress, go.cancel);
  expect(saved!.plan.rows.goals.map(({ label }) => label)).toEqual(["G-001"]);
});

test.each([["by the pane", true], ["by hand", false]])("a text longer than a record, typed %s, is kept whole", async (_, inPane) => {
  const { store, cac, book } = await started();
  const text = Array.from({ length: 6000 }, (__, i) => `“${i}”\n`).join("").slice(0, 32000);
  if (inPane) await store.save([{ kind: "update", table: "goals", row: cac, fields: { note: text, owner: "Vera" } }]);
  else type(book, "goals", 1, "note", text);
  const { plan } = (await store.load())!;
  expect([plan.rows.goals[0]!.fields.note, shown(book, "goals", 1, "note"), await cellsWritten(book, () => store.load())]).toEqual([text, text, 0]);
  expect((await rig("boris", book).store.load())!.plan.rows.goals[0]!.fields.note).toBe(text);
});

test("a text that no cell takes is refused before it is kept, so that it does not stand in the way of others", async () => {
  const { store, cac, outbox, book } = await started();
  const refused = await store.save([{ kind: "update", table: "goals", row: cac, fields: { note: "x".repeat(40000) } }]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(BookFailure);
  expect([(refused as BookFailure).kind, (refused as BookFailure).range, await outbox.list(), shown(book, "goals", 1, "note")]).toEqual(["tooLarge", "Note", [], undefined]);
  expect((await store.save([{ kind: "update", table: "goals", row: cac, fields: { note: "short" } }])).state).toBe("workbook");
});

test("where calls return at once the same steps run, with one lane for all, and everything they return is JSON", () => {
  const book = memoryBook();
  const writer = (client: string) => ({ client, author: client, shared: true, layouts: plainLayouts, calculated: null });
  let made = 0;
  const moment = () => ({ now: "2026-11-25T10:00:00Z", random: `m${(made += 1)}` });
  const action = (id: string, operations: Parameters<typeof saveSteps>[2][number]["operations"], seen = "") => ({ id, operations, seen, at: "2026-11-25T10:00:00Z" });
  const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const begun = runSync(startSteps(writer("anna"), moment(), "ru", [action("a1", [{ kind: "create", table: "goals", row: "anna-1", fields: { name: "NPS" } }])], go.progress, go.cancel), book.sync)!;
  const saved = runSync(saveSteps(writer("boris"), moment(), [action("b1", [{ kind: "update", table: "goals", row: "anna-1", fields: { target: 50 } }], begun.seen)]), book.sync);
  expect(json(saved.answer)).toEqual(saved.answer);
  expect(saved.answer.state).toBe("shared");
  // The same action once more does nothing.
  runSync(saveSteps(writer("boris"), moment(), [action("b1", [{ kind: "update", table: "goals", row: "anna-1", fields: { target: 50 } }], begun.seen)]), book.sync);
  const loaded = runSync(loadSteps(writer("anna"), moment()), book.sync)!;
  expect(json(loaded.answer)).toEqual(loaded.answer);
  expect([...book.sheets.keys()].filter((name) => name.startsWith("_fp_j"))).toEqual(["_fp_j_shared"]);
  expect([loaded.answer.plan.rows.goals[0]!.fields.target, book.sheets.get("_fp_j_shared")!.rows.length, loaded.answer.questions]).toEqual([50, 2, []]);
  expect(runSync(placeSteps(writer("anna"), null, "goals", "anna-1", "target"), book.sync)).toBe("Цели!I2");
  expect(runSync(answerSteps(writer("anna"), moment(), "nothing", "x"), book.sync).answer.questions).toEqual([]);
});
