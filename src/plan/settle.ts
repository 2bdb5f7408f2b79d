/**
 * The protocol of every call: read, find out what people did, write it down with what the user does now, read back, project into the
 * tables, and look again until nothing is left to be done.
 */
import { BookFailure, CHANGED, read, type Command, type Steps } from "./book";
import type { LastLook } from "./collision";
import { certainlyRenamed } from "./column-questions";
import { columnCommands, machineHeaders } from "./columns";
import { linked, type Context } from "./draft";
import { addRecords } from "./fold";
import { labelGiver, labelsOf } from "./labels";
import { mark } from "./marks";
import { migrating, switchCommands } from "./migrate";
import { openingNotices } from "./opening";
import type { RowId } from "./plan";
import { project } from "./project";
import { questionsOf, waitingOf, type Asked } from "./questions";
import { examine, type Examined } from "./reconcile";
import type { JournalRecord } from "./record";
import { formatsDue, type FormatsDue } from "./row-formats";
import { allCalled, takenBack } from "./renamed";
import * as say from "./sentences";
import { catchUp, open, renew, versionOf, viewsOf, type Moment, type Opened, type Session, type Writer } from "./session";
import type { Notice } from "./store";
import { laterSheets } from "./start";
import { isLater, TABLES, type TableKey } from "./tables";
import { inBlocks, type Pace } from "./pace";
import { othersIn, revsOf, undoneIn, type Written } from "./undo";
import type { Vector } from "./vector";
import type { TableView } from "./view";
import { append, recordsOf, type Named } from "./writing";

export type Settled = {
  readonly session: Session;
  /** What is known of each client and stands in the workbook: what could not be written is shown and has no number yet. */
  readonly seen: Vector;
  readonly notices: readonly Notice[];
  /** What kept the plan from being written, wholly or in part. */
  readonly failure: BookFailure | null;
  readonly readOnly: boolean;
  /** Rows that the user's own records touched, and what stood there before: for undo. */
  readonly written: Written | null;
};

export type Wanted = {
  readonly tables: readonly TableKey[] | null;
  /** Looked at besides where they are there. */
  readonly followers: readonly TableKey[];
  /** Tables that something is to be written into. */
  readonly needs?: readonly TableKey[];
  /** What the user does; found out when the tables have been looked at. */
  readonly action: (session: Session) => readonly Named[];
  /** A column to be put back. */
  readonly restores?: (asked: readonly Asked[]) => Asked["restores"];
  /** Whether rows that stand in their tables are noted as placed: at an opening, when changes of others have arrived. */
  readonly marks: boolean;
  /** A look, perhaps with what the outbox held: the user has asked for no writing now. */
  readonly looks: boolean;
  /** Reads everything anew. */
  readonly fresh: boolean;
  /** Of long work. */
  readonly pace: Pace | null;
  readonly undoable: readonly Written[];
};

/** Rounds of writing; the second finds nothing to do unless somebody writes at the same time or the host changes what it is given. */
const ROUNDS = 4;

/** @returns null where there is no plan */
export function* settle(writer: Writer, before: Session | null, moment: Moment, wanted: Wanted): Steps<Settled | null> {
  // Reading adds to what is known.
  const last: LastLook | null = before && { seen: new Map(before.journal.seen), examined: new Map(before.examined) };
  const opened: Opened | null = yield* open(writer, before, wanted.tables && [...new Set([...wanted.tables, ...wanted.followers])], wanted.fresh);
  if (!opened) return null;
  const { session } = opened;
  const notices: Notice[] = [...openingNotices(opened, wanted.tables === null)];
  let views = opened.views;
  let written: Written | null = null;
  let named: readonly Named[] = [];
  const version = versionOf(writer);
  let readOnly = false;
  let [rounds, isFirst] = [ROUNDS, true];
  try {
    for (let round = 0; ; round += 1) {
      const called = allCalled(session.journal);
      yield* catchUp(session, writer, views);
      // What others have said of renamed columns came with it.
      if (allCalled(session.journal) !== called) views = yield* again(session, [...views.keys()]);
      readOnly = Math.max(session.journal.schema, session.meta?.minWriter ?? 1, session.meta?.minReader ?? 1) > version.schema;
      const context = contextOf(session, writer, last, round === 0 ? undoneIn(wanted.undoable, views, session.journal, writer.client) : new Set());
      const found = [...views.values()].map((view) => examine(view, context));
      for (const each of found) session.examined.set(each.view.table, each);
      const renamed = found.flatMap((each) => certainlyRenamed(each, session, writer.calculated));
      notices.push(...found.flatMap((each) => each.notices), ...renamed.map(({ notice }) => notice));
      // What was typed comes after what this version makes of the row, and wins.
      const migrated = readOnly ? [] : migrating(session.journal, version).filter(({ table }) => views.has(table));
      const said = [...renamed.map(({ draft }) => draft), ...found.flatMap(({ view }) => takenBack(view, session.journal))];
      named = linked([...migrated, ...found.flatMap(({ drafts }) => drafts), ...said]).map((draft, i) => ({ draft, random: `${moment.random}r${round}-${i}` }));
      if (round === 0) named = [...named, ...wanted.action(session)];
      const records = recordsOf(named, session, writer, moment);
      if (readOnly) {
        const seen = new Map(session.journal.seen);
        addRecords(session.journal, records);
        renew(session);
        return { session, seen, notices, failure: null, readOnly, written: null };
      }
      const lacking = round > 0 ? [] : (wanted.needs ?? []).filter((table) => isLater(table) && !views.has(table));
      if (lacking.length > 0) {
        yield* laterSheets(writer, session, lacking);
        views = yield* again(session, [...views.keys(), ...lacking]);
      }
      yield* append(records, session, writer, wanted.pace);
      if (round === 0 && records.length > 0) written = writtenBy(records, found, session, writer);
      const due = formatsDue(found, session.journal, session.names);
      const commands = [...(isFirst ? switchCommands(session.meta, version) : []), ...(isFirst && wanted.restores ? columnCommands(wanted.restores(questionsOf(session)), session, due) : []), ...found.flatMap((each) => projected(each, session, writer, moment, notices, wanted.looks, due))];
      if (round === 0) yield* mark(session, writer, records.length + commands.length > 0, wanted.marks);
      if (records.length === 0 && commands.length === 0) break;
      if (round === rounds) throw new BookFailure("unread", found.find((each) => each.missing.length > 0)?.view.sheet ?? null);
      try {
        yield* inBlocks(commands, wanted.pace);
        isFirst = false;
      } catch (error) {
        // Somebody typed or sorted since: what he did is found in the next round.
        if (!(error instanceof BookFailure) || error.detail !== CHANGED || rounds > 2 * ROUNDS) throw error;
        rounds += 1;
      }
      views = yield* again(session, [...views.keys()]);
    }
    const gone = (wanted.tables ?? []).find((table) => !views.has(table));
    if (gone) throw new BookFailure("missingSheet", TABLES[gone].sheet[session.language]);
    return { session, seen: session.journal.seen, notices, failure: null, readOnly, written: finished(written, session) };
  } catch (error) {
    if (!(error instanceof BookFailure)) throw error;
    const seen = new Map(session.journal.seen);
    show(named, session, writer, moment);
    return { session, seen, notices, failure: error, readOnly, written: null };
  }
}

/** What could not be written is shown nevertheless; the session is not to be used for writing after that. */
function show(named: readonly Named[], session: Session, writer: Writer, moment: Moment): void {
  for (const each of named) {
    try {
      addRecords(session.journal, recordsOf([each], session, writer, moment));
    } catch (error) {
      if (!(error instanceof BookFailure)) throw error; // too long to be written: the outbox has it
    }
  }
  renew(session);
}

const contextOf = (session: Session, writer: Writer, before: LastLook | null, undone: ReadonlySet<RowId>): Context =>
  ({ journal: session.journal, names: session.names, client: writer.client, nextLabel: labelGiver(session.journal), undone, before });

function projected(examined: Examined, session: Session, writer: Writer, { random }: Moment, notices: Notice[], looks: boolean, due: FormatsDue): readonly Command[] {
  const header = machineHeaders(examined.view);
  if (header.length > 0) return header;
  const { commands, written, placed, relabelled } = project(examined, session.journal, session.names, writer.calculated, waitingOf(examined), random, due, session.sheets.has("months") ? goalsByMonth(session.journal) : NO_GOALS);
  if (looks) for (const { row } of written) session.mended.add(row);
  const labels = labelsOf(session.journal);
  const { view } = examined;
  for (const { state, row } of relabelled) notices.push({ kind: "relabelled", table: view.table, row: state.row, sentence: say.happened("relabelled", view, row, labels.get(state.row) ?? "", []) });
  for (const state of placed) if (examined.missing.includes(state)) notices.push({ kind: "restored", table: view.table, row: state.row, sentence: say.putBack(view.sheet, labels.get(state.row) ?? "") });
  return commands;
}

const NO_GOALS: ReadonlySet<RowId> = new Set();
/** Goals with targets by month: what is expected of them by now is another formula. */
const goalsByMonth = ({ tables }: Session["journal"]): ReadonlySet<RowId> => new Set([...tables.get("months")!].flatMap(({ alive, fields }) => {
  const goal = fields.get("goal");
  return alive && typeof goal === "object" && goal !== null && "row" in goal ? [goal.row] : [];
}));

function* again(session: Session, tables: readonly TableKey[]): Steps<ReadonlyMap<TableKey, TableView>> {
  const sheets = [...new Set(tables.flatMap((table) => session.sheets.get(table) ?? []))];
  const contents = yield* read(sheets);
  return viewsOf(tables, session.sheets, new Map(sheets.map((sheet, i) => [sheet, contents[i] ?? null])), session.journal);
}

function writtenBy(records: readonly JournalRecord[], found: readonly Examined[], session: Session, writer: Writer): Written {
  const touched = new Set(records.map(({ table }) => table));
  const tables = found.flatMap(({ view }) => (touched.has(view.table) ? [{ table: view.table, before: revsOf(view), after: "" }] : []));
  return { tables, rows: [...new Set(records.map(({ row }) => row))], others: othersIn(session.journal, writer.client) };
}

function finished(written: Written | null, session: Session): Written | null {
  return written && { ...written, tables: written.tables.map((each) => ({ ...each, after: revsOf(session.examined.get(each.table)!.view) })) };
}
