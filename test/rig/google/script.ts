/**
 * Runs the built Code.js (and Plan.js) the way Apps Script does: all files in one bare context, with no modules and no globals of the
 * web or of Node (no setTimeout, URL, fetch, TextEncoder, process). What the sheet delivers is made inside the context, so that arrays
 * and dates belong to the script's own realm, as they do there.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";

/** A value of a cell, a row, a range, or undefined for an argument that is left out. Dates are instants. */
export type Given = unknown;

export type Script = {
  /** The names that the script declares at top level. */
  readonly globals: readonly string[];
  evaluate(expression: string): unknown;
  /** Calls a top-level function; a thrown error comes out as an Error of the caller's realm with the same message. */
  call(name: string, args: readonly Given[]): unknown;
};

const TIMEOUT_MS = 60_000;

/**
 * @param files one after the other
 * @param services what stands for SpreadsheetApp and the rest
 */
export function load(files: string | readonly string[], services: Readonly<Record<string, unknown>> = {}): Script {
  const context = vm.createContext(Object.assign(Object.create(null) as Record<string, unknown>, services));
  for (const file of typeof files === "string" ? [files] : files) vm.runInContext(readFileSync(file, "utf8"), context, { filename: file, timeout: TIMEOUT_MS });
  const globals = Object.keys(context).filter((name) => !(name in services)).sort();
  const evaluate = (expression: string): unknown => vm.runInContext(expression, context, { timeout: TIMEOUT_MS });
  const invoke = evaluate(INVOKE) as (name: string, json: string) => string;
  return {
    globals,
    evaluate,
    call(name, args) {
      if (!globals.includes(name)) throw new Error(`the script declares no ${name}`);
      const reply = JSON.parse(invoke(name, JSON.stringify(args.map(written)))) as { readonly value?: Written; readonly thrown?: string };
      if (reply.thrown !== undefined) throw new Error(reply.thrown);
      return read(reply.value ?? { plain: null });
    },
  };
}

/** Values cross between the realms as JSON, with what JSON lacks in a form of its own. */
type Written = { readonly plain: unknown } | { readonly date: number } | { readonly left: "out" } | { readonly odd: string } | { readonly list: readonly Written[] };

function written(value: unknown): Written {
  if (value === undefined) return { left: "out" };
  if (Array.isArray(value)) return { list: value.map(written) };
  if (value instanceof Date) return { date: value.getTime() };
  if (typeof value === "number" && !Number.isFinite(value)) return { odd: String(value) };
  if (typeof value === "object" && value !== null) throw new Error("Sheets delivers no objects but dates");
  return { plain: value };
}

function read(value: Written): unknown {
  if ("list" in value) return value.list.map(read);
  if ("date" in value) return new Date(value.date);
  if ("odd" in value) return Number(value.odd);
  return "left" in value ? undefined : value.plain;
}

const INVOKE = `(() => {
  const revive = (value) => "list" in value ? value.list.map(revive) : "date" in value ? new Date(value.date) : "odd" in value ? Number(value.odd) : "left" in value ? undefined : value.plain;
  const write = (value) => value === undefined ? { left: "out" }
    : Array.isArray(value) ? { list: value.map(write) }
    : value instanceof Date ? { date: value.getTime() }
    : typeof value === "number" && !Number.isFinite(value) ? { odd: String(value) }
    : { plain: value };
  const all = this;
  return (name, json) => {
    try { return JSON.stringify({ value: write(all[name](...JSON.parse(json).map(revive))) }); }
    catch (error) { return JSON.stringify({ thrown: error instanceof Error ? error.message : "not an Error: " + String(error) }); }
  };
})()`;
