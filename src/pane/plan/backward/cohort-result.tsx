/** What the leads of earlier periods give, what the period's own must, and where they cannot: what is done about the open deals. */
import { roundUp, TOLERANCE } from "../../../core/stats";
import type { CohortAnswer, CohortPeriod, cohortDoubts } from "../../../plan/cohorts";
import type { BackwardInputs } from "../../../plan/backward-plan";
import type { Cycle } from "../../../plan/cycles";
import { targetGoal } from "../../../plan/people";
import { plainNumber } from "../../format";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { Opens } from "../opens";
import { neededText } from "./calls";
import { BACKWARD_WORDS } from "./words";

/** Its label, which does not break. */
export const unbroken = ({ label }: CohortPeriod): string => label.replace("-", "\u2011");

type Props = {
  readonly answer: CohortAnswer;
  readonly deals: number;
  readonly doubts: ReturnType<typeof cohortDoubts>;
  /** By age. */
  readonly periods: readonly CohortPeriod[];
  readonly rounding: BackwardInputs["rounding"];
  readonly cycle: Cycle;
};

export function CohortResult({ answer, deals, doubts, periods, rounding, cycle }: Props) {
  const { say, language } = useSurroundings();
  const now = unbroken(periods[0]!);
  const share = (value: number) => amount(value, "%", language, null);
  if (answer.kind === "wrong") return null; // the field says what is wrong
  if (answer.kind === "noRate") return <p class="caption" role="status">{say(BACKWARD_WORDS.cohortNoRate, now)}</p>;
  if (answer.kind === "tooMuch") return <p class="warning" role="status">{say(BACKWARD_WORDS.cohortTooMuch, share(answer.total))}</p>;
  const needed = (value: number) => neededText(value, rounding, language);
  // Deals that are there and those that are missing add up to those that are needed.
  const scale = deals < 10 || rounding === "none" ? 10 : 1;
  const whole = (value: number, round: (value: number) => number) => plainNumber((rounding === "none" ? Math.round(value * scale) : round(value * scale)) / scale, language);
  const there = (value: number) => whole(value, (parts) => Math.floor(parts + TOLERANCE));
  const lacking = (value: number) => whole(value, roundUp);
  const { coming, missing, total } = answer;
  const beyond = answer.kind === "leads" ? answer.beyond : null;
  const figures: readonly (readonly [value: string, caption: string])[] = [
    [needed(deals), say(BACKWARD_WORDS.cohortDeals, now)],
    [there(coming), say(BACKWARD_WORDS.cohortComing)],
    ...(answer.kind === "leads" ? [[needed(answer.leads), say(BACKWARD_WORDS.cohortNeeded, now, lacking(missing))] as const] : []),
    [share(total), say(BACKWARD_WORDS.cohortTotal)],
  ];
  const told = ([["noLeads", BACKWARD_WORDS.cohortNoLeads], ["noRate", BACKWARD_WORDS.cohortNoShare], ["few", BACKWARD_WORDS.cohortFew]] as const).filter(([name]) => doubts[name].length > 0);
  return (
    <>
      <div class="comes-to" role="status">
        <dl>{figures.map(([value, caption]) => <div key={caption}><dd>{value}</dd><dt>{caption}</dt></div>)}</dl>
        {answer.kind === "covered" && <p class="caption">{say(BACKWARD_WORDS.cohortCovered, now)}</p>}
        {answer.kind === "cannot" && <p class="warning">{say(BACKWARD_WORDS.cohortCannot, now, lacking(missing))}</p>}
        {beyond && <p class="warning">{say(beyond.than === "seen" ? BACKWARD_WORDS.cohortSeen : BACKWARD_WORDS.cohortChain, plainNumber(Math.round(beyond.leads), language), there(beyond.deals), needed(deals))}</p>}
        {told.map(([name, words]) => <p class="caption" key={name}>{say(words, doubts[name].map((age) => unbroken(periods[age]!)).join(", "))}</p>)}
        <p class="caption">{say(BACKWARD_WORDS.cohortBasis)}</p>
      </div>
      {(answer.kind === "cannot" || beyond) && <Helps cycle={cycle} />}
    </>
  );
}

function Helps({ cycle }: { readonly cycle: Cycle }) {
  const { say } = useSurroundings();
  const { plan, isReadOnly } = usePlan();
  const goal = targetGoal(plan, cycle)?.row ?? null;
  return (
    <section aria-label={say(BACKWARD_WORDS.helps)}>
      <h3>{say(BACKWARD_WORDS.helps)}</h3>
      {!isReadOnly && [BACKWARD_WORDS.workOpen, BACKWARD_WORDS.raiseDeal].map((words) => (
        <p class="spaced" key={words.en}><Opens to={{ at: "action", row: null, goal, action: say(words) }} class="add">{say(words)}</Opens></p>
      ))}
      <p class="spaced"><Opens to={{ at: "backward" }} class="add">{say(BACKWARD_WORDS.seeCoverage)}</Opens></p>
    </section>
  );
}
