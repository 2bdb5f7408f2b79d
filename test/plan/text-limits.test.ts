import { lengthProblem } from "../../src/plan/text-limits";
import type { TableKey } from "../../src/plan/tables";

test.each<[TableKey, string, least: number, most: number]>([["cycles", "cycle_id", 1, 20], ["cycles", "name", 1, 80], ["goals", "name", 3, 80], ["tasks", "action", 1, 200]])("%s %s takes from %d to %d characters", (table, field, least, most) => {
  const fits = (length: number) => lengthProblem(table, field, ` ${"x".repeat(length)} `) === null;
  expect([fits(least), fits(most), fits(most + 1), fits(0)]).toEqual([true, true, false, true]);
  if (least > 1) expect(fits(least - 1)).toBe(false);
});

test("it says what is there, what belongs there, and what to do", () => {
  expect(lengthProblem("goals", "name", "ab")).toEqual({ en: "Characters: 2; at least 3 belong here. Write more.", ru: "Знаков: 2, а нужно не меньше 3. Допишите." });
  expect(lengthProblem("tasks", "action", "x".repeat(250))).toEqual({ en: "Characters: 250; at most 200 belong here. Shorten the text.", ru: "Знаков: 250, а нужно не больше 200. Сократите текст." });
});

test("other fields take any text", () => expect(lengthProblem("goals", "note", "x".repeat(5000))).toBeNull());
