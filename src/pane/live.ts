/** The result of a call before it is inserted: arguments are read from the sheet, the function runs here. */
import { call, type Failure } from "../catalogue/call";
import type { FunctionDef } from "../catalogue/define";
import type { Result } from "../catalogue/grid";
import type { Language } from "../catalogue/words";
import type { Argument } from "./argument";
import type { PaneHost } from "./host";
import { reference } from "./reference";

export type Live =
  | { readonly state: "waiting" }
  /** Required arguments are blank, or something typed cannot stand in a formula. */
  | { readonly state: "incomplete" }
  /** An argument is a formula of its own, which only the sheet can calculate. */
  | { readonly state: "afterInserting" }
  | { readonly state: "value"; readonly value: Result }
  | { readonly state: "failure"; readonly failure: Failure }
  /** The sheet did not hand over these cells; `reason` is the sentence of the host. */
  | { readonly state: "unread"; readonly reference: string; readonly reason: string };

export const isComplete = (def: FunctionDef, args: readonly Argument[]): boolean =>
  def.args.every((arg, i) => args[i]?.kind !== "problem" && (arg.optional || (args[i]?.kind ?? "blank") !== "blank"));

class Unread extends Error {
  constructor(readonly reference: string, readonly reason: string) {
    super(reason);
  }
}

/** @param sheet the sheet that references without one belong to, as it stands in a formula; "" for the one that is shown */
export async function calculate(def: FunctionDef, args: readonly Argument[], sheet: string, host: PaneHost, language: Language): Promise<Live> {
  if (!isComplete(def, args)) return { state: "incomplete" };
  if (args.some(({ kind }) => kind === "formula")) return { state: "afterInserting" };
  const asked = new Map<string, Promise<readonly (readonly unknown[])[]>>();
  const read = (formula: string) => {
    const cells = sheet !== "" && isCells(formula) ? `${sheet}!${formula}` : formula;
    const reading = asked.get(cells) ?? host.read(cells).catch((error: unknown) => Promise.reject(new Unread(cells, sentence(error))));
    asked.set(cells, reading);
    return reading;
  };
  try {
    const values = await Promise.all(args.map((argument) => (argument.kind === "cells" ? read(argument.formula) : argument.kind === "value" ? argument.value : null)));
    const result = call(def, values, { language, cells: host.cells });
    return "failure" in result ? { state: "failure", failure: result.failure } : { state: "value", value: result.value };
  } catch (error) {
    if (error instanceof Unread) return { state: "unread", reference: error.reference, reason: error.reason };
    return { state: "unread", reference: "", reason: sentence(error) };
  }
}

/** A reference without a sheet, and no name of the workbook or column of a table. */
const isCells = (formula: string): boolean => !formula.includes("!") && reference(formula) !== null;

/** What a host threw, as a sentence. */
export const sentence = (error: unknown): string => (error instanceof Error && error.message !== "" ? error.message : String(error));
