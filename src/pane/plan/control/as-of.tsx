/** The day of the plan: all numbers, in the pane and in the sheets, are of this day; it is brought to today by a button. */
import { dayOfPlan, setSetting } from "../../../plan/settings";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { dayText } from "../days";
import { CONTROL_WORDS } from "./words";

export function AsOf() {
  const { say, language } = useSurroundings();
  const { plan, today, save, newRow, isReadOnly } = usePlan();
  const day = dayOfPlan(plan, today);
  const set = () => save(say(CONTROL_WORDS.asOfToday, dayText(today, language)), setSetting(plan, "PLAN_ASOF", today, newRow));
  return (
    <span class={day === today ? "caption" : "caption warning"}>
      {say(CONTROL_WORDS.asOf, dayText(day, language))}
      {day !== today && !isReadOnly && <> <button type="button" class="link" onClick={set}>{say(CONTROL_WORDS.setToday)}</button></>}
    </span>
  );
}
