/** The check where it can run beside the pane. */
import { CHECK_WORDS } from "../catalogue/check-words";
import { checkTable } from "../catalogue/table-check";
import type { List } from "../catalogue/table-stages";
import type { Checks } from "./host";
import { tableReader, type TableSource } from "./reading";

export function localChecks(source: TableSource): Checks {
  const reader = tableReader(source);
  let lists: readonly List[] = [];
  return {
    words: CHECK_WORDS,
    async tables() {
      const found = await reader.tables();
      lists = found.lists;
      return found.tables;
    },
    check: (table, choice) => reader.run(checkTable(table, choice, lists), table),
  };
}
