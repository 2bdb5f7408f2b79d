/** What the plan comes to, and whether there is still time for its leads. */
import { moneyOf, type Given } from "../../../plan/backward-of-plan";
import { leadsPerPersonADay, type BackwardInputs, type BackwardPlan } from "../../../plan/backward-plan";
import { callsADay, meetingStage } from "../../../plan/calls";
import type { Cycle } from "../../../plan/cycles";
import { digitsOfLeads, peopleAtWork } from "../../../plan/staffing";
import { plainNumber } from "../../format";
import { useSurroundings } from "../../surroundings";
import { amount, percent } from "../amounts";
import { usePlan } from "../context";
import { shortDay } from "../days";
import { neededText } from "./calls";
import { BACKWARD_WORDS } from "./words";

type Props = { readonly inputs: BackwardInputs; readonly worked: BackwardPlan; readonly cycle: Cycle; readonly given: Given };

export function Numbers({ inputs, worked, cycle, given }: Props) {
  const { say, language } = useSurroundings();
  const { plan, today } = usePlan();
  const day = (serial: number) => shortDay(serial, language, today);
  const count = (value: number) => plainNumber(Number(value.toFixed(digitsOfLeads(value))), language);
  const money = (value: number) => amount(value, "money", language, cycle.fields.currency);
  const perDay = leadsPerPersonADay(worked, peopleAtWork(plan, Math.max(today, worked.window?.[0] ?? today)));
  const calls = callsADay(plan, inputs, worked, given.callRate, meetingStage(inputs.stages, given.meetingStage));
  const { cac, payback, leadCeiling } = moneyOf(plan, cycle, worked, given);
  const figures: readonly (readonly [value: string, caption: string])[] = [
    [count(worked.leads), worked.window ? say(BACKWARD_WORDS.between, day(worked.window[0]), day(worked.window[1])) : say(BACKWARD_WORDS.leads)],
    [count(worked.deals), say(BACKWARD_WORDS.deals)],
    [money(worked.newRevenue), say(BACKWARD_WORDS.newRevenue)],
    [money(worked.budget), say(BACKWARD_WORDS.budget)],
    ...(perDay === null || perDay === 0 ? [] : [[count(perDay), say(BACKWARD_WORDS.perDay)] as const]),
    ...(calls.kind === "calls" ? [[neededText(calls.perPerson, inputs.rounding, language), say(BACKWARD_WORDS.callsPerDay)] as const] : []),
    ...(cac === null ? [] : [[money(cac), say(BACKWARD_WORDS.cac)] as const]),
    ...(payback === null ? [] : [[amount(Number(payback.toFixed(1)), "months", language, null), say(BACKWARD_WORDS.payback)] as const]),
    ...(leadCeiling === null ? [] : [[money(leadCeiling), say(BACKWARD_WORDS.leadCeiling)] as const]),
  ];
  return (
    <div class="comes-to" role="status">
      <dl>{figures.map(([value, caption]) => <div key={caption}><dd>{value}</dd><dt>{caption}</dt></div>)}</dl>
      {worked.newRevenue === 0 ? <p class="caption">{say(BACKWARD_WORDS.covered)}</p>
        : worked.tooLate ? <><p class="warning">{say(BACKWARD_WORDS.tooLate, worked.lagDays)}</p><p class="caption">{say(BACKWARD_WORDS.stillPossible)}</p></>
          : worked.windowPast !== null && worked.windowPast > 0 && worked.deals > 0 && <p class="warning">{say(BACKWARD_WORDS.windowPast, percent(worked.windowPast, language), count(worked.dealsStillPossible ?? 0), count(worked.deals))}</p>}
      {worked.windowInside !== null && worked.windowInside < 1 && worked.deals > 0 && <p class="caption">{say(BACKWARD_WORDS.inside, count(worked.deals * worked.windowInside), count(worked.deals), worked.lagDays)}</p>}
    </div>
  );
}
