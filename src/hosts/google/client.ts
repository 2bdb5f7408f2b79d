/** The port of the pane on google.script.run. Free of DOM, so that it is checked together with the script it talks to. */
import type { Language } from "../../catalogue/words";
import type { PaneHost, SheetHost, View } from "../../pane/host";
import { sentence } from "./failures";
import type { PlanMethod } from "./plan-rpc";
import type { Reply } from "./reply";
import type { Method, Requests } from "./rpc";

/** `google.script.run`, as far as it is used. */
export type ScriptRun = {
  withSuccessHandler(handler: (json: string) => void): ScriptRun;
  withFailureHandler(handler: (error: { readonly message?: string }) => void): ScriptRun;
  rpc(method: Method, json: string): void;
  planRpc(method: PlanMethod, json: string): void;
};

export type Surroundings = {
  /** A new runner for each request: handlers stick to it. */
  readonly run: ScriptRun;
  /** `setTimeout`, as a function that returns the way to stop it. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** Before the script has told the user's language. */
  readonly language: Language;
};

/** Where neither handler is called, for example when the connection drops, a request would stay open for ever. */
const LIMIT_MS = 30_000;

/** A failure whose message is for the user. */
export class RequestFailure extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
    this.name = "RequestFailure";
  }
}

/** @param call starts it on the runner that it is given */
export function asked<T>(around: Surroundings, limit: number, call: (run: ScriptRun) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (code: string, message: string): void => reject(new RequestFailure(code, sentence(code, message, around.language)));
    const stop = around.after(limit, () => fail("late", ""));
    call(around.run
      .withSuccessHandler((json) => {
        stop();
        const reply = JSON.parse(json) as Reply<T>;
        if (reply.ok) resolve(reply.value);
        else fail(reply.code, reply.message);
      })
      .withFailureHandler((error) => {
        stop();
        fail("script", error.message ?? "");
      }));
  });
}

export const request = <M extends Method>(around: Surroundings, method: M, ...taken: Requests[M]["takes"]): Promise<Requests[M]["gives"]> =>
  asked(around, LIMIT_MS, (run) => run.rpc(method, JSON.stringify(taken)));

/** What every sidebar can do. */
export const sheetOver = (around: Surroundings): Pick<SheetHost, "show" | "selection" | "insert" | "openPart"> => ({
  show: async (reference) => void (await request(around, "show", reference)),
  selection: () => request(around, "selection"),
  insert: (formula, overwrite, formats, at) => request(around, "insert", formula, overwrite, formats ?? [], at ?? null),
  openPart: async (view) => void (await request(around, "open", view)),
});

/**
 * The port, once the script has told language and notation.
 *
 * @param view the part to begin with
 */
export async function sheetsHost(around: Surroundings, view: View = "functions"): Promise<PaneHost> {
  const { language, notation, functions, checkWords } = await request(around, "start");
  const known: Surroundings = { ...around, language };
  return {
    language, notation, view,
    arrays: "sheets",
    ...sheetOver(known),
    functions: { list: functions, calculate: (name, args, shown) => request({ ...known, language: shown }, "calculate", name, args, shown), explain: (name, shown) => request({ ...known, language: shown }, "columns", name, shown) },
    checks: {
      words: checkWords,
      tables: () => request(known, "tables"),
      check: ({ sheet, row, column, rows, columns }, choice) => request(known, "check", { sheet, row, column, rows, columns }, choice),
    },
    names: () => request(known, "names"),
  };
}
