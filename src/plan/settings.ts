/** The settings of a plan, its working calendar and its season, as its formulas use them. */
import type { DaysBy } from "../core/backward";
import { GREEN, YELLOW } from "../core/goal-value";
import { collapse } from "../core/order";
import { workDaysOf as workDays, type WorkDays } from "../core/time-share";
import { idOf, rowOf } from "./find";
import { memo } from "./memo";
import type { Operation, Patch } from "./operation";
import type { Plan, RowId, Value } from "./plan";
import type { Language } from "./words";

export type Rounding = "none" | "up" | "each";
export type Scenario = "low" | "base" | "high";

export type Settings = {
  /** Whole day for which everything is calculated; null: nobody has set one. */
  readonly asOf: number | null;
  /** From this pace on a goal is on plan, and from this one on it needs attention. */
  readonly green: number;
  readonly yellow: number;
  /** A goal is stale after so many periods of its cadence without a fact. */
  readonly stale: number;
  readonly rounding: Rounding;
  readonly language: Language;
  readonly currency: string | null;
  /** Which conversions of the funnel are taken. */
  readonly scenario: Scenario;
  /** Which days the lags of the stages are. */
  readonly lagBy: DaysBy;
};

export type SettingName = "PLAN_ASOF" | "PLAN_GREEN" | "PLAN_YELLOW" | "PLAN_STALE" | "PLAN_ROUND" | "PLAN_LANG" | "PLAN_CURRENCY" | "PLAN_SCENARIO" | "PLAN_LAG_BY"
  // What the backward plan takes as given, money; and the share of deals that are won.
  | "PLAN_BOOKED" | "PLAN_REPEAT" | "PLAN_PIPELINE" | "PLAN_DEAL" | "PLAN_WIN_RATE"
  // `revenue` or `profit`; the profit, share of margin, money a deal and a period cost, monthly income from a customer, days to hire.
  | "PLAN_TARGET_BY" | "PLAN_PROFIT" | "PLAN_MARGIN" | "PLAN_DEAL_COST" | "PLAN_FIXED_COST" | "PLAN_INCOME" | "PLAN_HIRE_DAYS"
  // Share of the calls that lead to a meeting, and the name of the stage that stands for it.
  | "PLAN_CALL_RATE" | "PLAN_MEETING_STAGE"
  // `month` or `quarter`; by age the share of the leads that become deals, and by period the leads that came.
  | "PLAN_COHORT_PERIOD" | `PLAN_RATE_${"MONTH" | "QUARTER"}_${number}` | `PLAN_LEADS_${string}`;

const STALE = 1.5;

const settingsIn = memo((rows: Plan["rows"]["settings"]): Omit<Settings, "language"> & { readonly language: Language | null } => {
  const values = new Map(rows.map((row) => [idOf("settings", row).toUpperCase(), row.fields.value]));
  const number = (name: SettingName, otherwise: number, fits: (value: number) => boolean): number => {
    const value = values.get(name);
    return typeof value === "number" && Number.isFinite(value) && fits(value) ? value : otherwise;
  };
  const text = (name: SettingName): string => collapse(String(values.get(name) ?? ""));
  const word = <const W extends string>(name: SettingName, words: readonly W[]): W | null => words.find((each) => each === text(name).toLowerCase()) ?? null;
  const asOf = values.get("PLAN_ASOF");
  const green = number("PLAN_GREEN", GREEN, (value) => value > 0);
  return {
    asOf: typeof asOf === "number" && asOf >= 1 ? Math.floor(asOf) : null,
    green,
    yellow: Math.min(green, number("PLAN_YELLOW", YELLOW, (value) => value > 0)),
    stale: number("PLAN_STALE", STALE, (value) => value > 0),
    rounding: word("PLAN_ROUND", ["none", "up", "each"]) ?? "up",
    language: word("PLAN_LANG", ["en", "ru"]),
    currency: text("PLAN_CURRENCY") || null,
    scenario: word("PLAN_SCENARIO", ["low", "base", "high"]) ?? "base",
    lagBy: word("PLAN_LAG_BY", ["calendar", "working"]) ?? "calendar",
  };
});

/** A setting that is missing, or says what it cannot mean, counts as its default. */
export function settingsOf(plan: Plan): Settings {
  const found = settingsIn(plan.rows.settings);
  return { ...found, language: found.language ?? plan.language };
}

/** The day on which plan and fact are compared: that of the settings, as in the sheet's own formulas; today where none is set. */
export const dayOfPlan = (plan: Plan, today: number): number => settingsOf(plan).asOf ?? today;

/** A setting without a default; null where it is blank or no number. */
export function numberSetting(plan: Plan, name: SettingName): number | null {
  const value = rowOf(plan, "settings", name)?.fields.value;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** @param more other fields of its row */
export function setSetting(plan: Plan, name: SettingName, value: Value, newRow: () => RowId, more: Patch = {}): Operation[] {
  const row = rowOf(plan, "settings", name);
  return row ? [{ kind: "update", table: "settings", row: row.row, fields: { value, ...more } }] : [{ kind: "create", table: "settings", row: newRow(), fields: { name, value, ...more } }];
}

const workDaysIn = memo((rows: Plan["rows"]["calendar"]): WorkDays => {
  const days = (kind: "holiday" | "work"): number[] => rows.flatMap(({ fields }) => (fields.date !== null && (fields.kind ?? "holiday") === kind ? [Math.floor(fields.date)] : []));
  return workDays(days("holiday"), days("work"));
});

/** Monday to Friday without the holidays of the calendar, and with its extra work days. */
export const workDaysOf = (plan: Plan): WorkDays => workDaysIn(plan.rows.calendar);

const seasonIn = memo((rows: Plan["rows"]["season"]): Float64Array | null => {
  const season = new Float64Array(12).fill(NaN);
  for (const { fields: { month, index } } of rows) if (month !== null && Number.isInteger(month) && month >= 1 && month <= 12 && index !== null && index >= 0) season[month - 1] = index;
  return season.some(Number.isNaN) ? null : season;
});

/** Twelve indexes, January to December; null where one of them is missing. */
export const seasonOf = (plan: Plan): Float64Array | null => seasonIn(plan.rows.season);
