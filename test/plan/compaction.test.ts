/** The journal made shorter: what is put aside, what stays, and that nobody sees a difference. */
import { bookStore } from "../../src/plan/book-store";
import type { AsyncBook } from "../../src/plan/book";
import { BookFailure } from "../../src/plan/book";
import type { Rules } from "../../src/plan/compaction-rules";
import { memoryBook, type MemoryBook } from "../../src/plan/memory-book";
import type { Operation } from "../../src/plan/operation";
import { memoryOutbox } from "../../src/plan/outbox";
import type { PlanStore } from "../../src/plan/store";
import { compactionContract } from "./compaction-contract";
import { cellsWritten, go, rig, shown, type as typeInto } from "./book-rig";

/** Everything that all others have read is old. */
const EAGER: Rules = { days: -1, silentDays: 1000, least: 3, recent: 4, ackEvery: 1 };
const open = (client: string, book: MemoryBook, rules: Partial<Rules> = {}, through: (inner: AsyncBook) => AsyncBook = (inner) => inner, outbox = memoryOutbox()): PlanStore =>
  bookStore({ ...rig(client, book, through, outbox).options, rules: { ...EAGER, ...rules } });
const update = (row: string, fields: Readonly<Record<string, string | number>>): Operation => ({ kind: "update", table: "goals", row, fields });
const progress = (): void => undefined;
const sheets = (book: MemoryBook, begin: string): readonly string[] => [...book.sheets.keys()].filter((name) => name.startsWith(begin));
const snapshots = (book: MemoryBook): readonly string[] => sheets(book, "_fp_j_s-");
const rowsOf = (book: MemoryBook, sheet: string): number => book.sheets.get(sheet)!.rows.filter((row) => row.some((cell) => cell !== undefined)).length;

async function compact(store: PlanStore): Promise<string> {
  await store.load();
  return store.compact(progress);
}

describe("over a workbook in memory", () => compactionContract(() => Promise.resolve(memoryBook().async)));
describe("where all write into one lane", () => compactionContract(() => Promise.resolve(memoryBook().async), true));

/** A goal that was changed again and again. */
async function changed(times: number, rules: Partial<Rules> = {}) {
  const book = memoryBook();
  const anna = open("anna", book, rules);
  const goal = anna.newRow();
  await anna.start("en", [{ kind: "create", table: "goals", row: goal, fields: { name: "CAC", target: 0, owner: "Anna" } }], go.progress, go.cancel);
  for (let i = 1; i <= times; i += 1) await anna.save([update(goal, { target: i })]);
  return { book, anna, goal };
}

test("what was replaced is put aside; whoever opens the plan then sees the same and reads less", async () => {
  const { book, anna } = await changed(40);
  const before = (await anna.load())!;
  expect(await anna.compact(progress)).toBe("done");
  expect(snapshots(book)).toEqual(["_fp_j_s-1-anna"]);
  // The creation, the last change, a few of the last actions, and the seal.
  expect(rowsOf(book, "_fp_j_s-1-anna")).toBeLessThan(9);
  let read = 0;
  const counting = (inner: AsyncBook): AsyncBook => async (request) => {
    const answer = await inner(request);
    if (request.kind === "read") (answer as readonly ({ readonly values: readonly (readonly unknown[])[] } | null)[]).forEach((content, i) => {
      if (request.sheets[i]!.startsWith("_fp_j_")) read += content?.values.filter((row) => row.length > 0).length ?? 0;
    });
    return answer;
  };
  const { plan, notices, questions } = (await open("boris", book, {}, counting).load())!;
  expect([plan, notices, questions]).toEqual([before.plan, [], []]);
  expect(read).toBeLessThan(12);
});

test("a second look after it writes nothing, and shortening again at once has nothing to gain", async () => {
  const { book, anna } = await changed(40);
  expect(await compact(anna)).toBe("done");
  expect(await cellsWritten(book, () => anna.load())).toBe(0);
  expect(await cellsWritten(book, async () => expect(await compact(anna)).toBe("nothing"))).toBe(0);
});

test("by itself only what is older than 90 days, and only where 20,000 records are to be gained", async () => {
  const { book, anna } = await changed(40, { days: 90 });
  expect(await compact(anna)).toBe("nothing");
  expect(await compact(open("anna", book, { least: 20_000 }))).toBe("nothing");
  expect(snapshots(book)).toEqual([]);
});

test("records that somebody has not read yet are left in their lanes", async () => {
  const { book, anna, goal } = await changed(3);
  const boris = open("boris", book);
  await boris.load();
  await boris.save([update(goal, { owner: "Boris" })]);
  for (let i = 1; i <= 40; i += 1) await anna.save([update(goal, { target: 100 + i })]);
  // What Anna has written since, Boris may not know.
  expect(await compact(anna)).toBe("nothing");
  await boris.save([update(goal, { owner: "Boris B." })]);
  expect(await compact(anna)).toBe("done");
});

test("a client that has been silent for long is not waited for", async () => {
  const { book, anna, goal } = await changed(3);
  await open("boris", book).save([update(goal, { owner: "Boris" })]);
  for (let i = 1; i <= 40; i += 1) await anna.save([update(goal, { target: 100 + i })]);
  await anna.load();
  expect(await compact(open("anna", book, { silentDays: -1 }))).toBe("done");
});

test("what somebody brings who was away meanwhile is a question like any other, and nothing of it is lost", async () => {
  const { book, anna, goal } = await changed(10);
  const outbox = memoryOutbox();
  let refuses = false;
  const away = open("boris", book, {}, (inner) => (request) => (refuses && request.kind === "batch" ? Promise.reject(new BookFailure("protected")) : inner(request)), outbox);
  await away.load();
  refuses = true;
  expect((await away.save([update(goal, { target: 7777 })])).state).toBe("outbox");
  for (let i = 1; i <= 40; i += 1) await anna.save([update(goal, { target: 100 + i })]);
  expect(await compact(open("anna", book, { silentDays: -1 }))).toBe("done");
  const back = await open("boris", book, {}, undefined, outbox).load();
  expect(back!.questions.map(({ kind, sentence }) => [kind, sentence.en.includes("7777") && sentence.en.includes("140")])).toEqual([["conflict", true]]);
});

test("an action that was saved and still lies in an outbox is not done again after its record was put aside", async () => {
  const book = memoryBook();
  const kept = memoryOutbox();
  const forgetful = { ...kept, remove: () => Promise.resolve() };
  const anna = open("anna", book, {}, undefined, forgetful);
  const goal = anna.newRow();
  await anna.start("en", [{ kind: "create", table: "goals", row: goal, fields: { name: "CAC", target: 0 } }], go.progress, go.cancel);
  await anna.save([update(goal, { target: 1 }), update(goal, { target: 2 }), update(goal, { target: 3 })]);
  const boris = open("boris", book);
  await boris.load();
  for (let i = 1; i <= 40; i += 1) await boris.save([update(goal, { target: 100 + i })]);
  expect(await compact(open("boris", book, { silentDays: -1 }))).toBe("done");
  const { plan, questions } = (await open("anna", book, {}, undefined, kept).load())!;
  expect([plan.rows.goals[0]!.fields.target, questions]).toEqual([140, []]);
});

test("the lanes stay until the next time; then what the older snapshot stands for is cleared, and the one before it goes", async () => {
  const { book, anna, goal } = await changed(40);
  const more = async (): Promise<void> => {
    for (let i = 1; i <= 40; i += 1) await anna.save([update(goal, { note: `n${i}` })]);
  };
  await compact(anna);
  const lane = rowsOf(book, "_fp_j_anna");
  expect(lane).toBeGreaterThan(40);
  await more();
  await compact(anna);
  expect(rowsOf(book, "_fp_j_anna")).toBe(41);
  expect(snapshots(book)).toEqual(["_fp_j_s-1-anna", "_fp_j_s-2-anna"]);
  await more();
  await compact(anna);
  expect(snapshots(book)).toEqual(["_fp_j_s-2-anna", "_fp_j_s-3-anna"]);
  const { plan, notices } = (await open("boris", book).load())!;
  expect([plan.rows.goals[0]!.fields, notices]).toMatchObject([{ target: 40, note: "n40", owner: "Anna" }, []]);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("stopped at the %i. writing nothing is lost, and the next opening does it again", async (nth) => {
  const { book, anna, goal } = await changed(40);
  await compact(anna);
  for (let i = 1; i <= 40; i += 1) await anna.save([update(goal, { target: 100 + i })]);
  let writings = 0;
  const breaking = open("anna", book, {}, (inner) => (request) => (request.kind === "batch" && (writings += 1) >= nth ? Promise.reject(new BookFailure("quota")) : inner(request)));
  await breaking.load();
  const outcome = await breaking.compact(progress);
  expect(["failed", "done"]).toContain(outcome);
  const boris = open("boris", book);
  expect((await boris.load())!.plan.rows.goals[0]!.fields).toMatchObject({ target: 140, owner: "Anna" });
  const again = open("anna", book);
  expect(["done", "nothing"]).toContain(await compact(again));
  expect((await open("vera", book).load())!.plan.rows.goals[0]!.fields).toMatchObject({ name: "CAC", target: 140, owner: "Anna" });
});

test("two who begin at once write two snapshots; one is read, and nothing is different", async () => {
  const { book, anna, goal } = await changed(40);
  const boris = open("boris", book);
  await boris.load();
  await boris.save([update(goal, { owner: "Boris" })]);
  await anna.save([update(goal, { note: "x" })]);
  await Promise.all([anna.load(), boris.load()]);
  expect(await Promise.all([anna.compact(progress), boris.compact(progress)])).toEqual(["done", "done"]);
  expect(snapshots(book).length).toBe(2);
  const { plan, questions } = (await open("vera", book).load())!;
  expect([plan.rows.goals[0]!.fields, questions]).toMatchObject([{ target: 40, owner: "Boris", note: "x" }, []]);
});

test.each<readonly [what: string, damage: (book: MemoryBook) => void]>([
  ["its seal is gone", (book) => void book.sheets.get("_fp_j_s-2-anna")!.rows.pop()],
  ["a cell of it was changed", (book) => void (book.sheets.get("_fp_j_s-2-anna")!.rows[0]![3] = "{}")],
  ["its sheet is gone", (book) => void book.sheets.delete("_fp_j_s-2-anna")],
  ["a lane was taken back", (book) => void book.sheets.get("_fp_j_anna")!.rows.splice(60)],
])("a snapshot does not hold any more, because %s: the older one and the lanes are read", async (_, damage) => {
  const { book, anna, goal } = await changed(40);
  await compact(anna);
  for (let i = 1; i <= 40; i += 1) await anna.save([update(goal, { note: `n${i}` })]);
  await compact(anna);
  damage(book);
  expect((await open("boris", book).load())!.plan.rows.goals[0]!.fields).toMatchObject({ name: "CAC", target: 40, note: "n40", owner: "Anna" });
});

test("a row that was found in its table is asked about when it is removed afterwards, as before", async () => {
  const { book, anna } = await changed(40);
  await anna.load();
  await compact(anna);
  book.sheets.get("Goals")!.rows.splice(1, 1);
  const { questions } = (await open("boris", book).load())!;
  expect(questions.map(({ kind }) => kind)).toEqual(["removedByHand"]);
});

test("what a person types into a row afterwards is taken over", async () => {
  const { book, anna } = await changed(40);
  await compact(anna);
  typeInto(book, "goals", 1, "owner", "Typed");
  expect((await open("boris", book).load())!.plan.rows.goals[0]!.fields.owner).toBe("Typed");
  expect(shown(book, "goals", 1, "owner")).toBe("Typed");
});

test("the page has its turns while it is decided what stays: of many records none waits for all", async () => {
  const book = memoryBook();
  const turns: number[] = [];
  const store = bookStore({ ...rig("anna", book).options, rules: EAGER, rest: () => Promise.resolve(void turns.push(book.written.cells)) });
  const rows = Array.from({ length: 60 }, () => store.newRow());
  await store.start("en", rows.map((row) => ({ kind: "create", table: "goals", row, fields: { target: 0 } })), go.progress, go.cancel);
  for (let i = 1; i <= 50; i += 1) await store.save(rows.map((row) => update(row, { target: i })));
  await store.load();
  turns.length = 0;
  const before = book.written.cells;
  expect(await store.compact(progress)).toBe("done");
  // 60 rows with 51 records each are looked through before anything is written.
  expect(turns.filter((written) => written === before).length).toBeGreaterThanOrEqual(3);
  expect(turns.length).toBeGreaterThan(5);
});
