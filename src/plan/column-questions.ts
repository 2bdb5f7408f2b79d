/** Columns that are gone: what the user is asked, and what is certain without a question. */
import type { Draft } from "./draft";
import { candidatesFor, goneColumns, greyColumns, isUsed, unknownHeaders } from "./header-candidates";
import * as say from "./header-sentences";
import type { Asked } from "./questions";
import type { Calculated } from "./project";
import type { Examined } from "./reconcile";
import { calledDraft } from "./renamed";
import type { Column } from "./schema";
import type { Session } from "./session";
import type { Notice } from "./store";
import { TABLES, type TableKey } from "./tables";

/** More headers than these make no choice of buttons; the old header can be typed back. */
const MOST_OFFERED = 4;

const answerRow = (table: TableKey, field: string): string => `column.${table}.${field}`;
const isIgnored = (table: TableKey, field: string, { journal }: Session): boolean => journal.answers.has(answerRow(table, field));

/** A column that held values, or that the plan cannot do without, and that nobody has said to ignore. */
export function columnQuestions(table: TableKey, examined: Examined, session: Session): readonly Asked[] {
  const { view } = examined;
  const asked: Asked[] = [];
  for (const column of TABLES[table].columns as readonly Column[]) {
    const { field, kind, required } = column;
    if (view.place.columns.has(field) || kind === "calculated" || isIgnored(table, field, session)) continue;
    const used = isUsed(view, column, session.journal);
    if (!used && !required) continue;
    const offered = candidatesFor(column, examined, session).slice(0, MOST_OFFERED);
    const called = (choice: string): readonly Draft[] => offered.filter(({ key }) => choice === choiceOf(key)).map(({ header }) => calledDraft(table, field, header));
    const ignored: Draft = { kind: "answer", table, row: answerRow(table, field), fields: new Map([["choice", "ignore"]]), label: null, base: null };
    asked.push({
      id: `column:${table}:${field}`, kind: "missingColumn", sentence: say.columnGone(table, view.sheet, column, offered.map(({ header }) => header), used), restores: { table, field },
      choices: [...offered.map(({ key, header }) => ({ id: choiceOf(key), words: say.itIs(header, offered.length === 1) })), { id: "restore", words: used ? say.RESTORE : say.ADD_COLUMN }, { id: "ignore", words: say.IGNORE }],
      drafts: (choice) => (choice === "ignore" ? [ignored] : called(choice)),
    });
  }
  return asked;
}

const choiceOf = (key: string): string => `is:${key}`;

export type Renamed = { readonly draft: Draft; readonly notice: Notice };

/** Taken over without a question: nothing changes by it but that new rows get their cells there. */
export function certainlyRenamed(examined: Examined, session: Session, calculated: Calculated | null): readonly Renamed[] {
  const { view } = examined;
  if (view.place.columns.size === TABLES[view.table].columns.length) return [];
  const unknown = unknownHeaders(view, session);
  const typed = unknown.length === 1 ? goneColumns(examined, session).flatMap((column) => candidatesFor(column, examined, session).flatMap(({ header, isCertain }) => (isCertain ? [{ column, header }] : []))) : [];
  // Its cells are those of one column that is gone and of no other.
  const found = [...(typed.length === 1 && !isIgnored(view.table, typed[0]!.column.field, session) ? typed : []), ...greyColumns(examined, session, unknown, calculated)];
  return found.map(({ column, header }) => ({ draft: calledDraft(view.table, column.field, header), notice: { kind: "renamed", table: view.table, sentence: say.renamed(view.table, view.sheet, column, header) } }));
}
