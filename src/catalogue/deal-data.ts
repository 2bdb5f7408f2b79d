/**
 * A table of deals read for the plan: what its columns are taken for, a few values of each, and what the rows come to. It asks for cells as
 * the data check does, and changes nothing.
 */
import { NO_STAGE } from "../core/quality";
import { stagePrecedence } from "../core/deal-rows";
import { figuresOf, type DataFigures } from "../plan/from-data";
import { dealsOfHistory, funnelOfHistory, readableRows } from "../plan/data-history";
import { Tally, type DealTable } from "../plan/data-rows";
import { isBlank, parseDate } from "./cells";
import { DATA_ROLES, NEEDED, type DataKind } from "./data-kinds";
import { certaintyOf, recogniseFurther, type Certainty, type DataRole, type DataRoles } from "./data-roles";
import { Findings } from "./findings";
import { amountsOf, datesOf, idsOf, merged, namesOf, placesOf, skippedRows, type Column } from "./table-columns";
import { headOf, readHead, type Area, type Cells, type Head, type Reading } from "./table-head";
import { contentOf } from "./table-roles";
import { recogniseStages, type List, type Stages } from "./table-stages";

/** What the user may say differently. */
export type DataChoice = { readonly kind: DataKind; readonly roles: DataRoles; readonly stages: Stages | null };

export type DataColumn = { readonly header: string; /** The first different values. */ readonly samples: readonly (string | number)[]; readonly isDate: boolean };
export type FoundData = DataChoice & {
  readonly columns: readonly DataColumn[];
  readonly certainty: Readonly<Partial<Record<DataRole, Certainty>>>;
  /** Rows below the header, and the row of the sheet that the first of them stands in. */
  readonly rows: number;
  readonly top: number;
  /** Every stage that occurs. */
  readonly names: readonly string[];
  /** Columns that a plain formula reads as they are read here: what is a number or a date there, is one here, and no error stops it. */
  readonly plain: readonly DataRole[];
  /** null: a column that is needed is missing. */
  readonly figures: DataFigures | null;
};

const SAMPLES = 3;

/**
 * @param choice what the user said; null to recognise everything
 * @param lists short columns of the other sheets, perhaps the stages
 * @param today whole day
 * @returns null where the place holds no headers
 */
export function* readDeals(place: Area, choice: DataChoice | null, lists: readonly List[], today: number): Reading<FoundData | null> {
  const cells = yield headOf(place);
  const head = readHead(cells);
  if (!head) return null;
  const below = cells.slice(head.header + 1);
  const [rows, top] = [place.rows - head.header - 1, place.row + head.header + 1];
  const columnAt = function* (at: number): Reading<Column> {
    const area = { row: top, column: place.column + at, rows, columns: 1 };
    return { cells: yield area, top, at: area.column };
  };
  const guess = choice ?? { ...guessed(head, below, head.kind === null && head.roles.deal !== undefined && isRepeating(yield* columnAt(head.roles.deal))), stages: null };
  const read: Partial<Record<DataRole, Column>> = {};
  const kindRoles = DATA_ROLES[guess.kind];
  const roles = Object.fromEntries(Object.entries(guess.roles).filter(([role, at]) => kindRoles.includes(role as DataRole) && at < head.headers.length)) as DataRoles;
  for (const [role, at] of Object.entries(roles) as [DataRole, number][]) read[role] = yield* columnAt(at);
  const about = {
    rows, top, roles,
    columns: head.headers.map((header, at): DataColumn => ({ header, ...shownOf(below, at) })),
    certainty: Object.fromEntries(Object.entries(roles).map(([role, at]) => [role, certaintyOf(head.headers[at]!, role as DataRole)])),
    plain: (["created", "closed", "amount"] as const).filter((role) => read[role]?.cells.every(([cell]) => isPlain(cell))),
  };
  yield null;
  const all = columnsOf(read, rows);
  const { kind } = guess;
  const { names, precedence } = namesIn(all, kind);
  yield null;
  const stages = kind === "sales" ? null : (choice?.stages ?? recogniseStages(names.labels, names.counts, precedence, lists));
  const isWhole = NEEDED[kind].every((role) => read[role] !== undefined) && (stages === null || stages.order.length > 0);
  return { kind, ...about, stages, names: names.labels, figures: isWhole ? counted(all, kind, stages, today) : null };
}

/** What the columns make of the table. Where only one date is there, it is the one that counts. */
function guessed({ headers, roles, kind }: Head, below: Cells, isHistory: boolean): Omit<DataChoice, "stages"> {
  const found = recogniseFurther(headers, below, roles);
  const date = found.closed ?? found.date;
  if (kind === "history" || isHistory) return { kind: "history", roles: { ...found, date: (found.date ?? found.created)! } };
  if (kind === "other" && found.stage === undefined) return { kind: "sales", roles: { ...found, ...(date ?? found.created) !== undefined && { closed: date ?? found.created! } } };
  return { kind: "deals", roles: { ...found, ...(date !== undefined && { closed: date }) } };
}

/** SUMIFS passes over a text, as the rules here do; a date that is written out as a text is read here, and not there. */
const isPlain = (cell: unknown): boolean => typeof cell === "number" || isBlank(cell) || (typeof cell === "string" && parseDate(cell) === null);

function shownOf(below: Cells, at: number): Omit<DataColumn, "header"> {
  const { filled, dates, dateTexts } = contentOf(below, at);
  const values = new Set<string | number>();
  for (const row of below) {
    const cell = row[at];
    if ((typeof cell === "string" && !isBlank(cell)) || typeof cell === "number") values.add(typeof cell === "string" ? cell.slice(0, LONGEST) : cell);
    if (values.size === SAMPLES) break;
  }
  return { samples: [...values], isDate: filled > 0 && dates + dateTexts > filled / 2 };
}
const LONGEST = 40;

type Read = ReturnType<typeof columnsOf>;

/** The columns as they are read everywhere; what is odd in them is told by the data check. */
function columnsOf(read: Readonly<Partial<Record<DataRole, Column>>>, rows: number) {
  const findings = new Findings();
  const skip = skippedRows(rows, read, findings);
  const named = (role: DataRole) => (read[role] ? namesOf(read[role], skip, findings) : null);
  const dated = (role: DataRole) => (read[role] ? datesOf(read[role], role === "closed" ? "end" : "required", skip, findings) : null);
  return {
    rows, skip, read,
    deals: read.deal ? idsOf(read.deal, skip, findings) : null,
    stages: named("stage"), last: named("lastStage"),
    created: dated("created"), closed: dated("closed"), dates: dated("date"),
    amounts: read.amount ? amountsOf(read.amount, read.currency ?? null, skip, findings) : null,
    currencies: named("currency"), customers: named("customer"), owners: named("owner"), reasons: named("reason"), sources: named("source"),
  };
}

/** A deal that comes again and again is a history. Where it comes again now and then, the other rows are mistakes. */
const isAgain = ({ labels, filled }: NonNullable<Read["deals"]>): boolean => labels.length < filled * 0.75;
const isRepeating = (column: Column): boolean => isAgain(idsOf(column, new Uint8Array(column.cells.length), new Findings()));

function namesIn({ deals, stages, last, dates }: Read, kind: DataKind) {
  const precedence = kind === "history" && deals && stages && dates ? stagePrecedence(deals.codes, stages.codes, dates, deals.labels.length, stages.labels.length) : null;
  return { names: merged(stages, kind === "deals" ? last : null), precedence };
}

function counted(all: Read, kind: DataKind, stages: Stages | null, today: number): DataFigures {
  const { rows, skip, read, deals, amounts, currencies, customers, owners, reasons, sources, created, closed, dates } = all;
  const shared = { rows, skip, amounts, currencies, customers, owners, reasons, sources };
  const placed = (role: "stage" | "lastStage", names: Read["stages"]): Int32Array | null => (names && read[role] && stages ? placesOf(names, stages, read[role], skip, new Findings()) : null);
  const places = placed("stage", all.stages) ?? new Int32Array(rows).fill(NO_STAGE);
  if (kind === "history" && deals && dates && stages) {
    const table = { ...shared, deals: { codes: deals.codes, labels: deals.labels.map(String) }, funnel: stages, places, dates };
    const found = readableRows(table, today);
    const figures = figuresOf(dealsOfHistory(table, found.rows, today), today);
    const leftOut = new Tally();
    for (const { reason, count } of [...found.leftOut, ...figures.leftOut]) leftOut.add(reason, count);
    const notCounted = found.leftOut.map(({ reason, count }) => ({ role: reason === "noDeal" ? "deal" as const : reason === "noStage" || reason === "unknownStage" ? "stage" as const : "created" as const, reason, row: 0, count }));
    const cohorts = figures.cohorts && { ...figures.cohorts, leftOut: [...notCounted, ...figures.cohorts.leftOut] };
    return { ...figures, leftOut: leftOut.list(), cohorts, funnel: funnelOfHistory(table, found.rows, today) };
  }
  const table: DealTable = { ...shared, deals: deals && !isAgain(deals) ? deals.codes : null, stages: stages && { funnel: stages, places, last: placed("lastStage", all.last) }, created, closed };
  return figuresOf(table, today);
}
