/** A page while it is written: row after row, each as high as its longest text needs. */
import type { Format, ReportCell } from "./report";
import { dateFormat } from "./layout";
import { fittingFormat, GROUPED_FORMAT, SHARE_FORMAT } from "./number-formats";
import { heightOf, ROW_HEIGHT } from "./report-lines";
import { PAGE_LOOKS, type PageCell, type PageLook } from "./report-page";
import type { Language } from "./words";

export type DraftCell = { readonly column: number; readonly span: number; readonly cell: ReportCell; readonly look: PageLook; readonly align: PageCell["align"] };

export type PageDraft = {
  /** @returns the number of the row */
  row(cells: readonly DraftCell[]): number;
  /** A text across the page. */
  line(text: string, look: PageLook): void;
  /** Blank, in points. */
  gap(points: number): void;
  /** Blank rows, for charts. @returns the first of them */
  room(rows: number): number;
  rows(): number;
  done(): { readonly cells: readonly PageCell[]; readonly heights: readonly number[]; readonly widths: readonly number[] };
};

/** A longer text is cut: a row cannot be higher than a page. */
const LONGEST_TEXT = 2000;
const WIDEST = 22;

export function pageDraft(base: readonly number[], language: Language): PageDraft {
  const cells: PageCell[] = [];
  const heights: number[] = [];
  const widths = [...base];
  const width = (column: number, span: number): number => base.slice(column, column + span).reduce((all, each) => all + each, 0);

  const row = (drawn: readonly DraftCell[]): number => {
    let height = ROW_HEIGHT;
    for (const { column, span, cell: { value, format }, look, align } of drawn) {
      const shown = typeof value === "string" ? cut(value) : typeof value === "number" ? settled(value) : value;
      if (typeof shown === "string") height = Math.max(height, heightOf(shown, width(column, span), PAGE_LOOKS[look]));
      // A number that does not fit would be shown as ####.
      if (typeof shown === "number" && span === 1) widths[column] = Math.min(WIDEST, Math.max(widths[column]!, lengthOf(shown, format) + 2));
      cells.push({ row: heights.length, column, span, value: shown === "" ? null : shown, format: typeof shown === "number" ? numberFormat(shown, format, language) : null, look, align });
    }
    return heights.push(height) - 1;
  };
  const room = (rows: number): number => {
    for (let i = 0; i < rows; i += 1) heights.push(ROW_HEIGHT);
    return heights.length - rows;
  };
  return {
    row, room,
    line: (text, look) => void row([{ column: 0, span: base.length, cell: { value: text, format: "text" }, look, align: "left" }]),
    gap: (points) => void heights.push(points),
    rows: () => heights.length,
    done: () => ({ cells, heights, widths }),
  };
}

/** 230000.00000000003 is nobody's number. */
const settled = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(12)) : null);

/** Never through a character that takes two places. */
function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const kept = text.slice(0, LONGEST_TEXT - 1);
  const last = kept.charCodeAt(kept.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? kept.slice(0, -1) : kept}…`;
}

/** Numbers of different units stand in one column, so each has as many digits as it needs. */
function numberFormat(value: number, format: Format, language: Language): string {
  switch (format) {
    case "date": return dateFormat(language);
    case "share": return SHARE_FORMAT;
    case "score": return "0.00";
    default: return Number.isInteger(value) ? GROUPED_FORMAT : format === "money" && Math.abs(value) < 1000 ? "#,##0.00" : fittingFormat(Math.abs(value));
  }
}

/** Signs that the number takes, separators too. */
function lengthOf(value: number, format: Format): number {
  if (format === "date" || format === "score") return 10;
  const whole = String(Math.round(Math.abs(format === "share" ? value * 100 : value)));
  return whole.length + Math.floor((whole.length - 1) / 3) + (value < 0 ? 1 : 0) + (Number.isInteger(value) ? 0 : 3);
}
