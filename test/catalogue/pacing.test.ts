/** How a working calendar and a season are read. */
import { column, failureOf, run, valueOf } from "./run";

/** Working days of 29 June to 5 July 2026, a week, up to its Friday: the share is of the days of that week. */
const WEEK = ["2026-06-29", "2026-07-05"] as const;
const share = (holidays: unknown, asOf = "2026-07-02"): unknown => valueOf("EXPECTED_TO_DATE", 1, ...WEEK, asOf, null, "working", holidays);
const failure = (holidays: unknown): string => failureOf("EXPECTED_TO_DATE", 1, ...WEEK, "2026-07-02", null, "working", holidays);
const seasonal = (season: unknown): string => failureOf("EXPECTED_TO_DATE", 1, ...WEEK, "2026-07-02", null, "season", null, season);
const FRIDAY = "2026-07-03";

describe("holidays", () => {
  test.each([
    ["left out", null, 0.8], ["a blank range", column(null, "", " "), 0.8], ["one date", FRIDAY, 1], ["a serial number with a time", 46206.5, 1],
    ["a column", column(FRIDAY, "2026-07-03", null, 0, "2026-07-04"), 1], ["a header", column("Date", FRIDAY), 1], ["a header and nothing below", column("Date", null), 0.8],
    ["a row", [["2026-06-29", FRIDAY]], 1], ["a row with a blank", [[FRIDAY, null]], 1], ["a longer row", [["2026-06-29", FRIDAY, "2026-06-30"]], 1],
    ["a date and its kind in one row", [["2026-07-04", "Extra work day"]], 4 / 6], ["two columns", [["Date", "Kind"], [FRIDAY, "Выходной"], ["2026-07-04", "WORK"]], 0.8],
    ["a kind that is 0", [[FRIDAY, 0], ["2026-07-04", "Рабочий день"]], 0.8], ["two columns, all as holidays", [[FRIDAY, ""], ["2026-06-29", "праздник"]], 1],
    ["work wins", [[FRIDAY, "work"], [FRIDAY, "holiday"]], 0.8], ["work in the week is nothing new", [["2026-07-02", "work"]], 0.8],
  ])("%s", (_, holidays, expected) => expect(share(holidays)).toBeCloseTo(expected, 12));

  test("failures name the row", () => {
    expect(failure(column(FRIDAY, "soon"))).toBe('#VALUE! holidays, row 2: found "soon"; expected a date, or a text such as 2026-01-31');
    expect(failure("soon")).toMatch(/^#VALUE! holidays, row 1: found "soon"/);
    expect(failure(column("12.06.2026", FRIDAY))).toMatch(/^#VALUE! holidays, row 1: found "12\.06\.2026"/);
    expect(failure(column(true))).toMatch(/holidays, row 1: found TRUE/);
    expect(failure(column(60))).toMatch(/holidays, row 1: found 60/);
    expect(failure([[FRIDAY, "holiday"], [null, "work"]])).toMatch(/^#VALUE! holidays, row 2: found a blank cell; expected a date/);
    expect(failure([[FRIDAY, "Monday"]])).toBe('#VALUE! holidays, row 1: found "Monday"; expected holiday or work');
    expect(failure([[FRIDAY, "x"], ["2026-07-01", 5]])).toMatch(/row 1: found "x"/);
    expect(failure([[FRIDAY, 5], ["2026-07-01", null]])).toMatch(/row 1: found 5; expected holiday or work/);
    expect(failure([[FRIDAY, "work", 1]])).toMatch(/^#VALUE! holidays, row 2: found "work"/);
    expect(failure([[FRIDAY, "work", 1], [FRIDAY, "work", 1]])).toBe("#VALUE! holidays: found a range of 2 × 3 cells; expected one column of dates, or two columns: date and holiday or work");
    expect(failure(column(FRIDAY, { error: "#REF!" }))).toMatch(/^#REF! /);
    expect(failure([["Date", { error: "#N/A" }], [FRIDAY, "work"]])).toMatch(/^#N\/A /);
  });

  test("in Russian", () => {
    expect(run("EXPECTED_TO_DATE", [1, ...WEEK, "2026-07-02", null, "working", [[FRIDAY, "Monday"]]], "ru")).toEqual({ failure: { code: "#VALUE!", message: "holidays, строка 1: получено: «Monday»; нужно: holiday или work" } });
  });
});

describe("season", () => {
  const twelve = [1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1];
  const found = (season: unknown): unknown => valueOf("EXPECTED_TO_DATE", 1, ...WEEK, "2026-07-02", null, "season", null, season);
  // Two working days of June's 22 weigh 3 each, three of July's 23 weigh 1, and two of those three have passed by 2 July.
  const expected = (3 * 2 / 22 + 2 / 23) / (3 * 2 / 22 + 3 / 23);
  test.each([
    ["a column", column(...twelve)], ["a row", [twelve]], ["a header", column("Index", ...twelve)], ["blanks below", column(...twelve, null, "")],
  ])("%s", (_, season) => expect(found(season)).toBeCloseTo(expected, 12));

  test("failures", () => {
    expect(seasonal(column(...twelve.slice(1)))).toBe("#VALUE! season: found 11 numbers; expected 12, from January to December");
    expect(seasonal(column(...twelve, 1))).toMatch(/found 13 numbers/);
    expect(seasonal(1)).toMatch(/found 1 number;/);
    expect(seasonal(column(null, null))).toMatch(/found 0 numbers/);
    expect(seasonal(column(...twelve.slice(1), "x"))).toMatch(/^#VALUE! season, row 12: found "x"; expected a number/);
    expect(seasonal(column(...twelve.slice(1), -1))).toMatch(/^#VALUE! season, row 12: found -1; expected a number, 0 or more/);
    expect(seasonal(twelve.map((index) => [index, index]))).toMatch(/^#VALUE! season: found a range of 12 × 2 cells; expected one column/);
    expect(failureOf("EXPECTED_TO_DATE", 1, ...WEEK, "2026-07-02", null, null, null, column(1, 2))).toMatch(/found 2 numbers/);
  });
});
