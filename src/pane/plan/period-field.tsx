/** The period of a plan: one of those around today, or any two days. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Span } from "../../plan/from-data";
import type { Words } from "../../plan/words";
import { useSurroundings } from "../surroundings";
import { dayText, typedDay } from "./days";
import { DateInput } from "./fields/date";
import { Shell } from "./fields/shell";
import { FIELD_WORDS } from "./fields/words";
import { FIRST_WORDS } from "./first-words";
import { PERIODS, periodAround, proposedPeriod, type PeriodName } from "./periods";

type Choice = PeriodName | "other";
type Days<T> = Readonly<Record<"from" | "to", T>>;

export type Period = {
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  /** As they are typed where the choice is `other`. */
  readonly texts: Days<string>;
  readonly type: (day: "from" | "to", text: string) => void;
  readonly problems: Days<Words | null>;
  /** null while a day is wrong. */
  readonly span: Span | null;
};

/** @param proposed taken until somebody chooses */
export function usePeriod(today: number, proposed: PeriodName): Period {
  const { language } = useSurroundings();
  const [chosen, choose] = useState<Choice | null>(null);
  const [texts, setTexts] = useState<Days<string>>(() => {
    const [from, to] = periodAround(today, proposedPeriod(today));
    return { from: dayText(from, language), to: dayText(to, language) };
  });
  const choice = chosen ?? proposed;
  const [from, to] = choice === "other" ? [typedDay(texts.from, today), typedDay(texts.to, today)] : periodAround(today, choice);
  const isBackwards = from !== null && to !== null && to < from;
  return {
    choice, choose, texts,
    type: (day, text) => setTexts((all) => ({ ...all, [day]: text })),
    problems: { from: from === null ? FIELD_WORDS.wrongDay : null, to: to === null ? FIELD_WORDS.wrongDay : isBackwards ? FIRST_WORDS.endAfterStart : null },
    span: from === null || to === null || isBackwards ? null : { from, to },
  };
}

/** @param problem of the period as a whole, instead of its days */
export function PeriodField({ period: { choice, choose, texts, type, problems, span }, today, problem = null }: { readonly period: Period; readonly today: number; readonly problem?: ComponentChildren }) {
  const { say, language } = useSurroundings();
  return (
    <>
      <Shell name="period" label={say(FIRST_WORDS.period)} problem={null} isRequired hint={problem ?? (span && `${dayText(span.from, language)} – ${dayText(span.to, language)}`)}>
        {(parts) => (
          <select {...parts} value={choice} onChange={(event) => choose(event.currentTarget.value as Choice)}>
            {PERIODS.map((each) => <option key={each} value={each}>{say(FIRST_WORDS[each])}</option>)}
            <option value="other">{say(FIRST_WORDS.otherPeriod)}</option>
          </select>
        )}
      </Shell>
      {choice === "other" && (
        <div class="pair">
          {(["from", "to"] as const).map((day) => (
            <Shell key={day} name={day} label={say(FIRST_WORDS[day])} problem={problems[day]} isRequired>
              {(parts) => <DateInput parts={parts} label={say(FIRST_WORDS[day])} text={texts[day]} set={(text) => type(day, text)} today={today} />}
            </Shell>
          ))}
        </div>
      )}
    </>
  );
}
