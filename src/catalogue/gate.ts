/**
 * The gate for every text that goes into a cell or a file: a text that a spreadsheet would take for a formula is made harmless.
 * Texts come out of other people's data; a lead called `=HYPERLINK(…)` must stay a name.
 *
 * Whoever reads a cell back gets the text without the apostrophe, so each new writing goes through the gate again.
 */

/** What starts a formula for one program or another: OWASP's list, and the wide forms of East Asian typing. */
const STARTS: ReadonlySet<string> = new Set(["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]);

/** By hand and not by a pattern: a cell may hold 32,767 spaces, and a pattern may try them all again and again. */
export function looksLikeFormula(text: string): boolean {
  for (const char of text) {
    if (STARTS.has(char)) return true;
    if (char !== "\u200b" && char.trim() !== "") return false;
  }
  return false;
}

/** A text for a cell of a host that reads what is written as if it were typed. Numbers are not texts: they go as numbers. */
export const toCellText = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);
