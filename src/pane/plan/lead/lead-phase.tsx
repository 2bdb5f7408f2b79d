/** The phase Lead: the people of the department. */
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { ScreenHead } from "../screen-head";
import { LEAD_WORDS } from "./words";

export function LeadPhase() {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const { shown, rest, more } = useCut(plan.rows.team);
  return (
    <>
      <ScreenHead title={say(LEAD_WORDS.people)} />
      {shown.length === 0 && <p class="quiet">{say(LEAD_WORDS.noPeople)}</p>}
      <ul class="rows">
        {shown.map(({ row, fields: { person, role } }) => (
          <li key={row} class="row">
            <span class="row-title"><bdi>{visible(person ?? "")}</bdi></span>
            {role !== null && <span class="row-note"><bdi>{visible(role)}</bdi></span>}
          </li>
        ))}
      </ul>
      <More rest={rest} more={more} />
    </>
  );
}
