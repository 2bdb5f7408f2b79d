/** Which column of a table of deals is what, for a plan that is made of it: the columns of the data check, and four more. */
import { contentOf, fit, headerKeys, isUsual, roleFit, type Cells, type Content, type Role, type Roles } from "./table-roles";

export const FURTHER = ["customer", "owner", "source", "reason"] as const;
export type Further = (typeof FURTHER)[number];
export type DataRole = Role | Further;
export type DataRoles = Readonly<Partial<Record<DataRole, number>>>;

const USUAL: Readonly<Record<Further, string>> = {
  customer: "customer|customer name|client|client name|account|account name|company|company name|organization|organisation|buyer|contact|клиент|название клиента|заказчик|покупатель|контрагент|компания|организация|контакт",
  owner: "owner|deal owner|owner name|sales agent|agent|sales rep|sales person|salesperson|rep|manager|account manager|sales manager|responsible|assigned to|seller|ответственный|ответственный за сделку|менеджер|продавец|сотрудник|исполнитель",
  source: "source|lead source|deal source|channel|utm source|campaign|источник|источник лида|источник сделки|канал|рекламный канал|кампания",
  reason: "lost reason|loss reason|lost because|reason lost|reason|reason for loss|closed lost reason|причина отказа|причина потери|причина проигрыша|причина закрытия|причина",
};

/** Names are texts, or numbers of a CRM; the reason may be blank in all the rows that are looked at. */
const canBe = (role: Further, { filled, dates, dateTexts, money, texts }: Content): boolean =>
  (filled === 0 ? role === "reason" : dates + dateTexts < filled * 0.5 && (texts > 0 ? money < filled * 0.5 : role === "customer"));

/** @param roles those that the data check has found */
export function recogniseFurther(headers: readonly string[], rows: Cells, roles: Roles): DataRoles {
  const keys = headerKeys(headers);
  const found: Partial<Record<DataRole, number>> = { ...roles };
  for (const role of FURTHER) {
    let best = 0;
    keys.forEach((key, column) => {
      const score = !Object.values(found).includes(column) && canBe(role, contentOf(rows, column)) ? fit(key, USUAL[role]) : 0;
      if (score > best) [best, found[role]] = [score, column];
    });
  }
  return found;
}

/** `sure`: the header is a usual one. `likely`: it only contains one. `guess`: what stands below says so. */
export type Certainty = "sure" | "likely" | "guess";

export function certaintyOf(header: string, role: DataRole): Certainty {
  const [key = ""] = headerKeys([header]);
  const score = role in USUAL ? fit(key, USUAL[role as Further]) : roleFit(key, role as Role);
  return isUsual(score) ? "sure" : score > 0 ? "likely" : "guess";
}
