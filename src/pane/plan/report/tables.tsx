/** The tables of a report in a narrow pane: each row is a card, its first cell the name, and a table all the same to those who hear it. */
import type { ReportCell, ReportTable } from "../../../plan/report";
import type { Language } from "../../../plan/words";
import { plainNumber, share } from "../../format";
import { visible } from "../../spoofing";
import { dayText } from "../days";

export function shown({ value, format }: ReportCell, language: Language): string {
  if (value === null || value === "") return "";
  if (typeof value !== "number") return visible(String(value));
  if (format === "date") return dayText(value, language);
  // A minus is no hyphen: readers would leave that out.
  return numberText(value, format, language).replace("-", "\u2212");
}

function numberText(value: number, format: ReportCell["format"], language: Language): string {
  switch (format) {
    case "share": return share(value, language);
    case "score": return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
    // As on the sheet: a fraction of a customer is told to the digit that matters.
    default: return plainNumber(Number(value.toFixed(Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 && format === "number" ? 1 : 2)) || Number(value.toPrecision(2)), language);
  }
}

/** The bar of signs is for sheets; here the share stands beside its picture. The roles are said, because as cards the parts of a table lose their own. */
export function ReportTableView({ table: { title, columns, rows, empty }, language }: { readonly table: ReportTable; readonly language: Language }) {
  if (rows.length === 0) return <section><h3>{title}</h3><p class="quiet">{empty}</p></section>;
  const kept = columns.flatMap((_, i) => (rows.some((row) => row[i]!.format === "bar") ? [] : [i]));
  const isList = columns.length === 1;
  const isCount = (i: number): boolean => rows.some((row) => typeof row[i]!.value === "number" && row[i]!.format !== "date");
  return (
    <table class={isList ? "report-table report-list" : "report-table"} role="table">
      <caption>{title}</caption>
      <thead role="rowgroup"><tr role="row">{kept.map((i) => <th key={i} role="columnheader" scope="col" class={isCount(i) ? "figure" : undefined}>{columns[i]!.header}</th>)}</tr></thead>
      <tbody role="rowgroup">
        {rows.map((row, r) => (
          <tr key={r} role="row" class={row[0]!.look === "total" ? "total" : undefined}>
            {kept.map((i) => {
              const cell = row[i]!;
              const text = shown(cell, language);
              if (i === 0) return <th key={i} role="rowheader" scope="row"><bdi>{text}</bdi></th>;
              return (
                <td key={i} role="cell" class={[text === "" ? "none" : "", cell.format === "text" ? "long" : "", isCount(i) ? "figure" : ""].join(" ").trim()}>
                  <span class="report-label" aria-hidden="true">{columns[i]!.header}</span>
                  <span class={cell.look && cell.look !== "total" ? `status ${cell.look}` : undefined}><bdi>{text}</bdi></span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
