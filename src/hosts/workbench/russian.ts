/**
 * Typing as in a Russian Excel. The sheet has a Russian interface but reads only the English notation: `;` between arguments
 * gives #VALUE!, `1,5` and `25.12.2024` stay text, and `12,5%` silently becomes 125 %.
 */
import { CellValueType, type ICellData, type Injector } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import { FIRST_DATE, isoDay, serialOfDay } from "../../core/calendar";
import { english, ENGLISH, EXCEL_DECIMAL_COMMA, inNotation, tokens } from "../../catalogue/notation";
import type { Language } from "../../catalogue/words";
import { englishFunction } from "./russian-functions";

/** What a text means in a Russian Excel: a number with the format that shows it so; null where the sheet reads it rightly itself. */
export type Meant = { readonly v: number; readonly t: 2 | 3; readonly pattern: string | null };

export function readRussian(text: string): Meant | null {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "ИСТИНА" || upper === "ЛОЖЬ") return { v: upper === "ИСТИНА" ? 1 : 0, t: 3, pattern: null };
  return readDate(trimmed) ?? readPercent(trimmed) ?? readNumber(trimmed) ?? readRoubles(trimmed);
}

/** The same text in the notation that the sheet reads; null where it reads it rightly as it is. */
export function inEnglish(text: string): string | null {
  const meant = readRussian(text);
  if (meant === null) return null;
  if (meant.t === 3) return meant.v === 1 ? "TRUE" : "FALSE";
  if (meant.pattern?.startsWith(DAY)) return [isoDay(meant.v), ...text.trim().split(" ").slice(1)].join(" ");
  if (meant.pattern?.includes(ROUBLES)) return null; // the sheet would lose the sign
  return [...text.trim()].filter((sign) => sign.trim() !== "").join("").replace(",", ".");
}

const DAY = "dd.mm.yyyy";
const ROUBLES = " ₽";

function readDate(text: string): Meant | null {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (!parts) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const serial = serialOfDay(year, month, day);
  if (serial === null || serial < FIRST_DATE || hour > 23 || minute > 59 || second > 59) return null;
  const time = parts[4] === undefined ? "" : parts[6] === undefined ? " hh:mm" : " hh:mm:ss";
  return { v: serial + ((hour * 60 + minute) * 60 + second) / 86_400, t: 2, pattern: `${DAY}${time}` };
}

/** `1 200,50 ₽`; other currencies stay what they are, for a Russian Excel does not know them either. */
function readRoubles(text: string): Meant | null {
  const number = text.endsWith("₽") ? plainNumber(text.slice(0, -1).trim()) : null;
  return number && { v: Number(number.text), t: 2, pattern: `#,##0${number.decimals > 0 ? `.${"0".repeat(Math.min(number.decimals, 8))}` : ""}"${ROUBLES}"` };
}

function readPercent(text: string): Meant | null {
  if (!text.endsWith("%")) return null;
  const number = plainNumber(text.slice(0, -1).trim());
  if (number === null) return null;
  const decimals = number.decimals;
  // Moving the decimal point in the text, not dividing: 12,3 / 100 is 0.12300000000000001.
  return { v: Number(`${number.text}e-2`), t: 2, pattern: decimals === 0 ? "0%" : `0.${"0".repeat(Math.min(decimals, 8))}%` };
}

function readNumber(text: string): Meant | null {
  const number = plainNumber(text);
  if (number === null || (!number.grouped && number.decimals === 0)) return null; // plain digits need no help
  return { v: Number(number.text), t: 2, pattern: number.grouped ? (number.decimals === 0 ? "#,##0" : "#,##0.00") : null };
}

/** `1 000,50` in the English notation; null for anything else. Spaces only between groups of three. */
function plainNumber(text: string): { readonly text: string; readonly decimals: number; readonly grouped: boolean } | null {
  const parts = /^([-+]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?$/.exec(text);
  if (!parts) return null;
  const [, sign = "", whole = "", decimals = ""] = parts;
  const digits = whole.replace(/[ \u00a0\u202f]/g, "");
  return { text: `${sign === "-" ? "-" : ""}${digits}${decimals ? `.${decimals}` : ""}`, decimals: decimals.length, grouped: digits !== whole };
}

/**
 * A formula as typed in a Russian Excel, in the English notation. English notation is understood too, where it cannot be Russian:
 * in `=CAC(B2,C2)` the comma cannot be a decimal one; in `=CAC(1,5)` it is.
 */
export function readRussianFormula(formula: string): string {
  if (!formula.startsWith("=")) return formula;
  const found = tokens(formula.slice(1), EXCEL_DECIMAL_COMMA);
  if (!found) return formula;
  const names = found.map((token, i) => {
    if (token.kind !== "name") return token;
    const upper = token.text.toUpperCase();
    if (upper === "ИСТИНА" || upper === "ЛОЖЬ") return { ...token, text: upper === "ИСТИНА" ? "TRUE" : "FALSE" };
    return found[i + 1]?.kind === "(" ? { ...token, text: englishFunction(token.text) ?? token.text } : token;
  });
  return `=${english(names)}`;
}

/** In the English notation too, what can only be Russian is understood: `=CAC(100;4)`, which somebody copied, would be no formula at all. */
export function readEnglishFormula(formula: string): string {
  return formula.startsWith("=") && tokens(formula.slice(1), ENGLISH) === null ? readRussianFormula(formula) : formula;
}

export const showRussianFormula = (formula: string): string => `=${inNotation(formula.slice(1), EXCEL_DECIMAL_COMMA)}`;

/**
 * Only what a person types into a cell or the formula bar: formulas that come from the pane or a file are English already, and the
 * comma of `=CAC(100,4)` must not become a decimal one there.
 */
export function acceptRussianInput(injector: Injector, language: () => Language): void {
  const interceptor = injector.get(SheetInterceptorService).writeCellInterceptor;
  // A formula is shown and edited in the notation in which it will be read: else the comma of one that the pane wrote, such as
  // =CAC(100,4), would become a decimal one with the next Enter. Not calling `next` ends the chain: what comes after puts the
  // English formula back. It also draws the border of a spill, which is missing then.
  interceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 1000,
    handler(cell, { unitId, subUnitId, row, col }, next) {
      const formula = language() === "ru" ? injector.get(FormulaDataModel).getFormulaStringByCell(row, col, subUnitId, unitId) : null;
      const russian = formula ? showRussianFormula(formula) : formula;
      return formula && russian !== formula ? { ...cell, f: russian } : next(cell);
    },
  });
  interceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1000, // before the number formats, which would read 12,5% as 125 %
    handler(cell, _context, next) {
      const meant = cell && (language() === "ru" ? correct(cell) : typeof cell.f === "string" ? { ...cell, f: readEnglishFormula(cell.f) } : cell);
      return meant?.t === CellValueType.BOOLEAN ? meant : next(meant); // further on, the 1 of a TRUE would become a number
    },
  });
}

function correct(cell: ICellData): ICellData {
  if (typeof cell.f === "string" && cell.f.startsWith("=")) return { ...cell, f: readRussianFormula(cell.f) };
  const text = cell.p?.body?.dataStream.replace(/\r?\n$/, "") ?? (typeof cell.v === "string" ? cell.v : null);
  const meant = text === null || cell.t === CellValueType.FORCE_STRING ? null : readRussian(text);
  if (!meant) return cell;
  const style = typeof cell.s === "object" ? cell.s : {};
  return { ...cell, v: meant.v, t: meant.t, p: undefined, ...(meant.pattern === null ? {} : { s: { ...style, n: { pattern: meant.pattern } } }) };
}
