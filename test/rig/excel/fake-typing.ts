/** What Excel makes of a text written into a cell: it reads it as if it were typed. Harsher than Excel where Excel is not known. */

export type Plain = number | string | boolean;
export type Typed = { readonly value: Plain; readonly isText?: true } | { readonly formula: string };

export const ERRORS: ReadonlySet<unknown> = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#BUSY!", "#SPILL!"]);
const TRUTH: ReadonlyMap<string, boolean> = new Map([["TRUE", true], ["FALSE", false], ["ИСТИНА", true], ["ЛОЖЬ", false]]);
const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек";
const DATES: readonly RegExp[] = [
  /^\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d\d.*)?$/, /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/, /^\d{1,2}:\d\d/,
  new RegExp(`^(\\p{L}+,? )?(\\d{1,2}[ .-]+)?(${MONTHS})\\p{L}*\\.?[ -]+\\d{1,4}(,? \\d{4})?( г\\.?)?$`, "iu"), new RegExp(`^\\d{1,2}[ -](${MONTHS})\\p{L}*\\.?$`, "iu"),
];

/** @param text not empty */
export function typed(text: string): Typed {
  // An apostrophe in front makes a text, and is not read back.
  if (text.startsWith("'")) return { value: text.slice(1), isText: true };
  const clean = text.trim();
  const number = clean.replace(/^[+-]/, "").replace(/^\((.*)\)$/, "$1").replace(/^[$€₽£]\s?|\s?[$€₽£%]$/g, "").replace(/[\s,](?=\d{3}\b)/g, "");
  if (/^(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i.test(number)) return { value: (/^[-(]/.test(clean) ? -1 : 1) * Number(number.replace(",", ".")) };
  if (/^[=+@-]./.test(clean)) return { formula: clean.startsWith("=") ? clean : `=${clean}` };
  const truth = TRUTH.get(clean.toUpperCase());
  if (truth !== undefined) return { value: truth };
  if (DATES.some((date) => date.test(clean))) return { value: 46_000.5 };
  return { value: text };
}
