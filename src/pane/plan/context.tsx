/** What every screen of the plan knows: the plan, today, the chosen cycle, and how to go on. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Operation } from "../../plan/operation";
import type { Plan, PlanRow, RowId } from "../../plan/plan";
import type { Problem } from "../../plan/problems";
import type { PlanStore } from "../../plan/store";
import type { DealData } from "../host";
import type { Drafts } from "./kept-drafts";
import type { Reports } from "./report/use-reports";
import type { Screen } from "./screens";

export type PlanContext = {
  readonly plan: Plan;
  /** A serial number of the 1900 system. */
  readonly today: number;
  /** The chosen cycle; null where the plan has none. */
  readonly cycle: PlanRow<"cycles"> | null;
  readonly isReadOnly: boolean;
  readonly problems: readonly Problem[];
  readonly go: (screen: Screen) => void;
  readonly back: () => void;
  /**
   * One action of the user. It is shown at once and undone as one; the sheets follow.
   *
   * @param title for the list of actions: «Цель «Объём продаж»»
   * @returns false where nothing can be written
   */
  readonly save: (title: string, operations: readonly Operation[]) => boolean;
  readonly newRow: () => RowId;
  /** Cell of a row on its sheet, such as `Goals!C7`; null where there is none. */
  readonly placeOf: (table: keyof Plan["rows"], row: RowId, field?: string) => Promise<string | null>;
  readonly reports: Reports;
  /** Undefined where this host cannot read tables. */
  readonly data: DealData | undefined;
  /** Undefined where cells have no notes. */
  readonly writeNotes: PlanStore["writeNotes"];
  /** What was typed into forms and not saved, by the name of the form and the field. */
  readonly drafts: Drafts;
};

const Context = createContext<PlanContext | null>(null);
export const PlanProvider = Context.Provider;

export function usePlan(): PlanContext {
  const found = useContext(Context);
  if (!found) throw new Error("this screen stands outside of the plan");
  return found;
}
