/** Each column of a result table says what it holds, in both languages; nothing else is explained. */
import { TABLE_WORDS } from "../../src/catalogue/column-words";
import type { FunctionDef } from "../../src/catalogue/define";
import { explained } from "../../src/catalogue/explained";
import { plainCells, type Table } from "../../src/catalogue/grid";
import { call } from "../../src/catalogue/call";
import { catalogue } from "../../src/catalogue/index";
import { LANGUAGES, type Language } from "../../src/catalogue/words";

const cases = <T>(values: readonly T[]): readonly (readonly [string, T])[] => values.map((value) => [String((value as { name: string }).name), value]);
const tables = catalogue.filter(({ returns }) => returns.shape === "table");
const rows = catalogue.filter(({ returns }) => returns.shape === "row");

/** All results of its examples, as a sheet shows them. */
const shown = (def: FunctionDef, language: Language): readonly Table[] =>
  def.examples.map((example) => {
    const answer = call(def, example.call, { language, cells: plainCells });
    if ("failure" in answer) throw new Error(answer.failure.message);
    return answer.value as Table;
  });

/** Stages of the examples and ages of cohorts: columns that the data name. */
const NAMED_BY_DATA: ReadonlySet<unknown> = new Set(["Lead", "Call", "Offer", "Won", "Lost", 0, 1, 2]);
const BY_DATA: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  FUNNEL_BY: { en: "Each stage", ru: "Каждый этап" }, TRANSITION_MATRIX: { en: "Each stage", ru: "Каждый этап" },
  COHORT_CONVERSION: { en: "0, 1, 2 …", ru: "0, 1, 2 …" }, COHORT_RETENTION: { en: "0, 1, 2 …", ru: "0, 1, 2 …" },
};

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(cases(tables))("%s: the columns of its results are explained, all of them, in their order", (_, def) => {
    for (const result of shown(def, language)) {
      const byData = BY_DATA[def.name]?.[language];
      const columns = result[0]!.map((name) => (byData !== undefined && NAMED_BY_DATA.has(name) ? byData : String(name)));
      expect(explained(def, language)?.columns.map(({ name }) => name)).toEqual([...new Set(columns)]);
    }
  });

  test.each(cases(rows))("%s: the cells side by side are explained, as many as there are", (_, def) => {
    for (const [cells] of shown(def, language)) expect(explained(def, language)?.columns).toHaveLength(cells!.length);
  });

  test.each(cases(catalogue))("%s: an explanation is a sentence with a unit, and says more than the name", (_, def) => {
    const told = explained(def, language);
    for (const { name, meaning } of [...(told?.columns ?? []), ...(told?.rows ?? [])]) {
      expect(meaning).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(meaning).not.toBe(`${name}.`);
      if (language === "ru") expect(meaning).toMatch(/[а-яё]/i);
    }
    for (const { unit } of told?.columns ?? []) expect(unit).toMatch(/\S/);
  });

  test("rows are explained where they are: each of CONVERSION_TEST, and each total", () => {
    for (const def of tables) {
      const first = shown(def, language).flatMap(([, ...below]) => below.map(([name]) => String(name)));
      const told = explained(def, language)!.rows.map(({ name }) => name);
      expect(first).toEqual(expect.arrayContaining(told));
      const total = { en: "Total", ru: "Итого" }[language];
      expect([def.name, told.includes(total)]).toEqual([def.name, first.includes(total)]);
      if (def.name === "CONVERSION_TEST") expect(told).toEqual(first);
    }
  });
});

test("an explanation stands beside the word of the sheet, in the language of the sheet", () => {
  const lastColumns = (name: string, language: Language) => explained(tables.find((def) => def.name === name)!, language)!.columns.slice(-2).map((column) => column.name);
  expect([lastColumns("FUNNEL_TABLE", "en"), lastColumns("FUNNEL_TABLE", "ru"), lastColumns("CONVERSION_CURVE", "ru"), lastColumns("TRANSITION_MATRIX", "ru")])
    .toEqual([["Low", "High"], ["Низ", "Верх"], ["Низ", "Верх"], ["Ушло", "Сейчас"]]);
});

test("nothing is explained that no function gives", () => {
  expect(Object.keys(TABLE_WORDS).sort()).toEqual([...tables, ...rows].map(({ name }) => name).sort());
});

test("where columns are at most one wide there is nothing to explain", () => {
  for (const def of catalogue.filter(({ returns }) => ["column", "list", "aligned"].includes(returns.shape))) {
    expect(shown(def, "en").filter((result) => Array.isArray(result) && result.some((row) => row.length > 1))).toEqual([]);
  }
});
