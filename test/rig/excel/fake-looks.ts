/** Looks and rules of a range, kept as they were set, so that tests can ask for them. */
import { HostError, HostObject, notImplemented, type Block } from "./host-object";

/** Everything that was set on a sheet, newest last. */
export type Look = { readonly block: Block; readonly what: string; readonly value: unknown };
/** Throws where the sheet is protected. */
export type Paint = (what: string, value: unknown) => void;

class Colour extends HostObject {
  constructor(private readonly paint: Paint, private readonly what: string) { super(); }
  set Color(value: string) {
    if (!/^#[\da-f]{6}$/i.test(value)) throw new HostError("InvalidArgument", `no colour: ${value}`);
    this.paint(`${this.what}.color`, value);
  }
  set Bold(value: boolean) { this.paint(`${this.what}.bold`, value); }
  set Size(value: number) {
    if (!(value >= 1 && value <= 409)) throw new HostError("InvalidArgument");
    this.paint(`${this.what}.size`, value);
  }
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"];
class Border extends HostObject {
  constructor(private readonly paint: Paint, private readonly edge: string) { super(); }
  set Style(value: string) {
    if (value !== "Continuous") throw notImplemented(`a border ${value}`);
  }
  set Weight(value: string) {
    if (value !== "Thin") throw notImplemented(`a border ${value}`);
  }
  set Color(value: string) { this.paint(`border.${this.edge}`, value); }
}
class Borders extends HostObject {
  constructor(private readonly paint: Paint) { super(); }
  GetItem(edge: string): Border {
    if (!EDGES.includes(edge)) throw new HostError("InvalidArgument");
    return new Border(this.paint, edge);
  }
}

export class RangeFormat extends HostObject {
  readonly Fill: Colour;
  readonly Font: Colour;
  readonly Borders: Borders;
  constructor(private readonly paint: Paint) {
    super();
    this.Borders = new Borders(paint);
    this.Fill = new Colour(paint, "fill");
    this.Font = new Colour(paint, "font");
  }
  set ColumnWidth(value: number) {
    if (!(value >= 0 && value < 1800)) throw new HostError("InvalidArgument");
    this.paint("columnWidth", value);
  }
  set RowHeight(value: number) {
    if (!(value >= 0 && value <= 409)) throw new HostError("InvalidArgument");
    this.paint("rowHeight", value);
  }
  set HorizontalAlignment(value: string) {
    if (!["Left", "Right", "Center", "General"].includes(value)) throw new HostError("InvalidArgument");
    this.paint("horizontalAlignment", value);
  }
  set WrapText(value: boolean) { this.paint("wrapText", value); }
  set VerticalAlignment(value: string) {
    if (!["Top", "Center", "Bottom", "Justify", "Distributed"].includes(value)) throw new HostError("InvalidArgument");
    this.paint("verticalAlignment", value);
  }
  AutofitColumns(): null {
    this.paint("autofitColumns", true);
    return null;
  }
}

type ListRule = { readonly list?: { readonly inCellDropDown?: boolean; readonly source?: unknown } };
export class DataValidation extends HostObject {
  constructor(private readonly paint: Paint) { super(); }
  set Rule(rule: ListRule) {
    const source = rule.list?.source;
    if (typeof source !== "string") throw notImplemented("a rule that is no list of words");
    if (source === "" || source.length > 255) throw new HostError("InvalidArgument", "The list is too long.");
    this.paint("list", source.split(","));
  }
  set ErrorAlert(alert: { readonly showAlert: boolean; readonly style: string }) { this.paint("errorAlert", alert.showAlert); }
}

class ConditionalRangeFormat extends HostObject {
  readonly Fill: Colour;
  readonly Font: Colour;
  constructor(paint: Paint) {
    super();
    this.Fill = new Colour(paint, "condition.fill");
    this.Font = new Colour(paint, "condition.font");
  }
}
class CellValueCondition extends HostObject {
  readonly Format: ConditionalRangeFormat;
  constructor(private readonly paint: Paint) {
    super();
    this.Format = new ConditionalRangeFormat(paint);
  }
  set Rule(rule: { readonly formula1: string; readonly operator: string }) {
    if (!/^="(?:[^"]|"")*"$/.test(rule.formula1) || rule.operator !== "EqualTo") throw notImplemented("a condition that is not the equality with a text");
    this.paint("condition", rule.formula1.slice(2, -1).replace(/""/g, '"'));
  }
}
class ConditionalFormat extends HostObject {
  readonly CellValue: CellValueCondition;
  constructor(paint: Paint) {
    super();
    this.CellValue = new CellValueCondition(paint);
  }
}
export class ConditionalFormats extends HostObject {
  constructor(private readonly paint: Paint) { super(); }
  Add(type: string): ConditionalFormat {
    if (type !== "CellValue") throw notImplemented(`a condition of type ${type}`);
    return new ConditionalFormat(this.paint);
  }
}

export class FreezePanes extends HostObject {
  constructor(private readonly paint: Paint) { super(); }
  FreezeRows(count: number): null {
    this.paint("frozenRows", count);
    return null;
  }
}
export class Protection extends HostObject {
  constructor(private readonly isOn: () => boolean) { super(); }
  get Protected(): boolean { return this.isOn(); }
}
