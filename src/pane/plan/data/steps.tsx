/** The way from a workbook to numbers: a table is chosen, its columns are confirmed, then what they come to is shown. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DataChoice } from "../../../catalogue/deal-data";
import type { FoundTable } from "../../host";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { Columns } from "./columns";
import { TableChoice } from "./table-choice";
import type { Chosen, DataState } from "./use-data";
import { DATA_WORDS } from "./words";

type Props = {
  readonly state: DataState;
  readonly today: number;
  /** As in Columns; left out where no history is asked for. */
  readonly histories?: readonly FoundTable[];
  readonly history?: string;
  readonly setHistory?: (sheet: string) => void;
  readonly counted?: (choice: DataChoice) => void;
  /** A section of the class `found`, whose heading gets the focus. */
  readonly children: (chosen: Chosen) => ComponentChildren;
};

export function Steps({ state, today, histories = [], history = "", setHistory = () => undefined, counted, children }: Props) {
  const { say } = useSurroundings();
  const [isCounted, setCounted] = useState(false);
  const { chosen, trouble } = state;
  const step = chosen === null ? "table" : isCounted ? "numbers" : "columns";
  const top = useRef<HTMLDivElement>(null);
  const focused = useRef<typeof step>(step);
  useLayoutEffect(() => {
    if (focused.current === step || (step === "numbers" && state.isBusy)) return;
    focused.current = step;
    top.current?.querySelector<HTMLElement>(step === "numbers" ? ".found h3" : step === "columns" ? "select" : "button")?.focus();
  }, [step, state.isBusy]);
  const count = (choice: DataChoice, isChanged: boolean) => {
    if (isChanged) state.change(choice);
    setCounted(true);
    counted?.(choice);
  };
  const back = () => {
    setCounted(false);
    if (step === "columns") state.leave();
  };
  return (
    <div ref={top}>
      {trouble && (
        <div role="alert">
          <p class="failure">{trouble.kind === "failed" ? say(DATA_WORDS.notRead, visible(trouble.reason)) : say(DATA_WORDS.noHeaders, visible(trouble.sheet))}</p>
          {state.tables === null && <button type="button" onClick={state.look}>{say(DATA_WORDS.tryAgain)}</button>}
        </div>
      )}
      {chosen && <p class="data-head"><strong><bdi>{visible(chosen.place.sheet)}</bdi></strong> <button type="button" class="link" onClick={back}>{say(step === "numbers" ? DATA_WORDS.columnsAgain : DATA_WORDS.otherTable)}</button></p>}
      {step === "table" && <TableChoice state={state} />}
      {step === "columns" && chosen && <Columns state={state} chosen={chosen} today={today} histories={histories} history={history} setHistory={setHistory} count={count} />}
      {step === "numbers" && chosen && (state.isBusy ? <p class="quiet" role="status">{say(DATA_WORDS.reading)}</p> : children(chosen))}
    </div>
  );
}
