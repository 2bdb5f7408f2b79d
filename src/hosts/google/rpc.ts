/** What passes between the sidebar and the script: JSON only, because a Date in an argument or result kills the call without a word. */
import type { Language } from "../../catalogue/words";
import type { Inserted, PaneHost, Selection } from "../../pane/host";

export type Requests = {
  readonly start: { readonly takes: readonly []; readonly gives: { readonly language: Language; readonly notation: PaneHost["notation"] } };
  readonly selection: { readonly takes: readonly []; readonly gives: Selection };
  readonly names: { readonly takes: readonly []; readonly gives: readonly string[] };
  readonly read: { readonly takes: readonly [reference: string]; readonly gives: readonly (readonly unknown[])[] };
  readonly insert: { readonly takes: readonly [formula: string, overwrite: boolean, format: string | null]; readonly gives: Inserted };
};
export type Method = keyof Requests;

/** `code` is a failure of failures.ts, or "script" with a message of Apps Script itself. */
export type Reply<M extends Method> =
  | { readonly ok: true; readonly value: Requests[M]["gives"] }
  | { readonly ok: false; readonly code: string; readonly message: string };
