/** Capacity of the department by period: people who are ramped, people who are ramping, and the target. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { plainNumber } from "../format";
import { say } from "../words";
import { known, total, type Maybe } from "./scale";
import { clip, full, inText, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type Capacity = { readonly periods: readonly string[]; readonly ramped: readonly Maybe[]; readonly ramping: readonly Maybe[]; readonly target: readonly Maybe[] };

export const capacityOf = ({ periods, ramped, ramping }: Capacity): readonly Maybe[] => periods.map((_, i) => total([ramped[i], ramping[i]]));

/** What each period has more than its target; less than 0 is missing. */
export const capacityGaps = (data: Capacity): readonly Maybe[] =>
  capacityOf(data).map((value, i) => {
    const target = known(data.target[i]);
    if (value === null || target === null) return null;
    return Math.abs(value - target) <= Math.abs(target) * 1e-9 ? 0 : value - target;
  });

export function capacityAccount(data: Capacity, unit: Unit, language: Language): Account {
  const { periods, ramped, ramping, target } = data;
  const all = capacityOf(data);
  const sum = total(all);
  if (sum === null && total(target) === null) return nothing(CHART_WORDS.capacityEmpty, language);
  const gaps = capacityGaps(data);
  const counted = gaps.filter((gap) => gap !== null).length;
  const lacking = gaps.filter((gap) => gap !== null && gap < 0).length;
  const worst = gaps.reduce<number>((at, gap, i) => (gap !== null && gap < 0 && (at < 0 || gap < (gaps[at] ?? 0)) ? i : at), -1);
  const count = (value: number): string => plainNumber(value, language);
  const text = (value: Maybe | undefined): string => short(value, unit, language);
  return {
    finding: counted === 0 ? sentences(say(CHART_WORDS.capacityNoTarget, language, text(sum)))
      : worst < 0 ? sentences(say(CHART_WORDS.capacityEnough, language, count(counted)))
      : sentences(say(CHART_WORDS.capacityShort, language, count(lacking), count(counted)), say(CHART_WORDS.capacityWorst, language, inText(periods[worst] ?? ""), text(all[worst]), text(target[worst]))),
    standing: counted === 0 ? null : worst < 0 ? "good" : "poor",
    table: {
      head: [CHART_WORDS.period, CHART_WORDS.ramped, CHART_WORDS.ramping, CHART_WORDS.target].map((words) => words[language]),
      rows: periods.map((name, i) => [clip(name), ...[ramped[i], ramping[i], target[i]].map((value) => full(value, unit, language))]),
    },
  };
}
