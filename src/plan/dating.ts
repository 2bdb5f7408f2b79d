/**
 * Where a record goes in the order of the journal: below all that is known when it is written; but an action that waited in an outbox
 * while somebody typed over what it changes goes before that edit, because it was made before. Whoever acted later wins; the record had
 * not seen the edit, nor the edit the record, so that both values stand as a question.
 */
import type { Draft } from "./draft";
import { inOrder } from "./fold";
import type { JournalRecord } from "./record";
import { hasSeen } from "./vector";

/** Numbers left free before an edit by hand, for actions that were made before it and are written after it. */
const ROOM_BEFORE_HAND = 100;

/** @param lamport the largest there is */
export const lamportAfter = (lamport: number, kind: string): number => Math.min(lamport + 1 + (kind === "hand" ? ROOM_BEFORE_HAND : 0), Number.MAX_SAFE_INTEGER);

/**
 * The number of the first of so many records of an action that waited; null where they come after all else: nobody typed there meanwhile,
 * or it cannot be said in numbers that the action came before (then its value is shown, with the question).
 *
 * @param all records of the row, those that are being written before this one too
 */
export function lamportBeforeHand({ kind, fields, base }: Draft, all: Iterable<JournalRecord>, client: string, count: number): number | null {
  if (base === null || (kind !== "update" && kind !== "delete")) return null;
  const records = [...all];
  const knew = (each: JournalRecord): boolean => hasSeen(base, each.client, each.seq);
  const touches = (each: JournalRecord): boolean => kind === "delete" || [...each.fields.keys()].some((field) => fields.has(field));
  const [hand] = records.filter((each) => each.kind === "hand" && each.client === client && !knew(each) && touches(each)).sort(inOrder);
  if (!hand) return null;
  let after = 0;
  for (const each of records) {
    if (each.lamport < hand.lamport) after = Math.max(after, each.lamport);
    // What it was meant to replace must stay before it; so must what the same person did before in the pane.
    else if (knew(each) || (each.client === client && each.kind !== "hand")) return null;
  }
  return after + count < hand.lamport ? after + 1 : null;
}
