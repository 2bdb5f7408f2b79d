/** How many calls each person must make a day, by the user's own share of calls that lead to a meeting, and how that follows from the target. */
import type { ComponentChildren } from "preact";
import { roundUp } from "../../../core/stats";
import { stagesOf, type Given } from "../../../plan/backward-of-plan";
import type { BackwardInputs, BackwardPlan } from "../../../plan/backward-plan";
import { callsADay, meetingStage } from "../../../plan/calls";
import type { Language } from "../../../plan/words";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { Shell } from "../fields/shell";
import { BACKWARD_WORDS } from "./words";

type Props = {
  /** null while nothing can be calculated. */
  readonly inputs: BackwardInputs | null;
  readonly worked: BackwardPlan | null;
  readonly given: Given | null;
  readonly setStage: (name: string) => void;
  /** The field of the rate. */
  readonly children: ComponentChildren;
};

export function Calls({ inputs, worked, given, setStage, children }: Props) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const stages = stagesOf(plan);
  if (stages.length < 2) return null;
  const stage = meetingStage(stages, given?.meetingStage ?? null);
  return (
    <details class="options">
      <summary>{say(BACKWARD_WORDS.calls)}</summary>
      <div class="pair">
        {children}
        <Shell name="meetingStage" label={say(BACKWARD_WORDS.meetingStage)} problem={null} isRequired={false}>
          {(parts) => <select {...parts} value={stages[stage]!.name} onChange={(event) => setStage(event.currentTarget.value)}>{stages.map(({ name }, i) => <option key={i} value={name}>{visible(name)}</option>)}</select>}
        </Shell>
      </div>
      <div role="status">{inputs && worked && given && <Steps inputs={inputs} worked={worked} given={given} stage={stage} />}</div>
    </details>
  );
}

function Steps({ inputs, worked, given: { callRate }, stage }: { readonly inputs: BackwardInputs; readonly worked: BackwardPlan; readonly given: Given; readonly stage: number }) {
  const { say, language } = useSurroundings();
  const { plan } = usePlan();
  const answer = callsADay(plan, inputs, worked, callRate, stage);
  if (answer.kind === "noRate") return callRate === null ? <p class="caption spaced">{say(BACKWARD_WORDS.callExample)}</p> : null; // the field says what is wrong
  if (answer.kind !== "calls") return <p class="caption spaced">{say({ notNeeded: BACKWARD_WORDS.notNeeded, noDays: BACKWARD_WORDS.noDays, noPeople: BACKWARD_WORDS.noPeople }[answer.kind])}</p>;
  const { meetings, calls, daysLeft, people, perPerson } = answer;
  const count = (value: number) => neededText(value, inputs.rounding, language);
  return (
    <dl class="chain">
      <div><dt><bdi>{visible(inputs.stages[stage]!.name)}</bdi></dt><dd>{count(meetings)}</dd></div>
      <div><dt>{say(BACKWARD_WORDS.callsNeeded, amount(callRate!, "%", language, null))}</dt><dd>{`=\u00a0${count(calls)}`}</dd></div>
      <div><dt>{say(BACKWARD_WORDS.callsLeft, daysLeft, plainNumber(people, language))}</dt><dd>{`=\u00a0${count(perPerson)}`}</dd></div>
    </dl>
  );
}

/** Rounded up where the plan rounds: fewer would miss the target. One decimal below ten. */
export function neededText(value: number, rounding: BackwardInputs["rounding"], language: Language): string {
  const scale = value < 10 ? 10 : 1;
  return plainNumber((rounding === "none" ? Math.round(value * scale) : roundUp(value * scale)) / scale, language);
}
