/** Whole deals: from creation to the end. */
import type { Dates, Funnel } from "./columns";
import { dealLengths, NONE, type DealOptions, type Outcome } from "./deal-lengths";
import { MetricError } from "./error";
import type { Statistic } from "./stats";
import { refuseCensored, tell, type Open } from "./timing";

export type CycleOptions = DealOptions & {
  readonly outcome: Outcome | null;
  readonly open: Open;
};

/**
 * Days from created to closed, as one number.
 *
 * @throws outcomeNeedsStages, openNeedsClosed, noStatisticWithCensor, closedMissing, closedBeforeCreated, noDeals, percentileNotReached
 */
export function salesCycle(
  created: Dates,
  closed: Dates,
  stages: Int32Array | null,
  funnel: Funnel | null,
  statistic: Statistic,
  asOf: number | null,
  options: CycleOptions,
): number {
  const outcome = checkedOutcome(stages !== null, statistic, options);
  const { ended, open } = dealLengths(created, closed, stages, funnel, asOf, options);
  const told = tell({ finished: ended(outcome), open: outcome === "closed" ? open() : NONE }, statistic, options.open);
  if (told === "nothing") throw new MetricError("noDeals");
  if (told === "notReached") throw new MetricError("tooFewClosed");
  return told;
}

export function checkedOutcome(withStages: boolean, statistic: Statistic, { outcome, open }: Pick<CycleOptions, "outcome" | "open">): Outcome {
  if (!withStages && (outcome === "won" || outcome === "lost")) throw new MetricError("outcomeNeedsStages", { argument: "options", list: [outcome] });
  const chosen = outcome ?? (withStages ? "won" : "closed");
  if (open !== "exclude" && chosen !== "closed") throw new MetricError("openNeedsClosed", { argument: "options", list: [open] });
  refuseCensored(statistic, open);
  return chosen;
}
