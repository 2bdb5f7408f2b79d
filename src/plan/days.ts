/** Days as people type and read them. A day is a serial number of the 1900 system. Scanned by hand: a field may hold anything. */
import { isoDay, serialOfDay } from "../core/calendar";
import type { Language } from "./words";

/** A day never parts from its month at the end of a line. */
const NBSP = "\u00a0";
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
const dateOf = (serial: number): Date => new Date(FIRST_DAY + Math.floor(serial) * DAY_MS);
const two = (number: number): string => String(number).padStart(2, "0");

/** As it is typed: `31.07.2026` in Russian, `2026-07-31` in English, where 07/08 would be read in two ways. */
export function dayText(serial: number, language: Language): string {
  const date = dateOf(serial);
  return language === "ru" ? `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}` : isoDay(serial);
}

/** As it is read: `31 июл.`, `31 Jul`; with the year where it is not that of `today`. */
export function shortDay(serial: number, language: Language, today: number): string {
  const year = dateOf(serial).getUTCFullYear() === dateOf(today).getUTCFullYear() ? {} : { year: "numeric" as const };
  // British September alone has four letters, and the charts call it Sep.
  return new Intl.DateTimeFormat(language === "ru" ? "ru" : "en-GB", { day: "numeric", month: "short", ...year, timeZone: "UTC" }).format(dateOf(serial)).replace("Sept", "Sep").split(" ").join(NBSP);
}

/** `июль`, `Jul`: the month in which the day lies. */
export const monthName = (serial: number, language: Language, length: "long" | "short"): string => new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" }).format(dateOf(serial));

/** `Jul 2026`, `июль 2026`. */
export const monthAndYear = (serial: number, language: Language): string => `${monthName(serial, language, "short")} ${dateOf(serial).getUTCFullYear()}`;

/**
 * `31.07.2026`, `31.07.26`, `31.07` (of the year of `today`), `2026-07-31`; with dots the day stands first.
 * null for anything else, `07/31/2026` too: nobody can tell which of two numbers is the month.
 */
export function typedDay(text: string, today: number): number | null {
  const { parts, signs } = split(text.trim());
  const [a, b, c] = parts.map(Number);
  if (a === undefined || b === undefined || signs.length > 2) return null;
  const sign = signs[0];
  if (signs.some((each) => each !== sign)) return null;
  if (sign === "-") return c !== undefined && parts[0]!.length === 4 ? serialOfDay(a, b, c) : null;
  if (sign !== ".") return null;
  if (c === undefined) return serialOfDay(dateOf(today).getUTCFullYear(), b, a);
  if (parts[2]!.length !== 4 && parts[2]!.length !== 2) return null;
  return serialOfDay(parts[2]!.length === 2 ? 2000 + c : c, b, a);
}

/** Numbers of up to four digits and the signs between them; no parts where there is anything else. */
function split(text: string): { readonly parts: readonly string[]; readonly signs: readonly string[] } {
  const parts: string[] = [];
  const signs: string[] = [];
  let part = "";
  for (const char of text.length > 10 ? "" : `${text}\n`) {
    if (char >= "0" && char <= "9" && part.length < 4) part += char;
    else if (part !== "" && (char === "." || char === "-" || char === "\n")) {
      parts.push(part);
      if (char !== "\n") signs.push(char);
      part = "";
    } else if (!(char === "\n" && signs[signs.length - 1] === ".")) return { parts: [], signs: [] };
  }
  return { parts, signs: signs.length >= parts.length ? signs.slice(0, -1) : signs };
}
