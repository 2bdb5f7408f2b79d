/** Deviations from plan: good or bad by the direction of each goal, not by the sign. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { plainNumber } from "../format";
import { say } from "../words";
import type { Aim } from "./aim";
import { known, type Maybe } from "./scale";
import { clip, full, inText, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type DeviationItem = {
  readonly name: string;
  /** Fact minus plan, in the unit of the picture: usually a share of the plan. For `within` from the nearer end, 0 between them. */
  readonly deviation: Maybe;
  readonly better: Aim["better"];
};

/** Better or worse than plan; null where there is no deviation, or none is known. */
export function isBetter({ deviation, better }: DeviationItem): boolean | null {
  const value = known(deviation);
  if (value === null || Math.abs(value) < 1e-9) return null;
  return better === "within" ? false : value > 0 === (better === "more");
}

export const verdictText = (item: DeviationItem, language: Language): string => {
  const better = isBetter(item);
  return better === null ? CHART_WORDS[known(item.deviation) === null ? "noData" : "asPlanned"][language] : CHART_WORDS[better ? "better" : "worse"][language];
};

export function deviationsAccount(items: readonly DeviationItem[], unit: Unit, language: Language): Account {
  const counted = items.filter(({ deviation }) => known(deviation) !== null);
  if (counted.length === 0) return nothing(CHART_WORDS.deviationsEmpty, language);
  const count = (value: number): string => plainNumber(value, language);
  const size = ({ deviation }: DeviationItem): number => Math.abs(known(deviation) ?? 0);
  const bad = counted.filter((item) => isBetter(item) === false).sort((a, b) => size(b) - size(a));
  const [worst] = bad;
  return {
    finding: worst ? sentences(say(CHART_WORDS.deviationsSome, language, count(bad.length), count(counted.length)), say(CHART_WORDS.deviationsWorst, language, inText(worst.name), short(worst.deviation, unit, language, true)))
      : sentences(say(CHART_WORDS.deviationsNone, language, count(counted.length))),
    standing: worst ? "poor" : "good",
    table: {
      head: [CHART_WORDS.goal, CHART_WORDS.deviation, CHART_WORDS.verdict].map((words) => words[language]),
      rows: items.map((item) => [clip(item.name), `${(known(item.deviation) ?? 0) > 0 ? "+" : ""}${full(item.deviation, unit, language)}`, verdictText(item, language)]),
    },
  };
}
