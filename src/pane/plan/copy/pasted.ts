/**
 * Tables as other programs paste them. Excel and Google Sheets read what is pasted as if it were typed, each in the notation of its user: so
 * numbers have the decimal sign of whoever copies, and where that is a comma days are 31.12.2026; ISO days are read everywhere. The text has no
 * groups of digits, which programs disagree on. In the markup Excel finds the exact number, and what is a text (x:num and
 * mso-number-format, described in the Office HTML and XML reference).
 */
import { isoDay } from "../../../core/calendar";
import { toCellText } from "../../../catalogue/gate";
import type { ValueCell, ValueTable } from "../../../plan/values";
import type { Copied } from "../../clipboard";

export type Decimal = "." | ",";

export function pastedOf(tables: readonly ValueTable[], decimal: Decimal): Copied {
  const isTitled = tables.length > 1;
  const text = tables.map(({ title, header, rows }) => [...(isTitled ? [title] : []), ...[header, ...rows].map((row) => row.map((cell) => field(cellText(cell, decimal, false))).join("\t"))].join("\r\n"));
  const html = tables.map(({ title, header, rows }) => `${isTitled ? `<h3>${escaped(title)}</h3>` : ""}<table border="1"><tr>${header.map((each) => `<th>${escaped(each)}</th>`).join("")}</tr>${rows.map((row) => `<tr>${row.map((cell) => td(cell, decimal)).join("")}</tr>`).join("")}</table>`);
  return { text: text.join("\r\n\r\n"), html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>${html.join("")}</body></html>` };
}

/** A day as it is read where decimals have this sign. */
export const pastedDay = (day: number, decimal: Decimal): string => {
  const iso = isoDay(Math.floor(day));
  return decimal === "," ? iso.split("-").reverse().join(".") : iso;
};

/** With as many decimals as the number format shows; no space before a percent sign, as in a cell. */
export function pastedNumber(value: number, format: string, decimal: Decimal, hasGroups: boolean): string {
  const [isShare, [, decimals = ""]] = [format.endsWith("%"), /\.([0#]+)/.exec(format) ?? []];
  const digits = /\d/.test(format) ? { minimumFractionDigits: decimals.split("0").length - 1, maximumFractionDigits: decimals.length } : { maximumFractionDigits: 15, maximumSignificantDigits: 15 };
  const shown = new Intl.NumberFormat("en", { ...digits, style: isShare ? "percent" : "decimal", useGrouping: hasGroups && format.includes(",") }).format(value + 0);
  return decimal === "." ? shown : shown.replace(/[.,]/g, (sign) => (sign === "." ? "," : "\u00a0"));
}

function cellText(cell: ValueCell, decimal: Decimal, hasGroups: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "string") return toCellText(cell);
  return "day" in cell ? pastedDay(cell.day, decimal) : pastedNumber(cell.number, cell.format, decimal, hasGroups);
}

/** Quoted only where it has to be: the text is read by people too. */
const field = (text: string): string => (/^"|[\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function td(cell: ValueCell, decimal: Decimal): string {
  const text = escaped(cellText(cell, decimal, true));
  if (cell === null) return "<td></td>";
  if (typeof cell === "string") return `<td style="mso-number-format:'\\@'">${text}</td>`;
  return "day" in cell ? `<td>${text}</td>` : `<td align="right" x:num="${cell.number}">${text}</td>`;
}

/** Lines of one cell stay in one cell. */
const escaped = (text: string): string => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\r\n?|\n/g, '<br style="mso-data-placement:same-cell">');
