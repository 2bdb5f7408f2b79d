/** Cumulative fact against the expected line with the bands of the statuses. */
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { say } from "../words";
import { MORE, standing, type Aim } from "./aim";
import { aligned, known, latestKnown, type Maybe } from "./scale";
import { capital, clip, full, inText, NOTHING, nothing, sentences, short, type Account } from "./text";
import { CHART_WORDS } from "./words";

export type BurnUp = {
  readonly periods: readonly string[];
  /** Up to the end of each period; null for those to come. */
  readonly fact: readonly Maybe[];
  /** What is expected by then: the plan's path up to its target. */
  readonly expected: readonly Maybe[];
  /** From the latest fact on, where there is one. */
  readonly forecast?: readonly Maybe[];
  /** Where the periods lie in time, in days; evenly spread where left out. */
  readonly days?: readonly number[];
};

type Point = { readonly day: number; readonly value: number };

/** The picture of points by day, each day called by `name`; what is expected between two points lies on the line between them. */
export function burnUpByDay({ expected, facts, forecast }: { readonly expected: readonly Point[]; readonly facts: readonly Point[]; readonly forecast: Point | null }, name: (day: number) => string): BurnUp {
  const latest = facts[facts.length - 1];
  const ahead = latest && forecast && forecast.day > latest.day ? [latest, forecast] : [];
  const days = [...new Set([...expected, ...facts, ...ahead].map(({ day }) => day))].sort((a, b) => a - b);
  const valueOn = (points: readonly Point[], day: number): Maybe => points.find((point) => point.day === day)?.value ?? null;
  return {
    days,
    periods: days.map(name),
    fact: days.map((day) => valueOn(facts, day)),
    forecast: days.map((day) => valueOn(ahead, day)),
    expected: days.map((day) => {
      const next = expected.findIndex((point) => point.day >= day);
      const [before, after] = [expected[next - 1], expected[next]];
      if (!after || after.day === day || !before) return after?.day === day ? after.value : null;
      return before.value + ((day - before.day) / (after.day - before.day)) * (after.value - before.value);
    }),
  };
}

export function burnUpAccount(data: BurnUp, unit: Unit, language: Language, aim: Aim = MORE): Account {
  const { periods } = data;
  const [fact, expected] = [aligned(data.fact, periods.length), aligned(data.expected, periods.length)];
  const text = (value: Maybe): string => short(value, unit, language);
  const latest = latestKnown(fact);
  const end = latestKnown(expected);
  if (latest < 0 && end < 0) return nothing(CHART_WORDS.burnUpEmpty, language);
  const [done, due] = [known(fact[latest]), known(expected[latest])];
  const name = inText(periods[latest] ?? "");
  const stands = done !== null && due !== null ? standing(done, due, aim) : null;
  return {
    finding: sentences(
      done === null ? say(CHART_WORDS.burnUpNoFact, language, text(known(expected[end])), inText(periods[end] ?? ""))
        : stands === null ? say(CHART_WORDS.burnUpNoPlan, language, text(done), name)
        : say(CHART_WORDS.burnUpDone, language, capital(CHART_WORDS[stands][language]), text(done), text(due), name),
    ),
    standing: stands,
    table: {
      head: [CHART_WORDS.period, CHART_WORDS.actual, CHART_WORDS.expected, CHART_WORDS.status].map((words) => words[language]),
      rows: periods.map((each, i) => {
        const [value, planned] = [fact[i] ?? null, expected[i] ?? null];
        return [clip(each), full(value, unit, language), full(planned, unit, language), value === null || planned === null ? NOTHING : CHART_WORDS[standing(value, planned, aim)][language]];
      }),
    },
  };
}
