/** Numbers of a goal as people read them: as many digits as tell two of them apart. */
import { amount, signed, type GoalUnit } from "../../src/plan/amounts";

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, " ");

test.each<[number, GoalUnit, string, string]>([
  [0.06, "%", "6%", "6 %"],
  [0.0525, "%", "5.3%", "5,3 %"],
  [0.0055, "%", "0.55%", "0,55 %"],
  [0.00055, "%", "0.055%", "0,055 %"],
  [0, "%", "0%", "0 %"],
  [8_400_000, "money", "$8.4M", "8,4 млн $"],
  [35, "days", "35 d", "35 дн."],
])("%d in %s: %s, %s", (value, unit, en, ru) => {
  expect([plain(amount(value, unit, "en", "USD")), plain(amount(value, unit, "ru", "USD"))]).toEqual([en, ru]);
});

test.each([[0.007, "+0.7 pp"], [0.0004, "+0.04 pp"], [-0.00125, "−0.13 pp"], [0, "0 pp"]])("a difference of shares, %d: %s", (value, text) => {
  expect(plain(signed(value, "%", "en", null))).toBe(text);
});
