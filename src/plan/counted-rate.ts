/**
 * How many deals a rate of the funnel was counted from, and when they were decided. The note of the stage says it, for whoever reads the
 * sheet and for the pane: `Deals: 12 of 40.` beside a conversion of 30 %. A column of its own would be in the checksums of rows that an
 * older version writes over.
 */
import { TOLERANCE } from "../core/stats";
import { serialOfDay } from "../core/calendar";
import type { Span } from "./from-data";
import { neat } from "./neat";
import { FEW } from "./own-data";
import type { Plan, PlanRow } from "./plan";
import { settingsOf } from "./settings";
import { ofScenario } from "./what-if";

export type CountedRate = { readonly deals: number; readonly isFew: boolean; readonly span: Span | null };

/** What a counted rate is in each scenario: a tenth less and more. */
export const spread = (rate: number): { readonly conv: number; readonly conv_low: number; readonly conv_high: number } => ({ conv: rate, conv_low: neat(rate * 0.9), conv_high: neat(Math.min(1, rate * 1.1)) });

const SHARE = /(?:Deals|Сделок): (\d{1,9}) (?:of|из) (\d{1,9})\b/;
const DAYS = /(\d{4})-(\d\d)-(\d\d) – (\d{4})-(\d\d)-(\d\d)/;

/** Of how many deals so many went on, as a note says it; null where it does not. */
export function shareIn(note: string | null): { readonly won: number; readonly deals: number } | null {
  const [, won, deals] = (SHARE.exec(note ?? "") ?? []).map(Number);
  return won === undefined || deals === undefined ? null : { won, deals };
}

/** null: nothing says so, or somebody typed another rate since: it is neither the share in the note nor what the scenario makes of that. */
export function countedRate(plan: Plan, { fields }: PlanRow<"funnel">): CountedRate | null {
  const told = shareIn(fields.note);
  const { scenario } = settingsOf(plan);
  const used = ofScenario(fields, scenario);
  if (told === null || used === null) return null;
  const { won, deals } = told;
  const rates = spread(won / deals);
  if (![rates.conv, ofScenario(rates, scenario)!].some((rate) => Math.abs(rate - used) < TOLERANCE)) return null;
  return { deals, isFew: deals < FEW, span: spanIn(fields.note!) };
}

function spanIn(note: string): Span | null {
  const [, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = (DAYS.exec(note) ?? []).map(Number);
  const [from, to] = [serialOfDay(a, b, c), serialOfDay(d, e, f)];
  return from === null || to === null ? null : { from, to };
}

/** From the earliest to the latest of them; null where one has none. */
export function wholeSpan(rates: readonly CountedRate[]): Span | null {
  const spans = rates.flatMap(({ span }) => span ?? []);
  return spans.length === 0 || spans.length < rates.length ? null : { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
