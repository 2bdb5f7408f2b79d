/** One goal of the queue: its number, pre-filled where something knows it, and a note if there is something to say. */
import { useRef, useState } from "preact/hooks";
import { factOf } from "../../../plan/facts";
import { farFrom } from "../../../plan/far-off";
import { checkIn, type Meaning, type Owed } from "../../../plan/queue";
import { rowById } from "../../../plan/find";
import { measuresOf } from "../../../plan/measures";
import { MEANINGS } from "../../../plan/codes";
import { columnOf } from "../../../plan/plan";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { currencySign } from "../amounts";
import { usePlan } from "../context";
import { shortDay } from "../days";
import { Chips } from "../fields/chips";
import { FormField, useForm } from "../fields";
import { CheckIcon } from "../icons";
import { goalLine, inUnit } from "../goals/goal-line";
import { GOAL_WORDS } from "../goals/words";
import { Status } from "../status";
import { CONTROL_WORDS } from "./words";

type Props = {
  readonly owed: Owed;
  readonly currency: string | null;
  /** What was entered in this sitting; null: not yet. */
  readonly saved: string | null;
  /** @param text what was entered; null: skipped */
  readonly done: (text: string | null) => void;
};

export function CheckInCard({ owed, currency, saved, done }: Props) {
  const surroundings = useSurroundings();
  const { say, language } = surroundings;
  const { plan, today } = usePlan();
  const { goal, late } = owed;
  const name = visible(goal.fields.name ?? goal.label);
  const now = rowById(plan, "goals", goal.row) ?? goal;
  const measures = measuresOf(plan, now, today);
  return (
    <li class={saved === null ? "check-in" : "check-in saved-card"} data-goal={goal.row}>
      <div class="row-line">
        <h3><bdi>{name}</bdi></h3>
        {saved === null && late > 0 && <span class="row-note">{say(CONTROL_WORDS.lateDays, late)}</span>}
      </div>
      {saved !== null ? (
        <p class="row-line"><span class="entered"><CheckIcon /> {say(CONTROL_WORDS.savedAs, saved)}</span><Status measures={measures} /></p>
      ) : (
        <>
          <p class="row-note"><bdi>{goal.fields.owner ? `${visible(goal.fields.owner)} · ` : ""}{goalLine(now, measures, today, currency, surroundings)}</bdi>{" · "}{before(owed, surroundings, currency, today)}</p>
          <Entry owed={owed} unit={goal.fields.unit === "money" ? currencySign(currency, language) : undefined} currency={currency} done={done} />
        </>
      )}
    </li>
  );
}

function before({ goal, last, prefill, source }: Owed, { say, language }: ReturnType<typeof useSurroundings>, currency: string | null, today: number): string {
  if (source === "formula" && prefill !== null) return say(CONTROL_WORDS.fromFormula, inUnit(goal, prefill, language, currency));
  return last ? say(CONTROL_WORDS.lastTime, inUnit(goal, last.value, language, currency), shortDay(last.day, language, today)) : say(CONTROL_WORDS.neverYet);
}

type Question = { readonly about: string; readonly sentence: string };

function Entry({ owed, unit, currency, done }: { readonly owed: Owed; readonly unit: string | undefined; readonly currency: string | null; readonly done: Props["done"] }) {
  const { say, language } = useSurroundings();
  const { plan, today, save, newRow, isReadOnly } = usePlan();
  const { goal, prefill, source, meaning, mayBePeriod, last } = owed;
  const [hasMore, setMore] = useState(false);
  /** What was asked about once: entered again, it counts. */
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const entry = useRef<HTMLFormElement>(null);
  const isMilestone = goal.fields.type === "milestone";
  // A typed fact of last time is no fact of today: only what a formula says is offered.
  const offered = isMilestone ? (prefill ?? 0) : source === "formula" ? prefill : null;
  const form = useForm({
    name: `check-in ${goal.row}`, table: "checkins", row: null,
    begin: { date: today, value: offered, meaning },
    percents: () => (goal.fields.unit === "%" ? ["value"] : []),
    not: ["goal", "value"],
    checks: ({ date, confidence }) => ({
      date: typeof date === "number" && date > today ? CONTROL_WORDS.inFuture : undefined,
      confidence: typeof confidence === "number" && (confidence < 0 || confidence > 10) ? GOAL_WORDS.confidenceRange : undefined,
    }),
  });
  const now = rowById(plan, "goals", goal.row) ?? goal;
  const fact = factOf(plan, now, today);
  const shown = (value: number | null): string => (value === null ? "–" : isMilestone ? say(value >= 1 ? CONTROL_WORDS.yes : CONTROL_WORDS.no) : inUnit(goal, value, language, currency));
  const ofFact = `fact ${fact.value}`;
  const questionsOf = (value: number): readonly Question[] => {
    const far = farFrom(goal, value, last?.value ?? null);
    // Nothing is written over a formula; and who enters the same number has seen the other one.
    const isOver = fact.source !== "formula" && fact.value !== prefill && fact.value !== value;
    return [
      ...(isOver ? [{ about: ofFact, sentence: say(CONTROL_WORDS.factChanged, shown(prefill), shown(fact.value)) }] : []),
      ...(far === null ? [] : [{ about: form.text("value"), sentence: say(CONTROL_WORDS.farOff, shown(value), shown(far)) }]),
    ];
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const fields = form.patch();
    if (fields === null) {
      if (form.problem("date") ?? form.problem("confidence")) setMore(true);
      requestAnimationFrame(() => entry.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const { value, date } = fields;
    if (typeof value !== "number" || typeof date !== "number") return done(null);
    const questions = questionsOf(value);
    if (questions.some(({ about }) => !asked.some((each) => each.about === about))) return setAsked([...asked.filter(({ about }) => !questions.some((each) => each.about === about)), ...questions]);
    const text = (field: string): string | null => (typeof fields[field] === "string" ? fields[field] : null);
    const operations = checkIn(plan, now, {
      date, value, meaning: (text("meaning") ?? meaning) as Meaning, confidence: typeof fields["confidence"] === "number" ? fields["confidence"] : null,
      note: text("note"), problem: text("problem"), next: text("next"), author: text("author"),
    }, newRow);
    if (!save(say(CONTROL_WORDS.checkInSaved, goal.fields.name ?? goal.label), operations)) return;
    form.reset();
    done(shown(value));
  };
  const label = form.text("meaning") === "for this period only" ? CONTROL_WORDS.valuePeriod : mayBePeriod ? CONTROL_WORDS.valueToDate : CONTROL_WORDS.valueNow;
  return (
    <form onSubmit={submit} noValidate ref={entry}>
      <fieldset class="plain" disabled={isReadOnly}>
        <div class="entry">
          {isMilestone
            ? <Chips name="value" label={say(CONTROL_WORDS.isReached)} value={form.text("value") === "1" ? "1" : "0"} choose={(value) => form.set("value", value)} choices={[{ value: "1", text: say(CONTROL_WORDS.yes) }, { value: "0", text: say(CONTROL_WORDS.no) }]} />
            : <div class="entry-value" onFocusIn={(event) => event.target instanceof HTMLInputElement && event.target.select()}><FormField form={form} field="value" label={label} unit={unit} /></div>}
          <button type="submit" aria-label={say(CONTROL_WORDS.saveNext)} title={say(CONTROL_WORDS.saveNext)}><CheckIcon /></button>
        </div>
        {asked.filter(({ about }) => about === ofFact || about === form.text("value")).map(({ about, sentence }) => <p key={about} class="hint" role="status"><span class="problem">{sentence}</span></p>)}
        {hasMore ? (
          <>
            {mayBePeriod && <Chips name="meaning" label={columnOf("checkins", "meaning")!.header[language]} value={form.text("meaning")} choose={(next) => form.set("meaning", next)} choices={MEANINGS.map(({ code, words }) => ({ value: code as string, text: words[language] }))} />}
            <FormField form={form} field="note" />
            <div class="pair">
              <FormField form={form} field="date" hint={say(CONTROL_WORDS.dateHint)} />
              <FormField form={form} field="confidence" />
            </div>
            <FormField form={form} field="problem" />
            <FormField form={form} field="next" />
            <FormField form={form} field="author" />
          </>
        ) : <button type="button" class="link small" onClick={() => setMore(true)}>{say(CONTROL_WORDS.addNote)}</button>}
      </fieldset>
    </form>
  );
}
