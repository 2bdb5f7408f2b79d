/** A plan out of the user's own table: chosen, its columns confirmed, what it says, and the four numbers with what they come to. */
import { useMemo, useState } from "preact/hooks";
import type { DataChoice } from "../../../catalogue/deal-data";
import { liveFacts, type LiveColumns } from "../../../plan/data-formulas";
import type { OwnStage } from "../../../plan/data-history";
import { GROWTH, proposedTarget } from "../../../plan/data-target";
import type { Span } from "../../../plan/from-data";
import { isWinRateOnly, ownData, type DaysOf } from "../../../plan/own-data";
import type { DealData } from "../../host";
import { columnReference } from "../../reference";
import { useSurroundings } from "../../surroundings";
import { amount, percent } from "../amounts";
import { shortDay } from "../days";
import { Chips } from "../fields/chips";
import { usualCurrency } from "../currency-field";
import { ReadyForm } from "../first-ready";
import type { StartProps } from "../first-run";
import { Found } from "./found";
import { Steps } from "./steps";
import { useData, type Chosen } from "./use-data";
import { DATA_WORDS, DAYS_OF_WORDS, PROPOSAL_WORDS } from "./words";

/** The share of repeat business must leave something to win. */
const MOST_REPEAT = 0.95;

export function MyData({ planning, today, data }: StartProps & { readonly data: DealData }) {
  const state = useData(data, today);
  const [funnel, setFunnel] = useState<readonly OwnStage[] | null>(null);
  const histories = (state.tables ?? []).filter(({ kind, sheet }) => kind === "history" && sheet !== state.chosen?.place.sheet);
  const [history, setHistory] = useState<string | null>(null);
  const used = histories.find(({ sheet }) => sheet === (history ?? histories[0]?.sheet));
  const count = (choice: DataChoice) => {
    setFunnel(null);
    if (choice.kind === "deals" && used) state.stagesOf(used).then(setFunnel, state.fail);
  };
  return (
    <Steps state={state} today={today} histories={histories} history={used && history !== "" ? used.sheet : ""} setHistory={setHistory} counted={count}>
      {(chosen) => <Numbers planning={planning} today={today} chosen={chosen} funnel={funnel} />}
    </Steps>
  );
}

type NumbersProps = StartProps & { readonly chosen: Chosen; readonly funnel: readonly OwnStage[] | null };

function Numbers({ planning, today, chosen, funnel }: NumbersProps) {
  const { say, language } = useSurroundings();
  const { found, place } = chosen;
  const { figures } = found;
  const [daysOf, setDaysOf] = useState<DaysOf>("mean");
  const ownOf = useMemo(() => (span: Span) => {
    if (!figures) return undefined;
    const plain = ownData(figures, funnel, place.sheet, {}, daysOf);
    const stages = found.stages && { won: found.stages.order[found.stages.order.length - 1]!, lost: found.stages.lost };
    return { ...plain, live: liveFacts({ columns: columnsOf(chosen), stages, currency: figures.currency }, span, isWinRateOnly(plain)) };
  }, [chosen, funnel, daysOf]);
  if (!figures) return <p class="failure" role="alert">{say(DATA_WORDS.isNeeded)}</p>;
  const currency = figures.currency !== null && figures.currency.length === 3 ? figures.currency : usualCurrency(language);
  const proposal = (span: Span) => (figures.months ? proposedTarget(figures.months, span.from, span.to) : null);
  const shown = ownOf({ from: today, to: today });
  return (
    <>
      {shown && <Found sheet={place.sheet} found={found} figures={figures} own={shown} currency={currency} today={today} />}
      {figures.cycle && Math.round(figures.cycle.days) !== Math.round(figures.cycle.median) && (
        <Chips name="daysOf" label={say(DATA_WORDS.daysOf)} value={daysOf} choose={setDaysOf} choices={(["mean", "median"] as const).map((value) => ({ value, text: say(DAYS_OF_WORDS[value], amount(Math.round(figures.cycle![value === "mean" ? "days" : "median"]), "days", language, null)) }))} />
      )}
      <ReadyForm planning={planning} today={today} title={DATA_WORDS.started} own={ownOf} begin={{
        currency,
        ...(figures.averageDeal !== null && { deal: Math.round(figures.averageDeal) || figures.averageDeal }),
        ...(figures.repeat && { repeat: Math.min(MOST_REPEAT, Math.round(figures.repeat.share * 100) / 100) }),
        target: (span) => proposal(span)?.target,
        targetHint: (span) => {
          const proposed = proposal(span);
          return proposed ? say(PROPOSAL_WORDS[proposed.how], amount(proposed.revenue, "money", language, currency), shortDay(proposed.span.from, language, today), shortDay(proposed.span.to, language, today), percent(GROWTH, language)) : say(DATA_WORDS.exampleTarget);
        },
      }} />
    </>
  );
}

/** Columns that a plain formula can count over: whole ones, so that rows to come are counted too, where the table has its sheet to itself. */
function columnsOf({ place, isPart, found: { roles, plain, top, rows } }: Chosen): LiveColumns {
  const reference = (role: keyof LiveColumns): string | undefined => {
    const at = roles[role];
    return at === undefined ? undefined : columnReference(place.sheet, place.column + at, isPart ? { first: top, last: top + rows - 1 } : null);
  };
  const all: readonly (keyof LiveColumns)[] = ["amount", "closed", "created", "stage", "currency", "customer"];
  return Object.fromEntries(all.flatMap((role) => (reference(role) !== undefined && (role === "stage" || role === "currency" || role === "customer" || plain.includes(role)) ? [[role, reference(role)!]] : [])));
}
