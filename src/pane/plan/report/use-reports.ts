/** The sheet of the last report: made, opened and taken back, whatever screen is shown meanwhile. */
import { useRef, useState } from "preact/hooks";
import type { ReportPage } from "../../../plan/report-page";
import type { PlanStore, ReportMade } from "../../../plan/store";
import type { Words } from "../../../plan/words";
import { sentence } from "../../sentence";

type Made = Extract<ReportMade, { readonly state: "made" }>;
export type Reports = {
  readonly busy: "making" | "removing" | null;
  /** The sheet that can be opened and taken back. */
  readonly made: Made | null;
  /** The sheet that was taken back last, or was not there any more. */
  readonly gone: { readonly sheet: string; readonly state: "removed" | "gone" } | null;
  readonly failure: Words | null;
  readonly make: (page: ReportPage) => void;
  readonly remove: () => void;
};

type Held = Pick<Reports, "busy" | "gone" | "failure"> & { readonly made: { readonly answer: Made; readonly page: ReportPage } | null };

export function useReports(store: PlanStore): Reports {
  const [held, setHeld] = useState<Held>({ busy: null, made: null, gone: null, failure: null });
  // A second press may come before the pane is drawn again.
  const busy = useRef(false);
  const work = (what: "making" | "removing", call: () => Promise<Partial<Held>>): void => {
    if (busy.current) return;
    busy.current = true;
    setHeld((before) => ({ ...before, busy: what, gone: null, failure: null }));
    call().catch((error: unknown): Partial<Held> => ({ failure: { en: sentence(error), ru: sentence(error) } })).then((after) => {
      busy.current = false;
      setHeld((before) => ({ ...before, busy: null, ...after }));
    });
  };
  return {
    busy: held.busy, gone: held.gone, failure: held.failure, made: held.made?.answer ?? null,
    make: (page) => work("making", async () => {
      const answer = await store.addReport(page);
      return answer.state === "made" ? { made: { answer, page: { ...page, sheet: answer.sheet } } } : { failure: answer.reason };
    }),
    remove: () => {
      const { made } = held;
      if (!made) return;
      work("removing", async () => {
        const { state, reason } = await store.removeReport(made.page);
        return state === "removed" || state === "gone" ? { made: null, gone: { sheet: made.page.sheet, state } } : { failure: reason };
      });
    },
  };
}
