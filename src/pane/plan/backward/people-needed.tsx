/** Who is to sell it: people by month, how many are missing, and by which day the search for them must begin. */
import { useMemo } from "preact/hooks";
import { hiringResource, isShort, peopleOf, type People } from "../../../plan/staffing";
import type { Cycle } from "../../../plan/cycles";
import { CapacityChart } from "../../charts/capacity-chart";
import { plainNumber } from "../../format";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { monthName, shortDay } from "../days";
import { Opens } from "../opens";
import { BACKWARD_WORDS } from "./words";

type Props = { readonly cycle: Cycle; readonly target: number; readonly hireDays: number | null };

export function PeopleNeeded({ cycle, target, hireDays }: Props) {
  const { say, language } = useSurroundings();
  const { plan, today } = usePlan();
  const people = useMemo(() => peopleOf(plan, cycle, target, hireDays, today), [plan, cycle, target, hireDays, today]);
  return (
    <section aria-label={say(BACKWARD_WORDS.people)}>
      <h3>{say(BACKWARD_WORDS.people)}</h3>
      {people === null ? <p class="quiet">{say(BACKWARD_WORDS.noQuotas)}</p> : (
        <>
          <Verdict people={people} cycle={cycle} />
          <div class="picture">
            <CapacityChart language={language} data={{ periods: people.months.map(({ from }) => monthName(from, language, "short")), ramped: people.months.map(({ ramped }) => ramped), ramping: people.months.map(({ ramping }) => ramping), target: people.months.map((month) => month.target) }} />
          </div>
          <Months people={people} />
        </>
      )}
      <p class="spaced"><Opens to={{ at: "people" }} class="add">{say(BACKWARD_WORDS.team)}</Opens></p>
    </section>
  );
}

function Verdict({ people: { months, missing, capacity, target, naive, now, price, rampMonths, hireDays }, cycle }: { readonly people: People; readonly cycle: Cycle }) {
  const { say, language } = useSurroundings();
  const { plan, today } = usePlan();
  const money = (value: number) => amount(value, "money", language, cycle.fields.currency);
  const day = (serial: number) => shortDay(serial, language, today);
  if (missing === null) return <p>{say(months.some((month) => isShort(month)) ? BACKWARD_WORDS.enoughInAll : BACKWARD_WORDS.enough, money(capacity), money(target))}</p>;
  const isLate = missing.hireBy === null || missing.hireBy < today;
  const hired = isLate ? now.people : missing.people;
  const resource = hiringResource(plan, cycle);
  return (
    <>
      <p class="warning">{say(BACKWARD_WORDS.missingPeople, missing.people, day(missing.neededOn))}</p>
      <p>{missing.hireBy !== null && say(isLate ? BACKWARD_WORDS.hireByPast : BACKWARD_WORDS.hireBy, day(missing.hireBy), rampMonths, hireDays)}</p>
      {isLate && <p>{now.people === null ? say(BACKWARD_WORDS.nobodyHelps, day(now.start)) : say(BACKWARD_WORDS.hireNow, day(now.start), now.people)}</p>}
      {hired !== null && price !== null && <p>{say(BACKWARD_WORDS.hireCost, hired, money(price), money(hired * price))}</p>}
      {naive !== null && naive < (hired ?? missing.people) && <p class="caption">{say(BACKWARD_WORDS.naive, naive)}</p>}
      <p class="spaced"><Opens to={resource ? { at: "resource", row: resource.row } : { at: "resource", row: null, kind: "human" }} class="add">{say(BACKWARD_WORDS.planHiring)}</Opens></p>
    </>
  );
}

/** Newcomers who sell half of a quota are half a person here. */
function Months({ people: { months } }: { readonly people: People }) {
  const { say, language } = useSurroundings();
  const count = (value: number) => plainNumber(Math.round(value * 10) / 10, language);
  return (
    <details class="options">
      <summary>{say(BACKWARD_WORDS.byMonth)}</summary>
      <dl class="chain">
        {months.map(({ from, needed, there }) => (
          <div key={from}><dt>{monthName(from, language, "long")}</dt><dd>{needed === null ? say(BACKWARD_WORDS.there, count(there)) : say(BACKWARD_WORDS.neededThere, count(needed), count(there))}</dd></div>
        ))}
      </dl>
    </details>
  );
}
