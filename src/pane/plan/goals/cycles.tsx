/** The cycles: year, quarter, month. */
import { CYCLE_STATUSES } from "../../../plan/codes";
import { isOpenCycle, type Cycle } from "../../../plan/cycles";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { dayText } from "../days";
import { PlusIcon } from "../icons";
import { FinalScore } from "../final-score";
import { cycleName } from "../in-cycle";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { TEMPLATE_WORDS } from "../template/words";
import { CYCLE_WORDS } from "./cycle-words";

export function Cycles() {
  const { say, language } = useSurroundings();
  const { plan, isReadOnly } = usePlan();
  const cycles = [...plan.rows.cycles].sort((a, b) => (b.fields.start ?? 0) - (a.fields.start ?? 0));
  const day = (serial: number | null) => (serial === null ? "?" : dayText(serial, language));
  return (
    <>
      <ScreenHead title={say(CYCLE_WORDS.cycles)} hasBack>
        {!isReadOnly && <Opens to={{ at: "cycle", row: null }} class="add"><PlusIcon /><span>{say(CYCLE_WORDS.add)}</span></Opens>}
      </ScreenHead>
      <p class="quiet">{say(CYCLE_WORDS.about)}</p>
      {!isReadOnly && <p class="spaced"><Opens to={{ at: "template" }} class="add">{say(TEMPLATE_WORDS.take)}</Opens></p>}
      <ul class="rows">
        {cycles.map((cycle) => (
          <li key={cycle.row}>
            <Opens to={{ at: "cycle", row: cycle.row }} class="row">
              <span class="row-title"><bdi>{visible(cycleName(cycle))}</bdi></span>
              <span class="row-line"><span>{day(cycle.fields.start)} – {day(cycle.fields.end)}</span><span class="status">{CYCLE_STATUSES.find(({ code }) => code === cycle.fields.status)?.words[language]}</span></span>
              {finalOf(cycle) !== null && <FinalScore score={finalOf(cycle)!} />}
            </Opens>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What closing has written. */
const finalOf = (cycle: Cycle): number | null => {
  const { score } = cycle.frozen;
  return !isOpenCycle(cycle) && typeof score === "number" ? score : null;
};
