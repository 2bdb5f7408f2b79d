/** What the backward plan takes as given: typed over what the plan says, tried at once, and kept only when one says so. */
import { useMemo } from "preact/hooks";
import type { Given } from "../../../plan/backward-of-plan";
import type { Notation } from "../../../catalogue/notation";
import type { Cycle } from "../../../plan/cycles";
import type { Words } from "../../../plan/words";
import { hundredth, typedNumber } from "../../number";
import { useSurroundings } from "../../surroundings";
import { amount, currencySign, editable } from "../amounts";
import { NumberInput, understood } from "../fields/number";
import { Shell } from "../fields/shell";
import { useTexts } from "../fields/use-texts";
import { FIELD_WORDS } from "../fields/words";
import { BACKWARD_WORDS, GIVEN_WORDS } from "./words";

export type GivenNumber = Exclude<keyof Given, "by" | "meetingStage">;

const NUMBERS: readonly GivenNumber[] = ["target", "deal", "booked", "repeat", "pipeline", "winRate", "profit", "margin", "dealCost", "fixedCost", "income", "hireDays", "callRate"];
const PERCENTS: readonly GivenNumber[] = ["winRate", "margin", "callRate"];
const REQUIRED: Readonly<Record<Given["by"], readonly GivenNumber[]>> = { revenue: ["target", "deal"], profit: ["profit", "margin", "deal"] };

/** A share out of the user's data has more digits than anybody reads; untouched it keeps them. */
export const shownNumber = (value: number | null, isShare: boolean, notation: Notation): string => (value === null ? "" : editable(isShare ? Number((value * 100).toFixed(2)) : value, notation.decimal));

/**
 * @param before the number that the text was made of
 * @returns null for a blank, undefined for what is no number
 */
export function readNumber(typed: string, before: number | null, isShare: boolean, notation: Notation): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  if (text === shownNumber(before, isShare, notation)) return before;
  const value = typedNumber(text, notation)?.value;
  return value !== undefined && isShare && !text.endsWith("%") ? hundredth(value) : value;
}

export function useGiven(before: Given, cycle: Cycle) {
  const surroundings = useSurroundings();
  const { say, language, notation } = surroundings;
  const show = (name: GivenNumber): string => shownNumber(before[name], PERCENTS.includes(name), notation);
  const texts = useTexts(`backward ${cycle.row}`, { ...Object.fromEntries(NUMBERS.map((name) => [name, show(name)])), by: before.by, meetingStage: before.meetingStage ?? "" } as Record<keyof Given, string>);
  const by: Given["by"] = texts.text("by") === "profit" ? "profit" : "revenue";
  const read = (name: GivenNumber): number | null | undefined => readNumber(texts.text(name), before[name], PERCENTS.includes(name), notation);
  const meetingStage = texts.text("meetingStage") || null;
  const values = NUMBERS.map((name) => [name, read(name)] as const);
  const key = JSON.stringify([by, meetingStage, values]);
  const given = useMemo(() => (values.some(([, value]) => value === undefined) ? null : ({ ...Object.fromEntries(values), by, meetingStage } as Given)), [key]);
  const sign = (name: GivenNumber): string => (PERCENTS.includes(name) ? "%" : name === "hireDays" ? amount(0, "days", language, null).slice(1).trim() : currencySign(cycle.fields.currency, language));
  const problemOf = (name: GivenNumber): Words | null => {
    const value = read(name);
    if (value === undefined) return FIELD_WORDS.wrongNumber;
    return name === "callRate" && value !== null && !(value > 0 && value <= 1) ? BACKWARD_WORDS.rateRange : null;
  };
  const field = (name: GivenNumber) => (
    <Shell name={name} label={say(GIVEN_WORDS[name])} problem={problemOf(name)} isRequired={REQUIRED[by].includes(name)}
      hint={understood(texts.text(name), read(name) ?? undefined, PERCENTS.includes(name), surroundings)}>
      {(parts) => <NumberInput parts={parts} text={texts.text(name)} set={(text) => texts.set(name, text)} unit={sign(name)} />}
    </Shell>
  );
  const changed = given === null ? [] : [...NUMBERS, "by" as const, "meetingStage" as const].filter((name) => given[name] !== before[name]);
  return { given, by, setBy: (next: Given["by"]) => texts.set("by", next), setStage: (name: string) => texts.set("meetingStage", name), field, changed, reset: texts.reset };
}
