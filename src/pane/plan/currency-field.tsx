/** The one currency of a plan that begins. */
import type { Language } from "../../plan/words";
import { useSurroundings } from "../surroundings";
import { Shell } from "./fields/shell";
import { FIRST_WORDS } from "./first-words";

export const usualCurrency = (language: Language): string => (language === "ru" ? "RUB" : "USD");

export function CurrencyField({ text, set }: { readonly text: string; readonly set: (text: string) => void }) {
  const { say } = useSurroundings();
  return (
    <Shell name="currency" label={say(FIRST_WORDS.currency)} problem={null} isRequired>
      {(parts) => <input {...parts} type="text" autocomplete="off" maxLength={20} value={text} onInput={(event) => set(event.currentTarget.value)} />}
    </Shell>
  );
}
