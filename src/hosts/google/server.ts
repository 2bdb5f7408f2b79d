/** The one function that the sidebar calls. */
import { call } from "../../catalogue/call";
import { plainCells } from "../../catalogue/grid";
import { catalogue, findFunction } from "../../catalogue/index";
import { readDeals } from "../../catalogue/deal-data";
import { checkTable } from "../../catalogue/table-check";
import { readNow } from "../../catalogue/table-head";
import type { Language } from "../../catalogue/words";
import { VIEWS, type Asked, type Calculated } from "../../pane/host";
import { HostFailure, sentence } from "./failures";
import { notationOfLocale } from "./locale";
import { openPart, userLanguage } from "./menu";
import { answer } from "./reply";
import type { Method, Requests } from "./rpc";
import { insertFormula, locale, readArea, readCells, readNames, readSelection, showCell } from "./sheet";
import { findTables, isChoice, isDataChoice, isPlace } from "./tables";

const ours: ReadonlySet<string> = new Set(catalogue.map((def) => def.name));

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === "string";

type Handlers = { readonly [M in Method]: (taken: readonly unknown[]) => Requests[M]["gives"] };
const handlers: Handlers = {
  start: () => ({ language: userLanguage(), notation: notationOfLocale(locale()).argument === ";" ? "semicolon" : "comma", ...(readFile("Help") as Pick<Requests["start"]["gives"], "functions" | "checkWords">) }),
  selection: () => readSelection(ours),
  calculate: ([name, args, language]) => {
    const def = typeof name === "string" ? findFunction(name) : undefined;
    if (!def || !Array.isArray(args) || (language !== "en" && language !== "ru")) throw new HostFailure("badRequest");
    return calculate(def, args.map(asked), language);
  },
  columns: ([name, language]) => (readFile("Columns") as Columns)[`${String(name)} ${String(language)}`] ?? null,
  names: () => readNames(),
  tables: () => findTables().tables,
  check: ([table, choice]) => {
    if (!isPlace(table) || (choice !== null && !isChoice(choice))) throw new HostFailure("badRequest");
    return readNow(checkTable(table, choice, findTables().lists), (area) => readArea(table.sheet, area));
  },
  data: ([table, choice, today]) => {
    if (!isPlace(table) || (choice !== null && !isDataChoice(choice)) || typeof today !== "number") throw new HostFailure("badRequest");
    return readNow(readDeals(table, choice, findTables().lists, today), (area) => readArea(table.sheet, area));
  },
  show: ([reference]) => {
    if (typeof reference !== "string") throw new HostFailure("badRequest");
    showCell(reference);
    return null;
  },
  open: ([view]) => {
    const part = VIEWS.find((each) => each === view);
    if (!part) throw new HostFailure("badRequest");
    openPart(part);
    return null;
  },
  insert: ([formula, overwrite, formats, at]) => {
    if (typeof formula !== "string" || typeof overwrite !== "boolean" || !Array.isArray(formats) || !isTextOrNull(at)) throw new HostFailure("badRequest");
    return insertFormula(formula, overwrite, formats, at, ours);
  },
};

/** By function and language. */
type Columns = Readonly<Record<string, Requests["columns"]["gives"]>>;
/** Texts are files of their own: Code.js is loaded for each cell that calculates, they only where the sidebar asks for them. */
const readFile = (name: "Help" | "Columns"): unknown => JSON.parse(HtmlService.createTemplateFromFile(name).getRawContent());

function asked(argument: unknown): Asked {
  if (argument === null) return null;
  if (typeof argument === "object" && "reference" in argument && typeof argument.reference === "string") return { reference: argument.reference };
  if (typeof argument === "object" && "value" in argument && (isPlain(argument.value) || isGrid(argument.value))) return { value: argument.value };
  throw new HostFailure("badRequest");
}

type Plain = number | string | boolean | null;
const isPlain = (value: unknown): value is Plain => value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean";
const isGrid = (value: unknown): value is readonly (readonly Plain[])[] => Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isPlain));

function calculate(def: Parameters<typeof call>[0], args: readonly Asked[], language: Language): Calculated {
  const values: unknown[] = [];
  for (const argument of args) {
    if (argument === null || "value" in argument) values.push(argument && argument.value);
    else {
      try {
        values.push(readCells(argument.reference));
      } catch (error) {
        if (!(error instanceof HostFailure)) throw error;
        return { unread: argument.reference, reason: sentence(error.kind, "", language) };
      }
    }
  }
  return call(def, values, { language, cells: plainCells });
}

export const rpc = (method: unknown, json: unknown): string => answer(handlers, method, json);
