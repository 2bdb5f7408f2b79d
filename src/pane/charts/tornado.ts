/** What if: how far each lever moves the result, the strongest first. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { say } from "../words";
import { known, type Maybe } from "./scale";
import { clip, full, inText, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type Lever = {
  readonly name: string;
  /** The result with the lever lower and higher. */
  readonly low: Maybe;
  readonly high: Maybe;
  /** By how much, such as `−10 %` and `+10 %`. */
  readonly lowLabel?: string;
  readonly highLabel?: string;
};

export const swing = ({ low, high }: Lever): number => Math.min(Number.MAX_VALUE, Math.abs((known(high) ?? 0) - (known(low) ?? 0)));

/** Levers with both results, the strongest first; equal ones in the given order. */
export const ranked = (levers: readonly Lever[]): readonly Lever[] =>
  levers.filter(({ low, high }) => known(low) !== null && known(high) !== null).sort((a, b) => swing(b) - swing(a));

export function tornadoAccount(levers: readonly Lever[], base: Maybe, unit: Unit, language: Language): Account {
  const order = ranked(levers);
  const [first] = order;
  if (!first || known(base) === null) return nothing(CHART_WORDS.tornadoEmpty, language);
  const [low, high] = [first.low ?? 0, first.high ?? 0];
  return {
    finding: sentences(swing(first) === 0 ? CHART_WORDS.tornadoNone[language]
      : say(CHART_WORDS.tornadoMost, language, inText(first.name), short(Math.min(low, high), unit, language), short(Math.max(low, high), unit, language))),
    standing: null,
    table: {
      head: [CHART_WORDS.lever, CHART_WORDS.ifLow, CHART_WORDS.ifHigh, CHART_WORDS.swing].map((words) => words[language]),
      rows: order.map((lever) => [clip(lever.name), full(lever.low, unit, language), full(lever.high, unit, language), full(swing(lever), unit, language)]),
    },
  };
}
