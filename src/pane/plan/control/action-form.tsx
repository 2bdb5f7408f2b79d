/** A corrective action: why, what, who, by when, with which effect; afterwards whether it helped. */
import { useState } from "preact/hooks";
import { openAction, type CauseKind } from "../../../plan/corrective";
import type { Action, Goal } from "../../../plan/cycles";
import { rowById, rowOf } from "../../../plan/find";
import { measuresOf } from "../../../plan/measures";
import type { RowId, Typed } from "../../../plan/plan";
import { lengthProblem } from "../../../plan/text-limits";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { currencySign, signed } from "../amounts";
import { usePlan } from "../context";
import { FormField, useForm } from "../fields";
import { focusFirstProblem, FormFoot } from "../fields/form-foot";
import { GOAL_WORDS } from "../goals/words";
import { ScreenHead } from "../screen-head";
import { lookOf } from "../status";
import { Verify } from "./verify";
import { CONTROL_WORDS } from "./words";

/** Two weeks: long enough to do something, short enough to see whether it helps. */
const USUAL_DAYS = 14;

type Props = { readonly row: RowId | null; readonly goalRow: RowId | null; /** What a new one begins with. */ readonly text: string | null };

export function ActionForm({ row, goalRow, text: begin }: Props) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const action = row === null ? null : rowById(plan, "actions", row);
  if (row !== null && action === null) return <><ScreenHead title={say(CONTROL_WORDS.actions)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
  return <Fields action={action} goal={goalRow === null ? null : rowById(plan, "goals", goalRow)} begin={begin} />;
}

function Fields({ action, goal: from, begin }: { readonly action: Action | null; readonly goal: Goal | null; readonly begin: string | null }) {
  const { say, language } = useSurroundings();
  const { plan, today, cycle, save, newRow, back, isReadOnly } = usePlan();
  const [withTask, setWithTask] = useState(true);
  const end = from?.fields.end ?? cycle?.fields.end ?? Infinity;
  const form = useForm({
    name: `action ${action?.row ?? `new ${from?.row ?? ""} ${begin ?? ""}`}`, table: "actions", row: action,
    begin: { opened: today, goal: from?.label ?? null, owner: from?.fields.owner ?? null, due: Math.max(today, Math.min(today + USUAL_DAYS, end)), action: begin, status: "open" },
    percents: (text) => (unitOf(rowOf(plan, "goals", text("goal"))) === "%" ? ["effect_plan", "effect_fact"] : []),
    checks: ({ opened, due, goal, stage, action: what }) => ({
      due: typeof opened === "number" && typeof due === "number" && due < opened ? CONTROL_WORDS.duePast : undefined,
      goal: goal === null && stage === null ? CONTROL_WORDS.chooseGoal : undefined,
      // The task that comes with it does the same.
      action: action === null && withTask && typeof what === "string" ? (lengthProblem("tasks", "action", what) ?? undefined) : undefined,
    }),
  });
  const goal = rowOf(plan, "goals", form.text("goal")) ?? from;
  const unit = unitOf(goal) === "money" ? currencySign(cycle?.fields.currency ?? null, language) : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    const patch = form.patch();
    if (patch === null) return focusFirstProblem(event.currentTarget);
    const what = form.text("action").trim();
    const isSaved = action
      ? Object.keys(patch).length === 0 || save(say(CONTROL_WORDS.changedAction, what), [{ kind: "update", table: "actions", row: action.row, fields: patch }])
      : save(say(CONTROL_WORDS.openedAction, what), openAction(plan, {
        goal: rowOf(plan, "goals", text(patch["goal"])), stage: text(patch["stage"]), cause: text(patch["cause"]) ?? "", causeKind: text(patch["cause_kind"]) as CauseKind | null, action: what, owner: text(patch["owner"]) ?? "",
        due: Number(patch["due"]), effect: typeof patch["effect_plan"] === "number" ? patch["effect_plan"] : null, withTask,
      }, newRow, today));
    if (!isSaved) return;
    form.reset();
    back();
  };
  return (
    <>
      <form onSubmit={submit} noValidate>
        <ScreenHead title={action ? visible(action.fields.action ?? action.label) : say(CONTROL_WORDS.newAction)} hasBack />
        {goal && <Gap goal={goal} />}
        {action && action.fields.status !== "open" && <Verify action={action} goal={goal} />}
        <fieldset class="plain" disabled={isReadOnly}>
          {(action !== null || from === null) && (
            <div class="pair">
              <FormField form={form} field="goal" />
              <FormField form={form} field="stage" />
            </div>
          )}
          <FormField form={form} field="cause" label={CONTROL_WORDS.cause} hint={say(CONTROL_WORDS.causeHint)} />
          <FormField form={form} field="cause_kind" label={CONTROL_WORDS.causeKind} />
          <FormField form={form} field="action" label={CONTROL_WORDS.action} />
          <div class="pair">
            <FormField form={form} field="owner" />
            <FormField form={form} field="due" />
          </div>
          <FormField form={form} field="effect_plan" label={CONTROL_WORDS.effect} hint={say(CONTROL_WORDS.effectHint)} unit={unit} />
          {action ? <FormField form={form} field="status" /> : (
            <label class="tick"><input type="checkbox" checked={withTask} onChange={(event) => setWithTask(event.currentTarget.checked)} /> {say(CONTROL_WORDS.alsoTask)}</label>
          )}
        </fieldset>
        {action && action.fields.status === "open" && <Verify action={action} goal={goal} />}
        <FormFoot form={form} label={action ? undefined : say(CONTROL_WORDS.openIt)} />
      </form>
    </>
  );
}

const unitOf = (goal: Goal | null) => goal?.fields.unit ?? null;
const text = (value: Typed | undefined): string | null => (typeof value === "string" && value !== "" ? value : null);

/** What the action is against. */
function Gap({ goal }: { readonly goal: Goal }) {
  const { say, language } = useSurroundings();
  const { plan, today, cycle } = usePlan();
  const { gap, status } = measuresOf(plan, goal, today);
  return (
    <p class="sentence">
      <bdi>{say(CONTROL_WORDS.forGoal, visible(goal.fields.name ?? goal.label))}</bdi>
      {gap.value !== null && <strong class={lookOf(status)}> {signed(gap.value, goal.fields.unit, language, cycle?.fields.currency ?? null)}</strong>}
    </p>
  );
}
