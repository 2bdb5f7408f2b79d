/** Means and people: what is not covered (V10), cannot be ready (V15), costs too much (V16), does not add up (V17), comes too late (V18), is in other money (V19). */
import { nameKey } from "../../core/order";
import { TOLERANCE } from "../../core/stats";
import { leadWindowOf } from "../backward-of-plan";
import { AREAS, KINDS } from "../codes";
import { coverageOf } from "../coverage";
import { idOf, rowOf } from "../find";
import { measuresOf } from "../measures";
import { quotasIn, targetGoal } from "../people";
import { budgetGoal, isWaiting, orderBy, totalCost } from "../resources";
import { settingsOf } from "../settings";
import { liveCycles, liveResources, plannedCycles } from "./live";
import { both, dateText, moneyText, percentText, problemOf, quoted, setFields, titleOf, type Check, type Problem } from "./problem";

export const coverage: Check = (plan, { today }) => plannedCycles(plan).flatMap((cycle): Problem[] => {
  const { emptyAreas, emptyKinds } = coverageOf(plan, cycle, today);
  const name = idOf("cycles", cycle);
  const missing = (table: "tasks" | "resources", field: string, en: string, ru: string): Problem => ({ code: "V10", level: "info", table, row: null, field, sentence: { en: `Cycle ${name}: ${en}`, ru: `Цикл ${name}: ${ru}` }, repairs: [] });
  return [
    ...AREAS.filter(({ code }) => emptyAreas.includes(code)).map(({ words }) => missing("tasks", "area", `no task in the area “${words.en}”.`, `нет задач по направлению «${words.ru}».`)),
    ...KINDS.filter(({ code }) => emptyKinds.includes(code)).map(({ words }) => missing("resources", "kind", `no resource of the kind “${words.en}”.`, `нет ресурсов вида «${words.ru}».`)),
  ];
});

export const orders: Check = (plan, { today }) => liveResources(plan).filter(isWaiting).flatMap((resource): Problem[] => {
  const last = orderBy(resource);
  if (last === null || last >= today) return [];
  const [start, date] = [dateText(resource.fields.start!), dateText(last)];
  return [problemOf(plan, "V15", "warn", "resources", resource, {
    en: `it is needed on ${start.en} and had to be ordered by ${date.en}. Move the date, or find another way.`, ru: `нужен к ${start.ru}, заказать следовало до ${date.ru}. Перенесите дату или найдите другой способ.`,
  }, { field: "start" })];
});

export const budgets: Check = (plan) => plannedCycles(plan).flatMap((cycle): Problem[] => {
  const goal = budgetGoal(plan, cycle);
  const limit = goal?.fields.target ?? null;
  const cost = totalCost(plan, cycle).plan;
  if (!goal || limit === null || cost <= limit + TOLERANCE * Math.max(1, limit)) return [];
  const money = (value: number) => moneyText(value, cycle.fields.currency);
  return [problemOf(plan, "V16", "warn", "goals", goal, {
    en: `the resources of the cycle are planned at ${money(cost).en}, ${money(cost - limit).en} more than this budget of ${money(limit).en}.`, ru: `ресурсы цикла по плану стоят ${money(cost).ru} – на ${money(cost - limit).ru} больше бюджета ${money(limit).ru}.`,
  }, { field: "target" })];
});

/** Quotas above the target by more than this are no safety any more. */
const MOST_OVER = 1.3;

export const quotas: Check = (plan) => plannedCycles(plan).flatMap((cycle): Problem[] => {
  const goal = targetGoal(plan, cycle);
  const total = quotasIn(plan, cycle);
  const target = goal?.fields.target ?? null;
  if (!goal || target === null || target <= 0 || total === null) return [];
  const share = total / target;
  if (share >= 1 - TOLERANCE && share <= MOST_OVER + TOLERANCE) return [];
  const [sumText, targetText] = [moneyText(total, cycle.fields.currency), moneyText(target, cycle.fields.currency)];
  const [title, percent] = [titleOf(plan, "goals", goal), percentText(share)];
  return [{
    code: "V17", level: "warn", table: "team", row: null, field: "quota", repairs: [],
    sentence: share < 1
      ? { en: `The quotas of the team come to ${sumText.en}, only ${percent.en} of the target ${targetText.en} (${title.en}).`, ru: `Индивидуальные планы в сумме ${sumText.ru} – лишь ${percent.ru} плана отдела ${targetText.ru} (${title.ru}).` }
      : { en: `The quotas of the team come to ${sumText.en}, ${percent.en} of the target ${targetText.en} (${title.en}). More than 130% is no reserve but a plan nobody believes in.`, ru: `Индивидуальные планы в сумме ${sumText.ru} – ${percent.ru} плана отдела ${targetText.ru} (${title.ru}). Больше 130 % – уже не запас: в такой план не верят.` },
  }];
});

/** While the cycle is being planned, a window that has begun already; later only a window that is over and left the target unreached. */
export const leadTimes: Check = (plan, { today }) => plannedCycles(plan).flatMap((cycle): Problem[] => {
  const goal = targetGoal(plan, cycle);
  const found = leadWindowOf(plan, cycle);
  const { start } = cycle.fields;
  if (!goal || !found || start === null || measuresOf(plan, goal, today).status === "done") return [];
  const { window, lagDays } = found;
  const [from, to] = [dateText(window[0]), dateText(window[1])];
  if (today > window[1]) {
    const [days, areWorking] = [Math.ceil(lagDays), settingsOf(plan).lagBy === "working"];
    return [problemOf(plan, "V18", "warn", "goals", goal, {
      en: `too late for new leads: deals close ${days} ${areWorking ? "working " : ""}days after a lead, so leads had to come by ${to.en}. Work on the open pipeline.`, ru: `новые лиды уже не успеют: от лида до сделки ${days} ${areWorking ? "раб. " : ""}дн., лиды нужны были до ${to.ru}. Работайте с открытыми сделками.`,
    })];
  }
  if (today <= window[0] || (today > start && cycle.fields.phase !== "plan")) return [];
  return [problemOf(plan, "V18", "warn", "goals", goal, {
    en: `leads for it must come from ${from.en} to ${to.en}, and this time has begun. Leads of the past decide about its first deals.`, ru: `лиды для неё нужны с ${from.ru} по ${to.ru}, и это время уже идёт. Первые сделки зависят от прежних лидов.`,
  })];
});

export const currencies: Check = (plan) => {
  const usual = settingsOf(plan).currency;
  return liveCycles(plan).flatMap((cycle): Problem[] => {
    const own = cycle.fields.currency;
    const parent = rowOf(plan, "cycles", cycle.fields.parent);
    const other = parent?.fields.currency ?? usual;
    if (own === null || other === null || nameKey(own) === nameKey(other)) return [];
    const [a, b] = [quoted(own), quoted(other)];
    return [problemOf(plan, "V19", "error", "cycles", cycle, both((language) => {
      const from = parent?.fields.currency ? titleOf(plan, "cycles", parent)[language] : language === "en" ? "Settings" : "Настройки";
      return language === "en" ? `its currency ${a.en} is not that of ${from}, ${b.en}. Money of two currencies is not added up.` : `валюта ${a.ru} не та, что указана выше (${from}: ${b.ru}). Деньги в разных валютах не складываются.`;
    }), { field: "currency", repairs: [setFields({ en: `Write ${other}`, ru: `Записать ${other}` }, "cycles", cycle, { currency: other })] })];
  });
};
