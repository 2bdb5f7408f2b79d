/**
 * Formulas as texts. A reference to the own row, such as `A5` in row 5, is kept as `A{row}`: rows are sorted and inserted, and the formula
 * goes with its row. No formula has braces after letters otherwise.
 */

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** What a name, a number, a sheet or a reference may consist of, so that what touches it is no reference of its own. */
const isPart = (code: number): boolean => isLetter(code) || isDigit(code) || code === 95 || code === 46 || code === 36 || code === 33 || code > 127;

const HOLE = "{row}";

/** Outside of texts and quoted names `outside` rewrites; what is quoted stays. */
function rewrite(formula: string, outside: (part: string) => string): string {
  let out = "";
  let from = 0;
  for (let i = 0; i < formula.length; i += 1) {
    const quote = formula[i];
    if (quote !== '"' && quote !== "'") continue;
    const end = formula.indexOf(quote, i + 1);
    const stop = end < 0 ? formula.length - 1 : end;
    out += outside(formula.slice(from, i)) + formula.slice(i, stop + 1);
    from = stop + 1;
    i = stop;
  }
  return out + outside(formula.slice(from));
}

/** @param row of the cell, counted from 0 */
export function fromRow(formula: string, row: number): string {
  const number = String(row + 1);
  if (!formula.includes(number)) return formula;
  return rewrite(formula, (part) => {
    let out = "";
    let from = 0;
    for (let i = part.indexOf(number); i >= 0; i = part.indexOf(number, i + number.length)) {
      let start = i;
      while (start > 0 && i - start < 4 && isLetter(part.charCodeAt(start - 1))) start -= 1;
      // `$A5` follows the row too.
      const before = start > 0 && part[start - 1] === "$" ? start - 1 : start;
      const isRef = i - start >= 1 && i - start <= 3 && !(before > 0 && isPart(part.charCodeAt(before - 1))) && !isPart(part.charCodeAt(i + number.length)) && part[i + number.length] !== "(";
      if (!isRef) continue;
      out += part.slice(from, i) + HOLE;
      from = i + number.length;
    }
    return out + part.slice(from);
  });
}

export const toRow = (formula: string, row: number): string => rewrite(formula, (part) => part.split(HOLE).join(String(row + 1)));

/** Programs write formulas their own way: capitals and blanks outside of texts do not count. */
export const sameFormula = (formula: string): string => rewrite(formula, (part) => part.toUpperCase().replace(/\s/g, ""));
