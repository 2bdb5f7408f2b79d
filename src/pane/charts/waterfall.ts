/** From plan to fact by cause: what each cause added to the fact or took from it. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { visible } from "../spoofing";
import { say } from "../words";
import { MORE, standing } from "./aim";
import { known, type Maybe } from "./scale";
import { clip, full, inText, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type WaterfallCause = {
  readonly name: string;
  /** In the unit of the cause. */
  readonly plan: Maybe;
  readonly fact: Maybe;
  readonly unit: Unit;
  /** What it did to the result. */
  readonly effect: number;
};

export type Waterfall = {
  /** What is planned and reached, such as revenue. */
  readonly name: string;
  readonly plan: Maybe;
  readonly fact: Maybe;
  /** Their effects add up to fact − plan. */
  readonly causes: readonly WaterfallCause[];
  /** Why there are no causes. */
  readonly why?: string;
};

export function waterfallAccount({ name, plan, fact, causes, why }: Waterfall, unit: Unit, language: Language): Account {
  const [planned, reached] = [known(plan), known(fact)];
  if (planned === null || reached === null || causes.length === 0) {
    return why ? { finding: visible(why), standing: null, table: null } : nothing(CHART_WORDS.waterfallEmpty, language);
  }
  const gap = reached - planned;
  const isEven = Math.abs(gap) <= 1e-9 * Math.max(Math.abs(planned), Math.abs(reached));
  const main = causes.reduce((most, cause) => (cause.effect * Math.sign(gap) > most.effect * Math.sign(gap) ? cause : most));
  const signed = (effect: number): string => `${effect > 0 ? "+" : ""}${full(effect, unit, language)}`;
  // Leads that were counted from the revenue come in parts.
  const size = (value: Maybe, of: Unit): string => full(of === "count" && known(value) !== null ? Math.round(value! * 10) / 10 : value, of, language);
  const row = (label: string, ...cells: readonly string[]): readonly string[] => [label, ...cells];
  return {
    finding: isEven ? sentences(say(CHART_WORDS.waterfallEven, language, inText(name)))
      : sentences(say(CHART_WORDS[gap < 0 ? "waterfallBelow" : "waterfallAbove"], language, inText(name), short(Math.abs(gap), unit, language)),
        say(CHART_WORDS.waterfallMain, language, main.name.toLowerCase(), short(main.effect, unit, language, true))),
    // On a day that is short of the plan nothing is marked as good.
    standing: gap >= 0 || isEven ? "good" : standing(reached, planned, MORE) === "poor" ? "poor" : "fair",
    table: {
      head: [CHART_WORDS.cause, CHART_WORDS.expected, CHART_WORDS.actual, CHART_WORDS.effect].map((words) => words[language]),
      rows: [
        ...causes.map((cause) => row(cause.name, size(cause.plan, cause.unit), size(cause.fact, cause.unit), signed(cause.effect))),
        row(clip(name), full(planned, unit, language), full(reached, unit, language), signed(gap)),
      ],
    },
  };
}
