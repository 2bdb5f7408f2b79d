/** The pane with a plan in a page of its own, beside a workbook in memory. */
import { mountPane } from "../../src/pane/pane";
import "../../src/pane/whole-pane.css";
import { changeAll } from "../../src/plan/change";
import { memoryStore } from "../../src/plan/memory-store";
import type { CellNote, NotesWritten } from "../../src/plan/notes";
import type { Operation } from "../../src/plan/operation";
import { emptyPlan, type Plan, type RowId } from "../../src/plan/plan";
import { readyPlan, type ReadyInputs } from "../../src/plan/ready-plan";
import type { Loaded, PlanStore } from "../../src/plan/store";
import { TABLES, type TableKey } from "../../src/plan/tables";
import { MemoryHost, type Settings } from "./memory-host";

export type PlanSettings = Settings & {
  readonly today: number;
  /** The plan that is there already: the ready-made one of these inputs, and these operations on it; null: none. */
  readonly ready?: ReadyInputs;
  readonly operations?: readonly Operation[];
  /** What else the store tells when it loads. */
  readonly told?: Partial<Omit<Loaded, "plan">>;
  /** Rows have places, as on sheets that begin at A1. */
  readonly places?: boolean;
  /** Cells have notes; of so many the cell has one of a person already. */
  readonly notes?: { readonly left: number };
};

/** A host with a plan. `fault`: the next calls of the store fail with this sentence; `slow`: how long each takes, in milliseconds. */
export class PlanHost extends MemoryHost {
  fault: string | null = null;
  slow = 0;
  /** Serial number of the day it is; a test may let days pass. */
  day: number;
  readonly saved: (readonly Operation[])[] = [];
  /** Notes that stand in the cells. */
  notes: readonly CellNote[] = [];
  readonly plan: PlanStore;

  constructor(settings: PlanSettings) {
    super(settings);
    this.day = settings.today;
    const { notes } = settings;
    const store = this.guarded(memoryStore("test", startOf(settings)), settings.told ?? {}, notes);
    this.plan = settings.places ? { ...store, placeOf: (table, row) => placeIn(store, table, row) } : store;
  }

  today(): number {
    return this.day;
  }

  private guarded(store: PlanStore, told: Partial<Omit<Loaded, "plan">>, cells: PlanSettings["notes"]): PlanStore {
    const answer = async <T>(given: () => Promise<T>): Promise<T> => {
      if (this.slow > 0) await new Promise((resolve) => setTimeout(resolve, this.slow));
      if (this.fault !== null) throw new Error(this.fault);
      return given();
    };
    return {
      ...store,
      ...(cells && {
        writeNotes: (notes: readonly CellNote[]) => answer((): Promise<NotesWritten> => {
          const removed = this.notes.length;
          this.notes = notes;
          return Promise.resolve({ state: "written", written: Math.max(0, notes.length - cells.left), removed: notes.length === 0 ? removed : 0, left: notes.length === 0 ? 0 : cells.left, lost: 0 });
        }),
      }),
      load: () => answer(async () => {
        const loaded = await store.load();
        return loaded && { ...loaded, ...told };
      }),
      save: (operations) => answer(() => {
        this.saved.push(operations);
        return store.save(operations);
      }),
      start: (language, operations, progress, cancel) => answer(async () => {
        for (let i = 1; i <= 10; i += 1) {
          progress(i, 10);
          await new Promise((resolve) => setTimeout(resolve, this.slow));
          if (cancel.cancelled) return null;
        }
        return store.start(language, operations, progress, cancel);
      }),
    };
  }
}

async function placeIn(store: PlanStore, table: TableKey, row: RowId): Promise<string | null> {
  const plan = (await store.load())?.plan;
  const at = plan ? plan.rows[table].findIndex((each) => each.row === row) : -1;
  return plan && at >= 0 ? `${TABLES[table].sheet[plan.language]}!A${at + 2}` : null;
}

function startOf({ ready, operations = [], language = "en", today }: PlanSettings): Plan | null {
  if (!ready && operations.length === 0) return null;
  let made = 0;
  return changeAll(emptyPlan(language), [...(ready ? readyPlan(ready, language, () => `ready-${(made += 1)}`, today) : []), ...operations]);
}

declare global {
  interface Window {
    planHost: PlanHost;
    startPlan(settings: PlanSettings, theme?: "light" | "dark"): void;
  }
}

window.startPlan = (settings, theme) => {
  const root = document.querySelector<HTMLElement>("#pane");
  if (!root) throw new Error("the page has no #pane");
  if (theme) root.dataset["theme"] = theme;
  window.planHost = new PlanHost(settings);
  mountPane(root, window.planHost);
};
