/**
 * The plan worked backwards: from the target to deals, stages, leads, the days on which leads must come, money and people
 * (guide to the plan, 7.1–7.5). Days are whole serial numbers, money is in the currency of the cycle.
 */
import { hireBy, leadsWindow, requiredFunnel, type DaysBy } from "../core/backward";
import { requiredReps } from "../core/people";
import { roundUp, sum } from "../core/stats";
import { workingDays, type WorkDays } from "../core/time-share";

export type FunnelStage = {
  readonly name: string;
  /** Share of its deals that reach the next stage; null for the won deal, the last. */
  readonly conversion: number | null;
  /** The highest share of the last 12 months; null where nobody knows. */
  readonly best: number | null;
  /** Days to the next stage. */
  readonly lagDays: number | null;
  /** Money that one deal costs at this stage. */
  readonly cost: number | null;
};

export type Rounding = "up" | "each" | "none";

export type BackwardInputs = {
  readonly from: number;
  readonly to: number;
  readonly target: number;
  /** What is in the books already, what existing customers bring, what the open pipeline will bring. */
  readonly booked: number;
  readonly repeat: number;
  readonly pipeline: number;
  readonly deal: number;
  readonly stages: readonly FunnelStage[];
  readonly rounding: Rounding;
  readonly by: DaysBy;
  readonly workDays: WorkDays;
  readonly today: number;
};

export type BackwardStage = { readonly name: string; readonly required: number; readonly conversion: number | null; readonly cost: number };

export type BackwardPlan = {
  /** Revenue that new deals must bring, not below 0. */
  readonly newRevenue: number;
  readonly deals: number;
  readonly leads: number;
  readonly stages: readonly BackwardStage[];
  /** What the stages cost together: the price of the leads and of all that is paid further down. */
  readonly budget: number;
  /** Days from lead to win. */
  readonly lagDays: number;
  /** First and last day on which leads must come; null where such days are before the calendar. */
  readonly window: readonly [from: number, to: number] | null;
  /** Share of the window that lies before today, 0..1; what these leads should have brought is lost. */
  readonly windowPast: number | null;
  /** Share of the window that lies in the period itself: what leads of the period alone can bring; null where there is no window */
  readonly windowInside: number | null;
  /** Deals that leads from today on can still bring in time; null where there is no window */
  readonly dealsStillPossible: number | null;
  /** No lead of today or later closes in time. */
  readonly tooLate: boolean;
  /** Working days from today, or from the start of the window where it is later, to its end. */
  readonly daysLeft: number;
};

/**
 * Repeat business, bookings and the open pipeline are subtracted first: they are fixed, so leads grow faster than the target.
 *
 * @throws as requiredFunnel: zeroDealSize, zeroConversion
 */
export function backwardPlan(inputs: BackwardInputs): BackwardPlan {
  const { from, to, target, booked, repeat, pipeline, deal, stages, rounding, by, workDays, today } = inputs;
  const newRevenue = Math.max(0, target - booked - repeat - pipeline);
  const rates = Float64Array.from(stages.slice(0, -1), ({ conversion }) => conversion ?? 1);
  const required = requiredFunnel(newRevenue, deal, rates, null, rounding);
  const rows = stages.map(({ name, conversion, cost }, i): BackwardStage => ({ name, conversion, required: required[i]!, cost: (cost ?? 0) * required[i]! }));
  const lagDays = lagDaysOf(stages);
  const window = windowOf(from, to, lagDays, by, workDays);
  const deals = required[required.length - 1]!;
  const windowPast = window && shareBefore(window, today);
  return {
    newRevenue, deals, leads: required[0]!, stages: rows, budget: sum(rows.map(({ cost }) => cost)), lagDays, window, windowPast,
    windowInside: window && 1 - shareBefore(window, from),
    dealsStillPossible: windowPast === null ? null : deals * (1 - windowPast),
    tooLate: window !== null && today > window[1] && deals > 0,
    daysLeft: window === null ? 0 : workingDays(Math.max(today, window[0]), window[1], workDays),
  };
}

/** Days from lead to win; a lag below 0, which no stage has, counts as none. */
export const lagDaysOf = (stages: readonly Pick<FunnelStage, "lagDays">[]): number => sum(stages.map(({ lagDays }) => Math.max(0, lagDays ?? 0)));

/** First and last day on which leads must come, so that their deals close from one day to the other; null where such days are before the calendar. */
export function windowOf(from: number, to: number, lag: number, by: DaysBy, workDays: WorkDays): readonly [number, number] | null {
  try {
    return leadsWindow(from, to, lag, by, workDays);
  } catch {
    return null; // so long ago that there is no such day
  }
}

const shareBefore = ([from, to]: readonly [number, number], today: number): number => Math.min(1, Math.max(0, (today - from) / (to - from + 1)));

/**
 * Leads that one person must get on each working day that is left; null where no days or people are left. All that are still needed come
 * in these days, so the number grows when the team lags.
 */
export const leadsPerPersonADay = ({ leads, daysLeft }: BackwardPlan, people: number): number | null => (daysLeft > 0 && people > 0 ? leads / daysLeft / people : null);

/**
 * Revenue for a profit: each deal brings price × margin − variable cost, and together they must bring the profit and the fixed cost.
 *
 * @returns null where a deal brings nothing
 */
export function revenueForProfit(profit: number, fixedCost: number, price: number, margin: number, variableCost: number): number | null {
  const dealProfit = price * margin - variableCost;
  return dealProfit > 0 ? Math.max(0, ((profit + fixedCost) / dealProfit) * price) : null;
}

/** Cost of a customer in this plan; null without customers. */
export const cacOfPlan = (leadBudget: number, salaries: number, tools: number, customers: number): number | null =>
  customers > 0 ? (leadBudget + salaries + tools) / customers : null;

/** Months until a customer has paid back its cost; null where it brings nothing. */
export const paybackOfPlan = (cac: number, monthlyRevenue: number, margin: number): number | null =>
  monthlyRevenue * margin > 0 ? cac / (monthlyRevenue * margin) : null;

export type Staffing = {
  /** What the team sells in the period, newcomers ramping. */
  readonly capacity: number;
  readonly target: number;
  /** What one full person sells in the period. */
  readonly quota: number;
  readonly attainment: number;
  /** Share of the full plan that a newcomer reaches in the period. */
  readonly ramp: number;
  readonly rampMonths: number;
  readonly hireDays: number;
  /** When the newcomers must be up to speed. */
  readonly neededOn: number;
};

/** How many people must come, and by when they must be looked for; null for what cannot be told. The naive figure explains why the plan says more. */
export function staffing({ capacity, target, quota, attainment, ramp, rampMonths, hireDays, neededOn }: Staffing): { readonly people: number | null; readonly hireBy: number | null; readonly naive: number | null } {
  const factor = quota * attainment * ramp;
  return {
    people: factor > 0 ? requiredReps(target, quota, attainment, ramp, capacity) : null,
    hireBy: neededOn > 0 ? dayOrNull(() => hireBy(neededOn, rampMonths, hireDays)) : null,
    naive: quota > 0 ? Math.max(0, roundUp((target - capacity) / quota)) : null,
  };
}

/** null for a day before the calendar. */
export function dayOrNull(day: () => number): number | null {
  try {
    return day();
  } catch {
    return null;
  }
}
