import { catalogue } from "../../../src/catalogue/index";
import { SAMPLE_LOST, SAMPLE_SHEETS, SAMPLE_STAGES, sampleFormula } from "../../../src/catalogue/sample";
import { LANGUAGES, type Language } from "../../../src/catalogue/words";
import { bookData } from "../../../src/hosts/workbench/files/book-data";
import { sampleDeals } from "../../../src/hosts/workbench/sample/deals";
import { sampleBook } from "../../../src/hosts/workbench/sample/sample-book";
import { openBook, type HeadlessBook } from "../../rig/univer";

/** The sample workbook with one more sheet that holds these formulas, one every 3,000 rows, where the largest spill has room. */
const STEP = 3000;
async function withFormulas(language: Language, formulas: readonly string[]): Promise<HeadlessBook> {
  const data = await bookData(sampleBook(language), "sample");
  data.sheetOrder.push("checks");
  data.sheets["checks"] = { id: "checks", name: "Checks", rowCount: formulas.length * STEP + STEP, columnCount: 30, cellData: Object.fromEntries(formulas.map((f, i) => [i * STEP, { 0: { f } }])) };
  return openBook(data, { language });
}

describe.each(LANGUAGES)("the sample workbook, %s", (language) => {
  let book: HeadlessBook;
  const templates = catalogue.map(({ sample }) => sampleFormula(sample, language));
  const counts = ["reached", "lost"].map((count) => sampleFormula(`=FUNNEL_COUNTS({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost},,"count=${count}")`, language));
  const formulas = [...templates, ...counts];
  beforeAll(async () => {
    book = await withFormulas(language, formulas);
  }, 60_000);
  afterAll(() => book.close());

  test.each(catalogue.map(({ name }, i) => [name, i] as const))("the example of %s calculates", (_, i) => {
    const result = book.result("checks", i * STEP, 0);
    const place = { workbook: book.id, sheet: "checks", row: i * STEP, column: 0 };
    expect(["#VALUE!", "#N/A", "#DIV/0!"].map((code) => book.failures.find(place, formulas[i]!, code)).filter(Boolean)).toEqual([]);
    expect(result.flat().filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
    const wanted = catalogue[i]!.returns.unit === "word" ? "string" : "number";
    expect(result.flat().some((cell) => typeof cell === wanted)).toBe(true);
  });

  test("no cell of the report is an error, and none is empty", () => {
    const report = sampleBook(language).sheets[0];
    const results = report?.formulas.map(({ row, column }) => book.result("sheet1", row, column)) ?? [];
    expect(results).toHaveLength(11);
    expect(results.flat(2).filter((cell) => cell !== null && typeof cell === "object")).toEqual([]);
    expect(results.every((rows) => rows[0]?.[0] !== null && rows[0]?.[0] !== "")).toBe(true);
  });

  test("the funnel sheet says what FUNNEL_COUNTS says about the history", () => {
    const funnel = sampleBook(language).sheets[1]!;
    const [reached, lost] = counts.map((_, i) => book.result("checks", (templates.length + i) * STEP, 0).map(([cell]) => cell));
    expect(funnel.rows.slice(1).map((row) => row[1])).toEqual(reached);
    expect(funnel.rows.slice(1).map((row) => row[2])).toEqual(lost?.map((count) => (count === "" ? 0 : count)));
  });

  test("sheets, headers and stages have the words of the language", () => {
    const sheets = sampleBook(language).sheets.slice(1);
    expect(sheets.map(({ name }) => name)).toEqual(SAMPLE_SHEETS.map(({ words }) => words[language]));
    sheets.forEach((sheet, i) => expect(sheet.rows[0]).toEqual(SAMPLE_SHEETS[i]?.columns.map(({ words }) => words[language])));
    const stages = new Set(sheets[2]?.rows.slice(1).map((row) => row[1]));
    expect([...stages].sort()).toEqual([...SAMPLE_STAGES, SAMPLE_LOST].map((words) => words[language]).sort());
  });
});

describe("the deals of the sample", () => {
  const deals = sampleDeals();
  const share = (is: (entries: readonly { readonly stage: number }[]) => boolean) => deals.filter(({ entries }) => is(entries)).length / deals.length;
  const step = (from: number, to: number) => (entries: readonly { readonly stage: number }[]) => entries.some(({ stage }, i) => i > 0 && stage - entries[i - 1]!.stage >= from && stage - entries[i - 1]!.stage <= to && stage < 6);

  test("are the same on each run", () => expect(sampleDeals()).toEqual(deals));
  test("are 2,000", () => expect(deals).toHaveLength(2000));
  test("about a tenth skips a stage", () => expect(share(step(2, 4))).toBeCloseTo(0.08, 1));
  test("some go back", () => {
    expect(share(step(-4, -1))).toBeGreaterThan(0.02);
    expect(share(step(-4, -1))).toBeLessThan(0.08);
  });
  test("about half is lost, some are open, some won", () => {
    const ends = (stage: number) => share((entries) => entries.at(-1)?.stage === stage);
    expect(ends(6)).toBeGreaterThan(0.42);
    expect(ends(6)).toBeLessThan(0.6);
    expect(ends(5)).toBeGreaterThan(0.2);
    expect(1 - ends(5) - ends(6)).toBeGreaterThan(0.08);
  });
  test("customers with several deals exist", () => expect(new Set(deals.map(({ customer }) => customer)).size).toBeLessThan(1500));
  test("every history is in order", () => expect(deals.every(({ entries }) => entries.every(({ at }, i) => i === 0 || at > entries[i - 1]!.at))).toBe(true));
});

test.each(SAMPLE_SHEETS.map((sheet, i) => [sheet.key, i] as const))("the sheet %s has as many rows as its layout says", (key, i) => {
  const rows = sampleBook("en").sheets[i + 1]!.rows.length - 1;
  expect(rows).toBe(SAMPLE_SHEETS[i]!.rows || rows);
  if (key === "history") expect(rows).toBeGreaterThan(5000);
});
