/** Words to choose from, and colours of cells by their word: in a file, in a plain workbook, and in the data of the sheet. */
import type { ISheetDataValidationRule, IWorkbookData } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import { cellName, parseRange } from "../address";
import { LIMITS } from "./file-error";
import type { Area, LeftBehind, PlainList, PlainMark } from "./plain-book";

/** What can be taken over, and whether there is more. */
export type Looks = { readonly lists: readonly PlainList[]; readonly marks: readonly PlainMark[]; readonly left: readonly LeftBehind[] };

const looks = (lists: readonly (PlainList | null)[], marks: readonly (PlainMark | null)[]): Looks => ({
  lists: lists.flatMap((list) => list ?? []),
  marks: marks.flatMap((mark) => mark ?? []),
  left: [...(marks.includes(null) ? ["conditions" as const] : []), ...(lists.includes(null) ? ["validations" as const] : [])],
});

// ---- a file -----------------------------------------------------------------------------

/** So many characters a list of words may have in a file; Excel takes one with more for damaged. */
const LONGEST_LIST = 255;
const isWritable = ({ words }: PlainList): boolean => words.join(",").length <= LONGEST_LIST;

export const looksOfFile = ({ dataValidations = [], conditionalRules = [] }: { readonly dataValidations?: readonly DataValidation[]; readonly conditionalRules?: readonly ConditionalRule[] }): Looks =>
  looks(dataValidations.map(listOfFile), conditionalRules.map(markOfFile));

function listOfFile({ type, values, range, showErrorMessage, errorStyle }: DataValidation): PlainList | null {
  const areas = areasOf(range);
  return type === "list" && values && areas ? { areas, words: values, isStrict: showErrorMessage === true && (errorStyle ?? "stop") === "stop" } : null;
}

function markOfFile({ type, operator, formula, range, style }: ConditionalRule): PlainMark | null {
  const areas = areasOf(range);
  const [, word] = /^"((?:[^"]|"")*)"$/.exec(typeof formula === "string" ? formula : "") ?? [];
  const { font, fill } = style ?? {};
  const colours = { ...hexOf("color", font?.color?.rgb), ...hexOf("fill", fill?.type === "pattern" ? (fill.bgColor ?? fill.fgColor)?.rgb : undefined) };
  return type === "cellIs" && operator === "equal" && word !== undefined && areas && Object.keys(colours).length > 0 ? { areas, word: word.replaceAll('""', '"'), ...colours } : null;
}

const hexOf = <K extends string>(key: K, rgb: string | undefined): Partial<Record<K, string>> => (rgb && /^[0-9a-f]{6,8}$/i.test(rgb) ? { [key]: `#${rgb.slice(-6).toLowerCase()}` } as Record<K, string> : {});

/** null where one of them is no area of cells. */
function areasOf(range: string): readonly Area[] | null {
  const areas = range.split(/\s+/).map((part): Area | null => {
    const found = parseRange(part);
    return found && found.left !== null && found.right !== null ? { startRow: found.top ?? 0, startColumn: found.left, endRow: found.bottom ?? LIMITS.rows - 1, endColumn: found.right } : null;
  });
  return areas.includes(null) ? null : (areas as readonly Area[]);
}

const rangeOf = (areas: readonly Area[]): string => areas.map(({ startRow, startColumn, endRow, endColumn }) => `${cellName(startRow, startColumn)}:${cellName(endRow, endColumn)}`).join(" ");

export const looksForFile = ({ lists = [], marks = [] }: Partial<Looks>): { readonly dataValidations?: DataValidation[]; readonly conditionalRules?: ConditionalRule[] } => ({
  ...(lists.length > 0 && {
    dataValidations: lists.filter(isWritable).map(({ areas, words, isStrict }): DataValidation => ({ type: "list", values: [...words], allowBlank: true, showErrorMessage: isStrict, range: rangeOf(areas) })),
  }),
  ...(marks.length > 0 && {
    conditionalRules: marks.map(({ areas, word, color, fill }, i): ConditionalRule => ({
      type: "cellIs", operator: "equal", priority: i + 1, formula: `"${word.replaceAll('"', '""')}"`, range: rangeOf(areas),
      style: { ...(color && { font: { color: { rgb: color.slice(1) } } }), ...(fill && { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill.slice(1) }, bgColor: { rgb: fill.slice(1) } } }) },
    })),
  }),
});

// ---- the sheet --------------------------------------------------------------------------

const [LISTS, MARKS] = ["SHEET_DATA_VALIDATION_PLUGIN", "SHEET_CONDITIONAL_FORMATTING_PLUGIN"];
/** Refuses other words. */
const STOP = 1;

/** @param sheets with their ids and numbers of rows; an area ends with its sheet */
export function looksData(sheets: readonly (Partial<Looks> & { readonly id: string; readonly rows: number })[]): IWorkbookData["resources"] {
  const data = <T>(name: string, rulesOf: (sheet: (typeof sheets)[number], within: (areas: readonly Area[]) => Area[]) => readonly T[]) => ({
    name,
    data: JSON.stringify(Object.fromEntries(sheets.flatMap((sheet) => {
      const rules = rulesOf(sheet, (areas) => areas.filter(({ startRow }) => startRow < sheet.rows).map((area) => ({ ...area, endRow: Math.min(area.endRow, sheet.rows - 1) })));
      return rules.length > 0 ? [[sheet.id, rules]] : [];
    }))),
  });
  return [
    data(LISTS, ({ id, lists = [] }, within) => lists.map(({ areas, words, isStrict }, i): ISheetDataValidationRule => listRule(`${id}-${i}`, within(areas), words, isStrict))),
    data(MARKS, ({ id, marks = [] }, within) => marks.map(({ areas, word, color, fill }, i): IConditionFormattingRule => markRule(`${id}-${i}`, within(areas), word, { color, fill }))),
  ];
}

/** @param isStrict other words are refused, and not only marked */
export const listRule = (uid: string, ranges: Area[], words: readonly string[], isStrict: boolean): ISheetDataValidationRule =>
  ({ uid, type: "list", formula1: words.join(","), ranges, allowBlank: true, showErrorMessage: isStrict, errorStyle: isStrict ? STOP : 2, renderMode: 1, showDropDown: true });

export const markRule = (cfId: string, ranges: Area[], word: string, { color, fill }: Pick<PlainMark, "color" | "fill">): IConditionFormattingRule =>
  ({ cfId, ranges, stopIfTrue: false, rule: { type: "highlightCell", subType: "text", operator: "equal", value: word, style: { ...(fill && { bg: { rgb: fill } }), ...(color && { cl: { rgb: color } }) } } }) as IConditionFormattingRule;

/** What the sheet of this id has; lists too long for a file are told as left behind. */
export function looksOfData({ resources }: IWorkbookData): (sheetId: string) => Looks {
  const all = <T>(name: string): Readonly<Record<string, readonly T[]>> => JSON.parse(resources?.find((resource) => resource.name === name)?.data || "{}") as Record<string, readonly T[]>;
  const [lists, marks] = [all<ISheetDataValidationRule>(LISTS), all<IConditionFormattingRule>(MARKS)];
  return (sheetId) => looks((lists[sheetId] ?? []).map(listOfRule), (marks[sheetId] ?? []).map(markOfRule));
}

function listOfRule({ type, formula1 = "", ranges, showErrorMessage, errorStyle }: ISheetDataValidationRule): PlainList | null {
  const list = { areas: ranges.map(areaOf), words: formula1.split(","), isStrict: showErrorMessage === true && errorStyle === STOP };
  return type === "list" && formula1 !== "" && !formula1.startsWith("=") && isWritable(list) ? list : null;
}

type TextRule = { readonly type: string; readonly subType?: string; readonly operator?: string; readonly value?: unknown; readonly style?: { readonly bg?: { readonly rgb?: string | null } | null; readonly cl?: { readonly rgb?: string | null } | null } };

function markOfRule({ ranges, rule }: IConditionFormattingRule): PlainMark | null {
  const { type, subType, operator, value, style } = rule as TextRule;
  const colours = { ...hexOf("color", style?.cl?.rgb?.replace("#", "")), ...hexOf("fill", style?.bg?.rgb?.replace("#", "")) };
  return type === "highlightCell" && subType === "text" && operator === "equal" && typeof value === "string" && Object.keys(colours).length > 0 ? { areas: ranges.map(areaOf), word: value, ...colours } : null;
}

const areaOf = ({ startRow, startColumn, endRow, endColumn }: Area): Area => ({ startRow, startColumn, endRow, endColumn });
