/** Empty sheets with one cycle, so that everything has somewhere to belong. */
import { cycleKey, settingRows } from "../../plan/ready-plan";
import type { Operation } from "../../plan/operation";
import { TABLES } from "../../plan/tables";
import { useSurroundings } from "../surroundings";
import { FIRST_WORDS } from "./first-words";
import type { StartProps } from "./first-run";
import { periodAround, proposedPeriod } from "./periods";

export function EmptyStart({ planning, today }: StartProps) {
  const { say, language } = useSurroundings();
  const create = () => {
    const [start, end] = periodAround(today, proposedPeriod(today));
    const currency = language === "ru" ? "RUB" : "USD";
    const cycle = cycleKey(start, end);
    const operations: Operation[] = [
      ...settingRows(language, today, currency).map((fields): Operation => ({ kind: "create", table: "settings", row: planning.newRow(), fields })),
      { kind: "create", table: "cycles", row: planning.newRow(), fields: { cycle_id: cycle, name: say(FIRST_WORDS.cycleName, cycle), start, end, phase: "plan", cadence: "week", pace_by: "working", currency, status: "active" } },
    ];
    planning.start(say(FIRST_WORDS.startedEmpty), language, operations);
  };
  return (
    <>
      <p>{say(FIRST_WORDS.addedList, [...new Set(Object.values(TABLES).map(({ sheet }) => sheet[language]))].join(", "))}</p>
      <div class="form-foot"><button type="button" class="main" onClick={create}>{say(FIRST_WORDS.createEmpty)}</button></div>
    </>
  );
}
