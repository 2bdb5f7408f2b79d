/** How a sheet of the fake Excel is printed. */
import type { Refuses } from "./fake-charts";
import type { Range } from "./fake-sheet";
import { addressOf, HostError, HostObject, notImplemented } from "./host-object";

export class PageLayout extends HostObject {
  /** Everything that was set, by its name. */
  readonly set: Record<string, unknown> = {};
  readonly HeadersFooters: HeaderFooterGroup;
  constructor(private readonly refuses: Refuses) {
    super();
    this.HeadersFooters = new HeaderFooterGroup((what, value) => this.put(what, value));
  }
  private put(what: string, value: unknown): void {
    if (this.refuses("pageLayout")) throw new HostError("NotImplemented", "This is not implemented in this version.");
    this.set[what] = value;
  }
  set PaperSize(value: string) {
    if (value !== "A4") throw notImplemented(`paper ${value}`);
    this.put("paper", value);
  }
  set Orientation(value: string) {
    if (value !== "Portrait" && value !== "Landscape") throw new HostError("InvalidArgument");
    this.put("orientation", value);
  }
  set Zoom(value: { readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number }) { this.put("zoom", value); }
  SetPrintArea(range: Range): null {
    this.put("area", addressOf(range.block));
    return null;
  }
  SetPrintTitleRows(rows: string): null {
    if (!/^\$\d+:\$\d+$/.test(rows)) throw new HostError("InvalidArgument", "The range must span the entire row.");
    this.put("titleRows", rows);
    return null;
  }
}
class HeaderFooterGroup extends HostObject {
  readonly DefaultForAllPages: HeaderFooter;
  constructor(put: (what: string, value: string) => void) {
    super();
    this.DefaultForAllPages = new HeaderFooter(put);
  }
}
class HeaderFooter extends HostObject {
  constructor(private readonly put: (what: string, value: string) => void) { super(); }
  set LeftFooter(value: string) { this.put("leftFooter", checked(value)); }
  set RightFooter(value: string) { this.put("rightFooter", checked(value)); }
}
function checked(text: string): string {
  if (text.length > 255) throw new HostError("InvalidArgument", "The footer is too long.");
  return text;
}
