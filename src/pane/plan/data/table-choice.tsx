/** Which table of the workbook holds the deals: one of those with headers, or what is selected. */
import { useState } from "preact/hooks";
import type { FoundTable } from "../../host";
import { plainNumber } from "../../format";
import { selectedPlace } from "../../reference";
import { sentence } from "../../sentence";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import type { DataState } from "./use-data";
import { DATA_WORDS } from "./words";

export function TableChoice({ state }: { readonly state: DataState }) {
  const { say } = useSurroundings();
  const { tables, isBusy } = state;
  if (tables === null) return isBusy ? <p class="quiet" role="status">{say(DATA_WORDS.looking)}</p> : null;
  if (tables.length === 0) return <p role="status">{say(DATA_WORDS.noTables)}</p>;
  const [likely, others] = [tables.filter(({ kind }) => kind !== "other"), tables.filter(({ kind }) => kind === "other")];
  return (
    <>
      <p>{say(DATA_WORDS.where)}</p>
      <TableList tables={likely.length > 0 ? likely : others} state={state} />
      {likely.length > 0 && others.length > 0 && (
        <details class="options">
          <summary>{say(DATA_WORDS.otherTables, others.length)}</summary>
          <TableList tables={others} state={state} />
        </details>
      )}
      <TakeSelection state={state} />
    </>
  );
}

function TableList({ tables, state }: { readonly tables: readonly FoundTable[]; readonly state: DataState }) {
  const { say, language } = useSurroundings();
  return (
    <ul class="ways" aria-label={say(DATA_WORDS.tables)}>
      {tables.map((table) => (
        <li key={table.sheet}>
          <button type="button" class="way" data-table={table.sheet} disabled={state.isBusy} onClick={() => state.take(table, false)}>
            <strong><bdi>{visible(table.sheet)}</bdi></strong>
            <span>{say(DATA_WORDS.rowCount, plainNumber(table.rows - 1, language))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function TakeSelection({ state }: { readonly state: DataState }) {
  const { say, host } = useSurroundings();
  const [refusal, setRefusal] = useState("");
  const take = () => {
    setRefusal("");
    Promise.resolve(host).then((asked) => asked.selection()).then(({ qualified }) => {
      const selected = selectedPlace(qualified);
      const table = state.tables?.find(({ sheet }) => sheet === selected?.sheet);
      if (selected?.cells && selected.cells.rows > 1 && selected.cells.columns > 1) state.take({ sheet: selected.sheet, ...selected.cells }, true);
      else if (table) state.take(table, false);
      else setRefusal(say(DATA_WORDS.noHeaders, visible(selected?.sheet ?? qualified)));
    }, (error: unknown) => setRefusal(visible(sentence(error))));
  };
  return (
    <div class="field">
      <button type="button" disabled={state.isBusy} onClick={take}>{say(DATA_WORDS.takeSelection)}</button>
      <p class="hint" role="status">{refusal === "" ? say(DATA_WORDS.selectionHint) : <span class="problem">{refusal}</span>}</p>
    </div>
  );
}
