/** What the columns of a result table hold, folded below the result; asked for when it is unfolded. */
import { useEffect, useState } from "preact/hooks";
import type { FunctionHelp } from "../catalogue/define";
import type { ExplainedTable } from "../catalogue/explained";
import "./columns-help.css";
import { sentence } from "./sentence";
import { usePaneHost, useSurroundings } from "./surroundings";
import { WORDS } from "./words";

type Told = { readonly table: ExplainedTable | null } | { readonly failed: string };

export function ColumnsHelp({ def }: { readonly def: FunctionHelp }) {
  const { language, say } = useSurroundings();
  const { functions } = usePaneHost();
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    setTold(null);
    functions.explain(def.name, language).then((table) => ({ table }), (error: unknown) => ({ failed: sentence(error) })).then((found) => isCurrent && setTold(found));
    return () => {
      isCurrent = false;
    };
  }, [functions, def, language, isOpen]);
  // The cells of a column have one meaning, which the summary of the function tells.
  if (def.returns.shape !== "table" && def.returns.shape !== "row") return null;
  return (
    <details class="columns-help" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(def.returns.shape === "row" ? WORDS.cellsMean : WORDS.tableMeans)}</summary>
      {isOpen && !told && <p class="quiet">{say(WORDS.loading)}</p>}
      {told && "failed" in told && <p class="failure">{told.failed}</p>}
      {told && "table" in told && told.table && (
        <dl>
          {[...told.table.columns, ...told.table.rows].map(({ name, meaning, unit }) => (
            <div key={name}>
              <dt>{name}{unit !== null && <span class="optional"> · {unit}</span>}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
