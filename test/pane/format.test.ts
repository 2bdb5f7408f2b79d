import { call } from "../../src/catalogue/call";
import type { Unit } from "../../src/catalogue/define";
import { plainCells } from "../../src/catalogue/grid";
import { catalogue, findFunction } from "../../src/catalogue/index";
import { DATE_HEADERS, ID_HEADERS, isTable, LIMIT_HEADERS, number, numberFormat, resultUnit, SHARE_HEADERS, table } from "../../src/pane/format";
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

test("headers that stand for shares and dates are headers of functions", () => {
  const given = catalogue.flatMap((def) => def.examples.flatMap((example) => (["en", "ru"] as const).flatMap((language) => {
    const result = call(def, example.call, { language, cells: plainCells });
    return "value" in result && isTable(result.value) && def.returns.shape === "table" ? (result.value[0] ?? []) : [];
  })));
  expect(given).toEqual(expect.arrayContaining([...SHARE_HEADERS, ...LIMIT_HEADERS, ...DATE_HEADERS, ...ID_HEADERS]));
});

test("the number of deals is no number of days", () => {
  const def = findFunction("STAGE_TIME");
  if (!def) throw new Error("no such function");
  const args = (statistic: string) => def.args.map(({ key }) => readArgument(key === "statistic" ? statistic : "", { shape: "scalar", notation: ENGLISH }));
  expect([resultUnit(def, args("count")), resultUnit(def, args("median"))]).toEqual(["count", "days"]);
});
test("the formats of cells", () => expect((["rate", "money", "days", "date", "count"] as const).map(numberFormat)).toEqual(["0.0%", "#,##0", "0.0", "yyyy-mm-dd", undefined]));
