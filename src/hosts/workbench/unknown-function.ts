/** Why a cell shows #NAME?: the function that nobody knows, and the one that was probably meant. */
import { ENGLISH, tokens } from "../../catalogue/notation";
import { nearestName } from "../../catalogue/table-stages";
import type { Language } from "../../catalogue/words";
import { say, WORDS } from "./words";

/**
 * @param formula in the English notation
 * @param known names of functions; of equally near ones the first is proposed
 * @returns null where every function is known, so that something else is unknown
 */
export function unknownFunction(formula: string, known: readonly string[], language: Language): string | null {
  const found = tokens(formula.slice(1), ENGLISH) ?? [];
  const name = found.find(({ kind, text }, i) => kind === "name" && found[i + 1]?.kind === "(" && !known.includes(text.toUpperCase()))?.text;
  if (name === undefined) return null;
  const meant = nearestName(name, known);
  if (meant !== null) return say(WORDS.meantFunction, language, name, meant);
  return say(/\p{Script=Cyrillic}/u.test(name) ? WORDS.englishFunction : WORDS.noFunction, language, name);
}
