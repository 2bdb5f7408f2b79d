/** The report of a plan that has everything, all five charts too. */
import { reportOf } from "../../src/plan/report";
import { pageOf, type Findings } from "../../src/plan/report-layout";
import type { ReportPage } from "../../src/plan/report-page";
import { day, goal, planOf, Q3, type Tables } from "./rig";

export const JULY = day("2026-07-31");
export const FULL: Tables = {
  cycles: [{ ...Q3, name: "Third quarter", lessons: "Start earlier.\nAsk twice." }],
  goals: [goal({ name: "Revenue", unit: "money", target: 660_000, actual: 200_000, group: "sales volume" }), goal({ name: "Average deal", metric: "average deal", unit: "money", type: "keep ≥", target: 6000, actual: 6600, accumulate: "last" }), goal({ name: "Unknown" })],
  checkins: [{ goal: "Revenue", date: day("2026-07-15"), value: 90_000 }],
  tasks: [{ cycle: "2026-Q3", action: "Late", owner: "Anna", due: day("2026-07-20") }],
  resources: [{ cycle: "2026-Q3", kind: "human", qty_plan: 2, price: 100, cost_fact: 180 }],
  funnel: [{ order: 1, stage: "Lead", conv: 0.5 }, { order: 2, stage: "Deal" }],
  team: [{ person: "Anna", start: day("2026-01-01"), quota: 100_000, per: "month" }],
};
export const ALL: Findings = { "plan-fact": "Actual to date is 87 % of plan.", deviation: "Worse than plan: 1 of 2.", waterfall: "Revenue: 30K below the plan to date.", funnel: "No losses.", capacity: "Not enough." };
export const pageIn = (language: "en" | "ru", findings: Findings = ALL, tables = FULL): ReportPage => {
  const plan = planOf(tables, language);
  return pageOf(reportOf(plan, plan.rows.cycles[0]!, JULY), findings);
};
