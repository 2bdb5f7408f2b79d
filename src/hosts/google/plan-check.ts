/** Whether what a sidebar sent is what the steps of the plan expect: a page of another version may still be open. */
import type { Action } from "../../plan/actions";
import type { Operation } from "../../plan/operation";
import type { CellNote } from "../../plan/notes";
import type { Typed } from "../../plan/plan";
import type { ReportPage } from "../../plan/report-page";
import type { Moment } from "../../plan/session";
import { TABLES, type TableKey } from "../../plan/tables";
import { isClient, parseVector } from "../../plan/vector";
import type { Language } from "../../plan/words";
import { HostFailure } from "./failures";

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isName = (value: unknown): boolean => isText(value) && /^[\w.-]{1,64}$/.test(value) && value !== "__proto__";
const isTable = (value: unknown): value is TableKey => isText(value) && Object.prototype.hasOwnProperty.call(TABLES, value);
const isLanguage = (value: unknown): value is Language => value === "en" || value === "ru";
const isTyped = (value: unknown): value is Typed =>
  value === null || isText(value) || typeof value === "number" || typeof value === "boolean" || (isObject(value) && isText(value["formula"]) && value["formula"].startsWith("="));
const isPatch = (value: unknown): boolean => isObject(value) && Object.values(value).every(isTyped);
const isMoment = (value: unknown): value is Moment => isObject(value) && isText(value["now"]) && value["now"].length <= 40 && isName(value["random"]);

function isOperation(value: unknown): value is Operation {
  if (!isObject(value) || !isName(value["row"])) return false;
  switch (value["kind"]) {
    case "create": case "update": return isTable(value["table"]) && isPatch(value["fields"]);
    case "delete": case "restore": return isTable(value["table"]);
    case "check-in": return isPatch(value["fields"]);
    default: return false;
  }
}
const isAction = (value: unknown): value is Action =>
  isObject(value) && isName(value["id"]) && isText(value["at"]) && isText(value["seen"]) && parseVector(value["seen"]) !== undefined && Array.isArray(value["operations"]) && value["operations"].every(isOperation);

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0;
const isSize = (value: unknown): value is number => typeof value === "number" && value > 0 && value < 1000;
const isNote = (value: unknown): value is CellNote =>
  isObject(value) && isTable(value["table"]) && isName(value["row"]) && (value["field"] === null || isText(value["field"])) && Array.isArray(value["lines"]) && value["lines"].every(isText);

/** More would be no page. */
const MOST_ROWS = 5000;

function isPage(value: unknown): value is ReportPage {
  if (!isObject(value) || !isText(value["sheet"]) || !isObject(value["print"])) return false;
  const { widths, heights, cells, charts } = value;
  if (![widths, heights].every((sizes) => Array.isArray(sizes) && sizes.length > 0 && sizes.length <= MOST_ROWS && sizes.every(isSize)) || !Array.isArray(charts) || !charts.every(isObject)) return false;
  return Array.isArray(cells) && cells.every((cell: unknown) => {
    if (!isObject(cell) || !isCount(cell["row"]) || !isCount(cell["column"]) || !isCount(cell["span"]) || !isText(cell["look"])) return false;
    const { value: content, format } = cell;
    return cell["row"] < (heights as unknown[]).length && cell["column"] + cell["span"] <= (widths as unknown[]).length && (format === null || isText(format))
      && (content === null || isText(content) || typeof content === "number" || typeof content === "boolean");
  });
}

const listOf = <T>(is: (value: unknown) => value is T) => (value: unknown): value is readonly T[] => Array.isArray(value) && value.every(is);

/** @throws HostFailure `badRequest` */
const taken = <T>(is: (value: unknown) => value is T) => (value: unknown): T => {
  if (!is(value)) throw new HostFailure("badRequest");
  return value;
};
export const take = {
  client: taken((value: unknown): value is string => isText(value) && isClient(value)),
  moment: taken(isMoment), actions: taken(listOf(isAction)), texts: taken(listOf(isText)), page: taken(isPage), notes: taken(listOf(isNote)), list: taken((value: unknown): value is readonly unknown[] => Array.isArray(value)),
  text: taken(isText), language: taken(isLanguage), table: taken(isTable), field: taken((value: unknown): value is string | null => value === null || isText(value)),
};
