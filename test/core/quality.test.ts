/** DATA_CHECK: each problem by its definition, at its limits, and against a slow re-computation on random logs. */
import fc from "fast-check";
import { dataProblems } from "../../src/core/quality";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const ORDER = column("Lead", "Call", "Offer", "Won");
const LOST = column("Lost", "Spam");
const NAMES = [
  "Missing deal", "Missing stage", "Missing date", "Not a date", "Unknown stage", "Duplicate row", "Same time",
  "After as_of", "Skipped stage", "Moved back", "Reopened", "Lost without a stage", "Stages after the win",
];

type Row = readonly [deal: unknown, stage: unknown, date: unknown];
const columns = (rows: readonly Row[]): unknown[][][] => [0, 1, 2].map((c) => rows.map((row) => [row[c]]));

/** The rows of the answer that found something, as [problem, count, first row, example]. */
const found = (rows: readonly Row[], ...more: readonly unknown[]): unknown[][] =>
  (valueOf("DATA_CHECK", ...columns(rows), ORDER, LOST, ...more) as unknown[][]).slice(1).filter(([, count]) => count !== 0);

const day = (n: number): number => 46000 + n;
/** One deal whose rows are a day apart. */
const path = (...stages: readonly string[]): Row[] => stages.map((stage, i) => ["a", stage, day(i)]);

test("always the same 13 rows below the header", () => {
  const answer = valueOf("DATA_CHECK", ...columns(path("Lead")), ORDER) as unknown[][];
  expect(answer).toEqual([["Problem", "Count", "First row", "Example"], ...NAMES.map((name) => [name, 0, "", ""])]);
  const russian = run("DATA_CHECK", [...columns(path("Lead")), ORDER], "ru");
  expect("value" in russian && (russian.value as unknown[][]).map(([name]) => name)).toEqual([
    "Проблема", "Нет сделки", "Нет этапа", "Нет даты", "Не дата", "Неизвестный этап", "Повтор строки", "То же время",
    "Позже as_of", "Пропущен этап", "Возврат назад", "Открыта снова", "Отказ без этапа", "Этапы после выигрыша",
  ]);
});

describe("cells that cannot be read", () => {
  test("each is counted, with the deal or the value as an example", () => {
    expect(found([
      [" ", "Lead", day(1)], ["a", "", day(1)], ["b", "Lead", null], ["c", "Lead", 0], ["d", "Lead", "soon"], ["e", " Demo ", day(1)], [17, "lead", day(2)],
    ])).toEqual([["Missing deal", 1, 1, ""], ["Missing stage", 1, 2, "a"], ["Missing date", 2, 3, "b"], ["Not a date", 1, 5, "soon"], ["Unknown stage", 1, 6, "Demo"]]);
  });
  test("logical values are no ids, no stages and no dates", () => {
    expect(found([[true, "Lead", day(1)], ["a", false, day(1)], ["b", "Lead", true]])).toEqual([
      ["Missing deal", 1, 1, ""], ["Not a date", 1, 3, "TRUE"], ["Unknown stage", 1, 2, "FALSE"],
    ]);
    const russian = run("DATA_CHECK", [...columns([["a", true, day(1)]]), ORDER], "ru");
    expect("value" in russian && (russian.value as unknown[][])[5]).toEqual(["Неизвестный этап", 1, 1, "ИСТИНА"]);
  });
  test("numbers that are no dates, and a stage that is a number", () => {
    expect(found([["a", "Lead", 60], ["a", 5, 61], ["a", "Lead", -1]])).toEqual([["Not a date", 2, 1, 60], ["Unknown stage", 1, 2, 5]]);
    expect(found([["a", "Lead", 61], ["a", "Call", NaN]])).toEqual([["Not a date", 1, 2, ""]]);
  });
  test("a row with several faults counts in each of them, and in none of the rest", () => {
    expect(found([["", "Demo", "x"], ["", "", ""], ["", "Won", null], ["b", "Won", "?"], ["b", "Won", "?"]])).toEqual([
      ["Missing deal", 2, 1, ""], ["Missing date", 1, 3, ""], ["Not a date", 3, 1, "x"], ["Unknown stage", 1, 1, "Demo"],
    ]);
  });
  test("the deal of a row whose stage is missing may be missing too", () => expect(found([["", "", day(1)], ["b", null, day(1)]])).toEqual([["Missing deal", 1, 1, ""], ["Missing stage", 2, 1, ""]]));
  test("a 0 is an id beside filled cells", () => expect(found([[0, "Lead", day(1)], [0, "Call", day(2)]])).toEqual([]));
  test("ids that need normalising, and such that do not, are read alike", () => {
    expect(found([[" a 1", "Lead", day(1)], ["a  1", "Lead", day(1)]])).toEqual([["Duplicate row", 1, 2, "a 1"]]);
    expect(found([["a1", "Lead", day(1)], ["a1", "Lead", day(1)]])).toEqual([["Duplicate row", 1, 2, "a1"]]);
    expect(found([["a", "Lead", day(1)], ["A", "Lead", day(1)]])).toEqual([]);
  });
});

describe("rows that repeat", () => {
  test("a duplicate is every row but the first of them, as they stand", () => {
    expect(found([["a", "Lead", day(1)], ["b", "Lead", day(1)], ["a", " LEAD", "2025-12-10"], ["a", "Lead", day(1)]])).toEqual([["Duplicate row", 2, 3, "a"]]);
  });
  test("the same time: another stage than a row further up, whatever the order of stages", () => {
    expect(found([["a", "Lead", day(1)], ["a", "Call", day(1)], ["a", "Offer", day(1)]])).toEqual([["Same time", 2, 2, "a"]]);
    expect(found([["a", "Offer", day(1)], ["a", "Lead", day(1)], ["a", "Call", day(1)]])).toEqual([["Same time", 2, 2, "a"]]);
    expect(found([["b", "Lead", day(2)], ["a", "Lead", day(1)], ["a", "Call", day(2)]])).toEqual([]);
  });
  test("a duplicate is not the same time as well", () => {
    expect(found([["a", "Call", day(1)], ["a", "Lead", day(1)], ["a", "Call", day(1)]])).toEqual([["Duplicate row", 1, 3, "a"], ["Same time", 1, 2, "a"]]);
  });
  test("the same stage later is neither, and no entry", () => expect(found(path("Lead", "Lead", "Call", "Call"))).toEqual([]));
});

describe("as_of", () => {
  const rows: Row[] = [["a", "Lead", day(1)], ["a", "Call", day(2) + 0.9], ["b", "Offer", day(3)]];
  test("a day counts whole, a moment is a moment", () => {
    expect(found(rows, day(2))).toEqual([["After as_of", 1, 3, "b"], ["Skipped stage", 1, 3, "b"]]);
    expect(found(rows, day(2) + 0.5)[0]).toEqual(["After as_of", 2, 2, "a"]);
    expect(found(rows, day(3))[0]![0]).toBe("Skipped stage");
  });
  test("left out, nothing is after it", () => expect(found(rows).map(([name]) => name)).toEqual(["Skipped stage"]));
  test("a row that cannot be read is not after it", () => expect(found([["", "Lead", day(9)], ["a", "Lead", day(1)], ["a", "Call", "?"]], day(2)).map(([name]) => name)).toEqual(["Missing deal", "Not a date"]));
});

describe("orders of stages", () => {
  test.each<[readonly string[], readonly (readonly unknown[])[]]>([
    [["Lead", "Call", "Offer", "Won"], []],
    [["Call"], [["Skipped stage", 1, 1, "a"]]],
    [["Call", "Offer"], [["Skipped stage", 1, 1, "a"]]],
    [["Lead", "Offer"], [["Skipped stage", 1, 2, "a"]]],
    [["Lead", "Offer", "Call", "Won"], [["Skipped stage", 1, 2, "a"], ["Moved back", 1, 3, "a"]]], // Won is next to the furthest
    [["Lead", "Call", "Lead", "Offer"], [["Moved back", 1, 3, "a"]]],
    [["Lead", "Call", "Lead", "Call", "Lead"], [["Moved back", 2, 3, "a"]]],
    [["Lead", "Call", "Lost", "Lead"], [["Reopened", 1, 4, "a"]]], // not moved back: not directly
    [["Lead", "Lost", "Lead", "Call"], [["Reopened", 1, 3, "a"]]],
    [["Lead", "Lost", "Spam"], []],
    [["Lost"], [["Lost without a stage", 1, 1, "a"]]],
    [["Lost", "Spam", "Lead", "Lost"], [["Reopened", 1, 3, "a"], ["Lost without a stage", 2, 1, "a"]]],
    [["Lost", "Call"], [["Skipped stage", 1, 2, "a"], ["Reopened", 1, 2, "a"], ["Lost without a stage", 1, 1, "a"]]],
    [["Lead", "Call", "Offer", "Won", "Lead", "Call", "Lost"], [["Stages after the win", 3, 5, "a"]]],
    [["Lead", "Call", "Offer", "Won", "Offer", "Call"], [["Moved back", 1, 6, "a"], ["Stages after the win", 2, 5, "a"]]],
    [["Lead", "Call", "Offer", "Won", "Lost", "Won"], [["Reopened", 1, 6, "a"], ["Stages after the win", 2, 5, "a"]]],
    [["Won", "Won"], [["Skipped stage", 1, 1, "a"]]],
  ])("%j", (stages, expected) => expect(found(path(...stages))).toEqual(expected));

  test("rows are told where they stand, in whatever order; blank rows and the header count", () => {
    const rows: Row[] = [["Deal", "Stage", "Date"], ["a", "Offer", day(3)], [null, null, null], ["a", "Lead", day(1)], ["b", "Call", day(4)], ["b", "Lead", day(5)], [0, "", 0]];
    expect(found(rows)).toEqual([["Skipped stage", 2, 2, "a"], ["Moved back", 1, 6, "b"]]);
  });
  test("deals are kept apart", () => expect(found([["a", "Lead", day(1)], ["b", "Lead", day(1)], ["a", "Call", day(2)], ["b", "Call", day(2)]])).toEqual([]));
  test("equal times go in funnel order, lost last", () => {
    expect(found([["a", "Lost", day(1)], ["a", "Call", day(1)], ["a", "Lead", day(1)]])).toEqual([["Same time", 2, 2, "a"]]);
  });
  test("deals with many rows, too", () => {
    const rows: Row[] = Array.from({ length: 60 }, (_, i) => ["a", ["Lead", "Call"][i % 2], day(60 - i)]);
    expect(found(rows)).toEqual([["Skipped stage", 1, 60, "a"], ["Moved back", 30, 1, "a"]]);
    const same: Row[] = Array.from({ length: 60 }, (_, i) => ["a", ["Call", "Lead"][i % 2], day(1)]);
    expect(found(same)).toEqual([["Duplicate row", 58, 3, "a"], ["Same time", 1, 2, "a"]]);
  });
});

describe("failures", () => {
  test("no rows", () => {
    expect(failureOf("DATA_CHECK", column(null, ""), column("", null), column(0, null), ORDER)).toBe("#VALUE! deals: there are no rows with data");
  });
  test("heights", () => expect(failureOf("DATA_CHECK", column("a"), column("Lead", "Lead"), column(day(1)), ORDER)).toMatch(/^#VALUE! The columns differ in height \(deals: 1, stages: 2, dates: 1\)/));
  test("order and lost are checked", () => {
    expect(failureOf("DATA_CHECK", ...columns(path("Lead")), column("Lead"))).toMatch(/^#VALUE! order: found 1 name/);
    expect(failureOf("DATA_CHECK", ...columns(path("Lead")), column("Lead", "Won", "lead"))).toMatch(/^#VALUE! order, row 3: found "lead" a second time/);
    expect(failureOf("DATA_CHECK", ...columns(path("Lead")), ORDER, column("Won"))).toMatch(/^#VALUE! lost, row 1: "Won" is also in order/);
    expect(failureOf("DATA_CHECK", ...columns(path("Lead")), ORDER, null, "soon")).toMatch(/^#VALUE! as_of: found "soon"/);
  });
  test.each([0, 1, 2])("an error cell in column %d is an error, also beside the header and among other faults", (c) => {
    for (const row of [0, 1, 2]) {
      const rows = [["Deal", "Stage", "Date"], ["", "Demo", "x"], ["a", "Lead", day(1)]] as unknown[][];
      rows[row]![c] = { error: "#REF!" };
      expect(failureOf("DATA_CHECK", ...columns(rows as unknown as Row[]), ORDER)).toMatch(/^#REF!/);
    }
  });
  test.each([Symbol.iterator, 10n, {}])("what is no cell at all is an error", (odd) => {
    for (const c of [0, 1, 2]) {
      const rows = [["a", "Lead", day(1)]] as unknown[][];
      rows[0]![c] = odd;
      expect(failureOf("DATA_CHECK", ...columns(rows as unknown as Row[]), ORDER)).toMatch(/^#VALUE!/);
    }
  });
});

/** The definitions once more, row by row and without any thought of speed. */
function slowly(rows: readonly (readonly [string, number, number])[], until: number): number[][] {
  const out: number[][] = NAMES.map(() => []);
  const add = (name: string, row: number) => out[NAMES.indexOf(name)]!.push(row);
  const lost = 4;
  const readable = rows.map(([deal, stage, date], row) => ({ deal, stage, date, row }));
  for (const { deal, stage, date, row } of readable) {
    const above = readable.filter((each) => each.row < row && each.deal === deal && each.date === date);
    if (above.some((each) => each.stage === stage)) add("Duplicate row", row);
    else if (above.length > 0) add("Same time", row);
    if (date >= until) add("After as_of", row);
  }
  for (const deal of new Set(rows.map(([name]) => name))) {
    const own = readable.filter((each) => each.deal === deal).sort((a, b) => a.date - b.date || a.stage - b.stage || a.row - b.row);
    const entries = own.filter((each, i) => i === 0 || own[i - 1]!.stage !== each.stage);
    entries.forEach(({ stage, row }, i) => {
      const before = entries.slice(0, i).map((each) => each.stage);
      const furthest = Math.max(-1, ...before.filter((each) => each < lost));
      const last = before[before.length - 1];
      if (stage < lost && stage - furthest > 1) add("Skipped stage", row);
      if (stage < lost && last !== undefined && last < 3 && last > stage) add("Moved back", row);
      if (stage < lost && last !== undefined && last >= lost) add("Reopened", row);
      if (stage >= lost && furthest < 0) add("Lost without a stage", row);
      if (before.includes(3)) add("Stages after the win", row);
    });
  }
  return out.map((list) => list.sort((a, b) => a - b));
}

test("random logs: the rows are those of a slow re-computation", () => {
  const row = fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 100, max: 108 }));
  const funnel = { order: ["Lead", "Call", "Offer", "Won"], lost: ["Lost", "Spam"] };
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 70 }), (rows) => {
    const deals = { labels: ["a", "b", "c"], codes: Int32Array.from(rows, ([deal]) => "abc".indexOf(deal)) };
    const problems = dataProblems(deals, Int32Array.from(rows, ([, stage]) => stage), Float64Array.from(rows, ([, , date]) => date), funnel, 105);
    expect(problems.map(({ rows: list }) => [...list])).toEqual(slowly(rows, 106));
  }), { numRuns: 300 });
});
