/**
 * Two people put a new row below the last one at the same time: both wrote to the same cells, and one row is gone from the sheet though
 * nobody removed it.
 */
import { MAKING, sawRecord, type RowState } from "./fold";
import type { JournalRecord } from "./record";
import type { Examined } from "./reconcile";
import { hasSeen, type Vector } from "./vector";
import type { RowId } from "./plan";
import type { TableKey } from "./tables";

/** How a row came into its table; null where it was brought back since, or found there. */
function makingOf({ records }: RowState): JournalRecord | null {
  const last = records.filter(({ kind }) => MAKING.has(kind)).pop();
  return last && (last.kind === "create" || last.kind === "check-in") ? last : null;
}

/** What a pane saw at its last look. */
export type LastLook = { readonly seen: Vector; readonly examined: ReadonlyMap<TableKey, Pick<Examined, "places">> };

/**
 * Missing rows that another one was put over. Two new rows met: the author of the one that stands there had not seen the other, nor the
 * other way round, and this pane meets one of the two for the first time. Or a row stands in
 * the place now though those below stayed where they were: where a person takes a row out they come up.
 *
 * @param before null at the first look of a pane
 */
export function collided({ view, missing, places }: Pick<Examined, "view" | "missing" | "places">, rows: ReadonlyMap<RowId, RowState>, before: LastLook | null): ReadonlySet<RowState> {
  if (missing.length === 0) return new Set();
  const isNew = ({ client, seq, end }: JournalRecord): boolean => (before ? !hasSeen(before.seen, client, seq) : end === 1);
  const there = [...places.keys()].flatMap((id) => {
    const state = rows.get(id);
    return (state && makingOf(state)) ?? [];
  });
  const metAnother = (lost: JournalRecord): boolean =>
    there.some((other) => other.client !== lost.client && (isNew(other) || isNew(lost)) && !sawRecord(other, lost) && !sawRecord(lost, other));
  const stood = before?.examined.get(view.table)?.places;
  const standsAt = new Map(Array.from(places, ([id, { at }]) => [at, id]));
  const stayed = Math.max(-1, ...Array.from(places, ([id, { at }]) => (stood?.get(id)?.at === at ? at : -1)));
  const wasPutOver = ({ row }: RowState): boolean => {
    const at = stood?.get(row)?.at;
    const other = at === undefined ? undefined : standsAt.get(at);
    if (at === undefined || other === undefined) return false;
    // Of the last row nobody can tell: one that is new to this pane may have been put there after it was taken out.
    return stayed > at || (!(rows.get(other)?.records.every(isNew) ?? true) && (stood!.get(other)?.at ?? -1) < at);
  };
  return new Set(missing.filter((state) => {
    const made = makingOf(state);
    return (made !== null && metAnother(made)) || wasPutOver(state);
  }));
}
