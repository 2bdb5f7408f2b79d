/** The tables of the spreadsheet, and whether what a sidebar says of one is what the reading of it expects. */
import type { DataChoice } from "../../catalogue/deal-data";
import { DATA_KINDS } from "../../catalogue/data-kinds";
import { FURTHER } from "../../catalogue/data-roles";
import type { Choice } from "../../catalogue/table-check";
import { headOf, listsOf, readHead, type Place } from "../../catalogue/table-head";
import { ROLES } from "../../catalogue/table-roles";
import { readArea, readPlaces } from "./sheet";

export function findTables() {
  const heads = readPlaces().map((place) => ({ place, cells: readArea(place.sheet, headOf(place)) }));
  return {
    lists: heads.flatMap(({ place, cells }) => listsOf(cells, place)),
    tables: heads.flatMap(({ place, cells }) => {
      const head = readHead(cells);
      return head ? [{ ...place, kind: head.kind }] : [];
    }),
  };
}

const isCount = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value) && value > 0;
export const isPlace = (value: unknown): value is Place =>
  typeof value === "object" && value !== null && "sheet" in value && typeof value.sheet === "string" && ["row", "column", "rows", "columns"].every((key) => isCount((value as Readonly<Record<string, unknown>>)[key]));

const isNames = (value: unknown): boolean => Array.isArray(value) && value.every((name) => typeof name === "string");
/** @param kinds, all what may be named: anything else was sent by a page of another version */
const isChoiceOf = <C extends Choice | DataChoice>(kinds: readonly string[], all: readonly string[]) => (value: unknown): value is C => {
  const { kind, roles, stages } = (typeof value === "object" && value !== null ? value : {}) as { readonly [key in keyof Choice]?: unknown };
  const { order, lost } = (typeof stages === "object" && stages !== null ? stages : {}) as { readonly order?: unknown; readonly lost?: unknown };
  return typeof kind === "string" && kinds.includes(kind) && typeof roles === "object" && roles !== null &&
    Object.entries(roles).every(([role, column]) => all.includes(role) && (column === 0 || isCount(column))) && (stages === null || (isNames(order) && isNames(lost)));
};
export const isChoice = isChoiceOf<Choice>(["history", "deals", "other"], ROLES);
export const isDataChoice = isChoiceOf<DataChoice>(DATA_KINDS, [...ROLES, ...FURTHER]);
