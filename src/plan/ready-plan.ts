/** The ready-made plan of a department from a few numbers: goals, tasks, resources, funnel, team; everything in it can be edited. */
import { firstOfMonth, isoDay, monthOf } from "../core/calendar";
import { roundUp, sum } from "../core/stats";
import { WEEKDAYS } from "../core/time-share";
import { backwardPlan, type BackwardPlan, type FunnelStage } from "./backward-plan";
import { METRICS } from "./metrics";
import type { Operation, Patch } from "./operation";
import type { RowId } from "./plan";
import { GOAL_NAMES, RAMP_NAME, READY_RAMP, READY_RESOURCES, READY_STAGES, READY_TASKS, READY_WORDS, SETTING_WORDS, type GoalName, type SettingName } from "./ready-texts";
import type { TableKey } from "./tables";
import type { Language, Words } from "./words";

export type ReadyInputs = {
  /** First and last day of the period, whole serial numbers. */
  readonly from: number;
  readonly to: number;
  /** Revenue of the period. */
  readonly target: number;
  /** Average deal. */
  readonly deal: number;
  /** Share of the revenue that existing customers bring, 0 up to but not 1. */
  readonly repeat: number;
  readonly currency: string;
};

/** The numbers of the example: Q3 2026 and roubles. */
export const READY_EXAMPLE = { target: 12_000_000, deal: 150_000, repeat: 0.25 } as const;
/** The example's deals of one manager a month, repeat business included. */
const DEALS_A_MONTH = READY_EXAMPLE.target / READY_EXAMPLE.deal / 6 / 3;
/** A lead costs this share of an average deal. */
const LEAD_PRICE = 0.01;
const NEWCOMERS_PER_MANAGER = 1 / 3;

/** What the inputs come to: shown while they are typed, and what the plan is made of. */
export type ReadySummary = {
  readonly plan: BackwardPlan;
  readonly managers: number;
  readonly newcomers: number;
  readonly leadPrice: number;
  readonly leadBudget: number;
};

export function readySummary(inputs: ReadyInputs, today: number, language: Language = "en"): ReadySummary {
  const { from, to, target, deal, repeat } = inputs;
  const months = Math.max(1, monthOf(to) - monthOf(from) + 1);
  const managers = Math.max(1, roundUp(target / deal / DEALS_A_MONTH / months));
  const leadPrice = neat(deal * LEAD_PRICE);
  const stages = READY_STAGES.map(({ words, conversion, best, lagDays, isLead }): FunnelStage => ({ name: words[language], conversion, best, lagDays, cost: isLead ? leadPrice : null }));
  const plan = backwardPlan({ from, to, target, booked: 0, repeat: target * repeat, pipeline: 0, deal, stages, rounding: "up", by: "calendar", workDays: WEEKDAYS, today });
  return { plan, managers, newcomers: roundUp(managers * NEWCOMERS_PER_MANAGER), leadPrice, leadBudget: plan.leads * leadPrice };
}

/** `2026`, `2026-Q3`, `2026-07` where the period is one of these, else its first day. */
export function cycleKey(from: number, to: number): string {
  const [first, last] = [monthOf(from), monthOf(to)];
  const whole = from === firstOfMonth(first) && to === firstOfMonth(last + 1) - 1;
  const year = String(Math.floor(first / 12));
  if (whole && last - first === 11 && first % 12 === 0) return year;
  if (whole && last - first === 2 && first % 3 === 0) return `${year}-Q${(first % 12) / 3 + 1}`;
  return isoDay(from).slice(0, whole && first === last ? 7 : 10);
}

/**
 * @param newRow gives a new identity to each row
 * @param today the date for which pace and status are calculated at first. In a period that has begun already, tasks and resources are
 *   dated from it: nothing is overdue in the minute in which it is made
 */
export function readyPlan(inputs: ReadyInputs, language: Language, newRow: () => RowId, today: number): Operation[] {
  const summary = readySummary(inputs, today, language);
  const cycle = cycleKey(inputs.from, inputs.to);
  const say = (words: Words, value = ""): string => words[language].replace("{0}", value);
  const create = (table: TableKey, fields: Patch): Operation => ({ kind: "create", table, row: newRow(), fields });
  const begin = Math.max(inputs.from, Math.min(today, inputs.to));
  const resources = resourceRows(inputs, begin, summary, cycle, say);
  return [
    ...settingRows(language, today, inputs.currency).map((fields) => create("settings", fields)),
    create("cycles", {
      cycle_id: cycle, name: say(READY_WORDS.cycle, cycle), start: inputs.from, end: inputs.to, phase: "plan", cadence: "week", pace_by: "working", currency: inputs.currency, status: "active",
    }),
    ...goalRows(inputs, summary, costOf(resources), cycle, say).map((fields) => create("goals", fields)),
    ...taskRows(inputs, begin, cycle, say).map((fields) => create("tasks", fields)),
    ...resources.map((fields) => create("resources", fields)),
    ...READY_STAGES.map(({ words, conversion, best, lagDays, isLead }, i) =>
      create("funnel", { order: i + 1, stage: say(words), conv: conversion, conv_low: conversion && neat(conversion * 0.9), conv_high: conversion && neat(conversion * 1.1), conv_best: best, lag_days: lagDays, cost: isLead ? summary.leadPrice : null, source: "typed", note: say(READY_WORDS.example) })),
    ...teamRows(inputs, summary, say).map((fields) => create("team", fields)),
    ...READY_RAMP.map((share, i) => create("ramp", { profile: say(RAMP_NAME), month: i + 1, share })),
    ...Array.from({ length: 12 }, (_, i) => create("season", { month: i + 1, index: 1 })),
  ];
}

type Say = (words: Words, value?: string) => string;

export function settingRows(language: Language, today: number, currency: string): Patch[] {
  const values: Readonly<Record<SettingName, string | number>> = {
    PLAN_ASOF: today, PLAN_GREEN: 0.95, PLAN_YELLOW: 0.8, PLAN_STALE: 1.5, PLAN_ROUND: "up", PLAN_CURRENCY: currency, PLAN_LANG: language, PLAN_SCENARIO: "base",
  };
  return (Object.keys(SETTING_WORDS) as SettingName[]).map((name) => ({ name, value: values[name], about: SETTING_WORDS[name][language] }));
}

/** The label of a goal of this plan: labels are given in the order of the rows. */
const goalRef = (name: GoalName): string => `G-${String(Object.keys(GOAL_NAMES).indexOf(name) + 1).padStart(3, "0")}`;

function goalRows({ from, to, target, deal }: ReadyInputs, { plan, leadBudget, managers, newcomers }: ReadySummary, cost: number, cycle: string, say: Say): Patch[] {
  const deals = plan.deals;
  const rate = READY_STAGES.reduce((product, { conversion }) => product * (conversion ?? 1), 1);
  const salaries = managers * price(300_000, deal) + newcomers * price(150_000, deal);
  const cac = deals > 0 ? neat((leadBudget + salaries) / deals) : 0;
  const lag = plan.lagDays;
  // The budget has a little room above what the resources come to.
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, cost))) - 1);
  const budget = roundUp(cost / step) * step;
  const goal = (name: GoalName, fields: Patch, weight = 1): Patch => ({
    cycle, name: say(GOAL_NAMES[name]), start: from, end: to, path: "linear", pace_by: "working", owner: say(READY_WORDS.head), weight, ...fields,
  });
  return [
    goal("volume", { group: "sales volume", metric: say(METRICS.revenue.words), type: "increase", unit: "money", baseline: 0, target, accumulate: "sum" }, 3),
    goal("customers", { group: "new customers", metric: say(METRICS.customers.words), type: "increase", unit: "pcs", baseline: 0, target: deals, accumulate: "sum" }, 2),
    goal("conversion", { group: "sales volume", metric: say(METRICS.conversion.words), type: "increase", unit: "%", baseline: neat(rate - 0.01), target: neat(rate), accumulate: "ratio of sums" }, 2),
    goal("deal", { group: "sales volume", metric: say(METRICS.deal.words), type: "increase", unit: "money", baseline: neat((deal * 14) / 15), target: deal, accumulate: "ratio of sums" }),
    goal("cac", { group: "new customers", metric: say(METRICS.cac.words), type: "decrease", unit: "money", baseline: neat((cac * 7) / 6), target: cac, accumulate: "ratio of sums" }),
    goal("cycle", { group: "sales volume", metric: say(METRICS.cycle.words), type: "decrease", unit: "days", baseline: Math.round(lag * 1.2), target: lag, accumulate: "average" }),
    goal("churn", { group: "retention", metric: say(METRICS.churn.words), type: "keep ≤", unit: "%", target: 0.03, accumulate: "last value" }),
    goal("share", { group: "market share", metric: say(METRICS.share.words), type: "increase", unit: "%", baseline: 0.08, target: 0.09, accumulate: "last value" }),
    goal("nps", { group: "retention", metric: say(METRICS.nps.words), type: "keep ≥", unit: "points", target: 50, accumulate: "last value" }),
    goal("budget", { group: "other", metric: say(METRICS.budget.words), type: "keep ≤", unit: "money", target: budget, accumulate: "sum" }),
    goal("crm", { group: "other", type: "milestone", unit: "yes/no", target: 1, accumulate: "last value", end: Math.min(to, firstOfMonth(monthOf(from) + 1) - 1), path: "at the end" }),
  ];
}

function taskRows({ to }: ReadyInputs, begin: number, cycle: string, say: Say): Patch[] {
  const at = (share: number): number => begin + Math.round((to - begin) * share);
  return READY_TASKS.map(({ area, words, result, goal, from: start, to: due, repeat, phase }) => ({
    cycle, area, action: say(words), result: say(result), owner: say(READY_WORDS.head), start: at(start), due: at(due), status: "not started", goal: `${goalRef(goal)} ${say(GOAL_NAMES[goal])}`, phase,
    priority: "normal", repeat, origin: say(READY_WORDS.template),
  }));
}

/** A price of the example, in proportion to the average deal. */
const price = (example: number, deal: number): number => neat((example * deal) / READY_EXAMPLE.deal);

function resourceRows({ to, deal }: ReadyInputs, begin: number, { plan, managers, newcomers, leadPrice }: ReadySummary, cycle: string, say: Say): Patch[] {
  const quantities = { managers, newcomers, everyone: managers + newcomers, leads: plan.leads } as const;
  return READY_RESOURCES.map(({ kind, words, unit, quantity, price: example, forDepartment, leadDays, goal }) => ({
    cycle, kind, name: say(words), unit: say(unit), qty_plan: typeof quantity === "number" ? quantity : quantities[quantity],
    price: example === null ? leadPrice : price(forDepartment ? (example * managers) / 6 : example, deal),
    start: Math.min(to, begin + leadDays), end: to, lead_days: leadDays, status: leadDays === 0 ? "available" : "needed", owner: say(READY_WORDS.head), goal: `${goalRef(goal)} ${say(GOAL_NAMES[goal])}`,
  }));
}

const costOf = (resources: readonly Patch[]): number => sum(resources.map(({ qty_plan, price }) => Number(qty_plan) * Number(price)));

function teamRows({ from, to, target }: ReadyInputs, { managers, newcomers }: ReadySummary, say: Say): Patch[] {
  const quota = target / managers;
  const months = Math.max(1, monthOf(to) - monthOf(from) + 1);
  const one = { role: say(READY_WORDS.role), per: "month", ramp: say(RAMP_NAME), time_share: 1 } as const;
  const started = firstOfMonth(monthOf(from) - 12);
  return [
    ...Array.from({ length: managers }, (_, i): Patch => ({ ...one, person: say(READY_WORDS.manager, String(i + 1)), start: started, quota: quota / months, attainment: 1 })),
    // They begin in the middle of the period: half of a quota each.
    ...Array.from({ length: newcomers }, (_, i): Patch => ({ ...one, person: say(READY_WORDS.newcomer, String(i + 1)), start: from + Math.round((to - from) / 2), quota: quota / months / 2, attainment: 1 })),
  ];
}

/** Three significant digits: a plan is not more exact, and 0.05 stays 0.05. */
const neat = (value: number): number => Number(value.toPrecision(3));
