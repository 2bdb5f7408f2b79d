import type { Unit } from "../../../src/catalogue/define";
import { clip, full, inText, sentences, short, summary, tickText } from "../../../src/pane/charts/text";

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, "_");

test.each<[number | null, Unit, string, string]>([
  [1_234_567, "money", "1.23M", "1,23_млн"],
  [12_300, "money", "12.3K", "12,3_тыс."],
  [1480, "money", "1,480", "1_480"],
  [48_000, "count", "48,000", "48_000"],
  [480_000, "count", "480K", "480_тыс."],
  [2e9, "money", "2B", "2_млрд"],
  [1e15, "money", "1E15", "1E15"],
  [-2_500_000, "money", "−2.5M", "−2,5_млн"],
  [-0, "count", "0", "0"],
  [0.905, "rate", "90.5%", "90,5_%"],
  [-0.12, "rate", "−12%", "−12_%"],
  [1e6, "rate", "1E8%", "1E8_%"],
  [21, "days", "21_days", "21_день"],
  [12.345, "days", "12.3_days", "12,3_дня"],
  [123_456, "days", "123K", "123_тыс."],
  [0.123456, "count", "0.123", "0,123"],
  [null, "money", "no data", "нет данных"],
  [NaN, "money", "no data", "нет данных"],
])("%d in %s is %s for short, in Russian %s", (value, unit, en, ru) => {
  expect(spaces(short(value, unit, "en"))).toBe(en);
  expect(spaces(short(value, unit, "ru"))).toBe(ru);
});
test("with a sign", () => expect([0.1, -0.1, 0].map((value) => short(value, "rate", "en", true))).toEqual(["+10%", "−10%", "0%"]));
test("on an axis thousands are short and days stand without their word", () => expect([tickText(5000, "count", "en"), tickText(30, "days", "ru"), tickText(-0.5, "rate", "en")]).toEqual(["5K", "30", "−50%"]));
test("in full, without the noise of sums", () => expect([full(0.1 + 0.2, "count", "en"), full(-1234.5, "money", "en"), full(null, "money", "ru")]).toEqual(["0.3", "−1,234.5", "–"]));

test("sentences end with one full stop, also after an abbreviation", () => expect(sentences("It is 12,3 тыс.", false, "Next", null, "")).toBe("It is 12,3 тыс. Next."));
test("long names are cut between letters, hidden characters shown", () => expect([clip("😀".repeat(5), 3), clip("a\u202eb"), clip("short")]).toEqual(["😀😀…", "a[U+202E]b", "short"]));
test("a name written from right to left is kept apart within a sentence", () => expect([inText("مبيعات"), inText("Sales")]).toEqual(["\u2068مبيعات\u2069", "Sales"]));

test("the summary tells the finding and the first rows", () => {
  const rows = Array.from({ length: 14 }, (_, i) => [`m${i + 1}`, `${i}`, i ? "x" : "–"]);
  const told = summary({ finding: "All is well.", standing: "good", table: { head: ["Month", "Plan", "Actual"], rows } }, "en");
  expect(told).toMatch(/^All is well\. m1: Plan 0, Actual no data\. m2: /);
  expect(told).toMatch(/m12: Plan 11, Actual x\. 2 more in the table\.$/);
});
