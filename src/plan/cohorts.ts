/**
 * Deals of a period out of the leads of that and earlier ones, and how many leads of the period itself the rest needs (guide to the
 * plan, 7.3): deals(q) = Σ r_k · leads(q − k). An age is the number of periods between the leads and the deals; 0 is the same period.
 */
import { firstOfMonth } from "../core/calendar";
import { periodLabel, periodOfDate } from "../core/period";
import { roundUp, sum, TOLERANCE } from "../core/stats";
import { workingDays } from "../core/time-share";
import { backwardPlan, type BackwardInputs } from "./backward-plan";
import type { Cycle } from "./cycles";
import { rowOf } from "./find";
import { FEW } from "./own-data";
import type { Plan } from "./plan";
import { numberSetting, type SettingName } from "./settings";

export type CohortLength = "month" | "quarter";

/** The oldest leads that are asked for, in periods. */
export const MOST_AGES: Readonly<Record<CohortLength, number>> = { month: 12, quarter: 6 };

export type CohortPeriod = {
  /** `2026-Q3`, `2026-07`. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
};

/** The period of the day, or of the cycle's nearest day, and so many before it: the place is the age. The cycle has a start and an end. */
export function cohortPeriods({ fields: { start, end } }: Cycle, today: number, length: CohortLength): readonly CohortPeriod[] {
  const now = periodOfDate(Math.max(start!, Math.min(end!, today)), length);
  const months = length === "month" ? 1 : 3;
  return Array.from({ length: MOST_AGES[length] + 1 }, (_, age) => ({ label: periodLabel(now - age, length), from: firstOfMonth((now - age) * months), to: firstOfMonth((now - age + 1) * months) - 1 }));
}

/** Rates are kept by length and age; leads by their period, so that they stay those of their time when the next one begins. */
export const rateSetting = (length: CohortLength, age: number): SettingName => `PLAN_RATE_${length === "month" ? "MONTH" : "QUARTER"}_${age}`;
export const leadsSetting = ({ label }: CohortPeriod): SettingName => `PLAN_LEADS_${label.replace("-", "_")}`;

export const cohortLength = (plan: Plan): CohortLength => (String(rowOf(plan, "settings", "PLAN_COHORT_PERIOD")?.fields.value).trim().toLowerCase() === "month" ? "month" : "quarter");

/** What is kept, by age; null for a blank. The leads of the period itself, age 0, are what is asked for. */
export const keptCohorts = (plan: Plan, length: CohortLength, periods: readonly CohortPeriod[]): { readonly rates: readonly (number | null)[]; readonly leads: readonly (number | null)[]; /** What the row of the rate is for; of how many leads it was counted. */ readonly about: readonly string[] } => ({
  rates: periods.map((_, age) => numberSetting(plan, rateSetting(length, age))),
  about: periods.map((_, age) => rowOf(plan, "settings", rateSetting(length, age))?.fields.about ?? ""),
  leads: periods.map((period, age) => (age === 0 ? null : numberSetting(plan, leadsSetting(period)))),
});

/**
 * New deals, and the leads for them by the chain, of a period: its part of the cycle by working days. Bookings and the open pipeline are
 * not taken off: they come out of these same leads.
 */
export function cohortNeed(inputs: BackwardInputs, { from, to }: CohortPeriod): { readonly deals: number; readonly chain: number } {
  const { workDays, rounding } = inputs;
  const days = workingDays(inputs.from, inputs.to, workDays);
  const part = days === 0 ? 1 : workingDays(Math.max(from, inputs.from), Math.min(to, inputs.to), workDays) / days;
  const { deals, leads } = backwardPlan({ ...inputs, booked: 0, pipeline: 0, rounding: "none" });
  const [own, chain] = [deals * part, leads * part];
  return rounding === "none" ? { deals: own, chain } : { deals: roundUp(own), chain: roundUp(chain) };
}

export type Cohorts = {
  /** Deals that the period must bring. */
  readonly deals: number;
  /** Leads that the chain asks for. */
  readonly chain: number;
  /** Share of the leads of each age that become deals in the period, by age; a blank counts as 0, but not the first. */
  readonly rates: readonly (number | null)[];
  /** Leads of each age; the first, those of the period itself, is what is asked for. A blank counts as 0. */
  readonly leads: readonly (number | null)[];
};

export type CohortAnswer =
  /** No answer: the first rate is blank; a rate or a number of leads is none; all rates together are above 1. */
  | { readonly kind: "noRate" }
  | { readonly kind: "wrong" }
  | { readonly kind: "tooMuch"; readonly total: number }
  | ({
    /** Deals that earlier leads still give in the period, and those that are missing then, at least 0. */
    readonly coming: number;
    readonly missing: number;
    /** Share of the leads that become deals at any age. */
    readonly total: number;
  } & (
    /** Earlier leads are enough; none of the leads of the period becomes a deal in it. */
    | { readonly kind: "covered" | "cannot" }
    | {
      readonly kind: "leads";
      /** Leads of the period for what is missing, not rounded. */
      readonly leads: number;
      /** They are beyond anything seen, or where nothing was seen beyond what the chain asks for: that number, and the deals it gives with the earlier ones. */
      readonly beyond: { readonly than: "seen" | "chain"; readonly leads: number; readonly deals: number } | null;
    }
  ));

/** A rate that needs so many leads is none: no market has them. */
const NO_LEADS = 1e9;

/** A closed formula: (deals − Σ_{k ≥ 1} r_k · leads(q − k)) ÷ r_0. */
export function cohortAnswer({ deals, chain, rates, leads }: Cohorts): CohortAnswer {
  const earlier = leads.slice(1);
  if (rates.some((rate) => rate !== null && !(rate >= 0 && rate <= 1)) || earlier.some((count) => count !== null && !(count >= 0 && Number.isFinite(count)))) return { kind: "wrong" };
  const total = sum(rates.map((rate) => rate ?? 0));
  if (total > 1 + TOLERANCE) return { kind: "tooMuch", total };
  const first = rates[0] ?? null;
  if (first === null) return { kind: "noRate" };
  const coming = sum(earlier.map((count, i) => (count ?? 0) * (rates[i + 1] ?? 0)));
  const missing = Math.max(0, deals - coming);
  const told = { coming, missing, total };
  if (missing <= TOLERANCE * Math.max(1, deals)) return { kind: "covered", ...told, missing: 0 };
  const needed = missing / first;
  if (!(needed < NO_LEADS)) return { kind: "cannot", ...told };
  const seen = earlier.some((count) => count !== null && count > 0);
  const most = seen ? Math.max(...earlier.map((count) => count ?? 0)) : chain;
  return { kind: "leads", ...told, leads: needed, beyond: needed > most * (1 + TOLERANCE) ? { than: seen ? "seen" : "chain", leads: most, deals: coming + most * first } : null };
}

/** Ages whose blank counts as 0 although the other of the two is there, and those of leads too few for a rate. */
export function cohortDoubts({ rates, leads }: Pick<Cohorts, "rates" | "leads">): { readonly noLeads: readonly number[]; readonly noRate: readonly number[]; readonly few: readonly number[] } {
  const ages = rates.map((_, age) => age).slice(1);
  return {
    noLeads: ages.filter((age) => (rates[age] ?? 0) > 0 && leads[age] === null),
    noRate: ages.filter((age) => (leads[age] ?? 0) > 0 && rates[age] === null),
    few: ages.filter((age) => (rates[age] ?? 0) > 0 && (leads[age] ?? 0) > 0 && leads[age]! < FEW),
  };
}
