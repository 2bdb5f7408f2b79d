/** What is wrong with a goal while it is typed, said beside the field. The rules are those of the problems of the plan. */
import { rowOf } from "../../../plan/find";
import type { Goal } from "../../../plan/cycles";
import { endsFirst, isAction, isUpperBelow, peopleIn, sameName, wrongSide, wrongZones, type GoalNumbers } from "../../../plan/goal-rules";
import type { Plan, RowId, Typed } from "../../../plan/plan";
import type { Words } from "../../../plan/words";
import type { FormChecks, Values } from "../fields/use-form";
import { GOAL_WORDS } from "./words";

const numberOf = (value: Typed | undefined): number | null => (typeof value === "number" ? value : null);
const textOf = (value: Typed | undefined): string => (typeof value === "string" ? value.trim() : "");

const SIDES = { equal: GOAL_WORDS.equalBase, below: GOAL_WORDS.targetBelow, above: GOAL_WORDS.targetAbove };

/**
 * @param others goals of the same cycle
 * @param own null for a new goal
 */
export function goalChecks(values: Values, plan: Plan, others: readonly Goal[], own: RowId | null): FormChecks {
  const number = (field: string): number | null => numberOf(values[field]);
  const numbers: GoalNumbers = {
    type: (textOf(values["type"]) || null) as GoalNumbers["type"], baseline: number("baseline"), target: number("target"), target_max: number("target_max"), commit: number("commit"), stretch: number("stretch"),
  };
  const [weight, confidence, side] = [number("weight"), number("confidence"), wrongSide(numbers)];
  const parent = rowOf(plan, "goals", textOf(values["parent_goal"]));
  return {
    name: nameProblem(textOf(values["name"]), others, own),
    target: side === null ? undefined : SIDES[side],
    target_max: isUpperBelow(numbers) ? GOAL_WORDS.maxBelow : undefined,
    end: endsFirst(number("start"), number("end")) ? GOAL_WORDS.endFirst : undefined,
    weight: weight !== null && weight < 0 ? GOAL_WORDS.negativeWeight : undefined,
    confidence: confidence !== null && (!Number.isInteger(confidence) || confidence < 0 || confidence > 10) ? GOAL_WORDS.confidenceRange : undefined,
    ...Object.fromEntries(wrongZones(numbers).map((field) => [field, GOAL_WORDS.zonesOrder])),
    parent_goal: own !== null && parent?.row === own ? GOAL_WORDS.ownLoop : undefined,
  };
}

function nameProblem(name: string, others: readonly Goal[], own: RowId | null): Words | undefined {
  return name !== "" && others.some(({ row, fields }) => row !== own && sameName(fields.name, name)) ? GOAL_WORDS.nameTaken : undefined;
}

/** What is worth saying, and no mistake. */
export const ownerHint = (owner: string): Words | undefined => (peopleIn(owner).length > 1 ? GOAL_WORDS.manyOwners : undefined);
export const nameHint = (name: string): Words | undefined => (isAction(name) ? GOAL_WORDS.looksLikeTask : undefined);
