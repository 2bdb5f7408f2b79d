/** Leads of earlier periods that still become deals in this one, how many of its own the rest needs, and what helps where leads cannot. */
import { useMemo, useState } from "preact/hooks";
import { backwardInputs, givenOf } from "../../../plan/backward-of-plan";
import type { BackwardInputs } from "../../../plan/backward-plan";
import { cohortAnswer, cohortDoubts, cohortLength, cohortNeed, cohortPeriods, keptCohorts, leadsSetting, MOST_AGES, rateSetting, type CohortLength, type CohortPeriod } from "../../../plan/cohorts";
import { shareIn } from "../../../plan/counted-rate";
import type { Cycle } from "../../../plan/cycles";
import type { Patch } from "../../../plan/operation";
import { FEW } from "../../../plan/own-data";
import { setSetting, type SettingName } from "../../../plan/settings";
import type { Words } from "../../../plan/words";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { Chips } from "../fields/chips";
import { NumberInput, understood } from "../fields/number";
import { Shell } from "../fields/shell";
import { useTexts } from "../fields/use-texts";
import { FIELD_WORDS } from "../fields/words";
import { PlusIcon } from "../icons";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { CohortResult, unbroken } from "./cohort-result";
import { Few } from "./few";
import { readNumber, shownNumber, useGiven } from "./use-given";
import { BACKWARD_WORDS, LEAD_FORMS } from "./words";

/** Earlier periods that are asked for at first. */
const FIRST_AGES = 3;

export function Cohorts() {
  const { say } = useSurroundings();
  const { cycle } = usePlan();
  const hasDays = cycle !== null && cycle.fields.start !== null && cycle.fields.end !== null;
  return (
    <>
      <ScreenHead title={say(BACKWARD_WORDS.cohorts)} hasBack />
      {hasDays ? <OfCycle key={cycle.row} cycle={cycle} /> : <p class="quiet">{say(BACKWARD_WORDS.missing)}</p>}
    </>
  );
}

function OfCycle({ cycle }: { readonly cycle: Cycle }) {
  const { say } = useSurroundings();
  const { plan, today, save, newRow, isReadOnly, data } = usePlan();
  const kept = cohortLength(plan);
  const texts = useTexts(`cohorts of ${cycle.row}`, { length: kept });
  const length: CohortLength = texts.text("length") === "month" ? "month" : "quarter";
  const periods = useMemo(() => cohortPeriods(cycle, today, length), [cycle, today, length]);
  const before = useMemo(() => keptCohorts(plan, length, periods), [plan, length, periods]);
  const { rates, leads, field, aboutOf, reset, ages, addAge } = useCohorts(cycle, length, periods, before);
  // The numbers of the backward plan, also those that are only tried there.
  const { given } = useGiven(useMemo(() => givenOf(plan, cycle), [plan, cycle]), cycle);
  const inputs = useMemo<BackwardInputs | null>(() => given && backwardInputs(plan, cycle, given, today), [plan, cycle, given, today]);
  const now = periods[0]!;
  const isWrong = [...rates, ...leads].includes(undefined);
  const known = { rates: rates as (number | null)[], leads: leads as (number | null)[] };
  const changed: readonly (readonly [SettingName, string | number | null])[] = isWrong ? [] : [
    ...(length === kept ? [] : [["PLAN_COHORT_PERIOD", length] as const]),
    ...periods.flatMap((period, age) => [
      ...(known.rates[age] === before.rates[age] ? [] : [[rateSetting(length, age), known.rates[age]!] as const]),
      ...(known.leads[age] === before.leads[age] ? [] : [[leadsSetting(period), known.leads[age]!] as const]),
    ]),
  ];
  const keep = () => {
    if (!save(say(BACKWARD_WORDS.cohorts), changed.flatMap(([name, value]) => setSetting(plan, name, value, newRow, aboutOf(name))))) return;
    reset();
    texts.reset();
  };
  const need = useMemo(() => inputs && cohortNeed(inputs, now), [inputs, now]);
  return (
    <>
      <Chips name="cohortPeriod" label={say(BACKWARD_WORDS.cohortPeriod)} value={length} choose={(next) => texts.set("length", next)} choices={[{ value: "quarter", text: say(BACKWARD_WORDS.quarter) }, { value: "month", text: say(BACKWARD_WORDS.month) }]} />
      <p class="caption spaced">{say(BACKWARD_WORDS.cohortsAbout, unbroken(now))}</p>
      {data && !isReadOnly && <p class="spaced"><Opens to={{ at: "cohortData", length }} class="add">{say(BACKWARD_WORDS.cohortCount)}</Opens></p>}
      {field("rate", 0)}
      {periods.slice(1, ages + 1).map(({ label }, i) => <div class="pair" key={label}>{field("leads", i + 1)}{field("rate", i + 1)}</div>)}
      {ages < MOST_AGES[length] && <p class="spaced"><button type="button" class="add" onClick={addAge}><PlusIcon /> {say(BACKWARD_WORDS.cohortMore)}</button></p>}
      {changed.length > 0 && !isReadOnly && <p class="buttons spaced"><button type="button" onClick={keep}>{say(BACKWARD_WORDS.keep)}</button><span class="caption">{say(BACKWARD_WORDS.tryHint)}</span></p>}
      {need === null || inputs === null ? <p class="banner">{say(BACKWARD_WORDS.missing)}</p>
        : !isWrong && <CohortResult answer={cohortAnswer({ ...need, ...known })} deals={need.deals} doubts={cohortDoubts(known)} periods={periods} rounding={inputs.rounding} cycle={cycle} />}
    </>
  );
}

/** Of how many leads a rate was counted. */
export const aboutField = (rate: string): string => `about ${rate}`;

/** By the settings that keep them; a blank for what is not kept. */
export function useCohortTexts(cycle: Cycle, length: CohortLength, periods: readonly CohortPeriod[], { rates, leads, about }: ReturnType<typeof keptCohorts>) {
  const { notation } = useSurroundings();
  return useTexts(`cohorts ${cycle.row} ${length}`, Object.fromEntries(periods.flatMap((period, age) => [
    [rateSetting(length, age), shownNumber(rates[age]!, true, notation)], [leadsSetting(period), shownNumber(leads[age]!, false, notation)], [aboutField(rateSetting(length, age)), about[age]!],
  ])));
}

/** The texts of rates and leads by age, over those that are kept; undefined: what is typed is no number, or none that can be. */
function useCohorts(cycle: Cycle, length: CohortLength, periods: readonly CohortPeriod[], before: ReturnType<typeof keptCohorts>) {
  const surroundings = useSurroundings();
  const { say, notation } = surroundings;
  const [more, setMore] = useState(0);
  const name = (kind: "rate" | "leads", age: number): string => (kind === "rate" ? rateSetting(length, age) : leadsSetting(periods[age]!));
  const old = (kind: "rate" | "leads", age: number): number | null => (kind === "rate" ? before.rates : before.leads)[age] ?? null;
  const texts = useCohortTexts(cycle, length, periods, before);
  const read = (kind: "rate" | "leads", age: number) => readNumber(texts.text(name(kind, age)), old(kind, age), kind === "rate", notation);
  const problemOf = (kind: "rate" | "leads", age: number): Words | null => {
    const value = read(kind, age);
    if (value === undefined) return FIELD_WORDS.wrongNumber;
    return value === null || (value >= 0 && (kind === "leads" || value <= 1)) ? null : kind === "rate" ? BACKWARD_WORDS.cohortRange : BACKWARD_WORDS.negative;
  };
  const good = (kind: "rate" | "leads") => periods.map((_, age) => (problemOf(kind, age) === null ? read(kind, age) : undefined));
  const [rates, leads] = [good("rate"), good("leads")];
  /** As long as the rate is the counted one. */
  const countedOf = (rate: string) => {
    const told = shareIn(texts.text(aboutField(rate)));
    return told && shownNumber(told.won / told.deals, true, notation) === texts.text(rate) ? told : null;
  };
  /** What its row says then: a rate that somebody typed is of no leads any more. */
  const aboutOf = (rate: SettingName): Patch => {
    const about = texts.text(aboutField(rate));
    return shareIn(about) ? { about: countedOf(rate) ? about : null } : {};
  };
  const used = Math.max(...periods.map((_, age) => (rates[age] === null && leads[age] === null ? 0 : age)));
  const ages = Math.min(MOST_AGES[length], Math.max(FIRST_AGES + more, used));
  const field = (kind: "rate" | "leads", age: number) => {
    const at = name(kind, age);
    const isRate = kind === "rate";
    const counted = isRate ? countedOf(at) : null;
    return (
      <Shell name={`${kind}${age}`} label={say(isRate ? BACKWARD_WORDS.cohortRate : BACKWARD_WORDS.cohortLeads, unbroken(periods[age]!))} problem={problemOf(kind, age)} isRequired={isRate && age === 0} hint={counted ? <span class="status">{say(BACKWARD_WORDS.cohortOf, counted.won, counted.deals)} <Few rate={{ ...counted, isFew: counted.deals < FEW }} forms={LEAD_FORMS} /></span> : understood(texts.text(at), read(kind, age) ?? undefined, isRate, surroundings)}>
        {(parts) => <NumberInput parts={parts} text={texts.text(at)} set={(text) => texts.set(at, text)} unit={isRate ? "%" : undefined} />}
      </Shell>
    );
  };
  return { rates, leads, field, aboutOf, reset: texts.reset, ages, addAge: () => setMore(ages - FIRST_AGES + 1) };
}
