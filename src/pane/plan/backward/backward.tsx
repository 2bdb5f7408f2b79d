/** From the target backwards: inputs on top, the drawn chain, people, four checks against reality, and what would change most. */
import { useMemo } from "preact/hooks";
import { backwardInputs, channelsOf, givenOf, realityOf, revenueOf } from "../../../plan/backward-of-plan";
import type { Cycle } from "../../../plan/cycles";
import { keepGiven } from "../../../plan/keep-given";
import { FunnelChart } from "../../charts/funnel-chart";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { dayText } from "../days";
import { Chips } from "../fields/chips";
import { GOAL_WORDS } from "../goals/words";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { Calls } from "./calls";
import { Chain } from "./chain";
import { Checks } from "./checks";
import { Numbers } from "./numbers";
import { PeopleMustBe } from "./people-must-be";
import { PeopleNeeded } from "./people-needed";
import { Stages } from "./stages";
import { useGiven } from "./use-given";
import { WhatIf } from "./what-if";
import { BACKWARD_WORDS } from "./words";

export function Backward() {
  const { say } = useSurroundings();
  const { cycle } = usePlan();
  return (
    <>
      <ScreenHead title={say(BACKWARD_WORDS.title)} hasBack />
      {cycle ? <OfCycle key={cycle.row} cycle={cycle} /> : <p class="quiet">{say(BACKWARD_WORDS.missing)}</p>}
    </>
  );
}

function OfCycle({ cycle }: { readonly cycle: Cycle }) {
  const { say, language } = useSurroundings();
  const { plan, today, save, newRow, isReadOnly } = usePlan();
  const { currency } = cycle.fields;
  const before = useMemo(() => givenOf(plan, cycle), [plan, cycle]);
  const { given, by, setBy, setStage, field, changed, reset } = useGiven(before, cycle);
  const inputs = useMemo(() => (given ? backwardInputs(plan, cycle, given, today) : null), [plan, cycle, given, today]);
  const worked = useMemo(() => (inputs && given ? realityOf(plan, cycle, inputs, given) : null), [plan, cycle, inputs, given]);
  const money = (value: number) => amount(value, "money", language, currency);
  const keep = () => {
    if (!given) return;
    const note = (old: number, next: number) => say(GOAL_WORDS.changedNote, dayText(today, language), money(old), money(next), `${say(BACKWARD_WORDS.title)}.`);
    const operations = keepGiven(plan, cycle, before, given, today, note, newRow);
    if (operations.length === 0 || save(say(BACKWARD_WORDS.kept), operations)) reset();
  };
  const revenue = given && by === "profit" ? revenueOf(given) : null;
  return (
    <>
      <Chips name="targetBy" label={say(BACKWARD_WORDS.by)} value={by} choose={setBy} choices={[{ value: "revenue", text: say(BACKWARD_WORDS.byRevenue) }, { value: "profit", text: say(BACKWARD_WORDS.byProfit) }]} />
      {by === "revenue" ? <div class="pair">{field("target")}{field("deal")}</div> : (
        <>
          <div class="pair">{field("profit")}{field("deal")}</div>
          <div class="pair">{field("margin")}{field("dealCost")}</div>
          {field("fixedCost")}
          {given && <p class="caption" role="status">{revenue !== null ? say(BACKWARD_WORDS.needsRevenue, money(revenue))
            : given.profit !== null && given.margin !== null && given.deal !== null && <span class="warning">{say(BACKWARD_WORDS.noProfit)}</span>}</p>}
        </>
      )}
      <details class="options">
        <summary>{say(BACKWARD_WORDS.given)}</summary>
        <div class="pair">{field("booked")}{field("repeat")}</div>
        <div class="pair">{field("pipeline")}{field("winRate")}</div>
      </details>
      <details class="options">
        <summary>{say(BACKWARD_WORDS.costs)}</summary>
        {by === "revenue" && <div class="pair">{field("margin")}{field("dealCost")}</div>}
        <div class="pair">{field("income")}{field("hireDays")}</div>
      </details>
      <Calls inputs={inputs} worked={worked?.plan ?? null} given={given} setStage={setStage}>{field("callRate")}</Calls>
      {changed.length > 0 && !isReadOnly && <p class="buttons spaced"><button type="button" onClick={keep}>{say(BACKWARD_WORDS.keep)}</button><span class="caption">{say(BACKWARD_WORDS.tryHint)}</span></p>}
      {worked && inputs && given ? (
        <>
          <Numbers inputs={inputs} worked={worked.plan} cycle={cycle} given={given} />
          <p class="spaced"><Opens to={{ at: "cohorts" }} class="add">{say(BACKWARD_WORDS.cohorts)}</Opens></p>
          <Chain inputs={inputs} worked={worked.plan} given={given} currency={currency} channels={channelsOf(plan, cycle)} />
          <div class="picture"><FunnelChart language={language} stages={worked.plan.stages.map(({ name, required, conversion }) => ({ name, count: required, conversion }))} /></div>
          <Stages inputs={inputs} />
          <PeopleNeeded cycle={cycle} target={inputs.target} hireDays={given.hireDays} />
          <Checks reality={worked.reality} currency={currency} />
          <WhatIf inputs={inputs} leads={worked.plan.leads} currency={currency}><PeopleMustBe cycle={cycle} inputs={inputs} hireDays={given.hireDays} /></WhatIf>
        </>
      ) : (
        <>
          <p class="banner">{say(by === "profit" ? BACKWARD_WORDS.missingProfit : BACKWARD_WORDS.missing)}</p>
          <Stages inputs={null} />
        </>
      )}
    </>
  );
}
