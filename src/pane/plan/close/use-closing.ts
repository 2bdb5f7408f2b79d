/** What was decided on the way to closing a cycle; it is kept while one goes to other screens. */
import { useState } from "preact/hooks";
import { firstOfMonth, monthOf } from "../../../core/calendar";
import type { Decision } from "../../../plan/close";
import type { Cycle } from "../../../plan/cycles";
import type { RowId } from "../../../plan/plan";
import { cycleKey } from "../../../plan/ready-plan";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { dayText } from "../days";

type State = { readonly lessons: string; readonly key: string; readonly start: string; readonly end: string; readonly decisions: readonly (readonly [RowId, Decision])[]; readonly along: readonly RowId[]; /** Goals whose targets by month stay behind. */ readonly withoutMonths: readonly RowId[]; /** What was typed for a change. */ readonly texts: readonly (readonly [RowId, string])[] };

export type Closing = Omit<State, "decisions" | "along" | "withoutMonths" | "texts"> & {
  readonly decisions: ReadonlyMap<RowId, Decision>;
  readonly along: ReadonlySet<RowId>;
  readonly withoutMonths: ReadonlySet<RowId>;
  readonly set: (fields: Partial<Pick<State, "lessons" | "key" | "start" | "end">>) => void;
  /** @param text as it was typed, for a change */
  readonly decide: (row: RowId, decision: Decision, text?: string) => void;
  readonly takeAlong: (rows: readonly RowId[], take: boolean) => void;
  readonly takeMonths: (row: RowId, take: boolean) => void;
  readonly textOf: (row: RowId) => string | undefined;
  readonly forget: () => void;
};

export function useClosing(cycle: Cycle): Closing {
  const { language } = useSurroundings();
  const { drafts } = usePlan();
  const [, redraw] = useState(0);
  const name = `close ${cycle.row}`;
  const held = drafts.get(name)?.get("state");
  // What an older version kept lacks what came since.
  const state: State = { ...firstState(cycle, (serial) => dayText(serial, language)), ...(held !== undefined && (JSON.parse(held) as Partial<State>)) };
  const put = (next: Partial<State>) => {
    drafts.set(name, new Map([["state", JSON.stringify({ ...state, ...next })]]));
    redraw((count) => count + 1);
  };
  const without = <T,>(all: readonly (readonly [RowId, T])[], row: RowId) => all.filter(([each]) => each !== row);
  const { decisions, along, withoutMonths, texts, ...rest } = state;
  return {
    ...rest, decisions: new Map(decisions), along: new Set(along), withoutMonths: new Set(withoutMonths),
    set: put,
    decide: (row, decision, text) => put({ decisions: [...without(decisions, row), [row, decision]], ...(text !== undefined && { texts: [...without(texts, row), [row, text]] }) }),
    takeAlong: (rows, take) => put({ along: [...along.filter((row) => !rows.includes(row)), ...(take ? rows : [])] }),
    takeMonths: (row, take) => put({ withoutMonths: [...withoutMonths.filter((each) => each !== row), ...(take ? [] : [row])] }),
    textOf: (row) => texts.find(([each]) => each === row)?.[1],
    forget: () => void drafts.delete(name),
  };
}

/** As long as the one that is closed, right after it: a quarter after a quarter. */
function firstState({ fields: { start, end, lessons } }: Cycle, day: (serial: number) => string): State {
  const blank: State = { lessons: lessons ?? "", key: "", start: "", end: "", decisions: [], along: [], withoutMonths: [], texts: [] };
  if (start === null || end === null) return blank;
  const months = monthOf(end) - monthOf(start) + 1;
  const from = end + 1;
  const isWhole = start === firstOfMonth(monthOf(start)) && from === firstOfMonth(monthOf(from));
  const to = isWhole ? firstOfMonth(monthOf(from) + months) - 1 : from + (end - start);
  return { ...blank, key: cycleKey(from, to), start: day(from), end: day(to) };
}
