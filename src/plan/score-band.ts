/** The final score of a cycle read as OKR grades are: in three bands without a gap between them. */
import { TOLERANCE } from "../core/stats";
import type { Words } from "./words";

export type Band = "reached" | "partly" | "notReached";

/** Google's 0.7–1.0, 0.4–0.6 and 0.0–0.3 leave 0.65 in no band. */
const [REACHED, PARTLY] = [0.7, 0.4];

/** @param score 0..1, of a cycle that is over: halfway through, every good cycle would be partly reached */
export const bandOf = (score: number): Band => (score >= REACHED - TOLERANCE ? "reached" : score >= PARTLY - TOLERANCE ? "partly" : "notReached");

/** With its limit, so that the reading explains itself. */
export const BAND_WORDS: Readonly<Record<Band, Words>> = {
  reached: { en: "reached (OKR: from 0.7)", ru: "достигнуто (OKR: от 0,7)" }, partly: { en: "partly reached (OKR: from 0.4)", ru: "частично (OKR: от 0,4)" }, notReached: { en: "not reached (OKR: below 0.4)", ru: "не достигнуто (OKR: ниже 0,4)" },
};

/** As many digits as show the band: 0.696 is no 0.70. */
export function scoreDigits(score: number): number {
  for (let digits = 2; digits < 9; digits += 1) if (bandOf(Number(score.toFixed(digits))) === bandOf(score)) return digits;
  return 9;
}
