import fc from "fast-check";
import { changeAll } from "../../src/plan/change";
import { inverse } from "../../src/plan/inverse";
import type { Operation } from "../../src/plan/operation";
import { goal, planOf } from "./rig";

const plan = planOf({ goals: [goal({ name: "CAC", target: 60000, actual: { formula: "=CAC(B2:B9,C2:C9)" }, baseline: "seventy" }), goal({ name: "NPS" })] });
/** Without what could be brought back again. */
const back = (operations: readonly Operation[]) => {
  const { language, rows } = changeAll(changeAll(plan, operations), inverse(plan, operations));
  return { language, rows };
};

test("values, formulas and what was not understood come back as they were", () => {
  expect(back([{ kind: "update", table: "goals", row: "goals-1", fields: { target: 1, actual: 2, baseline: 3, note: "x", status: "done" } }])).toEqual(plan);
});

test("what was made goes, a check-in too", () => {
  expect(back([{ kind: "create", table: "tasks", row: "t", fields: { action: "Call" } }, { kind: "update", table: "tasks", row: "t", fields: { status: "done" } }, { kind: "check-in", row: "k", fields: { goal: "G-001", value: 5 } }])).toEqual(plan);
});

test("what was deleted is asked back, and the other way round", () => {
  expect(inverse(plan, [{ kind: "delete", table: "goals", row: "goals-2" }])).toEqual([{ kind: "restore", table: "goals", row: "goals-2" }]);
  expect(inverse(plan, [{ kind: "restore", table: "goals", row: "goals-9" }])).toEqual([{ kind: "delete", table: "goals", row: "goals-9" }]);
});

test("what was deleted stands where it stood, with its label, and can be deleted again", () => {
  const first: Operation = { kind: "delete", table: "goals", row: "goals-1" };
  expect(changeAll(plan, [first, ...inverse(plan, [first])])).toEqual(plan);
  expect(back([first, { kind: "delete", table: "goals", row: "goals-2" }, { kind: "create", table: "goals", row: "n1", fields: { name: "New" } }])).toEqual(plan);
  expect(back([first, { kind: "restore", table: "goals", row: "goals-1" }, first])).toEqual(plan);
  // The second one is brought back while the first is out.
  const second: Operation = { kind: "delete", table: "goals", row: "goals-2" };
  expect(back([second, first, { kind: "restore", table: "goals", row: "goals-2" }])).toEqual(plan);
});

test("what changes nothing has nothing to take back", () => {
  expect(inverse(plan, [{ kind: "update", table: "goals", row: "none", fields: { target: 1 } }, { kind: "delete", table: "goals", row: "none" }, { kind: "create", table: "goals", row: "goals-1", fields: {} }, { kind: "restore", table: "goals", row: "goals-1" }])).toEqual([]);
});

test("an error that was typed comes back as its text, an id and an unknown column are left alone", () => {
  const held = { ...plan, rows: { ...plan.rows, goals: [{ ...plan.rows.goals[0]!, odd: { target: { error: "#N/A" } } }] } };
  expect(inverse(held, [{ kind: "update", table: "goals", row: "goals-1", fields: { target: 1, goal_id: "G-9", newer: 5 } }])).toEqual([{ kind: "update", table: "goals", row: "goals-1", fields: { target: "#N/A" } }]);
});

test("any series of operations is taken back", () => {
  const value = fc.constantFrom(null, 1, 0.5, "text", "increase", "Снизить", true, { formula: "=A1" });
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.record({ kind: fc.constant("update" as const), table: fc.constant("goals" as const), row: fc.constantFrom("goals-1", "goals-2", "n1"), fields: fc.dictionary(fc.constantFrom("name", "type", "target", "actual", "start", "status", "progress"), value) }),
    fc.record({ kind: fc.constant("create" as const), table: fc.constant("goals" as const), row: fc.constantFrom("goals-1", "n1", "n2"), fields: fc.dictionary(fc.constantFrom("name", "target"), value) }),
    fc.record({ kind: fc.constantFrom("delete" as const, "restore" as const), table: fc.constant("goals" as const), row: fc.constantFrom("goals-1", "goals-2", "n1") }),
    fc.record({ kind: fc.constant("check-in" as const), row: fc.constantFrom("k1", "k2"), fields: fc.constant({ value: 5 }) }),
  );
  fc.assert(fc.property(fc.array(operation, { maxLength: 8 }), (operations) => expect(back(operations)).toEqual({ language: plan.language, rows: plan.rows })), { numRuns: 500 });
});
