import { call } from "../../src/catalogue/call";
import { plainCells, type Result } from "../../src/catalogue/grid";
import { catalogue } from "../../src/catalogue/index";
import { LANGUAGES } from "../../src/catalogue/words";

const rows = (result: Result): readonly (readonly unknown[])[] => (Array.isArray(result) ? (result as unknown[][]) : [[result]]);

describe.each(catalogue.map((def) => [def.name, def] as const))("%s", (_name, def) => {
  test.each(def.examples.map((example, i) => [i + 1, example] as const))("example %d gives what it says", (_i, example) => {
    const answer = call(def, example.call, { language: "en", cells: plainCells });
    expect(answer).toHaveProperty("value");
    const [found, wanted] = [rows((answer as { value: Result }).value), rows(example.result)];
    expect(found.map((row) => row.length)).toEqual(wanted.map((row) => row.length));
    wanted.forEach((row, r) => row.forEach((value, c) => {
      if (typeof value === "number") expect(found[r]![c]).toBeCloseTo(value, 9);
      else expect(found[r]![c]).toBe(value);
    }));
  });

  test("has its words in both languages, and they differ", () => {
    const words = [def.title, def.summary, ...def.args.map((arg) => arg.words), ...def.args.flatMap((arg) => Object.values(arg.options ?? {}).map((spec) => spec.words))];
    for (const each of words) for (const language of LANGUAGES) expect(each[language].trim()).not.toBe("");
    for (const each of words) if (/[а-яё]/i.test(each.ru) || /[a-z]{4}/i.test(each.en)) expect(each.ru).not.toBe(each.en);
    expect(/[а-яё]/i.test(def.summary.en)).toBe(false);
  });

  test("optional arguments come after required ones", () => {
    const firstOptional = def.args.findIndex(({ optional }) => optional);
    if (firstOptional >= 0) expect(def.args.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
  });
});
