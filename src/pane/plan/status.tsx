/** The status of a goal: a sign, a word and a colour, never a colour alone. */
import { GOAL_STATUSES, type GoalStatus } from "../../plan/codes";
import { GOAL_LOOKS, type Standing } from "../../plan/layout";
import type { Measures } from "../../plan/measures";
import { REASONS } from "../../plan/reasons";
import { useSurroundings } from "../surroundings";
import { GOAL_WORDS } from "./goals/words";

export type Look = Standing;

export const lookOf = (status: GoalStatus | null): Look => (status === null ? "quiet" : GOAL_LOOKS[status]);

const SIGNS: Readonly<Record<GoalStatus, string>> = {
  notStarted: "M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9", noData: "M5.5 6.200a2.5 2.5 0 1 1 3.6 2.200c-.7.4-1.1.8-1.1 1.600M8 12.300v.2", onPlan: "m3.5 8.3 3 3 6-6.5",
  attention: "M8 2.8 14 13H2zM8 6.600v2.800M8 11.200v.2", behind: "M8 3v9.500M4 8.500l4 4 4-4", done: "M8 2l1.8 3.8 4.2.5-3.1 2.8.8 4.100L8 11.200l-3.7 2 .8-4.100L2 6.300l4.2-.5z", missed: "m4 4 8 8M12 4l-8 8", cancelled: "M3 8h10",
};

export function StatusSign({ status }: { readonly status: GoalStatus | null }) {
  return (
    <svg class={`sign ${lookOf(status)}`} width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={SIGNS[status ?? "noData"]} />
    </svg>
  );
}

/** @param measures of the goal; where it has no status, the reason stands in its place */
export function Status({ measures }: { readonly measures: Pick<Measures, "status" | "statusReason" | "isTargetReached" | "stale"> }) {
  const { say, language } = useSurroundings();
  const { status, statusReason, isTargetReached, stale } = measures;
  const word = isTargetReached ? say(GOAL_WORDS.targetReached) : status === null ? (statusReason ? REASONS[statusReason][language] : "") : statusWord(status)[language];
  return (
    <span class={`status ${lookOf(status)}`}>
      <StatusSign status={status} /> <span>{word}</span>
      {stale.isStale && status !== "noData" && <span class="stale"> · {say(GOAL_WORDS.stale)}</span>}
    </span>
  );
}

export const statusWord = (status: GoalStatus) => GOAL_STATUSES.find(({ code }) => code === status)!.words;
