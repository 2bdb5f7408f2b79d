/** What is wrong with a goal while it is typed; the rules of V03 to V08, said beside the field. */
import { nameKey } from "../../../core/order";
import type { PlanRow, RowId, Typed } from "../../../plan/plan";
import type { Words } from "../../../plan/words";
import type { FormChecks, Values } from "../fields/use-form";
import { GOAL_WORDS } from "./words";

const numberOf = (value: Typed | undefined): number | null => (typeof value === "number" ? value : null);
const textOf = (value: Typed | undefined): string => (typeof value === "string" ? value.trim() : "");

/**
 * @param others goals of the same cycle
 * @param own null for a new goal
 */
export function goalChecks(values: Values, others: readonly PlanRow<"goals">[], own: RowId | null): FormChecks {
  const type = textOf(values["type"]);
  const [baseline, target, upper] = [numberOf(values["baseline"]), numberOf(values["target"]), numberOf(values["target_max"])];
  const [commit, stretch, weight, confidence] = [numberOf(values["commit"]), numberOf(values["stretch"]), numberOf(values["weight"]), numberOf(values["confidence"])];
  const [start, end] = [numberOf(values["start"]), numberOf(values["end"])];
  const isWay = type === "increase" || type === "decrease";
  return {
    name: nameProblem(textOf(values["name"]), others, own),
    target: isWay && target !== null ? wayProblem(type, baseline ?? 0, target) : undefined,
    target_max: type === "keep within" && target !== null && upper !== null && upper < target ? GOAL_WORDS.maxBelow : undefined,
    end: start !== null && end !== null && end < start ? GOAL_WORDS.endFirst : undefined,
    weight: weight !== null && weight < 0 ? GOAL_WORDS.negativeWeight : undefined,
    confidence: confidence !== null && (!Number.isInteger(confidence) || confidence < 0 || confidence > 10) ? GOAL_WORDS.confidenceRange : undefined,
    ...(target !== null && !isOrdered(type, [commit, target, stretch]) ? { [stretch !== null && isOrdered(type, [commit, target]) ? "stretch" : "commit"]: GOAL_WORDS.zonesOrder } : {}),
    parent_goal: isOwn(textOf(values["parent_goal"]), others, own) ? GOAL_WORDS.ownLoop : undefined,
  };
}

function nameProblem(name: string, others: readonly PlanRow<"goals">[], own: RowId | null): Words | undefined {
  if (name === "") return undefined;
  if (name.length < 3) return GOAL_WORDS.shortName;
  if (name.length > 80) return GOAL_WORDS.longName;
  const key = nameKey(name);
  return others.some(({ row, fields }) => row !== own && nameKey(fields.name ?? "") === key) ? GOAL_WORDS.nameTaken : undefined;
}

function wayProblem(type: string, baseline: number, target: number): Words | undefined {
  if (target === baseline) return GOAL_WORDS.equalBase;
  return type === "increase" ? (target < baseline ? GOAL_WORDS.targetBelow : undefined) : target > baseline ? GOAL_WORDS.targetAbove : undefined;
}

/** Minimum, plan, stretch go the way of the goal; those that are blank do not count. */
function isOrdered(type: string, zones: readonly (number | null)[]): boolean {
  const down = type === "decrease" || type === "keep ≤";
  const known = zones.filter((zone): zone is number => zone !== null);
  return known.every((zone, i) => i === 0 || (down ? zone <= known[i - 1]! : zone >= known[i - 1]!));
}

const isOwn = (parent: string, others: readonly PlanRow<"goals">[], own: RowId | null): boolean => {
  const found = parent === "" ? undefined : others.find(({ label, fields }) => nameKey(label) === nameKey(parent) || nameKey(fields.name ?? "") === nameKey(parent));
  return found !== undefined && found.row === own;
};

/** Signs between two names. */
const BETWEEN = [",", ";", "/", " и ", " and ", "&", "+"];

/** What is worth saying, and no mistake. */
export const ownerHint = (owner: string): Words | undefined => (BETWEEN.some((sign) => owner.includes(sign)) ? GOAL_WORDS.manyOwners : undefined);

/** The beginnings of names that are actions: «Провести …», "Launch …". */
const VERBS = [
  "launch", "hold", "make", "call", "write", "create", "hire", "run", "do", "prepare", "start", "build", "develop", "introduce",
  "провести", "сделать", "запустить", "позвонить", "написать", "создать", "нанять", "подготовить", "начать", "разработать", "внедрить", "организовать", "составить",
];
export const nameHint = (name: string): Words | undefined => (VERBS.includes(nameKey(name).split(" ")[0] ?? "") ? GOAL_WORDS.looksLikeTask : undefined);
