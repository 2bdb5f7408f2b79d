import { checkLengths } from "../../src/plan/actions";
import { LONGEST_FORMULA, LONGEST_TEXT, tooLong } from "../../src/plan/lengths";
import type { Operation } from "../../src/plan/operation";
import { refusedLength } from "../../src/plan/sentences";

const note = (text: string): Operation => ({ kind: "update", table: "goals", row: "g", fields: { name: "x", note: text } });
const formula = (length: number): Operation => ({ kind: "create", table: "goals", row: "g", fields: { actual: { formula: `=${"1".repeat(length - 1)}` } } });

test.each<[string, Operation, ReturnType<typeof tooLong>]>([
  ["a text that just fits", note("a".repeat(LONGEST_TEXT)), null],
  ["one character more", note("a".repeat(LONGEST_TEXT + 1)), { table: "goals", field: "note", most: LONGEST_TEXT }],
  ["a formula that just fits", formula(LONGEST_FORMULA), null],
  ["a longer formula", formula(LONGEST_FORMULA + 1), { table: "goals", field: "actual", most: LONGEST_FORMULA }],
  ["a check-in", { kind: "check-in", row: "k", fields: { note: "a".repeat(40_000) } }, { table: "checkins", field: "note", most: LONGEST_TEXT }],
  ["a deletion", { kind: "delete", table: "goals", row: "g" }, null],
])("%s", (_, operation, found) => {
  expect(tooLong([note("short"), operation])).toEqual(found);
  const check = expect(() => checkLengths([operation]));
  if (found) check.toThrow("tooLarge");
  else check.not.toThrow();
});

test("the refusal names the field, the limit and what to do, in both languages", () => {
  const { en, ru } = refusedLength({ table: "goals", field: "note", most: LONGEST_TEXT });
  expect(en).toBe("Not saved: “Note” is longer than a cell takes, 32,767 characters. Shorten it and save again; nothing is lost.");
  expect(ru.replace(/\s/g, " ")).toBe("Не сохранено: «Примечание» – текст длиннее, чем помещается в ячейку (32 767 знаков). Сократите его и сохраните снова; ничего не потеряно.");
});
