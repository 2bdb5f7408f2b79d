/** What the sheets Channels, Pipeline and Factors say: counted from the deals of the sample; only costs and forecasts are made up. */
import type { Language } from "../../../catalogue/words";
import type { Scalar } from "../files/plain-book";
import { closedAt, createdAt, END, isWon, LOST, monthStart, stageNow, type Deal } from "./deals";
import { dealName, SOURCE_NAMES } from "./names";
import type { Month } from "./months";
import { random } from "./random";

const HALF = monthStart(6);
/** Which part of the marketing money each source takes: the website, advertising, … */
const COST_SHARE = [0.22, 0.46, 0.03, 0.17, 0.12] as const;

export function channelRows(deals: readonly Deal[], months: readonly Month[], language: Language): Scalar[][] {
  const spent = months.reduce((sum, { marketing }) => sum + marketing, 0);
  const firstWins = firstWinOfEachCustomer(deals);
  return SOURCE_NAMES.map((words, source) => {
    const own = deals.filter((deal) => deal.source === source);
    const won = own.filter(isWon);
    const half = (all: readonly Deal[], second: boolean): number => all.filter((deal) => createdAt(deal) >= HALF === second).length;
    return [
      words[language], Math.round((spent * (COST_SHARE[source] ?? 0)) / 100) * 100, won.filter((deal) => firstWins.has(deal)).length, won.reduce((sum, { amount }) => sum + amount, 0),
      half(own, false), half(won, false), half(own, true), half(won, true),
    ];
  });
}

function firstWinOfEachCustomer(deals: readonly Deal[]): ReadonlySet<Deal> {
  const first = new Map<number, Deal>();
  for (const deal of deals.filter(isWon)) {
    const known = first.get(deal.customer);
    if (!known || (closedAt(deal) ?? 0) < (closedAt(known) ?? 0)) first.set(deal.customer, deal);
  }
  return new Set(first.values());
}

/** How likely a deal in each stage is won, and after how many days. */
const PROBABILITY = [0.1, 0.2, 0.4, 0.55, 0.75] as const;
const DAYS_LEFT = [50, 40, 30, 18, 9] as const;

export function pipelineRows(deals: readonly Deal[], stageName: (stage: number) => string): Scalar[][] {
  const chance = random(45);
  return deals.filter((deal) => stageNow(deal) < PROBABILITY.length).map((deal) => {
    const stage = stageNow(deal);
    return [dealName(deal.number), stageName(stage), deal.amount, PROBABILITY[stage] ?? 0, END + Math.round((DAYS_LEFT[stage] ?? 0) * (0.4 + chance.next() * 1.6))];
  });
}

const FACTORS = { en: ["Leads", "Share won", "Average deal"], ru: ["Лиды", "Доля выигранных", "Средний чек"] } as const;

/** Revenue = leads × share won × average deal, of the deals that began in each half year. */
export function factorRows(deals: readonly Deal[], language: Language): Scalar[][] {
  const halves = [false, true].map((second) => {
    const leads = deals.filter((deal) => createdAt(deal) >= HALF === second);
    const won = leads.filter(isWon);
    return [leads.length, won.length / leads.length, won.reduce((sum, { amount }) => sum + amount, 0) / won.length];
  });
  return FACTORS[language].map((name, i) => [name, halves[0]?.[i] ?? null, halves[1]?.[i] ?? null]);
}

/** Why each deal was lost: the place of a reason in REASON_NAMES, or null. */
export function lossReasons(deals: readonly Deal[]): readonly (number | null)[] {
  const chance = random(77);
  return deals.map((deal) => {
    const reason = chance.weighted([34, 21, 19, 17, 9]);
    return stageNow(deal) === LOST ? reason : null;
  });
}
