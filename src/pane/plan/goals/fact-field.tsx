/** Where the fact of a goal comes from: typed, a cell or formula of the workbook, or the check-ins. */
import { useState } from "preact/hooks";
import { rowsOfGoal, type Goal } from "../../../plan/cycles";
import { checkInFormula, readsCheckIns } from "../../../plan/check-in-formula";
import { nextLabel } from "../../../plan/change";
import { targetOf } from "../../../plan/goal-row";
import { tasksFormula } from "../../../plan/tasks-formula";
import { inNotation } from "../../../catalogue/notation";
import { TargetIcon } from "../../icons";
import { sentence } from "../../sentence";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { Chips } from "../fields/chips";
import { FormField, type Form } from "../fields";
import { FieldShell } from "../fields/shell";
import { GOAL_WORDS } from "./words";

type Source = "typed" | "cell" | "checkIns";

export function FactField({ form, goal, unit }: { readonly form: Form; readonly goal: Goal | null; readonly unit: string | undefined }) {
  const { say, notation } = useSurroundings();
  const { plan } = usePlan();
  const text = form.text("actual");
  const shown: Source = !text.trim().startsWith("=") ? "typed" : readsCheckIns(text) ? "checkIns" : "cell";
  const [source, setSource] = useState<Source>(shown);
  /** Going from one source to another and back loses nothing. */
  const [kept, keep] = useState<Readonly<Partial<Record<Source, string>>>>({});
  const choose = (next: Source) => {
    keep({ ...kept, [source]: text });
    setSource(next);
    const label = goal?.label ?? nextLabel("goals", plan.rows.goals.map((each) => each.label));
    form.set("actual", kept[next] ?? (next === "checkIns" ? inNotation(checkInFormula(label), notation) : ""));
  };
  return (
    <>
      <Chips name="source" label={say(GOAL_WORDS.fact)} value={source} choose={choose}
        choices={[{ value: "typed", text: say(GOAL_WORDS.factTyped) }, { value: "cell", text: say(GOAL_WORDS.factCell) }, { value: "checkIns", text: say(GOAL_WORDS.factCheckIns) }]} />
      {source === "typed" && <FormField form={form} field="actual" label={GOAL_WORDS.actualNow} unit={unit} />}
      {source === "cell" && <CellField form={form} goal={goal} />}
      {source === "checkIns" && <p class="hint">{say(GOAL_WORDS.factCheckInsHint)}</p>}
      {goal && isReachedOnce(goal) && form.text("type") === "milestone" && !text.includes("COUNTIFS") && <OfTasks goal={goal} take={(formula) => {
        keep({ ...kept, [source]: text });
        setSource("cell");
        form.set("actual", inNotation(formula, notation));
        // The button is gone; the formula is where one goes on.
        requestAnimationFrame(() => document.querySelector<HTMLElement>(".plan-body:not([hidden]) .formula-text")?.focus());
      }} />}
    </>
  );
}

/** Of a milestone of 5 all tasks would be a fifth. */
const isReachedOnce = (goal: Goal): boolean => goal.fields.type !== "milestone" || targetOf(goal) === 1;

/** Whoever does all tasks of a milestone may say that it is reached so. */
function OfTasks({ goal, take }: { readonly goal: Goal; readonly take: (formula: string) => void }) {
  const { say, announce } = useSurroundings();
  const { plan, placeOf } = usePlan();
  const [task] = rowsOfGoal(plan, "tasks", goal);
  if (!task) return null;
  const find = () => {
    Promise.all([placeOf("tasks", task.row, "goal"), placeOf("tasks", task.row, "status")]).then(
      ([at, status]) => (at !== null && status !== null ? take(tasksFormula(goal.label, at, status)) : undefined),
      (error: unknown) => announce(say(GOAL_WORDS.notTaken, visible(sentence(error)))),
    );
  };
  return <p class="hint">{say(GOAL_WORDS.tasksHint)} <button type="button" class="link" onClick={find}>{say(GOAL_WORDS.takeTasks)}</button></p>;
}

function CellField({ form, goal }: { readonly form: Form; readonly goal: Goal | null }) {
  const { say, host, language, announce } = useSurroundings();
  const { cycle } = usePlan();
  const [refusal, setRefusal] = useState("");
  const take = () => {
    Promise.resolve(host).then((asked) => asked.selection()).then(
      (selection) => {
        setRefusal("");
        form.set("actual", `=${selection.qualified}`);
        announce(say(GOAL_WORDS.taken, selection.qualified));
      },
      (error: unknown) => setRefusal(say(GOAL_WORDS.notTaken, visible(sentence(error)))),
    );
  };
  const now = goal?.formulas["actual"] !== undefined && !form.isChanged && typeof goal.fields.actual === "number" ? say(GOAL_WORDS.gives, amount(goal.fields.actual, goal.fields.unit, language, cycle?.fields.currency ?? null)) : null;
  return (
    <FieldShell form={form} field="actual" label={GOAL_WORDS.cell} hint={refusal !== "" ? <span class="problem">{refusal}</span> : (now ?? say(GOAL_WORDS.factCellHint))}>
      {(parts) => (
        <div class="field-row">
          <input {...parts} type="text" class="formula-text" autocomplete="off" spellcheck={false} translate={false} placeholder="=Funnel!F12" value={form.text("actual")}
            onInput={(event) => form.set("actual", withSign(event.currentTarget.value))} />
          <button type="button" class="take" aria-label={say(GOAL_WORDS.takeSelection)} title={say(GOAL_WORDS.takeSelection)} onClick={take}><TargetIcon /></button>
        </div>
      )}
    </FieldShell>
  );
}

/** A formula begins with its sign, whether it was typed or not. */
const withSign = (text: string): string => (text === "" || text.startsWith("=") ? text : `=${text}`);
