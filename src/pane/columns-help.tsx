/** What the columns of a result table hold, folded below the result; nothing where the host cannot tell, or there is nothing to explain. */
import { useMemo } from "preact/hooks";
import type { FunctionHelp } from "../catalogue/define";
import type { Words } from "../catalogue/words";
import "./columns-help.css";
import { usePaneHost, useSurroundings } from "./surroundings";

/** Here and not with the other words: the page of Google Sheets is full, and does without. */
const WORDS = {
  columns: { en: "What the columns mean", ru: "Что значат столбцы" },
  rowsToo: { en: "What the columns and rows mean", ru: "Что значат столбцы и строки" },
  cells: { en: "What the cells mean", ru: "Что значат ячейки" },
} as const satisfies Record<string, Words>;

export function ColumnsHelp({ def }: { readonly def: FunctionHelp }) {
  const { language, say } = useSurroundings();
  const { functions } = usePaneHost();
  const told = useMemo(() => functions.explain?.(def.name, language), [functions, def, language]);
  if (!told) return null;
  return (
    <details class="columns-help">
      <summary>{say(def.returns.shape === "row" ? WORDS.cells : told.rows.length > 0 ? WORDS.rowsToo : WORDS.columns)}</summary>
      <dl>
        {[...told.columns, ...told.rows].map(({ name, meaning, unit }) => (
          <div key={name}>
            <dt>{name}{unit !== null && <span class="optional"> · {unit}</span>}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
