/** What is told when the plan is opened: what could not be read, what is ambiguous. */
import { lettersOf } from "./project";
import * as say from "./sentences";
import type { Opened, Session } from "./session";
import type { Notice } from "./store";

export function* openingNotices({ session, views }: Opened, all: boolean): Generator<Notice> {
  if (!all) return;
  if (session.damaged.length > 0) yield { kind: "damaged", sentence: say.damaged(session.damaged.length, damagedWhere(session)) };
  if (session.journal.ops.size === 0 && [...views.values()].some(({ rows }) => rows.length > 0)) yield { kind: "recovered", sentence: say.recovered };
  for (const { sheet, place } of views.values()) {
    for (const { column, at: [a, b] } of place.twins) yield { kind: "missingColumn", sentence: say.twins(sheet, column.header, [lettersOf(a), lettersOf(b)]) };
  }
}

const damagedWhere = ({ damaged }: Session): string => damaged.slice(0, 30).map(({ lane, row, why }) => `${lane} ${row + 1}: ${why}`).join("; ");
