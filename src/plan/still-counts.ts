/**
 * Which records of a row still count. Left out is only what no later record can bring back: a value that was replaced by somebody who
 * knew of it. What anybody may still write and has not sent finds all that it can be in conflict with.
 */
import { foldRecords, inOrder, isPlaced, isWanting, MAKING, standing, type RowState } from "./fold";
import { SCHEMA, SETTING_KINDS, type JournalRecord } from "./record";
import { note } from "./vector";

/** Other kinds are kept whatever they say. */
const REPLACEABLE: ReadonlySet<string> = new Set([...SETTING_KINDS, "more", "restore"]);

/** A record and the pieces that go on where it ends. */
const actionOf = ({ op, client }: JournalRecord): string => `${client}:${op.slice(op.lastIndexOf(":") + 1).split("_")[0]}`;

/**
 * @param state of the row, from all that is known
 * @param covered records of it that are to be put aside
 * @param isRecent kept in any case
 */
export function stillCounting(state: RowState, covered: ReadonlySet<string>, isRecent: (record: JournalRecord) => boolean): readonly JournalRecord[] {
  const old = state.records.filter(({ op }) => covered.has(op));
  const kept = new Set<JournalRecord>(standing(old));
  const last = new Map<string, JournalRecord>();
  for (const record of old) {
    const { kind, client, schema, label } = record;
    if (!REPLACEABLE.has(kind) || schema > SCHEMA || isRecent(record)) kept.add(record);
    if (label !== null && !last.has("label")) last.set("label", record);
    if (MAKING.has(kind)) last.set("made", record);
    for (const key of [`of ${client}`, ...(isWanting(record) ? [`wanted by ${client}`] : [])]) if (record.seq > (last.get(key)?.seq ?? 0)) last.set(key, record);
  }
  for (const record of [...old.slice(0, 1), ...last.values()]) kept.add(record);
  const actions = new Set([...kept].map(actionOf));
  const counting = old.filter((record) => actions.has(actionOf(record)));
  return isSame(state, [...counting, ...state.records.filter(({ op }) => !covered.has(op))].sort(inOrder)) ? counting : old;
}

/** Whether fewer records give the same row in all respects. */
function isSame({ records, fields, conflicts, alive, vector, placed }: RowState, fewer: readonly JournalRecord[]): boolean {
  const folded = foldRecords(fewer);
  const seen = new Map<string, number>();
  for (const { client, seq } of fewer) note(seen, client, seq);
  const labelled = (all: readonly JournalRecord[]): JournalRecord | undefined => all.find(({ label }) => label !== null);
  const text = (map: ReadonlyMap<string, unknown>): string => JSON.stringify([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  return folded.alive === alive && isPlaced(fewer) === placed && labelled(fewer) === labelled(records) && fewer[0] === records[0]
    && text(folded.fields) === text(fields) && text(seen) === text(vector) && JSON.stringify(folded.conflicts) === JSON.stringify(conflicts);
}
