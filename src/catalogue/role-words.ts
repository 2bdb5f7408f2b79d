/** What the columns of a table are called. */
import type { DataRole } from "./data-roles";
import type { Words } from "./words";

export const ROLE_WORDS: Readonly<Record<DataRole, Words>> = {
  deal: { en: "Deal", ru: "Сделка" },
  stage: { en: "Stage", ru: "Этап" },
  date: { en: "Date of entry", ru: "Дата входа" },
  left: { en: "Date of leaving", ru: "Дата выхода" },
  created: { en: "Created", ru: "Создана" },
  closed: { en: "Closed", ru: "Закрыта" },
  amount: { en: "Amount", ru: "Сумма" },
  currency: { en: "Currency", ru: "Валюта" },
  lastStage: { en: "Last stage", ru: "Последний этап" },
  customer: { en: "Customer", ru: "Клиент" },
  owner: { en: "Owner", ru: "Менеджер" },
  source: { en: "Source", ru: "Источник" },
  reason: { en: "Reason of loss", ru: "Причина отказа" },
};
