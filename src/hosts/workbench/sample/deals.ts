/**
 * The deals of the sample: a made-up sales department over twelve months, from a seed and a fixed date. About a tenth of the deals
 * skip a stage, one in seventeen goes back, half are lost, and those that began last are still open.
 */
import { serialOfDay } from "../../../core/calendar";
import { random, type Random } from "./random";

export const DEALS = 2000;
export const FIRST_MONTH = { year: 2025, month: 11 } as const;
export const MONTHS = 12;
const WON = 5;
export const LOST = 6;

/** `stage` is a place in the funnel, 0 to 5, or LOST. */
export type Entry = { readonly deal: number; readonly stage: number; readonly at: number };
export type Deal = {
  readonly number: number;
  readonly customer: number;
  readonly source: number;
  readonly owner: number;
  readonly amount: number;
  readonly entries: readonly Entry[];
};

export const SOURCES = 5;
export const OWNERS = 6;
export const CUSTOMERS = 1600;

export const monthStart = (index: number): number => {
  const months = FIRST_MONTH.month - 1 + index;
  const serial = serialOfDay(FIRST_MONTH.year + Math.floor(months / 12), (months % 12) + 1, 1);
  if (serial === null) throw new Error("there is such a month");
  return serial;
};
/** What happens from here on is not known yet. */
export const END = monthStart(MONTHS);

/** How many leads come in each month, November first: a quiet January and summer, a strong spring and autumn. */
const SEASON = [1.05, 0.85, 0.7, 0.95, 1.15, 1.15, 0.95, 0.95, 0.8, 0.9, 1.2, 1.25] as const;
/** Which share of the deals in a stage is lost there, and how many days they usually stay. */
const LOSS = [0.22, 0.18, 0.14, 0.15, 0.1] as const;
const STAY = [4, 9, 14, 14, 10] as const;

export function sampleDeals(): readonly Deal[] {
  const chance = random(20_261_101);
  const starts = Array.from({ length: DEALS }, () => startOf(chance)).sort((a, b) => a - b);
  return starts.map((start, number) => ({
    number,
    customer: chance.isTrue(0.85) ? chance.whole(CUSTOMERS) : chance.whole(60), // some buy again and again
    source: chance.weighted([34, 26, 18, 9, 13]),
    owner: chance.weighted([22, 20, 18, 16, 14, 10]),
    amount: Math.max(2_000, Math.round((30_000 * Math.exp(chance.bell() * 0.75 - 0.14)) / 100) * 100),
    entries: journey(chance, number, start),
  }));
}

function startOf(chance: Random): number {
  const month = chance.weighted(SEASON);
  const from = monthStart(month);
  let day = from + chance.whole(monthStart(month + 1) - from);
  if (isWeekend(day) && !chance.isTrue(0.15)) day = Math.max(from, day - 2);
  return day + workingTime(chance);
}

/** 1 January 1900 was a Sunday in the 1900 system, so that a remainder of 0 is a Saturday and 1 a Sunday. */
const isWeekend = (day: number): boolean => day % 7 < 2;
/** Whole minutes between nine and six. */
const workingTime = (chance: Random): number => (9 * 60 + chance.whole(9 * 60)) / 1440;

function journey(chance: Random, deal: number, start: number): Entry[] {
  const entries: Entry[] = [];
  const skips = chance.isTrue(0.11) ? 1 + chance.whole(3) : -1;
  let goesBackFrom = chance.isTrue(0.08) ? 2 + chance.whole(3) : -1;
  let stage = 0;
  let at = start;
  while (at < END) {
    entries.push({ deal, stage, at });
    if (stage >= WON) break;
    at = Math.floor(at) + stay(chance, stage) + workingTime(chance);
    if (chance.isTrue(LOSS[stage] ?? 0)) stage = LOST;
    else if (stage === goesBackFrom) {
      stage -= 1;
      goesBackFrom = -1;
    } else stage += stage + 1 === skips ? 2 : 1;
  }
  return entries;
}

/** Most deals move after the usual time, a few only after months. */
function stay(chance: Random, stage: number): number {
  return Math.max(1, Math.round((STAY[stage] ?? 1) * Math.exp(chance.bell() * 0.9)));
}

// ---- what the sheets say about a deal -----------------------------------------------------

const last = (deal: Deal): Entry => {
  const entry = deal.entries.at(-1);
  if (!entry) throw new Error("a deal has at least one entry");
  return entry;
};
export const stageNow = (deal: Deal): number => last(deal).stage;
/** The latest stage of the funnel: for a lost deal the one it was lost from. */
export const lastFunnelStage = (deal: Deal): number => [...deal.entries].reverse().find(({ stage }) => stage !== LOST)?.stage ?? 0;
export const createdAt = (deal: Deal): number => deal.entries[0]?.at ?? 0;
export const closedAt = (deal: Deal): number | null => (stageNow(deal) >= WON ? last(deal).at : null);
export const isWon = (deal: Deal): boolean => stageNow(deal) === WON;
/** When a deal came to a stage or beyond it; null where it never did. */
export const reachedAt = (deal: Deal, stage: number): number | null => deal.entries.find((entry) => entry.stage !== LOST && entry.stage >= stage)?.at ?? null;

export const history = (deals: readonly Deal[]): readonly Entry[] =>
  deals.flatMap(({ entries }) => entries).sort((a, b) => a.at - b.at || a.deal - b.deal || a.stage - b.stage);
