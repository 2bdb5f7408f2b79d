/** Words of the data check that are not about one suspicion. */
import type { Severity } from "../catalogue/suspicion-words";
import type { Role, TableKind } from "../catalogue/table-roles";
import type { Words } from "../catalogue/words";

export const SEVERITIES: Readonly<Record<Severity, Words>> = {
  stops: { en: "Formulas refuse this", ru: "Формулы это не примут" },
  changes: { en: "Changes the numbers", ru: "Меняет результат" },
  note: { en: "Good to know", ru: "Полезно знать" },
};

export const KINDS: Readonly<Record<TableKind, Words>> = {
  history: { en: "Stage history", ru: "История этапов" },
  deals: { en: "One row per deal", ru: "Строка – сделка" },
  other: { en: "Another table", ru: "Другая таблица" },
};
export const ROLE_WORDS: Readonly<Record<Role, Words>> = {
  deal: { en: "Deal", ru: "Сделка" },
  stage: { en: "Stage", ru: "Этап" },
  date: { en: "Date of entry", ru: "Дата входа" },
  left: { en: "Date of leaving", ru: "Дата выхода" },
  created: { en: "Created", ru: "Создана" },
  closed: { en: "Closed", ru: "Закрыта" },
  amount: { en: "Amount", ru: "Сумма" },
  currency: { en: "Currency", ru: "Валюта" },
  lastStage: { en: "Last stage", ru: "Последний этап" },
};
export const ROLES = Object.keys(ROLE_WORDS) as Role[];
