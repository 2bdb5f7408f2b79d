/** What was decided on the way to closing a cycle; it is kept while one goes to other screens. */
import { useState } from "preact/hooks";
import { firstOfMonth, monthOf } from "../../../core/calendar";
import type { Decision } from "../../../plan/close";
import type { Cycle } from "../../../plan/cycles";
import type { RowId } from "../../../plan/plan";
import { cycleKey } from "../../../plan/ready-plan";
import { typedNumber } from "../../../plan/typed-number";
import { useSurroundings } from "../../surroundings";
import { editable } from "../amounts";
import { usePlan } from "../context";
import { dayText } from "../days";

type State = { readonly lessons: string; readonly key: string; readonly start: string; readonly end: string; readonly decisions: readonly (readonly [RowId, Decision])[]; readonly along: readonly RowId[]; readonly targets: readonly (readonly [RowId, string])[] };

export type Closing = Omit<State, "decisions" | "along"> & {
  readonly decisions: ReadonlyMap<RowId, Decision>;
  readonly along: ReadonlySet<RowId>;
  readonly set: (fields: Partial<Pick<State, "lessons" | "key" | "start" | "end">>) => void;
  readonly decide: (row: RowId, decision: Decision) => void;
  readonly takeAlong: (rows: readonly RowId[], take: boolean) => void;
  readonly targetText: (row: RowId, target: number | null) => string;
  readonly setTarget: (row: RowId, text: string) => void;
  readonly forget: () => void;
};

export function useClosing(cycle: Cycle): Closing {
  const { language, notation } = useSurroundings();
  const { drafts } = usePlan();
  const [, redraw] = useState(0);
  const name = `close ${cycle.row}`;
  const held = drafts.get(name)?.get("state");
  const state: State = held === undefined ? firstState(cycle, (serial) => dayText(serial, language)) : (JSON.parse(held) as State);
  const put = (next: Partial<State>) => {
    drafts.set(name, new Map([["state", JSON.stringify({ ...state, ...next })]]));
    redraw((count) => count + 1);
  };
  const decimal = notation.decimal === "," ? "," : ".";
  const without = (row: RowId) => state.decisions.filter(([each]) => each !== row);
  return {
    ...state, decisions: new Map(state.decisions), along: new Set(state.along),
    set: put,
    decide: (row, decision) => put({ decisions: [...without(row), [row, decision]] }),
    takeAlong: (rows, take) => put({ along: [...state.along.filter((row) => !rows.includes(row)), ...(take ? rows : [])] }),
    targetText: (row, target) => state.targets.find(([each]) => each === row)?.[1] ?? (target === null ? "" : editable(target, decimal)),
    setTarget: (row, text) => put({ targets: [...state.targets.filter(([each]) => each !== row), [row, text]], decisions: [...without(row), [row, { choose: "change", target: typedNumber(text, notation)?.value ?? null }]] }),
    forget: () => void drafts.delete(name),
  };
}

/** As long as the one that is closed, right after it: a quarter after a quarter. */
function firstState({ fields: { start, end } }: Cycle, day: (serial: number) => string): State {
  const blank: State = { lessons: "", key: "", start: "", end: "", decisions: [], along: [], targets: [] };
  if (start === null || end === null) return blank;
  const months = monthOf(end) - monthOf(start) + 1;
  const from = end + 1;
  const isWhole = start === firstOfMonth(monthOf(start)) && from === firstOfMonth(monthOf(from));
  const to = isWhole ? firstOfMonth(monthOf(from) + months) - 1 : from + (end - start);
  return { ...blank, key: cycleKey(from, to), start: day(from), end: day(to) };
}
