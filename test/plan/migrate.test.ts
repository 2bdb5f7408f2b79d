/** Two versions of the program at one plan: what the later one makes of the rows, and what the older one may do then. */
import { bookStore } from "../../src/plan/book-store";
import { BookFailure, type AsyncBook } from "../../src/plan/book";
import type { MemoryBook } from "../../src/plan/memory-book";
import { memoryOutbox, type Outbox } from "../../src/plan/outbox";
import type { PlanStore } from "../../src/plan/store";
import { cellsWritten, rig, shown, started, type } from "./book-rig";
import { LATER } from "./later-version";

const later = (book: MemoryBook, client: string, outbox: Outbox = memoryOutbox(), through: (inner: AsyncBook) => AsyncBook = (inner) => inner): PlanStore =>
  bookStore({ ...rig(client, book, through, outbox).options, version: LATER });
const priorities = async (store: PlanStore) => (await store.load())!.plan.rows.tasks.map(({ fields }) => fields.priority);

async function twoTasks() {
  const each = await started();
  const second = each.store.newRow();
  await each.store.save([{ kind: "create", table: "tasks", row: second, fields: { action: "Call", priority: "high" } }]);
  return { ...each, second };
}

test("the later version changes the rows that it wants otherwise, once", async () => {
  const { book } = await twoTasks();
  const store = later(book, "nina");
  expect(await priorities(store)).toEqual(["normal", "high"]);
  expect([shown(book, "tasks", 1, "priority"), await cellsWritten(book, () => store.load())]).toEqual(["Normal", 0]);
  const records = book.sheets.get("_fp_j_nina")!.rows.filter(([, kind]) => kind === "migrate");
  expect(records.map((cells) => [cells[3], cells[7]])).toEqual([[expect.stringContaining('"f":{"priority":"normal"}'), 2]]);
  expect(book.sheets.get("_fp_meta")!.rows.find(([name]) => name === "minWriter")).toEqual(["minWriter", 2]);
});

test("an older version that had the plan open sees all of it and writes nothing; after the update its change is saved", async () => {
  const { book, store, outbox, task } = await twoTasks();
  await later(book, "nina").load();
  const written = await cellsWritten(book, async () => {
    const saved = await store.save([{ kind: "update", table: "tasks", row: task, fields: { owner: "Olga" } }]);
    expect([saved.state, saved.reason!.en, saved.plan.rows.tasks[0]!.fields]).toMatchObject(["outbox", expect.stringContaining("newer version"), { owner: "Olga", priority: "normal" }]);
    expect((await store.load())!.readOnly!.en).toContain("update Voronka");
  });
  expect(written).toBe(0);
  const updated = later(book, "anna", outbox);
  expect((await updated.load())!.plan.rows.tasks[0]!.fields).toMatchObject({ owner: "Olga", priority: "normal" });
  expect([shown(book, "tasks", 1, "owner"), await outbox.list()]).toEqual(["Olga", []]);
});

test("what was typed by hand just before is not changed by it", async () => {
  const { book } = await twoTasks();
  type(book, "tasks", 1, "priority", "Low");
  expect(await priorities(later(book, "nina"))).toEqual(["low", "high"]);
});

test.each(Array.from({ length: 12 }, (_, i) => [i + 1]))("stopped at request %i, it is finished at the next opening", async (nth) => {
  const { book, store } = await twoTasks();
  let left = nth;
  const failing = (inner: AsyncBook): AsyncBook => async (request) => {
    left -= 1;
    if (left === 0) throw new BookFailure("quota");
    return inner(request);
  };
  await later(book, "nina", memoryOutbox(), failing).load().catch((error: unknown) => expect(error).toBeInstanceOf(BookFailure));
  // For the older version a row is as it was or as it will be.
  expect([null, "normal"]).toContainEqual((await priorities(store))[0]);
  const again = later(book, "nina");
  expect(await priorities(again)).toEqual(["normal", "high"]);
  expect(await cellsWritten(book, () => again.load())).toBe(0);
});

/** The older version works in a copy of the file, and its lane arrives afterwards. */
async function apart() {
  const { book, task, second } = await twoTasks();
  const boris = rig("boris");
  for (const [name, sheet] of book.sheets) boris.book.sheets.set(name, { ...sheet, rows: sheet.rows.map((cells) => [...cells]) });
  await boris.store.load();
  const arrive = () => book.sheets.set("_fp_j_boris", boris.book.sheets.get("_fp_j_boris")!);
  return { book, boris: boris.store, task, second, arrive };
}

test("a row of the older version that arrives late is changed too", async () => {
  const { book, boris, arrive } = await apart();
  const store = later(book, "nina");
  await store.load();
  await boris.save([{ kind: "create", table: "tasks", row: boris.newRow(), fields: { action: "Late" } }]);
  arrive();
  expect(await priorities(store)).toEqual(["normal", "high", "normal"]);
  expect(shown(book, "tasks", 3, "action")).toBe("Late");
});

test("a deletion by the older version that arrives late holds: a new form is no edit", async () => {
  const { book, boris, task, arrive } = await apart();
  const store = later(book, "nina");
  await store.load();
  await boris.save([{ kind: "delete", table: "tasks", row: task }]);
  arrive();
  expect(await priorities(store)).toEqual(["high"]);
});

test("a value that the older version wrote at the same time is shown beside the new one", async () => {
  const { book, boris, task, arrive } = await apart();
  const store = later(book, "nina");
  await store.load();
  await boris.save([{ kind: "update", table: "tasks", row: task, fields: { priority: "low" } }]);
  arrive();
  const { questions } = (await store.load())!;
  expect(questions.map(({ kind, choices }) => [kind, choices.map(({ words }) => words.en)])).toEqual([["conflict", ["Low", "Normal"]]]);
});
