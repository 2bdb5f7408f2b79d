/** Tables read where it can be done beside the pane: cells come from the host column by column, and between two of them the page lives on. */
import { headOf, listsOf, readHead, type Cells, type Place, type Reading } from "../catalogue/table-head";
import type { List } from "../catalogue/table-stages";
import type { FoundTable } from "./host";
import type { CellSource } from "./local-functions";
import { areaReference } from "./reference";

export type TableSource = Pick<CellSource, "read"> & {
  /** The filled part of each sheet that is not empty. */
  places(): Promise<readonly Place[]>;
};

export type TableReader = {
  /** The tables with headers, and the short columns that may be their stages. */
  tables(): Promise<{ readonly tables: readonly FoundTable[]; readonly lists: readonly List[] }>;
  run<T>(reading: Reading<T>, place: Place): Promise<T>;
};

/** Longer work than this without a pause would be felt. */
const PAUSE_AFTER_MS = 30;

export function tableReader(source: TableSource): TableReader {
  const read = (place: Place, area: Omit<Place, "sheet">): Promise<Cells> => source.read(areaReference(place.sheet, area));
  return {
    async tables() {
      const heads = [];
      for (const place of await source.places()) heads.push({ place, cells: await read(place, headOf(place)) });
      return {
        lists: heads.flatMap(({ place, cells }) => listsOf(cells, place)),
        tables: heads.flatMap(({ place, cells }) => {
          const head = readHead(cells);
          return head ? [{ ...place, kind: head.kind }] : [];
        }),
      };
    },
    async run(reading, place) {
      let step = reading.next();
      let rested = performance.now();
      while (!step.done) {
        const cells: Cells = step.value === null ? [] : await read(place, step.value);
        if (performance.now() - rested > PAUSE_AFTER_MS) {
          await new Promise((go) => setTimeout(go));
          rested = performance.now();
        }
        step = reading.next(cells);
      }
      return step.value;
    },
  };
}
