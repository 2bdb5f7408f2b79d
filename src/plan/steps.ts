/**
 * The use cases of the store as steps over a workbook: the same text runs where calls return at once and where they are awaited. What
 * they return can be written as JSON, except the session, which only a host that keeps it between calls wants.
 */
import { checkLengths, draftsOf, followersOf, tablesOf, type Action } from "./actions";
import { batch, BookFailure, type Steps } from "./book";
import { compactable, compactSteps, type Compacted } from "./compaction";
import { tableOf, type Operation } from "./operation";
import { paceOf, Stopped, type Pace } from "./pace";
import type { RowId } from "./plan";
import { planOf } from "./plan-of";
import { lettersOf } from "./project";
import { questionsOf } from "./questions";
import * as say from "./sentences";
import { open, ownLane, type Moment, type Session, type Writer } from "./session";
import { settle, type Settled, type Wanted } from "./settle";
import { startSheets } from "./start";
import type { Cancel, Loaded, Progress, Saved } from "./store";
import { TABLES, type TableKey } from "./tables";
import type { Written } from "./undo";
import { parseVector, vectorText } from "./vector";
import type { SheetRow, TableView } from "./view";
import { claimsOf } from "./claims";
import type { Language, Words } from "./words";

/** `compactable`: records of the journal that could be put aside, where they are worth it; counted at an opening. `seen` goes into the next action, `session` into the next call; null after a failure, when everything is to be read again. */
export type Result<T> = { readonly answer: T; readonly seen: string; readonly session: Session | null; readonly written: Written | null; readonly compactable: number };
/** `done`: actions that need not be kept any longer. */
export type SaveResult = Result<Saved> & { readonly done: readonly string[] };

const result = <T>(settled: Settled, answer: T): Result<T> =>
  ({ answer, seen: vectorText(settled.seen), session: settled.failure || settled.readOnly ? null : settled.session, written: settled.written, compactable: 0 });

function loadedOf({ session, notices, failure, readOnly }: Settled): Loaded {
  return {
    plan: planOf(session.journal, session.names, session.examined), notices,
    readOnly: readOnly ? say.newerVersion : failure ? say.refusal(failure) : null,
    questions: failure || readOnly ? [] : questionsOf(session).map(({ id, kind, sentence, choices }) => ({ id, kind, sentence, choices })),
  };
}

const nothing: Wanted = { tables: null, followers: [], action: () => [], marks: false, looks: false, undoable: [], fresh: false, pace: null };

/** Opening: everything is read, and what people did by hand is taken into the plan. null where there is no plan. */
export function* loadSteps(writer: Writer, moment: Moment, before: Session | null = null, undoable: readonly Written[] = []): Steps<Result<Loaded> | null> {
  const settled = yield* settle(writer, before, moment, { ...nothing, tables: null, fresh: true, marks: true, looks: true, undoable });
  if (!settled) return null;
  const isWhole = !settled.failure && !settled.readOnly;
  return { ...result(settled, loadedOf(settled)), compactable: isWhole ? compactable(settled.session, writer, moment.now) : 0 };
}

/** For hosts that remember nothing between two calls. */
export function* loadAndCompactSteps(writer: Writer, moment: Moment): Steps<Compacted> {
  const found = yield* loadSteps(writer, moment);
  return found?.session && found.compactable > 0 ? yield* compactSteps(writer, found.session, moment, null) : "nothing";
}

/**
 * All of these actions or, after a failure, none that is not wholly there.
 *
 * @throws BookFailure `missingSheet` where there is no plan, `tooLarge` where a text is longer than a cell takes
 */
export function* saveSteps(writer: Writer, moment: Moment, actions: readonly Action[], before: Session | null = null, undoable: readonly Written[] = [], pace: Pace | null = null, looks = false): Steps<SaveResult> {
  for (const { operations } of actions) checkLengths(operations);
  const action = (session: Session) => actions.flatMap((each) => draftsOf(each, parseVector(each.seen) ?? null, session));
  const settled = yield* settle(writer, before, moment, { ...nothing, tables: before ? tablesOf(actions) : null, needs: tablesOf(actions), followers: followersOf(actions), action, undoable, pace, looks });
  if (!settled) throw new BookFailure("missingSheet", TABLES.goals.sheet.en);
  return saved(settled, writer, settled.failure || settled.readOnly ? [] : actions.map(({ id }) => id));
}

function saved(settled: Settled, { shared }: Writer, done: readonly string[]): SaveResult {
  const { failure, readOnly } = settled;
  const reason: Words | null = readOnly ? say.newerVersion : failure ? say.notYet(failure) : null;
  return { ...result(settled, { ...loadedOf(settled), readOnly: readOnly ? say.newerVersion : null, state: reason ? "outbox" : shared ? "shared" : "workbook", reason }), done };
}

/** An answer to a question that is not asked any more does nothing. */
export function* answerSteps(writer: Writer, moment: Moment, question: string, choice: string, before: Session | null = null): Steps<SaveResult> {
  const settled = yield* settle(writer, before, moment, {
    ...nothing,
    action: (session) => questionsOf(session).filter(({ id }) => id === question).flatMap(({ drafts }) => drafts(choice)).map((draft, i) => ({ draft, random: `${moment.random}a${i}` })),
    restores: (asked) => (choice === "restore" ? asked.find(({ id }) => id === question)?.restores ?? null : null),
  });
  if (!settled) throw new BookFailure("missingSheet", TABLES.goals.sheet.en);
  return saved(settled, writer, []);
}

/** Writing a plan into the journal takes so many blocks, mostly. */
const JOURNAL_BLOCKS = 2;

/** Makes the sheets that are missing and saves the actions; null where it was cancelled, and then nothing of it is left. */
export function* startSteps(writer: Writer, moment: Moment, language: Language, actions: readonly Action[], progress: Progress, cancel: Cancel): Steps<SaveResult | null> {
  const tables = new Set(actions.flatMap(({ operations }) => operations.map(tableOf))).size;
  const pace = paceOf(progress, cancel, tables > 0 ? tables + JOURNAL_BLOCKS : 0);
  const made: string[] = [];
  try {
    yield* startSheets(writer, language, pace, made, tablesOf(actions));
    return yield* saveSteps(writer, moment, actions, null, [], pace);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    yield* takeBackSteps(writer, moment, actions, made);
    return null;
  }
}

/** Sheets that were made go; in a lane that was there before, the rows are deleted by records of their own. */
export function* takeBackSteps(writer: Writer, moment: Moment, actions: readonly Action[], made: readonly string[]): Steps<void> {
  yield* batch([...made].reverse().map((sheet) => ({ kind: "removeSheet", sheet })));
  if (made.includes(ownLane(writer))) return;
  const operations = actions.flatMap((action) => action.operations).flatMap((operation): Operation[] =>
    operation.kind === "create" || operation.kind === "check-in" ? [{ kind: "delete", table: tableOf(operation), row: operation.row }] : []);
  yield* saveSteps(writer, moment, [{ id: `${moment.random}c`, operations, seen: "", at: moment.now }]);
}

/** `'Check-ins'!C7`; null where the row is not on its sheet, or has no such column. */
export function* placeSteps(writer: Writer, before: Session | null, table: TableKey, row: RowId, field?: string): Steps<string | null> {
  const opened = yield* open(writer, before, [table]);
  const view = opened?.views.get(table);
  if (!opened || !view) return null;
  const { session } = opened;
  const place = placesIn(session, view, writer.client).get(row);
  const column = field === undefined ? Math.min(...view.place.columns.values()) : view.place.columns.get(field);
  if (!place || column === undefined) return null;
  return `${quoted(view.sheet)}!${lettersOf(column)}${place.at + 1}`;
}

/** Where the rows of a table stand. */
export const placesIn = (session: Session, view: TableView, client: string): ReadonlyMap<RowId, SheetRow> =>
  claimsOf(view, { journal: session.journal, names: session.names, client, nextLabel: () => null, undone: new Set(), before: null }).places;

const quoted = (sheet: string): string => (/^[\p{L}_][\p{L}\d_]*$/u.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`);

