/**
 * What Sheets makes of a text in `setValues`: it reads it as if it were typed. An apostrophe in front makes a text and is not read back.
 * Stricter than the real one where the real one is not known: whatever could be taken for something else is.
 */
import { sheetDate } from "./zone";

export type Cell = number | string | boolean | Date;
export type Typed = { readonly value: Cell } | { readonly formula: string };

const ERRORS = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)$/;
const TRUTH: ReadonlyMap<string, boolean> = new Map([["true", true], ["false", false], ["истина", true], ["ложь", false]]);

export function typed(text: string, zone: string, isRussian: boolean): Typed {
  if (text.startsWith("'")) return { value: text.slice(1) };
  const clean = text.trim();
  if (clean.startsWith("=")) return { formula: clean };
  if (clean.startsWith("+") || (clean.startsWith("-") && clean.length > 1)) return { formula: `=${clean}` };
  if (clean.startsWith("@")) throw new Error(`the fake does not know what Sheets makes of ${clean}`);
  const truth = TRUTH.get(clean.toLowerCase());
  if (truth !== undefined) return { value: truth };
  if (ERRORS.test(clean)) return { formula: `=${clean}` };
  const number = (isRussian ? clean.replace(",", ".") : clean.replace(/,(?=\d{3}\b)/g, "")).replace(/^[$€₽£]\s?|\s?[$€₽£]$/, "");
  if (/^\d+(?:\.\d*)?(?:e[+-]?\d+)?%?$/i.test(number)) return { value: number.endsWith("%") ? Number(number.slice(0, -1)) / 100 : Number(number) };
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean) ?? /^(\d{4})-(\d\d)-(\d\d)[T ]\d\d:\d\d/.exec(clean);
  if (date) return { value: sheetDate(`${date[1]}-${date[2]!.padStart(2, "0")}-${date[3]!.padStart(2, "0")}`, zone) };
  const short = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?$/.exec(clean);
  if (short) return { value: sheetDate(`${short[3] ?? "2026"}-${short[2]!.padStart(2, "0")}-${short[1]!.padStart(2, "0")}`, zone) };
  if (/^\d{1,2}:\d\d/.test(clean)) return { value: sheetDate(`1899-12-30T${clean.padStart(5, "0").slice(0, 5)}:00`, zone) };
  return { value: text };
}
