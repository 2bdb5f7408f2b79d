/** One cycle. */
import { nameKey } from "../../../core/order";
import type { Cycle } from "../../../plan/cycles";
import { rowById } from "../../../plan/find";
import type { Operation } from "../../../plan/operation";
import type { Plan, RowId, Typed } from "../../../plan/plan";
import { repaced } from "../../../plan/repace";
import { TABLES } from "../../../plan/tables";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { FormField, useForm } from "../fields";
import { focusFirstProblem, FormFoot } from "../fields/form-foot";
import { FieldShell } from "../fields/shell";
import type { FormChecks, Values } from "../fields/use-form";
import { cycleName } from "../in-cycle";
import { periodAround } from "../periods";
import { ScreenHead } from "../screen-head";
import { CYCLE_WORDS } from "./cycle-words";
import { GOAL_WORDS } from "./words";

export function CycleForm({ row }: { readonly row: RowId | null }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const cycle = row === null ? null : rowById(plan, "cycles", row);
  if (row !== null && cycle === null) return <><ScreenHead title={say(CYCLE_WORDS.cycles)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
  return <Fields cycle={cycle} />;
}

function Fields({ cycle }: { readonly cycle: Cycle | null }) {
  const { say, language } = useSurroundings();
  const { plan, today, save, newRow, back, isReadOnly } = usePlan();
  const [start, end] = periodAround(today, "nextQuarter");
  const form = useForm({
    name: `cycle ${cycle?.row ?? "new"}`, table: "cycles", row: cycle,
    begin: { start, end, phase: "plan", cadence: "week", pace_by: "working", status: "draft", currency: plan.rows.cycles[0]?.fields.currency ?? null },
    checks: (values) => cycleChecks(values, plan, cycle?.row ?? null),
  });
  const pace = form.text("pace_by");
  const hint = pace === "season" ? CYCLE_WORDS.seasonHint : pace === "working" ? CYCLE_WORDS.workingHint : null;
  const submit = (event: Event) => {
    event.preventDefault();
    const fields = form.patch();
    if (fields === null) return focusFirstProblem(event.currentTarget);
    const operation: Operation = cycle ? { kind: "update", table: "cycles", row: cycle.row, fields } : { kind: "create", table: "cycles", row: newRow(), fields };
    if (Object.keys(fields).length > 0 && !save(say(cycle ? CYCLE_WORDS.savedCycle : CYCLE_WORDS.addedCycle, form.text("cycle_id").trim()), [operation, ...(cycle ? repaced(plan, cycle, fields["pace_by"]) : [])])) return;
    form.reset();
    back();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ScreenHead title={cycle ? visible(cycleName(cycle)) : say(CYCLE_WORDS.newCycle)} hasBack />
      <fieldset class="plain" disabled={isReadOnly}>
        <div class="pair">
          <FormField form={form} field="cycle_id" hint={say(CYCLE_WORDS.keyHint)} />
          <FormField form={form} field="name" />
        </div>
        <div class="pair">
          <FormField form={form} field="start" />
          <FormField form={form} field="end" />
        </div>
        <div class="pair">
          <FormField form={form} field="cadence" />
          <FormField form={form} field="pace_by" />
        </div>
        {hint && <p class="hint" role="status">{say(hint, TABLES.calendar.sheet[language])}</p>}
        <div class="pair">
          <FormField form={form} field="currency" />
          <FieldShell form={form} field="parent">
            {(parts) => (
              <select {...parts} value={form.text("parent")} onChange={(event) => form.set("parent", event.currentTarget.value)}>
                <option value="">{say(CYCLE_WORDS.noParent)}</option>
                {plan.rows.cycles.filter((each) => each.row !== cycle?.row).map((each) => <option key={each.row} value={each.fields.cycle_id ?? ""}>{visible(cycleName(each))}</option>)}
              </select>
            )}
          </FieldShell>
        </div>
        <details class="options">
          <summary>{say(CYCLE_WORDS.more)}</summary>
          <div class="pair">
            <FormField form={form} field="status" />
            <FormField form={form} field="phase" />
          </div>
          <FormField form={form} field="strategy" />
          <FormField form={form} field="lessons" />
        </details>
      </fieldset>
      <FormFoot form={form} />
    </form>
  );
}

const day = (value: Typed | undefined): number | null => (typeof value === "number" ? value : null);
const text = (value: Typed | undefined): string => (typeof value === "string" ? nameKey(value) : "");

function cycleChecks(values: Values, plan: Plan, own: RowId | null): FormChecks {
  const [start, end, key, parent] = [day(values["start"]), day(values["end"]), text(values["cycle_id"]), text(values["parent"])];
  const others = plan.rows.cycles.filter(({ row }) => row !== own);
  const isOrdered = start !== null && end !== null && start <= end;
  const level = others.filter(({ fields }) => nameKey(fields.parent ?? "") === parent);
  // A year and its quarters are of different levels even where nobody said so: one lies inside the other.
  const crosses = ({ fields: { start: from, end: to } }: Cycle): boolean => from !== null && to !== null && start! <= to && end! >= from && !(start! <= from && end! >= to) && !(start! >= from && end! <= to);
  const around = others.find(({ fields }) => parent !== "" && nameKey(fields.cycle_id ?? "") === parent);
  return {
    cycle_id: others.some(({ fields }) => nameKey(fields.cycle_id ?? "") === key) ? CYCLE_WORDS.keyTaken : undefined,
    end: start !== null && end !== null && end < start ? CYCLE_WORDS.endFirst : isOrdered && level.some(crosses) ? CYCLE_WORDS.overlapsAny : undefined,
    parent: isOrdered && around && (start < (around.fields.start ?? -Infinity) || end > (around.fields.end ?? Infinity)) ? CYCLE_WORDS.outsideParent : undefined,
  };
}
