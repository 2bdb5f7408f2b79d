/** What passes between the sidebar and the script: JSON only, because a Date in an argument or result kills the call without a word. */
import type { Language } from "../../catalogue/words";
import type { FunctionHelp } from "../../catalogue/define";
import type { CheckWords } from "../../catalogue/check-words";
import type { ExplainedTable } from "../../catalogue/explained";
import type { DataChoice, FoundData } from "../../catalogue/deal-data";
import type { Checked, Choice } from "../../catalogue/table-check";
import type { Place } from "../../catalogue/table-head";
import type { Asked, Calculated, CellFormat, FoundTable, Inserted, PaneHost, Selection, View } from "../../pane/host";

export type Requests = {
  readonly start: { readonly takes: readonly []; readonly gives: { readonly language: Language; readonly notation: PaneHost["notation"]; readonly functions: readonly FunctionHelp[]; readonly checkWords: CheckWords } };
  readonly selection: { readonly takes: readonly []; readonly gives: Selection };
  readonly names: { readonly takes: readonly []; readonly gives: readonly string[] };
  /** The script reads the cells itself: a range of 200,000 cells need not travel to the sidebar and back. */
  readonly calculate: { readonly takes: readonly [name: string, args: readonly Asked[], language: Language]; readonly gives: Calculated };
  /** What stands in the columns of the result of a function. */
  readonly columns: { readonly takes: readonly [name: string, language: Language]; readonly gives: ExplainedTable | null };
  readonly tables: { readonly takes: readonly []; readonly gives: readonly FoundTable[] };
  /** The script reads and checks: only what it found travels. */
  readonly check: { readonly takes: readonly [table: Place, choice: Choice | null]; readonly gives: Checked | null };
  /** The same for a plan that is made of the table. */
  readonly data: { readonly takes: readonly [table: Place, choice: DataChoice | null, today: number]; readonly gives: FoundData | null };
  readonly show: { readonly takes: readonly [reference: string]; readonly gives: null };
  /** Shows the sidebar with that part in place of the one that asks. */
  readonly open: { readonly takes: readonly [view: View]; readonly gives: null };
  readonly insert: { readonly takes: readonly [formula: string, overwrite: boolean, formats: readonly CellFormat[], at: string | null]; readonly gives: Inserted };
};
export type Method = keyof Requests;
