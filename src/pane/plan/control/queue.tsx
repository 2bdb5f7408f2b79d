/** The check-ins that are due: a card per goal, one number each. Enter saves and goes on to the next. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { rowById } from "../../../plan/find";
import { queueOf, type Owed } from "../../../plan/queue";
import type { RowId } from "../../../plan/plan";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { ScreenHead } from "../screen-head";
import { dayOfPlan } from "../../../plan/settings";
import { AsOf } from "./as-of";
import { CheckInCard } from "./check-in-card";
import { owedAnyway } from "./owed-anyway";
import { CONTROL_WORDS } from "./words";

/** @param goal only this one, whether its check-in is due or not; null: all that are due */
export function Queue({ goal }: { readonly goal: RowId | null }) {
  const { say } = useSurroundings();
  const { plan, cycle, today, back } = usePlan();
  // As it was when the screen was opened: what has been entered stays where it was, and the next card does not move.
  const [owed] = useState<readonly Owed[]>(() => {
    if (goal === null) return cycle ? queueOf(plan, cycle, today) : [];
    const found = rowById(plan, "goals", goal);
    return found ? [owedAnyway(plan, found, today)] : [];
  });
  const [entered, setEntered] = useState<ReadonlyMap<RowId, string>>(new Map());
  const list = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const [toNext, goToNext] = useState<RowId | null>(null);
  const { shown, rest, more } = useCut(owed);
  const isDone = owed.length > 0 && entered.size === owed.length;
  /** After the saved card is drawn as such: the focus goes to the field of the next one, or to the end. */
  useLayoutEffect(() => {
    if (toNext === null) return;
    goToNext(null);
    const at = owed.findIndex(({ goal: each }) => each.row === toNext);
    const next = owed.slice(at + 1).find(({ goal: each }) => !entered.has(each.row)) ?? (isDone ? undefined : owed.find(({ goal: each }) => !entered.has(each.row) && each.row !== toNext));
    const field = next && list.current?.querySelector<HTMLInputElement>(`[data-goal="${CSS.escape(next.goal.row)}"] [data-field="value"] input:checked, [data-goal="${CSS.escape(next.goal.row)}"] input[data-field="value"]`);
    if (field) field.focus();
    else if (next && rest > 0) more();
    else end.current?.focus();
  }, [toNext]);
  const currency = cycle?.fields.currency ?? null;
  return (
    <>
      <ScreenHead title={say(CONTROL_WORDS.checkIns)} hasBack />
      {owed.length === 0 ? <p class="quiet">{say(CONTROL_WORDS.queueEmpty)}</p> : <p class="caption">{say(CONTROL_WORDS.queueAbout)}</p>}
      {owed.length > 0 && dayOfPlan(plan, today) !== today && <p><AsOf /></p>}
      <ul class="rows" ref={list} data-focus-first>
        {shown.map((each) => (
          <CheckInCard key={each.goal.row} owed={each} currency={currency} saved={entered.get(each.goal.row) ?? null}
            done={(text) => {
              if (text !== null) setEntered((all) => new Map(all).set(each.goal.row, text));
              goToNext(each.goal.row);
            }} />
        ))}
      </ul>
      <More rest={rest} more={more} />
      {owed.length > 0 && <p class="queue-end" ref={end} tabIndex={-1} role="status">{say(CONTROL_WORDS.queueDone, entered.size, owed.length)}{isDone && ` ${say(CONTROL_WORDS.queueAllDone)}`}</p>}
      {isDone && <button type="button" onClick={back}>{say(CONTROL_WORDS.backToControl)}</button>}
    </>
  );
}
