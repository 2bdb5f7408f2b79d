import { performance } from "node:perf_hooks";
import { addRecords, newJournal, type Journal } from "../../src/plan/fold";
import { labelsOf } from "../../src/plan/labels";
import { namesOf } from "../../src/plan/names";
import { planOf } from "../../src/plan/plan-of";
import { readRecord, recordCells, type JournalRecord, type Stored } from "../../src/plan/record";
import { parseVector } from "../../src/plan/vector";
import { findTable, headerKey } from "../../src/plan/headers";
import { fromRow, sameFormula, toRow } from "../../src/plan/formula-text";
import { checksum } from "../../src/plan/checksum";

let clock = 0;
const made = (client: string, seq: number, kind: string, row: string, fields: Readonly<Record<string, Stored>>, seen = "", label: string | null = null, lamport = (clock += 1)): JournalRecord => {
  const base = parseVector(seen)!;
  return { op: `${client}:${seq}:r`, client, seq, kind, row, table: "goals", fields: new Map(Object.entries(fields)), label, base, known: base, lamport, author: client, at: "2026-11-25T10:00:00Z", schema: 1, end: 1 };
};
const folded = (...records: readonly JournalRecord[]): Journal => {
  const journal = newJournal();
  addRecords(journal, records);
  return journal;
};
const fieldsOf = (journal: Journal, row = "g") => Object.fromEntries(journal.rows.get(row)!.fields);

describe("the state of a row", () => {
  const first = made("anna", 1, "create", "g", { name: "A", target: 1 });

  test.each<readonly [string, readonly JournalRecord[], Readonly<Record<string, Stored>>, readonly string[], boolean]>([
    ["the last writer of a field wins", [first, made("boris", 1, "update", "g", { target: 2 }, "anna:1")], { name: "A", target: 2 }, [], true],
    ["values of two who had not seen each other are a conflict", [first, made("boris", 1, "update", "g", { target: 2 }, "anna:1"), made("vera", 1, "update", "g", { target: 3 }, "anna:1")], { name: "A", target: 3 }, ["target: 2, 3"], true],
    ["the same value twice is none", [first, made("boris", 1, "update", "g", { target: 2 }, "anna:1"), made("vera", 1, "update", "g", { target: 2 }, "anna:1")], { name: "A", target: 2 }, [], true],
    ["who has seen both decides", [first, made("boris", 1, "update", "g", { target: 2 }, "anna:1"), made("vera", 1, "update", "g", { target: 3 }, "anna:1"), made("anna", 2, "update", "g", { target: 2 }, "boris:1,vera:1")], { name: "A", target: 2 }, [], true],
    ["other fields do not meet", [first, made("boris", 1, "update", "g", { target: 2 }, "anna:1"), made("vera", 1, "update", "g", { name: "V" }, "anna:1")], { name: "V", target: 2 }, [], true],
    ["a deletion is a tombstone", [first, made("boris", 1, "delete", "g", {}, "anna:1")], { name: "A", target: 1 }, [], false],
    ["a later edit brings it back", [first, made("boris", 1, "delete", "g", {}, "anna:1"), made("vera", 1, "update", "g", { target: 3 }, "anna:1,boris:1")], { name: "A", target: 3 }, [], true],
    ["an edit that the deletion had not seen too", [first, made("vera", 1, "update", "g", { target: 3 }, "anna:1"), made("boris", 1, "delete", "g", {}, "anna:1")], { name: "A", target: 3 }, [], true],
    ["and a restoration", [first, made("boris", 1, "delete", "g", {}, "anna:1"), made("anna", 2, "restore", "g", {}, "boris:1")], { name: "A", target: 1 }, [], true],
    ["what was put aside sets nothing", [first, made("boris", 1, "review", "g", { target: 9 }, "anna:1")], { name: "A", target: 1 }, [], true],
  ])("%s", (_, records, fields, conflicts, alive) => {
    // Whatever the order in which lanes are read, and record by record or all at once.
    for (const order of [records, [...records].reverse()]) {
      const journal = newJournal();
      for (const record of order) addRecords(journal, [record, record]);
      for (const each of [journal, folded(...order)]) {
        const state = each.rows.get("g")!;
        expect([fieldsOf(each), state.conflicts.map(({ field, values }) => `${field}: ${values.join(", ")}`), state.alive]).toEqual([fields, conflicts, alive]);
      }
    }
  });
});

test("the first to ask for a label gets it; a later one the next that nobody asked for", () => {
  const records = [made("a", 1, "create", "a1", {}, "", "G-005"), made("b", 1, "create", "b1", {}, "", "G-005"), made("c", 1, "create", "c1", {}, "", "G-006"), made("d", 1, "create", "d1", {}), made("e", 1, "create", "e1", {}, "", "odd")];
  for (const order of [records, [...records].reverse()]) {
    const labels = labelsOf(folded(...order));
    expect(["a1", "b1", "c1", "d1", "e1"].map((row) => labels.get(row))).toEqual(["G-005", "G-007", "G-006", "G-001", "G-002"]);
  }
});

test.each([["Due Date", "duedate"], ["  План\u200b на  дату", "планнадату"], ["Значение – это", "значение-это"], ["Ёмкость", "емкость"], ["Ｄｕｅ", "due"], ["\u202eDue", "due"]])("header %j", (text, key) => {
  expect(headerKey(text)).toBe(key);
});

test("a table is found under a title, beside another one, in two languages, by synonyms", () => {
  const values = [["Plan of 2026"], [null, "Код", "Due date", "Цель", "Target", "Месяц №", "Профиль", "rev", "sum"]];
  expect(findTable("goals", { values, formulas: [] })).toMatchObject({ header: 1, rev: 7, sum: 8, columns: new Map([["goal_id", 1], ["name", 3], ["target", 4], ["end", 2]]) });
  expect(findTable("ramp", { values, formulas: [] })).toMatchObject({ header: 1, columns: new Map([["profile", 6], ["month", 5]]) });
  expect(findTable("cycles", { values, formulas: [] })).toBeNull();
});

test.each([
  ["=A5+B5", 4, "=A{row}+B{row}"], ["=$A5+A$5+A15+AB5C+B50", 4, "=$A{row}+A$5+A15+AB5C+B50"], ['="A5"&A5', 4, '="A5"&A{row}'], ["=Deals!A5+'My 5'!A5+LOG5(A5)", 4, "=Deals!A5+'My 5'!A5+LOG5(A{row})"], ["=SUM(A5:C5)", 4, "=SUM(A{row}:C{row})"],
])("the own row of the formula %s", (formula, row, kept) => {
  expect(fromRow(formula, row)).toBe(kept);
  expect(toRow(kept, row)).toBe(formula);
  expect(sameFormula(kept.toLowerCase().replace(/\{row\}/g, "{row}"))).toBe(sameFormula(kept.toLowerCase()));
});

test("the checksum is a text that no program takes for a number, and differs with one character", () => {
  const sums = new Set(Array.from({ length: 20000 }, (_, i) => checksum(`row ${i}`)));
  expect(sums.size).toBe(20000);
  expect([...sums].every((sum) => /^h[0-9a-z]+$/.test(sum))).toBe(true);
});

test("a journal four times as long takes four times as long, not sixteen: 100,000 records", () => {
  const cells = Array.from({ length: 100_000 }, (_, i) => recordCells(made(["anna", "boris", "vera"][i % 3]!, Math.floor(i / 3) + 1, i < 5000 ? "create" : "update", `row-${i % 5000}`, { name: `Goal ${i}`, target: i, end: { date: "2026-09-30" }, type: "decrease" }, i < 5000 ? "" : "anna:9", i < 5000 ? `G-${i}` : null)));
  const took = (count: number): number => {
    const begun = performance.now();
    const journal = newJournal();
    addRecords(journal, cells.slice(0, count).map((each) => readRecord(each) as JournalRecord));
    expect(planOf(journal, namesOf(journal, "en"), new Map()).rows.goals.length).toBe(5000);
    return performance.now() - begun;
  };
  took(10_000);
  expect(took(100_000)).toBeLessThan(10 * took(25_000));
});
