/** What the store knows of a workbook between two calls, and how it finds it out. */
import { read, sheetNames, tableNames, type SheetContent, type Steps, type TableName } from "./book";
import type { Names } from "./codec";
import { addRecords, newJournal, type Journal } from "./fold";
import { headerKey } from "./headers";
import { isLane, laneOf, META, readLane, readMeta, type Meta } from "./lanes";
import type { SheetLayout } from "./layout";
import { THIS_VERSION, type Version } from "./migrate";
import { namesOf } from "./names";
import type { RowId } from "./plan";
import type { Calculated } from "./project";
import type { Examined } from "./reconcile";
import { calledIn } from "./renamed";
import { readAhead, seenView } from "./read-ahead";
import type { Rules } from "./compaction-rules";
import { isCut, NOTHING_ASIDE, readAside, readFrom, SNAPSHOT_KIND, type Aside } from "./snapshot";
import { isLater, TABLES, TABLE_KEYS, type TableKey } from "./tables";
import type { TableView } from "./view";
import { covers } from "./vector";
import type { Language } from "./words";

/** How sheets of the plan are to look, by name, in their order. */
export type Layouts = (language: Language) => ReadonlyMap<string, SheetLayout>;

/** Who writes, and how this host is. */
export type Writer = {
  readonly client: string;
  /** For people: a name, or the client again. */
  readonly author: string;
  /** All clients write into one lane of the one document at the server, one after the other, under a lock of the host. */
  readonly shared: boolean;
  readonly layouts: Layouts;
  readonly calculated: Calculated | null;
  /** The host hands out the same content again as long as nothing has changed in a sheet: reading it twice costs nothing. */
  readonly keepsContents?: boolean;
  /** Of the program; the one of this build where it is left out. */
  readonly version?: Version;
  /** When the journal is shortened; as always where it is left out. */
  readonly rules?: Rules;
};

/** One moment of writing: UTC as ISO text, and letters or digits that nobody else has. */
export type Moment = { readonly now: string; readonly random: string };

export type Damage = { readonly lane: string; readonly row: number; readonly why: string };

export type Session = {
  readonly journal: Journal;
  /** Rows read of each lane. */
  readonly lanes: Map<string, number>;
  /** What stood in them when they were read from the beginning. */
  readonly cells: Map<string, SheetContent["values"]>;
  /** Row in the own lane, by op. */
  readonly ownRows: Map<string, number>;
  readonly damaged: Damage[];
  readonly examined: Map<TableKey, Examined>;
  /** What was read instead of the beginnings of the lanes. */
  aside: Aside;
  meta: Meta | null;
  language: Language;
  names: Names;
  /** Sheet of each table that is there. */
  sheets: ReadonlyMap<TableKey, string>;
  /** The highest number this client has used, also where the record is gone. */
  lastSeq: number;
  /** Rows that a look has written, not a saving: noted as placed with the next writing only, so that looking again writes nothing. */
  readonly mended: Set<RowId>;
};

export const versionOf = ({ version = THIS_VERSION }: Writer): Version => version;
export const ownLane = ({ client, shared }: Writer): string => laneOf(client, shared);

/** A sheet of the plan whose own name was taken by something else. */
export const besides = (sheet: string, language: Language): string => `${sheet} ${language === "ru" ? "(план)" : "(plan)"}`;

/**
 * The sheet of each table: by the name of the table, which follows a renamed sheet, else by the name of the sheet.
 *
 * @param sure only what tells by itself that it is ours: a named table, or a sheet with the name that is made where the plain one is taken
 */
export function sheetsOf(names: readonly string[], tables: readonly TableName[], sure = false): ReadonlyMap<TableKey, string> {
  const byKey = new Map([...names].reverse().map((name) => [headerKey(name), name]));
  const byTable = new Map(tables.filter(({ sheet }) => names.includes(sheet)).map(({ name, sheet }) => [name, sheet]));
  return new Map(TABLE_KEYS.flatMap((table) => {
    const { name, sheet: { en, ru } } = TABLES[table];
    const candidates = [besides(en, "en"), besides(ru, "ru"), ...(sure ? [] : [en, ru])];
    const found = byTable.get(name) ?? candidates.map((each) => byKey.get(headerKey(each))).find((each) => each !== undefined);
    return found === undefined ? [] : [[table, found] as const];
  }));
}

export type Opened = { readonly session: Session; readonly views: ReadonlyMap<TableKey, TableView> };

/**
 * Reads lanes and tables; of lanes only what is new where the session knows the rest.
 *
 * @param wanted tables to read, null for all
 * @param whole leaves no snapshot and nothing of the lanes aside
 * @returns null where the workbook has no plan
 */
export function* open(writer: Writer, before: Session | null, wanted: readonly TableKey[] | null, fresh = false, whole = false): Steps<Opened | null> {
  const all = yield* sheetNames();
  const sheets = sheetsOf(all, yield* tableNames());
  const lanes = all.filter(isLane);
  const kept = before && [...before.lanes.keys()].every((lane) => lanes.includes(lane)) ? before : null;
  let held = fresh ? null : kept;
  const tables = (held && wanted ? wanted : TABLE_KEYS).filter((table) => sheets.has(table));
  const tableSheets = [...new Set(tables.map((table) => sheets.get(table)!))];
  if (before === null && writer.keepsContents && lanes.length > 0) yield* readAhead(lanes, sheets);
  const aside = held?.aside ?? (whole ? NOTHING_ASIDE : yield* readAside(lanes));
  const used = lanes.filter((lane) => !aside.ignored.has(lane));
  const hidden = [...(all.includes(META) ? [META] : []), ...used.filter((lane) => held !== null || !aside.contents.has(lane))];
  const from = [...hidden.map((lane) => (held ? held.lanes.get(lane) ?? 0 : readFrom(aside, lane))), ...tableSheets.map(() => 0)];
  const contents = yield* read([...hidden, ...tableSheets], from);
  const content = new Map<string, SheetContent | null>([...(held ? [] : aside.contents), ...[...hidden, ...tableSheets].map((sheet, i) => [sheet, contents[i] ?? null] as const)]);
  if (!held && isCut(aside, content)) return yield* open(writer, before, wanted, fresh, true);
  // Nothing of what was read has changed: it need not be understood again.
  if (fresh && kept?.aside.sheet === aside.sheet && [...kept.lanes.keys()].every((lane) => isBegunBy(content.get(lane)?.values, kept.cells.get(lane), readFrom(aside, lane)))) {
    held = kept;
    held.aside = aside;
    held.examined.clear();
  }
  // A lane that is shorter than it was: somebody took writing back, and what was read does not hold any more.
  if (held && used.some((lane) => (content.get(lane)?.values.length ?? 0) < (held.lanes.get(lane) ?? 0))) return yield* open(writer, held, wanted, true);
  const known = viewsOf(tables, sheets, content, null);
  const meta = readMeta(content.get(META) ?? null);
  const isPlan = meta !== null || lanes.length > 0 || [...known.values()].some(({ place }) => place.rev >= 0);
  if (!isPlan) return null;
  const session = held ?? newSession(before, aside);
  session.meta = meta;
  session.sheets = sheets;
  for (const lane of used) takeLane(session, lane, content.get(lane) ?? null, lane === ownLane(writer), held ? 0 : readFrom(aside, lane));
  const views = viewsOf(tables, sheets, content, session.journal);
  if (!held || fresh) session.language = languageOf(views, sheets);
  for (const view of views.values()) for (const { rev } of view.rows) session.lastSeq = Math.max(session.lastSeq, rev?.vector.get(writer.client) ?? 0);
  session.lastSeq = Math.max(session.lastSeq, session.journal.seen.get(writer.client) ?? 0);
  renew(session);
  return { session, views };
}

function newSession(before: Session | null, aside: Aside): Session {
  const journal = newJournal();
  return {
    journal, lanes: new Map(), cells: new Map(), ownRows: new Map(), damaged: [], examined: new Map(), aside, meta: null, language: before?.language ?? "en",
    names: namesOf(journal, "en"), sheets: new Map(), lastSeq: before?.lastSeq ?? 0, mended: before?.mended ?? new Set(),
  };
}

/** To be called when records were added: labels and names may have changed. */
export function renew(session: Session): void {
  session.names = namesOf(session.journal, session.language);
}

/** @param start first row that was read of a lane that is new to the session */
export function takeLane(session: Session, lane: string, content: SheetContent | null, isOwn: boolean, start = 0): void {
  const from = session.lanes.get(lane) ?? start;
  const { records, rows, damaged, height } = readLane(content ?? { values: [], formulas: [] }, from);
  session.lanes.set(lane, height);
  // Rows that were known may come empty.
  if (session.cells.has(lane)) session.cells.set(lane, [...(session.cells.get(lane) ?? []).slice(0, from), ...(content?.values ?? []).slice(from)]);
  else session.cells.set(lane, content?.values ?? []);
  addRecords(session.journal, records.filter(({ kind }) => kind !== SNAPSHOT_KIND));
  if (isOwn) for (const [op, row] of rows) session.ownRows.set(op, row);
  session.damaged.push(...damaged.map((each) => ({ lane, ...each })));
}

/**
 * Reads what is new in the lanes where a table shows records that are not known: the work of others arrived between two readings. What is
 * unknown after that is lost.
 */
export function* catchUp(session: Session, writer: Writer, views: ReadonlyMap<TableKey, TableView>): Steps<void> {
  const isKnown = ({ rev }: TableView["rows"][number]): boolean => rev === null || covers(session.journal.seen, rev.vector);
  if ([...views.values()].every(({ rows }) => rows.every(isKnown))) return;
  const lanes = (yield* sheetNames()).filter((sheet) => isLane(sheet) && !session.aside.ignored.has(sheet));
  const contents = yield* read(lanes, lanes.map((lane) => session.lanes.get(lane) ?? 0));
  lanes.forEach((lane, i) => {
    const content = contents[i];
    // A shorter one is read anew at the next call.
    if (content && content.values.length >= (session.lanes.get(lane) ?? 0)) takeLane(session, lane, content, lane === ownLane(writer));
  });
  renew(session);
}

/** @param journal knows what columns were renamed to; null before it is read */
export function viewsOf(tables: readonly TableKey[], sheets: ReadonlyMap<TableKey, string>, content: ReadonlyMap<string, SheetContent | null>, journal: Journal | null): ReadonlyMap<TableKey, TableView> {
  return new Map(tables.flatMap((table) => {
    const sheet = sheets.get(table);
    const found = sheet === undefined ? null : content.get(sheet) ?? null;
    const view = found && seenView(table, sheet!, found, journal ? calledIn(journal, table) : undefined);
    // A sheet of somebody's own may have the name of one that is not made yet, and the same headers.
    return view && !(isLater(table) && view.place.rev < 0 && view.place.sum < 0) ? [[table, view] as const] : [];
  }));
}

/** That of most headers; where there are none, of the names of the sheets. */
function languageOf(views: ReadonlyMap<TableKey, TableView>, sheets: ReadonlyMap<TableKey, string>): Language {
  let russian = 0;
  for (const { place } of views.values()) russian += place.languages.ru - place.languages.en;
  if (russian === 0) for (const [table, sheet] of sheets) russian += headerKey(sheet) === headerKey(TABLES[table].sheet.ru) ? 1 : -1;
  return russian > 0 ? "ru" : "en";
}

/** Whether all rows that were known stand there unchanged, whatever comes below them; rows above `from` were not read. */
function isBegunBy(rows: SheetContent["values"] | undefined, known: SheetContent["values"] | undefined, from: number): boolean {
  if (!rows || !known || rows.length < known.length) return false;
  return known.every((row, r) => {
    const now = rows[r]!;
    return r < from || now === row || (now.length === row.length && row.every((cell, c) => cell === now[c]));
  });
}

export const placeIn = (session: Session, table: TableKey, row: RowId) => session.examined.get(table)?.places.get(row);
