/** The coverage map: seven areas of tasks by eight kinds of resources, and what is not covered at all. */
import { AREAS, KINDS } from "./codes";
import { rowsIn, rowsOfGoal, type Cycle, type Resource, type Task } from "./cycles";
import { rowOf } from "./find";
import type { Plan } from "./plan";

export type Area = (typeof AREAS)[number]["code"];
export type Kind = (typeof KINDS)[number]["code"];

export type Coverage = {
  readonly areas: readonly { readonly area: Area; readonly tasks: number; readonly late: number }[];
  readonly kinds: readonly { readonly kind: Kind; readonly resources: number }[];
  /** Resources of a kind for tasks of an area: `cells[area][kind]` in the order of the two lists. */
  readonly cells: readonly (readonly number[])[];
  readonly emptyAreas: readonly Area[];
  readonly emptyKinds: readonly Kind[];
};

/** Cancelled tasks and refused resources cover nothing. A resource without a task serves the tasks of its goal. */
export function coverageOf(plan: Plan, cycle: Cycle, today: number): Coverage {
  const tasks = rowsIn(plan, "tasks", cycle).filter(({ fields }) => fields.status !== "cancelled");
  const resources = rowsIn(plan, "resources", cycle).filter(({ fields }) => fields.status !== "refused");
  const counted = new Set(tasks);
  const areasOf = (resource: Resource): ReadonlySet<Area | null> => {
    const task = rowOf(plan, "tasks", resource.fields.task);
    if (task) return new Set([task.fields.area]);
    const goal = rowOf(plan, "goals", resource.fields.goal);
    return new Set(goal === null ? [] : rowsOfGoal(plan, "tasks", goal).filter((task) => counted.has(task)).map(({ fields }) => fields.area));
  };
  const served = resources.map((resource) => ({ kind: resource.fields.kind, areas: areasOf(resource) }));
  const areas = AREAS.map(({ code }) => {
    const own = tasks.filter(({ fields }) => fields.area === code);
    return { area: code, tasks: own.length, late: own.filter((task) => isLate(task, today)).length };
  });
  const kinds = KINDS.map(({ code }) => ({ kind: code, resources: resources.filter(({ fields }) => fields.kind === code).length }));
  return {
    areas, kinds,
    cells: AREAS.map(({ code: area }) => KINDS.map(({ code: kind }) => served.filter((each) => each.kind === kind && each.areas.has(area)).length)),
    emptyAreas: areas.filter((each) => each.tasks === 0).map(({ area }) => area),
    emptyKinds: kinds.filter((each) => each.resources === 0).map(({ kind }) => kind),
  };
}

export const isOpenTask = ({ fields: { status } }: Task): boolean => status !== "done" && status !== "cancelled";

/** "Overdue" is calculated, never typed. */
export const isLate = (task: Task, today: number): boolean => isOpenTask(task) && task.fields.due !== null && Math.floor(task.fields.due) < today;
