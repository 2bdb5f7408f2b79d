/** The phase Organize: what is to be done, by whom. */
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { shortDay } from "../days";
import { shownRows } from "../in-cycle";
import { ScreenHead } from "../screen-head";
import { ORGANIZE_WORDS } from "./words";

export function OrganizePhase() {
  const { say, language } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const { shown, rest, more } = useCut(shownRows(plan, "tasks", cycle));
  return (
    <>
      <ScreenHead title={say(ORGANIZE_WORDS.tasks)} />
      {shown.length === 0 && <p class="quiet">{say(ORGANIZE_WORDS.noTasks)}</p>}
      <ul class="rows">
        {shown.map(({ row, label, fields: { action, owner, due } }) => (
          <li key={row} class="row">
            <span class="row-title"><bdi>{visible(action ?? label)}</bdi></span>
            <span class="row-note"><bdi>{visible(owner ?? "")}</bdi>{due !== null && ` · ${shortDay(due, language, today)}`}</span>
          </li>
        ))}
      </ul>
      <More rest={rest} more={more} />
    </>
  );
}
