/** Everything the pane shows of one goal. The formulas are those of GOAL_VALUE (core/goal-value), so that pane and sheet agree. */
import { requiredPace } from "../core/backward";
import { goalMeasure, planStatus, type Goal as CoreGoal, type GoalMeasure } from "../core/goal-value";
import { workingDays } from "../core/time-share";
import { codeOf } from "./change";
import type { GoalStatus } from "./codes";
import { isCancelledGoal, type Goal } from "./cycles";
import { factOf, factsByDay, type Source } from "./facts";
import { coreGoal, isWay, kindOfGoal, lackingFor, lackingInTime, readFor, targetOf } from "./goal-row";
import { memo } from "./memo";
import { columnOf, type Plan } from "./plan";
import { measured, none, reasonOf, type Measured, type Reason } from "./reasons";
import { dayOfPlan, settingsOf, workDaysOf } from "./settings";
import { stalenessOf, type Staleness } from "./stale";
import { trendOn } from "./trend";

export type Measures = {
  /** The day on which all this is so. */
  readonly day: number;
  /** null: the goal has none yet. */
  readonly target: number | null;
  readonly actual: Measured;
  readonly source: Source | null;
  readonly factDay: number | null;
  /** Share, not capped; 1 or 0 for what is kept. */
  readonly progress: Measured;
  /** In the unit of the goal. */
  readonly expected: Measured;
  /** In the unit of the goal; minus is always bad. */
  readonly gap: Measured;
  /** 1 is on plan. */
  readonly pace: Measured;
  /** Value at the due date: by the pace so far where facts add up, the last value otherwise. Not shown too early. */
  readonly forecast: Measured;
  readonly forecastBy: "pace" | "last value";
  /** Where facts do not add up, four check-ins at least tell where they are going: the value at the due date by a line through them. */
  readonly trend: number | null;
  /** What each day that is left must bring (of a spending limit: may cost), and what the days so far brought; working days or calendar days. */
  readonly requiredPace: Measured;
  readonly paceSoFar: Measured;
  /** Days by which the fact is ahead of the plan; minus is behind. */
  readonly daysAhead: Measured;
  /** τ: share of the time that has passed. */
  readonly timeShare: Measured;
  readonly daysBy: "working" | "calendar";
  /** null: `statusReason` says why. */
  readonly status: GoalStatus | null;
  readonly statusReason: Reason | null;
  /** The target of a level is reached, but its period is not over: it is judged again with each fact. */
  readonly isTargetReached: boolean;
  readonly stale: Staleness;
  /** Value to date on each day with a check-in. */
  readonly sparks: readonly { readonly day: number; readonly value: number }[];
};

/** A forecast by pace is shown from this share of the time and these working days on: before, it is a wild number. */
const LEAST_SHARE = 0.1;
const LEAST_DAYS = 3;

const known = memo<Plan, Map<Goal, Map<number, Measures>>>(() => new Map());

/** On the day of the settings. @param today whole day; counts where they name none */
export const measuresOf = (plan: Plan, goal: Goal, today: number): Measures => measuresOn(plan, goal, dayOfPlan(plan, today));

/** On any day, with the check-ins known then. */
export function measuresOn(plan: Plan, goal: Goal, day: number): Measures {
  const [goals, measures] = [known(plan), known(plan).get(goal) ?? new Map<number, Measures>()];
  goals.set(goal, measures);
  let found = measures.get(day);
  if (!found) measures.set(day, (found = measure(plan, goal, day)));
  return found;
}

function measure(plan: Plan, goal: Goal, day: number): Measures {
  const fact = factOf(plan, goal, day);
  const core = coreGoal(plan, goal, fact.value, day);
  const lacksTime = lackingInTime(goal);
  const field = (name: GoalMeasure): Measured => {
    const frozen = frozenNumber(goal, name);
    if (frozen) return frozen;
    const lack = lackingFor(goal, name);
    if (lack) return none(lack);
    if (fact.reason && fact.reason !== "blankActual" && name !== "expected") return none(fact.reason);
    return measured(() => goalMeasure(name, readFor(core, name)));
  };
  const timeShare = lacksTime ? none(lacksTime) : shareOf(core, goal);
  const status = statusOf(plan, goal, core, lacksTime ?? (fact.reason === "blankActual" ? null : fact.reason));
  const [forecast, isByPace] = [field("forecast"), kindOfGoal(goal) === "limit" || (isWay(goal) && core.isSum)];
  const sparks = factsByDay(plan, goal, day);
  const daysBy = core.pacing.paceBy === "calendar" ? "calendar" : "working";
  return {
    day, timeShare, daysBy, ...status,
    target: targetOf(goal),
    actual: fact.reason === null ? { value: fact.value, reason: null } : none(fact.reason),
    source: fact.source, factDay: fact.day,
    progress: field("progress"), expected: field("expected"), gap: field("gap"), pace: field("pace"),
    forecast: isByPace && !goal.frozen["forecast"] && forecast.reason === null && isTooEarly(plan, core, timeShare) ? none("tooEarly") : forecast,
    forecastBy: isByPace ? "pace" : "last value",
    trend: isByPace || goal.frozen["forecast"] || forecast.value === null || day >= core.due || core.type === "milestone" ? null : trendOn(sparks, core.due, goal.fields.unit === "%"),
    ...(lacksTime || fact.reason ? { requiredPace: none(lacksTime ?? fact.reason!), paceSoFar: none(lacksTime ?? fact.reason!), daysAhead: none(lacksTime ?? fact.reason!) } : byDays(plan, goal, core, timeShare, daysBy)),
    isTargetReached: status.status === "done" && kindOfGoal(goal) === "way" && !core.isSum && day < core.due,
    stale: stalenessOf(plan, goal, fact, status.status, day),
    sparks,
  };
}

/** What closing wrote for good: the past does not change when the plan is edited. */
function frozenNumber(goal: Goal, name: GoalMeasure): Measured | null {
  if (Object.keys(goal.frozen).length === 0) return null;
  const value = goal.frozen[name];
  return typeof value === "number" ? { value, reason: null } : none("closed");
}

function statusOf(plan: Plan, goal: Goal, core: CoreGoal, lack: Reason | null): Pick<Measures, "status" | "statusReason"> {
  if (isCancelledGoal(goal)) return { status: "cancelled", statusReason: null };
  const frozen = goal.frozen["status"];
  const word = typeof frozen === "string" ? codeOf(FROZEN, frozen) : undefined;
  if (word !== undefined) return { status: word as GoalStatus, statusReason: null };
  if (goal.fields.closed_as !== null) return { status: goal.fields.closed_as as GoalStatus, statusReason: null };
  if (lack) return { status: null, statusReason: lack };
  const { green, yellow } = settingsOf(plan);
  try {
    return { status: planStatus(core, green, yellow), statusReason: null };
  } catch (error) {
    return { status: null, statusReason: reasonOf(error) };
  }
}
/** The words of a status, in either language, stand in the list of the check-ins' snapshots. */
const FROZEN = columnOf("checkins", "status_then")!;

/** τ is what a goal from 0 to 1 is expected to have reached. */
function shareOf(core: CoreGoal, goal: Goal): Measured {
  if (kindOfGoal(goal) === "level") return none("levelHasNoPace");
  return measured(() => goalMeasure("expected", { ...core, type: core.type === "milestone" ? "milestone" : null, baseline: 0, target: 1, upper: null }));
}

function isTooEarly(plan: Plan, { start, day }: CoreGoal, timeShare: Measured): boolean {
  return timeShare.value !== null && (timeShare.value < LEAST_SHARE || workingDays(start, day, workDaysOf(plan)) < LEAST_DAYS);
}

function byDays(plan: Plan, goal: Goal, core: CoreGoal, timeShare: Measured, daysBy: "working" | "calendar"): Pick<Measures, "requiredPace" | "paceSoFar" | "daysAhead"> {
  const { start, due, day, baseline, target, path, isSum } = core;
  const [kind, actual, workDays] = [kindOfGoal(goal), core.actual!, workDaysOf(plan)];
  const days = (from: number, to: number): number => (daysBy === "calendar" ? Math.max(0, to - from + 1) : workingDays(from, to, workDays));
  const addsUp = isSum && (kind === "way" || kind === "limit");
  const passed = days(start, Math.min(day, due));
  const isReached = kind === "way" && (actual - target) * Math.sign(target - baseline) >= 0;
  const isPaced = (kind === "way" || kind === "limit") && (path === "linear" || path === "season");
  return {
    requiredPace: !addsUp ? none("notAdding") : isReached ? none("targetReached") : measured(() => requiredPace(actual, target, due, Math.max(day, start - 1), daysBy, workDays)),
    paceSoFar: !addsUp ? none("notAdding") : passed === 0 ? none("nothingExpected") : { value: (actual - baseline) / passed, reason: null },
    daysAhead: !isPaced ? none("notByTime") : timeShare.value === null ? timeShare : target === baseline ? none("targetIsBaseline") : aheadBy(kind === "limit" ? -1 : 1, (actual - baseline) / (target - baseline), timeShare.value, days(start, due)),
  };
}

/** @param sign of a spending limit −1: there the fact should stay behind the time */
const aheadBy = (sign: 1 | -1, gone: number, share: number, days: number): Measured => ({ value: sign * (gone - share) * days + 0, reason: null });
