/**
 * Formula text in the ways people type it. Everywhere inside the product a formula is English: commas, decimal points,
 * `{1,2;3,4}`; only what a person types or reads is in the notation of his program.
 *
 * Scanned by hand, one character after the other: the time grows with the length of the text, whatever the text is.
 */

export type Notation = {
  /** Between arguments. */
  readonly argument: "," | ";";
  readonly decimal: "." | ",";
  /** Between the columns and between the rows of an array constant. */
  readonly column: "," | ";" | "\\";
  readonly row: ";" | ":";
};

export const ENGLISH: Notation = { argument: ",", decimal: ".", column: ",", row: ";" };
/** Excel where decimals have a comma, as in Russian: `{1;2:3;4}`. */
export const EXCEL_DECIMAL_COMMA: Notation = { argument: ";", decimal: ",", column: ";", row: ":" };
/** Google Sheets in such a locale: `{1\2;3\4}`. */
export const SHEETS_DECIMAL_COMMA: Notation = { argument: ";", decimal: ",", column: "\\", row: ";" };

type Kind = "text" | "sheet" | "number" | "name" | "bracket" | "error" | "(" | ")" | "{" | "}" | "argument" | "column" | "row" | "operator" | "space";
/** `text` is what stands in an English formula. */
export type Token = { readonly kind: Kind; readonly text: string };

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
const isNameStart = (char: string): boolean => /[\p{L}_$]/u.test(char);
const isNamePart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{M}\p{N}_.$?]/u.test(char);
const isSpace = (char: string): boolean => char.trim() === "";
const OPERATORS = "+-*/^&=<>%:!@#";

/** After these an operand is finished, so that a decimal sign cannot begin a number. */
const OPERAND_END: ReadonlySet<Kind> = new Set<Kind>(["text", "number", "name", "bracket", "error", ")", "}"]);

/** The tokens of a formula without its leading `=`; null where it is no formula: an open quote or bracket, or a character that has no place in one. */
export function tokens(text: string, notation: Notation): readonly Token[] | null {
  const found: Token[] = [];
  const open: string[] = [];
  let braces = notation;
  let at = 0;
  const take = (kind: Kind, length: number, english?: string) => {
    found.push({ kind, text: english ?? text.slice(at, at + length) });
    at += length;
  };
  while (at < text.length) {
    const char = text[at] ?? "";
    const inside = open[open.length - 1] === "{";
    const previous = found[found.length - 1];
    if (char === '"' || char === "'") {
      const length = quotedLength(text, at, char);
      if (length === 0 || (char === "'" && text[at + length] !== "!")) return null;
      take(char === '"' ? "text" : "sheet", length);
    } else if (char === "[") {
      const length = bracketLength(text, at);
      if (length === 0) return null;
      take("bracket", length);
    } else if (isDigit(char) || (char === notation.decimal && isDigit(text[at + 1]) && !(previous && OPERAND_END.has(previous.kind)))) {
      const length = numberLength(text, at, notation.decimal);
      take("number", length, text.slice(at, at + length).replace(",", "."));
    } else if (isNameStart(char)) {
      let end = at + 1;
      while (isNamePart(text[end])) end++;
      take("name", end - at);
    } else if (char === "(" || char === "{") {
      if (inside) return null;
      open.push(char);
      if (char === "{") braces = bracesNotation(text, at, notation);
      take(char, 1);
    } else if (char === ")" || char === "}") {
      if (open.pop() !== (char === ")" ? "(" : "{")) return null;
      take(char, 1);
    } else if (inside && char === braces.column) take("column", 1, ENGLISH.column);
    else if (inside && char === braces.row) take("row", 1, ENGLISH.row);
    else if (!inside && char === notation.argument) take("argument", 1, ENGLISH.argument);
    else if (char === "#" && !(previous && OPERAND_END.has(previous.kind))) {
      const length = errorLength(text, at);
      if (length === 0) return null;
      take("error", length);
    } else if (OPERATORS.includes(char)) take("operator", 1);
    else if (isSpace(char)) take("space", 1, " ");
    else return null;
  }
  return open.length === 0 ? found : null;
}

/** Length of the text or sheet name that begins at `at`, doubled quotes included; 0 where it does not end. */
function quotedLength(text: string, at: number, quote: string): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] !== quote) continue;
    if (text[i + 1] !== quote) return i + 1 - at;
    i++;
  }
  return 0;
}

/** Brackets of a table: `[Amount]`, `[[#All],[Amount]]`. An apostrophe takes the meaning off the next character. */
function bracketLength(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i + 1 - at;
  }
  return 0;
}

function numberLength(text: string, at: number, decimal: string): number {
  let end = at;
  while (isDigit(text[end])) end++;
  if (text[end] === decimal && isDigit(text[end + 1])) {
    end++;
    while (isDigit(text[end])) end++;
  }
  if (text[end] === "e" || text[end] === "E") {
    const digits = text[end + 1] === "+" || text[end + 1] === "-" ? end + 2 : end + 1;
    if (isDigit(text[digits])) {
      end = digits;
      while (isDigit(text[end])) end++;
    }
  }
  return end - at;
}

const ERRORS = ["#N/A", "#VALUE!", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#NULL!"];
const errorLength = (text: string, at: number): number => ERRORS.find((error) => text.startsWith(error, at))?.length ?? 0;

/**
 * Which separators this array constant has. Both programs with decimal commas are understood by what the constant contains;
 * only a constant with nothing but `;` depends on the program.
 */
function bracesNotation(text: string, at: number, notation: Notation): Notation {
  if (notation.decimal === ".") return notation;
  for (let i = at + 1; i < text.length && text[i] !== "}"; i++) {
    if (text[i] === '"') i += Math.max(quotedLength(text, i, '"') - 1, 0);
    else if (text[i] === "\\") return SHEETS_DECIMAL_COMMA;
    else if (text[i] === ":") return EXCEL_DECIMAL_COMMA;
  }
  return notation;
}

export const english = (found: readonly Token[]): string => found.map((token) => token.text).join("");

/** An English formula as a person of that notation would see it; unchanged where it cannot be understood. */
export function inNotation(formula: string, notation: Notation): string {
  const found = tokens(formula, ENGLISH);
  if (!found) return formula;
  return found
    .map((token) => {
      if (token.kind === "number") return token.text.replace(".", notation.decimal);
      if (token.kind === "argument" || token.kind === "column" || token.kind === "row") return notation[token.kind];
      return token.text;
    })
    .join("");
}

export const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
export const unquoted = (literal: string): string => literal.slice(1, -1).replace(/""/g, '"');

/** A formula that is nothing but one call, such as `=CAC(B2,C2)`: its name and its arguments in English; null for any other. */
export function callOf(formula: string): { readonly name: string; readonly args: readonly string[] } | null {
  const found = formula.startsWith("=") ? tokens(formula.slice(1).trim(), ENGLISH) : null;
  const [name, opening] = found ?? [];
  if (!found || name?.kind !== "name" || opening?.kind !== "(") return null;
  const args: string[] = [];
  let depth = 0;
  let from = 2;
  for (let i = 1; i < found.length; i++) {
    const kind = found[i]?.kind;
    if (kind === "(") depth++;
    if (kind === ")") depth--;
    if ((kind === "argument" && depth === 1) || depth === 0) {
      args.push(english(found.slice(from, i)).trim());
      from = i + 1;
    }
    if (depth === 0) return i === found.length - 1 ? { name: name.text, args: args.length === 1 && args[0] === "" ? [] : args } : null;
  }
  return null;
}
