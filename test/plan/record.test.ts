/** The journal as an attack: whatever stands in a lane, the rest is read, and nothing of it reaches a prototype. */
import type { Value } from "../../src/plan/plan";
import { readRecord, recordCells, type JournalRecord } from "../../src/plan/record";
import { checksum } from "../../src/plan/checksum";
import { laneOf } from "../../src/plan/lanes";
import { cellsWritten, rig, started } from "./book-rig";

const record: JournalRecord = {
  op: "eve:7:r1", client: "eve", seq: 7, kind: "update", row: "eve-1", table: "goals", fields: new Map<string, string | number>([["target", 5], ["name", "=1+1"]]),
  label: null, base: new Map([["anna", 3]]), known: new Map([["anna", 4]]), lamport: 12, author: "Eve", at: "2026-11-25T10:00:00Z", schema: 1, end: 1,
};

test("a record is a row of ten cells, and the row is the record", () => {
  const cells = recordCells(record);
  expect([cells.length, cells[3]]).toEqual([10, '{"t":"goals","f":{"target":5,"name":"=1+1"},"b":"anna:3","k":"anna:4"}']);
  expect(readRecord(cells)).toEqual(record);
  expect(readRecord([null, null, ""])).toBeNull();
});

test("dates stand as ISO, codes as codes, formulas and rows as such", async () => {
  const { book, store, cac } = await started();
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { start: 46204, type: "Снизить", actual: { formula: "=B2+C9" } } }]);
  const patches = book.sheets.get(laneOf("anna", false))!.rows.map((cells) => String(cells[3]));
  expect(patches.at(-1)).toContain('"f":{"start":{"date":"2026-07-01"},"type":"decrease","actual":{"formula":"=B{row}+C9"}}');
  expect(patches.find((text) => text.includes('"tasks"'))).toContain(`"goal":{"row":"${cac}"}`);
});

/** With a right checksum: who can write into the file can make one. */
function forged(change: (cells: Value[]) => void): readonly Value[] {
  const cells = [...recordCells(record)];
  change(cells);
  cells[8] = checksum(cells.slice(0, 8).map(String).join("\u0001"));
  return cells;
}
const patch = (text: string) => forged((cells) => { cells[3] = text; });
const put = (column: number, value: Value) => forged((cells) => { cells[column] = value; });

const MALFORMED: readonly (readonly [what: string, cells: readonly Value[]])[] = [
  ["no end", put(9, null)], ["another end", put(9, 3)], ["a wrong sum", [...recordCells(record).slice(0, 8), "h1", 1]], ["no sum", [...recordCells(record).slice(0, 8), null, 1]],
  ["no op", put(0, null)], ["an op without its number", put(0, "eve::r1")], ["a negative number", put(0, "eve:-1:r1")], ["a number beyond all", put(0, "eve:1e300:r1")], ["a client with signs", put(0, "e v e:1:r1")],
  ["an op too long", put(0, `eve:1:${"r".repeat(100)}`)], ["a kind that is a number", put(1, 5)], ["a kind too long", put(1, "x".repeat(30))], ["a row that is a prototype", put(2, "__proto__")], ["a row too long", put(2, "r".repeat(65))],
  ["a row of blanks", put(2, " ")], ["lamport 1e308", put(4, 1e308)], ["lamport as text", put(4, "12")], ["lamport 0.5", put(4, 0.5)], ["lamport 0", put(4, 0)], ["schema as text", put(7, "1")], ["a time too long", put(6, "x".repeat(50))],
  ["a patch that is no JSON", patch("{")], ["a patch that is a list", patch("[]")], ["a patch of 9,000 characters", patch(JSON.stringify({ t: "goals", f: { note: "x".repeat(9000) } }))], ["brackets within brackets", patch("[".repeat(8000))],
  ["an unknown key", patch('{"t":"goals","x":1}')], ["a field called __proto__", patch('{"t":"goals","f":{"__proto__":1}}')], ["a field called constructor", patch('{"t":"goals","f":{"constructor":1}}')],
  ["a value within a value", patch('{"t":"goals","f":{"name":{"a":{}}}}')], ["a formula that is none", patch('{"t":"goals","f":{"actual":{"formula":"1"}}}')], ["an infinite number", patch('{"t":"goals","f":{"target":1e999}}')],
  ["a vector that is none", patch('{"t":"goals","b":"anna"}')], ["a date that is none", patch('{"t":"goals","f":{"end":{"date":"soon"}}}')], ["no table", patch('{"f":{"name":"x"}}')],
];

test.each(MALFORMED)("no record: %s", (_, cells) => {
  expect(readRecord(cells)).toEqual({ damaged: expect.any(String) });
});

test("thirty malformed records are listed, all others are read, and nothing is written because of them", async () => {
  const { book, store } = await started();
  book.sheets.get(laneOf("anna", false))!.rows.push(...MALFORMED.slice(0, 30).map(([, cells]) => cells.map((cell) => cell ?? undefined)));
  const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  const { plan, notices } = (await store.load())!;
  expect(plan.rows.goals.map(({ fields }) => fields.name)).toEqual(["CAC", "NPS"]);
  expect([notices.map(({ kind }) => kind), notices[0]!.sentence.en]).toEqual([["damaged"], expect.stringContaining("30 records")]);
  expect([await cellsWritten(book, () => store.load()), JSON.stringify(Object.getOwnPropertyNames(Object.prototype)), ({} as { target?: number }).target]).toEqual([0, before, undefined]);
});

test("a record that was read already and is changed in its place is noticed at the next look", async () => {
  const { book, store, cac } = await started();
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1 } }]);
  await store.load();
  const last = book.sheets.get(laneOf("anna", false))!.rows.at(-1)!;
  last[3] = String(last[3]).replace('"target":1', '"target":2');
  const { notices, plan } = (await store.load())!;
  expect([notices.map(({ kind }) => kind), plan.rows.goals[0]!.fields.target]).toEqual([["damaged", "recovered"], 1]);
});

test("kinds and columns of a later version are kept as they are and do no harm", async () => {
  const { book, store, cac } = await started();
  const lane = book.sheets.get(laneOf("anna", false))!;
  const later = [put(1, "prioritise"), forged((cells) => { cells[0] = "eve:8:r2"; cells[2] = cac; cells[3] = '{"t":"goals","f":{"mood":"good"}}'; })];
  lane.rows.push(...later.map((cells) => cells.map((cell) => cell ?? undefined)));
  const kept = JSON.stringify(lane.rows);
  expect((await store.load())!.plan.rows.goals[0]!.fields).not.toHaveProperty("mood");
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1 } }]);
  expect(JSON.stringify(lane.rows.slice(0, JSON.parse(kept).length))).toBe(kept);
});

test.each([
  ["a record of a newer schema", (book: Awaited<ReturnType<typeof started>>["book"]) => book.sheets.get(laneOf("anna", false))!.rows.push(put(7, 2).map((cell) => cell ?? undefined))],
  ["a newer writer", (book: Awaited<ReturnType<typeof started>>["book"]) => { book.sheets.get("_fp_meta")!.rows[2]![1] = 2; }],
])("%s: the plan can be read and not written, and the change waits", async (_, change) => {
  const { book, store, cac, outbox } = await started();
  change(book);
  expect((await store.load())!.readOnly!.ru).toContain("более новой версией");
  const written = await cellsWritten(book, async () => {
    const saved = await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1 } }]);
    expect([saved.state, saved.plan.rows.goals[0]!.fields.target, saved.reason!.en]).toEqual(["outbox", 1, expect.stringContaining("newer version")]);
  });
  expect([written, (await outbox.list()).length]).toEqual([0, 1]);
  expect((await rig("boris", book).store.load())!.plan.rows.goals[0]!.fields.target).toBe(60000);
});
