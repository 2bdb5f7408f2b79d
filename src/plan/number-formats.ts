/**
 * How numbers look whose unit is that of their row: a goal in percent and one in money stand in the same column. In the English notation,
 * which every host takes. What is formatted stays the value it is.
 */
import { dateFormat } from "./layout";
import type { Stored } from "./record";
import type { Column } from "./schema";
import type { TableKey } from "./tables";
import type { Language } from "./words";

export const SHARE_FORMAT = "0.0%";
/** A goal from 0.55 to 0.6 percent must not read 0.6% twice. */
const shareFormat = (size: number): string => (size === 0 || size >= 0.01 ? SHARE_FORMAT : "0.00%");
export const GROUPED_FORMAT = "#,##0";
/** As the program shows a number without a format of its own: all that was typed. */
export const PLAIN_FORMAT = "General";

/** As many decimals as a number of this size needs; thousands are whole. */
export const fittingFormat = (size: number): string =>
  size >= 1000 ? GROUPED_FORMAT : size >= 10 ? "#,##0.0" : size >= 0.1 || size === 0 ? "0.0#" : size >= 0.01 ? "0.0##" : "0.0###";

export type Fields = ReadonlyMap<string, Stored>;
const MONEY = new Set(["price", "cost_plan", "cost_fact", "quota", "cost"]);

/** Columns of numbers in different units have no format: one that fits 12 000 000 would hide 0.06. Their cells get one each: `formatsOf`. */
export function columnFormat({ field, kind, shows }: Column, language: Language): string | null {
  if (kind === "date") return dateFormat(language);
  if (kind === "share" || shows === "share") return SHARE_FORMAT;
  return MONEY.has(field) ? GROUPED_FORMAT : null;
}

/** By field. */
export type RowFormats = ReadonlyMap<string, string>;
export const NO_FORMATS: RowFormats = new Map();

/** Typed numbers and calculated ones, which may have decimals that nobody typed. */
type Units = { readonly typed: readonly string[]; readonly calculated: readonly string[] };
const GOAL: Units = { typed: ["baseline", "target", "target_max", "commit", "stretch", "actual"], calculated: ["expected", "gap", "forecast"] };
/** Numbers in the unit of the goal that the row is about. */
const OF_GOAL: Readonly<Partial<Record<TableKey, Units>>> = {
  checkins: { typed: ["value"], calculated: ["expected_then"] },
  months: { typed: ["target"], calculated: [] },
  actions: { typed: ["effect_plan"], calculated: ["deviation", "effect_fact"] },
};
const RESOURCE: Units = { typed: ["qty_plan", "qty_fact"], calculated: [] };

/** What the goal is measured in does not change with each fact: so Actual says nothing of its size. */
const GOAL_SIZES = ["baseline", "target", "target_max", "commit", "stretch"] as const;

/** Whether rows of this table have numbers in the unit of their goal. */
export const isInUnitOfGoal = (table: TableKey): boolean => OF_GOAL[table] !== undefined;

/**
 * The formats that a row's unit and size ask for; none for tables whose columns have one format each.
 *
 * @param goal of a row that is about one; null where there is none
 */
export function formatsOf(table: TableKey, fields: Fields, goal: Fields | null): RowFormats {
  if (table === "goals") return inUnitOf(GOAL, fields);
  if (table === "resources") return inSize(RESOURCE, sizeOf(fields, ["qty_plan"]));
  const units = OF_GOAL[table];
  return units ? inUnitOf(units, goal ?? NO_FIELDS) : NO_FORMATS;
}
const NO_FIELDS: Fields = new Map();

function inUnitOf(units: Units, goal: Fields): RowFormats {
  const unit = goal.get("unit");
  if (unit === "%") return inAll(units, shareFormat(sizeOf(goal, GOAL_SIZES)));
  // Done or not: nothing to be calculated in between.
  if (unit === "yes/no") return inAll(units, PLAIN_FORMAT);
  const size = sizeOf(goal, GOAL_SIZES);
  // A goal of money whose target is not known yet will be thousands.
  return inSize(units, size === 0 && unit === "money" ? Infinity : size);
}

const inAll = ({ typed, calculated }: Units, format: string): RowFormats => new Map([...typed, ...calculated].map((field) => [field, format]));

/** Of small numbers all digits that were typed are shown; of calculated ones those that matter. */
function inSize({ typed, calculated }: Units, size: number): RowFormats {
  const fitting = fittingFormat(size);
  return new Map([...typed.map((field) => [field, size >= 1000 ? fitting : PLAIN_FORMAT] as const), ...calculated.map((field) => [field, fitting] as const)]);
}

const sizeOf = (fields: Fields, names: readonly string[]): number => names.reduce((most, name) => {
  const value = fields.get(name);
  return typeof value === "number" ? Math.max(most, Math.abs(value)) : most;
}, 0);
