/** The plan over google.script.run: what the sidebar keeps, and the use cases at the other end of the wire. Free of DOM. */
import type { DealData, SheetHost } from "../../pane/host";
import { BookFailure } from "../../plan/book";
import { keptOutbox, type Keeper } from "../../plan/kept-outbox";
import * as say from "../../plan/sentences";
import type { PlanStore } from "../../plan/store";
import { storeOver, type Runner } from "../../plan/store-over";
import { isClient } from "../../plan/vector";
import { asked, RequestFailure, sheetOver, type Surroundings } from "./client";
import type { PlanMethod, PlanRequests, Refused } from "./plan-rpc";

export type PlanSurroundings = Surroundings & {
  /** localStorage; null where the browser gives none. */
  readonly keeper: Keeper | null;
  /** Ten letters and digits of chance. */
  readonly random: () => string;
  /** UTC, ISO. */
  readonly now: () => string;
  /** Calls back when the user comes back to the sidebar; returns a function that stops it. */
  readonly onReturn: (listener: () => void) => () => void;
};

/** Reading a large plan and writing it takes longer than looking at a cell; Apps Script itself gives up after six minutes. */
const LIMIT_MS = 120_000;

type Given<M extends PlanMethod> = Exclude<PlanRequests[M]["gives"], Refused>;
async function request<M extends PlanMethod>(around: Surroundings, method: M, ...taken: PlanRequests[M]["takes"]): Promise<Given<M>> {
  const given: PlanRequests[M]["gives"] = await asked(around, LIMIT_MS, (run) => run.planRpc(method, JSON.stringify(taken)));
  if (typeof given !== "object" || given === null || !("refused" in given)) return given as Given<M>;
  const { kind, sheet, range, detail } = given.refused;
  throw new BookFailure(kind, sheet, range, detail);
}

/** Of this browser; made anew where it keeps nothing. */
function clientOf({ keeper, random }: PlanSurroundings): string {
  const KEY = "voronka-client";
  const known = keeper?.getItem(KEY) ?? "";
  if (isClient(known)) return known;
  const client = random();
  try {
    keeper?.setItem(KEY, client);
  } catch {
    // It is full: then this client lives as long as the page.
  }
  return client;
}

/** In these cases the action is kept and tried again later, so the pane need not stop. */
const saving = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof RequestFailure ? new BookFailure("other", null, null, error.message.replace(/\.$/, "")) : error;
  });

export function planRunner(around: PlanSurroundings, client: string): Runner {
  /** A failure of the workbook is a sentence for the user. */
  const readably = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw error instanceof BookFailure ? new RequestFailure(error.kind, say.refusal(error)[around.language]) : error;
    });
  const save: Runner["save"] = async (moment, actions, _, undoable, marks) => ({ ...(await request(around, "save", client, moment, actions, undoable, marks)), session: null });
  return {
    load: (moment, _, undoable) => readably(request(around, "load", client, moment, undoable).then((found) => found && { ...found, session: null })),
    save: (...taken) => saving(save(...taken)),
    answer: (moment, question, choice) => saving(request(around, "answer", client, moment, question, choice).then((found) => ({ ...found, session: null }))),
    compact: (moment, _, progress) => {
      progress(0, 1);
      return saving(request(around, "compact", client, moment));
    },
    place: (_, table, row, field) => readably(request(around, "place", client, table, row, field ?? null)),
    addReport: (page) => saving(request(around, "addReport", page)),
    removeReport: (page) => saving(request(around, "removeReport", page)),
    writeNotes: (_, notes) => saving(request(around, "writeNotes", client, notes)),
    start: (moment, language, actions, progress, cancel) => readably((async () => {
      const made: string[] = [];
      let of = 0;
      for (let left = -1; left !== 0; ) {
        if (cancel.cancelled) break;
        const chunk = await request(around, "prepare", client, language);
        made.push(...chunk.made);
        left = chunk.left;
        of = Math.max(of, made.length + left + 1);
        progress(of - left - 1, of);
      }
      if (cancel.cancelled) {
        await request(around, "takeBack", client, moment, actions, made);
        return null;
      }
      const saved = await saveTwice(() => save(moment, actions, null, [], false));
      progress(of, of);
      return saved;
    })()),
  };
}

/** The sheets are there by now: an answer that got lost is asked for again, and an action that was written is not written twice. */
async function saveTwice<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save();
  } catch (error) {
    if (error instanceof RequestFailure) return save();
    throw error;
  }
}

/** Nobody tells the sidebar what is typed in the sheets: when the user comes back to it, they are read again, but not at every click. */
const REST_MS = 20_000;

function onChange(around: PlanSurroundings): NonNullable<PlanStore["onChange"]> {
  return (listener) => {
    let resting = false;
    return around.onReturn(() => {
      if (resting) return;
      resting = true;
      around.after(REST_MS, () => {
        resting = false;
      });
      listener();
    });
  };
}

/** Tables are read by the other script of the sidebar's, which has what reads a table: it has longer for it than for a look at a cell. */
const dataOver = (around: Surroundings): DealData => ({
  tables: () => asked(around, LIMIT_MS, (run) => run.rpc("tables", "[]")),
  read: (table, choice, today) => asked(around, LIMIT_MS, (run) => run.rpc("data", JSON.stringify([table, choice, today]))),
});

export type PlanSidebar = { readonly host: SheetHost; readonly store: PlanStore; readonly data: DealData; /** The id of the spreadsheet, for what is kept of it in this browser. */ readonly workbook: string };

export async function planSidebar(around: PlanSurroundings): Promise<PlanSidebar> {
  const { language, notation, spreadsheet } = await request(around, "begin");
  const known: PlanSurroundings = { ...around, language };
  const client = clientOf(known);
  return {
    host: { language, notation, arrays: "sheets", planTables: "columns", view: "plan", ...sheetOver(known) },
    data: dataOver(known), workbook: spreadsheet,
    store: storeOver({
      client, runner: planRunner(known, client), outbox: keptOutbox(around.keeper, spreadsheet),
      now: around.now, random: around.random, onChange: onChange(known), hasNotes: true,
    }),
  };
}
