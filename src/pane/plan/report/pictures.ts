/** What the pictures of a report show, and what each of them says: the same sentence stands over the chart in the sheet. */
import type { Report } from "../../../plan/report";
import type { Findings } from "../../../plan/report-layout";
import { capacityAccount, type Capacity } from "../../charts/capacity";
import { deviationsAccount, type DeviationItem } from "../../charts/deviation";
import { funnelAccount, type FunnelStage } from "../../charts/funnel";
import { planFactAccount, type PlanFact } from "../../charts/plan-fact";
import type { Account } from "../../charts/text";

export const planFactOf = ({ figures: { months, toDate } }: Report): PlanFact => ({ periods: months.map(({ name }) => name), plan: months.map(({ plan }) => plan), fact: months.map(({ fact }) => fact), toDate });

/** Minus is worse than plan, whichever way the goal goes. */
export const deviationItems = ({ figures: { deviations } }: Report): readonly DeviationItem[] =>
  deviations.filter(({ share }) => share !== null).map(({ name, share }) => ({ name, deviation: share, better: "more" }));

export const stagesOf = ({ figures: { stages } }: Report): readonly FunnelStage[] => stages;

export const capacityOf = ({ figures: { capacity } }: Report): Capacity =>
  ({ periods: capacity.map(({ name }) => name), ramped: capacity.map(({ ramped }) => ramped), ramping: capacity.map(({ ramping }) => ramping), target: capacity.map(({ target }) => target) });

export function findingsOf(report: Report): Findings {
  const { language } = report;
  const said = ({ finding, table }: Account): string | null => (table ? finding : null);
  return {
    "plan-fact": said(planFactAccount(planFactOf(report), "money", language)), deviation: said(deviationsAccount(deviationItems(report), "rate", language)),
    funnel: said(funnelAccount(stagesOf(report), "count", language)), capacity: said(capacityAccount(capacityOf(report), "money", language)),
  };
}
