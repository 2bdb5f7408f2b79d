/** What a picture says: short numbers, sentences, and the table behind it. */
import type { Unit } from "../../catalogue/define";
import type { Language, Words } from "../../catalogue/words";
import { number, plainNumber } from "../format";
import { visible } from "../spoofing";
import { say } from "../words";
import type { Standing } from "./aim";
import { known, type Maybe } from "./scale";
import { CHART_WORDS } from "./words";

/** Rows of names and of numbers as text; the first column names the row. */
export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What the data say. Without a table there is nothing to draw, and the finding says why. */
export type Account = { readonly finding: string; readonly standing: Standing | null; readonly table: ChartTable | null };

export const nothing = (words: Words, language: Language): Account => ({ finding: sentences(words[language]), standing: null, table: null });

/** A minus is no hyphen: readers would leave that out. */
const minus = (text: string): string => text.replace(/-/g, "−");

const DIGITS = { maximumSignificantDigits: 3 } as const;

/** So large numbers take a word for the thousands; counts keep their digits longer. */
const LARGE = { count: 1e5, other: 1e4 };

/** Three digits, and a word for the thousands: `1.23M`, `1,23 млн`. `signed`: a plus stands before what is more than 0. */
export function short(value: Maybe | undefined, unit: Unit, language: Language, signed = false): string {
  const found = known(value);
  if (found === null) return CHART_WORDS.noData[language];
  const text = found < 1e4 && found > -1e4 && (unit === "days" || unit === "months") ? number(Number(found.toPrecision(3)) || 0, unit, language)
    : unit === "rate" ? percentText(found, language) : compact(found, unit === "count" ? LARGE.count : LARGE.other, language);
  return signed && found > 0 ? `+${text}` : minus(text);
}

/** On an axis: round values, and no word for days. */
export const tickText = (value: number, unit: Unit, language: Language): string => minus(unit === "rate" ? percentText(value, language) : compact(value, 1000, language));

const percentText = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { ...DIGITS, style: "percent", ...(Math.abs(value) >= 1e4 && { notation: "scientific" }) }).format(value || 0);

function compact(value: number, large: number, language: Language): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size < 1e-4 && size > 0)) return plainNumber(Number(value.toPrecision(3)), language);
  return new Intl.NumberFormat(language, size >= large ? { ...DIGITS, notation: "compact" } : size >= 1000 ? { maximumFractionDigits: 0 } : DIGITS).format(value || 0);
}

/** In a table: not known, or not to be counted. */
export const NOTHING = "–";

/** In full, for a table. */
export const full = (value: Maybe | undefined, unit: Unit, language: Language): string => {
  const found = known(value);
  return found === null ? NOTHING : minus(number(Number(found.toPrecision(12)) || 0, unit, language));
};

/** A name of the workbook, at most so long; hidden characters are shown. */
export function clip(name: string, length = 60): string {
  const letters = [...visible(name)];
  return letters.length <= length ? letters.join("") : `${letters.slice(0, length - 1).join("")}…`;
}

/** A name within a sentence; one that is written from right to left must not turn the rest around. */
export function inText(name: string): string {
  const text = clip(name, 40);
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
}

/** Parts one after another, each with its full stop; `тыс.` brings its own. */
export const sentences = (...parts: readonly (string | false | null)[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").map((part) => (String(part).endsWith(".") ? part : `${String(part)}.`)).join(" ");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** So many rows are read out; the rest are in the table. */
const READ = 12;

/** The picture in words, for those who do not see it. */
export function summary({ finding, table }: Account, language: Language): string {
  if (!table) return finding;
  const rows = table.rows.slice(0, READ).map(([name = "", ...cells]) => `${name}: ${cells.map((cell, i) => `${table.head[i + 1] ?? ""} ${cell === NOTHING ? CHART_WORDS.noData[language] : cell}`).join(", ")}`);
  return sentences(finding, ...rows, table.rows.length > READ && say(CHART_WORDS.moreRows, language, plainNumber(table.rows.length - READ, language)));
}
