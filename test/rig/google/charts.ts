/** The charts of Sheets as far as the product makes them: every option that it does not know throws. */
import { strict } from "./strict";
import type { Block, FakeSheet } from "./fake-sheet";

export type FakeChart = { readonly type: string; readonly ranges: readonly string[]; readonly at: readonly number[]; readonly headers: number; readonly options: Readonly<Record<string, unknown>> };

/** Enumerations of the service Charts; a funnel is not among its types. */
export const chartsService = (): object => strict("Charts", {
  ChartType: strict("ChartType", { BAR: "BAR", COMBO: "COMBO" }),
  ChartMergeStrategy: strict("ChartMergeStrategy", { MERGE_COLUMNS: "MERGE_COLUMNS", MERGE_ROWS: "MERGE_ROWS" }),
});

const AXIS = ["format", "textStyle", "gridlines", "baselineColor", "textPosition"];
/** Options with the members that an object may have; null: a plain value. As developers.google.com/apps-script/chart-configuration-options. */
const OPTIONS: Readonly<Record<string, readonly string[] | null>> = {
  title: null, titleTextStyle: ["color", "fontSize", "bold"], useFirstColumnAsDomain: null, treatLabelsAsText: null, interpolateNulls: null, isStacked: null, width: null, height: null,
  legend: ["position", "textStyle"], hAxis: AXIS, vAxis: AXIS, vAxes: ["0", "1"], series: ["0", "1", "2", "3", "4", "5", "6"],
};
const NESTED: Readonly<Record<string, readonly string[]>> = { vAxes: AXIS, series: ["color", "visibleInLegend", "labelInLegend", "targetAxisIndex", "type", "lineWidth", "pointSize", "lineDashStyle", "dataLabel", "dataOpacity"] };

function check(name: string, value: unknown): void {
  const members = OPTIONS[name];
  if (members === undefined) throw new Error(`the fake chart has no option ${name}`);
  if (members === null) return;
  for (const [member, inner] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (!members.includes(member)) throw new Error(`the fake chart has no option ${name}.${member}`);
    for (const each of NESTED[name] ? Object.keys(inner as object) : []) if (!NESTED[name]!.includes(each)) throw new Error(`the fake chart has no option ${name}.${member}.${each}`);
  }
}

export function chartBuilder(sheet: FakeSheet): object {
  const chart = { type: "", ranges: [] as string[], at: [] as number[], headers: -1, options: {} as Record<string, unknown> };
  const step = <T extends readonly never[]>(act: (...taken: T) => void) => (...taken: T): object => {
    act(...taken);
    return api;
  };
  const api: object = strict("EmbeddedChartBuilder", {
    setChartType: step((type: string) => { chart.type = type; }),
    addRange: step((range: { getSheet(): { getName(): string }; getA1Notation(): string }) => {
      if (range.getSheet().getName() !== sheet.name) throw new Error("the fake draws from its own sheet only");
      chart.ranges.push(range.getA1Notation());
    }),
    setMergeStrategy: step((strategy: string) => {
      if (strategy !== "MERGE_COLUMNS") throw new Error(`the fake does not know ${strategy}`);
    }),
    setNumHeaders: step((headers: number) => { chart.headers = headers; }),
    setPosition: step((row: number, column: number, x: number, y: number) => {
      const at: Block = { row, column, rows: 1, columns: 1 };
      sheet.checkInside(at);
      chart.at = [row, column, x, y];
    }),
    setOption: step((name: string, value: unknown) => {
      check(name, value);
      chart.options[name] = value;
    }),
    build: () => {
      if (chart.type === "" || chart.at.length === 0 || chart.ranges.length < 2) throw new Error("the fake chart has no type, place or data");
      return strict("EmbeddedChart", { ...chart });
    },
  });
  return api;
}
