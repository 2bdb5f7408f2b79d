/**
 * Formulas as they stand in files. Excel stores a function of an add-in as `_xldudf_NAMESPACE_NAME(`, sometimes behind the file of
 * the add-in (`[2]!`, `Book.xla!`); newer functions of its own get `_xlfn.` and `_xlws.`.
 */
import { catalogue } from "../../../catalogue/index";
import { english, ENGLISH, tokens, type Token } from "../../../catalogue/notation";
import { columnName, sheetPrefix } from "../address";

export type FileTable = { readonly name: string; readonly sheet: string; readonly columns: readonly string[]; readonly firstColumn: number; readonly firstRow: number; readonly lastRow: number };
export type Surroundings = { readonly tables: readonly FileTable[]; readonly sheet: string; readonly row: number };

const OURS: ReadonlySet<string> = new Set(catalogue.map(({ name }) => name));
const OUR_ARRAYS: ReadonlySet<string> = new Set(catalogue.filter(({ returns }) => returns.shape !== "scalar").map(({ name }) => name));

/** One of our names in any spelling of a file: `CAC`, `_xldudf_CAC`, `_xldudf_SALES_CAC`, `SALES.CAC`; null for any other. */
export function ourName(spelling: string): string | null {
  const upper = spelling.toUpperCase();
  const isAddIn = upper.startsWith("_XLDUDF_");
  const plain = isAddIn ? upper.slice("_XLDUDF_".length) : upper;
  if (OURS.has(plain)) return plain;
  const cut = isAddIn ? plain.indexOf("_") : plain.lastIndexOf(".");
  const rest = cut > 0 ? plain.slice(cut + 1) : "";
  return OURS.has(rest) ? rest : null;
}

/** A formula out of a file, without its `=`; null where it needs what was not taken over. */
export function formulaFromFile(formula: string, surroundings: Surroundings): string | null {
  const found = tokens(formula, ENGLISH);
  if (!found) return formula;
  const out: Token[] = [];
  for (let i = 0; i < found.length; i += 1) {
    const token = found[i]!;
    if (token.kind === "name" && found[i + 1]?.kind === "(") {
      const ours = ourName(token.text);
      if (ours) {
        dropPrefix(out);
        out.push({ kind: "name", text: ours });
        continue;
      }
    }
    if (token.kind === "name" && found[i + 1]?.kind === "bracket") {
      const range = tableRange(token.text, found[i + 1]!.text, surroundings);
      if (range === null) return null;
      out.push({ kind: "name", text: range });
      i += 1;
      continue;
    }
    out.push(token.kind === "name" ? { ...token, text: token.text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.)+/i, "") } : token);
  }
  return english(out);
}

/** Takes away `[2]!`, `Book.xla!` and `'My book.xlam'!` in front of a function. */
function dropPrefix(out: Token[]): void {
  if (out.at(-1)?.text !== "!") {
    if (out.at(-1)?.kind === "sheet") out.pop();
    return;
  }
  out.pop();
  while (out.at(-1)?.kind === "name" || out.at(-1)?.kind === "bracket" || out.at(-1)?.kind === "sheet") out.pop();
}

/** `Deals[Amount]` and `Deals[@Amount]` as ranges; null for other forms and unknown tables. */
function tableRange(name: string, bracket: string, { tables, sheet, row }: Surroundings): string | null {
  const table = tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const parts = /^\[(@?)\[?([^[\]#@']+)\]?\]$/.exec(bracket);
  if (!table || !parts) return null;
  const at = table.columns.findIndex((column) => column.toLowerCase() === parts[2]!.trim().toLowerCase());
  if (at < 0) return null;
  const column = columnName(table.firstColumn + at);
  const prefix = table.sheet === sheet ? "" : sheetPrefix(table.sheet);
  return parts[1] === "@" ? `${prefix}$${column}${row + 1}` : `${prefix}$${column}$${table.firstRow + 1}:$${column}$${table.lastRow + 1}`;
}

/** Whether it reads another file, as `[1]Sheet1!A1` or `'[Book.xlsx]Sheet 1'!A1` do. */
export function refersElsewhere(formula: string): boolean {
  const found = tokens(formula, ENGLISH) ?? [];
  return found.some((token, i) => (token.kind === "bracket" && /^\[\d+\]$/.test(token.text) && found[i + 1]?.kind === "name") || (token.kind === "sheet" && token.text.includes("[")));
}

/** Functions of Excel that its files mark as newer; without the mark Excel shows #NAME?. */
const MARKED = new Set("FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY XLOOKUP XMATCH LET LAMBDA MAP REDUCE SCAN BYROW BYCOL MAKEARRAY VSTACK HSTACK TOROW TOCOL WRAPROWS WRAPCOLS TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND TEXTSPLIT TEXTBEFORE TEXTAFTER IFS SWITCH MAXIFS MINIFS CONCAT TEXTJOIN IFNA ARRAYTOTEXT VALUETOTEXT".split(" "));

/**
 * A formula for a file, without its `=`. Our functions get the spelling of an add-in without a namespace: a plain name stays
 * #NAME? in Excel until somebody enters it again (office-js #6611).
 */
export function formulaForFile(formula: string): string {
  const found = tokens(formula.slice(1), ENGLISH);
  if (!found) return formula.slice(1);
  return english(
    found.map((token, i) => {
      if (token.kind !== "name" || found[i + 1]?.kind !== "(") return token;
      const upper = token.text.toUpperCase();
      if (OURS.has(upper)) return { ...token, text: `_xldudf_${upper}` };
      return MARKED.has(upper) ? { ...token, text: `${upper === "FILTER" || upper === "SORT" ? "_xlfn._xlws." : "_xlfn."}${upper}` } : token;
    }),
  );
}

/** Those of them that give arrays. */
const ARRAYS = new Set("FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY MAP SCAN BYROW BYCOL MAKEARRAY VSTACK HSTACK TOROW TOCOL WRAPROWS WRAPCOLS TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND TEXTSPLIT".split(" "));

/** Whether an array comes up in a formula, even where one number is left of it: unless its cell says so, Excel takes one row of the array (`@`). */
export function givesArrays(formula: string): boolean {
  const found = tokens(formula.slice(1), ENGLISH) ?? [];
  return found.some(({ kind, text }, i) => kind === "name" && found[i + 1]?.kind === "(" && (ARRAYS.has(text.toUpperCase()) || OUR_ARRAYS.has(text.toUpperCase())));
}
