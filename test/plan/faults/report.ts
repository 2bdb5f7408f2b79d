/** The figures of a run as a table in Markdown. */
import type { Campaign } from "./campaign";
import type { Verdict } from "./judge";
import type { Found } from "./systematic-run";

export type Row = { readonly name: string; readonly campaigns: ReadonlyMap<string, Campaign> };

const count = (n: number): string => n.toLocaleString("en-US");
const triple = ({ acknowledged, lost, wrong }: Verdict): string => `${count(acknowledged)} / ${count(lost)} / ${count(wrong)}`;
const percent = (part: number, of: number): string => (of === 0 ? "–" : `${((100 * part) / of).toFixed(1)} %`);

const FIGURES = ["operations", "acknowledged", "lost", "wrong", "duplicates", "handEdits", "handLost", "askedInVain"] as const;
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
    line(["asked in vain whether a row was removed", ...totals.map(({ askedInVain }) => count(askedInVain))]),
  ].join("\n");
}

export const systematicOf = (name: string, { runs, struck, acknowledged, failing }: Found): string =>
  `Systematic run of ${name}: ${count(runs)} runs, in ${count(struck)} of them the accident happened, ${count(acknowledged)} saves acknowledged, ${count(failing.length)} runs with problems.`;

/** @param apart edits that became rows of their own */
export const unheardOf = (name: string, { acknowledged, lost, handEdits, handLost, wrong }: Verdict, apart: number): string =>
  `*${name}*: ${count(acknowledged)} acknowledged, ${count(lost)} lost; of ${count(handEdits)} edits by hand ${count(handLost)} (${percent(handLost, handEdits)}) written over unseen, ${count(wrong)} put on another row by the workbook before anybody saw them, ${count(apart)} kept as a row of their own.`;

const BEGIN = "<!-- figures -->";
const END = "<!-- /figures -->";

/** The text of the docs with these figures instead of older ones. */
export function withFigures(text: string, day: Date, figures: readonly string[]): string {
  const date = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return `${text.slice(0, text.indexOf(BEGIN))}${BEGIN}\n## Figures of ${date}\n\n${figures.join("\n\n")}\n${text.slice(text.indexOf(END))}`;
}
