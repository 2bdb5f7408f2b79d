/**
 * What was written by whom, kept by the harness itself: the judge of a run. It knows nothing of records, lanes or folds; every value
 * written is unique, so a value found in a cell says which write it came from.
 */
import type { RowId, Value } from "../../../src/plan/plan";
import type { Seen } from "./model";
import { NUMBER_FIELD } from "./tasks-table";

export type Thing = {
  readonly number: number;
  readonly id: RowId;
  /** Made by the store out of what a person typed or copied. */
  readonly adopted: boolean;
  deletedByHand: boolean;
  /** How often a person copied its row or took its id away: so many rows with its values may become records of their own. */
  copies: number;
};

/** One field of one operation. */
export type Wrote = {
  readonly at: number;
  readonly action: Action;
  readonly thing: Thing;
  readonly field: string;
  readonly value: Value;
};

/** One operation of the pane, or one edit by hand. */
export type Action = {
  readonly kind: "create" | "update" | "hand";
  readonly client: number;
  /** How many actions of this client there were, this one included, and what it knew of the others. */
  readonly nth: number;
  readonly seen: Seen;
  readonly wrote: Wrote[];
  acknowledged: boolean;
};

const NUMBERS_FROM = 700000;

/** A journal may hold dates as ISO texts. */
const serialOf = (day: string): number => Date.UTC(Number(day.slice(0, -6)), Number(day.slice(-5, -3)) - 1, Number(day.slice(-2))) / 86400000 + 25569;

export class Story {
  readonly things: Thing[] = [];
  readonly actions: Action[] = [];
  private readonly wrote: Wrote[] = [];
  private readonly byId = new Map<RowId, Thing[]>();

  thing(id: RowId, adopted = false): Thing {
    const thing: Thing = { number: this.things.length, id, adopted, deletedByHand: false, copies: 0 };
    this.things.push(thing);
    this.byId.set(id, [...(this.byId.get(id) ?? []), thing]);
    return thing;
  }
  /** Several where a store gave one id twice. */
  withId(id: RowId): readonly Thing[] {
    return this.byId.get(id) ?? [];
  }

  /** @param seen of the client, which counts this action too */
  act(kind: Action["kind"], client: number, seen: Seen, thing: Thing, fields: readonly string[]): Action {
    seen[client]! += 1;
    const action: Action = { kind, client, nth: seen[client]!, seen: seen.slice(), wrote: [], acknowledged: kind === "hand" };
    for (const field of fields) {
      const at = this.wrote.length;
      const wrote: Wrote = { at, action, thing, field, value: field === NUMBER_FIELD ? NUMBERS_FROM + at : `w${at}` };
      this.wrote.push(wrote);
      action.wrote.push(wrote);
    }
    this.actions.push(action);
    return action;
  }

  /** The write that a value came from. */
  source(value: unknown): Wrote | undefined {
    if (typeof value === "number") return this.wrote[value - NUMBERS_FROM];
    return typeof value === "string" && value.charCodeAt(0) === 119 ? this.wrote[Number(value.slice(1))] : undefined;
  }
  /** All writes that are named somewhere in a text. */
  sourcesIn(text: string): Wrote[] {
    return [...text.matchAll(/\bw(\d+)\b|\b7(\d{5})\b|\b(\d{4,5}-\d\d-\d\d)\b/g)].flatMap(([, word, number, day]) => this.wrote[day === undefined ? Number(word ?? number) : serialOf(day) - NUMBERS_FROM] ?? []);
  }

  writesTo(thing: Thing, field: string): readonly Wrote[] {
    this.index ??= this.indexed();
    return this.index.get(`${thing.number} ${field}`) ?? [];
  }
  private index: Map<string, Wrote[]> | null = null;
  /** Made once, when the run is over. */
  private indexed(): Map<string, Wrote[]> {
    const index = new Map<string, Wrote[]>();
    for (const wrote of this.wrote) {
      const key = `${wrote.thing.number} ${wrote.field}`;
      const list = index.get(key);
      if (list) list.push(wrote);
      else index.set(key, [wrote]);
    }
    return index;
  }
}

export const fieldsOf = (action: Action): Readonly<Record<string, Value>> => Object.fromEntries(action.wrote.map(({ field, value }) => [field, value]));

/** Whether `later` was written by someone who knew of `earlier`. What was never acknowledged only its own client knew of for certain. */
export function follows(later: Action, earlier: Action): boolean {
  if (later === earlier) return false;
  if (later.client === earlier.client) return later.nth > earlier.nth;
  return earlier.acknowledged && later.seen[earlier.client]! >= earlier.nth;
}

