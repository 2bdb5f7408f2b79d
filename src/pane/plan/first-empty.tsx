/** Empty sheets with one cycle, so that everything has somewhere to belong: of which days, and in which currency, is asked. */
import { useState } from "preact/hooks";
import { cycleKey, settingRows } from "../../plan/ready-plan";
import type { Operation } from "../../plan/operation";
import { firstSheets } from "../../plan/tables";
import { useSurroundings } from "../surroundings";
import { CurrencyField, usualCurrency } from "./currency-field";
import { wholePress } from "./fields/press";
import { FIRST_WORDS } from "./first-words";
import type { StartProps } from "./first-run";
import { PeriodField, usePeriod } from "./period-field";
import { proposedPeriod } from "./periods";

export function EmptyStart({ planning, today }: StartProps) {
  const { say, language } = useSurroundings();
  const period = usePeriod(today, proposedPeriod(today));
  const [typed, setCurrency] = useState(usualCurrency(language));
  const { span } = period;
  const create = (event: Event) => {
    event.preventDefault();
    if (span === null) return;
    const { from: start, to: end } = span;
    const currency = typed.trim().toUpperCase();
    const cycle = cycleKey(start, end);
    const operations: Operation[] = [
      ...settingRows(language, today, currency).map((fields): Operation => ({ kind: "create", table: "settings", row: planning.newRow(), fields })),
      { kind: "create", table: "cycles", row: planning.newRow(), fields: { cycle_id: cycle, name: say(FIRST_WORDS.cycleName, cycle), start, end, phase: "plan", cadence: "week", pace_by: "working", currency, status: "active" } },
    ];
    planning.start(say(FIRST_WORDS.startedEmpty), language, operations);
  };
  return (
    <form onSubmit={create} noValidate>
      <p>{say(FIRST_WORDS.firstCycle)}</p>
      <PeriodField period={period} today={today} />
      <CurrencyField text={typed} set={setCurrency} />
      <p class="caption spaced">{say(FIRST_WORDS.addedList, firstSheets(language).join(", "))}</p>
      <div class="form-foot"><button type="submit" class="main" onMouseDown={wholePress} disabled={span === null}>{say(FIRST_WORDS.createEmpty)}</button></div>
    </form>
  );
}
