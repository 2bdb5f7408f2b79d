/** Arguments with the same name, meaning and position in every function that has them. */
import type { Codes, Dates, Funnel } from "../core/columns";
import { readHistory, type History } from "../core/history";
import { date, dates, endDates, ids, nameList, optional, stages } from "./arguments";
import type { NameList } from "./read";

export const dealIds = ids("deals", { en: "Deal of each row of the stage history.", ru: "Сделка в каждой строке истории этапов." }, "A2:A500");
export const historyStages = stages({ en: "Stage that the deal entered.", ru: "Этап, на который вошла сделка." }, "B2:B500");
export const historyDates = dates("dates", { en: "When the deal entered the stage.", ru: "Когда сделка вошла на этап." }, "C2:C500");
export const currentStages = stages({ en: "Current stage of each deal.", ru: "Текущий этап каждой сделки." }, "B2:B500");

export const order = nameList("order", { en: "Stages of the funnel in order; the last one is won.", ru: "Этапы воронки по порядку; последний – выигрыш." }, "F2:F7");
export const lostStages = nameList("lost", { en: "Stages that mean the deal left the funnel.", ru: "Этапы, означающие, что сделка ушла из воронки." }, "G2:G3");
export const lost = optional(lostStages);

export const asOf = optional(
  date("as_of", {
    en: "What was known on this day, inclusive; left out: the latest date of the data, never today.",
    ru: "Что было известно на этот день включительно; не задано – последняя дата данных, а не сегодня.",
  }),
);

export const funnelOf = (order: NameList, lost: NameList | null): Funnel => ({ order: order.labels, lost: lost?.labels ?? [] });

/** The stage history from its arguments. */
export const historyOf = (deals: Codes, stages: Int32Array, dates: Dates, order: NameList, lost: NameList | null, asOf: number | null): History =>
  readHistory(deals, stages, dates, funnelOf(order, lost), asOf);

export const createdDates = dates("created", { en: "When each deal was created.", ru: "Когда создана сделка." }, "C2:C500");
export const closedDates = endDates("closed", { en: "When it was closed; blank, or from 2050 on: still open.", ru: "Когда закрыта; пусто или дата с 2050 года – ещё открыта." }, "D2:D500");

/** Order, name, date: the parts of a stage history that examples use again and again. */
export const EXAMPLE_ORDER = [["Lead"], ["Call"], ["Offer"], ["Won"]] as const;
export const EXAMPLE_LOST = [["Lost"]] as const;

/** Three deals: A is won in four steps, B is lost after a call, C skips the call. */
export const EXAMPLE_HISTORY = {
  deals: [["A"], ["A"], ["A"], ["A"], ["B"], ["B"], ["B"], ["C"], ["C"], ["C"]],
  stages: [["Lead"], ["Call"], ["Offer"], ["Won"], ["Lead"], ["Call"], ["Lost"], ["Lead"], ["Offer"], ["Won"]],
  dates: [
    ["2026-01-05"], ["2026-01-08"], ["2026-01-15"], ["2026-01-25"], ["2026-01-06"], ["2026-01-10"], ["2026-01-20"],
    ["2026-01-10"], ["2026-01-14"], ["2026-02-03"],
  ],
} as const;
