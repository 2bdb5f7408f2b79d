/** A plan of thousands of rows: each row is read a few times, not once for every other row. Reads are counted, because clocks differ. */
import { changeAll } from "../../src/plan/change";
import { coverageOf } from "../../src/plan/coverage";
import { rowsOfGoal } from "../../src/plan/cycles";
import { inverse } from "../../src/plan/inverse";
import type { Operation } from "../../src/plan/operation";
import type { Plan, PlanRow } from "../../src/plan/plan";
import { planOf, Q3 } from "./rig";

const ROWS = 600;
const goalOf = (i: number): string => `G-${String((i % 100) + 1).padStart(3, "0")}`;
const rows = <T>(count: number, row: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => row(i));
const plan = planOf({
  cycles: [Q3], goals: rows(100, (i) => ({ name: `Goal ${i}`, cycle: "2026-Q3" })),
  resources: rows(ROWS, (i) => ({ name: `R ${i}`, kind: "human", goal: goalOf(i), cycle: "2026-Q3" })),
  tasks: rows(ROWS, (i) => ({ action: `Task ${i}`, goal: goalOf(i), cycle: "2026-Q3", area: "team" })),
});

/** @returns how often anything of a task was read */
function readsOf(work: (plan: Plan) => unknown): number {
  let reads = 0;
  const tasks = plan.rows.tasks.map((row) => new Proxy(row, { get: (target, key) => {
    reads += 1;
    return Reflect.get(target, key) as unknown;
  } }));
  work({ ...plan, rows: { ...plan.rows, tasks: tasks as readonly PlanRow<"tasks">[] } });
  return reads;
}

/** From below: rows that were changed already are not counted any more. */
const updates: readonly Operation[] = plan.rows.tasks.map(({ row }): Operation => ({ kind: "update", table: "tasks", row, fields: { owner: "Olga" } })).reverse();
const creates: readonly Operation[] = rows(ROWS, (i) => ({ kind: "create", table: "tasks", row: `new-${i}`, fields: { action: "New" } }));

test.each<readonly [what: string, work: (plan: Plan) => unknown]>([
  ["all changed at once", (all) => changeAll(all, updates)],
  ["as many added at once", (all) => changeAll(all, creates)],
  ["what takes a change of all back", (all) => inverse(all, updates)],
  ["the tasks of each goal", (all) => all.rows.goals.map((goal) => rowsOfGoal(all, "tasks", goal))],
  ["the coverage map", (all) => coverageOf(all, all.rows.cycles[0]!, 0)],
])("%s: each row is read a few times", (_, work) => {
  const reads = readsOf(work);
  expect(reads).toBeGreaterThan(ROWS / 2);
  expect(reads).toBeLessThan(60 * ROWS);
});
