/**
 * The check of a table before anything is calculated from it: what kind of table it is, which column is what, which stages there are, and
 * everything suspicious in it, with its rows. It reads and tells, and changes nothing.
 */
import { dealProblems, stagePrecedence } from "../core/deal-rows";
import { dataProblems, NO_DATE } from "../core/quality";
import { isBlank } from "./cells";
import { Findings, type Finding, type Suspicion } from "./findings";
import { amountsOf, checkOther, datesOf, idsOf, merged, namesOf, placesOf, skippedRows, type Column, type DateRule } from "./table-columns";
import { headOf, readHead, type Area, type Reading } from "./table-head";
import type { Role, Roles, TableKind } from "./table-roles";
import { recogniseStages, type List, type Stages } from "./table-stages";

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
  yield null;
  if (!isUsed) {
    for (let index = 0; index < headers.length; index += 1) checkOther(yield* columnAt(index), rows, findings);
    return { kind: "other", roles, stages: null, headers, rows, names: [], findings: findings.list() };
  }

  const deals = columns.deal ? idsOf(columns.deal, skip, findings) : null;
  yield null;
  const stages = columns.stage ? namesOf(columns.stage, skip, findings) : null;
  yield null;
  const kind = choice?.kind ?? head.kind ?? (deals && deals.labels.length < deals.filled * 0.75 ? "history" : "deals");
  const dateRole = roles.date === undefined ? "created" : "date";
  const dateOf = (role: Role, rule: DateRule): Float64Array | null => (columns[role] ? datesOf(columns[role], rule, skip, findings) : null);
  if (kind === "history") {
    const dates = dateOf(dateRole, "required");
    yield null;
    const before = deals && stages && dates ? stagePrecedence(deals.codes, stages.codes, dates, deals.labels.length, stages.labels.length) : null;
    const funnel = choice?.stages ?? recogniseStages(stages?.labels ?? [], stages?.counts ?? [], before, lists);
    yield null;
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
      if (columns.amount) amountsOf(columns.amount, columns.currency ?? null, skip, findings);
      if (left) addRows(findings, "negativeDuration", Int32Array.from(left.keys()).filter((row) => left[row]! < dates[row]! && dates[row] !== NO_DATE), skip, columns, columns.left!);
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
  yield null;
  const created = dateOf(roles.created === undefined ? "date" : "created", "required");
  yield null;
  const amounts = columns.amount ? amountsOf(columns.amount, columns.currency ?? null, skip, findings) : null;
  for (const [problem, column] of [["missingDeal", columns.deal], ["missingStage", columns.stage], ["missingDate", columns.created ?? columns.date]] as const) {
    if (column) addRows(findings, problem, blankRows(column, rows), skip, columns, column);
  }
  const problems = dealProblems({ deals: deals?.codes ?? null, stages: places, lastStages: lastPlaces, created: finite(created), closed: finite(closed), oddEnds, amounts }, rows, funnel);
  const column = { repeatedDeal: "deal", negativeDuration: "closed", closedWithoutEnd: "closed", openWithEnd: "closed", negativeAmount: "amount", wonWithoutAmount: "amount", lostWithoutAmount: "amount", lostWithoutStage: columns.lastStage ? "lastStage" : "stage" } as const;
  for (const { problem, rows: found } of problems) addRows(findings, problem, found, skip, columns, columns[column[problem]]!);
  return { kind: "deals", roles, stages: funnel, headers, rows, names: all.labels, findings: findings.list() };
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
