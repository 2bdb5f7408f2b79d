/** The sidebar's end of the plan over the built scripts: what the pane has in Google Sheets, without a page. */
import { planSidebar, type PlanSidebar } from "../../../src/hosts/google/plan-client";
import type { ScriptRun } from "../../../src/hosts/google/client";
import type { Keeper } from "../../../src/plan/kept-outbox";
import { load, type Script } from "./script";
import type { FakeSpreadsheet } from "./services";

export const CODE = "dist/google/Code.js";
export const PLAN = "dist/google/Plan.js";

/** localStorage in memory; `full`: it takes nothing more. */
export function memoryKeeper(): Keeper & { full: boolean; readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items, full: false,
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (this.full) throw new Error("QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
  };
}

/** As google.script.run: later, and JSON only. `lost`: so many answers do not arrive, though the script has run. */
function scriptRun(script: Script, wire: { lost: number }, succeed: (json: string) => void, fail: (error: { readonly message?: string }) => void): ScriptRun {
  const call = (name: string) => (method: string, json: string): void => {
    setImmediate(() => {
      try {
        const answer = String(script.call(name, [method, json]));
        if (wire.lost > 0) {
          wire.lost -= 1;
          fail({ message: "NetworkError: Connection failure due to HTTP 0" });
        } else succeed(answer);
      } catch (error) {
        fail({ message: error instanceof Error ? error.message : String(error) });
      }
    });
  };
  return {
    withSuccessHandler: (handler) => scriptRun(script, wire, handler, fail),
    withFailureHandler: (handler) => scriptRun(script, wire, succeed, handler),
    rpc: call("rpc"),
    planRpc: call("planRpc"),
  };
}

export type OpenedPlan = PlanSidebar & { readonly wire: { lost: number }; readonly keeper: Keeper };

let made = 0;
export async function openPlan(spreadsheet: FakeSpreadsheet, options: { readonly keeper?: Keeper | null; readonly language?: "en" | "ru" } = {}): Promise<OpenedPlan> {
  const script = load([CODE, PLAN], spreadsheet.services);
  const wire = { lost: 0 };
  const { keeper = memoryKeeper() } = options;
  const sidebar = await planSidebar({
    run: scriptRun(script, wire, () => undefined, () => undefined),
    after: () => () => undefined,
    language: options.language ?? "en",
    keeper,
    random: () => `q${String((made += 1)).padStart(8, "0")}`,
    now: () => new Date(Date.UTC(2026, 10, 25, 10, 0, made)).toISOString(),
    onReturn: () => () => undefined,
  });
  return { ...sidebar, wire, keeper: keeper ?? memoryKeeper() };
}
