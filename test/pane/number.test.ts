import { ENGLISH, EXCEL_DECIMAL_COMMA, type Notation } from "../../src/catalogue/notation";
import { typedNumber } from "../../src/pane/number";

const read = (text: string, notation: Notation) => typedNumber(text, notation)?.value ?? null;

test.each<[string, number | null, number | null]>([
  // typed, where decimals have a point, where they have a comma
  ["100", 100, 100],
  ["-100", -100, -100],
  ["\u2212100", -100, -100],
  ["+5", 5, 5],
  ["1.5", 1.5, 1.5],
  ["12,5", 12.5, 12.5],
  ["1,234", 1234, 1.234],
  ["0,123", 0.123, 0.123],
  ["1,234,567", 1234567, 1234567],
  ["1,234.56", 1234.56, 1234.56],
  ["1.234,56", 1234.56, 1234.56],
  ["1 500 000,50", 1500000.5, 1500000.5],
  ["1\u00a0500", 1500, 1500],
  ["1\u202f500", 1500, 1500],
  ["12.5%", 0.125, 0.125],
  ["12,5 %", 0.125, 0.125],
  ["2e3", 2000, 2000],
  ["1.5E-3", 0.0015, 0.0015],
  ["1,5 млн", 1500000, 1500000],
  ["300 тыс.", 300000, 300000],
  ["2 млрд", 2e9, 2e9],
  ["5k", 5000, 5000],
  ["1.1m", 1100000, 1100000],
  ["0", 0, 0],
  ["0.5", 0.5, 0.5],
  ["", null, null],
  ["-", null, null],
  [".", null, null],
  ["007", null, null],
  ["1 50", null, null],
  ["1,23,456", null, null],
  ["1 000 00", null, null],
  ["1..5", null, null],
  ["5 deals", null, null],
  ["5%%", null, null],
  ["1e", null, null],
  ["1e999", null, null],
  ["2026-02-01", null, null],
  ["40702810000000012345", null, null],
  ["Infinity", null, null],
  ["0x10", null, null],
])("%j is %s with points, %s with commas", (text, withPoint, withComma) => {
  expect(read(text, ENGLISH)).toBe(withPoint);
  expect(read(text, EXCEL_DECIMAL_COMMA)).toBe(withComma);
});
