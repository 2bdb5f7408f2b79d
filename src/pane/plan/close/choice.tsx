/** Goes on, goes on otherwise, or ends here: asked for each goal and task that is unfinished. */
import type { ComponentChildren } from "preact";
import type { Decision, Period } from "../../../plan/close";
import type { Goal } from "../../../plan/cycles";
import type { RowId } from "../../../plan/plan";
import { lengthProblem } from "../../../plan/text-limits";
import type { Words } from "../../../plan/words";
import { visible } from "../../spoofing";
import { useSurroundings, type Surroundings } from "../../surroundings";
import { usePlan } from "../context";
import { NumberInput } from "../fields/number";
import { ofGoal } from "../fields/of-goal";
import { Shell } from "../fields/shell";
import { FIELD_WORDS } from "../fields/words";
import type { Closing } from "./use-closing";
import { GoalMonths } from "./goal-months";
import { CLOSE_WORDS } from "./words";

type Props = {
  readonly row: RowId;
  readonly title: string;
  /** How often it was carried over before. */
  readonly times: number;
  readonly closing: Closing;
  /** null: a task. */
  readonly goal: Goal | null;
  /** null: its dates are not known yet. */
  readonly next: Period | null;
  readonly children?: ComponentChildren;
};

/** Nothing is chosen beforehand: an unchanged carry-over is the commonest bad habit. */
export function Choice({ row, title, times, closing, goal, next, children }: Props) {
  const surroundings = useSurroundings();
  const { say } = surroundings;
  const { cycle } = usePlan();
  const decision = closing.decisions.get(row);
  // A milestone has no number that could be another one.
  const choices: readonly Decision["choose"][] = goal?.fields.type === "milestone" ? ["carry", "drop"] : ["carry", "change", "drop"];
  const { sign, shown, read } = ofGoal(goal, cycle?.fields.currency ?? null, surroundings);
  const target = goal?.fields.target ?? null;
  const text = closing.textOf(row) ?? (goal === null ? title : target === null ? "" : shown(target));
  const change = (typed: string) => closing.decide(row, { choose: "change", target: goal === null ? null : (read(typed) ?? null), ...(goal === null && { action: typed.trim() }) }, typed);
  const problem = decision?.choose === "change" ? wrongChange(goal, text, cycle?.fields.currency ?? null, surroundings) : null;
  return (
    <fieldset class={decision ? "decide" : "decide open"} data-row={row}>
      <legend><bdi>{visible(title)}</bdi></legend>
      {times > 0 && <p class="row-note lacking">{say(CLOSE_WORDS.carriedAgain, times)}</p>}
      {children}
      <div class="choices">
        {choices.map((choose) => (
          <label key={choose} class="tick">
            <input type="radio" name={`decide-${row}`} checked={decision?.choose === choose} onChange={() => (choose === "change" ? change(text) : closing.decide(row, { choose }))} /> {say(CLOSE_WORDS[choose])}
          </label>
        ))}
      </div>
      {decision?.choose === "change" && (
        <Shell name={`new-${row}`} label={say(goal === null ? CLOSE_WORDS.newAction : CLOSE_WORDS.newTarget)} problem={problem} isRequired={goal === null} hint={goal === null ? undefined : say(CLOSE_WORDS.newTargetHint)}>
          {(parts) => (goal === null ? <input {...parts} type="text" value={text} onInput={(event) => change(event.currentTarget.value)} /> : <NumberInput parts={parts} text={text} set={change} unit={sign} />)}
        </Shell>
      )}
      {goal && next && decision && problem === null && <GoalMonths goal={goal} next={next} decision={decision} closing={closing} />}
    </fieldset>
  );
}

/** @param goal null: a task */
export function wrongChange(goal: Goal | null, text: string | undefined, currency: string | null, surroundings: Surroundings): Words | null {
  if (goal === null) return text?.trim() === "" ? FIELD_WORDS.isRequired : lengthProblem("tasks", "action", text ?? "");
  return ofGoal(goal, currency, surroundings).read(text ?? "") === undefined ? FIELD_WORDS.wrongNumber : null;
}
