/** The functions where they can run beside the pane: cells are read from the host, the result is calculated here. */
import { call } from "../catalogue/call";
import { explained } from "../catalogue/explained";
import type { CellReader } from "../catalogue/grid";
import { catalogue, findFunction } from "../catalogue/index";
import { withCell } from "./failed-cell";
import type { Asked, Functions } from "./host";
import { sentence } from "./sentence";

export type CellSource = {
  /** How `read` delivers cells that are not plain values. */
  readonly cells: CellReader;
  /** The cells of a reference such as `Deals!B:B`: rows of values, no more than the used part. */
  read(reference: string): Promise<readonly (readonly unknown[])[]>;
};

class Unread extends Error {
  constructor(readonly reference: string, readonly reason: string) {
    super(reason);
  }
}

export const localFunctions = (source: CellSource): Functions => ({
  list: catalogue,
  async explain(name, language) {
    const def = findFunction(name);
    return def ? explained(def, language) : null;
  },
  async calculate(name, args, language) {
    const def = findFunction(name);
    if (!def) throw new Error(`there is no function ${name}`);
    const asked = new Map<string, Promise<unknown>>(); // the same cells are asked for once
    const valueOf = (argument: Asked): unknown => {
      if (argument === null || "value" in argument) return argument && argument.value;
      const { reference } = argument;
      const reading = asked.get(reference) ?? source.read(reference).catch((error: unknown) => Promise.reject(new Unread(reference, sentence(error))));
      asked.set(reference, reading);
      return reading;
    };
    try {
      const result = call(def, await Promise.all(args.map(valueOf)), { language, cells: source.cells });
      if (!("failure" in result)) return result;
      const { code, message } = result.failure;
      const referenceOf = (key: string) => {
        const argument = args[def.args.findIndex((arg) => arg.key === key)];
        return argument && "reference" in argument ? argument.reference : null;
      };
      return { failure: { code, message: withCell(message, referenceOf) } };
    } catch (error) {
      return error instanceof Unread ? { unread: error.reference, reason: error.reason } : { unread: "", reason: sentence(error) };
    }
  },
});
