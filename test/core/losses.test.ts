import fc from "fast-check";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const LOST = column("Lost", "Spam");
const reasons = (...args: readonly unknown[]): unknown[][] => (valueOf("LOST_REASONS", ...args) as unknown[][]).slice(1);

test("the most frequent reason first, equal ones by name, with shares of deals and of money", () => {
  expect(valueOf("LOST_REASONS", column("Price", "No budget", "price ", null), column(100, 200, 300, 400))).toEqual([
    ["Reason", "Deals", "Deals %", "Cumulative %", "Amount", "Amount %"],
    ["Price", 2, 0.5, 0.5, 400, 0.4], ["(blank)", 1, 0.25, 0.75, 400, 0.4], ["No budget", 1, 0.25, 1, 200, 0.2],
  ]);
});
test("equal reasons are sorted by what is compared, not by how it is written", () => {
  expect(reasons(column("b", "A", "c", "B2", "Ёлка", "ель", "жук")).map(([name]) => name)).toEqual(["A", "b", "B2", "c", "Ёлка", "ель", "жук"]);
});
test("words follow the language, the place of a blank reason does not", () => {
  const answer = run("LOST_REASONS", [column("(a)", null, "x", "x"), column(1, 1, 1, 1), null, null, "top=2"], "ru");
  expect((answer as { value: unknown[][] }).value.map(([name]) => name)).toEqual(["Причина", "x", "(a)", "Остальные"]);
});
test("without amounts, or where they sum to 0, there is no money or no share of it", () => {
  expect(reasons(column("a", "b", "a"))).toEqual([["a", 2, 2 / 3, 2 / 3, "", ""], ["b", 1, 1 / 3, 1, "", ""]]);
  expect(reasons(column("a", "b"), column(0, 0))).toEqual([["a", 1, 0.5, 0.5, 0, ""], ["b", 1, 0.5, 1, 0, ""]]);
});
test("top keeps so many, the others are one row", () => {
  const list = column("a", "a", "a", "b", "b", "c", "d");
  expect(reasons(list, column(1, 1, 1, 2, 2, 5, 8), null, null, "top=1")).toEqual([["a", 3, 3 / 7, 3 / 7, 3, 0.15], ["Other", 4, 4 / 7, 1, 17, 0.85]]);
  expect(reasons(list, null, null, null, "top=3").map((row) => row.slice(0, 2))).toEqual([["a", 3], ["b", 2], ["c", 1], ["Other", 1]]);
  expect(reasons(list, null, null, null, "top=4").map(([name]) => name)).toEqual(["a", "b", "c", "d"]);
  expect(failureOf("LOST_REASONS", list, null, null, null, "top=0")).toMatch(/^#VALUE! top: found 0; expected a whole number, 1 or more$|^#VALUE! top: found "0"/);
});

describe("with stages", () => {
  test("only rows in a lost stage count; the stage may be written in any case", () => {
    expect(reasons(column("Price", "x", "Price", "Bot"), null, column("Lost", "Won", " LOST", "spam"), LOST)).toEqual([["Price", 2, 2 / 3, 2 / 3, "", ""], ["Bot", 1, 1 / 3, 1, "", ""]]);
  });
  test("a header row drops out by itself: its stage is not in lost", () => {
    expect(reasons(column("Reason", "Price", null, "Budget"), null, column("Stage", "Lost", "Won", "Lost"), LOST).map(([name]) => name)).toEqual(["Budget", "Price"]);
  });
  test("a blank amount is allowed in rows that are not counted only", () => {
    const stages = column("Lost", "Won", "Lost");
    expect(reasons(column("a", "a", "a"), column(5, null, 6), stages, LOST)).toEqual([["a", 2, 1, 1, 11, 1]]);
    expect(failureOf("LOST_REASONS", column("a", "a", "a"), column(5, 6, null), stages, LOST)).toMatch(/^#VALUE! amounts, row 3: found a blank cell; expected an amount in each row that is counted$/);
    expect(failureOf("LOST_REASONS", column("a", "b"), column(5, null))).toMatch(/^#VALUE! amounts, row 2/);
  });
  test("a blank amount is told by its row also above rows that do not count", () => {
    expect(failureOf("LOST_REASONS", column("a", "a", "a"), column(null, null, 4), column("Won", "Lost", "Won"), LOST)).toMatch(/^#VALUE! amounts, row 2/);
  });
  test("a blank reason of a lost deal counts", () => expect(reasons(column(null, "a"), null, column("Lost", "Won"), LOST)).toEqual([["(blank)", 1, 1, 1, "", ""]]));
  test("stages need lost, lost stages need a deal in them, and each row its stage", () => {
    expect(failureOf("LOST_REASONS", column("a"), null, column("Won"))).toMatch(/^#VALUE! lost: nothing was given; it is required for stages$/);
    expect(failureOf("LOST_REASONS", column("a"), null, column("Won"), LOST)).toBe("#N/A There are no lost deals in the data");
    expect(failureOf("LOST_REASONS", column("a", "b"), null, column("Lost", null), LOST)).toMatch(/^#VALUE! stages, row 2: found a blank cell/);
  });
});
test("without stages every row is a lost deal: also one that looks like a header, unless amounts show that it is one", () => {
  expect(reasons(column("Reason", "Price"))).toHaveLength(2);
  expect(reasons(column("Reason", "Price"), column("Amount", 100))).toEqual([["Price", 1, 1, 1, 100, 1]]);
});
test("amounts beyond all numbers are refused, not called blank", () => {
  expect(failureOf("LOST_REASONS", column("a", "a"), column(1.7e308, 1.7e308))).toBe("#VALUE! The result is too large for a number");
});
test("no rows are no lost deals", () => expect(failureOf("LOST_REASONS", column(null, null), column(null, null))).toMatch(/^#N\/A There are no lost deals/));
test("17 and \"17\" are one reason", () => expect(reasons(column(17, "17 "))).toEqual([[17, 2, 1, 1, "", ""]]));

test("shares add up, money does not drift, and the order of rows changes nothing", () => {
  const row = fc.tuple(fc.constantFrom("a", "b", "c", null), fc.integer({ min: 1, max: 9999 }).map((cents) => cents / 100));
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
    const of = (list: typeof rows) => reasons(column(...list.map(([reason]) => reason)), column(...list.map(([, amount]) => amount)));
    const found = of(rows);
    expect(of([...rows].reverse())).toEqual(found);
    expect(found.at(-1)![3]).toBe(1);
    expect(found.reduce((sum, each) => sum + (each[1] as number), 0)).toBe(rows.length);
    expect(found.reduce((sum, each) => sum + (each[5] as number), 0)).toBeCloseTo(1, 12);
  }));
});
