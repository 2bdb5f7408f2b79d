/** One task in a list: who, by when, and a button that says it is done. */
import { TASK_STATUSES } from "../../../plan/codes";
import { isLate, isOpenTask } from "../../../plan/coverage";
import type { Task } from "../../../plan/cycles";
import { setTaskStatus } from "../../../plan/edits";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { shortDay } from "../days";
import { CheckIcon } from "../icons";
import { Opens } from "../opens";
import { ORGANIZE_WORDS, REPEATED } from "./words";

export function TaskLine({ task }: { readonly task: Task }) {
  const { say, language } = useSurroundings();
  const { today, save, isReadOnly } = usePlan();
  const { row, label, fields: { action, owner, due, status, repeat, blocked_by } } = task;
  const rhythm = repeat === null || repeat === "none" ? null : say(REPEATED[repeat]);
  const late = isLate(task, today);
  const title = visible(action ?? label);
  const word = TASK_STATUSES.find(({ code }) => code === status)?.words[language] ?? "";
  const done = () => void save(say(ORGANIZE_WORDS.doneTask, title), [setTaskStatus(task, "done", today)]);
  return (
    <li class="task">
      <Opens to={{ at: "task", row }} class="row">
        <span class="row-title"><bdi>{title}</bdi></span>
        <span class="row-line">
          <span class={late ? "row-note lacking" : "row-note"}>
            <bdi>{visible(owner ?? "")}</bdi>
            {rhythm !== null && ` · ${rhythm}`}
            {due !== null && ` · ${say(late ? ORGANIZE_WORDS.lateSince : ORGANIZE_WORDS.dueOn, shortDay(due, language, today))}`}
          </span>
          <span class={status === "blocked" ? "row-note lacking" : "row-note"}>{word}</span>
        </span>
        {status === "blocked" && blocked_by !== null && <span class="row-note lacking"><bdi>{visible(blocked_by)}</bdi></span>}
      </Opens>
      {isOpenTask(task) && !isReadOnly && <button type="button" class="task-done" aria-label={say(ORGANIZE_WORDS.doneFor, title)} title={say(ORGANIZE_WORDS.done)} onClick={done}><CheckIcon /></button>}
    </li>
  );
}
