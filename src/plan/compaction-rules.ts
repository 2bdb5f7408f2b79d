/** When the journal is shortened, and what of it stays as it is. */
import { isoDay, serialOfDay } from "../core/calendar";

export type Rules = {
  /** Records younger than this stay in the lanes, in days. */
  readonly days: number;
  /** A client that has written nothing for so many days is not waited for. */
  readonly silentDays: number;
  /** Fewer records less to be read are not worth it. */
  readonly least: number;
  /** The last records of actions of each client stay: an outbox may hold such an action still, and must find that it is done. */
  readonly recent: number;
  /** So many records of others are read before a client says so. */
  readonly ackEvery: number;
};

export const RULES: Rules = { days: 90, silentDays: 90, least: 20_000, recent: 256, ackEvery: 500 };

/** ISO day so many days before. @param now ISO */
export function daysBefore(now: string, days: number): string {
  const [year, month, day] = now.slice(0, 10).split("-").map(Number);
  const today = serialOfDay(year ?? 0, month ?? 0, day ?? 0);
  return today === null ? "" : isoDay(today - days);
}
