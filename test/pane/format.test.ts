import { TABLE_WORDS } from "../../src/catalogue/column-words";
import { exampleIn } from "../../src/catalogue/explained";
import type { Unit } from "../../src/catalogue/define";
import type { Table } from "../../src/catalogue/grid";
import { findFunction } from "../../src/catalogue/index";
import { number, numberFormat, numberFormats, resultUnit, table } from "../../src/pane/format";
import { readArgument } from "../../src/pane/argument";
import { ENGLISH } from "../../src/catalogue/notation";

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, "_");

test.each<[number, Unit, string, string]>([
  [0.03, "rate", "3%", "3_%"],
  [2 / 3, "rate", "66.67%", "66,67_%"],
  [1.25, "rate", "125%", "125_%"],
  [0.000004, "rate", "0.0004%", "0,0004_%"],
  [0, "rate", "0%", "0_%"],
  [46037, "date", "Jan 15, 2026", "15 янв. 2026 г."],
  [1234567.891, "money", "1,234,567.89", "1_234_567,89"],
  [1, "days", "1_day", "1_день"],
  [2, "days", "2_days", "2_дня"],
  [21, "days", "21_days", "21_день"],
  [11, "days", "11_days", "11_дней"],
  [35 / 3, "days", "11.67_days", "11,67_дня"],
  [5.3333, "months", "5.33_months", "5,33_месяца"],
  [12, "months", "12_months", "12_месяцев"],
  [2000, "count", "2,000", "2_000"],
  [0.12345, "count", "0.1235", "0,1235"],
  [-20, "plan", "-20", "-20"],
  [1e-9, "count", "1E-9", "1E-9"],
])("%d in %s is %s, in Russian %s", (value, unit, en, ru) => {
  expect(spaces(number(value, unit, "en"))).toBe(en);
  expect(spaces(number(value, unit, "ru"))).toBe(ru);
});

const lines = (count: number) => Array.from({ length: count }, (_, i) => [`Stage ${i + 1}`, i]);

test("a table shows its first 20 rows and says how many more there are", () => {
  const shown = table([["Stage", "Count"], ...lines(25)], true, "table", "en");
  expect(shown.rows).toHaveLength(20);
  expect(shown.more).toBe(5);
  expect(shown.header).toEqual(["Stage", "Count"]);
  expect(shown.numeric).toEqual([false, true]);
});
test("without a header each row counts", () => expect(table([[""], [0.4]], false, "rate", "en")).toEqual({ header: null, rows: [[""], ["40%"]], more: 0, numeric: [true] }));
test("columns of shares and of dates are shown as such", () =>
  expect(table([["Stage", "% of first", "Low", "Since", "Days"], ["a", 0.25, 0.3094, 46042, 0.5]], true, "table", "en").rows).toEqual([["a", "25%", "30.94%", "Jan 20, 2026", "0.5"]]));
test("the limits of a forecast are in its own unit, those beside shares are shares; so are chances and conversions", () => {
  expect(table([["Period", "Forecast", "Low", "High"], ["4", 40, 35, 45]], true, "table", "en").rows).toEqual([["4", "40", "35", "45"]]);
  expect(table([["Дней", "P(выигрыш)", "Низ", "Верх", "Конверсия"], [5, 0.4, 0.052, 0.7528, 0.5]], true, "table", "ru").rows.map((row) => row.map(spaces))).toEqual([["5", "40_%", "5,2_%", "75,28_%", "50_%"]]);
});
test("the number of a deal is no quantity", () => expect(table([["Deal", "Days"], [197437, 1000]], true, "table", "en").rows).toEqual([["197437", "1,000"]]));
test("hidden characters of a cell are shown", () => expect(table([["A\u200b"], ["x\u202ey"]], true, "table", "en")).toMatchObject({ header: ["A[U+200B]"], rows: [["x[U+202E]y"]] }));

test("the number of deals is no number of days", () => {
  const def = findFunction("STAGE_TIME");
  if (!def) throw new Error("no such function");
  const args = (statistic: string) => def.args.map(({ key }) => readArgument(key === "statistic" ? statistic : "", { shape: "scalar", notation: ENGLISH }));
  expect([resultUnit(def, args("count")), resultUnit(def, args("median"))]).toEqual(["count", "days"]);
});
test("the formats of cells", () => expect((["rate", "money", "days", "date", "count"] as const).map(numberFormat)).toEqual(["0.0%", "#,##0", "0.0", "yyyy-mm-dd", undefined]));

const SHARES = new Set(["share", "points"]);
test.each(Object.entries(TABLE_WORDS))("%s shows as shares and as dates what its explanation says is one, in both languages", (name, { columns }) => {
  const def = findFunction(name)!;
  if (def.returns.shape !== "table") return expect(["rate", "date"]).toContain(def.returns.unit);
  for (const language of ["en", "ru"] as const) {
    const [header = [], ...rows] = exampleIn(def, def.examples[0], language) as Table;
    const formats = numberFormats([header, ...rows], true, "table");
    header.forEach((_, at) => {
      // The last explanation stands for all columns that the data name.
      const named = columns.findIndex(({ of }) => typeof of !== "string");
      const told = named < 0 || at < named ? columns[at]! : (columns[at - header.length + columns.length] ?? columns[named]!);
      const unit = at >= named && at - header.length + columns.length <= named && named >= 0 ? columns[named]!.unit : told.unit;
      const format = formats.find(({ column }) => column === at)?.format;
      if (name === "CONVERSION_TEST") return;
      expect([header[at], format]).toEqual([header[at], SHARES.has(unit!) ? "0.0%" : unit === "date" ? "yyyy-mm-dd" : undefined]);
    });
  }
});
test("of CONVERSION_TEST the conversions, their difference and its limits are shares; z and p are not", () => {
  const def = findFunction("CONVERSION_TEST")!;
  const result = def.examples[0].result as Table;
  expect(table(result, true, "table", "en").rows.map(([, value]) => value)).toEqual(["80%", "16.67%", "-63.33%", "-83.13%", "-12.99%", "-2.4723", "0.035", "Fisher"]);
  expect(numberFormats(result, true, "table")).toEqual([{ format: "0.0%", row: 1, column: 1, rows: 5 }]);
});
test("a column of one unit is formatted from the cell of the formula on", () => {
  expect(numberFormats([[0.5], [0.25]], false, "rate")).toEqual([{ format: "0.0%", row: 0, column: 0, rows: 2 }]);
  expect(numberFormats([[46037, 46040]], false, "date")).toEqual([0, 1].map((column) => ({ format: "yyyy-mm-dd", row: 0, column, rows: 1 })));
  expect([numberFormats([[5]], false, "count"), numberFormats(5, false, "count"), numberFormats([["Deal", "Since"]], true, "table")]).toEqual([[], [], []]);
});
