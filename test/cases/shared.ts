/**
 * The acceptance cases of the shared specification, expanded into cells. Where that folder is absent the suites skip by name.
 * A date stays a date here: each host turns it into what it delivers.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseDate } from "../../src/catalogue/cells";

/** Elsewhere only where tests run in a copy of the project. */
export const SHARED = resolve(process.env["VORONKA_SHARED"] ?? "../shared");
export const hasShared = existsSync(join(SHARED, "spec/cases"));

export type DateCell = { readonly serial: number };
export type CaseCell = number | string | boolean | null | { readonly error: string } | DateCell;
export type CaseRows = readonly (readonly CaseCell[])[];
/** undefined: left out. */
export type CaseArgument = CaseCell | CaseRows | undefined;

export type Expected =
  | { readonly result: unknown }
  | { readonly cells: readonly (readonly [number, number, unknown])[]; readonly shape?: readonly [number, number] }
  | { readonly error: string; readonly message?: string };

export type Case = { readonly id: string; readonly function: string; readonly args: () => CaseArgument[]; readonly expected: Expected; readonly tolerance: number; readonly note: string };

export const isDateCell = (cell: unknown): cell is DateCell => typeof cell === "object" && cell !== null && "serial" in cell;
export const isRows = (argument: CaseArgument): argument is CaseRows => Array.isArray(argument);

/** The cells of an argument, each turned into what a host delivers. */
export function deliver<T>(argument: CaseArgument, cell: (cell: CaseCell) => T): T | T[][] | undefined {
  if (argument === undefined) return undefined;
  return isRows(argument) ? argument.map((row) => row.map(cell)) : cell(argument);
}

/** Dates as serial numbers: what the core, Excel and the workbench take. */
export const plain = (cell: CaseCell): number | string | boolean | null | { readonly error: string } => (isDateCell(cell) ? cell.serial : cell);

// ---- reading the files --------------------------------------------------------------------

type Raw = { readonly [key: string]: unknown };

export function loadCases(functions: ReadonlySet<string>): readonly Case[] {
  if (!hasShared) return [];
  const folder = join(SHARED, "spec/cases");
  return readdirSync(folder).filter((file) => file.endsWith(".json")).sort().flatMap((file) => {
    const parsed = JSON.parse(readFileSync(join(folder, file), "utf8")) as Raw[] | { readonly cases: Raw[] };
    return (Array.isArray(parsed) ? parsed : parsed.cases).filter((each) => functions.has(String(each["function"]))).map(toCase);
  });
}

function toCase(raw: Raw): Case {
  const result = raw["result"] as { error?: string; message?: string } | undefined;
  const expected: Expected =
    raw["cells"] !== undefined
      ? { cells: raw["cells"] as (readonly [number, number, unknown])[], ...(raw["shape"] ? { shape: raw["shape"] as [number, number] } : {}) }
      : isRecord(result) && typeof result["error"] === "string"
        ? { error: result["error"], ...(typeof result["message"] === "string" ? { message: result["message"] } : {}) }
        : { result };
  return {
    id: String(raw["id"]), function: String(raw["function"]), expected,
    args: () => (raw["args"] as unknown[]).map(toArgument),
    tolerance: Number(raw["tolerance"] ?? 1e-9), note: String(raw["note"] ?? ""),
  };
}

const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

function serialOf(text: string): number {
  const serial = parseDate(text);
  if (serial === null) throw new Error(`not a date in the cases: ${text}`);
  return serial;
}

function toCell(value: unknown): CaseCell {
  if (isRecord(value)) {
    if (typeof value["date"] === "string") return { serial: serialOf(value["date"]) };
    if (typeof value["error"] === "string") return { error: value["error"] };
    throw new Error(`unknown cell in the cases: ${JSON.stringify(value)}`);
  }
  return value as CaseCell;
}

function toArgument(value: unknown): CaseArgument {
  if (Array.isArray(value)) return (value as unknown[][]).map((row) => row.map(toCell));
  if (!isRecord(value)) return value as CaseCell;
  if (value["omitted"]) return undefined;
  if (Array.isArray(value["stack"])) return value["stack"].flatMap((part) => toArgument(part) as CaseRows);
  if (typeof value["dataset"] === "string") return dataset(value);
  if (value["generator"] === "history") return generatedHistory(value);
  if (typeof value["pad"] === "number") return padded(value);
  return toCell(value);
}

function padded(value: Raw): CaseRows {
  const rows = (value["rows"] as unknown[][]).map((row) => row.map(toCell));
  const width = rows[0]?.length ?? 1;
  return [...rows, ...Array.from({ length: Number(value["pad"]) - rows.length }, () => Array<CaseCell>(width).fill(null))];
}

function generatedHistory(value: Raw): CaseRows {
  const [rows, column] = [Number(value["rows"]), String(value["column"])];
  let s = Number(value["seed"]);
  const u = (): number => {
    s = (s * 1664525 + 1013904223) % 2 ** 32;
    return s / 2 ** 32;
  };
  const out: [number, string, number][] = [];
  for (let deal = 1; out.length < rows; deal += 1) {
    let t = 45000 + Math.floor(365 * u());
    for (let i = 1; ; ) {
      out.push([deal, i === 6 ? "Won" : `S${i}`, t]);
      if (i === 6) break;
      const x = u();
      if (x < 0.3) {
        out.push([deal, "Lost", t + 1 + Math.floor(20 * u())]);
        break;
      }
      if (x < 0.35) break;
      i += 1;
      t += 1 + Math.floor(20 * u());
    }
  }
  const index = ["deals", "stages", "dates"].indexOf(column);
  return out.slice(0, rows).reverse().map((row) => [index === 2 ? { serial: row[2] } : row[index]!]);
}

// ---- data sets -----------------------------------------------------------------------------

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
const tables = new Map<string, Table>();

function readTable(file: string, separator: string): Table {
  const known = tables.get(file);
  if (known) return known;
  const text = readFileSync(join(SHARED, "data", file), "utf8").replace(/^\ufeff/, "");
  const [header = [], ...rows] = parseCsv(text, separator);
  const table = { header, rows };
  tables.set(file, table);
  return table;
}

function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') field += text[++i]!;
      else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"' && field === "") quoted = true;
    else if (c === separator) { row.push(field); field = ""; }
    else if (c === "\n") { row.push(field); rows.push(row); row = []; field = ""; }
    else if (c !== "\r") field += c;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}

function dataset(value: Raw): CaseRows {
  const separator = typeof value["sep"] === "string" ? value["sep"] : ",";
  let table = readTable(String(value["dataset"]), separator);
  const join = value["join"];
  if (isRecord(join)) {
    const other = readTable(String(join["dataset"]), separator);
    const on = String(join["on"]);
    const [left, right] = [table.header.indexOf(on), other.header.indexOf(on)];
    const first = new Map<string, readonly string[]>();
    for (const row of other.rows) if (!first.has(row[right]!)) first.set(row[right]!, row);
    const header = [...table.header, ...other.header.filter((_, i) => i !== right)];
    const rows = table.rows.flatMap((row) => {
      const match = first.get(row[left]!);
      if (!match && join["inner"]) return [];
      return [[...row, ...other.header.map((_, i) => match?.[i] ?? "").filter((_, i) => i !== right)]];
    });
    table = { header, rows };
  }
  const where = isRecord(value["where"]) ? Object.entries(value["where"]) : [];
  const kept = table.rows.filter((row) => where.every(([column, list]) => (list as string[]).includes(row[table.header.indexOf(column)] ?? "")));
  const types = isRecord(value["types"]) ? value["types"] : {};
  return kept.map((row) => (value["columns"] as unknown[]).map((column) => {
    if (isRecord(column)) return column["const"] as CaseCell;
    const at = table.header.indexOf(String(column));
    if (at < 0) throw new Error(`no column ${String(column)} in ${String(value["dataset"])}`);
    return typed(row[at] ?? "", types[String(column)]);
  }));
}

function typed(text: string, type: unknown): CaseCell {
  if (text === "") return null;
  if (type === "number") return Number(text);
  if (type === "date") return { serial: serialOf(text.slice(0, 23).replace(/(?:Z|[+-]\d\d:?\d\d)$/, "")) };
  if (type === "utc") return { serial: new Date(text.replace(" ", "T")).getTime() / 86_400_000 + 25569 };
  return text;
}

// ---- comparing -----------------------------------------------------------------------------

export type Answer = { readonly value: unknown } | { readonly failure: { readonly code: string; readonly message: string } };

/** What of a failure a host can show. */
export type Shows = { readonly code: boolean; readonly messageOf: (code: string) => boolean };
export const everything: Shows = { code: true, messageOf: () => true };

/** Null where the answer is as expected, else what is different. */
export function difference(test: Case, answer: Answer, shows: Shows = everything): string | null {
  const { expected } = test;
  if ("error" in expected) {
    if (!("failure" in answer)) return `expected ${expected.error}, got ${JSON.stringify(answer.value).slice(0, 300)}`;
    if (shows.code && answer.failure.code !== expected.error) return `expected ${expected.error}, got ${answer.failure.code} ${answer.failure.message}`;
    if (expected.message !== undefined && shows.messageOf(expected.error) && !new RegExp(expected.message, "i").test(answer.failure.message)) return `message "${answer.failure.message}" does not match /${expected.message}/i`;
    return null;
  }
  if ("failure" in answer) return `expected a value, got ${answer.failure.code} ${answer.failure.message}`;
  const rows = asRows(answer.value);
  if ("cells" in expected) {
    if (expected.shape && (rows.length !== expected.shape[0] || rows[0]?.length !== expected.shape[1])) return `shape ${rows.length} × ${rows[0]?.length}, expected ${expected.shape.join(" × ")}`;
    for (const [row, column, value] of expected.cells) {
      const line = rows[row < 0 ? rows.length + row : row] ?? [];
      const found = line[column < 0 ? line.length + column : column];
      if (!same(found, value, test.tolerance)) return `cell ${row},${column}: ${JSON.stringify(found)}, expected ${JSON.stringify(value)}`;
    }
    return null;
  }
  const wanted = asRows(expected.result);
  if (Array.isArray(expected.result) !== Array.isArray(answer.value) && !(rows.length === 1 && rows[0]!.length === 1)) return `expected ${JSON.stringify(expected.result).slice(0, 200)}, got ${JSON.stringify(answer.value).slice(0, 200)}`;
  if (wanted.length !== rows.length) return `${rows.length} rows, expected ${wanted.length}: ${JSON.stringify(rows).slice(0, 300)}`;
  for (const [r, line] of wanted.entries()) {
    if (line.length !== rows[r]!.length) return `row ${r} has ${rows[r]!.length} cells, expected ${line.length}`;
    for (const [c, value] of line.entries()) if (!same(rows[r]![c], value, test.tolerance)) return `cell ${r},${c}: ${JSON.stringify(rows[r]![c])}, expected ${JSON.stringify(value)}`;
  }
  return null;
}

const asRows = (value: unknown): readonly (readonly unknown[])[] => (Array.isArray(value) ? (value as unknown[][]) : [[value]]);

function same(found: unknown, expected: unknown, tolerance: number): boolean {
  if (isRecord(expected)) {
    if (expected["any"]) return true;
    if (typeof expected["date"] === "string") return same(found, serialOf(expected["date"]), tolerance);
  }
  if (typeof expected === "number") return typeof found === "number" && Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected));
  return found === expected;
}
