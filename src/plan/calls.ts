/** From the target to the telephone: how many calls each person must make a day, so that the meetings that deals need come about (guide to the plan, 7.5). */
import { nameKey } from "../core/order";
import { workingDays } from "../core/time-share";
import { lagDaysOf, windowOf, type BackwardInputs, type BackwardPlan, type FunnelStage } from "./backward-plan";
import type { Plan } from "./plan";
import { peopleAtWork } from "./staffing";

export type CallsADay =
  /** No number: no rate was given, or one that is no share above 0. */
  | { readonly kind: "noRate" }
  /** No meeting is needed; no working day is left for one, or the days for them are before the calendar; nobody is at work. */
  | { readonly kind: "notNeeded" | "noDays" | "noPeople" }
  | {
    readonly kind: "calls";
    /** Not rounded; the meetings are as the backward plan rounds them. */
    readonly perPerson: number;
    readonly calls: number;
    readonly meetings: number;
    readonly daysLeft: number;
    /** By their share of time. */
    readonly people: number;
  };

const MEETINGS = ["meeting", "demo", "встреч", "демо", "показ"];

/**
 * The stage that stands for a meeting: the one that is named, else the first whose name says so, else the second, into which a lead
 * comes by being talked to. A won deal is no meeting unless somebody says so.
 *
 * @returns its place; two stages at least are given
 */
export function meetingStage(stages: readonly Pick<FunnelStage, "name">[], named: string | null): number {
  const of = (isIt: (name: string) => boolean): number => stages.findIndex(({ name }) => isIt(nameKey(name)));
  const chosen = named === null ? -1 : of((name) => name === nameKey(named));
  const told = of((name) => MEETINGS.some((word) => name.includes(word)));
  return chosen >= 0 ? chosen : told >= 0 && told < stages.length - 1 ? told : Math.min(1, stages.length - 2);
}

/**
 * All meetings that are still to come, in the working days that are left for them: the number grows when the team lags.
 *
 * @param rate share of the calls that lead to a meeting
 * @param stage its place among the stages
 */
export function callsADay(plan: Plan, inputs: BackwardInputs, { stages }: BackwardPlan, rate: number | null, stage: number): CallsADay {
  if (rate === null || !(rate > 0 && rate <= 1)) return { kind: "noRate" };
  const meetings = stages[stage]!.required;
  if (meetings === 0) return { kind: "notNeeded" };
  const { from, to, by, workDays, today } = inputs;
  const window = windowOf(from, to, lagDaysOf(inputs.stages.slice(stage)), by, workDays);
  const first = Math.max(today, window?.[0] ?? 0);
  const daysLeft = window === null ? 0 : workingDays(first, window[1], workDays);
  if (daysLeft === 0) return { kind: "noDays" };
  const people = peopleAtWork(plan, first);
  const calls = meetings / rate;
  return people > 0 ? { kind: "calls", perPerson: calls / daysLeft / people, calls, meetings, daysLeft, people } : { kind: "noPeople" };
}
