/** One task: an action with an owner and a date. */
import type { Area } from "../../../plan/coverage";
import type { Task } from "../../../plan/cycles";
import { idOf, rowById } from "../../../plan/find";
import type { RowId } from "../../../plan/plan";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { useForm } from "../fields";
import { GOAL_WORDS } from "../goals/words";
import { ScreenHead } from "../screen-head";
import { RowForm } from "./row-form";
import { ORGANIZE_WORDS } from "./words";

export function TaskForm({ row, area }: { readonly row: RowId | null; readonly area: Area | null }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const task = row === null ? null : rowById(plan, "tasks", row);
  if (row !== null && task === null) return <><ScreenHead title={say(ORGANIZE_WORDS.task)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
  return <Fields task={task} area={area} />;
}

/** As long as it takes to see whether something moves. */
const USUAL_DAYS = 7;

function Fields({ task, area }: { readonly task: Task | null; readonly area: Area | null }) {
  const { say } = useSurroundings();
  const { cycle, today } = usePlan();
  const first = Math.max(today, cycle?.fields.start ?? today);
  const form = useForm({
    name: `task ${task?.row ?? `new ${area ?? ""}`}`, table: "tasks", row: task,
    begin: { cycle: cycle && idOf("cycles", cycle), area, start: first, due: Math.min(first + USUAL_DAYS, Math.max(first, cycle?.fields.end ?? Infinity)), status: "not started", priority: "normal", repeat: "none" },
    not: ["cycle"],
    required: (text) => (text("status") === "blocked" ? ["blocked_by"] : []),
    checks: ({ start, due, status, blocked_by, done_on }) => ({
      due: typeof start === "number" && typeof due === "number" && due < start ? ORGANIZE_WORDS.dueFirst : undefined,
      blocked_by: status === "blocked" && blocked_by === null ? ORGANIZE_WORDS.needsReason : undefined,
      done_on: typeof done_on === "number" && done_on > today ? ORGANIZE_WORDS.doneLater : undefined,
    }),
  });
  const isBlocked = form.value("status") === "blocked";
  return (
    <RowForm
      form={form} table="tasks" row={task} title={task ? (task.fields.action ?? task.label) : say(ORGANIZE_WORDS.newTask)} saved={(filled) => say(ORGANIZE_WORDS.savedTask, filled.text("action").trim())}
      fields={["action", "area", ["owner", "status"], ...(isBlocked ? ["blocked_by"] : []), ["start", "due"], "goal", "result"]}
      folded={[["done_pct", "done_on"], ["priority", "repeat"], ["phase", "origin"]]}
      {...(task && {
        // What is done is done whole, and says when; what is not blocked has nothing in its way.
        operations: (patch) => [{
          kind: "update", table: "tasks", row: task.row,
          fields: { ...patch, ...(patch["status"] === "done" && { done_pct: 1, done_on: patch["done_on"] ?? task.fields.done_on ?? today }), ...(task.fields.status === "done" && patch["status"] !== undefined && patch["status"] !== "done" && { done_on: null }), ...(patch["status"] !== undefined && patch["status"] !== "blocked" && task.fields.blocked_by !== null && { blocked_by: null }) },
        }],
      })}
    />
  );
}
