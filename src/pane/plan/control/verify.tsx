/** Whether a corrective action helped: a verdict, a decision, and the effect. */
import { DECISIONS, VERDICTS } from "../../../plan/codes";
import { effectSince, verifyAction, type Verdict } from "../../../plan/corrective";
import type { Action, Goal } from "../../../plan/cycles";
import { useSurroundings } from "../../surroundings";
import { signed } from "../amounts";
import { usePlan } from "../context";
import { Chips } from "../fields/chips";
import { NumberInput } from "../fields/number";
import { ofGoal } from "../fields/of-goal";
import { Shell } from "../fields/shell";
import { useTexts } from "../fields/use-texts";
import { FIELD_WORDS } from "../fields/words";
import { CONTROL_WORDS } from "./words";

export function Verify({ action, goal }: { readonly action: Action; readonly goal: Goal | null }) {
  const surroundings = useSurroundings();
  const { say, language } = surroundings;
  const { plan, today, cycle, save, back, isReadOnly } = usePlan();
  const currency = cycle?.fields.currency ?? null;
  const { sign, shown, read } = ofGoal(goal, currency, surroundings);
  const since = effectSince(plan, action, today);
  const { verdict, decision, effect_fact: effect } = action.fields;
  const texts = useTexts(`verify ${action.row}`, { verdict: verdict ?? "", decision: decision ?? "", effect: effect === null ? "" : shown(effect) });
  const value = read(texts.text("effect"));
  const keep = () => {
    const chosen = texts.text("verdict");
    if (chosen === "" || value === undefined) return;
    const operations = verifyAction(action, { verdict: chosen as Verdict["verdict"], decision: (texts.text("decision") || null) as Verdict["decision"], effect: value }, today);
    if (!save(say(CONTROL_WORDS.verifiedAction, action.fields.action ?? action.label), operations)) return;
    texts.reset();
    back();
  };
  return (
    <fieldset class="box" disabled={isReadOnly}>
      <Chips name="verdict" label={say(CONTROL_WORDS.verify)} value={texts.text("verdict")} choose={(value) => texts.set("verdict", value)} choices={VERDICTS.map(({ code, words }) => ({ value: code as string, text: words[language] }))} />
      {texts.text("verdict") !== "" && (
        <>
          {texts.text("verdict") !== "too early" && (
            <Chips name="decision" label={say(CONTROL_WORDS.decision)} value={texts.text("decision")} choose={(value) => texts.set("decision", value)} choices={DECISIONS.map(({ code, words }) => ({ value: code as string, text: words[language] }))} />
          )}
          <Shell name="effect" label={say(CONTROL_WORDS.effectFact)} problem={value === undefined ? FIELD_WORDS.wrongNumber : null} isRequired={false}
            hint={since !== null && goal ? say(CONTROL_WORDS.effectFactHint, signed(since, goal.fields.unit, language, currency)) : undefined}>
            {(parts) => <NumberInput parts={parts} text={texts.text("effect")} set={(text) => texts.set("effect", text)} unit={sign} />}
          </Shell>
          <button type="button" onClick={keep}>{say(CONTROL_WORDS.saveVerdict)}</button>
        </>
      )}
    </fieldset>
  );
}
