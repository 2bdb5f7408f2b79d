/** What a person types into the field of an argument ↔ what stands in the formula, and how its value is known before it is inserted. */
import { english, ENGLISH, inNotation, quoted, tokens, unquoted, type Notation, type Token } from "../catalogue/notation";
import type { Cell, Grid } from "../catalogue/grid";
import { typedNumber } from "./number";
import { englishFunction } from "./russian-names";
import { isName, isTableReference, reference } from "./reference";

/** Why a text cannot stand in a formula. `name` is a function of Excel that only has a name in English here. */
export type ArgumentProblem = { readonly kind: "formula" | "array" | "reference" | "longText" | "localName"; readonly name?: string };

/** `formula` is always English. */
export type Argument =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly formula: string; readonly value: Cell | Grid }
  /** Cells, to be read from the sheet. */
  | { readonly kind: "cells"; readonly formula: string }
  /** Only the sheet can calculate it. */
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "problem"; readonly problem: ArgumentProblem };

export type Typing = {
  readonly shape: "scalar" | "range";
  readonly notation: Notation;
  /** Names that are defined in the workbook, in small letters. */
  readonly names?: ReadonlySet<string>;
  /** Words that the argument accepts. They are texts even where they could be cells: `p80`. */
  readonly words?: readonly string[];
};

/** Excel: a text in a formula has at most 255 characters. */
const LONGEST_TEXT = 255;

const TRUTH: ReadonlyMap<string, boolean> = new Map([["true", true], ["истина", true], ["false", false], ["ложь", false]]);

export function readArgument(typed: string, typing: Typing): Argument {
  const text = typed.trim();
  if (text === "") return { kind: "blank" };
  if (text.startsWith("=")) return readFormula(text.slice(1).trim(), typing);
  return readWord(text, typing) ?? readLiteral(text, typing) ?? readReference(text, typing) ?? readText(text);
}

/** A percentile may be any: where `p80` is accepted, `p85` is too. */
const isPercentile = (word: string): boolean => word.length <= 8 && /^p\d+(?:[.,]\d+)?$/i.test(word);

function readWord(text: string, { words = [] }: Typing): Argument | null {
  const word = text.toLowerCase();
  return words.includes(word) || (isPercentile(word) && words.some(isPercentile)) ? textValue(text) : null;
}

/** Numbers, quoted texts, array constants, TRUE and FALSE. */
function readLiteral(text: string, { notation }: Typing): Argument | null {
  const number = typedNumber(text, notation);
  if (number) return { kind: "value", ...number };
  if (text.startsWith("{") && text.endsWith("}")) {
    const array = arrayConstant(text, notation);
    return array ? { kind: "value", formula: english(array.tokens), value: array.grid } : { kind: "problem", problem: { kind: "array" } };
  }
  if (text.startsWith('"')) {
    const [only, ...more] = tokens(text, notation) ?? [];
    if (only?.kind === "text" && more.length === 0) return textValue(unquoted(only.text));
  }
  const truth = TRUTH.get(text.toLowerCase());
  return truth === undefined ? null : { kind: "value", formula: truth ? "TRUE" : "FALSE", value: truth };
}

function readReference(text: string, { shape, names }: Typing): Argument | null {
  const cells = reference(text);
  if (cells !== null) return { kind: "cells", formula: cells };
  if (isTableReference(text) || (isName(text) && names?.has(text.toLowerCase()))) return { kind: "cells", formula: text };
  return shape === "range" && looksLikeReference(text) ? { kind: "problem", problem: { kind: "reference" } } : null;
}

/** `Deals!`, `B2:`, `B0:B5`: meant as cells, and better refused than taken for a text. */
function looksLikeReference(text: string): boolean {
  if (text.includes("!")) return true;
  if (!text.includes(":")) return false;
  for (const char of text) if (!/[A-Z\d$:]/i.test(char)) return false;
  return true;
}

function readText(text: string): Argument {
  return textValue(dottedDate(text) ?? text);
}

const textValue = (text: string): Argument =>
  text.length > LONGEST_TEXT ? { kind: "problem", problem: { kind: "longText" } } : { kind: "value", formula: quoted(text), value: text };

/** `01.02.2026` as `2026-02-01`, which is a date in every locale; null for any other text. */
function dottedDate(text: string): string | null {
  const match = text.length === 10 ? /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text) : null;
  const [day, month, year] = [match?.[1] ?? "", match?.[2] ?? "", match?.[3] ?? ""];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return match && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** After a leading `=`: a whole expression, which can never end the call that it stands in. */
function readFormula(text: string, typing: Typing): Argument {
  const plain = text === "" ? null : (readLiteral(text, typing) ?? readReference(text, { ...typing, shape: "scalar" }));
  if (plain) return plain;
  const found = tokens(text, typing.notation);
  if (!found || found.length === 0 || hasOuterSeparator(found)) return { kind: "problem", problem: { kind: "formula" } };
  const out: Token[] = [];
  for (const [i, token] of found.entries()) {
    const isCall = token.kind === "name" && found[i + 1]?.kind === "(";
    const name = token.kind === "name" ? englishName(token.text, isCall) : token.text;
    if (name === null) return { kind: "problem", problem: { kind: "localName", name: token.text } };
    out.push({ kind: token.kind, text: name });
  }
  const [only, ...more] = out;
  return { kind: only?.kind === "name" && more.length === 0 ? "cells" : "formula", formula: english(out) };
}

function hasOuterSeparator(found: readonly Token[]): boolean {
  let depth = 0;
  for (const { kind } of found) {
    if (kind === "(") depth++;
    else if (kind === ")") depth--;
    else if (kind === "argument" && depth === 0) return true;
  }
  return false;
}

/** Formulas are inserted in English; null for a function that we cannot translate. */
function englishName(name: string, isCall: boolean): string | null {
  const truth = TRUTH.get(name.toLowerCase());
  if (truth !== undefined) return truth ? "TRUE" : "FALSE";
  if (!isCall) return name;
  for (const char of name) if (!/[\w.]/.test(char)) return englishFunction(name);
  return name;
}

function arrayConstant(text: string, notation: Notation): { readonly tokens: readonly Token[]; readonly grid: Grid } | null {
  const found = tokens(text, notation)?.filter(({ kind }) => kind !== "space");
  if (!found || found.length < 3 || found[0]?.kind !== "{") return null;
  const grid: Cell[][] = [[]];
  let sign: "" | "-" | "+" = "";
  let expectsValue = true;
  for (const [i, token] of found.slice(1).entries()) {
    const isEnd = i === found.length - 2;
    if (token.kind === "operator" && (token.text === "-" || token.text === "+") && expectsValue && sign === "") sign = token.text;
    else if (isEnd || token.kind === "column" || token.kind === "row") {
      if (expectsValue || (isEnd && token.kind !== "}")) return null;
      if (token.kind === "row") grid.push([]);
      expectsValue = !isEnd;
    } else {
      const cell = constant(token);
      if (!expectsValue || cell === undefined || (sign !== "" && typeof cell !== "number")) return null;
      grid.at(-1)?.push(sign === "-" && typeof cell === "number" ? -cell : cell);
      sign = "";
      expectsValue = false;
    }
  }
  return grid.every((row) => row.length === grid[0]?.length) ? { tokens: found, grid } : null;
}

function constant(token: Token): Cell | undefined {
  if (token.kind === "number") return Number(token.text);
  if (token.kind === "text") return unquoted(token.text);
  if (token.kind === "error") return { error: token.text };
  return token.kind === "name" ? TRUTH.get(token.text.toLowerCase()) : undefined;
}

/** An argument of an existing formula as a person would type it: `"Won"` as Won, `0.5` as 0,5, an expression with a leading `=`. */
export function typedArgument(formula: string, typing: Typing): string {
  if (formula === "") return "";
  const shown = inNotation(formula, typing.notation);
  const [only, ...more] = tokens(formula, ENGLISH) ?? [];
  const candidates = only?.kind === "text" && more.length === 0 ? [unquoted(only.text), shown] : [shown];
  const same = candidates.find((typed) => {
    const argument = readArgument(typed, typing);
    return "formula" in argument && argument.formula === formula && (argument.kind !== "value" || typed.trim() === typed);
  });
  return same ?? `=${shown}`;
}

/** The formula of a call; arguments left out at the end are not written. */
export function formulaOf(name: string, args: readonly Argument[]): string {
  const texts = args.map((argument) => ("formula" in argument ? argument.formula : ""));
  while (texts.at(-1) === "") texts.pop();
  return `=${name}(${texts.join(",")})`;
}
