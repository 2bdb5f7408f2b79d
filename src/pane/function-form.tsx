/** One function: its arguments, the live result, the formula, and inserting it. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { NOT_FOR } from "../catalogue/define";
import { exampleArguments, exampleFormula } from "../catalogue/example";
import { inNotation } from "../catalogue/notation";
import { formulaOf, typedArgument, type Argument } from "./argument";
import { ArgumentField } from "./argument-field";
import type { TableState } from "./checking";
import { argumentsOf, typingOf, type Draft } from "./draft";
import { exampleResult } from "./example";
import { argumentsFound } from "./from-check";
import { numberFormats, resultUnit } from "./format";
import { ColumnsHelp } from "./columns-help";
import { BackIcon } from "./icons";
import { InsertBar } from "./insert-bar";
import { useInserting, type Insertion } from "./insertion";
import { useListening } from "./listening";
import { calculate, isComplete, type Live } from "./live";
import { OptionsForm } from "./options-form";
import { ResultView } from "./result-view";
import { SampleExample } from "./sample-example";
import { visible } from "./spoofing";
import { usePaneHost, useSurroundings } from "./surroundings";
import { WORDS } from "./words";

type Props = { readonly draft: Draft; readonly change: (part: Partial<Pick<Draft, "texts" | "edits">>) => void; readonly back: () => void; readonly checked: { readonly tables: readonly TableState[] } };

export function FunctionForm({ draft, change, back, checked }: Props) {
  const { def, texts } = draft;
  const { language, notation, names, say, refresh } = useSurroundings();
  const [tried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);

  // What was typed last, also for a selection that comes between two drawings.
  const latest = useRef(texts);
  latest.current = texts;
  const setText = (key: string, text: string) => {
    latest.current = new Map(latest.current).set(key, text);
    change({ texts: latest.current });
  };
  const listening = useListening(form, (key) => latest.current.get(key) ?? "", setText);

  useLayoutEffect(() => heading.current?.focus(), []);

  const args = useMemo(() => argumentsOf(draft, notation, names), [def, texts, notation, names]);
  const formula = formulaOf(def.name, args);
  const live = useLive(draft, args, formula);
  const isEmpty = [...texts.values()].every((text) => text.trim() === "");
  const [example] = def.examples;

  /** Whether the formula can be inserted; where not, the focus goes to what is missing. */
  const ready = (): boolean => {
    listening.stop();
    setTried(true);
    if (isComplete(def, args)) return true;
    const first = def.args.findIndex((arg, i) => args[i]?.kind === "problem" || (!arg.optional && args[i]?.kind === "blank"));
    form.current?.querySelector<HTMLElement>(`[data-argument="${CSS.escape(def.args[first]?.key ?? "")}"]`)?.focus();
    return false;
  };
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    back();
  };
  const inserting = useInserting(formula);
  const button = useRef<HTMLButtonElement>(null);
  const fill = () => change({ texts: new Map(exampleArguments(def, example, notation).map((text, i) => [def.args[i]?.key ?? "", text])) });
  const found = isEmpty ? argumentsFound(def, checked.tables) : null;
  const fillFound = () => found && change({ texts: new Map(def.args.map((arg) => [arg.key, typedArgument(found.args.get(arg.key) ?? "", typingOf(arg, notation, names))])) });
  const inserted = () => {
    if (draft.edits) change({ edits: { ...draft.edits, formula } });
    refresh();
  };

  const what: Insertion = {
    formula,
    cells: args.flatMap((each) => (each.kind === "cells" ? [each.formula] : [])),
    formats: live.state === "value" ? numberFormats(live.value, def.returns.shape === "table", resultUnit(def, args)) : [],
    isOwn: (selected) => selected.qualified === draft.edits?.cell && selected.formula === draft.edits.formula,
    select: say(WORDS.selectTarget),
    button,
    done: inserted,
  };

  return (
    <div class="function" onKeyDown={leaveByEscape}>
      <div class="function-top">
        <button type="button" class="back" aria-label={say(WORDS.back)} title={say(WORDS.back)} onClick={back}><BackIcon /></button>
        <div>
          <h2 tabIndex={-1} ref={heading}>{def.title[language]}</h2>
          <p class="function-name" translate={false}>{def.name}</p>
        </div>
      </div>
      <p class="summary">{def.summary[language]}</p>
      <p class="avoid"><span class="caption">{NOT_FOR[language]}:</span> {def.avoid[language]}</p>
      {draft.edits && <p class="editing">{say(WORDS.editing, visible(draft.edits.cell))}</p>}
      <div class="example">
        <p translate={false}>
          <span class="caption">{say(WORDS.example)}</span> <code>{exampleFormula(def, example, notation)}</code> <span class="card-result">→ {exampleResult(def, example, language)}</span>
        </p>
        {isEmpty && <button type="button" class="link" onClick={fill}>{say(WORDS.tryExample)}</button>}
        {!draft.edits && <SampleExample def={def} inserting={inserting} />}
      </div>
      {found && <button type="button" class="found" onClick={fillFound}>{say(WORDS.fillFound, visible(found.sheet))}</button>}
      <form ref={form} onSubmit={(event) => event.preventDefault()}>
        <div role="group" aria-label={say(WORDS.arguments)}>
          {def.args.map((arg, i) => {
            const field = { arg, text: texts.get(arg.key) ?? "", argument: args[i] ?? BLANK, setText: (text: string) => setText(arg.key, text), tried, listening };
            return arg.options ? <OptionsForm key={arg.key} specs={arg.options} field={field} /> : <ArgumentField key={arg.key} field={field} />;
          })}
        </div>
        <ResultView def={def} args={args} live={live} />
        <ColumnsHelp def={def} />
        <div class="formula">
          <span class="caption" id="voronka-formula">{say(WORDS.formula)}</span>
          <code aria-labelledby="voronka-formula" role="group" translate={false}>{visible(inNotation(formula, notation))}</code>
        </div>
        <InsertBar inserting={inserting} what={what} ready={ready} isListening={listening.key !== null} />
      </form>
    </div>
  );
}

const BLANK: Argument = { kind: "blank" };

const PAUSE_MS = 300;

/** The result of what is typed, a moment after the last key; an answer that comes too late is dropped. */
function useLive({ def, sheet }: Draft, args: readonly Argument[], formula: string): Live {
  const { language, selection } = useSurroundings();
  const host = usePaneHost();
  const [live, setLive] = useState<Live>({ state: "waiting" });
  const shown = useRef("");
  const complete = isComplete(def, args);
  /** Cells may have changed while the user was in the sheet: when he selects others, what was read is read again. */
  const place = args.some(({ kind }) => kind === "cells") ? selection?.qualified : undefined;
  useEffect(() => {
    let isCurrent = true;
    if (!complete) return setLive({ state: "incomplete" });
    // A result that may be old is taken off the page; one that is only read again stays until the new one is there.
    const question = `${language} ${formula}`;
    if (shown.current !== question) setLive({ state: "waiting" });
    shown.current = question;
    const timer = setTimeout(() => {
      void calculate(def, args, sheet, host, language).then((found) => isCurrent && setLive(found));
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // `formula` says all about the arguments that can be calculated.
  }, [def, formula, complete, sheet, host, language, place]);
  return live;
}
