/** What the user's data have told so far: the tables, the chosen one, what its columns are taken for, and what they come to. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DataChoice, FoundData } from "../../../catalogue/deal-data";
import type { Place } from "../../../catalogue/table-head";
import type { OwnStage } from "../../../plan/data-history";
import type { DealData, FoundTable } from "../../host";
import { sentence } from "../../sentence";

export type Chosen = { readonly place: Place; /** The place is a part of its sheet. */ readonly isPart: boolean; readonly found: FoundData };
/** `headers`: there are none at this place. */
export type Trouble = { readonly kind: "failed"; readonly reason: string } | { readonly kind: "headers"; readonly sheet: string };

export type DataState = {
  /** null until the host has told them. */
  readonly tables: readonly FoundTable[] | null;
  readonly chosen: Chosen | null;
  readonly isBusy: boolean;
  readonly trouble: Trouble | null;
  readonly look: () => void;
  readonly take: (place: Place, isPart: boolean) => void;
  readonly leave: () => void;
  readonly change: (choice: DataChoice) => void;
  /** Another table's stages; null where it has none. */
  readonly stagesOf: (place: Place) => Promise<readonly OwnStage[] | null>;
  readonly fail: (error: unknown) => void;
};

export function useData(data: DealData, today: number): DataState {
  const [tables, setTables] = useState<readonly FoundTable[] | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** What is on its way for an older question is thrown away. */
  const turn = useRef(0);
  const fail = (error: unknown) => setTrouble({ kind: "failed", reason: sentence(error) });
  const ask = useCallback((work: () => Promise<() => void>) => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    setTrouble(null);
    work().then((then) => mine === turn.current && then(), (error: unknown) => mine === turn.current && fail(error))
      .finally(() => mine === turn.current && setBusy(false));
  }, []);
  const look = useCallback(() => ask(async () => {
    const found = await data.tables();
    return () => setTables(found);
  }), [ask, data]);
  useEffect(look, [look]);
  const read = (place: Place, isPart: boolean, choice: DataChoice | null) => ask(async () => {
    const found = await data.read(placeOnly(place), choice, today);
    return () => (found ? setChosen({ place, isPart, found }) : setTrouble({ kind: "headers", sheet: place.sheet }));
  });
  return {
    tables, chosen, isBusy, trouble, look, fail,
    take: (place, isPart) => read(place, isPart, null),
    leave: () => {
      turn.current += 1;
      setBusy(false);
      setTrouble(null);
      setChosen(null);
    },
    change: (choice) => chosen && read(chosen.place, chosen.isPart, choice),
    stagesOf: async (place) => {
      const found = await data.read(placeOnly(place), null, today);
      return found?.kind === "history" ? (found.figures?.funnel ?? null) : null;
    },
  };
}

/** What a table is besides its place need not travel. */
const placeOnly = ({ sheet, row, column, rows, columns }: Place): Place => ({ sheet, row, column, rows, columns });
