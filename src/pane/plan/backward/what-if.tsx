/** Which lever moves the leads most, and what one of them must be where only so many leads come. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { roundUp } from "../../../core/stats";
import type { BackwardInputs } from "../../../plan/backward-plan";
import { leversOf, mustBe, sensitivity, type Lever } from "../../../plan/what-if";
import { TornadoChart } from "../../charts/tornado-chart";
import { typedNumber } from "../../number";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { Chips } from "../fields/chips";
import { NumberInput } from "../fields/number";
import { Shell } from "../fields/shell";
import { FIELD_WORDS } from "../fields/words";
import { useTexts } from "../fields/use-texts";
import { BACKWARD_WORDS, GIVEN_WORDS } from "./words";

type By = "points" | "share";
const STEPS = { points: { by: "points", of: 0.05 }, share: { by: "share", of: 0.1 } } as const;

type Props = {
  readonly inputs: BackwardInputs;
  readonly leads: number;
  readonly currency: string | null;
  /** What must be true of something else than the funnel. */
  readonly children: ComponentChildren;
};

export function WhatIf({ inputs, leads, currency, children }: Props) {
  const { say, language, notation } = useSurroundings();
  const [by, setBy] = useState<By>("points");
  const effects = useMemo(() => sensitivity(inputs, STEPS[by]), [inputs, by]);
  const texts = useTexts("must be", { leads: "" });
  const typed = texts.text("leads").trim();
  const atHand = typed === "" ? null : typedNumber(typed, notation)?.value;
  const nameOf = (lever: Lever): string => (lever.kind === "conversion" ? visible(inputs.stages[lever.stage]?.name ?? "") : say(GIVEN_WORDS[lever.kind]));
  const label = say(by === "points" ? BACKWARD_WORDS.byPoints : BACKWARD_WORDS.byShare);
  // As many leads as are asked for above: there are no parts of one.
  const whole = (value: number | null): number | null => (value === null || inputs.rounding === "none" ? value : roundUp(value));
  const base = whole(effects[0]?.base ?? leads)!;
  return (
    <section aria-label={say(BACKWARD_WORDS.whatIf)}>
      <h3>{say(BACKWARD_WORDS.whatIf)}</h3>
      <Chips name="by" label={say(BACKWARD_WORDS.step)} value={by} choose={setBy} choices={[{ value: "points", text: say(BACKWARD_WORDS.byPoints) }, { value: "share", text: say(BACKWARD_WORDS.byShare) }]} />
      <div class="picture">
        <TornadoChart language={language} unit="count" better="less" base={base} levers={effects.map(({ lever, worse, better }) => {
          const [low, high] = (lever.kind === "target" ? [better, worse] : [worse, better]).map(whole) as [number | null, number | null];
          return { name: nameOf(lever), low, high, lowLabel: `−${label}`, highLabel: `+${label}` };
        })} />
      </div>
      {by === "share" && <p class="caption">{say(BACKWARD_WORDS.sameShare)}</p>}
      <Shell name="mustBe" label={say(BACKWARD_WORDS.mustBe)} problem={atHand === undefined ? FIELD_WORDS.wrongNumber : null} isRequired={false}>
        {(parts) => <NumberInput parts={parts} text={texts.text("leads")} set={(text) => texts.set("leads", text)} />}
      </Shell>
      {typeof atHand === "number" && atHand > 0 && (
        <ul class="must-be" role="list">
          {leversOf(inputs).map((lever, i) => {
            const value = mustBe(inputs, lever, atHand);
            return <li key={i}><bdi>{value === null ? say(BACKWARD_WORDS.mustBeImpossible, nameOf(lever)) : say(BACKWARD_WORDS.mustBeResult, nameOf(lever), amount(value, lever.kind === "conversion" ? "%" : "money", language, currency))}</bdi></li>;
          })}
        </ul>
      )}
      {children}
    </section>
  );
}
