/** The frame of every picture: the finding, the picture with its summary or the table behind it, and the switch between the two. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Language } from "../../catalogue/words";
import type { Standing } from "./aim";
import { summary, type Account, type ChartTable } from "./text";
import { CHART_WORDS } from "./words";

/** A tick in a disc, an exclamation mark in a rhombus, one in a triangle: told apart without colours. */
const OUTLINES: Readonly<Record<Standing, string>> = { good: "M7 .8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 7 .8z", fair: "M7 .4 13.6 7 7 13.6.4 7z", poor: "M7 1 13.6 13H.4z" };
const SIGNS: Readonly<Record<Standing, string>> = { good: "m4 7.2 2.1 2.1L10 5.2", fair: "M7 3.6v4.2M7 10v.2", poor: "M7 5v3.8M7 11v.2" };

/** Beside a word that says the same. */
export const StandingIcon = ({ standing }: { readonly standing: Standing }) => (
  <svg class={`chart-icon chart-${standing}`} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path d={OUTLINES[standing]} fill="currentColor" />
    <path class="chart-sign" d={SIGNS[standing]} />
  </svg>
);

/** Forecasts are hatched; `id` belongs to this picture alone. */
export const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="chart-page" width="5" height="5" />
      <path class="chart-hatch" d="M1 0v5" />
    </pattern>
  </defs>
);
export const hatched = (id: string): string => `url(#${id})`;

/** What a swatch stands for, in words, with its number where there is one. */
export const Key = ({ swatch, children }: { readonly swatch: ComponentChildren; readonly children: ComponentChildren }) => (
  <span class="chart-key"><svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">{swatch}</svg>{children}</span>
);

export function Chart({ language, account, children }: { readonly language: Language; readonly account: Account; readonly children: ComponentChildren }) {
  const [isTable, setTable] = useState(false);
  const { finding, standing, table } = account;
  if (!table) return <figure class="chart"><p class="chart-empty">{finding}</p></figure>;
  return (
    <figure class="chart">
      <figcaption class="chart-title">{standing && <StandingIcon standing={standing} />}<bdi>{finding}</bdi></figcaption>
      {isTable ? <DataTable table={table} caption={finding} /> : <div class="chart-picture" role="img" aria-label={summary(account, language)}>{children}</div>}
      <button type="button" class="link chart-switch" onClick={() => setTable(!isTable)}>{CHART_WORDS[isTable ? "asChart" : "asTable"][language]}</button>
    </figure>
  );
}

/** So long names stand in the row of their numbers; longer ones above it, for the pane is narrow. */
const BESIDE = 8;

function DataTable({ table: { head, rows }, caption }: { readonly table: ChartTable; readonly caption: string }) {
  const [names, ...columns] = head;
  const isBeside = rows.every(([name = ""]) => name.length <= BESIDE);
  const cells = (row: readonly string[]) => row.slice(1).map((cell, i) => <td key={i} class="number"><bdi>{cell}</bdi></td>);
  return (
    // Focusable, so that the keyboard can scroll it.
    <div class="table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead><tr>{isBeside && <th scope="col">{names}</th>}{columns.map((name, i) => <th key={i} scope="col" class="number">{name}</th>)}</tr></thead>
        {isBeside ? <tbody>{rows.map((row, r) => <tr key={r}><th scope="row"><bdi>{row[0]}</bdi></th>{cells(row)}</tr>)}</tbody>
          : rows.map((row, r) => <tbody key={r}><tr><th scope="rowgroup" colSpan={columns.length}><bdi>{row[0]}</bdi></th></tr><tr>{cells(row)}</tr></tbody>)}
      </table>
    </div>
  );
}
