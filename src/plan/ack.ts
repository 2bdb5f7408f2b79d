/** What each client says it has read of the others: a record in its lane, written together with work of its own, never by itself. */
import type { Journal } from "./fold";
import type { JournalRecord } from "./record";
import { joined, parseVector, vectorText, type Vector } from "./vector";

export const ACK_KIND = "ack";

/** Longer texts would not fit into a record; so many clients have never been seen in one workbook. */
const MOST_LETTERS = 6000;

/** Due when so many records of others have come since the last one; null where it is not. */
export function ackFields(journal: Journal, client: string, every: number): ReadonlyMap<string, string> | null {
  const last = journal.acks.get(client);
  let unread = 0;
  for (const [who, seq] of journal.seen) if (who !== client) unread += seq - (last?.get(who) ?? 0);
  const text = vectorText(journal.seen);
  return unread > 0 && unread >= every && text.length <= MOST_LETTERS ? new Map([["seen", text]]) : null;
}

export function takeAck(journal: Journal, { client, fields }: JournalRecord): void {
  const seen = fields.get("seen");
  const vector = typeof seen === "string" ? parseVector(seen) : undefined;
  if (vector) journal.acks.set(client, joined(journal.acks.get(client) ?? new Map(), vector));
}

/**
 * Of each client the number up to which all others have its records; what a client says it has read cannot come late. One that has been
 * silent since before `since` is not waited for: what it brings when it comes back finds in the plan all that it can be in conflict with.
 */
export function acknowledged(journal: Journal, me: string, since: string): Vector {
  const last = new Map<string, JournalRecord>();
  for (const record of journal.ops.values()) if (record.seq > (last.get(record.client)?.seq ?? 0)) last.set(record.client, record);
  const active = [...last.values()].filter(({ client, at }) => client !== me && at >= since);
  return new Map(Array.from(journal.seen, ([client, seq]) => [client, Math.min(seq, ...active.flatMap((other) => (other.client === client ? [] : [journal.acks.get(other.client)?.get(client) ?? 0])))]));
}
