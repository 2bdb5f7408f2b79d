/** A plan kept in memory: what the pane shows before there is a workbook, and the simplest store the contract is tested with. */
import { changeAll } from "./change";
import { emptyPlan, type Plan, type RowId } from "./plan";
import type { Operation } from "./operation";
import { freeName } from "./report-sheet";
import type { Loaded, PlanStore, Saved } from "./store";

/** @param client names the one who writes: row ids begin with it */
export function memoryStore(client: string, start: Plan | null = null): PlanStore {
  let plan = start;
  let made = 0;
  const reports: string[] = [];
  const loaded = (held: Plan): Loaded => ({ plan: held, readOnly: null, notices: [], questions: [] });
  const saved = (held: Plan): Saved => ({ ...loaded(held), state: "workbook", reason: null });
  const apply = (before: Plan, operations: readonly Operation[]): Saved => {
    plan = changeAll(before, operations);
    return saved(plan);
  };
  return {
    load: () => Promise.resolve(plan && loaded(plan)),
    start: (language, operations, progress, cancel) => {
      if (cancel.cancelled) return Promise.resolve(null);
      progress(1, 1);
      return Promise.resolve(apply(plan ?? emptyPlan(language), operations));
    },
    save: (operations) => (plan ? Promise.resolve(apply(plan, operations)) : Promise.reject(new Error("there is no plan yet"))),
    answer: () => (plan ? Promise.resolve(saved(plan)) : Promise.reject(new Error("there is no plan yet"))),
    newRow: (): RowId => `${client}-${(made += 1)}`,
    compact: () => Promise.resolve("nothing"),
    placeOf: () => Promise.resolve(null),
    addReport: (page) => {
      const sheet = freeName(page.sheet, reports);
      reports.push(sheet);
      return Promise.resolve({ state: "made", sheet, charts: "none", reason: null });
    },
    removeReport: ({ sheet }) => {
      const at = reports.indexOf(sheet);
      if (at >= 0) reports.splice(at, 1);
      return Promise.resolve({ state: at >= 0 ? "removed" : "gone", reason: null });
    },
  };
}
