/** From plan to fact by cause in words: what each cause is called, and what was not known. */
import { planToFact, type Cause, type CauseKey, type FactorKey, type Missing } from "./causes";
import type { Cycle } from "./cycles";
import { labelAndName, nameOf } from "./find";
import type { Plan } from "./plan";
import { REASONS } from "./reasons";
import { REPORT_WORDS as W } from "./report-words";
import type { Language, Words } from "./words";

export type CauseFigures = {
  /** Of the goal for revenue. */
  readonly name: string;
  /** By now; null: not known. */
  readonly plan: number | null;
  readonly fact: number | null;
  readonly causes: readonly (Cause & { readonly name: string })[];
  /** What is not known, and what was counted for want of it: sentences with names of goals in them. */
  readonly notes: readonly string[];
};

const CAUSES: Readonly<Record<CauseKey, Words>> = { volume: W.volume, deals: W.deals, conversion: W.conversionCause, deal: W.deal, other: W.other };
const FACTORS: Readonly<Record<FactorKey, Words>> = { revenue: W.revenue, leads: W.leads, conversion: W.conversionCause, deal: W.deal };

export function causeFigures(plan: Plan, cycle: Cycle, today: number, language: Language): CauseFigures {
  const { goal, revenue, causes, missing, counted } = planToFact(plan, cycle, today);
  const say = (words: Words): string => words[language];
  const lacks = missing.map((each) => lackText(each, language));
  const has = (key: CauseKey): boolean => causes.some((each) => each.key === key);
  return {
    name: (goal && nameOf("goals", goal)) || say(W.revenue), plan: revenue?.[0] ?? null, fact: revenue?.[1] ?? null,
    causes: causes.map((each) => ({ ...each, name: say(CAUSES[each.key]) })),
    notes: [
      ...(lacks.length === 0 ? [] : [...lacks, say(causes.length > 0 ? W.notApart : W.notSplit)]),
      ...(has("volume") && counted === "volume" ? [say(W.countedVolume)] : []), ...(has("volume") && counted === "conversion" ? [say(W.countedConversion)] : []), ...(has("other") ? [say(W.otherIs)] : []),
    ],
  };
}

/** Which number of which goal is not known, and why. */
function lackText({ factor, goal, reason }: Missing, language: Language): string {
  if (goal === null || reason === "noGoal") return W.noSuchGoal[language].replace("{0}", FACTORS[factor][language]);
  const why = reason === "zero" ? W.isZero[language] : REASONS[reason][language];
  return `${labelAndName("goals", goal)}: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`;
}
