/** Cost of customers by channel. */
import fc from "fast-check";
import { sum } from "../../src/core/stats";
import { column, failureOf, run, valueOf } from "../catalogue/run";

const HEADER = ["Group", "Costs", "Customers", "CAC", "Costs %", "Customers %"];
const table = (...args: unknown[]): readonly (readonly unknown[])[] => valueOf("CAC_BY", ...args) as unknown[][];

test("rows of one group are added, whatever the case of its name; the largest costs first, then by name", () => {
  expect(table(column("b", "Ads", "a", "ads ", "c"), column(200, 600, 200, -200, 200), column(2, 5, 0, 3, 4))).toEqual([
    HEADER,
    ["Ads", 400, 8, 50, 0.4, 8 / 14],
    ["a", 200, 0, "", 0.2, 0],
    ["b", 200, 2, 100, 0.2, 2 / 14],
    ["c", 200, 4, 50, 0.2, 4 / 14],
    ["Total", 1000, 14, 1000 / 14, 1, 1],
  ]);
});

test("rows without a group are a row of their own, in its place by costs", () => {
  expect(table(column("Source", "Ads", null, "SEO", ""), column("Costs", 100, 200, 50, 50), column("Won", 1, 0, 1, 2)).map((row) => row.slice(0, 4))).toEqual([
    HEADER.slice(0, 4), ["(blank)", 250, 2, 125], ["Ads", 100, 1, 100], ["SEO", 50, 1, 50], ["Total", 400, 4, 100],
  ]);
});

test("of equal costs the row without a group comes where its bracket sorts, in both languages", () => {
  const args = [column("1", null, "!"), column(100, 100, 100), column(1, 1, 1)];
  expect(table(...args).map(([group]) => group)).toEqual(["Group", "!", "(blank)", "1", "Total"]);
  const answer = run("CAC_BY", args, "ru");
  expect("value" in answer && (answer.value as unknown[][]).map(([group]) => group)).toEqual(["Группа", "!", "(пусто)", "1", "Итого"]);
});

test("a group that is called (blank) is that of the rows without one: no two rows of the table have one name", () => {
  const args = [column("(blank)", "Ads", null, " (Blank) "), column(100, 150, 20, 30), column(1, 2, 3, 0)] as const;
  expect(table(...args)).toEqual([HEADER, ["(blank)", 150, 4, 37.5, 0.5, 4 / 6], ["Ads", 150, 2, 75, 0.5, 2 / 6], ["Total", 300, 6, 50, 1, 1]]);
  expect(table(...args, "unassigned=prorata").map((row) => row.slice(0, 3))).toEqual([HEADER.slice(0, 3), ["Ads", 300, 2], ["(blank)", 0, 4], ["Total", 300, 6]]);
  expect(table(column("(blank)", "Ads"), column(100, 150), column(1, 2)).map((row) => row.slice(0, 3))).toEqual([HEADER.slice(0, 3), ["Ads", 150, 2], ["(blank)", 100, 1], ["Total", 250, 3]]);
  expect(failureOf("CAC_BY", column("(blank)"), column(5), column(1), "unassigned=prorata")).toMatch(/^#DIV\/0! costs: no group has costs/);
});

describe("costs without a group spread over the others", () => {
  test("in proportion to their costs; the row disappears", () => {
    expect(table(column("Ads", null, "SEO"), column(600, 90, 300), column(6, 0, 2), "unassigned=prorata")).toEqual([
      HEADER, ["Ads", 660, 6, 110, 2 / 3, 0.75], ["SEO", 330, 2, 165, 1 / 3, 0.25], ["Total", 990, 8, 123.75, 1, 1],
    ]);
  });
  test("the row stays where it has customers, without costs", () => {
    expect(table(column("Ads", null), column(600, 90), column(6, 3), "unassigned=prorata")).toEqual([
      HEADER, ["Ads", 690, 6, 115, 1, 6 / 9], ["(blank)", 0, 3, 0, 0, 3 / 9], ["Total", 690, 9, 690 / 9, 1, 1],
    ]);
  });
  test("it is not possible where there are no others", () => {
    expect(failureOf("CAC_BY", column(null), column(90), column(3), "unassigned=prorata")).toMatch(/^#DIV\/0! costs: no group has costs.*unassigned=row/);
    expect(failureOf("CAC_BY", column(null, "a"), column(90, -1e-9), column(3, 1), "unassigned=prorata")).toMatch(/^#DIV\/0!/);
    expect(failureOf("CAC_BY", column(null, "a"), column(90, 1e-9), column(3, 1), "unassigned=prorata")).toMatch(/^#DIV\/0!/);
    expect(table(column(null, "a"), column(90, 2e-9), column(3, 1), "unassigned=prorata")[1]![0]).toBe("a");
  });
  test("where there is nothing to spread there is nothing to fail", () => {
    expect(table(column("a", null), column(0, 0), column(1, 2), "unassigned=prorata")).toEqual([HEADER, ["(blank)", 0, 2, 0, "", 2 / 3], ["a", 0, 1, 0, "", 1 / 3], ["Total", 0, 3, 0, "", 1]]);
  });
  test("the sums stay what they were", () => {
    const row = fc.tuple(fc.constantFrom("a", "b", "c", null), fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (more) => {
      const rows = [["a", 5, 1] as const, ...more];
      const columns = [0, 1, 2].map((c) => rows.map((each) => [each[c]]));
      const [plain, spread] = [table(...columns), table(...columns, "unassigned=prorata")];
      expect(spread[spread.length - 1]).toEqual(plain[plain.length - 1]);
      expect(sum(spread.slice(1, -1).map((each) => each[1] as number))).toBeCloseTo(plain[plain.length - 1]![1] as number, 6);
      expect(sum(spread.slice(1, -1).map((each) => each[4] as number))).toBeCloseTo(1, 9);
    }));
  });
});

test("a table that is not filled in yet has its total only", () => {
  expect(table(column(null, null), column(null, null), column(null, null))).toEqual([HEADER, ["Total", 0, 0, "", "", ""]]);
});

test.each([
  [[column("a", "b"), column(5, -6), column(1, 1)], "#VALUE! costs: the total is -1; expected 0 or more"],
  [[column("a", "b"), column(5, null), column(1, 1)], "#VALUE! costs, row 2: found a blank cell; expected a value in each row that is not empty"],
  [[column("a", true), column(5, 6), column(1, 1)], "#VALUE! groups, row 2: found TRUE; expected a name"],
  [[column("a", "b"), column(5, 6), column(1, -1)], "#VALUE! customers, row 2: found -1; expected a number, 0 or more"],
  [[column("a"), column("x"), column(1), "unassigned=no"], '#VALUE! unassigned: found "no"; expected row or prorata'],
])("%j fails", (args, message) => expect(failureOf("CAC_BY", ...args)).toBe(message));
