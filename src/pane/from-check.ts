/** The arguments of a function out of what the data check has recognised: nobody should have to show again which column is which. */
import type { FunctionHelp } from "../catalogue/define";
import { quoted } from "../catalogue/notation";
import type { Role } from "../catalogue/table-roles";
import type { TableState } from "./checking";
import { columnReference } from "./reference";

/** What an argument holds, the best column first. */
const COLUMNS: Readonly<Record<string, readonly Role[]>> = { deals: ["deal"], stages: ["stage"], last_stages: ["lastStage"], created: ["created", "date"], closed: ["closed"], amounts: ["amount"], dates: ["date", "created"] };
/** Optional arguments that make a result truer; the others change what is asked. */
const HELPFUL = /^(?:stages|order|lost|last_stages)$/;

export type Found = { readonly sheet: string; /** Formulas in the English notation, by argument. */ readonly args: ReadonlyMap<string, string> };

/** @returns of the first table that has all that the function requires; null where none does */
export function argumentsFound({ args }: FunctionHelp, tables: readonly TableState[]): Found | null {
  const keys = args.map(({ key }) => key);
  // Those over a history name the deal and the day of each entry; elsewhere the stages are the current ones.
  const kind = keys.includes("deals") && keys.includes("dates") ? "history" : "deals";
  for (const { table: { sheet, row, column, rows }, result } of tables) {
    if (!result || result === "gone" || result.kind !== kind) continue;
    const [first, end] = [row + rows - result.rows, row + rows - 1];
    const hasTotal = result.findings.some(({ kind: found, spots }) => found === "totalRow" && spots.some((spot) => spot.row === end));
    const part = first > 2 || hasTotal ? { first, last: hasTotal ? end - 1 : end } : null;
    const formulas = new Map<string, string>();
    for (const { key, optional } of args) {
      const names = key === "order" || key === "lost" ? result.stages?.[key] : null;
      const at = COLUMNS[key]?.map((role) => result.roles[role]).find((each) => each !== undefined);
      if (optional && !HELPFUL.test(key)) continue;
      if (names?.length) formulas.set(key, `{${names.map(quoted).join(";")}}`);
      else if (at !== undefined) formulas.set(key, columnReference(sheet, column + at, part).replaceAll("$", ""));
    }
    if (args.every(({ key, optional }) => optional || formulas.has(key))) return { sheet, args: formulas };
  }
  return null;
}
