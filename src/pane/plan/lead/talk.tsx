/** One person, for a talk of two: quota, goals and their pace, the tasks of the week, the last note. */
import { useMemo } from "preact/hooks";
import { nameKey } from "../../../core/order";
import { peopleCards, recordTalk } from "../../../plan/week";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { shortDay } from "../days";
import { Shell } from "../fields/shell";
import { goalLine } from "../goals/goal-line";
import { Opens } from "../opens";
import { TaskLine } from "../organize/task-line";
import { ScreenHead } from "../screen-head";
import { Status } from "../status";
import { LEAD_WORDS } from "./words";

export function Talk({ name }: { readonly name: string }) {
  const surroundings = useSurroundings();
  const { say, language } = surroundings;
  const { plan, cycle, today } = usePlan();
  const card = useMemo(() => (cycle ? peopleCards(plan, cycle, today).find((each) => nameKey(each.name) === nameKey(name)) : undefined), [plan, cycle, today, name]);
  const currency = cycle?.fields.currency ?? null;
  const { note, talk } = card ?? {};
  return (
    <>
      <ScreenHead title={visible(name)} hasBack />
      {card && card.quota !== null && <p class="control-line">{say(LEAD_WORDS.quota, amount(card.quota, "money", language, currency))}</p>}
      {talk && <p class="sentence"><span class="caption">{say(LEAD_WORDS.lastTalk, talk.fields.done_on === null ? "–" : shortDay(talk.fields.done_on, language, today))}</span> <bdi>{visible(talk.fields.result ?? "")}</bdi></p>}
      {note && <p class="sentence"><span class="caption">{say(LEAD_WORDS.lastNote, note.fields.date === null ? "–" : shortDay(note.fields.date, language, today))}</span> <bdi>{visible([note.fields.note, note.fields.problem, note.fields.next].filter((text) => text !== null).join("; "))}</bdi></p>}
      {card && card.goals.length > 0 && (
        <section>
          <h3 class="group-title">{say(LEAD_WORDS.goals)}</h3>
          <ul class="rows">
            {card.goals.map(({ goal, measures }) => (
              <li key={goal.row}>
                <Opens to={{ at: "deviation", goal: goal.row }} class="row">
                  <span class="row-title"><bdi>{visible(goal.fields.name ?? goal.label)}</bdi></span>
                  <span class="row-line"><span class="row-value">{goalLine(goal, measures, today, currency, surroundings)}</span><Status measures={measures} /></span>
                </Opens>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 class="group-title">{say(LEAD_WORDS.tasks)}</h3>
        {!card || card.todos.length === 0 ? <p class="quiet">{say(LEAD_WORDS.noTasks)}</p> : <ul class="rows">{card.todos.map(({ task }) => <TaskLine key={task.row} task={task} />)}</ul>}
        {card && card.done.length > 0 && <p class="row-note">{say(LEAD_WORDS.doneLately, card.done.length)}</p>}
      </section>
      <Note name={name} />
    </>
  );
}

/** What was said is kept with the date and the person, as a task of the area of the team that is done. */
function Note({ name }: { readonly name: string }) {
  const { say, language } = useSurroundings();
  const { cycle, today, save, newRow, isReadOnly, drafts } = usePlan();
  const key = `talk ${name}`;
  const draft = drafts.get(key) ?? new Map<string, string>();
  const submit = (event: Event) => {
    event.preventDefault();
    const text = (draft.get("note") ?? "").trim();
    if (text === "" || !cycle) return;
    if (!save(say(LEAD_WORDS.noteSaved, visible(name)), [recordTalk(cycle, name, text, newRow(), today, language)])) return;
    drafts.delete(key);
    (event.currentTarget as HTMLFormElement).reset();
  };
  if (isReadOnly || !cycle) return null;
  return (
    <form onSubmit={submit} noValidate>
      <Shell name="note" label={say(LEAD_WORDS.noteFor)} problem={null} isRequired={false} hint={say(LEAD_WORDS.noteHint)}>
        {(parts) => <textarea {...parts} rows={3} onInput={(event) => { draft.set("note", event.currentTarget.value); drafts.set(key, draft); }}>{draft.get("note") ?? ""}</textarea>}
      </Shell>
      <div class="buttons spaced"><button type="submit">{say(LEAD_WORDS.saveNote)}</button></div>
    </form>
  );
}
