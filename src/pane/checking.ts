/** What the check of the workbook knows so far: the tables, and of each its result, or why there is none. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Checked, Choice } from "../catalogue/table-check";
import type { Role } from "../catalogue/table-roles";
import type { FoundTable, PaneHost } from "./host";
import { sentence } from "./sentence";

export type TableState = {
  readonly table: FoundTable;
  /** Being checked now; an earlier result stays in sight meanwhile. */
  readonly isBusy: boolean;
  /** `gone`: there are no headers any more. */
  readonly result: Checked | "gone" | null;
  readonly failure: string | null;
};

export type Checking = {
  /** Null until the host has told them. */
  readonly tables: readonly TableState[] | null;
  readonly failure: string | null;
  readonly chosen: TableState | undefined;
  readonly choose: (sheet: string) => void;
  readonly recheck: (choice: Choice | null) => void;
  /** Finds the tables anew and checks them. */
  readonly restart: () => void;
};

/** As many tables are checked unasked; the others when they are chosen. */
const MOST_UNASKED = 6;

/** In the order in which they are shown. */
export const ROLES: readonly Role[] = ["deal", "stage", "date", "left", "lastStage", "created", "closed", "amount", "currency"];

export const isRecognised = ({ kind }: FoundTable): boolean => kind !== "other";

/** @param isShown nothing is read before the check is shown for the first time */
export function useChecking(host: PaneHost, isShown: boolean): Checking {
  const [tables, setTables] = useState<readonly TableState[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  /** What is on its way for an older question is thrown away. */
  const round = useRef(0);
  const asked = useRef(new Map<string, number>()).current;

  const change = (name: string, part: Partial<TableState>) => setTables((all) => all?.map((each) => (each.table.sheet === name ? { ...each, ...part } : each)) ?? null);
  const check = useCallback(async (table: FoundTable, choice: Choice | null) => {
    const [mine, turn] = [round.current, (asked.get(table.sheet) ?? 0) + 1];
    asked.set(table.sheet, turn);
    change(table.sheet, { isBusy: true });
    let part: Partial<TableState>;
    try {
      part = { result: (await host.checks.check(table, choice)) ?? "gone", failure: null };
    } catch (error) {
      part = { failure: sentence(error) };
    }
    if (mine === round.current && turn === asked.get(table.sheet)) change(table.sheet, { ...part, isBusy: false });
  }, [host]);

  const restart = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    setTables(null);
    setFailure(null);
    const run = async () => {
      const found = await host.checks.tables();
      if (mine !== round.current) return;
      const recognised = found.filter(isRecognised);
      const first = recognised.length > 0 ? recognised.slice(0, MOST_UNASKED) : found.slice(0, 1);
      setTables([...recognised, ...found.filter((table) => !isRecognised(table))].map((table) => ({ table, isBusy: first.includes(table), result: null, failure: null })));
      setSheet((chosen) => (found.some((table) => table.sheet === chosen) ? chosen : (first[0]?.sheet ?? null)));
      for (const table of first) if (mine === round.current) await check(table, null);
    };
    run().catch((error: unknown) => {
      if (mine === round.current) setFailure(sentence(error));
    });
  }, [host, check]);

  const wasShown = useRef(false);
  useEffect(() => {
    if (!isShown || wasShown.current) return;
    wasShown.current = true;
    restart();
  }, [isShown, restart]);

  const chosen = tables?.find(({ table }) => table.sheet === sheet);
  return {
    tables, failure, chosen, restart,
    choose: (name) => {
      setSheet(name);
      const next = tables?.find(({ table }) => table.sheet === name);
      if (next && next.result === null && !next.isBusy) void check(next.table, null);
    },
    recheck: (choice) => void (chosen && check(chosen.table, choice)),
  };
}
