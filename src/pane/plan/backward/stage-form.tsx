/** One stage of the funnel. */
import { nameKey } from "../../../core/order";
import { rowById } from "../../../plan/find";
import type { Operation } from "../../../plan/operation";
import type { Plan, PlanRow, RowId } from "../../../plan/plan";
import type { Words } from "../../../plan/words";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { currencySign } from "../amounts";
import { usePlan } from "../context";
import { FormField, useForm } from "../fields";
import { focusFirstProblem, FormFoot } from "../fields/form-foot";
import type { FormChecks, Values } from "../fields/use-form";
import { GOAL_WORDS } from "../goals/words";
import { ScreenHead } from "../screen-head";
import { BACKWARD_WORDS } from "./words";

export function StageForm({ row }: { readonly row: RowId | null }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const stage = row === null ? null : rowById(plan, "funnel", row);
  if (row !== null && stage === null) return <><ScreenHead title={say(BACKWARD_WORDS.stages)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
  return <Fields stage={stage} />;
}

const RATES = ["conv", "conv_low", "conv_high", "conv_best"];

function Fields({ stage }: { readonly stage: PlanRow<"funnel"> | null }) {
  const { say, language } = useSurroundings();
  const { plan, cycle, save, newRow, back, isReadOnly } = usePlan();
  const next = Math.max(0, ...plan.rows.funnel.map(({ fields }) => fields.order ?? 0)) + 1;
  const form = useForm({ name: `stage ${stage?.row ?? "new"}`, table: "funnel", row: stage, begin: { order: next, source: "typed" }, checks: (values) => stageChecks(values, plan, stage?.row ?? null) });
  const submit = (event: Event) => {
    event.preventDefault();
    const fields = form.patch();
    if (fields === null) return focusFirstProblem(event.currentTarget);
    const operation: Operation = stage ? { kind: "update", table: "funnel", row: stage.row, fields } : { kind: "create", table: "funnel", row: newRow(), fields };
    if (Object.keys(fields).length > 0 && !save(say(BACKWARD_WORDS.savedStage, form.text("stage").trim()), [operation])) return;
    form.reset();
    back();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ScreenHead title={stage ? visible(stage.fields.stage ?? "") : say(BACKWARD_WORDS.newStage)} hasBack />
      <fieldset class="plain" disabled={isReadOnly}>
        <div class="pair"><FormField form={form} field="stage" /><FormField form={form} field="order" /></div>
        <div class="pair"><FormField form={form} field="conv" /><FormField form={form} field="lag_days" /></div>
        <div class="pair"><FormField form={form} field="cost" unit={currencySign(cycle?.fields.currency ?? null, language)} /><FormField form={form} field="conv_best" /></div>
        <div class="pair"><FormField form={form} field="conv_low" /><FormField form={form} field="conv_high" /></div>
        <FormField form={form} field="source" />
        <FormField form={form} field="note" />
      </fieldset>
      <FormFoot form={form} />
    </form>
  );
}

function stageChecks(values: Values, plan: Plan, own: RowId | null): FormChecks {
  const below = (field: string, least: number, words: Words) => (typeof values[field] === "number" && values[field] < least ? words : undefined);
  const name = typeof values["stage"] === "string" ? nameKey(values["stage"]) : "";
  return {
    ...Object.fromEntries(RATES.map((field) => [field, typeof values[field] === "number" && (values[field] <= 0 || values[field] > 1) ? BACKWARD_WORDS.rateRange : undefined])),
    lag_days: below("lag_days", 0, BACKWARD_WORDS.negative), cost: below("cost", 0, BACKWARD_WORDS.negative),
    stage: plan.rows.funnel.some(({ row, fields }) => row !== own && nameKey(fields.stage ?? "") === name) ? BACKWARD_WORDS.stageTaken : undefined,
  };
}
