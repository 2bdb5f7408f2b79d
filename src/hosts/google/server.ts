/** The one function that the sidebar calls. */
import { catalogue } from "../../catalogue/index";
import { HostFailure } from "./failures";
import { notationOfLocale } from "./locale";
import { userLanguage } from "./menu";
import type { Method, Reply, Requests } from "./rpc";
import { insertFormula, locale, readCells, readNames, readSelection } from "./sheet";

const ours: ReadonlySet<string> = new Set(catalogue.map((def) => def.name));

type Handlers = { readonly [M in Method]: (taken: readonly unknown[]) => Requests[M]["gives"] };
const handlers: Handlers = {
  start: () => ({ language: userLanguage(), notation: notationOfLocale(locale()).argument === ";" ? "semicolon" : "comma" }),
  selection: () => readSelection(ours),
  read: (taken) => {
    const [reference] = taken;
    if (typeof reference !== "string") throw new HostFailure("badRequest");
    return readCells(reference);
  },
  names: () => readNames(),
  insert: ([formula, overwrite, format]) => {
    if (typeof formula !== "string" || typeof overwrite !== "boolean" || (typeof format !== "string" && format !== null)) throw new HostFailure("badRequest");
    return insertFormula(formula, overwrite, format, ours);
  },
};

/**
 * @param json the arguments, a JSON array
 * @returns a `Reply` as JSON; never throws, because what google.script.run tells of an error is translated and cut
 */
export function rpc(method: unknown, json: unknown): string {
  return JSON.stringify(reply(method, json));
}

function reply(method: unknown, json: unknown): Reply<Method> {
  try {
    if (typeof method !== "string" || typeof json !== "string" || !Object.prototype.hasOwnProperty.call(handlers, method)) throw new HostFailure("badRequest");
    const taken: unknown = JSON.parse(json);
    if (!Array.isArray(taken)) throw new HostFailure("badRequest");
    return { ok: true, value: handlers[method as Method](taken) };
  } catch (error) {
    if (error instanceof HostFailure) return { ok: false, code: error.kind, message: "" };
    // What a service throws need not be an Error of this realm.
    const { message } = (typeof error === "object" && error !== null ? error : {}) as { readonly message?: unknown };
    return { ok: false, code: "script", message: String(message ?? error) };
  }
}
