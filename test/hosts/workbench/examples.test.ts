/** The ready sheets of examples/: they open as any file does, calculate, show the numbers that they were written with, and are what `npm run examples` writes. */
import { readdirSync, readFileSync } from "node:fs";
import { exampleFile } from "../../../build/examples";
import { LANGUAGES, type Language } from "../../../src/catalogue/words";
import { examplePath, READY_SHEETS, type ExampleId } from "../../../src/hosts/workbench/examples";
import { bookData } from "../../../src/hosts/workbench/files/book-data";
import { openFile } from "../../../src/hosts/workbench/files/open-file";
import type { OpenedBook, PlainSheet, Scalar } from "../../../src/hosts/workbench/files/plain-book";
import { openBook, type HeadlessBook, type Shown } from "../../rig/univer";

const LARGEST = 150_000;
const bytesOf = (id: ExampleId, language: Language): Uint8Array => new Uint8Array(readFileSync(examplePath(id, language)));
const read = (bytes: Uint8Array): Promise<OpenedBook> => openFile(bytes, "example", "utf-8", () => {});

test("there is a file of each example in each language, and no other", () => {
  for (const language of LANGUAGES) expect(readdirSync(`examples/${language}`).sort()).toEqual(READY_SHEETS.map(({ id }) => `${id}.xlsx`).sort());
});

describe.each(READY_SHEETS.flatMap(({ id }) => LANGUAGES.map((language) => [id, language] as const)))("%s, %s", (id, language) => {
  const bytes = bytesOf(id, language);
  let book: OpenedBook;
  let calculated: HeadlessBook;
  beforeAll(async () => {
    book = await read(bytes);
    calculated = await openBook(await bookData(book, id), { language });
  }, 60_000);
  afterAll(() => calculated.close());

  test("is small, and opens with nothing left behind", () => {
    expect(bytes.length).toBeLessThan(LARGEST);
    expect(book.notices).toEqual([]);
    expect(book.sheets.length).toBeGreaterThan(1);
  });

  test("no formula gives an error or nothing", () => {
    const wrong = formulasOf(book).flatMap(({ sheet, row, column, formula }) => {
      const values = calculated.result(sheet, row, column).flat();
      const isWrong = values.some((value) => typeof value === "object" && value !== null) || values.every((value) => value === null || value === "");
      return isWrong ? [`${row + 1}: ${formula} → ${JSON.stringify(values.slice(0, 3))}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(formulasOf(book).length).toBeGreaterThan(5);
  });

  test("is what npm run examples writes, numbers included", async () => {
    const [fresh, kept] = [await read(await exampleFile(id, language)), book];
    expect(kept.sheets.map(plain)).toEqual(fresh.sheets.map(plain));
    expect(kept.styles).toEqual(fresh.styles);
  }, 60_000);
});

/** Numbers to twelve digits: the last ones may differ from one processor to another. */
const plain = ({ styles, rows, ...rest }: PlainSheet) => ({
  ...rest,
  styles: styles.map((numbers) => (numbers ? [...numbers] : null)),
  rows: rows.map((row) => row.map((value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value))),
});
const formulasOf = (book: OpenedBook) => book.sheets.flatMap(({ formulas }, i) => formulas.map((each) => ({ ...each, sheet: `sheet${i + 1}` })));

// ---- numbers, counted again -------------------------------------------------------------

type Rows = readonly (readonly Scalar[])[];
type Opened = {
  /** Rows of a data sheet below its header. */
  readonly rows: (sheet: number) => Rows;
  /** The result of the first formula that begins so. */
  readonly result: (formula: string) => Shown[][];
};

async function opened(id: ExampleId, language: Language, look: (book: Opened) => void): Promise<void> {
  const book = await read(bytesOf(id, language));
  const calculated = await openBook(await bookData(book, id), { language });
  look({
    rows: (sheet) => book.sheets[sheet]?.rows.slice(1) ?? [],
    result(formula) {
      const found = book.sheets[0]?.formulas.find((each) => each.formula?.startsWith(formula));
      if (!found) throw new Error(`no formula begins with ${formula}`);
      return calculated.result("sheet1", found.row, found.column);
    },
  });
  calculated.close();
}

const numbers = (rows: Rows, column: number): number[] => rows.map((row) => Number(row[column]));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const WON = { en: "Won", ru: "Продажа" } as const;
const LOST = { en: "Lost", ru: "Отказ" } as const;
const close = (found: Shown | undefined, expected: number): void => expect(Number(found)).toBeCloseTo(expected, 8);

describe.each(LANGUAGES)("what is counted again without our functions agrees, %s", (language) => {
  const isWon = (row: readonly Scalar[] | undefined, column = 4): boolean => row?.[column] === WON[language];

  test("funnel review", () => opened("funnel-review", language, ({ rows, result }) => {
    const deals = rows(1);
    const [won, lost] = [deals.filter((row) => isWon(row)), deals.filter((row) => row[4] === LOST[language])];
    close(result("=FUNNEL_CONVERSION(")[0]?.[0], won.length / deals.length);
    close(result("=WIN_RATE(")[0]?.[0], won.length / (won.length + lost.length));
    close(result("=DEAL_SIZE(")[0]?.[0], mean(numbers(won, 8)));
    close(result("=SUM(FUNNEL_COUNTS(")[0]?.[0], deals.length - won.length - lost.length);
    const table = result("=FUNNEL_TABLE(");
    expect([table[1]?.[1], table[6]?.[1]]).toEqual([deals.length, won.length]);
    const reasons = result("=LOST_REASONS(").slice(1);
    expect(sum(reasons.map((row) => Number(row[1])))).toBe(lost.length);
    close(reasons.at(-1)?.[3], 1);
    expect(result("=DATA_CHECK(").slice(1, 8).map((row) => row[1])).toEqual([0, 0, 0, 0, 0, 0, 0]);
  }));

  test("sources compared", () => opened("sources-compared", language, ({ rows, result }) => {
    const deals = rows(1);
    const table = result("=FUNNEL_BY(");
    const [largest] = table.slice(1).map(([name]) => name);
    const own = deals.filter((row) => row[2] === largest);
    const won = own.filter((row) => isWon(row));
    expect([table[1]?.[1], table[1]?.[6], table.at(-1)?.[1], table.at(-1)?.[6]]).toEqual([own.length, won.length, deals.length, deals.filter((row) => isWon(row)).length]);
    close(result("=DEAL_SIZE(FILTER(")[0]?.[0], mean(numbers(won, 8)));
    close(result("=VALUE_PER_LEAD(")[0]?.[0], sum(numbers(won, 8)) / own.length);
    close(result("=WIN_RATE(FILTER(")[0]?.[0], won.length / own.filter((row) => isWon(row) || row[4] === LOST[language]).length);
  }));

  test("time in stage: the mean of finished deals hides those that wait", () => opened("time-in-stage", language, ({ rows, result }) => {
    const won = rows(1).filter((row) => isWon(row));
    close(result("=SALES_CYCLE(")[0]?.[0], mean(won.map((row) => Number(row[7]) - Number(row[6]))));
    const proposal = result("=STAGE_TIME_TABLE(")[4];
    expect(Number(proposal?.[7])).toBeGreaterThan(Number(proposal?.[4]) * 1.2);
    for (const [, start, entered, forward, back, lost, end] of result("=STAGE_FLOW(").slice(1).map((row) => row.map(Number))) {
      expect(end).toBe(start! + entered! - forward! - back! - lost!);
    }
    const curve = result("=TAKE(CONVERSION_CURVE(").slice(1).map((row) => row.map(Number));
    for (const [, , , , p, q, open] of curve) close(p! + q! + open!, 1);
  }));

  test("cost of a customer and payback", () => opened("cac-and-payback", language, ({ rows, result }) => {
    const costs = rows(1);
    const [spent, customers] = [sum(numbers(costs, 2)), sum(numbers(costs, 4))];
    close(result("=CAC(")[0]?.[0], spent / customers);
    close(result("=PAYBACK_PERIOD(")[0]?.[0], spent / customers / (2600 * 0.6));
    close(result("=LTV(")[0]?.[0], (2600 * 0.6) / 0.05);
    const prorata = result("=CAC_BY(").length - 1;
    expect(prorata).toBe(new Set(costs.map((row) => row[1])).size + 1);
    const own = costs.filter((row) => row[1] !== null);
    const top = own.filter((row) => row[1] === result("=CAC_BY(")[1]?.[0]);
    close(result("=CAC_BY(")[1]?.[3], sum(numbers(top, 2)) / sum(numbers(top, 4)));
  }));

  test("cohorts", () => opened("cohorts", language, ({ rows, result }) => {
    const month = (serial: number): number => new Date((serial - 25_569) * 86_400_000).getUTCMonth();
    const leads = rows(1).filter((row) => month(Number(row[2])) === 10);
    const cohort = result("=COHORT_CONVERSION(")[1];
    expect(cohort?.[1]).toBe(leads.length);
    close(cohort?.[2], leads.filter((row) => row[3] !== null && month(Number(row[3])) === 10).length / leads.length);
    close(cohort?.at(-1), leads.filter((row) => row[3] !== null).length / leads.length);
    const payers = new Set(rows(2).filter((row) => month(Number(row[1])) === 10).map((row) => row[0]));
    const again = new Set(rows(2).filter((row) => month(Number(row[1])) === 11).map((row) => row[0]).filter((name) => payers.has(name)));
    const kept = result("=COHORT_RETENTION(")[1];
    expect([kept?.[1], kept?.[2]]).toEqual([payers.size, 1]);
    close(kept?.[3], again.size / payers.size);
  }));

  test("why did revenue change: the effects add up to the change", () => opened("why-revenue-changed", language, ({ rows, result }) => {
    const days = (row: readonly Scalar[]): number => Number(row[3]) - Number(row[2]);
    const group = (from: number, to: number) => rows(1).filter((row) => Number(row[2]) >= from && Number(row[2]) < to);
    const revenue = (from: number, to: number) => sum(numbers(group(from, to).filter((row) => isWon(row) && days(row) <= 90), 5));
    const [before, after] = [revenue(45_962, 46_054), revenue(46_143, 46_235)]; // 1 Nov 2025 – 31 Jan 2026, 1 May – 31 Jul 2026
    const drivers = result("=CHANGE_DRIVERS(").slice(1).map((row) => row.map(Number));
    close(drivers.at(-1)?.[1], before);
    close(drivers.at(-1)?.[2], after);
    close(sum(drivers.slice(0, -1).map((row) => row[3]!)), after - before);
    const mix = result("=CONVERSION_MIX(").slice(1).map((row) => row.map(Number));
    close(sum(mix.slice(0, -1).map((row) => row[7]!)), mix.at(-1)![4]! - mix.at(-1)![3]!);
  }));

  test("plan backwards from the target", () => opened("plan-backwards", language, ({ rows, result }) => {
    const months = result("=SEASONAL_SPLIT(").map(([value]) => Number(value));
    expect(sum(months)).toBe(24_000_000);
    close(mean(result("=SEASONAL_INDEX(").map(([value]) => Number(value))), 1);
    const quarter = months[0]! + months[1]! + months[2]!;
    const counts = numbers(rows(1), 1);
    close(result("=REQUIRED_LEADS(")[0]?.[0], Math.ceil((quarter - 400_000) / 31_000 / (counts.at(-1)! / counts[0]!)));
    close(result("=REQUIRED_DEALS(")[0]?.[0], Math.ceil((quarter - 400_000) / 31_000));
    const days = sum(numbers(rows(1).slice(0, -1), 2));
    expect(result("=LEADS_WINDOW(")[0]).toEqual([46_388 - days, 46_477 - days]); // 1 Jan and 31 Mar 2027
    close(result("=TEAM_CAPACITY(")[0]?.[0], sum(rows(3).map((row) => Number(row[1]) * Number(row[2]) * Number(row[3]) * Number(row[4]))));
  }));
});
