/** One goal as a sentence: what happens to which number, from where to where, by when, by whom, and where its fact comes from. */
import { useMemo } from "preact/hooks";
import type { Goal } from "../../../plan/cycles";
import { rowById } from "../../../plan/find";
import { METRICS, usualAccumulation, type Metric, type MetricKey } from "../../../plan/metrics";
import type { Operation, Patch } from "../../../plan/operation";
import type { RowId } from "../../../plan/plan";
import type { Language } from "../../../plan/words";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { currencySign, amount } from "../amounts";
import { usePlan } from "../context";
import { dayText } from "../days";
import { FormField, useForm, type Form } from "../fields";
import { focusFirstProblem, FormFoot } from "../fields/form-foot";
import { goalsOf } from "../in-cycle";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { WORDS } from "../../words";
import { FactField } from "./fact-field";
import { goalChecks, nameHint, ownerHint } from "./goal-checks";
import { KindChoice } from "./kind-choice";
import { MetricField } from "./metric-field";
import { MonthsLink } from "./months";
import { MoreFields } from "./more-fields";
import { PlanChange, useReason } from "./plan-change";
import { Sentence } from "./sentence";
import { GOAL_WORDS } from "./words";

/** Number fields that are typed as percents where the goal is measured in percent. */
const IN_UNIT = ["baseline", "target", "target_max", "commit", "stretch", "actual"];

export function GoalForm({ row, metric }: { readonly row: RowId | null; /** That a new goal begins with. */ readonly metric: MetricKey | null }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const goal = row === null ? null : rowById(plan, "goals", row);
  if (row !== null && goal === null) return <><ScreenHead title={say(GOAL_WORDS.goals)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
  return <Fields goal={goal} metric={metric} />;
}

function Fields({ goal, metric }: { readonly goal: Goal | null; readonly metric: MetricKey | null }) {
  const { say, language } = useSurroundings();
  const { plan, cycle, save, newRow, back, isReadOnly } = usePlan();
  const others = useMemo(() => goalsOf(plan, cycle), [plan, cycle]);
  const form = useForm({
    name: `goal ${goal?.row ?? `new ${metric ?? ""}`}`, table: "goals", row: goal,
    begin: { cycle: cycle?.fields.cycle_id ?? null, type: "increase", unit: "money", accumulate: "sum", start: cycle?.fields.start ?? null, end: cycle?.fields.end ?? null, pace_by: cycle?.fields.pace_by ?? null, path: "linear", weight: 1, ...(metric && indicator(METRICS[metric], language)) },
    percents: (text) => (text("unit") === "%" ? IN_UNIT : []),
    ...(metric === null && { follows: { accumulate: (text: (field: string) => string) => usualAccumulation(text("type"), text("unit")) } }),
    required: (text) => ["end", ...requiredOf(text("type"))],
    // A milestone is reached or not: its plan and its unit are filled in.
    not: ["target", "unit", "accumulate", "cycle"],
    checks: (values) => goalChecks(values, plan, others, goal?.row ?? null),
  });
  const reason = useReason(form, goal);
  const type = form.text("type");
  const currency = cycle?.fields.currency ?? null;
  const unit = form.text("unit");
  const sign = type === "milestone" ? undefined : unit === "money" ? currencySign(currency, language) : unit === "days" || unit === "months" ? amount(0, unit, language, null).replace(/^0\s?/, "") : undefined;
  const name = form.text("name").trim();

  const submit = (event: Event) => {
    event.preventDefault();
    const patch = form.patch();
    const note = reason.note();
    if (patch === null || note === null) return focusFirstProblem(event.currentTarget);
    const fields: Patch = { ...patch, ...milestone(type, patch, goal), ...note };
    const operation: Operation = goal ? { kind: "update", table: "goals", row: goal.row, fields } : { kind: "create", table: "goals", row: newRow(), fields };
    if (Object.keys(fields).length > 0 && !save(say(goal ? GOAL_WORDS.savedGoal : GOAL_WORDS.addedGoal, name), [operation])) return;
    form.reset();
    reason.reset();
    back();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ScreenHead title={goal ? visible(goal.fields.name ?? goal.label) : say(GOAL_WORDS.newGoal)} hasBack />
      <fieldset class="plain" disabled={isReadOnly}>
        <FormField form={form} field="name" label={GOAL_WORDS.name} hint={hintOf(nameHint(name), language)} />
        <KindChoice form={form} />
        {type !== "milestone" && <MetricField form={form} isNew={goal === null} />}
        {type !== "milestone" && <Numbers form={form} type={type} unit={sign} />}
        <div class="pair">
          <FormField form={form} field="end" label={GOAL_WORDS.by} hint={outside(form, cycle, say, language)} />
          <FormField form={form} field="owner" label={GOAL_WORDS.owner} hint={hintOf(ownerHint(form.text("owner")), language)} />
        </div>
        <Sentence form={form} currency={currency} />
        <FactField form={form} goal={goal} unit={sign} />
        <MoreFields form={form} unit={sign} label={goal?.label ?? ""} />
        <PlanChange reason={reason} />
      </fieldset>
      {goal && <MonthsLink goal={goal} />}
      {goal && <p class="spaced"><Opens to={{ at: "formulas", goal: goal.row }} class="add">{say(WORDS.insert)}</Opens></p>}
      <FormFoot form={form}>{goal && <Closing goal={goal} done={form.reset} />}</FormFoot>
    </form>
  );
}

const hintOf = (words: { readonly en: string; readonly ru: string } | undefined, language: "en" | "ru") => words && <span class="warning">{words[language]}</span>;

function outside(form: Form, cycle: ReturnType<typeof usePlan>["cycle"], say: ReturnType<typeof useSurroundings>["say"], language: "en" | "ru") {
  const end = form.value("end");
  const [from, to] = [cycle?.fields.start ?? null, cycle?.fields.end ?? null];
  if (typeof end !== "number" || from === null || to === null || (end >= from && end <= to)) return undefined;
  return <span class="warning">{say(GOAL_WORDS.outsideCycle, dayText(from, language), dayText(to, language))}</span>;
}

/** A measure is watched and not scored, until somebody gives it a weight. */
const indicator = ({ words, unit, accumulate, type }: Metric, language: Language) => ({ name: words[language], metric: words[language], unit, accumulate, type, weight: 0 });

/** A milestone has no number to reach; and nobody knows what to come down from unless it is typed. */
const requiredOf = (type: string): readonly string[] => (type === "milestone" ? [] : type === "decrease" ? ["target", "baseline"] : ["target"]);

/** What a milestone does not ask for. */
const milestone = (type: string, patch: Patch, goal: Goal | null): Patch =>
  type === "milestone" && (goal === null || patch["type"] === "milestone") ? { target: 1, unit: "yes/no", accumulate: "last value", path: "at the end", baseline: null } : {};

/** The two or three numbers that the type asks for. */
function Numbers({ form, type, unit }: { readonly form: Form; readonly type: string; readonly unit: string | undefined }) {
  if (type === "increase" || type === "decrease") return (
    <div class="pair">
      <FormField form={form} field="baseline" label={GOAL_WORDS.from} unit={unit} />
      <FormField form={form} field="target" label={GOAL_WORDS.to} unit={unit} />
    </div>
  );
  if (type === "keep within") return (
    <div class="pair">
      <FormField form={form} field="target" label={GOAL_WORDS.low} unit={unit} />
      <FormField form={form} field="target_max" label={GOAL_WORDS.high} unit={unit} />
    </div>
  );
  return <FormField form={form} field="target" label={GOAL_WORDS.limit} unit={unit} />;
}

/** Nothing is deleted: a goal is taken back, and can be brought back. */
function Closing({ goal, done }: { readonly goal: Goal; readonly done: () => void }) {
  const { say } = useSurroundings();
  const { save, back } = usePlan();
  const isCancelled = goal.fields.closed_as === "cancelled";
  const close = () => {
    const title = say(isCancelled ? GOAL_WORDS.reopenedGoal : GOAL_WORDS.cancelledGoal, goal.fields.name ?? goal.label);
    if (!save(title, [{ kind: "update", table: "goals", row: goal.row, fields: { closed_as: isCancelled ? null : "cancelled" } }])) return;
    done();
    back();
  };
  return <button type="button" class="link quiet-link" onClick={close}>{say(isCancelled ? GOAL_WORDS.reopenGoal : GOAL_WORDS.cancelGoal)}</button>;
}
