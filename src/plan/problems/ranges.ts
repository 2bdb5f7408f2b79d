/** V06: a number where no such number can be. Calculations would take it for something else, and not say so. */
import { columnOf, type Plan, type PlanRow } from "../plan";
import { TABLE_KEYS, type Fields, type TableKey } from "../tables";
import type { Words } from "../words";
import { liveRows } from "./live";
import { both, headerOf, numberText, percentText, problemOf, type Check, type Problem } from "./problem";

type Range = { readonly words: Words; readonly holds: (value: number) => boolean };

const NOT_BELOW: Range = { words: { en: "a number not below 0", ru: "число не меньше 0" }, holds: (value) => value >= 0 };
const ABOVE: Range = { words: { en: "a number above 0", ru: "число больше 0" }, holds: (value) => value > 0 };
const OUT_OF_TEN: Range = { words: { en: "a number from 0 to 10", ru: "число от 0 до 10" }, holds: (value) => value >= 0 && value <= 10 };
const COUNTED: Range = { words: { en: "a whole number from 1 on", ru: "целое число от 1" }, holds: (value) => value >= 1 && Number.isInteger(value) };
const MONTH: Range = { words: { en: "a whole number from 1 to 12", ru: "целое число от 1 до 12" }, holds: (value) => value >= 1 && value <= 12 && Number.isInteger(value) };

/** What is above 100 % is told by V07. */
const RANGES: Partial<{ readonly [T in TableKey]: Readonly<Partial<Record<keyof Fields<T>, Range>>> }> = {
  goals: { weight: NOT_BELOW, confidence: OUT_OF_TEN },
  tasks: { done_pct: NOT_BELOW },
  resources: { qty_plan: NOT_BELOW, qty_fact: NOT_BELOW, price: NOT_BELOW, cost_fact: NOT_BELOW, lead_days: NOT_BELOW },
  checkins: { confidence: OUT_OF_TEN },
  funnel: { conv: ABOVE, conv_low: ABOVE, conv_high: ABOVE, conv_best: ABOVE, lag_days: NOT_BELOW, cost: NOT_BELOW },
  team: { quota: NOT_BELOW, attainment: NOT_BELOW, time_share: NOT_BELOW },
  ramp: { month: COUNTED, share: NOT_BELOW },
  season: { month: MONTH, index: NOT_BELOW },
};

export const ranges: Check = (plan) => TABLE_KEYS.flatMap((table) => Object.entries(RANGES[table] ?? {}).flatMap(([field, range]) => liveRows(plan, table).flatMap((row) => outOf(plan, table, row, field, range as Range))));

function outOf(plan: Plan, table: TableKey, row: PlanRow, field: string, { words, holds }: Range): Problem[] {
  const value = (row.fields as Readonly<Record<string, unknown>>)[field];
  if (typeof value !== "number" || holds(value)) return [];
  const header = headerOf(table, field);
  const number = columnOf(table, field)?.kind === "share" ? percentText(value) : numberText(value);
  return [problemOf(plan, "V06", "error", table, row, both((language) => (language === "en" ? `${header.en} is ${number.en}; ${words.en} belongs here.` : `в ${header.ru} стоит ${number.ru}, здесь нужно ${words.ru}.`)), { field })];
}
