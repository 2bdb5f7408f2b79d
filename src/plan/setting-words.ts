/** What the settings of a plan are for. A file of its own: a server that only makes sheets has no need of the texts of a ready-made plan. */
import type { Words } from "./words";

const words = (en: string, ru: string): Words => ({ en, ru });

/** The order is that of the rows on the sheet. */
export const SETTING_WORDS = {
  PLAN_ASOF: words("Date for which pace and status are calculated", "Дата, на которую считаются темп и статус"),
  PLAN_GREEN: words("Pace from which a goal is on plan", "Темп, с которого цель идёт по плану"),
  PLAN_YELLOW: words("Pace from which a goal needs attention; below it is behind", "Темп, с которого цель требует внимания; ниже – отстаёт"),
  PLAN_STALE: words("A goal is stale after so many check-in periods without a value", "Через сколько периодов без замера цель считается давно не обновлённой"),
  PLAN_ROUND: words("Rounding of the backward plan: up, each or none", "Округление обратного расчёта: up – вверх, each – на каждом этапе, none – без округления"),
  PLAN_CURRENCY: words("Currency of the plan", "Валюта плана"),
  PLAN_LANG: words("Language of the labels: en or ru", "Язык подписей: en или ru"),
  PLAN_SCENARIO: words("Scenario of the funnel: low, base or high", "Сценарий воронки: low – пессимистично, base – базовый, high – оптимистично"),
} as const;
export type SettingName = keyof typeof SETTING_WORDS;
