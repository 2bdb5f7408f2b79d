/** A template that comes back: pasted or opened as a file, read with care, and put into a period. */
import { useMemo, useState } from "preact/hooks";
import type { Beginning } from "../../../plan/from-template";
import { cycleKey } from "../../../plan/ready-plan";
import type { Template } from "../../../plan/template";
import { LONGEST_TEMPLATE, readTemplate } from "../../../plan/template-text";
import type { Words } from "../../../plan/words";
import { plainNumber } from "../../format";
import { useSurroundings } from "../../surroundings";
import { dayText, typedDay } from "../days";
import { DateInput } from "../fields/date";
import { Shell } from "../fields/shell";
import { FIELD_WORDS } from "../fields/words";
import { FIRST_WORDS } from "../first-words";
import { PERIODS, periodAround, proposedPeriod, type PeriodName } from "../periods";
import { TEMPLATE_WORDS } from "./words";

type Props = {
  readonly today: number;
  readonly newRow: () => string;
  readonly button: Words;
  /** Whether there is such a cycle already. */
  readonly isTaken: (key: string) => boolean;
  readonly take: (template: Template, beginning: Beginning) => void;
};

export function TakeTemplate({ today, newRow, button, isTaken, take }: Props) {
  const { say, language } = useSurroundings();
  const [text, setText] = useState("");
  const [isUnread, setUnread] = useState(false);
  const [chosen, setChosen] = useState<PeriodName | "other" | null>(null);
  const [days, setDays] = useState(() => periodAround(today, proposedPeriod(today)).map((day) => dayText(day, language)) as [string, string]);
  const result = useMemo(() => (text.trim() === "" ? null : readTemplate(text.trim())), [text]);
  const template = result && "template" in result ? result.template : null;
  const period = chosen ?? periodFor(template, today, isTaken);
  const [from, to] = period === "other" ? [typedDay(days[0], today), typedDay(days[1], today)] : periodAround(today, period);
  const isSpan = from !== null && to !== null && to >= from;
  const key = isSpan ? cycleKey(from, to) : "";
  const problem = isUnread ? TEMPLATE_WORDS.notOpened : result && "problem" in result ? result.problem : null;
  const isThere = isSpan && isTaken(key);
  const open = (file: File | undefined) => {
    if (!file) return;
    setUnread(file.size > LONGEST_TEMPLATE * 4);
    if (file.size <= LONGEST_TEMPLATE * 4) file.text().then(setText, () => setUnread(true));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (template && isSpan && !isThere) take(template, { from, to, key, today, language, newRow });
  };
  const dayField = (name: "from" | "to", at: 0 | 1, wrong: Words | null) => (
    <Shell name={name} label={say(FIRST_WORDS[name])} problem={wrong} isRequired>
      {(parts) => <DateInput parts={parts} label={say(FIRST_WORDS[name])} text={days[at]} set={(next) => setDays(at === 0 ? [next, days[1]] : [days[0], next])} today={today} />}
    </Shell>
  );
  return (
    <form onSubmit={submit} noValidate>
      <Shell name="template" label={say(TEMPLATE_WORDS.paste)} problem={problem} isRequired wasTried
        hint={template && <span role="status">{say(TEMPLATE_WORDS.contains, ...[template.rows.goals.length, template.rows.tasks.length, template.rows.resources.length, template.days].map((value) => plainNumber(value, language)))}</span>}>
        {(parts) => <textarea {...parts} class="template-text" rows={4} spellcheck={false} value={text} onInput={(event) => { setUnread(false); setText(event.currentTarget.value); }} />}
      </Shell>
      <label class="field"><span class="label">{say(TEMPLATE_WORDS.open)}</span>
        <input type="file" accept=".json,.txt,application/json,text/plain" onChange={(event) => open(event.currentTarget.files?.[0])} />
      </label>
      <Shell name="period" label={say(FIRST_WORDS.period)} problem={null} isRequired hint={isThere ? <span class="problem">{say(TEMPLATE_WORDS.keyTaken, key)}</span> : isSpan && `${dayText(from, language)} – ${dayText(to, language)}`}>
        {(parts) => (
          <select {...parts} value={period} onChange={(event) => setChosen(event.currentTarget.value as PeriodName | "other")}>
            {PERIODS.map((each) => <option key={each} value={each}>{say(FIRST_WORDS[each])}</option>)}
            <option value="other">{say(FIRST_WORDS.otherPeriod)}</option>
          </select>
        )}
      </Shell>
      {period === "other" && (
        <div class="pair">
          {dayField("from", 0, from === null ? FIELD_WORDS.wrongDay : null)}
          {dayField("to", 1, to === null ? FIELD_WORDS.wrongDay : from !== null && to < from ? FIRST_WORDS.endAfterStart : null)}
        </div>
      )}
      <div class="form-foot"><button type="submit" class="main" disabled={!template || !isSpan || isThere}>{say(button)}</button></div>
    </form>
  );
}

/** A period of about the template's own length: this one or the next, where it has no plan yet. */
function periodFor(template: Template | null, today: number, isTaken: (key: string) => boolean): PeriodName {
  const days = template?.days ?? 0;
  const proposed = days > 180 ? proposedPeriod(today, 12) : days > 0 && days < 45 ? "nextMonth" : proposedPeriod(today);
  const next = proposed === "thisYear" ? "nextYear" : proposed === "thisQuarter" ? "nextQuarter" : proposed;
  return isTaken(cycleKey(...periodAround(today, proposed))) ? next : proposed;
}
