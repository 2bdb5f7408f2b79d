/** The score of a cycle that is over, or is being closed: the number, and how OKRs read it. */
import { BAND_WORDS, bandOf, scoreDigits, type Band } from "../../plan/score-band";
import type { GoalStatus } from "../../plan/codes";
import type { Language } from "../../plan/words";
import { useSurroundings } from "../surroundings";
import { CONTROL_WORDS } from "./control/words";
import { lookOf, StatusSign } from "./status";

/** The sign and the colour of a band are those of the status that means the same. */
const LIKE: Readonly<Record<Band, GoalStatus>> = { reached: "done", partly: "attention", notReached: "missed" };

export const scoreText = (score: number, digits: number, language: Language): string => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(score);

export function FinalScore({ score }: { readonly score: number }) {
  const { say, language } = useSurroundings();
  const band = bandOf(score);
  return (
    <span class="row-line">
      <span class="score"><span class="caption">{say(CONTROL_WORDS.score)}</span> <strong>{scoreText(score, scoreDigits(score), language)}</strong></span>
      <span class={`status ${lookOf(LIKE[band])}`}><StatusSign status={LIKE[band]} /> <span>{BAND_WORDS[band][language]}</span></span>
    </span>
  );
}
