/**
 * What Sheets is handed for a cell. `setValues` reads a text as if it were typed: `3/4` becomes a date, `00123` a number, `TRUE` a truth
 * value, `=…` a formula. An apostrophe in front keeps it a text and is not read back.
 */
import { looksLikeFormula } from "../../catalogue/gate";
import { inNotation, type Notation } from "../../catalogue/notation";
import { BookFailure, type CellWrite } from "../../plan/book";
import { asColumns } from "../../catalogue/plan-names";

/** Of a cell; Sheets refuses more. */
const LONGEST = 50_000;

/** Truth values in the languages of Sheets that are typed in Latin or Cyrillic letters. */
const TRUTH: ReadonlySet<string> = new Set(
  "true false истина ложь істина хибність wahr falsch vrai faux verdadero falso vero verdadeiro prawda fałsz waar onwaar sand falsk sann usann tosi epätosi igaz hamis pravda nepravda adevărat fals doğru yanlış".split(" "),
);

/** Everything that could be more than a text; a needless apostrophe does no harm. */
const isDelicate = (text: string): boolean => looksLikeFormula(text) || /^['#]|\d/.test(text) || TRUTH.has(text.trim().toLowerCase());

export function asWritten(cell: Exclude<CellWrite, undefined>, notation: Notation): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "object") return formulaText(cell.formula, notation);
  if (typeof cell !== "string") return cell;
  if (cell.length >= LONGEST) throw new BookFailure("tooLarge", null, null, cell.slice(0, 40));
  return isDelicate(cell) ? `'${cell}` : cell;
}

/** The one kind of text that becomes a formula. */
function formulaText(formula: string, notation: Notation): string {
  if (!formula.startsWith("=")) throw new BookFailure("other", null, null, "not a formula");
  return inNotation(asColumns(formula), notation);
}
