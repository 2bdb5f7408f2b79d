/** The columns of a table that may hold anything: what can be read is handed on, what is suspicious is noted with its row. */
import { AFTER_LAST_DATE, FIRST_DATE, isoDay, OPEN_FROM } from "../core/calendar";
import type { Codes } from "../core/columns";
import { NO_DATE, NO_STAGE, UNKNOWN_STAGE } from "../core/quality";
import { idKey, isBlank, nameKey, parseDate, trim } from "./cells";
import { shown, type Findings } from "./findings";
import { internIds } from "./intern";
import { currencyOf, dateNotation, moneyText, type DateNotation } from "./odd-text";
import { contentOf, type Cells } from "./table-roles";
import { nearestName, type Stages } from "./table-stages";

/** 1990: an older date in a sales table stands for none. */
const EARLY = 32874;
export type Column = { readonly cells: Cells; /** Row of the sheet of the first cell. */ readonly top: number; /** Column of the sheet. */ readonly at: number };
const isError = (cell: unknown): boolean => typeof cell === "object" && cell !== null;

/** Codes of labels, -1 for a blank; `filled` are the rows with one. */
function codesOf({ cells, top, at }: Column, skip: Uint8Array, findings: Findings, keyOf: (label: string) => string) {
  const codes = new Int32Array(skip.length).fill(-1);
  const known = new Map<unknown, number>();
  const labels: string[] = [];
  const counts: number[] = [];
  let filled = 0;
  for (let row = 0; row < skip.length; row += 1) {
    const cell = cells[row]?.[0];
    if (skip[row] === 1 || cell === "" || cell === null || cell === undefined) continue;
    let code = known.get(cell);
    if (code === undefined) {
      if (isError(cell)) {
        findings.add("errorCell", top + row, at, cell);
        continue;
      }
      if (isBlank(cell)) continue;
      const key = keyOf(String(cell));
      code = known.get(key) ?? labels.push(trim(String(cell))) - 1;
      known.set(key, code).set(cell, code);
    }
    codes[row] = code;
    counts[code] = (counts[code] ?? 0) + 1;
    filled += 1;
  }
  return { codes, labels, counts, filled };
}

const TOTALS: ReadonlySet<string> = new Set(["total", "grand total", "sum", "итого", "всего", "итог"]);
const isTotal = (cell: unknown): cell is string => typeof cell === "string" && cell.length <= 20 && TOTALS.has(nameKey(cell).replace(":", ""));
/** Rows without any content, and sums below the deals: 1 for each. */
export function skippedRows(rows: number, columns: Readonly<Partial<Record<string, Column>>>, findings: Findings): Uint8Array {
  const skip = new Uint8Array(rows).fill(1);
  for (const { cells } of Object.values(columns) as Column[]) for (let row = 0; row < rows; row += 1) if (skip[row] === 1 && !isBlank(cells[row]?.[0])) skip[row] = 0;
  const deal = columns["deal"];
  for (let row = 0; deal && row < rows; row += 1) {
    const cell = deal.cells[row]?.[0];
    if (!isTotal(cell)) continue;
    findings.add("totalRow", deal.top + row, deal.at, cell);
    skip[row] = 1;
  }
  return skip;
}

type Ids = Codes & { readonly filled: number };
export function idsOf(column: Column, skip: Uint8Array, findings: Findings): Ids {
  const quick = skip.includes(1) ? null : internIds(column.cells, 0, skip.length);
  return quick ? { ...quick, filled: skip.length } : codesOf(column, skip, findings, idKey);
}
export type Names = ReturnType<typeof codesOf>;
export const namesOf = (column: Column, skip: Uint8Array, findings: Findings): Names => codesOf(column, skip, findings, nameKey);

/** The names of two columns: those of the second that the first has not come behind. */
export function merged(first: Names | null, second: Names | null): Pick<Names, "labels" | "counts"> {
  const [labels, counts] = [[...(first?.labels ?? [])], [...(first?.counts ?? [])]];
  const known = new Set(labels.map(nameKey));
  second?.labels.forEach((label, i) => {
    if (known.has(nameKey(label))) return;
    labels.push(label);
    counts.push(second.counts[i]!);
  });
  return { labels, counts };
}

/** The place of each stage; a name in neither list is told with the one that was probably meant. */
export function placesOf({ codes, labels, counts }: Names, { order, lost }: Stages, { top, at, cells }: Column, skip: Uint8Array, findings: Findings): Int32Array {
  const all = [...order, ...lost];
  const places = new Map(all.map((name, place) => [nameKey(name), place]));
  const placeOf = labels.map((label) => places.get(nameKey(label)) ?? UNKNOWN_STAGE);
  const found = codes.map((code) => (code < 0 ? NO_STAGE : placeOf[code]!));
  for (let row = 0; row < found.length; row += 1) if (found[row] === UNKNOWN_STAGE && skip[row] === 0) findings.add("unknownStage", top + row, at, cells[row]?.[0]);
  const unknown = labels.flatMap((name, code) => (placeOf[code] === UNKNOWN_STAGE ? [{ name: shown(name), count: counts[code]!, nearest: nearestName(name, all) }] : []));
  if (unknown.length > 0) findings.name("unknownStage", unknown.sort((a, b) => b.count - a.count));
  return found;
}

export type DateRule = "required" | "end";

/** Serial numbers; NaN where blank or, for an end, still open; NO_DATE where there is something else, which is told cell by cell. */
export function datesOf({ cells, top, at }: Column, rule: DateRule, skip: Uint8Array, findings: Findings, odd: Uint8Array | null = null): Float64Array {
  const dates = new Float64Array(skip.length).fill(NaN);
  const unread: { readonly row: number; readonly notation: DateNotation | null }[] = [];
  const seen = new Set<DateNotation | null>();
  for (let row = 0; row < skip.length; row += 1) {
    const cell = cells[row]?.[0];
    if (skip[row] === 1 || cell === "" || cell === null || cell === undefined) continue;
    const serial = typeof cell === "string" ? parseDate(cell) : cell;
    if (serial === null && isBlank(cell)) continue;
    const date = typeof serial === "number" && serial >= FIRST_DATE && serial < AFTER_LAST_DATE ? serial : NO_DATE;
    dates[row] = date;
    if (date === NO_DATE) {
      const notation = typeof cell === "string" ? dateNotation(cell) : null;
      seen.add(notation);
      unread.push({ row, notation });
    } else if (date >= OPEN_FROM && rule === "end") {
      findings.add("openEnd", top + row, at, isoDay(date));
      dates[row] = NaN;
    } else if (date >= OPEN_FROM || date < EARLY) findings.add("placeholderDate", top + row, at, isoDay(date));
    if (odd && (date === NO_DATE || date < EARLY)) odd[row] = 1;
  }
  // Days above 12 on one side only show which of both is the day.
  const isSettled = seen.has("dayFirst") !== seen.has("monthFirst");
  for (const { row, notation } of unread) {
    const cell = cells[row]![0];
    findings.add(isError(cell) ? "errorCell" : notation === null ? "notADate" : notation === "either" && !isSettled ? "eitherDate" : "dateText", top + row, at, cell);
  }
  return dates;
}

/** Money; NaN where blank, Infinity where there is something else, which is told cell by cell; and more than one currency. */
export function amountsOf({ cells, top, at }: Column, currencies: Column | null, skip: Uint8Array, findings: Findings): Float64Array {
  const amounts = new Float64Array(skip.length).fill(NaN);
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < skip.length; row += 1) {
    const cell = cells[row]?.[0];
    if (skip[row] === 1) continue;
    const stated = currencies?.cells[row]?.[0];
    let currency = typeof stated === "string" ? currencyOf(stated) || trim(stated).toUpperCase() : "";
    if (typeof cell === "number") amounts[row] = cell;
    else if (!isBlank(cell)) {
      const money = typeof cell === "string" ? moneyText(cell) : null;
      amounts[row] = Infinity;
      currency ||= money ?? "";
      findings.add(isError(cell) ? "errorCell" : money === null ? "notANumber" : "numberText", top + row, at, cell);
    }
    if (currency === "") continue;
    const rows = rowsOf.get(currency);
    if (rows) rows.push(row);
    else rowsOf.set(currency, [row]);
  }
  const [main, ...others] = [...rowsOf].sort((a, b) => b[1].length - a[1].length);
  if (main && others.length > 0) {
    const column = currencies ?? { cells, top, at };
    for (const row of others.flatMap(([, rows]) => rows).sort((a, b) => a - b)) findings.add("mixedCurrencies", top + row, column.at, column.cells[row]?.[0]);
    findings.name("mixedCurrencies", [main, ...others].map(([name, { length }]) => ({ name: shown(name), count: length, nearest: null })));
  }
  return amounts;
}

/** A column of a table that is neither a history nor deal rows: only what its own cells show. */
export function checkOther(column: Column, rows: number, findings: Findings): void {
  const skip = new Uint8Array(rows);
  const { cells, top, at } = column;
  const content = contentOf(cells, 0);
  const { filled, numbers, dates, dateTexts, money } = content;
  if (dateTexts > 0 && dates + dateTexts >= filled * 0.8) return void datesOf(column, "end", skip, findings);
  for (let row = 0; row < rows; row += 1) {
    const cell = cells[row]?.[0];
    if (isError(cell)) findings.add("errorCell", top + row, at, cell);
    else if (money > 0 && numbers >= filled * 0.5 && numbers + money >= filled * 0.8 && typeof cell === "string" && moneyText(cell) !== null) findings.add("numberText", top + row, at, cell);
  }
  const last = cells[rows - 1]?.[0]; // further up it may be a part of a report
  if (isTotal(last)) findings.add("totalRow", top + rows - 1, at, last);
}
