/**
 * The listening field: while it listens, cells that are selected in the sheet are written into it. The focus stays where the user put it,
 * since a program beside a sheet cannot give it back.
 *
 * A field begins to listen when it gets the focus empty, or by the button beside it. Typing ends it, as does going on to something
 * else in the pane; going over to the sheet does not.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { isSingleCell } from "./reference";
import { useSurroundings } from "./surroundings";
import type { Selection } from "./host";

export type Listening = {
  /** The argument that listens. */
  readonly key: string | null;
  /** What it held before, and whether cells were taken since. */
  readonly before: string;
  readonly picked: boolean;
  /** @param picked whether the selection was taken already, by the button */
  readonly start: (key: string, before: string, picked: boolean) => void;
  readonly stop: () => void;
  /** Ends it and writes back what was there before. */
  readonly putBack: () => void;
};

type State = { readonly key: string; readonly before: string; readonly picked: boolean };

export function useListening(form: { readonly current: HTMLElement | null }, textOf: (key: string) => string, setText: (key: string, text: string) => void): Listening {
  const { host, selection, announce } = useSurroundings();
  const [state, setState] = useState<State | null>(null);
  const heard = useRef<Selection | null>(selection);
  /** Unless another field has begun to listen before this was noticed. */
  const become = (next: State | null) => setState((now) => (now === state ? next : now));

  useEffect(() => {
    if (selection === null || selection === heard.current) return;
    const isFirst = heard.current === null;
    const moved = heard.current?.qualified !== selection.qualified;
    heard.current = selection;
    if (!state || !moved || isFirst || selection.qualified === textOf(state.key)) return;
    // An empty cell after the arguments were picked is the place for the formula, not another argument.
    if (state.picked && selection.empty && isSingleCell(selection.address)) return become(null);
    setText(state.key, selection.qualified);
    become({ ...state, picked: true });
    announce(`${state.key}: ${selection.qualified}`);
  }, [selection, state]);

  useEffect(() => {
    const leave = (event: FocusEvent) => {
      const next = event.target instanceof Element ? event.target.closest("[data-field]") : null;
      if (state && next?.getAttribute("data-field") !== state.key) become(null);
    };
    // Only focus that comes to another part of the pane; leaving for the sheet is what listening is for.
    const pane = form.current?.closest(".voronka-pane");
    pane?.addEventListener("focusin", leave as EventListener);
    return () => pane?.removeEventListener("focusin", leave as EventListener);
  }, [form, state]);

  return {
    key: state?.key ?? null,
    before: state?.before ?? "",
    picked: state?.picked ?? false,
    start: (key, before, picked) => {
      if (host.onSelection) setState({ key, before, picked });
    },
    stop: () => setState(null),
    putBack: () => {
      if (state) setText(state.key, state.before);
      setState(null);
    },
  };
}
