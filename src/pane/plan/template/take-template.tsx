/** A template that comes back: pasted or opened as a file, read with care, and put into a period. */
import { useMemo, useState } from "preact/hooks";
import { monthsOfTemplate, type Beginning } from "../../../plan/from-template";
import { isPattern } from "../../../plan/monthly";
import { cycleKey } from "../../../plan/ready-plan";
import type { Template } from "../../../plan/template";
import { LONGEST_TEMPLATE, readTemplate } from "../../../plan/template-text";
import { wholePress } from "../fields/press";
import type { Words } from "../../../plan/words";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { Shell } from "../fields/shell";
import { PeriodField, usePeriod } from "../period-field";
import { periodAround, proposedPeriod, type PeriodName } from "../periods";
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
  const result = useMemo(() => (text.trim() === "" ? null : readTemplate(text.trim())), [text]);
  const template = result && "template" in result ? result.template : null;
  const period = usePeriod(today, periodFor(template, today, isTaken));
  const { span } = period;
  const key = span ? cycleKey(span.from, span.to) : "";
  const problem = isUnread ? TEMPLATE_WORDS.notOpened : result && "problem" in result ? result.problem : null;
  const isThere = span !== null && isTaken(key);
  const months = template && span ? monthsOfTemplate(template, { ...span, today, language }) : [];
  const [filled, left] = [months.filter(({ parts }) => isPattern(parts)), months.filter(({ parts }) => !isPattern(parts))];
  const monthsSaid = [
    ...(filled.length > 0 ? [say(TEMPLATE_WORDS.byMonth, filled.length)] : []),
    ...(left.length > 0 ? [say(TEMPLATE_WORDS.withoutMonths, left.map(({ goal }) => visible(goal.fields.name ?? "")).join(", "))] : []),
  ];
  const open = (file: File | undefined) => {
    if (!file) return;
    setUnread(file.size > LONGEST_TEMPLATE * 4);
    if (file.size <= LONGEST_TEMPLATE * 4) file.text().then(setText, () => setUnread(true));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (template && span && !isThere) take(template, { ...span, key, today, language, newRow });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Shell name="template" label={say(TEMPLATE_WORDS.paste)} problem={problem} isRequired wasTried
        hint={template && <span role="status">{say(TEMPLATE_WORDS.contains, ...[template.rows.goals.length, template.rows.tasks.length, template.rows.resources.length, template.days].map((value) => plainNumber(value, language)))}{monthsSaid.map((each) => ` ${each}`)}</span>}>
        {(parts) => <textarea {...parts} class="template-text" rows={4} spellcheck={false} value={text} onInput={(event) => { setUnread(false); setText(event.currentTarget.value); }} />}
      </Shell>
      <label class="field"><span class="label">{say(TEMPLATE_WORDS.open)}</span>
        <input type="file" accept=".json,.txt,application/json,text/plain" onChange={(event) => open(event.currentTarget.files?.[0])} />
      </label>
      <PeriodField period={period} today={today} problem={isThere ? <span class="problem">{say(TEMPLATE_WORDS.keyTaken, key)}</span> : null} />
      <div class="form-foot"><button type="submit" class="main" onMouseDown={wholePress} disabled={!template || !span || isThere}>{say(button)}</button></div>
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
