/** The small form of an `options` argument ↔ its text `key=value; key=value`. */
import type { OptionSpecs } from "../catalogue/define";
import { typedNumber } from "./number";
import type { Notation } from "../catalogue/notation";

export type OptionValues = ReadonlyMap<string, string>;

/** What the text sets; null where it is no such list, so that only the text itself can be edited: a reference, an expression, an unknown key. */
export function parseOptions(text: string, specs: OptionSpecs): OptionValues | null {
  const found = new Map<string, string>();
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const sign = part.indexOf("=");
    const key = part.slice(0, Math.max(sign, 0)).trim().toLowerCase();
    if (!Object.hasOwn(specs, key) || found.has(key)) return null;
    const value = part.slice(sign + 1).trim();
    const choices = specs[key]?.choices;
    const known = choices ? choices.find((choice) => choice === value.toLowerCase()) : value;
    if (known === undefined || known === "") return null;
    found.set(key, known);
  }
  return found;
}

/** Only what differs from the defaults, in the order of the specification. */
export function optionsText(values: OptionValues, specs: OptionSpecs): string {
  return Object.keys(specs)
    .flatMap((key) => {
      const value = values.get(key) ?? "";
      const spec = specs[key];
      const preset = spec?.kind === "choice" && !spec.noDefault ? spec.choices[0] : "";
      return value === "" || value === preset ? [] : [`${key}=${value}`];
    })
    .join("; ");
}

/** A typed value of a number or a level, with a decimal point: `95%` and `0,95` are `0.95`. What is no number stays as it is, for the function to refuse. */
export function optionNumber(text: string, notation: Notation): string {
  const number = typedNumber(text.trim(), notation);
  if (number) return String(number.value);
  return text.replaceAll(";", "").replaceAll("=", "").trim();
}
