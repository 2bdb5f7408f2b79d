/** A rate that was counted from so few deals that it may be chance: said beside it. */
import { countedRate, wholeSpan, type CountedRate } from "../../../plan/counted-rate";
import type { Plan, PlanRow } from "../../../plan/plan";
import { counted } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { shortDay } from "../days";
import { usePlan } from "../context";
import { WarningIcon } from "../icons";
import { BACKWARD_WORDS, DEAL_FORMS } from "./words";

type Props = { readonly rate: Pick<CountedRate, "deals" | "isFew"> | null | undefined; readonly forms?: typeof DEAL_FORMS };

export function Few({ rate, forms = DEAL_FORMS }: Props) {
  const { say, language } = useSurroundings();
  return rate?.isFew ? <span class="status warning"><WarningIcon /><span>{say(BACKWARD_WORDS.few, counted(rate.deals, language, forms))}</span></span> : null;
}

/** By stage, in the order of the funnel; the last has no rate. */
export const countedRates = (plan: Plan, rows: readonly PlanRow<"funnel">[]): readonly (CountedRate | null)[] => rows.map((row, i) => (i === rows.length - 1 ? null : countedRate(plan, row)));

/** Where the rates come from, and which of them where it is not all. */
export function RatesFrom({ rows, rates }: { readonly rows: readonly PlanRow<"funnel">[]; readonly rates: readonly (CountedRate | null)[] }) {
  const { say, language } = useSurroundings();
  const { today } = usePlan();
  const known = rates.flatMap((rate) => rate ?? []);
  if (known.length === 0) return null;
  const span = wholeSpan(known);
  const names = known.length === rows.length - 1 ? "" : `: ${rows.filter((_, i) => rates[i]).map(({ fields }) => visible(fields.stage ?? "")).join(", ")}`;
  return <p class="caption spaced">{span ? say(BACKWARD_WORDS.ratesFrom, shortDay(span.from, language, today), shortDay(span.to, language, today)) : say(BACKWARD_WORDS.ratesFromAll)}{names}</p>;
}
