/**
 * A later version of the program may want rows otherwise than an older one wrote them. What it makes of them are records like all others,
 * so it may be stopped in the middle, tried again, and done by two at once; what the older version wrote stays in the journal before it.
 */
import type { Command } from "./book";
import type { Draft } from "./draft";
import type { Journal } from "./fold";
import { META, type Meta } from "./lanes";
import { SCHEMA, type Stored } from "./record";
import type { TableKey } from "./tables";

export type Migration = {
  readonly table: TableKey;
  /** Fields that are to hold something else; none where the row is as this version wants it, also after this has been done. */
  readonly change: (fields: ReadonlyMap<string, Stored>) => ReadonlyMap<string, Stored>;
};

/** `schema`: of the records it writes. A plan with a higher one is only read, so it is raised only for what older versions would break. */
export type Version = { readonly schema: number; readonly migrations: readonly Migration[] };

export const THIS_VERSION: Version = { schema: SCHEMA, migrations: [] };

/** Asked at each look, not once: rows of an older version may arrive when all others have been done. */
export const migrating = (journal: Journal, { migrations }: Version): readonly Draft[] =>
  migrations.flatMap(({ table, change }) => [...journal.tables.get(table)!].flatMap(({ row, alive, fields }): Draft[] => {
    const patch = alive ? change(fields) : new Map<string, Stored>();
    return patch.size === 0 ? [] : [{ kind: "migrate", table, row, fields: patch, label: null, base: null }];
  }));

/** One cell switches all older versions to reading; to be written when the rows are done. */
export const switchCommands = (meta: Meta | null, { schema }: Version): readonly Command[] =>
  meta === null || meta.writerRow === null || meta.minWriter >= schema ? [] : [{ kind: "set", sheet: META, row: meta.writerRow, column: 1, cells: [[schema]] }];
