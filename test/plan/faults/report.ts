/** The figures of a run as a table in Markdown. */
import type { Campaign } from "./campaign";
import type { Verdict } from "./judge";

export type Row = { readonly name: string; readonly campaigns: ReadonlyMap<string, Campaign> };

const count = (n: number): string => n.toLocaleString("en-US");
const triple = ({ acknowledged, lost, wrong }: Verdict): string => `${count(acknowledged)} / ${count(lost)} / ${count(wrong)}`;
const percent = (part: number, of: number): string => (of === 0 ? "–" : `${((100 * part) / of).toFixed(1)} %`);

const FIGURES = ["operations", "acknowledged", "lost", "wrong", "duplicates", "handEdits", "handLost"] as const;
/** Only the figures: problems are told one by one. */
export function sum(campaigns: readonly Campaign[]): Verdict {
  const total = { problems: [] } as unknown as Verdict;
  for (const figure of FIGURES) total[figure] = campaigns.reduce((all, { total: one }) => all + one[figure], 0);
  return total;
}

export function tableOf(rows: readonly Row[]): string {
  const names = [...rows[0]!.campaigns.keys()];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const totals = names.map((name) => sum(rows.map(({ campaigns }) => campaigns.get(name)!)));
  return [
    line(["fault class", ...names]),
    line(["---", ...names.map(() => "---")]),
    ...rows.map(({ name, campaigns }) => line([name, ...names.map((each) => triple(campaigns.get(each)!.total))])),
    line(["**sum**", ...totals.map(triple)]),
    line(["acknowledged and lost", ...totals.map(({ lost, acknowledged }) => percent(lost, acknowledged))]),
    line(["operations asked for", ...totals.map(({ operations }) => count(operations))]),
    line(["duplicate ids at the end", ...totals.map(({ duplicates }) => count(duplicates))]),
    line(["hand edits / lost", ...totals.map(({ handEdits, handLost }) => `${count(handEdits)} / ${count(handLost)}`)]),
  ].join("\n");
}
