import { repaced } from "../../src/plan/repace";
import { goal, planOf, Q3 } from "./rig";

test("with another pace of the cycle its goals go at that pace, but not one that was given its own or is closed, nor those of other cycles", () => {
  const plan = planOf({ cycles: [{ ...Q3, pace_by: "working" }, { ...Q3, cycle_id: "2026-Q4", pace_by: "working" }], goals: [
    goal({ name: "Revenue", pace_by: "working" }), goal({ name: "Calls", pace_by: "calendar" }), goal({ name: "Closed", pace_by: "working", closed_as: "cancelled" }), goal({ name: "Later", cycle: "2026-Q4", pace_by: "working" }),
  ] });
  const [first] = plan.rows.cycles;
  const [revenue] = plan.rows.goals;
  expect(repaced(plan, first!, "season")).toEqual([{ kind: "update", table: "goals", row: revenue!.row, fields: { pace_by: "season" } }]);
  expect([repaced(plan, first!, "working"), repaced(plan, first!, undefined)]).toEqual([[], []]);
});
