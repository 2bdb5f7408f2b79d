/** The port of the pane on google.script.run. Free of DOM, so that it is checked together with the script it talks to. */
import type { Language } from "../../catalogue/words";
import type { PaneHost } from "../../pane/host";
import { sentence } from "./failures";
import type { Method, Reply, Requests } from "./rpc";

/** `google.script.run`, as far as it is used. */
export type ScriptRun = {
  withSuccessHandler(handler: (json: string) => void): ScriptRun;
  withFailureHandler(handler: (error: { readonly message?: string }) => void): ScriptRun;
  rpc(method: Method, json: string): void;
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

export function request<M extends Method>(around: Surroundings, method: M, ...taken: Requests[M]["takes"]): Promise<Requests[M]["gives"]> {
  return new Promise((resolve, reject) => {
    const fail = (code: string, message: string): void => reject(new RequestFailure(code, sentence(code, message, around.language)));
    const stop = around.after(LIMIT_MS, () => fail("late", ""));
    around.run
      .withSuccessHandler((json) => {
        stop();
        const reply = JSON.parse(json) as Reply<M>;
        if (reply.ok) resolve(reply.value);
        else fail(reply.code, reply.message);
      })
      .withFailureHandler((error) => {
        stop();
        fail("script", error.message ?? "");
      })
      .rpc(method, JSON.stringify(taken));
  });
}

/** The port, once the script has told language and notation. */
export async function sheetsHost(around: Surroundings): Promise<PaneHost> {
  const { language, notation, functions, checkWords } = await request(around, "start");
  const known: Surroundings = { ...around, language };
  return {
    language,
    notation,
    arrays: "sheets",
    functions: { list: functions, calculate: (name, args, shown) => request({ ...known, language: shown }, "calculate", name, args, shown) },
    checks: {
      words: checkWords,
      tables: () => request(known, "tables"),
      check: ({ sheet, row, column, rows, columns }, choice) => request(known, "check", { sheet, row, column, rows, columns }, choice),
    },
    show: async (reference) => void (await request(known, "show", reference)),
    selection: () => request(known, "selection"),
    names: () => request(known, "names"),
    insert: (formula, overwrite, format) => request(known, "insert", formula, overwrite, format ?? null),
  };
}
