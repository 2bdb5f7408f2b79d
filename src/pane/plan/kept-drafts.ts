/** What was typed into forms and not saved, where the page goes before it is: in Google Sheets another sidebar takes its place. */
import type { Keeper } from "../../plan/kept-outbox";

/** By the name of the form, and the field. */
export type Drafts = {
  has(form: string): boolean;
  get(form: string): Map<string, string> | undefined;
  /** To be called after each change of a draft: only then is it kept. */
  set(form: string, draft: Map<string, string>): unknown;
  delete(form: string): unknown;
};

/** What the browser does not keep, because it gives no storage or it is full, lives as long as the page. */
export function keptDrafts(keeper: Keeper | null, workbook: string): Drafts {
  const here = new Map<string, Map<string, string>>();
  const key = (form: string): string => `voronka-draft ${workbook} ${form}`;
  const get: Drafts["get"] = (form) => {
    const known = here.get(form) ?? readDraft(keeper?.getItem(key(form)) ?? null);
    if (known) here.set(form, known);
    return known;
  };
  return {
    get, has: (form) => get(form) !== undefined,
    set: (form, draft) => {
      here.set(form, draft);
      try {
        keeper?.setItem(key(form), JSON.stringify([...draft]));
      } catch {
        // An older text would come back in the place of this one.
        keeper?.removeItem(key(form));
      }
    },
    delete: (form) => {
      here.delete(form);
      keeper?.removeItem(key(form));
    },
  };
}

/** Written by this program; a text that somebody else has put there is nothing. */
function readDraft(text: string | null): Map<string, string> | undefined {
  try {
    const entries = JSON.parse(text ?? "") as unknown;
    const isDraft = Array.isArray(entries) && entries.every((each) => Array.isArray(each) && each.length === 2 && each.every((part) => typeof part === "string"));
    return isDraft ? new Map(entries as [string, string][]) : undefined;
  } catch {
    return undefined;
  }
}
