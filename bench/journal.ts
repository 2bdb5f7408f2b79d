/**
 * `node --import tsx bench/journal.ts [rows]`: a plan with 100,000 records in its journal is opened, looked at again, saved to, shortened
 * and opened again, over a workbook in memory: what the store itself needs, without the program around it. Milliseconds,
 * in all and between two turns of the page.
 */
import { bookStore } from "../src/plan/book-store";
import { memoryBook, type MemoryCell } from "../src/plan/memory-book";
import { memoryOutbox } from "../src/plan/outbox";
import { recordCells, type JournalRecord, type Stored } from "../src/plan/record";
import { plainLayouts } from "../test/plan/book-rig";

const RECORDS = 100_000;
const rows = Number(process.argv[2] ?? 1000);
const CLIENTS = ["anna", "boris", "vera"];
let made = 0;
const book = memoryBook();
const open = (client: string) => bookStore({
  client, author: client, shared: false, layouts: plainLayouts, calculated: null, book: book.async, outbox: memoryOutbox(),
  now: () => "2026-11-25T10:00:00Z", random: () => `q${(made += 1)}`, rest: turned,
});

/** As the page: it has a turn now and then, and what lies between is the longest it was kept waiting. */
let [since, longest] = [0, 0];
async function turned(): Promise<void> {
  longest = Math.max(longest, performance.now() - since);
  await new Promise((resolve) => setImmediate(resolve));
  since = performance.now();
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  [since, longest] = [begun, 0];
  const answer = await work();
  await turned();
  console.log(`${what.padEnd(32)}${String(Math.round(performance.now() - begun)).padStart(6)}, at a stretch ${Math.round(longest)}`);
  return answer;
}

/** Tasks that three people change in turn, each knowing all that was before. */
function write(): void {
  const known = new Map<number, Map<string, number>>();
  const seqs = new Map<string, number>();
  for (let i = 0; i < RECORDS; i += 1) {
    const client = CLIENTS[i % CLIENTS.length]!;
    const seq = (seqs.get(client) ?? 0) + 1;
    seqs.set(client, seq);
    const task = i % rows;
    const base = new Map(known.get(task));
    const fields = new Map<string, Stored>(i < rows ? [["action", `Task ${task}`], ["owner", "Anna"], ["due", { date: "2026-03-01" }]] : [[i % 2 === 0 ? "owner" : "result", `value ${i}`]]);
    const record: JournalRecord = {
      op: `${client}:${seq}:a${i}.0`, client, seq, kind: i < rows ? "create" : "update", row: `row-${task}`, table: "tasks", fields, label: i < rows ? `T-${String(task + 1).padStart(3, "0")}` : null,
      base, known: base, lamport: i + 1, author: client, at: `2026-0${1 + Math.floor(i / 20_000)}-10T10:00:00Z`, schema: 1, end: 1,
    };
    known.set(task, new Map([...base, [client, seq]]));
    const lane = `_fp_j_${client}`;
    if (!book.sheets.has(lane)) book.sheets.set(lane, { rows: [], hidden: true, formats: [], notes: [] });
    book.sheets.get(lane)!.rows.push(recordCells(record).map((cell) => cell ?? undefined) as MemoryCell[]);
  }
}

async function main(): Promise<void> {
  await open("anna").start("en", [], () => undefined, { cancelled: false });
  write();
  await timed("first opening, tables written", () => open("anna").load());
  const store = open("anna");
  const before = (await timed("opening", () => store.load()))!;
  await timed("looking again", () => store.load());
  await timed("saving", () => store.save([{ kind: "update", table: "tasks", row: "row-5", fields: { owner: "Olga" } }]));
  await timed("looking again", () => store.load());
  await timed("shortening", () => store.compact(() => undefined));
  const after = open("anna");
  const found = (await timed("opening after it", () => after.load()))!;
  await timed("looking again after it", () => after.load());
  await timed("saving after it", () => after.save([{ kind: "update", table: "tasks", row: "row-5", fields: { owner: "Pavel" } }]));
  console.log([...book.sheets].flatMap(([name, sheet]) => (name.startsWith("_fp_j_") ? [`${name}: ${sheet.rows.length} rows`] : [])).join(", "));
  const others = (plan: typeof before): string => JSON.stringify(plan.plan.rows.tasks.filter(({ row }) => row !== "row-5"));
  if (others(before) !== others(found)) throw new Error("the plan is not the same");
}

void main();
