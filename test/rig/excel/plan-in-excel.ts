/** A plan of a few goals in an Excel of its own, through the genuine office.js. */
import { excelPlan } from "../../../src/hosts/excel/plan";
import type { Patch } from "../../../src/plan/operation";
import type { PlanStore } from "../../../src/plan/store";
import type { Worksheet } from "./fake-sheet";
import type { OfficeInJest } from "./office-in-jest";

export const go = { progress: () => undefined, cancel: { cancelled: false } };

/** In a new workbook, opened once. @returns with the first goal */
export async function planOf(office: OfficeInJest, goals: readonly Patch[]): Promise<{ readonly store: PlanStore; readonly row: string }> {
  localStorage.clear();
  office.freshWorkbook();
  const store = await excelPlan();
  const rows = goals.map(() => store.newRow());
  await store.start("en", goals.map((fields, i) => ({ kind: "create", table: "goals", row: rows[i]!, fields })), go.progress, go.cancel);
  await store.load();
  return { store, row: rows[0]! };
}

/** The column under a header, from 0. */
export const columnUnder = (sheet: Worksheet, header: string): number => Array.from({ length: 60 }, (_, i) => sheet.cell(0, i).value).indexOf(header);
