/**
 * The prefix of the function names in Excel. None by default, so that a formula is the same text in every host; the build option
 * `--env namespace=SALES` sets one where a name collides with another add-in. Everything above this file knows bare names only.
 */
import { catalogue } from "../../catalogue/index";
import { callOf, english, ENGLISH, tokens } from "../../catalogue/notation";

declare const VORONKA_NAMESPACE: string | undefined;
const PREFIX = typeof VORONKA_NAMESPACE === "string" && VORONKA_NAMESPACE !== "" ? `${VORONKA_NAMESPACE}.` : "";

const names: ReadonlySet<string> = new Set(catalogue.map((def) => def.name));
const isOurs = (name: string): boolean => names.has(name.toUpperCase());

/** Changes the names that are called; a formula that cannot be understood stays as it is. */
function rename(formula: string, change: (name: string) => string): string {
  const found = tokens(formula.slice(1), ENGLISH);
  if (!found) return formula;
  return `=${english(found.map((token, i) => (token.kind === "name" && found[i + 1]?.kind === "(" ? { ...token, text: change(token.text) } : token)))}`;
}

/** `=CAC(B2,C2)` as this workbook must spell it: `=SALES.CAC(B2,C2)`. */
export const withNamespace = (formula: string, prefix: string = PREFIX): string =>
  prefix === "" ? formula : rename(formula, (name) => (isOurs(name) ? prefix + name : name));

/** The way back. */
export const withoutNamespace = (formula: string, prefix: string = PREFIX): string =>
  prefix === ""
    ? formula
    : rename(formula, (name) => {
        const bare = name.slice(prefix.length);
        return name.toUpperCase().startsWith(prefix.toUpperCase()) && isOurs(bare) ? bare : name;
      });

/** Whether a formula, without namespace, is one call of one of our functions and nothing else. */
export const isOurCall = (formula: string): boolean => isOurs(callOf(formula)?.name ?? "");
