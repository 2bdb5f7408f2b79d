/** What would help the plan most now: one suggestion, in the order in which things matter. */
import { problemsOf } from "../../src/plan/problems";
import { nextStep } from "../../src/pane/plan/suggestion";
import { day, goal, planOf, Q3, type Fields, type Tables } from "../plan/rig";

const CYCLE = { ...Q3, cadence: "week" };
const GOAL = goal({ name: "Sales", target: 100, baseline: 0 });
const check = (date: string, value: number): Fields => ({ date: day(date), goal: "G-001", value, meaning: "total to date" });
const TASK: Fields = { cycle: "2026-Q3", area: "team", action: "Call", owner: "Anna", start: day("2026-07-01"), due: day("2026-09-01"), status: "not started", goal: "G-001" };
const MEASURE: Fields = { opened: day("2026-07-20"), goal: "G-001", cause: "few leads", action: "Call", owner: "Anna", due: day("2026-08-01"), status: "open" };

test.each<[string, Tables, string, string | undefined]>([
  ["no cycle", {}, "2026-08-15", "cycle"],
  ["no goal", { cycles: [CYCLE] }, "2026-08-15", "goal"],
  ["a goal without an owner", { cycles: [CYCLE], goals: [{ ...GOAL, owner: null }] }, "2026-08-15", "goal"],
  ["a mistake in the plan", { cycles: [CYCLE], goals: [{ ...GOAL, baseline: 100 }] }, "2026-08-15", "problems"],
  ["the cycle is over", { cycles: [CYCLE], goals: [GOAL] }, "2026-10-01", "close"],
  ["its last day is not over", { cycles: [CYCLE], goals: [GOAL], checkins: [check("2026-09-30", 100)], tasks: [TASK] }, "2026-09-30", undefined],
  ["a fact is due", { cycles: [CYCLE], goals: [GOAL] }, "2026-08-15", "queue"],
  ["a goal is behind, and nothing is done about it", { cycles: [CYCLE], goals: [GOAL], checkins: [check("2026-08-14", 5)] }, "2026-08-15", "deviation"],
  ["a measure is to be verified", { cycles: [CYCLE], goals: [GOAL], checkins: [check("2026-08-14", 5)], actions: [MEASURE] }, "2026-08-15", "actions"],
  ["a goal without a task", { cycles: [CYCLE], goals: [GOAL], checkins: [check("2026-08-14", 60)] }, "2026-08-15", "organize"],
  ["nothing", { cycles: [CYCLE], goals: [GOAL], checkins: [check("2026-08-14", 60)], tasks: [TASK] }, "2026-08-15", undefined],
])("%s", (_, tables, today, screen) => {
  const plan = planOf(tables);
  expect(nextStep(plan, plan.rows.cycles[0] ?? null, day(today), problemsOf(plan, { today: day(today) }))?.to.at).toBe(screen);
});
