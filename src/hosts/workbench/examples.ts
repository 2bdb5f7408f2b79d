/** The ready sheets of examples/: their files, and what each is for. */
import type { Language, Words } from "../../catalogue/words";

const all = [
  { id: "funnel-review", words: { en: "Funnel review", ru: "Разбор воронки" }, question: { en: "How many get through, where deals leave and why, what to mend first", ru: "Сколько доходит, где и почему теряем, что чинить первым" } },
  { id: "sources-compared", words: { en: "Sources compared", ru: "Сравнение источников" }, question: { en: "Which source converts better, and is that sure", ru: "Какой источник конвертирует лучше и насколько это точно" } },
  { id: "time-in-stage", words: { en: "Time in stage", ru: "Время на этапах" }, question: { en: "How long deals take, open ones included, and which are stuck", ru: "Сколько идут сделки с учётом открытых и какие застряли" } },
  { id: "cac-and-payback", words: { en: "Cost of a customer and payback", ru: "Стоимость клиента и окупаемость" }, question: { en: "Which channel pays back, and when", ru: "Какой канал окупается и когда" } },
  { id: "cohorts", words: { en: "Cohorts", ru: "Когорты" }, question: { en: "Do newer leads and customers do better than older ones of the same age", ru: "Лучше ли новые лиды и клиенты, чем прежние в том же возрасте" } },
  { id: "why-revenue-changed", words: { en: "Why did revenue change", ru: "Почему изменилась выручка" }, question: { en: "Leads, conversion or average deal; sources or their mix", ru: "Лиды, конверсия или чек; источники или их доли" } },
  { id: "plan-backwards", words: { en: "Plan backwards from the target", ru: "План от цели" }, question: { en: "Deals, leads, dates and people that the target takes", ru: "Сколько сделок, лидов, времени и людей нужно для цели" } },
] as const satisfies readonly { readonly id: string; readonly words: Words; readonly question: Words }[];

export type ExampleId = (typeof all)[number]["id"];
export type ReadySheet = { readonly id: ExampleId; readonly words: Words; readonly question: Words };
export const READY_SHEETS: readonly ReadySheet[] = all;

/** Where the file of an example lies, in examples/ and beside the page. */
export const examplePath = (id: ExampleId, language: Language): string => `examples/${language}/${id}.xlsx`;
