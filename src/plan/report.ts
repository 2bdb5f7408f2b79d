/**
 * The report of a cycle on one page (guide to the plan, 8.9), as tables of values: a report is a record, so there are no formulas in it.
 * In the language of the file, whatever the pane speaks.
 */
import { sum } from "../core/stats";
import { GOAL_STATUSES, KINDS } from "./codes";
import { isLate } from "./coverage";
import { rowsIn, rowsOfGoal, type Cycle, type Goal } from "./cycles";
import { shortDay } from "./days";
import { deviationsOf } from "./deviations";
import { idOf, labelAndName } from "./find";
import { baselineOf, isWay } from "./goal-row";
import { GOAL_LOOKS, type Standing } from "./layout";
import { measuresOf } from "./measures";
import type { Plan, Value } from "./plan";
import { progressBar } from "./progress-bar";
import { REASONS } from "./reasons";
import { figuresOf, type ReportFigures } from "./report-figures";
import { REPORT_WORDS as W } from "./report-words";
import { costsByKind } from "./resources";
import { scoreOf } from "./score";
import { BAND_WORDS, bandOf } from "./score-band";
import { dayOfPlan } from "./settings";
import type { Language, Words } from "./words";

/** How a value is to be shown. `score`: with two digits; `bar`: a text of signs that is a picture of the numbers beside it. */
export type Format = "text" | "number" | "money" | "share" | "date" | "score" | "bar";
export type ReportCell = { readonly value: Value; readonly format: Format; readonly look?: Standing | "total" };

export type ReportTable = {
  readonly key: "goals" | "months" | "deviations" | "overdue" | "resources" | "lessons";
  readonly title: string;
  /** Relative widths; together they are as wide as the page. */
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Said where there are no rows. */
  readonly empty: string;
};

export type Report = {
  /** `Report 2026-Q3 (31 Jul)`: also the name of its sheet, so without the signs that such a name may not have. */
  readonly title: string;
  readonly language: Language;
  readonly header: readonly { readonly label: string; readonly cell: ReportCell }[];
  readonly tables: readonly ReportTable[];
  /** What is drawn. */
  readonly figures: ReportFigures;
};

const cell = (value: Value, format: Format = "text", look?: ReportCell["look"]): ReportCell => ({ value, format, ...(look && { look }) });
const goalFormat = ({ fields: { unit } }: Goal): Format => (unit === "%" ? "share" : unit === "money" ? "money" : "number");

/** @param language for a second copy in the other language; otherwise that of the file */
export function reportOf(plan: Plan, cycle: Cycle, today: number, language: Language = plan.language): Report {
  const say = (words: Words): string => words[language];
  const column = (words: Words, width: number) => ({ header: say(words), width });
  const table = (key: ReportTable["key"], title: Words, columns: ReportTable["columns"], rows: ReportTable["rows"], empty: Words): ReportTable => ({ key, title: say(title), columns, rows, empty: say(empty) });
  const figures = figuresOf(plan, cycle, today, language);
  return {
    language, figures,
    title: sheetName(`${say(W.report)} ${idOf("cycles", cycle)} (${shortDay(dayOfPlan(plan, today), language, today)})`),
    header: headerRows(plan, cycle, today, say),
    tables: [
      table("goals", W.goals, [column(W.goal, 30), column(W.target, 12), column(W.actual, 12), column(W.progress, 10), column(W.bar, 14), column(W.expected, 12), column(W.gap, 12), column(W.status, 14), column(W.owner, 14)], goalRows(plan, cycle, today, say), W.noGoals),
      table("months", W.months, [column(W.month, 14), column(W.target, 14), column(W.actual, 14), column(W.planToDate, 16), column(W.factToDate, 16)], monthRows(figures), W.noMonths),
      table("deviations", W.deviations, [column(W.goal, 26), column(W.gap, 12), column(W.cause, 24), column(W.action, 24), column(W.owner, 14), column(W.due, 12)], deviationRows(plan, cycle, today), W.noDeviations),
      table("overdue", W.overdue, [column(W.task, 36), column(W.owner, 16), column(W.due, 12), column(W.daysLate, 12), column(W.blockedBy, 24)], overdueRows(plan, cycle, today), W.noOverdue),
      table("resources", W.resources, [column(W.kind, 40), column(W.costPlan, 16), column(W.costFact, 16), column(W.difference, 16)], resourceRows(plan, cycle, say), W.noResources),
      table("lessons", W.lessons, [column(W.lessons, 100)], lines(cycle.fields.lessons).map((line) => [cell(line)]), W.noLessons),
    ],
  };
}

/** What the names of sheets may not have in any program; 31 characters are the most. */
const FORBIDDEN = ["[", "]", "*", "?", ":", "/", "\\", "'"];
/** With plain blanks: people type the name of a sheet into formulas. */
const sheetName = (text: string): string => [...text.split("\u00a0").join(" ")].filter((char) => !FORBIDDEN.includes(char)).join("").slice(0, 31);

function headerRows(plan: Plan, cycle: Cycle, today: number, say: (words: Words) => string): Report["header"] {
  const score = scoreOf(plan, cycle, today);
  const { name, start, end, currency } = cycle.fields;
  const row = (label: Words, value: Value, format: Format = "text") => ({ label: say(label), cell: cell(value, format) });
  return [
    row(W.cycle, name ?? idOf("cycles", cycle)), row(W.from, start, "date"), row(W.to, end, "date"), row(W.asOf, dayOfPlan(plan, today), "date"),
    row(W.score, score.value, "score"), ...(score.isFinal && score.value !== null ? [row(W.band, say(BAND_WORDS[bandOf(score.value)]))] : []), row(W.scoredGoals, say(W.ofGoals).replace("{0}", String(score.from)).replace("{1}", String(score.of))),
    row(W.worst, score.worst === null ? null : say(statusWords(score.worst))), ...(currency === null ? [] : [row(W.currency, currency)]),
  ];
}

const statusWords = (status: (typeof GOAL_STATUSES)[number]["code"]): Words => GOAL_STATUSES.find(({ code }) => code === status)!.words;

function goalRows(plan: Plan, cycle: Cycle, today: number, say: (words: Words) => string): ReportTable["rows"] {
  return rowsIn(plan, "goals", cycle).map((goal) => {
    const { target, actual, progress, expected, gap, status, statusReason, stale } = measuresOf(plan, goal, today);
    const format = goalFormat(goal);
    const word = status !== null ? say(statusWords(status)) : statusReason ? say(REASONS[statusReason]) : "";
    // A milestone is reached or not: 1 of 1 is nobody's figure.
    const shown = (value: number | null): ReportCell => (goal.fields.type !== "milestone" || value === null ? cell(value, format) : cell(say(value >= (target ?? 1) ? W.yes : W.no)));
    return [
      cell(labelAndName("goals", goal)), shown(target), shown(actual.value), cell(progress.value, "share"), cell(progressBar(progress.value, dueShare(goal, expected.value)), "bar"), shown(expected.value), gapCell(goal, gap.value),
      cell(stale.isStale && status !== null && status !== "noData" ? `${word} (${say(W.stale)})` : word, "text", status === null ? "quiet" : GOAL_LOOKS[status]), cell(goal.fields.owner),
    ];
  });
}

const gapCell = (goal: Goal, gap: number | null): ReportCell => cell(goal.fields.type === "milestone" ? null : gap, goalFormat(goal));

/** Of the way from baseline to target; what is only kept has no such way. */
function dueShare(goal: Goal, expected: number | null): number | null {
  const [baseline, target] = [baselineOf(goal), goal.fields.target];
  return expected === null || target === null || target === baseline || !isWay(goal) ? null : (expected - baseline) / (target - baseline);
}

/** Of the department's target. */
const monthRows = ({ months }: ReportFigures): ReportTable["rows"] =>
  months.map(({ name, plan: planned, fact, planToDate, factToDate }) => [cell(name), cell(planned, "money"), cell(fact, "money"), cell(planToDate, "money"), cell(factToDate, "money")]);

/** So many goals that fall short; what comes after them is no top any more, unless something is done about it. */
const MOST_DEVIATIONS = 5;

/** A row for each corrective action that is open, or one that says there is none. */
function deviationRows(plan: Plan, cycle: Cycle, today: number): ReportTable["rows"] {
  return deviationsOf(plan, cycle, today).filter(({ shortfall }) => (shortfall ?? 0) > 0).filter(({ actions }, i) => i < MOST_DEVIATIONS || actions.length > 0).flatMap(({ goal, measures }) => {
    const actions = rowsOfGoal(plan, "actions", goal);
    const first = [cell(labelAndName("goals", goal)), gapCell(goal, measures.gap.value)];
    return actions.length === 0 ? [[...first, cell(null), cell(null), cell(goal.fields.owner), cell(null)]] : actions.map(({ fields }) => [...first, cell(fields.cause), cell(fields.action), cell(fields.owner), cell(fields.due, "date")]);
  });
}

function overdueRows(plan: Plan, cycle: Cycle, today: number): ReportTable["rows"] {
  const day = dayOfPlan(plan, today);
  return rowsIn(plan, "tasks", cycle).filter((task) => isLate(task, day)).sort((a, b) => a.fields.due! - b.fields.due!).map((task) =>
    [cell(labelAndName("tasks", task)), cell(task.fields.owner), cell(task.fields.due, "date"), cell(day - Math.floor(task.fields.due!), "number"), cell(task.fields.blocked_by)]);
}

function resourceRows(plan: Plan, cycle: Cycle, say: (words: Words) => string): ReportTable["rows"] {
  const costs = costsByKind(plan, cycle).filter(({ resources }) => resources.length > 0);
  const row = (title: string, planned: number, fact: number, look?: "total"): ReportCell[] => [cell(title, "text", look), cell(planned, "money", look), cell(fact, "money", look), cell(planned - fact, "money", look)];
  if (costs.length === 0) return [];
  return [...costs.map(({ kind, plan: planned, fact }) => row(say(KINDS.find(({ code }) => code === kind)!.words), planned, fact)), row(say(W.total), sum(costs.map(({ plan: planned }) => planned)), sum(costs.map(({ fact }) => fact)), "total")];
}

const lines = (text: string | null): readonly string[] => (text ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "");
