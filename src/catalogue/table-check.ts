/**
 * The check of a table before anything is calculated from it: what kind of table it is, which column is what, which stages there are, and
 * everything suspicious in it, with its rows. It reads and tells, and changes nothing.
 */
import { AFTER_LAST_DATE, FIRST_DATE, isoDay, OPEN_FROM } from "../core/calendar";
import type { Codes } from "../core/columns";
import { dealProblems, stagePrecedence, type DealProblem } from "../core/deal-rows";
import { dataProblems, NO_DATE, NO_STAGE, UNKNOWN_STAGE, type DataProblem } from "../core/quality";
import { idKey, isBlank, nameKey, parseDate, trim } from "./cells";
import { internIds } from "./intern";
import { currencyOf, dateNotation, moneyText, type DateNotation } from "./odd-text";
import { contentOf, headerRow, kindOf, recogniseRoles, type Cells, type Role, type Roles, type TableKind } from "./table-roles";
import { nearestName, recogniseStages, type List, type Stages } from "./table-stages";

export type { Cells };

/** Where a table lies: rows and columns of its sheet, from 1; the header may stand below a title. */
export type Place = { readonly sheet: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
export type Area = Omit<Place, "sheet">;

export type Suspicion = Exclude<DataProblem, "afterAsOf"> | DealProblem | "errorCell" | "dateText" | "eitherDate" | "placeholderDate" | "openEnd" | "numberText" | "notANumber" | "mixedCurrencies" | "totalRow";

/** `row` and `column` of the sheet, from 1. `text`: what stands there, or whose row it is. */
export type Spot = { readonly row: number; readonly column: number; readonly text: string };
export type Name = { readonly name: string; readonly count: number; readonly nearest: string | null };
export type Finding = { readonly kind: Suspicion; readonly count: number; /** The first of them. */ readonly spots: readonly Spot[]; /** Names that it is about. */ readonly names?: readonly Name[] };

/** What the user may say differently. */
export type Choice = { readonly kind: TableKind; readonly roles: Roles; readonly stages: Stages | null };

export type Checked = Choice & {
  readonly headers: readonly string[];
  /** Rows below the header. */
  readonly rows: number;
  /** Every stage that occurs, in order of first appearance. */
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
};

/** As many rows of a finding are kept. */
export const MOST_SPOTS = 500;
const MOST_NAMES = 20;
/** Rows that show what a column is. */
const HEAD = 300;
const LONGEST_TEXT = 60;
/** 1990: an older date in a sales table stands for none. */
const EARLY = 32874;
const TOTALS: ReadonlySet<string> = new Set(["total", "grand total", "sum", "итого", "всего", "итог"]);

/** Reads cells when it is asked to: the host may do it at once or over a wire. */
export type Reading<T> = Generator<Area, T, Cells>;

/** The part of a table that shows its headers and what stands below. */
export const headOf = ({ row, column, rows, columns }: Area): Area => ({ row, column, rows: Math.min(rows, HEAD), columns });

export type Head = { readonly header: number; readonly headers: readonly string[]; readonly roles: Roles; readonly kind: TableKind | null };

/** Null for cells without headers. */
export function readHead(head: Cells): Head | null {
  const header = headerRow(head);
  if (header < 0) return null;
  const headers = head[header]!.map((cell) => (isBlank(cell) ? "" : String(cell)));
  const roles = recogniseRoles(headers, head.slice(header + 1));
  return { header, headers, roles, kind: kindOf(roles) };
}

const MOST_LISTED = 60;
/** Short columns of names, which may be the stages in their order. */
export function listsOf(head: Cells, { rows }: Area): readonly List[] {
  const header = headerRow(head);
  if (header < 0 || rows > MOST_LISTED) return [];
  return head[header]!.flatMap((cell, column) => {
    const below = head.slice(header + 1).map((row) => row[column]).filter((each) => !isBlank(each));
    const names = below.filter((each) => typeof each === "string").map(trim);
    return names.length > 0 && names.length === below.length && new Set(names).size === names.length ? [{ header: String(cell), names }] : [];
  });
}

class Findings {
  private readonly found = new Map<Suspicion, { count: number; spots: Spot[]; names?: readonly Name[] }>();
  add(kind: Suspicion, row: number, column: number, cell: unknown): void {
    let one = this.found.get(kind);
    if (!one) this.found.set(kind, (one = { count: 0, spots: [] }));
    one.count += 1;
    if (one.spots.length < MOST_SPOTS) one.spots.push({ row, column, text: shown(cell) });
  }
  name(kind: Suspicion, names: readonly Name[]): void {
    const one = this.found.get(kind);
    if (one) one.names = names.slice(0, MOST_NAMES);
  }
  list(): readonly Finding[] {
    return [...this.found].map(([kind, one]) => ({ kind, ...one }));
  }
}

function shown(cell: unknown): string {
  const text = isBlank(cell) ? "" : typeof cell === "object" ? String((cell as { readonly error?: unknown }).error ?? "") : String(cell);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

type Column = { readonly cells: Cells; /** Row of the sheet of the first cell. */ readonly top: number; /** Column of the sheet. */ readonly at: number };

/**
 * @param choice what the user said; null to recognise everything
 * @param lists short columns of the other sheets
 * @returns null where the place holds no headers
 */
export function* checkTable(place: Area, choice: Choice | null, lists: readonly List[]): Reading<Checked | null> {
  const head = readHead(yield headOf(place));
  if (!head) return null;
  const { header, headers } = head;
  const roles = choice?.roles ?? head.roles;
  const top = place.row + header + 1;
  const rows = place.rows - header - 1;
  const columnAt = function* (index: number): Reading<Column> {
    const area = { row: top, column: place.column + index, rows, columns: 1 };
    return { cells: yield area, top, at: area.column };
  };
  const columns: Partial<Record<Role, Column>> = {};
  const isUsed = Object.keys(roles).length > 0 && (choice?.kind ?? head.kind) !== "other";
  if (isUsed) for (const [role, index] of Object.entries(roles) as [Role, number][]) if (index < headers.length) columns[role] = yield* columnAt(index);

  const findings = new Findings();
  const skip = skippedRows(rows, columns, findings);
  if (!isUsed) {
    for (let index = 0; index < headers.length; index += 1) checkOther(yield* columnAt(index), rows, findings);
    return { kind: "other", roles, stages: null, headers, rows, names: [], findings: findings.list() };
  }

  const deals = columns.deal ? idsOf(columns.deal, skip, findings) : null;
  const stages = columns.stage ? namesOf(columns.stage, skip, findings) : null;
  const kind = choice?.kind ?? head.kind ?? (deals && deals.labels.length < deals.filled * 0.75 ? "history" : "deals");
  const dateRole = roles.date === undefined ? "created" : "date";
  const dateOf = (role: Role, rule: DateRule): Float64Array | null => (columns[role] ? datesOf(columns[role], rule, skip, findings) : null);
  if (kind === "history") {
    const dates = dateOf(dateRole, "required");
    const before = deals && stages && dates ? stagePrecedence(deals.codes, stages.codes, dates, deals.labels.length, stages.labels.length) : null;
    const funnel = choice?.stages ?? recogniseStages(stages?.labels ?? [], stages?.counts ?? [], before, lists);
    if (deals && stages && dates && rows > 0) {
      const places = placesOf(stages, funnel, columns.stage!, skip, findings);
      dropSkipped(skip, deals.codes);
      const missing = { missingDeal: columns.deal, missingStage: columns.stage, missingDate: columns[dateRole] };
      for (const { problem, rows: found } of dataProblems(deals, places, dates, funnel, null)) {
        if (problem === "afterAsOf" || problem === "notADate" || problem === "unknownStage") continue; // told cell by cell
        const column = problem in missing ? missing[problem as keyof typeof missing]! : columns.stage!;
        addRows(findings, problem, problem in missing ? blankRows(column, rows) : found, skip, columns, column);
      }
      const left = dateOf("left", "end");
      if (left) addRows(findings, "negativeDuration", Int32Array.from(left.keys()).filter((row) => left[row]! < dates[row]!), skip, columns, columns.left!);
    }
    return { kind, roles, stages: funnel, headers, rows, names: stages?.labels ?? [], findings: findings.list() };
  }

  const lastStages = columns.lastStage ? namesOf(columns.lastStage, skip, findings) : null;
  const all = merged(stages, lastStages);
  const funnel = choice?.stages ?? recogniseStages(all.labels, all.counts, null, lists);
  const places = stages ? placesOf(stages, funnel, columns.stage!, skip, findings) : null;
  const lastPlaces = lastStages ? placesOf(lastStages, funnel, columns.lastStage!, skip, findings) : null;
  const oddEnds = new Uint8Array(rows);
  const closed = columns.closed ? datesOf(columns.closed, "end", skip, findings, oddEnds) : null;
  const created = dateOf(roles.created === undefined ? "date" : "created", "required");
  const amounts = columns.amount ? amountsOf(columns.amount, columns.currency ?? null, skip, findings) : null;
  for (const [problem, column] of [["missingDeal", columns.deal], ["missingStage", columns.stage], ["missingDate", columns.created ?? columns.date]] as const) {
    if (column) addRows(findings, problem, blankRows(column, rows), skip, columns, column);
  }
  const problems = dealProblems({ deals: deals?.codes ?? null, stages: places, lastStages: lastPlaces, created: finite(created), closed: finite(closed), oddEnds, amounts }, rows, funnel);
  const column = { repeatedDeal: "deal", negativeDuration: "closed", closedWithoutEnd: "closed", openWithEnd: "closed", negativeAmount: "amount", wonWithoutAmount: "amount", lostWithoutAmount: "amount", lostWithoutStage: columns.lastStage ? "lastStage" : "stage" } as const;
  for (const { problem, rows: found } of problems) addRows(findings, problem, found, skip, columns, columns[column[problem]]!);
  return { kind: "deals", roles, stages: funnel, headers, rows, names: all.labels, findings: findings.list() };
}

/** Rows without any content, and sums below the deals: 1 for each. */
function skippedRows(rows: number, columns: Partial<Record<Role, Column>>, findings: Findings): Uint8Array {
  const skip = new Uint8Array(rows).fill(1);
  for (const { cells } of Object.values(columns)) for (let row = 0; row < rows; row += 1) if (skip[row] === 1 && !isBlank(cells[row]?.[0])) skip[row] = 0;
  const { deal } = columns;
  for (let row = 0; deal && row < rows; row += 1) {
    const cell = deal.cells[row]?.[0];
    if (typeof cell !== "string" || cell.length > 20 || !TOTALS.has(nameKey(cell).replace(":", ""))) continue;
    findings.add("totalRow", deal.top + row, deal.at, cell);
    skip[row] = 1;
  }
  return skip;
}

const blankRows = ({ cells }: Column, rows: number): Int32Array => {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) if (isBlank(cells[row]?.[0])) found.push(row);
  return Int32Array.from(found);
};

/** Rows that the core found; each is named by its deal. */
function addRows(findings: Findings, kind: Suspicion, rows: Int32Array, skip: Uint8Array, columns: Partial<Record<Role, Column>>, column: Column): void {
  for (let i = 0; i < rows.length; i += 1) if (skip[rows[i]!] === 0) findings.add(kind, column.top + rows[i]!, column.at, columns.deal?.cells[rows[i]!]?.[0]);
}

const dropSkipped = (skip: Uint8Array, codes: Int32Array): void => skip.forEach((isSkipped, row) => isSkipped === 1 && (codes[row] = -1));

/** What is no date is NaN here. */
const finite = (dates: Float64Array | null): Float64Array | null => dates && dates.map((date) => (date === NO_DATE ? NaN : date));

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

type Ids = Codes & { readonly filled: number };
function idsOf(column: Column, skip: Uint8Array, findings: Findings): Ids {
  const quick = skip.includes(1) ? null : internIds(column.cells, 0, skip.length);
  return quick ? { ...quick, filled: skip.length } : codesOf(column, skip, findings, idKey);
}
type Names = ReturnType<typeof codesOf>;
const namesOf = (column: Column, skip: Uint8Array, findings: Findings): Names => codesOf(column, skip, findings, nameKey);

/** The names of two columns: those of the second that the first has not come behind. */
function merged(first: Names | null, second: Names | null): Pick<Names, "labels" | "counts"> {
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
function placesOf({ codes, labels, counts }: Names, { order, lost }: Stages, { top, at, cells }: Column, skip: Uint8Array, findings: Findings): Int32Array {
  const all = [...order, ...lost];
  const places = new Map(all.map((name, place) => [nameKey(name), place]));
  const placeOf = labels.map((label) => places.get(nameKey(label)) ?? UNKNOWN_STAGE);
  const found = codes.map((code) => (code < 0 ? NO_STAGE : placeOf[code]!));
  for (let row = 0; row < found.length; row += 1) if (found[row] === UNKNOWN_STAGE && skip[row] === 0) findings.add("unknownStage", top + row, at, cells[row]?.[0]);
  const unknown = labels.flatMap((name, code) => (placeOf[code] === UNKNOWN_STAGE ? [{ name: shown(name), count: counts[code]!, nearest: nearestName(name, all) }] : []));
  if (unknown.length > 0) findings.name("unknownStage", unknown.sort((a, b) => b.count - a.count));
  return found;
}

type DateRule = "required" | "end";

/** Serial numbers; NaN where blank or, for an end, still open; NO_DATE where there is something else, which is told cell by cell. */
function datesOf({ cells, top, at }: Column, rule: DateRule, skip: Uint8Array, findings: Findings, odd: Uint8Array | null = null): Float64Array {
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
function amountsOf({ cells, top, at }: Column, currencies: Column | null, skip: Uint8Array, findings: Findings): Float64Array {
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
function checkOther(column: Column, rows: number, findings: Findings): void {
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
}

/** Runs a reading where the host gives cells at once. */
export function readNow<T>(reading: Reading<T>, read: (area: Area) => Cells): T {
  let step = reading.next();
  while (!step.done) step = reading.next(read(step.value));
  return step.value;
}
