/** The people: what the team can sell month by month against the target, and how much each has to do. */
import { useMemo } from "preact/hooks";
import { capacityByMonth, loadByPerson, quotaAMonth } from "../../../plan/people";
import { rowOf } from "../../../plan/find";
import { CapacityChart } from "../../charts/capacity-chart";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { monthName } from "../days";
import { PlusIcon } from "../icons";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { ORGANIZE_WORDS } from "./words";

export function People() {
  const { say, language } = useSurroundings();
  const { plan, cycle, today, isReadOnly } = usePlan();
  const months = useMemo(() => (cycle && plan.rows.team.length > 0 ? capacityByMonth(plan, cycle) : []), [plan, cycle]);
  const loads = useMemo(() => (cycle ? loadByPerson(plan, cycle, today) : []), [plan, cycle, today]);
  const { shown, rest, more } = useCut(loads);
  return (
    <>
      <ScreenHead title={say(ORGANIZE_WORDS.people)} hasBack>
        {!isReadOnly && <Opens to={{ at: "person", row: null }} class="add" label={say(ORGANIZE_WORDS.addPerson)}><PlusIcon /></Opens>}
      </ScreenHead>
      {plan.rows.team.length === 0 && <p class="quiet">{say(ORGANIZE_WORDS.noPeople)}</p>}
      {months.length > 0 && (
        <CapacityChart language={language} data={{ periods: months.map(({ from }) => monthName(from, language, "short")), ramped: months.map(({ ramped }) => ramped), ramping: months.map(({ ramping }) => ramping), target: months.map(({ target }) => target) }} />
      )}
      <ul class="rows">
        {shown.map(({ name, open, late }) => {
          const person = rowOf(plan, "team", name);
          const quota = person && quotaAMonth(person);
          return (
            <li key={name}>
              <Opens to={person ? { at: "person", row: person.row } : { at: "talk", name }} class="row">
                <span class="row-title"><bdi>{name === "" ? say(ORGANIZE_WORDS.nobody) : visible(name)}</bdi></span>
                <span class="row-line">
                  <span class="row-note">{quota === null ? say(ORGANIZE_WORDS.noQuota) : say(ORGANIZE_WORDS.quotaMonth, amount(quota, "money", language, cycle?.fields.currency ?? null))}</span>
                  <span class={late > 0 ? "row-note lacking" : "row-note"}>{late > 0 ? say(ORGANIZE_WORDS.loadLate, open, late) : say(ORGANIZE_WORDS.load, open)}</span>
                </span>
              </Opens>
            </li>
          );
        })}
      </ul>
      <More rest={rest} more={more} />
    </>
  );
}
