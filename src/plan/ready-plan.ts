/** The ready-made plan of a department from a few numbers: goals, tasks, resources, funnel, team; everything in it can be edited. */
import { firstOfMonth, isoDay, monthOf } from "../core/calendar";
import { roundUp, sum } from "../core/stats";
import { WEEKDAYS } from "../core/time-share";
import { backwardPlan, type BackwardPlan, type FunnelStage } from "./backward-plan";
import { spread } from "./counted-rate";
import { neat } from "./neat";
import type { Operation, Patch } from "./operation";
import { FEW, ownNewcomers, ownQuotas, ownStagesOf, type OwnData } from "./own-data";
import type { RowId } from "./plan";
import { goalRef, goalRows, monthlyIncome, monthsIn, noteFor, price, type Say } from "./ready-goals";
import { RAMP_NAME, READY_RAMP, READY_RESOURCES, READY_TASKS, READY_WORDS } from "./ready-texts";
import { variantOf, type VariantName } from "./ready-variants";
import { SETTING_WORDS, type SettingName } from "./setting-words";
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
  /** Optional. The kind of sales; that of the guide's example where it is left out. */
  readonly variant?: VariantName;
  /** Optional. What the user's own table says in place of the examples. */
  readonly own?: OwnData;
};

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
  const months = monthsIn(from, to);
  const variant = variantOf(inputs.variant);
  /** The example's deals of one manager a month, repeat business included. */
  const dealsAMonth = variant.target / variant.deal / variant.managers / variant.months;
  const people = inputs.own && inputs.own.owners.length > 0 ? inputs.own : null;
  const managers = people ? people.owners.length : Math.max(1, roundUp(target / deal / dealsAMonth / months));
  const leadPrice = neat(deal * variant.leadPrice);
  const stages = stagesFor(inputs, language).map((stage, i): FunnelStage => ({ ...stage, cost: i === 0 ? leadPrice : null }));
  const plan = backwardPlan({ from, to, target, booked: 0, repeat: target * repeat, pipeline: expectedOf(inputs), deal, stages, rounding: "up", by: "calendar", workDays: WEEKDAYS, today });
  return { plan, managers, newcomers: people ? ownNewcomers(people, target, months) : roundUp(managers * NEWCOMERS_PER_MANAGER), leadPrice, leadBudget: plan.leads * leadPrice };
}

/** What the open deals of the user's table are likely to bring; never more than is left to win. */
export const expectedOf = ({ own, target, repeat }: ReadyInputs): number => Math.min(own?.pipeline?.expected ?? 0, target * (1 - repeat));

/** The stages of the user's table, otherwise those of the example. */
const stagesFor = ({ own, variant }: ReadyInputs, language: Language): readonly Omit<FunnelStage, "cost">[] =>
  (own && ownStagesOf(own, language)) ?? variantOf(variant).stages.map(({ words, conversion, best, lagDays }) => ({ name: words[language], conversion, best, lagDays }));

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
    ...stagesFor(inputs, language).map(({ name, conversion, best, lagDays }, i) =>
      create("funnel", { order: i + 1, stage: name, ...(conversion === null ? {} : spread(conversion)), conv_best: best, lag_days: lagDays, cost: i === 0 ? summary.leadPrice : null, source: "typed", note: stageNote(inputs, i, language, say) })),
    ...teamRows(inputs, summary, say).map((fields) => create("team", fields)),
    ...READY_RAMP.map((share, i) => create("ramp", { profile: say(RAMP_NAME), month: i + 1, share })),
    ...Array.from({ length: 12 }, (_, i) => create("season", { month: i + 1, index: inputs.own?.season?.[i] ?? 1 })),
  ];
}

/** What the backward plan of the pane takes as given, so that it comes to the same numbers. */
export function givenSettings(inputs: ReadyInputs, newRow: () => RowId): Operation[] {
  const { margin } = variantOf(inputs.variant);
  const pipeline = inputs.own?.pipeline;
  const values: readonly (readonly [name: string, value: number])[] = [
    ...(pipeline && pipeline.expected > 0 ? [["PLAN_PIPELINE", pipeline.amount], ["PLAN_WIN_RATE", expectedOf(inputs) / pipeline.amount]] as const : []),
    ["PLAN_REPEAT", inputs.target * inputs.repeat], ["PLAN_DEAL", inputs.deal], ...(margin === null ? [] : [["PLAN_MARGIN", margin], ["PLAN_INCOME", monthlyIncome(inputs)]] as const),
  ];
  return values.map(([name, value]) => ({ kind: "create", table: "settings", row: newRow(), fields: { name, value } }));
}

export function settingRows(language: Language, today: number, currency: string): Patch[] {
  const values: Readonly<Record<SettingName, string | number>> = {
    PLAN_ASOF: today, PLAN_GREEN: 0.95, PLAN_YELLOW: 0.8, PLAN_STALE: 1.5, PLAN_ROUND: "up", PLAN_CURRENCY: currency, PLAN_LANG: language, PLAN_SCENARIO: "base",
  };
  return (Object.keys(SETTING_WORDS) as SettingName[]).map((name) => ({ name, value: values[name], about: SETTING_WORDS[name][language] }));
}

/** Where the rate of a stage comes from: how many deals went on of how many, and when they were won or lost; few of them are marked. */
function stageNote(inputs: ReadyInputs, place: number, language: Language, say: Say): string {
  const { own } = inputs;
  const stages = own && ownStagesOf(own, language);
  if (!own || !stages) return say(...noteFor(inputs, false));
  const cases = own.funnel ? own.funnel[place]!.reached : own.decided;
  const went = own.funnel ? own.funnel[place + 1]?.reached : own.wins;
  const span = own.funnel ? own.funnel[place]!.span : own.decidedIn;
  const when = span ? ` ${isoDay(span.from)} – ${isoDay(span.to)}.` : "";
  return `${say(...noteFor(inputs, true))}${when}${place === stages.length - 1 ? "" : ` ${say(cases < FEW ? READY_WORDS.fewCases : READY_WORDS.cases, String(cases)).replace("{1}", String(went))}`}`;
}

function taskRows(inputs: ReadyInputs, begin: number, cycle: string, say: Say): Patch[] {
  const at = (share: number): number => begin + Math.round((inputs.to - begin) * share);
  return READY_TASKS.map(({ area, words, result, goal, from: start, to: due, repeat, phase }) => ({
    cycle, area, action: say(words), result: say(result), owner: say(READY_WORDS.head), start: at(start), due: at(due), status: "not started", goal: goalRef(inputs, goal, say), phase,
    priority: "normal", repeat, origin: say(READY_WORDS.template),
  }));
}

function resourceRows(inputs: ReadyInputs, begin: number, { plan, managers, newcomers, leadPrice }: ReadySummary, cycle: string, say: Say): Patch[] {
  const { from, to } = inputs;
  const quantities = { managers, newcomers, everyone: managers + newcomers, leads: plan.leads, months: monthsIn(from, to) } as const;
  return READY_RESOURCES.map(({ kind, words, unit, quantity, price: example, forDepartment, isRunning, leadDays, goal }) => ({
    cycle, kind, name: say(words), unit: say(unit), qty_plan: typeof quantity === "number" ? quantity : quantities[quantity],
    price: example === null ? leadPrice : price(forDepartment ? (example * managers) / 6 : example, inputs, isRunning),
    start: Math.min(to, begin + leadDays), end: to, lead_days: leadDays, status: leadDays === 0 ? "available" : "needed", owner: say(READY_WORDS.head), goal: goalRef(inputs, goal, say),
  }));
}

const costOf = (resources: readonly Patch[]): number => sum(resources.map(({ qty_plan, price }) => Number(qty_plan) * Number(price)));

function teamRows({ from, to, target, own }: ReadyInputs, { managers, newcomers }: ReadySummary, say: Say): Patch[] {
  const quota = target / managers;
  const months = monthsIn(from, to);
  const one = { role: say(READY_WORDS.role), per: "month", ramp: say(RAMP_NAME), time_share: 1 } as const;
  const started = firstOfMonth(monthOf(from) - 12);
  const quotas = own && own.owners.length > 0 ? ownQuotas(own, target) : Array.from({ length: managers }, () => quota);
  return [
    ...quotas.map((each, i): Patch => ({ ...one, person: own?.owners[i]?.name ?? say(READY_WORDS.manager, String(i + 1)), start: Math.min(from, own?.owners[i]?.since ?? started), quota: each / months, attainment: 1 })),
    // They begin in the middle of the period: half of a quota each.
    ...Array.from({ length: newcomers }, (_, i): Patch => ({ ...one, person: say(READY_WORDS.newcomer, String(i + 1)), start: from + Math.round((to - from) / 2), quota: quota / months / 2, attainment: 1 })),
  ];
}
