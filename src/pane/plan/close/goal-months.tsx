/** Targets by month of a goal that goes on: how they will be, with a way to leave them behind, or why they do not go on. */
import { monthsGoingOn, type Decision, type Period } from "../../../plan/close";
import type { Goal } from "../../../plan/cycles";
import { finalOf } from "../../../plan/final";
import { isPattern, monthsOf, monthTargets } from "../../../plan/monthly";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { monthName } from "../days";
import type { Closing } from "./use-closing";
import { CLOSE_WORDS } from "./words";

type Props = { readonly goal: Goal; readonly next: Period; readonly decision: Decision; readonly closing: Closing };

export function GoalMonths({ goal, next, decision, closing }: Props) {
  const { say, language } = useSurroundings();
  const { plan, cycle } = usePlan();
  const going = cycle && monthsGoingOn(plan, goal, finalOf(plan, goal), decision, cycle, next);
  if (!going) return null;
  const months = monthsOf(going);
  const { parts } = going;
  if (!isPattern(parts)) return <p class="row-note lacking">{say(CLOSE_WORDS[parts], monthTargets(plan, goal).length, months.length, visible(goal.fields.cycle ?? ""))}</p>;
  const isTaken = !closing.withoutMonths.has(goal.row);
  const shown = months.flatMap((month, i) => (parts[i] === null ? [] : [`${monthName(month, language, "short")}\u00a0${amount(parts[i]!, goal.fields.unit, language, cycle.fields.currency)}`]));
  return (
    <>
      <label class="tick"><input type="checkbox" checked={isTaken} onChange={() => closing.takeMonths(goal.row, !isTaken)} /> {say(CLOSE_WORDS.sameShares)}</label>
      {isTaken && <p class="row-note">{shown.join(" · ")}</p>}
    </>
  );
}
