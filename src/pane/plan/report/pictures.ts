/** What the pictures of a report show, and what each of them says: the same sentence stands over the chart in the sheet. */
import type { Unit } from "../../../catalogue/define";
import type { CauseFigures } from "../../../plan/cause-texts";
import type { Report } from "../../../plan/report";
import type { Findings } from "../../../plan/report-layout";
import { capacityAccount, type Capacity } from "../../charts/capacity";
import { deviationsAccount, type DeviationItem } from "../../charts/deviation";
import { funnelAccount, type FunnelStage } from "../../charts/funnel";
import { planFactAccount, type PlanFact } from "../../charts/plan-fact";
import type { Account } from "../../charts/text";
import { waterfallAccount, type Waterfall } from "../../charts/waterfall";

export const planFactOf = ({ figures: { months, toDate } }: Report): PlanFact => ({ periods: months.map(({ name }) => name), plan: months.map(({ plan }) => plan), fact: months.map(({ fact }) => fact), toDate });

/** Minus is worse than plan, whichever way the goal goes. */
export const deviationItems = ({ figures: { deviations } }: Report): readonly DeviationItem[] =>
  deviations.filter(({ share }) => share !== null).map(({ name, share }) => ({ name, deviation: share, better: "more" }));

const UNITS: Readonly<Record<CauseFigures["causes"][number]["key"], Unit>> = { volume: "count", deals: "count", conversion: "rate", deal: "money", other: "money" };
export const waterfallOf = ({ name, plan, fact, causes, notes }: CauseFigures): Waterfall => ({ name, plan, fact, causes: causes.map((each) => ({ ...each, unit: UNITS[each.key] })), why: notes.join(" ") });

export const stagesOf = ({ figures: { stages } }: Report): readonly FunnelStage[] => stages;

export const capacityOf = ({ figures: { capacity } }: Report): Capacity =>
  ({ periods: capacity.map(({ name }) => name), ramped: capacity.map(({ ramped }) => ramped), ramping: capacity.map(({ ramping }) => ramping), target: capacity.map(({ target }) => target) });

export function findingsOf(report: Report): Findings {
  const { language } = report;
  const said = ({ finding, table }: Account): string | null => (table ? finding : null);
  return {
    "plan-fact": said(planFactAccount(planFactOf(report), "money", language)), deviation: said(deviationsAccount(deviationItems(report), "rate", language)),
    waterfall: said(waterfallAccount(waterfallOf(report.figures.causes), "money", language)), funnel: said(funnelAccount(stagesOf(report), "count", language)), capacity: said(capacityAccount(capacityOf(report), "money", language)),
  };
}
