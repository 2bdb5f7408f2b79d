/** What only the user can decide, and what the answers come to. */
import { cellOf } from "./codec";
import { checksum } from "./checksum";
import { columnQuestions } from "./column-questions";
import type { Draft } from "./draft";
import type { RowState } from "./fold";
import { labelsOf } from "./labels";
import { columnOf } from "./plan";
import type { Stored } from "./record";
import type { Examined } from "./reconcile";
import * as say from "./sentences";
import type { Session } from "./session";
import type { Question } from "./store";
import { TABLES, type TableKey } from "./tables";

export type Asked = Question & { readonly drafts: (choice: string) => readonly Draft[]; readonly restores: { readonly table: TableKey; readonly field: string } | null };

const draftOf = (kind: "delete" | "restore" | "update" | "answer", table: TableKey, row: string, fields: readonly (readonly [string, Stored])[] = []): Draft =>
  ({ kind, table, row, fields: new Map(fields), label: null, base: null });

/** Rows that are not to be put back before the user has answered. */
export const waitingOf = ({ missing, stood, collided }: Examined): ReadonlySet<RowState> => new Set(missing.filter((state) => (state.placed || stood.has(state)) && !collided.has(state)));

export function questionsOf(session: Session): readonly Asked[] {
  const asked: Asked[] = [];
  for (const [table, examined] of session.examined) {
    const removed = [...waitingOf(examined)];
    if (removed.length > 0) asked.push(removedQuestion(table, removed, session));
    asked.push(...columnQuestions(table, examined, session));
  }
  for (const [table, states] of session.journal.tables) for (const state of states) if (state.alive && state.conflicts.length > 0) asked.push(...conflictQuestions(table, state, session));
  return asked;
}

function removedQuestion(table: TableKey, removed: readonly RowState[], session: Session): Asked {
  const labels = labelsOf(session.journal);
  const called = (state: RowState): string => labels.get(state.row) ?? String(cellText(state.fields.get(TABLES[table].key ?? "")) || TABLES[table].one[session.language]);
  return {
    id: `removed:${table}:${checksum(removed.map(({ row }) => row).sort().join())}`, kind: "removedByHand", sentence: say.removedByHand(table, removed.map(called)), restores: null,
    choices: [{ id: "remove", words: say.REMOVE }, { id: "back", words: say.BRING_BACK }],
    drafts: (choice) => removed.map(({ row }) => draftOf(choice === "remove" ? "delete" : "restore", table, row)),
  };
}

const cellText = (value: Stored | undefined): string => (value === null || value === undefined ? "" : typeof value !== "object" ? String(value) : Object.values(value)[0]!);

function conflictQuestions(table: TableKey, state: RowState, session: Session): readonly Asked[] {
  return state.conflicts.flatMap(({ field, values }): Asked[] => {
    const column = columnOf(table, field);
    if (!column) return [];
    const shown = (value: Stored): string => {
      const cell = cellOf(column, value, 0, session.names);
      return cell === null ? "–" : typeof cell === "object" ? cell.formula : typeof value === "object" && value !== null && "date" in value ? value.date : String(cell);
    };
    const words = (value: Stored) => ({ en: shown(value).slice(0, 80), ru: shown(value).slice(0, 80) });
    return [{
      id: `conflict:${state.row}:${field}:${checksum(JSON.stringify(values))}`, kind: "conflict", restores: null,
      sentence: say.conflict(table, labelsOf(session.journal).get(state.row) ?? "", field, { en: values.map((value) => words(value).en).join(" / "), ru: values.map((value) => words(value).ru).join(" / ") }),
      choices: values.map((value, i) => ({ id: String(i), words: words(value) })),
      drafts: (choice) => {
        const value = values[Number(choice)];
        return value === undefined ? [] : [draftOf("update", table, state.row, [[field, value]])];
      },
    }];
  });
}
