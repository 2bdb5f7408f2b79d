/** The result of a call before it is inserted. */
import type { Failure } from "../catalogue/call";
import type { FunctionHelp } from "../catalogue/define";
import type { Result } from "../catalogue/grid";
import type { Language } from "../catalogue/words";
import type { Argument } from "./argument";
import type { Asked, PaneHost } from "./host";
import { reference } from "./reference";
import { sentence } from "./sentence";

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

export const isComplete = (def: FunctionHelp, args: readonly Argument[]): boolean =>
  def.args.every((arg, i) => args[i]?.kind !== "problem" && (arg.optional || (args[i]?.kind ?? "blank") !== "blank"));

/** @param sheet the sheet that references without one belong to, as it stands in a formula; "" for the one that is shown */
export async function calculate(def: FunctionHelp, args: readonly Argument[], sheet: string, host: Pick<PaneHost, "functions">, language: Language): Promise<Live> {
  if (!isComplete(def, args)) return { state: "incomplete" };
  if (args.some(({ kind }) => kind === "formula")) return { state: "afterInserting" };
  const asked = args.map((argument): Asked => {
    if (argument.kind === "value") return { value: argument.value };
    if (argument.kind !== "cells") return null;
    return { reference: sheet !== "" && isCells(argument.formula) ? `${sheet}!${argument.formula}` : argument.formula };
  });
  try {
    const result = await host.functions.calculate(def.name, asked, language);
    if ("unread" in result) return { state: "unread", reference: result.unread, reason: result.reason };
    return "failure" in result ? { state: "failure", failure: result.failure } : { state: "value", value: result.value };
  } catch (error) {
    return { state: "unread", reference: "", reason: sentence(error) };
  }
}

/** A reference without a sheet, and no name of the workbook or column of a table. */
const isCells = (formula: string): boolean => !formula.includes("!") && reference(formula) !== null;
