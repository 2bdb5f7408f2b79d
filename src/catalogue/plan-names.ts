/**
 * The plan's tables in formulas. The plan writes `PLAN_CHECKINS[#All]`, the table with its header row; where a program knows no such tables
 * (Sheets, the workbench), the name is that of the columns.
 */
import { ENGLISH, english, tokens, type Token } from "./notation";
import { TABLES } from "../plan/tables";

const NAMES: ReadonlySet<string> = new Set(Object.values(TABLES).map(({ name }) => name));
const WHOLE = "[#All]";
/** Most formulas of a plan ask for its settings and none of its tables: they need not be taken apart. */
const ANY = new RegExp(`(?:${[...NAMES].join("|")})(?![\\w.])`, "i");
const isTable = ({ text }: Token): boolean => NAMES.has(text.toUpperCase());

const rewritten = (formula: string, change: (found: readonly Token[]) => readonly Token[]): string => {
  if (!ANY.test(formula)) return formula;
  const found = tokens(formula, ENGLISH);
  return found ? english(change(found)) : formula;
};

export const asColumns = (formula: string): string =>
  rewritten(formula, (found) => found.filter(({ text }, i) => i === 0 || text.toLowerCase() !== WHOLE.toLowerCase() || !isTable(found[i - 1]!)));

export const asTables = (formula: string): string =>
  rewritten(formula, (found) => found.map((token, i) => (isTable(token) && !["[", "("].includes(found[i + 1]?.text.charAt(0) ?? "") ? { ...token, text: token.text + WHOLE } : token)));
