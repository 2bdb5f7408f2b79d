/** What stands in a field of a form, read for its column: pure, so that the same text is always read in the same way. */
import { english, inNotation, tokens, type Notation } from "../../../catalogue/notation";
import { isFormula } from "../../../plan/change";
import { isTooLong } from "../../../plan/lengths";
import type { PlanRow, Typed } from "../../../plan/plan";
import type { Column } from "../../../plan/schema";
import type { Language, Words } from "../../../plan/words";
import { hundredth, typedNumber } from "../../number";
import { editable } from "../amounts";
import { dayText, typedDay } from "../days";
import { FIELD_WORDS } from "./words";

/** How texts are written and read. `percent`: a number field that holds a share and is typed as percent. */
export type Reading = { readonly language: Language; readonly notation: Notation; readonly today: number; readonly percent: boolean };

export type ReadField = { readonly value: Typed } | { readonly problem: Words };

const BLANK: ReadField = { value: null };

/** The text that stands for a cell of the plan; what was not understood stands there as it was typed. */
export function fieldText(column: Column, row: PlanRow, reading: Reading): string {
  const formula = row.formulas[column.field];
  if (formula !== undefined) return inNotation(formula, reading.notation);
  const odd = row.odd[column.field];
  if (odd !== undefined) return typeof odd === "object" && odd !== null ? odd.error : String(odd ?? "");
  const value = (row.fields as Readonly<Record<string, string | number | null>>)[column.field] ?? null;
  return value === null ? "" : valueText(column, value, reading);
}

export function valueText(column: Column, value: string | number, { language, notation, percent }: Reading): string {
  if (typeof value === "string") return value;
  if (column.kind === "date") return dayText(value, language);
  return editable(column.kind === "share" || percent ? Number((value * 100).toPrecision(14)) : value, notation.decimal);
}

export function readField(column: Column, text: string, reading: Reading): ReadField {
  const found = readAny(column, text, reading);
  return "value" in found && isTooLong(found.value) ? { problem: isFormula(found.value) ? FIELD_WORDS.longFormula : FIELD_WORDS.longText } : found;
}

function readAny(column: Column, text: string, { notation, today, percent }: Reading): ReadField {
  const trimmed = text.trim();
  if (trimmed === "") return BLANK;
  if (trimmed.startsWith("=") && column.field === "actual") {
    const found = tokens(trimmed.slice(1), notation);
    return found === null || found.length === 0 ? { problem: FIELD_WORDS.wrongFormula } : { value: { formula: `=${english(found)}` } };
  }
  switch (column.kind) {
    case "number":
    case "share": {
      const number = typedNumber(trimmed, notation);
      if (number === null) return { problem: FIELD_WORDS.wrongNumber };
      // Without a sign 25 means 25 percent here: the sign stands beside the field.
      return { value: (column.kind === "share" || percent) && !trimmed.endsWith("%") ? hundredth(number.value) : number.value };
    }
    case "date": {
      const day = typedDay(trimmed, today);
      return day === null ? { problem: FIELD_WORDS.wrongDay } : { value: day };
    }
    default:
      return { value: column.kind === "long" ? text : trimmed };
  }
}
