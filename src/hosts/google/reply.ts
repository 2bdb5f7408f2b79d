/** How the script answers the sidebars. */
import { HostFailure } from "./failures";
import { messageOf } from "./messages";

export type Handlers = Readonly<Record<string, (taken: readonly unknown[]) => unknown>>;

/** `code` is a failure of failures.ts, or "script" with a message of Apps Script itself. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * @param json the arguments, a JSON array
 * @returns a `Reply` as JSON; never throws, because what google.script.run tells of an error is translated and cut
 */
export function answer(handlers: Handlers, method: unknown, json: unknown): string {
  return JSON.stringify(reply(handlers, method, json));
}

function reply(handlers: Handlers, method: unknown, json: unknown): Reply<unknown> {
  try {
    if (typeof method !== "string" || typeof json !== "string" || !Object.prototype.hasOwnProperty.call(handlers, method)) throw new HostFailure("badRequest");
    const taken: unknown = JSON.parse(json);
    if (!Array.isArray(taken)) throw new HostFailure("badRequest");
    return { ok: true, value: handlers[method]!(taken) };
  } catch (error) {
    return error instanceof HostFailure ? { ok: false, code: error.kind, message: "" } : { ok: false, code: "script", message: messageOf(error) };
  }
}
