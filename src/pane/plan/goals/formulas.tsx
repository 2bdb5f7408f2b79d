/** Formulas over a goal for any cell of the workbook: one is chosen, its result is seen, and it goes where the user selects. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { inNotation } from "../../../catalogue/notation";
import { asColumns } from "../../../catalogue/plan-names";
import type { Goal } from "../../../plan/cycles";
import { rowById } from "../../../plan/find";
import { goalFormulas, type FormulaField, type GoalFormula } from "../../../plan/goal-formulas";
import { hasMonths } from "../../../plan/monthly";
import type { RowId } from "../../../plan/plan";
import { lettersOf } from "../../../plan/project";
import { REASONS } from "../../../plan/reasons";
import { TABLES } from "../../../plan/tables";
import { singleFormat, single } from "../../format";
import { InsertBar } from "../../insert-bar";
import { useInserting, type Insertion } from "../../insertion";
import { sheetOf } from "../../reference";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { WORDS } from "../../words";
import { chartUnit } from "../chart-data";
import { usePlan } from "../context";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { FORMULA_WORDS } from "./formula-words";
import { MONTH_WORDS } from "./month-words";
import { GOAL_WORDS } from "./words";

export function Formulas({ row }: { readonly row: RowId }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const goal = rowById(plan, "goals", row);
  return (
    <>
      <ScreenHead title={say(WORDS.insert)} hasBack />
      {goal ? <OfGoal goal={goal} /> : <p class="quiet">{say(GOAL_WORDS.gone)}</p>}
    </>
  );
}

/** undefined while the store is asked; null where the goal is not on its sheet. */
function usePlace(row: RowId): string | null | undefined {
  const { plan, placeOf } = usePlan();
  const [place, setPlace] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const found = (cell: string | null) => { if (isCurrent) setPlace(cell); };
    // Where it cannot be told now, its id does as well.
    placeOf("goals", row, "goal_id").then(found, () => found(null));
    return () => {
      isCurrent = false;
    };
  }, [plan, row]);
  return place;
}

function OfGoal({ goal }: { readonly goal: Goal }) {
  const { say, host, language, notation, refresh } = useSurroundings();
  const { plan, today } = usePlan();
  const [field, choose] = useState<FormulaField>("progress");
  const place = usePlace(goal.row);
  const formulas = useMemo(() => goalFormulas(plan, goal, place ?? null, today, language), [plan, goal, place, today, language]);
  const chosen = formulas.find((each) => each.field === field) ?? formulas[0]!;
  const formula = host.planTables === "columns" ? asColumns(chosen.formula) : chosen.formula;
  const inserting = useInserting(formula);
  const button = useRef<HTMLButtonElement>(null);
  const what: Insertion = {
    formula, button, select: say(WORDS.selectTarget), done: refresh, isOwn: () => false, formats: singleFormat(unitOf(goal, field)),
    // A formula within the table of goals would count itself.
    cells: place == null ? [] : [`${sheetOf(place)}!A:${lettersOf(TABLES.goals.columns.length + TABLES.goals.machine.length - 1)}`],
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <p class="quiet"><bdi>{visible(goal.fields.name ?? goal.label)}</bdi></p>
      <fieldset class="field formula-choice" data-field="formula">
        <legend class="label">{say(FORMULA_WORDS.which)}</legend>
        {formulas.map((each) => (
          <label key={each.field} class="tick">
            <input type="radio" name="goal-formula" value={each.field} checked={each.field === chosen.field} onChange={() => choose(each.field)} />
            <span class="formula-name">{say(FORMULA_WORDS[each.field])}</span>
            <Result goal={goal} formula={each} />
          </label>
        ))}
      </fieldset>
      {chosen.reason === "blankActual" && chosen.field !== "checkIn" && <p class="warning">{say(FORMULA_WORDS.blankActual)} <Opens to={{ at: "goal", row: goal.row }} class="link">{say(FORMULA_WORDS.toGoal)}</Opens></p>}
      <div class="formula">
        <span class="caption" id="voronka-goal-formula">{say(WORDS.formula)}</span>
        <code aria-labelledby="voronka-goal-formula" role="group" translate={false}>{place === undefined ? "…" : visible(inNotation(formula, notation))}</code>
      </div>
      {hasMonths(plan, goal) && <p class="caption">{say(MONTH_WORDS.ofPath)}</p>}
      <p class="caption">{say(place === null ? FORMULA_WORDS.byId : FORMULA_WORDS.byCell)}</p>
      <InsertBar inserting={inserting} what={what} ready={() => place !== undefined} isListening={false} />
    </form>
  );
}

function Result({ goal, formula: { field, value, reason } }: { readonly goal: Goal; readonly formula: GoalFormula }) {
  const { language } = useSurroundings();
  return value === null ? <span class="formula-now quiet">{reason && REASONS[reason][language]}</span> : <strong class="formula-now"><bdi>{single(value, unitOf(goal, field), language)}</bdi></strong>;
}

const unitOf = (goal: Goal, field: FormulaField) => (field === "progress" || field === "pace" || field === "score" ? "rate" : field === "status" ? "count" : chartUnit(goal));

