/** The worked example over the sample workbook, which a click inserts; nothing where another workbook is open. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { FunctionHelp } from "../catalogue/define";
import { callOf, inNotation } from "../catalogue/notation";
import type { Language, Words } from "../catalogue/words";
import { argumentsIn } from "./draft";
import { numberFormats, resultUnit, singleFormat } from "./format";
import type { CellFormat, Functions, SheetHead } from "./host";
import type { Inserting } from "./insertion";
import { sampleCall } from "./sample";
import { calculate } from "./live";
import { usePaneHost, useSurroundings } from "./surroundings";

/** Here and not with the other words: Google Sheets has no sample workbook, and its page is full. */
const WORDS = {
  onSample: { en: "On the sample data", ru: "На данных образца" },
  insertSample: { en: "Insert the example on the sample data", ru: "Вставить пример на данных образца" },
  selectForSample: { en: "Select an empty cell with room to the right and below, then insert the example again.", ru: "Выделите пустую ячейку, справа и снизу от которой есть место, и вставьте пример ещё раз." },
} as const satisfies Record<string, Words>;

/** A result that only the sheet can calculate, because another function stands in it, is formatted where its size is known: one value. */
async function formatsOf(def: FunctionHelp, formula: string, names: ReadonlySet<string>, functions: Functions, language: Language): Promise<readonly CellFormat[]> {
  const args = argumentsIn(def, callOf(formula)?.args ?? [], names);
  const live = await calculate(def, args, "", { functions }, language);
  if (live.state === "value") return numberFormats(live.value, def.returns.shape === "table", resultUnit(def, args));
  return def.returns.shape === "scalar" ? singleFormat(def.returns.unit) : [];
}

export function SampleExample({ def, inserting }: { readonly def: FunctionHelp; readonly inserting: Inserting }) {
  const { host, language, names, notation, say, selection, refresh } = useSurroundings();
  const { functions } = usePaneHost();
  const [sheets, setSheets] = useState<readonly SheetHead[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  // With each selection again: another workbook may have been opened.
  useEffect(() => {
    let isCurrent = true;
    // Without the sheets there is no example; the rest of the form does not need them.
    host.sheets?.().then((found) => isCurrent && setSheets(found), () => undefined);
    return () => {
      isCurrent = false;
    };
  }, [host, selection]);
  const example = useMemo(() => sampleCall(def, sheets, language), [def, sheets, language]);
  if (!example) return null;

  const insert = async () => {
    const present = (await host.sheets?.()) ?? [];
    setSheets(present);
    const now = sampleCall(def, present, language);
    if (now) inserting.insert({ ...now, formats: await formatsOf(def, now.formula, names, functions, language), isOwn: () => false, select: say(WORDS.selectForSample), button, done: refresh });
  };
  return (
    <div class="sample">
      <p translate={false}><span class="caption">{say(WORDS.onSample)}</span> <code>{inNotation(example.formula, notation)}</code></p>
      <button type="button" class="link" ref={button} onClick={() => void insert()}>{say(WORDS.insertSample)}</button>
    </div>
  );
}
