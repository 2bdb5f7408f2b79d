/** Actions of the user that are not in the workbook yet, kept outside of it until they are. */
import type { Action } from "./actions";

export type Outbox = {
  /** In the order they were put. */
  readonly list: () => Promise<readonly Action[]>;
  readonly put: (action: Action) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Whether some of them last no longer than the page. */
  readonly isFleeting?: () => boolean;
};

export function memoryOutbox(): Outbox {
  const kept = new Map<string, Action>();
  return {
    // Copied as JSON, as every other outbox does.
    list: () => Promise.resolve(Array.from(kept.values(), (action) => JSON.parse(JSON.stringify(action)) as Action)),
    put: (action) => Promise.resolve(void kept.set(action.id, action)),
    remove: (id) => Promise.resolve(void kept.delete(id)),
  };
}
