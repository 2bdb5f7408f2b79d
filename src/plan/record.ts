/**
 * One record of the journal is one row of a lane: `op | kind | rowId | patch | lamport | author | at | schema | sum | end`. A record
 * without `end` or with a wrong `sum` does not exist. What is read here may have been written by anybody: it is checked field by field.
 */
import { checksum } from "./checksum";
import type { ErrorValue, RowId, Value } from "./plan";
import { isClient, parseVector, vectorText, type Vector } from "./vector";

/** Of the records this version writes; in a file with a higher one it only reads. */
export const SCHEMA = 1;
export const RECORD_COLUMNS = 10;
/** Column of `end`: 1 written, 2 its row was found in the table at a later opening. */
export const END_COLUMN = 9;
const MAX_PATCH = 8192;
/** No client writes so many; a higher number would leave none for its next record. */
const MAX_SEQ = 1e12;

/** A value in the journal. A date is ISO, a reference to a row with an id is the row itself: labels may change. */
export type Stored = Value | { readonly formula: string } | { readonly date: string } | { readonly row: RowId };

/** Kinds that set fields; `delete`, `restore`, `review`, `answer` and `more` do other things, kinds of later versions are kept and not understood. */
export const SETTING_KINDS: ReadonlySet<string> = new Set(["create", "update", "check-in", "adopt", "hand", "migrate"]);

export type JournalRecord = {
  /** `client:seq:random` */
  readonly op: string;
  readonly client: string;
  readonly seq: number;
  readonly kind: string;
  readonly row: RowId;
  readonly table: string;
  readonly fields: ReadonlyMap<string, Stored>;
  /** The label that a created row asks for. */
  readonly label: string | null;
  /** Records of the same row that the author had seen, other people's and own ones. Of a row that is made: all records of other people. */
  readonly base: Vector;
  /** Records of the same row that were known when it was written: what its projection held besides itself. */
  readonly known: Vector;
  /** 1 + the largest seen. */
  readonly lamport: number;
  readonly author: string;
  /** UTC, ISO: for people, never for ordering. */
  readonly at: string;
  readonly schema: number;
  readonly end: 1 | 2;
};

/** A draft that needs several records names them alike, so that each piece can be tried again. */
export const pieceName = (random: string, piece: number): string => (piece === 0 ? random : `${random}_${piece}`);

/** Whether a record of the kind `more` goes on where another one ends. */
export function continues({ op, client, kind }: JournalRecord, before: JournalRecord | undefined): boolean {
  if (kind !== "more" || before?.client !== client) return false;
  const [random, piece = "0"] = before.op.split(":")[2]!.split("_");
  return op.split(":")[2] === pieceName(random!, Number(piece) + 1);
}

type Cells = readonly (Value | ErrorValue | undefined)[];

const isRowId = (text: unknown): text is RowId => typeof text === "string" && /^[\w.-]{1,64}$/.test(text) && text !== "__proto__";
const isName = (text: string): boolean => /^[a-z]\w{0,39}$/i.test(text) && !(text in Object.prototype);

const sumOf = (cells: Cells): string => checksum(cells.slice(0, 8).map(String).join("\u0001"));

export function recordCells(record: JournalRecord): readonly Value[] {
  const cells = [record.op, record.kind, record.row, patchText(record), record.lamport, record.author, record.at, record.schema];
  return [...cells, sumOf(cells), record.end];
}

export const patchLength = (record: JournalRecord): number => patchText(record).length;
export const isTooLong = (record: JournalRecord): boolean => patchLength(record) > MAX_PATCH;

function patchText({ table, fields, label, base, known }: JournalRecord): string {
  const [b, k] = [vectorText(base), vectorText(known)];
  return JSON.stringify({ t: table, ...(fields.size > 0 && { f: Object.fromEntries(fields) }), ...(label !== null && { l: label }), ...(b !== "" && { b }), ...(k !== b && { k }) });
}

/** A record, why there is none, or null for a blank row. */
export function readRecord(cells: Cells): JournalRecord | { readonly damaged: string } | null {
  const [op, kind, row, patch, lamport, author, at, schema, sum, end] = cells;
  if (end !== 1 && end !== 2) return cells.every((cell) => cell === null || cell === undefined || cell === "") ? null : { damaged: "no end" };
  if (typeof patch === "string" && patch.length > MAX_PATCH) return { damaged: "patch too long" };
  if (sum !== sumOf(cells)) return { damaged: "wrong sum" };
  if (typeof op !== "string" || op.length > 80) return { damaged: "op" };
  const [client = "", number = "", random = ""] = op.split(":");
  const seq = Number(number);
  if (!isClient(client) || !Number.isSafeInteger(seq) || seq < 1 || seq > MAX_SEQ || !/^[\w.-]{1,48}$/.test(random)) return { damaged: "op" };
  if (typeof kind !== "string" || !/^[a-z-]{1,20}$/.test(kind)) return { damaged: "kind" };
  if (!isRowId(row)) return { damaged: "row" };
  if (typeof lamport !== "number" || !Number.isSafeInteger(lamport) || lamport < 1) return { damaged: "lamport" };
  if (typeof schema !== "number" || !Number.isSafeInteger(schema) || schema < 1) return { damaged: "schema" };
  if (typeof at !== "string" || at.length > 40) return { damaged: "at" };
  const read = typeof patch === "string" ? readPatch(patch, schema > SCHEMA) : "patch";
  if (typeof read === "string") return { damaged: read };
  return { op, client, seq, kind, row, lamport, author: String(author ?? "").slice(0, 200), at, schema, end, ...read };
}

type Patch = Pick<JournalRecord, "table" | "fields" | "label" | "base" | "known">;
const KEYS = new Set(["t", "f", "l", "b", "k"]);
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What is wrong is named by its place in the patch. */
function readPatch(text: string, newer: boolean): Patch | string {
  let patch: unknown;
  try {
    patch = JSON.parse(text);
  } catch {
    return "patch is no JSON";
  }
  if (!isPlain(patch)) return "patch";
  if (!newer && Object.keys(patch).some((key) => !KEYS.has(key))) return "unknown key";
  // Own keys only: what a prototype has is not in the patch.
  const own = (key: string): unknown => (Object.prototype.hasOwnProperty.call(patch, key) ? (patch as Record<string, unknown>)[key] : undefined);
  const [table, given, label = null, base = "", known = base] = [own("t"), own("f"), own("l"), own("b"), own("k")];
  if (typeof table !== "string" || !isName(table)) return "table";
  if (label !== null && (typeof label !== "string" || label.length > 40)) return "label";
  const seen = typeof base === "string" ? parseVector(base) : undefined;
  const held = known === base ? seen : typeof known === "string" ? parseVector(known) : undefined;
  if (!seen || !held) return "base";
  if (given !== undefined && !isPlain(given)) return "fields";
  const fields = new Map<string, Stored>();
  for (const field of Object.keys(given ?? {})) {
    const value = (given as Readonly<Record<string, unknown>>)[field];
    if (!isName(field)) return "field name";
    if (!isStored(value)) return "field value";
    fields.set(field, value);
  }
  return { table, fields, label, base: seen, known: held };
}

function isStored(value: unknown): value is Stored {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (!isPlain(value)) return false;
  const [key, ...others] = Object.keys(value);
  if (others.length > 0 || key === undefined) return false;
  const content = value[key];
  if (typeof content !== "string") return false;
  return key === "formula" ? content.startsWith("=") : key === "date" ? /^\d{4,5}-\d\d-\d\d$/.test(content) : key === "row" && isRowId(content);
}
