/** Texts of fields that belong to no row; like those of a form they are kept while the user is elsewhere. */
import { useState } from "preact/hooks";
import { usePlan } from "../context";

export type Texts<F extends string> = { readonly text: (field: F) => string; readonly set: (field: F, text: string) => void; readonly reset: () => void };

export function useTexts<F extends string>(name: string, initial: Readonly<Record<F, string>>): Texts<F> {
  const { drafts } = usePlan();
  const [, redraw] = useState(0);
  return {
    text: (field) => drafts.get(name)?.get(field) ?? initial[field],
    set: (field, text) => {
      drafts.set(name, new Map(drafts.get(name)).set(field, text));
      redraw((count) => count + 1);
    },
    reset: () => {
      drafts.delete(name);
      redraw((count) => count + 1);
    },
  };
}
