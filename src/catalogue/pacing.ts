/** Arguments of the functions about time and a plan: dates, the way time is counted, holidays, season; the words for a status. */
import { MetricError } from "../core/error";
import type { Span } from "../core/pace";
import { WEEKDAYS, workDaysOf, type PaceBy, type Pacing, type WorkDays } from "../core/time-share";
import { CODE_WORDS, codeOfWord } from "../plan/code-words";
import { choice, date, optional, withDefault } from "./arguments";
import { dateOf, isBlank, isNumeral } from "./cells";
import type { Arg } from "./define";
import { isErrorCell, type Cell } from "./grid";
import { cellOf, fail, fault, isSeveral, sizeOf, type Context, type Given } from "./read";

export const start = date("start", { en: "First day.", ru: "Первый день." }, "2026-07-01");
export const end = date("end", { en: "Last day, inclusive.", ru: "Последний день включительно." }, "2026-09-30");
export const planAsOf = date("as_of", { en: "The day of the fact; the whole day has passed.", ru: "День, на который взят факт; он считается прошедшим целиком." }, "2026-07-31");

export const paceBy: Arg<PaceBy> = choice("pace_by", ["calendar", "working", "season"], {
  en: "How time is counted: all days, working days, or months by their season.",
  ru: "Как считать время: все дни, рабочие дни или месяцы с учётом сезона.",
});
/** Where a season has no meaning. */
export const daysBy = choice("pace_by", ["calendar", "working"], { en: "Count all days or working days.", ru: "Считать все дни или рабочие." });

/** A text above the cells of a range that is no date and no number: its header. */
const isHeader = (cell: Cell, row: number, value: NonNullable<Given>): boolean =>
  row === 0 && isSeveral(value) && typeof cell === "string" && !isBlank(cell) && !isNumeral(cell) && dateOf(cell) === null;

/** A zero may be a blank cell: hosts deliver blank cells so. */
const isVoid = (cell: Cell): boolean => cell === 0 || isBlank(cell);

/** Rows of dates and kinds; a row of more than a date and its kind is read as a column. */
function asRows({ rows }: NonNullable<Given>, context: Context): readonly (readonly unknown[])[] {
  const [first] = rows;
  if (rows.length !== 1 || !first || first.length < 2) return rows;
  const second = cellOf(first[1], context);
  return first.length === 2 && !isVoid(second) && dateOf(second) === null ? rows : first.map((cell) => [cell]);
}

function readHolidays(value: Given, key: string, context: Context): WorkDays {
  if (value === null) return WEEKDAYS;
  const rows = asRows(value, context);
  if (rows.some((row) => row.length > 2)) throw new MetricError("expected", { argument: key, expected: "holidays", found: sizeOf(value) });
  const days = { holiday: [] as number[], work: [] as number[] };
  rows.forEach((row, r) => {
    const where = { argument: key, row: r + 1 };
    const [dateCell, kindCell] = [cellOf(row[0], context), cellOf(row[1], context)];
    for (const cell of [dateCell, kindCell]) if (isErrorCell(cell)) throw fail(fault("value", cell), where);
    if ((isVoid(dateCell) && isVoid(kindCell)) || isHeader(dateCell, r, value)) return;
    const day = dateOf(dateCell);
    if (day === null) throw fail(fault("date", isVoid(dateCell) ? null : dateCell), where);
    const kind = isVoid(kindCell) ? "holiday" : codeOfWord(CODE_WORDS.dayKind, kindCell);
    if (!kind) throw new MetricError("badOption", { ...where, found: kindCell, list: ["holiday", "work"] });
    days[kind].push(Math.floor(day));
  });
  return workDaysOf(days.holiday, days.work);
}

export const holidays: Arg<WorkDays> = withDefault<WorkDays>(
  {
    key: "holidays", example: "Calendar!A2:B30", shape: "range", optional: true, reader: { as: "value", read: readHolidays },
    words: {
      en: "Dates of holidays; with a second column: holiday, or work for a weekend day that is worked.",
      ru: "Даты праздников; со вторым столбцом: holiday (праздник) или work (рабочий день в выходной).",
    },
  },
  WEEKDAYS,
);

/** Twelve numbers in one column or row, a text above them is a header; null where all cells are blank. */
function readSeason(value: Given, key: string, context: Context): Float64Array | null {
  if (value === null) return null;
  const cells = value.rows.length === 1 ? value.rows[0]!.map((cell) => [cell]) : value.rows;
  if (cells.some((row) => row.length > 1)) throw new MetricError("expected", { argument: key, expected: "oneColumn", found: sizeOf(value) });
  const found: number[] = [];
  cells.forEach(([raw], r) => {
    const [cell, where] = [cellOf(raw, context), { argument: key, row: r + 1 }];
    if (isErrorCell(cell)) throw fail(fault("value", cell), where);
    if (isBlank(cell) || isHeader(cell, r, value)) return;
    if (typeof cell !== "number" || !Number.isFinite(cell)) throw fail(fault("number", cell), where);
    if (cell < 0) throw fail(fault("notNegative", cell), where);
    found.push(cell);
  });
  if (found.length !== 12 && found.length > 0) throw new MetricError("notTwelve", { argument: key, found: found.length });
  return found.length === 0 ? null : Float64Array.from(found);
}

export const season: Arg<Float64Array | null> = optional({
  key: "season", example: "Calendar!E2:E13", shape: "range", optional: true, reader: { as: "value", read: readSeason },
  words: { en: "12 numbers, January to December: how strong each month is; for pace_by season.", ru: "12 чисел, с января по декабрь: насколько силён каждый месяц; для pace_by season." },
});

export const pacingOf = (by: PaceBy, workDays: WorkDays, months: Float64Array | null): Pacing => ({ paceBy: by, workDays, season: months });
export const spanOf = (first: number, last: number, asOf: number, by: PaceBy, workDays: WorkDays, months: Float64Array | null): Span => ({
  start: first, end: last, asOf, pacing: pacingOf(by, workDays, months),
});
