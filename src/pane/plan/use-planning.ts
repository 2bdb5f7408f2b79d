/** The plan as the pane holds it: what the store has, with what is on its way to it. Saving never makes the user wait. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { BookFailure } from "../../plan/book";
import { startOver, startTaken } from "../../plan/beginning";
import { changeAll } from "../../plan/change";
import { inverse } from "../../plan/inverse";
import { tooLong } from "../../plan/lengths";
import type { Operation } from "../../plan/operation";
import type { Plan, RowId } from "../../plan/plan";
import { refusal, refusedLength } from "../../plan/sentences";
import type { Cancel, Loaded, PlanStore, Saved } from "../../plan/store";
import type { TableKey } from "../../plan/tables";
import type { Language, Words } from "../../plan/words";
import { sentence } from "../sentence";
import { changedSince, MOST_DONE, type Done } from "./undo";
import { useWork, type Waiting as LongWork } from "./use-work";

export type Planning = {
  /** undefined until the store has told; null: the workbook has no plan. */
  readonly plan: Plan | null | undefined;
  readonly readOnly: Loaded["readOnly"];
  readonly notices: Loaded["notices"];
  readonly questions: Loaded["questions"];
  /** Of the last save; null before the first. `saving`: something is on its way. */
  readonly state: Saved["state"] | "saving" | null;
  readonly reason: Saved["reason"];
  readonly busy: boolean;
  /** Why the plan could not be read or written; what was to be written is kept. */
  readonly error: { readonly during: "load" | "save"; readonly reason: Words } | null;
  /** Why the last action was not taken at all: it stays where it was typed. */
  readonly refused: Words | null;
  /** What can be undone, the newest first. */
  readonly done: readonly Done[];
  /** Of the sheets being made. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** What is being waited for, once that takes long. */
  readonly working: LongWork | null;
  /** Old records of the journal are being put aside; nobody need wait for it. */
  readonly shortening: { readonly done: number; readonly of: number } | null;
  /** One action of the user, told by its title in the list of actions. Nothing happens in a plan that is read only. */
  readonly save: (title: string, operations: readonly Operation[]) => boolean;
  /** Undoes the last `count` actions, one after the other; null, or the row that stands in the way. */
  readonly undo: (count: number) => { readonly table: TableKey; readonly row: RowId } | null;
  readonly retry: () => void;
  /** Reads the sheets again, after what is on its way. */
  readonly reload: () => void;
  readonly answer: (question: string, choice: string) => void;
  readonly start: (title: string, language: Language, operations: readonly Operation[]) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly newRow: () => RowId;
};

const reasonOf = (failure: unknown): Words => {
  const said = sentence(failure);
  return failure instanceof BookFailure ? refusal(failure) : { en: said, ru: said };
};

const holds = (plan: Plan, operations: readonly Operation[]): boolean =>
  operations.some((operation) => operation.kind === "create" && plan.rows[operation.table].some(({ row }) => row === operation.row));

type Held = Loaded | null | undefined;
type Waiting = { readonly operations: readonly Operation[]; readonly kept: string | undefined };

export function usePlanning(store: PlanStore, isShown: boolean): Planning {
  const [held, setHeld] = useState<Held>(undefined);
  const [state, setState] = useState<{ readonly state: Saved["state"]; readonly reason: Saved["reason"] } | null>(null);
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [error, setError] = useState<Planning["error"]>(null);
  const [refused, setRefused] = useState<Words | null>(null);
  const [progress, setProgress] = useState<Planning["progress"]>(null);
  const [shortening, setShortening] = useState<Planning["shortening"]>(null);
  const [isDismissed, setDismissed] = useState(false);
  /** The state of the very moment: several actions may come before the pane is drawn again. */
  const now = useRef<{ held: Held; waiting: readonly Waiting[]; running: boolean; again: boolean }>({ held: undefined, waiting: [], running: false, again: false }).current;
  const cancelling = useRef<{ cancelled: boolean }>({ cancelled: false });

  const isFirst = useCallback(() => now.held === undefined, [now]);
  const [working, begin] = useWork(store, isFirst);
  const take = useCallback((loaded: Held) => {
    now.held = loaded;
    setHeld(loaded);
    setDismissed(false);
  }, [now]);
  const wait = useCallback((next: readonly Waiting[]) => {
    now.waiting = next;
    setWaiting(next);
  }, [now]);
  /** Everything that asks the store, one after the other; a failure leaves what waits where it is. */
  const run = useCallback(async (during: "load" | "save", first: (() => Promise<void>) | null) => {
    if (now.running) return;
    now.running = true;
    const end = begin(during);
    setError(null);
    let at = during;
    try {
      await first?.();
      at = "save";
      for (let next = now.waiting[0]; next; next = now.waiting[0]) {
        const saved = await store.save(next.operations, next.kept);
        // A row that was taken out here can be shown again at once; the store's answer does not have it.
        const deleted = now.held && changeAll(now.held.plan, next.operations).deleted;
        wait(now.waiting.slice(1));
        setState(saved);
        take(deleted ? { ...saved, plan: { ...saved.plan, deleted } } : saved);
      }
    } catch (failure) {
      setError({ during: at, reason: reasonOf(failure) });
    } finally {
      now.running = false;
      end();
    }
  }, [store, now, take, wait, begin]);
  const load = useCallback(async () => {
    // Whoever changed the sheets while something was on its way is heard afterwards.
    now.again = true;
    while (now.again && !now.running) {
      now.again = false;
      await run("load", async () => take(await store.load()));
    }
  }, [run, store, take, now]);

  const wasShown = useRef(false);
  useEffect(() => {
    if (!isShown || wasShown.current) return;
    wasShown.current = true;
    // Whatever stops the shortening, nothing is lost by it, and the next opening tries again.
    void load().then(() => store.compact((ready, of) => setShortening({ done: ready, of }))).catch(() => undefined).finally(() => setShortening(null));
  }, [isShown, load, store]);
  useEffect(() => store.onChange?.(() => {
    if (wasShown.current) void load();
  }), [store, load, now]);

  const shown = (): Plan | null => (now.held ? changeAll(now.held.plan, now.waiting.flatMap(({ operations }) => operations)) : null);
  /** Then what was asked for meanwhile. */
  const work = (first: (() => Promise<void>) | null) => void run("save", first).then(() => (now.again && !now.running ? load() : undefined));
  const push = (operations: readonly Operation[]) => {
    // Whoever closes the pane before its turn has come finds it saved at the next opening.
    wait([...now.waiting, { operations, kept: store.keep?.(operations) }]);
    work(null);
  };
  const save: Planning["save"] = (title, operations) => {
    const before = shown();
    if (before === null || now.held?.readOnly || operations.length === 0) return false;
    const found = tooLong(operations);
    setRefused(found && refusedLength(found));
    if (found) return false;
    setDone((all) => [{ title, operations, inverse: inverse(before, operations) }, ...all].slice(0, MOST_DONE));
    push(operations);
    return true;
  };
  const undo: Planning["undo"] = (count) => {
    let rest = done;
    for (let i = 0; i < count; i += 1) {
      const [last] = rest;
      const plan = shown();
      if (!last || plan === null) break;
      const inTheWay = changedSince(plan, last.operations);
      if (inTheWay) {
        setDone(rest);
        return inTheWay;
      }
      push(last.inverse);
      rest = rest.slice(1);
    }
    setDone(rest);
    return null;
  };
  const start: Planning["start"] = (title, language, given) => {
    const operations = startOver(shown(), given);
    cancelling.current = { cancelled: false };
    setProgress({ done: 0, of: 0 });
    const cancel: Cancel = cancelling.current;
    work(async () => {
      try {
        const saved = await store.start(language, operations, (ready, of) => setProgress({ done: ready, of }), cancel);
        if (saved === null) return;
        take(saved);
        setState(saved);
        if (operations.length > 0) setDone([{ title, operations, inverse: startTaken(saved.plan, operations) }]);
      } catch (failure) {
        // Perhaps only the answer was lost: whoever began again would have everything twice.
        const found = await store.load().catch(() => null);
        if (!found || !holds(found.plan, operations)) throw failure;
        take(found);
      } finally {
        setProgress(null);
      }
    });
  };
  const plan = useMemo(() => (held ? changeAll(held.plan, waiting.flatMap(({ operations }) => operations)) : held), [held, waiting]);
  return {
    plan, error, refused, done, progress, working, shortening, save, undo, start,
    readOnly: held?.readOnly ?? null,
    notices: isDismissed ? [] : (held?.notices ?? []),
    questions: held?.questions ?? [],
    state: waiting.length === 0 ? (state?.state ?? null) : error === null ? "saving" : "outbox",
    reason: waiting.length === 0 ? (state?.reason ?? null) : null,
    busy: progress !== null || (waiting.length > 0 && error === null),
    retry: () => void (held === undefined || waiting.length === 0 ? load() : work(null)),
    reload: () => void load(),
    answer: (question, choice) => work(async () => {
      const saved = await store.answer(question, choice);
      take(saved);
      setState(saved);
    }),
    cancel: () => {
      cancelling.current.cancelled = true;
    },
    dismiss: () => setDismissed(true),
    newRow: () => store.newRow(),
  };
}
