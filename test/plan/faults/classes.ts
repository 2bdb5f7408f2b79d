/** The fault classes of the random run, with the probabilities of reliability.md 3.9. Each is of one step. */
export type FaultClass = {
  readonly name: string;
  /** A client takes over what the others did before it acts: always, or with this probability only. */
  readonly syncs: number;
  /** What a pane has written is sent before anybody else acts, with this probability; else it waits for that client's next turn. */
  readonly sends: number;
  /** One of the first three commands of the save fails. */
  readonly fails: number;
  /** Of those failures: the pane is lost with all that it had in memory. */
  readonly closes: number;
  readonly sorts: number;
  readonly edits: number;
  /** Of those edits: typed over a field that an action of this person changes which was not saved and waits in the outbox. */
  readonly overWaiting: number;
  readonly deletes: number;
  readonly copies: number;
  readonly clears: number;
  readonly twoAppend: number;
  /** A pane shortens the journal, after the step. */
  readonly compacts: number;
  /** When the pane hears of what people type: at once, as `onChanged` tells it; when it looks next; when it is opened next; or there is no pane at that computer. */
  readonly hears: "at once" | "later" | "closed" | "no pane";
};

const LATE = 0.35;
const quiet: Omit<FaultClass, "name"> = { syncs: 1, sends: 0, fails: 0, closes: 0, sorts: 0, edits: 0, overWaiting: 0.25, deletes: 0, copies: 0, clears: 0, twoAppend: 0, compacts: 0, hears: "at once" };

export const CLASSES: readonly FaultClass[] = [
  { ...quiet, name: "none" },
  { ...quiet, name: "late sync", syncs: LATE },
  { ...quiet, name: "partial batch", fails: 0.3 },
  { ...quiet, name: "closed in mid-write", fails: 0.3, closes: 0.5 },
  { ...quiet, name: "sort race", sorts: 0.25, syncs: LATE },
  { ...quiet, name: "edits by hand", edits: 0.25 },
  { ...quiet, name: "outbox waiting, edits by hand", fails: 0.3, closes: 0.5, edits: 0.25, overWaiting: 0.5 },
  { ...quiet, name: "row deleted by hand", deletes: 0.1 },
  { ...quiet, name: "row duplicated", copies: 0.1 },
  { ...quiet, name: "id cleared", clears: 0.1 },
  { ...quiet, name: "two append at once", twoAppend: 0.4 },
  { ...quiet, name: "journal shortened", syncs: 0.7, fails: 0.3, closes: 0.5, compacts: 0.5 },
  { ...quiet, name: "journal shortened, edits by hand", edits: 0.25, sorts: 0.1, copies: 0.1, deletes: 0.1, compacts: 0.5 },
  { name: "all together", syncs: LATE, sends: 0, fails: 0.3, closes: 0.5, sorts: 0.25, edits: 0.25, overWaiting: 0.25, deletes: 0.1, copies: 0.1, clears: 0.1, twoAppend: 0.4, compacts: 0.2, hears: "at once" },
];

/**
 * Beside the eleven: what becomes of edits by hand that are not heard of. Before anybody sees them a write by address may put them on
 * another row or go over them. With the pane closed they leave that computer with everything else it has written, as in the model of
 * reliability.md; where there is no pane they are sent at once, into the middle of what others have written and not sent yet.
 */
export const UNHEARD: readonly FaultClass[] = [
  { ...quiet, name: "edits by hand, heard later", edits: 0.25, hears: "later" },
  { ...quiet, name: "edits by hand, pane closed", edits: 0.25, hears: "closed" },
  { ...quiet, name: "edits by hand, no pane there, writings sent at once", edits: 0.25, hears: "no pane", sends: 1 },
  { ...quiet, name: "edits by hand, no pane there", edits: 0.25, hears: "no pane" },
];

export const CREATES = 0.35;
export const RECONCILES = 0.2;
export const CLIENTS = 3;
export const STEPS = 40;
export const SEEDS = 400;
