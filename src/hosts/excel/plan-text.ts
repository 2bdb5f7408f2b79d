/** What Excel makes of a value that is written into a cell: texts are read as if they were typed. */
import { looksLikeFormula } from "../../catalogue/gate";
import { BookFailure, type CellWrite } from "../../plan/book";
import { withNamespace } from "./namespace";

/** Characters of one cell. */
const LONGEST = 32_767;
/** What a number, an amount, a share, an error or a text that is marked as one may begin with. */
const OPENS_VALUE = /[\p{Nd}\p{Sc}.,(#%']/u;
const LETTER = /\p{L}/u;
/** `2026-Q3` stands in every row, and no program takes it for a date. */
const CYCLE = /^\d{4}-[QHMW]\d{1,2}$/;
const LOGICAL: ReadonlySet<string> = new Set(["true", "false", "истина", "ложь"]);

/** As `Range.formulas` takes it; "" clears a cell. */
export function excelCell(cell: Exclude<CellWrite, undefined>, sheet: string): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "object") return withNamespace(cell.formula);
  if (typeof cell === "number" && !Number.isFinite(cell)) throw new BookFailure("other", sheet, null, "not a number");
  if (typeof cell === "string" && cell.length > LONGEST) throw new BookFailure("tooLarge", sheet);
  return typeof cell === "string" ? excelText(cell) : cell;
}

/** With an apostrophe in front where Excel would read more than a text; it does not become part of the text. */
export const excelText = (text: string): string => (looksLikeFormula(text) || mayBeValue(text) ? `'${text}` : text);

/**
 * Whether typing it might give a number, a date, a logical value or an error. Which words are months depends on the language of
 * Excel, so any few words with a number are suspect; an apostrophe too many is only seen in the formula bar.
 */
function mayBeValue(text: string): boolean {
  let first = "";
  let [words, firstWord] = [0, 0];
  let [isInWord, hasDigit] = [false, false];
  for (const char of text) {
    const isLetter = LETTER.test(char);
    if (isLetter && !isInWord) words += 1;
    if (isLetter && words === 1) firstWord += 1;
    isInWord = isLetter;
    if (char >= "0" && char <= "9") hasDigit = true;
    if (first === "" && char.trim() !== "") first = char;
  }
  if (OPENS_VALUE.test(first)) return !CYCLE.test(text);
  if (!LETTER.test(first)) return false;
  // Months have three letters and more: the label of `G-003 New customers` is none.
  return hasDigit ? firstWord >= 3 && words < 4 : LOGICAL.has(text.trim().toLowerCase());
}
