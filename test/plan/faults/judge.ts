/** Counts what a run has lost, exactly as the words of reliability.md 3.9 say. */
import type { Value } from "../../../src/plan/plan";
import type { Record1 } from "./protocol";
import { follows, type Action, type Story, type Thing, type Wrote } from "./story";
import { FIELDS } from "./tasks-table";

export type Verdict = {
  /** Operations that the pane was asked for. */
  operations: number;
  acknowledged: number;
  /** Acknowledged operations with a value that is neither in the final state nor in the journal, and was not replaced later. */
  lost: number;
  /** Operations of which a value is shown on another record. */
  wrong: number;
  /** Ids at the end that another row has too. */
  duplicates: number;
  handEdits: number;
  handLost: number;
  /** Questions whether a row was removed, though nobody had removed one. */
  askedInVain: number;
  /** What must hold besides; a sentence for each breach. */
  readonly problems: string[];
};

export const nothing = (): Verdict => ({ operations: 0, acknowledged: 0, lost: 0, wrong: 0, duplicates: 0, handEdits: 0, handLost: 0, askedInVain: 0, problems: [] });

export type Ending = {
  /** What is shown at the end. */
  readonly records: readonly Record1[];
  /** Ids as they stand in the sheet at the server. */
  readonly idsInSheet: readonly string[];
  /** All that stands in sheets which are not the table. */
  readonly journal: string;
  /** Whether the protocol promises more than to lose nothing. */
  readonly strict: boolean;
};

/** Told of a value that a person typed into the sheet. */
export const BY_HAND = ", by hand)";
const show = (wrote: Wrote): string => `${String(wrote.value)} (${wrote.field} of ${wrote.thing.id}, client ${wrote.action.client}${wrote.action.kind === "hand" ? BY_HAND : ")"}`;

export function judge(story: Story, ending: Ending): Verdict {
  const verdict = nothing();
  const byId = new Map<string, Record1[]>();
  for (const record of ending.records) byId.set(record.id, [...(byId.get(record.id) ?? []), record]);
  const kept = new Set(story.sourcesIn(ending.journal));
  const shown = (wrote: Wrote): boolean => (byId.get(wrote.thing.id) ?? []).some(({ fields }) => fields[wrote.field] === wrote.value);
  // What waited in an outbox was not acknowledged when it was asked for, and is written nevertheless; where it is there, it replaced what its author knew.
  const arrived = (other: Wrote, wrote: Wrote): boolean => ending.strict && follows(other.action, wrote.action) && (shown(other) || kept.has(other));
  const replaced = (wrote: Wrote): boolean => story.writesTo(wrote.thing, wrote.field).some((other) => other.at > wrote.at && (other.action.acknowledged || arrived(other, wrote)));
  const gone = (wrote: Wrote): boolean => !wrote.thing.deletedByHand && !shown(wrote) && !kept.has(wrote) && !replaced(wrote);

  for (const action of story.actions) {
    const hand = action.kind === "hand";
    if (hand) verdict.handEdits += 1;
    else verdict.operations += 1;
    if (!action.acknowledged) continue;
    if (!hand) verdict.acknowledged += 1;
    const lost = action.wrote.find(gone);
    if (!lost) continue;
    verdict[hand ? "handLost" : "lost"] += 1;
    if (ending.strict && !hand) verdict.problems.push(`lost: ${show(lost)}`);
  }
  const wrong = new Set<Action>();
  for (const record of ending.records) {
    for (const wrote of strangers(story, record)) {
      if (!wrong.has(wrote.action) && ending.strict) verdict.problems.push(`wrong: ${show(wrote)} is shown on ${record.id}`);
      wrong.add(wrote.action);
    }
  }
  verdict.wrong = wrong.size;
  verdict.duplicates = repeated(ending.records.map(({ id }) => id)) + (ending.strict ? repeated(ending.idsInSheet) : 0);
  if (ending.strict) verdict.problems.push(...promises(story, ending, byId, shown));
  return verdict;
}

const repeated = (ids: readonly string[]): number => ids.length - new Set(ids).size;

/** Values on a record that were written for another one, unless a person copied that row or took its id away. */
function strangers(story: Story, { id, fields }: Record1): Wrote[] {
  const own = story.withId(id);
  const foreign = FIELDS.map((field) => story.source(fields[field])).filter((wrote): wrote is Wrote => wrote !== undefined && !own.includes(wrote.thing));
  const madeByStore = own.every(({ adopted }) => adopted);
  const from = new Set(foreign.map(({ thing }) => thing));
  return madeByStore && from.size <= 1 && [...from].every(({ copies }) => copies > 0) ? [] : foreign;
}

function promises(story: Story, ending: Ending, byId: ReadonlyMap<string, readonly Record1[]>, shown: (wrote: Wrote) => boolean): string[] {
  const problems: string[] = [];
  for (const thing of story.things) {
    const made = thing.adopted || story.actions.some(({ kind, acknowledged, wrote }) => kind === "create" && acknowledged && wrote[0]!.thing === thing);
    if (made && !thing.deletedByHand && !thing.adopted && !byId.has(thing.id)) problems.push(`gone: ${thing.id} was saved, nobody deleted it, and it is not shown`);
    for (const field of FIELDS) problems.push(...stale(story, thing, field, byId.get(thing.id)?.[0]?.fields[field]));
  }
  for (const action of story.actions) if (!action.acknowledged && isTorn(story, action, shown)) problems.push(`torn: an operation that was not saved is there in part: ${action.wrote.map(show).join(", ")}`);
  const copies = new Map<Thing, number>();
  for (const { id, fields } of ending.records) {
    if (!story.withId(id).every(({ adopted }) => adopted)) continue;
    for (const thing of new Set(FIELDS.flatMap((field) => story.source(fields[field])?.thing ?? []))) copies.set(thing, (copies.get(thing) ?? 0) + 1);
  }
  for (const [thing, count] of copies) if (!thing.adopted && count > thing.copies) problems.push(`adopted twice: ${count} new records have values of ${thing.id}, which was copied or lost its id ${thing.copies} times`);
  return problems;
}

/** What is shown must not have been replaced by somebody who had seen it. */
function stale(story: Story, thing: Thing, field: string, value: Value | undefined): string[] {
  const wrote = value === undefined || value === null ? undefined : story.source(value);
  if (wrote === undefined || wrote.thing !== thing) return [];
  const later = story.writesTo(thing, field).find((other) => other.action.acknowledged && follows(other.action, wrote.action));
  return later ? [`stale: ${show(wrote)} is shown, though ${show(later)} was written in knowledge of it`] : [];
}

/** Some of its values are shown, others are not though nobody else wrote there. */
function isTorn(story: Story, action: Action, shown: (wrote: Wrote) => boolean): boolean {
  const there = action.wrote.filter(shown);
  if (there.length === 0 || there.length === action.wrote.length) return false;
  return action.wrote.some((wrote) => !shown(wrote) && story.writesTo(wrote.thing, wrote.field).every((other) => other === wrote || follows(action, other.action)));
}
