/** Tables of deals for a plan, where they can be read beside the pane. */
import { readDeals } from "../catalogue/deal-data";
import type { List } from "../catalogue/table-stages";
import type { DealData } from "./host";
import { tableReader, type TableSource } from "./reading";

export function localData(source: TableSource): DealData {
  const reader = tableReader(source);
  let lists: readonly List[] | null = null;
  const look = async () => {
    const found = await reader.tables();
    lists = found.lists;
    return found;
  };
  return {
    tables: async () => (await look()).tables,
    read: async (table, choice, today) => reader.run(readDeals(table, choice, lists ?? (await look()).lists, today), table),
  };
}
