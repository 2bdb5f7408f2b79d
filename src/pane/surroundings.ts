/** What every part of the pane knows: the host, the language, the notation, and what is selected. */
import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import type { CheckWords } from "../catalogue/check-words";
import { ENGLISH, EXCEL_DECIMAL_COMMA, SHEETS_DECIMAL_COMMA, type Notation } from "../catalogue/notation";
import type { Language, Words } from "../catalogue/words";
import type { PaneHost, Selection, SheetHost } from "./host";
import { say } from "./words";

export type Surroundings = {
  readonly host: SheetHost;
  readonly language: Language;
  readonly notation: Notation;
  /** Names defined in the workbook, in small letters. */
  readonly names: ReadonlySet<string>;
  /** The latest selection that the host told; null until it did. */
  readonly selection: Selection | null;
  /** Asks the host again, for hosts that do not tell by themselves. */
  readonly refresh: () => void;
  /** Reads a sentence out to those who do not see the pane. */
  readonly announce: (sentence: string) => void;
  readonly say: (words: Words, ...values: readonly (string | number)[]) => string;
};

const Context = createContext<Surroundings | null>(null);
export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const found = useContext(Context);
  if (!found) throw new Error("this part of the pane stands outside of it");
  return found;
}

const HostContext = createContext<PaneHost | null>(null);
export const PaneHostProvider = HostContext.Provider;

/** For the parts over functions and data: the plan may be shown where there are none. */
export function usePaneHost(): PaneHost {
  const found = useContext(HostContext);
  if (!found) throw new Error("this part of the pane stands outside of it");
  return found;
}

/** The words of the data check, which come with the check itself. */
export const useCheckWords = (): CheckWords => usePaneHost().checks.words;

export const notationOf = ({ notation, arrays }: SheetHost): Notation =>
  notation === "comma" ? ENGLISH : arrays === "sheets" ? SHEETS_DECIMAL_COMMA : EXCEL_DECIMAL_COMMA;

export const sayIn = (language: Language): Surroundings["say"] => (words, ...values) => say(words, language, ...values);

/** Follows the selection: by what the host tells, and again whenever the pane gets the focus. */
export function useSelection(host: SheetHost): Pick<Surroundings, "selection" | "refresh"> {
  const [selection, setSelection] = useState<Selection | null>(null);
  const refresh = useCallback(() => {
    // Nothing may be selected at the moment; whoever needs a cell asks again and tells why it failed.
    Promise.resolve(host).then((asked) => asked.selection()).then(setSelection, () => undefined);
  }, [host]);
  useEffect(() => {
    refresh();
    addEventListener("focus", refresh);
    const stop = host.onSelection?.(setSelection);
    return () => {
      removeEventListener("focus", refresh);
      stop?.();
    };
  }, [host, refresh]);
  return { selection, refresh };
}

export function useNames(host: SheetHost): ReadonlySet<string> {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    // Without the names a word is a text, and `=Name` still is a reference.
    host.names?.().then((found) => setNames(new Set(found.map((name) => name.toLowerCase()))), () => undefined);
  }, [host]);
  return names;
}
