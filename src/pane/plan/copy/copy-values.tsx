/** Tables of the plan as values, for the clipboard: whoever gets them needs no add-in. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { TABLES } from "../../../plan/tables";
import { rowsToCopy, VALUE_TABLES, valuesOf, type ValuesOf } from "../../../plan/values";
import { copy } from "../../clipboard";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { Chips } from "../fields/chips";
import { cycleName } from "../in-cycle";
import { ScreenHead } from "../screen-head";
import { TEMPLATE_WORDS } from "../template/words";
import { pastedDay, pastedNumber, pastedOf } from "./pasted";
import { COPY_WORDS } from "./words";

export function CopyValues() {
  const { say, language, notation: { decimal } } = useSurroundings();
  const { plan, cycle, today } = usePlan();
  const [tables, setTables] = useState<readonly ValuesOf[]>(["goals"]);
  const [isWhole, setWhole] = useState(false);
  /** Rows that were copied, or the text that has to be copied by hand. */
  const [done, setDone] = useState<number | string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [done]);
  const of = isWhole ? null : cycle;
  const count = (table: ValuesOf): number => rowsToCopy(plan, table, of).length;
  const isNothing = tables.every((table) => count(table) === 0);
  const choose = (change: () => void) => {
    setDone(null);
    change();
  };
  const press = async () => {
    if (isNothing) return;
    const made = tables.map((table) => valuesOf(plan, table, of, today));
    const pasted = pastedOf(made, decimal);
    setDone((await copy(pasted)) ? made.reduce((sum, { rows }) => sum + rows.length, 0) : pasted.text);
  };
  return (
    <>
      <ScreenHead title={say(COPY_WORDS.title)} hasBack />
      <p class="quiet">{say(COPY_WORDS.about)}</p>
      <fieldset class="field">
        <legend class="label">{say(COPY_WORDS.tables)}</legend>
        {VALUE_TABLES.map((table) => (
          <label key={table} class="tick">
            <input type="checkbox" checked={tables.includes(table)} onChange={() => choose(() => setTables(VALUE_TABLES.filter((each) => tables.includes(each) !== (each === table))))} /> {TABLES[table].sheet[language]} <span class="count">{count(table)}</span>
          </label>
        ))}
      </fieldset>
      {cycle && (
        <Chips name="copyRows" label={say(COPY_WORDS.rows)} value={isWhole ? "plan" : "cycle"} choose={(value) => choose(() => setWhole(value === "plan"))}
          choices={[{ value: "cycle", text: say(COPY_WORDS.ofCycle, visible(cycleName(cycle))) }, { value: "plan", text: say(COPY_WORDS.ofPlan) }]} />
      )}
      <p class="buttons spaced"><button type="button" class="main" aria-disabled={isNothing} onClick={() => void press()}>{say(TEMPLATE_WORDS.copy)}</button></p>
      <p class={typeof done === "string" ? "warning" : "caption"} role="status">
        {isNothing ? say(COPY_WORDS.nothing) : typeof done === "number" ? say(COPY_WORDS.copied, done) : typeof done === "string" ? say(TEMPLATE_WORDS.notCopied) : say(COPY_WORDS.form, pastedNumber(1234.5, "0.0", decimal, false), pastedDay(today, decimal))}
      </p>
      {typeof done === "string" && <textarea class="template-text" readOnly rows={4} ref={area} aria-label={say(COPY_WORDS.title)} value={done} />}
    </>
  );
}
