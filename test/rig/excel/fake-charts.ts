/** Charts on a sheet of the fake Excel: they know the calls that the product makes and nothing else. */
import type { Range, Worksheet } from "./fake-sheet";
import { HostError, HostObject, notImplemented, type Block } from "./host-object";

/** What a version of Excel will not do. */
export type Refusal = "charts" | "funnel" | "funnelTitle" | "chartLooks" | "legend" | "series" | "pageLayout";
export type Refuses = (what: Refusal) => boolean;
type Put = (what: string, value: unknown) => void;

const refused = (): HostError => new HostError("UnsupportedOperation", "This operation is not supported.");
/** Whoever asks twice for one thing in an enumeration of Excel gets it by the words of the enumeration only. */
function oneOf(value: string, ...known: readonly string[]): string {
  if (!known.includes(value)) throw new HostError("InvalidArgument", `not one of ${known.join(", ")}: ${value}`);
  return value;
}
const colour = (value: string): string => {
  if (!/^#[\da-f]{6}$/i.test(value)) throw new HostError("InvalidArgument", `no colour: ${value}`);
  return value;
};

class Font extends HostObject {
  constructor(private readonly put: Put) { super(); }
  set Color(value: string) { this.put("color", colour(value)); }
  set Bold(value: boolean) { this.put("bold", value); }
  set Size(value: number) { this.put("size", value); }
}
class Fill extends HostObject {
  constructor(private readonly put: Put) { super(); }
  SetSolidColor(value: string): null {
    this.put("fill", colour(value));
    return null;
  }
  Clear(): null {
    this.put("fill", null);
    return null;
  }
}
class Line extends HostObject {
  constructor(private readonly put: Put) { super(); }
  set Color(value: string) { this.put("line.color", colour(value)); }
  set Weight(value: number) { this.put("line.weight", value); }
  set LineStyle(value: string) { this.put("line.style", oneOf(value, "Continuous", "Dash", "None")); }
  Clear(): null {
    this.put("line", null);
    return null;
  }
}
class Format extends HostObject {
  readonly Fill: Fill;
  readonly Line: Line;
  readonly Font: Font;
  constructor(put: Put) {
    super();
    this.Fill = new Fill(put);
    this.Line = new Line(put);
    this.Font = new Font((what, value) => put(`font.${what}`, value));
  }
}

const TYPES = ["Funnel", "BarClustered", "BarStacked", "ColumnClustered", "ColumnStacked", "Line"];

class DataLabels extends HostObject {
  readonly Format: Format;
  constructor(private readonly put: Put) {
    super();
    this.Format = new Format(put);
  }
  set ShowValue(value: boolean) { this.put("value", value); }
  set NumberFormat(value: string) { this.put("numberFormat", value); }
}

export class Series extends HostObject {
  /** Everything that was set, by its name. */
  readonly looks: Record<string, unknown> = {};
  values: Block | null = null;
  names: Block | null = null;
  private readonly put: Put = (what, value) => { this.looks[what] = value; };
  readonly Format = new Format(this.put);
  readonly DataLabels = new DataLabels((what, value) => this.put(`label.${what}`, value));
  constructor(private readonly all: SeriesOfChart, public called: string, public type: string) { super(); }
  set Name(value: string) {
    if (value.startsWith("=") || value.length > 255) throw new HostError("InvalidArgument");
    this.called = value;
  }
  SetValues(range: Range): null {
    this.values = this.all.blockOf(range);
    return null;
  }
  SetXAxisValues(range: Range): null {
    this.names = this.all.blockOf(range);
    return null;
  }
  set ChartType(value: string) { this.type = oneOf(value, ...TYPES.slice(1)); }
  set AxisGroup(value: string) { this.put("axis", oneOf(value, "Primary", "Secondary")); }
  set MarkerStyle(value: string) { this.put("marker", oneOf(value, "None")); }
  set Smooth(value: boolean) { this.put("smooth", value); }
  set InvertIfNegative(value: boolean) { this.put("inverts", value); }
  set GapWidth(value: number) {
    if (!(value >= 0 && value <= 500)) throw new HostError("InvalidArgument");
    this.put("gap", value);
  }
  set HasDataLabels(value: boolean) { this.put("labels", value); }
  Delete(): null {
    this.all.items.splice(this.all.items.indexOf(this), 1);
    return null;
  }
}
class SeriesOfChart extends HostObject {
  override readonly items: Series[] = [];
  constructor(private readonly chart: Chart) { super(); }
  blockOf(range: Range): Block {
    if (range.sheet !== this.chart.sheet || range.block.columns !== 1) throw notImplemented("values of a series that are no column of its sheet");
    return range.block;
  }
  Add(name: string): Series {
    if (this.chart.refuses("series")) throw refused();
    const series = new Series(this, name, this.chart.type);
    this.items.push(series);
    return series;
  }
  GetItemAt(index: number): Series {
    const found = this.items[index];
    if (!found) throw new HostError("InvalidArgument", "There is no such series.");
    return found;
  }
}

class Title extends HostObject {
  readonly Format: Format;
  constructor(private readonly chart: Chart) {
    super();
    this.Format = new Format((what, value) => this.chart.put(`title.${what}`, value));
  }
  set Text(value: string) {
    if (this.chart.type === "Funnel" && this.chart.refuses("funnelTitle")) throw refused();
    if (value.startsWith("=")) throw notImplemented("a title that is a reference");
    this.chart.text = value;
  }
}
class Gridlines extends HostObject {
  readonly Format: Format;
  constructor(private readonly put: Put) {
    super();
    this.Format = new Format((what, value) => put(`grid.${what}`, value));
  }
  set Visible(value: boolean) { this.put("grid", value); }
}
class Axis extends HostObject {
  readonly Format: Format;
  readonly MajorGridlines: Gridlines;
  constructor(private readonly put: Put) {
    super();
    this.Format = new Format(put);
    this.MajorGridlines = new Gridlines(put);
  }
  set NumberFormat(value: string) { this.put("numberFormat", value); }
  set ReversePlotOrder(value: boolean) { this.put("reversed", value); }
  set Position(value: string) { this.put("position", oneOf(value, "Maximum", "Automatic")); }
  set TickLabelPosition(value: string) { this.put("names", oneOf(value, "Low", "NextToAxis")); }
  set CategoryType(value: string) { this.put("type", oneOf(value, "TextAxis")); }
  set Visible(value: boolean) { this.put("visible", value); }
}
class Axes extends HostObject {
  constructor(private readonly chart: Chart) { super(); }
  private of(name: string): Axis { return new Axis((what, value) => this.chart.put(`${name}.${what}`, value)); }
  get CategoryAxis(): Axis { return this.of("category"); }
  get ValueAxis(): Axis { return this.of("value"); }
  GetItem(type: string, group: string): Axis {
    if (type !== "Value" || group !== "Secondary") throw notImplemented(`axis ${type} ${group}`);
    if (!this.chart.Series.items.some(({ looks }) => looks["axis"] === "Secondary")) throw new HostError("ItemNotFound", "There is no second axis.");
    return this.of("second");
  }
}
class LegendEntry extends HostObject {
  constructor(private readonly put: Put) { super(); }
  set Visible(value: boolean) { this.put("visible", value); }
}
class LegendEntries extends HostObject {
  constructor(private readonly chart: Chart) { super(); }
  GetItemAt(index: number): LegendEntry {
    this.chart.Series.GetItemAt(index);
    return new LegendEntry((what, value) => this.chart.put(`legend.${index}.${what}`, value));
  }
}
class Legend extends HostObject {
  readonly Format: Format;
  readonly LegendEntries: LegendEntries;
  constructor(private readonly chart: Chart) {
    super();
    this.Format = new Format((what, value) => this.chart.put(`legend.${what}`, value));
    this.LegendEntries = new LegendEntries(chart);
  }
  set Visible(value: boolean) { this.chart.put("legend.visible", value); }
  set Position(value: string) { this.chart.put("legend.position", oneOf(value, "Bottom", "Top", "Right")); }
}

let made = 0;
export class Chart extends HostObject {
  readonly Id = `{chart-${(made += 1)}}`;
  /** Everything that was set, by its name. */
  readonly looks: Record<string, unknown> = {};
  text = "";
  called = `Chart ${made}`;
  /** First and last cell that it covers. */
  place: readonly [Block, Block] | null = null;
  private readonly all = new SeriesOfChart(this);
  constructor(readonly sheet: Worksheet, readonly type: string, readonly source: Block, readonly refuses: Refuses, private readonly charts: Charts) { super(); }
  /** Of a chart of 2016 these may not be touched. */
  private touched<T>(part: T): T {
    if (this.type === "Funnel") throw refused();
    return part;
  }
  put(what: string, value: unknown): void {
    if (this.refuses("chartLooks")) throw refused();
    this.looks[what] = value;
  }
  get Series(): SeriesOfChart { return this.touched(this.all); }
  get Axes(): Axes { return this.touched(new Axes(this)); }
  get Legend(): Legend {
    if (this.refuses("legend")) throw refused();
    return this.touched(new Legend(this));
  }
  get Title(): Title { return new Title(this); }
  set Name(value: string) { this.called = this.touched(value); }
  set DisplayBlanksAs(value: string) { this.put("blanks", this.touched(oneOf(value, "NotPlotted"))); }
  SetPosition(start: Range, end: Range): null {
    if (start.sheet !== this.sheet || end.sheet !== this.sheet) throw new HostError("InvalidArgument");
    this.place = [start.block, end.block];
    return null;
  }
  Delete(): null {
    this.charts.items.splice(this.charts.items.indexOf(this), 1);
    return null;
  }
}

export class Charts extends HostObject {
  override readonly items: Chart[] = [];
  /** What Excel takes for series in the cells: a column each. More or fewer where it guesses otherwise. */
  guess: (source: Block) => number = ({ columns }) => columns;
  constructor(private readonly sheet: Worksheet, private readonly refuses: Refuses) { super(); }
  Add(type: string, range: Range, by: string): Chart {
    if (this.refuses("charts")) throw refused();
    if (oneOf(type, ...TYPES) === "Funnel" && this.refuses("funnel")) throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
    if (range.sheet !== this.sheet || by !== "Columns") throw notImplemented("a chart of another sheet, or by rows");
    const chart = new Chart(this.sheet, type, range.block, this.refuses, this);
    if (type !== "Funnel") for (let i = 0; i < this.guess(range.block); i += 1) chart.Series.items.push(new Series(chart.Series, `Series${i + 1}`, type));
    this.items.push(chart);
    return chart;
  }
  GetItem(id: string): Chart {
    const found = this.items.find((chart) => chart.Id === id || chart.called === id);
    if (!found) throw new HostError("ItemNotFound", "There is no such chart.");
    return found;
  }
}
