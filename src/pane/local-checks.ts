/** The check where it can run beside the pane: cells are read from the host column by column, and between two of them the page lives on. */
import { CHECK_WORDS } from "../catalogue/check-words";
import { checkTable } from "../catalogue/table-check";
import { headOf, listsOf, readHead, type Cells, type Place, type Reading } from "../catalogue/table-head";
import type { List } from "../catalogue/table-stages";
import type { Checks } from "./host";
import type { CellSource } from "./local-functions";
import { areaReference } from "./reference";

export type TableSource = Pick<CellSource, "read"> & {
  /** The filled part of each sheet that is not empty. */
  places(): Promise<readonly Place[]>;
};

/** Longer work than this without a pause would be felt. */
const PAUSE_AFTER_MS = 30;

export function localChecks(source: TableSource): Checks {
  let lists: readonly List[] = [];
  const read = (place: Place, area: Omit<Place, "sheet">): Promise<Cells> => source.read(areaReference(place.sheet, area));
  async function run<T>(reading: Reading<T>, place: Place): Promise<T> {
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
  }
  return {
    words: CHECK_WORDS,
    async tables() {
      const heads = [];
      for (const place of await source.places()) heads.push({ place, cells: await read(place, headOf(place)) });
      lists = heads.flatMap(({ place, cells }) => listsOf(cells, place));
      return heads.flatMap(({ place, cells }) => {
        const head = readHead(cells);
        return head ? [{ ...place, kind: head.kind }] : [];
      });
    },
    check: (table, choice) => run(checkTable(table, choice, lists), table),
  };
}
