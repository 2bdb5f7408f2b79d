/** The funnel: how many reach each stage, and where most are lost. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { say } from "../words";
import { known, type Maybe } from "./scale";
import { clip, full, inText, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type FunnelStage = {
  readonly name: string;
  readonly count: Maybe;
  /** To the next stage, where it is given: counts that are rounded up would tell another one. */
  readonly conversion?: Maybe;
};

/** From each stage to the next: null where it cannot be counted, and for the last stage. More than 1 where more come out than go in. */
export const conversions = (stages: readonly FunnelStage[]): readonly Maybe[] =>
  stages.map(({ count, conversion }, i) => {
    const given = i < stages.length - 1 ? known(conversion) : null;
    if (given !== null) return given;
    const [from, to] = [known(count), known(stages[i + 1]?.count)];
    return from === null || to === null || from <= 0 || to < 0 ? null : to / from;
  });

/** The stage after which the largest share drops out; -1 where nothing is lost. */
export function biggestLoss(stages: readonly FunnelStage[]): number {
  const rates = conversions(stages);
  return rates.reduce<number>((worst, rate, i) => (rate !== null && rate < 1 && (worst < 0 || rate < (rates[worst] ?? 1)) ? i : worst), -1);
}

export function funnelAccount(stages: readonly FunnelStage[], unit: Unit, language: Language): Account {
  const counted = stages.filter(({ count }) => known(count) !== null);
  const [first] = counted;
  if (!first) return nothing(CHART_WORDS.funnelEmpty, language);
  const rates = conversions(stages);
  const loss = biggestLoss(stages);
  const last = counted[counted.length - 1];
  const given = stages.slice(0, -1).map(({ conversion }) => known(conversion));
  const overall = given.length > 0 && given.every((rate) => rate !== null) ? given.reduce<number>((product, rate) => product * rate!, 1) : counted.length > 1 && first.count !== null && first.count > 0 && last?.count != null ? last.count / first.count : null;
  const head = counted.length === 1 ? say(CHART_WORDS.funnelOne, language, inText(first.name), short(first.count, unit, language))
    : rates.every((rate) => rate === null) ? CHART_WORDS.funnelNoRates[language]
    : loss < 0 ? CHART_WORDS.funnelNoLoss[language]
    : say(CHART_WORDS.funnelLoss, language, inText(stages[loss]?.name ?? ""), inText(stages[loss + 1]?.name ?? ""), short(1 - (rates[loss] ?? 0), "rate", language));
  return {
    finding: sentences(head, overall !== null && say(CHART_WORDS.funnelOverall, language, short(overall, "rate", language))),
    standing: null,
    table: {
      head: [CHART_WORDS.stage, CHART_WORDS.count, CHART_WORDS.conversion].map((words) => words[language]),
      rows: stages.map(({ name, count }, i) => [clip(name), full(count, unit, language), full(rates[i - 1], "rate", language)]),
    },
  };
}

/** How many are lost between two stages; null where none are, or it is not known. */
export const lostText = (from: Maybe, to: Maybe, unit: Unit, language: Language): string | null => {
  const [before, after] = [known(from), known(to)];
  return before === null || after === null || after >= before ? null : short(after - before, unit, language);
};
