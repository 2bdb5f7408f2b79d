/** Actions that are not in the workbook yet, in the browser: they outlive the page. */
import type { Action } from "./actions";
import type { Outbox } from "./outbox";

/** localStorage, as far as it is used. */
export type Keeper = {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

/**
 * Each action under a key of its own: two pages beside the same workbook do not write over each other. What the browser does not
 * keep, because it gives no storage or it is full, is kept as long as the page.
 */
export function keptOutbox(keeper: Keeper | null, workbook: string): Outbox {
  const prefix = `voronka-outbox ${workbook} `;
  const unkept = new Map<string, Action>();
  const kept = (): Action[] => {
    const keys = Array.from({ length: keeper?.length ?? 0 }, (_, i) => keeper!.key(i) ?? "").filter((key) => key.startsWith(prefix));
    return keys.flatMap((key) => readAction(keeper!.getItem(key)));
  };
  return {
    isFleeting: () => unkept.size > 0,
    list: () => Promise.resolve([...kept(), ...unkept.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))),
    put: (action) => {
      const copy = JSON.stringify(action);
      try {
        if (!keeper) throw new Error("no storage");
        keeper.setItem(prefix + action.id, copy);
      } catch {
        unkept.set(action.id, JSON.parse(copy) as Action);
      }
      return Promise.resolve();
    },
    remove: (id) => {
      unkept.delete(id);
      keeper?.removeItem(prefix + id);
      return Promise.resolve();
    },
  };
}

/** Written by this program; a text that somebody else has put there is nothing. */
function readAction(text: string | null): readonly Action[] {
  try {
    const action = JSON.parse(text ?? "") as Partial<Action> | null;
    return typeof action?.id === "string" && typeof action.at === "string" && Array.isArray(action.operations) ? [action as Action] : [];
  } catch {
    return [];
  }
}
