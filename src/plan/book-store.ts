/** The plan in a workbook whose calls are awaited. */
import type { Action } from "./actions";
import { BookFailure, runAsync, type AsyncBook, type Steps } from "./book";
import type { Operation } from "./operation";
import type { Outbox } from "./outbox";
import type { Plan } from "./plan";
import { changeAll } from "./change";
import * as say from "./sentences";
import type { Moment, Session, Writer } from "./session";
import { answerSteps, loadSteps, placeSteps, saveSteps, startSteps, type Result, type SaveResult } from "./steps";
import type { Loaded, PlanStore, Saved } from "./store";
import type { Written } from "./undo";

export type BookStoreOptions = Writer & {
  readonly book: AsyncBook;
  /** UTC, ISO. */
  readonly now: () => string;
  /** Ten or so letters and digits that nobody else has. */
  readonly random: () => string;
  readonly outbox: Outbox;
  /** Where the host can say that a sheet was changed. */
  readonly onChange?: PlanStore["onChange"];
};

/** So many actions can be taken back with the program's own undo and be understood. */
const MOST_UNDOABLE = 20;

export function bookStore(options: BookStoreOptions): PlanStore {
  const { book, outbox, now, random } = options;
  let session: Session | null = null;
  let seen = "";
  let shown: Plan | null = null;
  let undoable: readonly Written[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const moment = (): Moment => ({ now: now(), random: random() });
  const run = <T>(steps: Steps<T>): Promise<T> => runAsync(steps, book);
  /** One call after the other: two savings at once would number their records alike. */
  const inTurn = <T>(call: () => Promise<T>): Promise<T> => {
    const mine = turn.then(call, call);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const keep = ({ session: next, seen: vector, written }: Result<Loaded>): void => {
    session = next;
    seen = vector;
    if (written) undoable = [written, ...undoable].slice(0, MOST_UNDOABLE);
  };
  const kept = async (saved: SaveResult): Promise<Saved> => {
    keep(saved);
    shown = saved.answer.plan;
    for (const id of saved.done) await outbox.remove(id);
    return saved.answer;
  };
  const actionOf = (operations: readonly Operation[]): Action => ({ id: random(), operations, seen, at: now() });

  /** What the workbook refused to show at all is shown as it was, with the change. */
  const refused = (failure: BookFailure, operations: readonly Operation[]): Saved => {
    session = null;
    if (!shown) throw failure;
    shown = changeAll(shown, operations);
    return { plan: shown, readOnly: null, notices: [], questions: [], state: "outbox", reason: say.refusal(failure) };
  };
  const attempt = async (operations: readonly Operation[], steps: () => Promise<SaveResult>): Promise<Saved> => {
    try {
      return await kept(await steps());
    } catch (error) {
      if (error instanceof BookFailure) return refused(error, operations);
      session = null;
      throw error;
    }
  };

  const load = async (): Promise<Loaded | null> => {
    const waiting = await outbox.list();
    const found = await run(loadSteps(options, moment(), session, undoable));
    if (!found) return null;
    keep(found);
    shown = found.answer.plan;
    if (waiting.length === 0 || found.answer.readOnly) return found.answer;
    const { plan, readOnly, notices, questions } = await attempt([], () => run(saveSteps(options, moment(), waiting, session, undoable, null, true)));
    return { plan, readOnly, notices: [...found.answer.notices, ...notices], questions };
  };

  return {
    load: () => inTurn(load),
    save: (operations) => inTurn(async () => {
      const action = actionOf(operations);
      await outbox.put(action);
      const waiting = await outbox.list();
      return attempt(operations, () => run(saveSteps(options, moment(), waiting, session, undoable)));
    }),
    start: (language, operations, progress, cancel) => inTurn(async () => {
      const action = actionOf(operations);
      await outbox.put(action);
      const saved = await run(startSteps(options, moment(), language, [action], progress, cancel));
      if (saved) return kept(saved);
      session = null;
      await outbox.remove(action.id);
      return null;
    }),
    answer: (question, choice) => inTurn(() => attempt([], () => run(answerSteps(options, moment(), question, choice, session)))),
    newRow: () => `${options.client}-${random()}`,
    placeOf: (table, row, field) => inTurn(() => run(placeSteps(options, session, table, row, field))),
    ...(options.onChange && { onChange: options.onChange }),
  };
}
