/** Columns read together, in arrays kept from call to call: what one call leaves behind is not seen by the next, and each cell is read as if its column stood alone. */
import { call, type CallResult } from "../../src/catalogue/call";
import { numbersOf, withBuffers } from "../../src/catalogue/buffers";
import { plainCells, type Cell } from "../../src/catalogue/grid";
import { findFunction } from "../../src/catalogue/index";

const ask = (name: string, ...values: readonly unknown[]): CallResult => call(findFunction(name)!, values, { language: "en", cells: plainCells });
const column = (...cells: readonly Cell[]): Cell[][] => cells.map((cell) => [cell]);
const AMOUNTS = column(100, 200, 300, 400);
const CHANCES = column(0.1, 0.5, 1, 0);
const DATES = column(46054, 46055, 46082, 46083);
const message = (result: CallResult): string => ("failure" in result ? result.failure.message : "a value");

test("a shorter call after a longer one counts its own rows only", () => {
  expect(ask("WEIGHTED_PIPELINE", column(...Array<number>(50).fill(1000)), column(...Array<number>(50).fill(1)))).toEqual({ value: 50000 });
  expect(ask("WEIGHTED_PIPELINE", AMOUNTS, CHANCES)).toEqual({ value: 410 });
});

test("a result stays what it was when the next call uses the same arrays", () => {
  const first = ask("PIPELINE_FORECAST", AMOUNTS, CHANCES, DATES);
  const before = JSON.stringify(first);
  ask("PIPELINE_FORECAST", column(7, 7, 7, 7), column(1, 1, 1, 1), column(46000, 46000, 46000, 46000));
  expect(JSON.stringify(first)).toBe(before);
});

test("after a call that failed, the next one is answered as ever", () => {
  expect(message(ask("WEIGHTED_PIPELINE", column(1, 2, "soon"), column(1, 1, 1)))).toBe('amounts, row 3: found "soon"; expected a number');
  expect(ask("WEIGHTED_PIPELINE", AMOUNTS, CHANCES)).toEqual({ value: 410 });
});

const SPOILED: readonly (readonly [string, Cell[][], Cell[][], Cell[][], string])[] = [
  ["the first column", column(100, "x", 300, 400), CHANCES, DATES, 'amounts, row 2: found "x"; expected a number'],
  ["the second", AMOUNTS, column(0.1, 0.5, 1.1, 0), DATES, "probabilities, row 3: found 1.1; expected a share from 0 to 1 (25 % is 0.25)"],
  ["the third", AMOUNTS, CHANCES, column(46054, 46055, 46082, "soon"), 'dates, row 4: found "soon"; expected a date, or a text such as 2026-01-31'],
  ["a lower row of the first column and an upper one of the third: the upper row is told", column(100, 200, 300, -4), CHANCES, column(46054, 5, 46082, 46083), "dates, row 2: found 5; expected a date, or a text such as 2026-01-31"],
  ["two columns of one row: the left one is told", AMOUNTS, column(0.1, 2, 1, 0), column(46054, 5, 46082, 46083), "probabilities, row 2: found 2; expected a share from 0 to 1 (25 % is 0.25)"],
  ["an error cell below: it wins", AMOUNTS, column(0.1, 2, 1, 0), column(46054, 46055, 46082, { error: "#REF!" } as Cell), "dates, row 4: found #REF!; expected a value, not an error"],
];
test.each(SPOILED)("bad cells in %s", (_, amounts, chances, dates, words) => expect(message(ask("PIPELINE_FORECAST", amounts, chances, dates))).toBe(words));

test("dates as texts, blank rows and a rate that is a hair above 1 are read among plain cells", () => {
  const plain = ask("PIPELINE_FORECAST", AMOUNTS, CHANCES, DATES);
  expect(ask("PIPELINE_FORECAST", AMOUNTS, column(0.1, 0.5, 1 + 1e-10, 0), column(46054, "2026-02-02", 46082, "2026-03-02"))).toEqual(plain);
  expect(ask("PIPELINE_FORECAST", column(100, null, 200, 300, 400), column(0.1, "", 0.5, 1, 0), column(46054, 0, 46055, 46082, 46083))).toEqual(plain);
});

test("an end that is blank, in the past, or far in the future, beside a date", () => {
  const created = column(46000, 46001, 46002, 46003);
  const open = ask("COHORT_CONVERSION", created, column(46010, null, "", 46011), 46100);
  expect(ask("COHORT_CONVERSION", created, column(46010, 2958465, " ", 46011), 46100)).toEqual(open);
  expect(ask("COHORT_CONVERSION", created, column(46010, 0, 54789, "2025-12-20"), 46100)).toEqual(open);
});

describe("arrays", () => {
  test("two of one call are two", () => expect(withBuffers(() => numbersOf(3).buffer !== numbersOf(3).buffer)).toBe(true));
  test("the next call has the same again", () => expect(withBuffers(() => numbersOf(3).buffer)).toBe(withBuffers(() => numbersOf(2).buffer)));
  test("outside of a call each is new", () => expect(numbersOf(3).buffer).not.toBe(numbersOf(3).buffer));
  test("a call within a call has others", () => expect(withBuffers(() => [numbersOf(3).buffer, withBuffers(() => numbersOf(3).buffer), numbersOf(3).buffer].filter((each, i, all) => all.indexOf(each) === i).length)).toBe(3));
  test("a call that throws gives them back", () => {
    const first = withBuffers(() => numbersOf(3).buffer);
    expect(() => withBuffers(() => { numbersOf(3); throw new Error("x"); })).toThrow("x");
    expect(withBuffers(() => numbersOf(3).buffer)).toBe(first);
  });
});
