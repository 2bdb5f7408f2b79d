/**
 * Facts of goals as live formulas over the user's own table: plain spreadsheet formulas, which calculate without the add-in. English
 * notation. Texts of the table stand in them as criteria only, quoted and without their wildcards.
 */
import { isoDay } from "../core/calendar";
import type { Span } from "./from-data";
import type { GoalName } from "./ready-texts";

/** Columns as they stand in a formula, such as `Deals!$E:$E`; left out: there is none, or its cells are not plain numbers. */
export type LiveColumns = { readonly amount?: string; readonly closed?: string; readonly created?: string; readonly stage?: string; readonly currency?: string; readonly customer?: string };
export type LiveTable = {
  readonly columns: LiveColumns;
  /** Names of the stages; null where each row is a sale. */
  readonly stages: { readonly won: string; readonly lost: readonly string[] } | null;
  readonly currency: string | null;
};
export type LiveFacts = Readonly<Partial<Record<GoalName, string>>>;

/** A text in a formula of Excel has at most 255 characters. */
const LONGEST = 120;

/** @param isWinRate whether the plan's conversion is the share of decided deals that are won; otherwise the rows do not tell it */
export function liveFacts({ columns, stages, currency }: LiveTable, { from, to }: Span, isWinRate: boolean): LiveFacts {
  const { amount, closed, created, stage, customer } = columns;
  const texts = [currency ?? "", ...(stages ? [stages.won, ...stages.lost] : [])];
  if (closed === undefined || (stages !== null && stage === undefined) || texts.some((text) => text.length > LONGEST)) return {};
  const within = [closed, `">="&${date(from)}`, closed, `"<"&${date(to)}+1`];
  const inStage = (name: string): readonly string[] => [stage!, equals(name), ...within];
  const paid = currency !== null && columns.currency !== undefined ? [columns.currency, equals(currency)] : [];
  const won = stages ? [...inStage(stages.won), ...paid] : [...within, ...paid];
  const revenue = amount && call("SUMIFS", [amount, ...won]);
  const decided = stages && stages.lost.length > 0 ? [call("COUNTIFS", inStage(stages.won)), ...stages.lost.map((name) => call("COUNTIFS", inStage(name)))] : null;
  const begun = created === undefined ? null : [...won, created, '">0"'];
  return {
    ...(revenue && { volume: `=${revenue}`, deal: `=IFERROR(${revenue}/${call("COUNTIFS", [...won, amount!, '">0"'])},"")` }),
    // Which customers are new no plain formula tells without trying each row against each: the add-in's own does. Of sales only: in a table of deals lost ones have a date too.
    ...(stages === null && customer !== undefined && { customers: `=${call("NEW_CUSTOMERS", [customer, closed, amount ?? "", `"from=${isoDay(from)}; to=${isoDay(to + 1)}"`])}` }),
    ...(isWinRate && decided && { conversion: `=IFERROR(${decided[0]!}/(${decided.join("+")}),"")` }),
    // The mean of the differences is the difference of the sums, divided by their number.
    ...(begun && { cycle: `=IFERROR((${call("SUMIFS", [closed, ...begun])}-${call("SUMIFS", [created!, ...begun])})/${call("COUNTIFS", begun)},"")` }),
  };
}

const call = (name: string, args: readonly string[]): string => `${name}(${args.join(",")})`;
const date = (day: number): string => `DATE(${isoDay(day).split("-").map(Number).join(",")})`;

/** A criterion for exactly this text: `=` in front, `~` before what would be a wildcard, quotes doubled. */
function equals(text: string): string {
  let out = "";
  for (const char of text) out += char === '"' ? '""' : char === "*" || char === "?" || char === "~" ? `~${char}` : char;
  return `"=${out}"`;
}
