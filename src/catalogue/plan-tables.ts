/** Values read from the tables of the plan. */
import { latestFirst, valueToDate } from "../core/checkins";
import { MetricError } from "../core/error";
import { goalMeasure, planStatus, kindOf, needsPath, type Goal, type GoalMeasure } from "../core/goal-value";
import { nearest } from "../core/nearest";
import type { WorkDays } from "../core/time-share";
import { choice, date, name, optional } from "./arguments";
import { collapse, nameKey, trim } from "./cells";
import { define } from "./define";
import { holidays, pacingOf, season } from "./pacing";
import { CODE_WORDS as WORDS, codeOfWord, STATUS_WORDS as STATUSES } from "../plan/code-words";
import { labelOf } from "../plan/label";
import { CHECKIN_HEADERS, GOAL_HEADERS } from "../plan/read-headers";
import { planTable, type PlanTable } from "./plan-columns";

type GoalTable = PlanTable<keyof typeof GOAL_HEADERS>;
type CheckinTable = PlanTable<keyof typeof CHECKIN_HEADERS>;

/** The rows of a goal, or why there are none. */
type Found = { readonly rows: readonly number[]; readonly missing: MetricError | null };

/** Nothing is called so: the nearest of the texts that stand in these cells. */
function notFound<C extends string>(goal: string | number, table: PlanTable<C>, rows: readonly number[], columns: readonly C[]): MetricError {
  const cells = rows.flatMap((row) => columns.map((column) => [row, column, table.name(row, column)] as const)).filter(([, , key]) => key !== "");
  const cell = cells[nearest(nameKey(goal), cells.map(([, , key]) => key))];
  if (!cell) return new MetricError("noGoals", { argument: table.key });
  const other = table.cell(cell[0], cell[1]);
  return new MetricError("goalNotFound", { argument: "goal", found: goal, other: typeof other === "string" ? trim(other) : other });
}

/** The row of a goal by its id, its name, or the id of its label: the first of these that hits. */
function findGoal(goal: string | number, table: GoalTable): Found {
  table.needOneOf(["id", "goal"], "noHeader");
  const text = nameKey(goal);
  const label = labelOf(text);
  const [byId, byName, byLabel, filled]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let row = 1; row < table.height; row += 1) {
    const [id, called] = [table.name(row, "id"), table.name(row, "goal")];
    if (id === "" && called === "") continue;
    filled.push(row);
    if (id === text) byId.push(row);
    if (called === text) byName.push(row);
    if (label && id === label.id) byLabel.push(row);
  }
  const rows = [byId, byName, byLabel].find((each) => each.length > 0) ?? [];
  if (rows.length === 0) return { rows, missing: notFound(goal, table, filled, ["id", "goal"]) };
  if (rows.length === 1) return { rows, missing: null };
  return { rows: [], missing: new MetricError("severalGoals", { argument: "goal", found: goal, cells: rows.map((row) => ({ found: table.cell(row, "id"), row: row + 1 })) }) };
}

/** The fact of a row; yes and no, or a check box, for a milestone. */
function actualOf(table: GoalTable, row: number): number | null {
  const cell = table.cell(row, "actual", "column");
  if (cell === null || typeof cell === "number" || table.word(row, "type", WORDS.type) !== "milestone") return table.number(row, "actual");
  const said = typeof cell === "boolean" ? cell : codeOfWord(WORDS.yesOrNo, cell);
  return said === undefined ? table.number(row, "actual", "optional", "yesOrNo") : Number(said === true || said === "yes");
}

/** A milestone without a target is to be reached once; a blank may arrive as 0, which would be no milestone. */
function targetOf(table: GoalTable, row: number, need: "optional" | "column" | "filled"): number | null {
  const target = table.number(row, "target", need);
  return target || table.word(row, "type", WORDS.type) !== "milestone" ? target : 1;
}

/** What the row says of a goal. */
function readGoal(table: GoalTable, row: number, field: GoalMeasure | "status", asOfDay: number | null, workDays: WorkDays, months: Float64Array | null): Goal {
  const isTimed = field !== "progress";
  const actual = field === "expected" ? null : actualOf(table, row);
  const day = (name: "start" | "due"): number => Math.floor((isTimed ? table.date(row, name, "filled") : null) ?? NaN);
  const [start, due] = [day("start"), day("due")];
  const now = isTimed ? asOfDay ?? table.date(row, "asOf") : null;
  const type = table.word(row, "type", WORDS.type);
  const isWay = type === null || type === "increase" || type === "decrease";
  const target = targetOf(table, row, row < 0 || type === "milestone" ? "optional" : "filled");
  const addsUp = row >= 0 && (isWay ? field === "forecast" : isTimed && type === "keep ≤");
  const isSum = addsUp && table.word(row, "accumulates", WORDS.accumulates, "filled") === "sum";
  const isPaced = needsPath(field, kindOf(type, isSum), isSum);
  const path = (isPaced ? table.word(row, "path", WORDS.path) : null) ?? "linear";
  const paceBy = path === "season" ? "season" : ((isPaced && path === "linear" ? table.word(row, "paceBy", WORDS.paceBy) : null) ?? "working");
  const readsUpper = type === "keep within" && (field === "progress" || field === "status" || field === "gap");
  const goal: Goal = {
    type, isSum, actual, start, due, path,
    baseline: (isWay ? table.number(row, "baseline") : null) ?? 0,
    target: target ?? 1,
    upper: readsUpper ? table.number(row, "upper") : null,
    day: Math.floor(now ?? NaN),
    pacing: pacingOf(paceBy, workDays, months),
    place: (value) => table.place(row, value),
  };
  table.settle();
  if (isTimed && row >= 0 && now === null) throw new MetricError("needsAsOf", { argument: "as_of" });
  return goal;
}

const FIELDS = ["progress", "actual", "target", "baseline", "expected", "pace", "forecast", "status", "gap", "owner", "due", "weight"] as const;
type Field = (typeof FIELDS)[number];

/** A field that is a cell of the row; undefined for one that is computed. */
function ownCell(table: GoalTable, row: number, field: Field): number | string | null | undefined {
  switch (field) {
    case "actual":
      return actualOf(table, row);
    case "target":
      return targetOf(table, row, "column");
    case "baseline":
      return table.number(row, "baseline", "column") ?? 0;
    case "weight":
      return table.number(row, "weight", "column") ?? 1;
    case "owner":
      return table.text(row, "owner", "column");
    case "due":
      return table.date(row, "due", "column");
  }
}

const goalArgument = name("goal", { en: "The goal: its id, its name, or both as G-005 CAC.", ru: "Цель: её ID, название или вместе, как G-005 CAC." }, "A2");

export const GOAL_VALUE = define({
  id: "GOAL.VALUE", name: "GOAL_VALUE", group: "plan",
  title: { en: "Value of a goal", ru: "Значение цели" },
  summary: { en: "One value of a goal, read from the plan's table of goals: progress, pace, status and others.", ru: "Одно значение цели из таблицы целей плана: прогресс, темп, статус и другие." },
  avoid: {
    en: "Inside the table of goals itself, that is a circular reference; and goals kept in other cells, for them use GOAL_PROGRESS or GOAL_STATUS.",
    ru: "Внутри самой таблицы целей: получится циклическая ссылка; если цели не в таблице, берите GOAL_PROGRESS или GOAL_STATUS.",
  },
  args: [
    goalArgument,
    planTable("goals", { en: "The table of goals with its header row.", ru: "Таблица целей вместе со строкой заголовков." }, "PLAN_GOALS[#All]", GOAL_HEADERS),
    choice("field", FIELDS, { en: "What to read.", ru: "Что прочитать." }),
    optional(date("as_of", { en: "The day of the fact; left out: the goal's own column As of.", ru: "День, на который взят факт; не задан – из столбца «На дату» этой цели." }, "2026-07-31")),
    holidays, season,
  ],
  returns: { shape: "scalar", unit: "value" },
  examples: [
    { call: ["G-005", [["ID", "Goal", "Baseline", "Target", "Actual"], ["G-005", "CAC", 70000, 60000, 66000]]], result: 0.4 },
    { call: ["CAC", [["ID", "Goal", "Baseline", "Target", "Start", "Due"], ["G-005", "CAC", 70000, 60000, "2026-07-01", "2026-09-30"]], "expected", "2026-07-31"], result: 66515.15151515152 },
  ],
  sample: '=GOAL_VALUE("G-001",{goals},"pace")',
  run: (goal, table, field, asOfDay, workDays, months) => {
    const { rows: [row = -1], missing } = findGoal(goal, table);
    if (field === "status" && table.says(row, "status", WORDS.cancelled)) {
      table.settle();
      return STATUSES.cancelled;
    }
    const own = ownCell(table, row, field);
    const measured = own === undefined ? readGoal(table, row, field as GoalMeasure | "status", asOfDay, workDays, months) : null;
    table.settle();
    if (missing) throw missing;
    if (measured) return field === "status" ? STATUSES[planStatus(measured)] : goalMeasure(field as GoalMeasure, measured);
    if (own === null) throw new MetricError("blankActual", table.place(row, field as "actual" | "target" | "owner" | "due"));
    return own!;
  },
});

/** The rows of check-ins that are the goal's. */
function findCheckins(goal: string | number, table: CheckinTable): Found {
  const text = nameKey(goal);
  const wanted = labelOf(text);
  const rows: number[] = [];
  const byId: number[] = []; // where the goal is a label, and no cell is that label
  const ids = new Map<string, string>(); // as compared, as written
  const filled: number[] = [];
  for (let row = 1; row < table.height; row += 1) {
    const key = table.name(row, "goal");
    if (key === "") continue;
    filled.push(row);
    const label = labelOf(key);
    if (key === text || label?.id === text || label?.name === text) rows.push(row);
    if (label?.name === text) ids.set(label.id, collapse(String(table.cell(row, "goal"))).split(" ")[0]!);
    if (wanted && (key === wanted.id || label?.id === wanted.id)) byId.push(row);
  }
  const found = rows.length > 0 ? rows : byId;
  if (found.length === 0) return { rows: [], missing: notFound(goal, table, filled, ["goal"]) };
  if (ids.size < 2) return { rows: found, missing: null };
  return { rows: [], missing: new MetricError("severalGoals", { argument: "goal", found: goal, cells: Array.from(ids.values(), (found) => ({ found })) }) };
}

/** Texts of a row that are filled, joined. */
const joined = (table: CheckinTable, row: number): string =>
  (["note", "problem", "next"] as const).map((column) => table.text(row, column)).filter((text) => text !== null).join("; ");

export const LATEST_CHECKIN = define({
  id: "LATEST.CHECKIN", name: "LATEST_CHECKIN", group: "plan",
  title: { en: "Latest check-in", ru: "Последний замер цели" },
  summary: { en: "The last known fact of a goal, from its check-ins.", ru: "Последний известный факт цели по её замерам." },
  avoid: { en: "Facts counted from deals; link the goal to the formula that counts them, such as NEW_CUSTOMERS.", ru: "Факт, который считается по сделкам: свяжите цель с формулой, например NEW_CUSTOMERS." },
  args: [
    goalArgument,
    planTable("checkins", { en: "The table of check-ins with its header row.", ru: "Таблица замеров вместе со строкой заголовков." }, "PLAN_CHECKINS[#All]", CHECKIN_HEADERS),
    optional(date("as_of", { en: "What was known on this day, inclusive; left out: all check-ins.", ru: "Что было известно на этот день включительно; не задано – все замеры." }, "2026-07-31")),
    choice("field", ["value", "date", "confidence", "note"], { en: "What to read.", ru: "Что прочитать." }),
  ],
  returns: { shape: "scalar", unit: "value" },
  examples: [
    {
      call: ["G-002", [["Date", "Goal", "Value", "Value is"], ["2026-07-10", "G-002", 5, "For the period"], ["2026-07-17", "G-002", 4, "For the period"]]],
      result: 9,
    },
  ],
  sample: '=LATEST_CHECKIN("G-002",{checkins})',
  run: (goal, table, asOfDay, field) => {
    table.needOneOf(["goal"], "noHeader");
    for (const column of ["date", "value", ...(field === "confidence" ? ["confidence" as const] : [])] as const) table.needOneOf([column]);
    if (field === "note") table.needOneOf(["note", "problem", "next"]);
    const { rows, missing } = findCheckins(goal, table);
    const [taken, dates, values]: [number[], number[], number[]] = [[], [], []];
    for (const row of rows) {
      const value = table.number(row, "value");
      if (value === null) continue; // no check-in yet
      taken.push(row);
      values.push(value);
      dates.push(table.date(row, "date", "filled") ?? 0);
    }
    table.settle();
    if (missing) throw missing;
    if (taken.length === 0) throw new MetricError("noCheckins", { argument: "checkins", found: goal });
    const places = latestFirst(dates, asOfDay);
    const latest = taken[places[0]!]!;
    const read = {
      value: () => valueToDate(places, values, (place) => table.word(taken[place]!, "valueIs", WORDS.valueIs) !== "for this period only"),
      date: () => Math.floor(dates[places[0]!]!),
      confidence: () => table.number(latest, "confidence"),
      note: () => joined(table, latest),
    }[field]();
    table.settle();
    if (read === null) throw new MetricError("blankActual", table.place(latest, "confidence"));
    return read;
  },
});

export const planTables = [GOAL_VALUE, LATEST_CHECKIN];
