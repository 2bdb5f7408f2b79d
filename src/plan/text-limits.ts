/** How long a text of the plan may be, so that it can be read in a list, in a report and in a reference: told while it is typed, and of rows typed into the sheet by the problems. */
import type { Fields, TableKey } from "./tables";
import type { Words } from "./words";

/** Characters. */
type Limit = { readonly least: number; readonly most: number };

const LIMITS: Partial<{ readonly [T in TableKey]: Readonly<Partial<Record<keyof Fields<T>, Limit>>> }> = {
  cycles: { cycle_id: { least: 1, most: 20 }, name: { least: 1, most: 80 } },
  goals: { name: { least: 3, most: 80 } },
  tasks: { action: { least: 1, most: 200 } },
};

/** The fields of a table whose texts have a limit. */
export const limitedFields = (table: TableKey): readonly string[] => Object.keys(LIMITS[table] ?? {});

const limitOf = (table: TableKey, field: string): Limit | undefined => (LIMITS[table] as Readonly<Record<string, Limit>> | undefined)?.[field];

export const isTooLongFor = (table: TableKey, field: string, text: string): boolean => text.trim().length > (limitOf(table, field)?.most ?? Infinity);

/** What is wrong with the length of a text, with what it is and what it should be; null where it fits, and of a blank one. */
export function lengthProblem(table: TableKey, field: string, text: string): Words | null {
  const limit = limitOf(table, field);
  const length = text.trim().length;
  if (!limit || length === 0) return null;
  if (length < limit.least) return { en: `Characters: ${length}; at least ${limit.least} belong here. Write more.`, ru: `Знаков: ${length}, а нужно не меньше ${limit.least}. Допишите.` };
  if (length <= limit.most) return null;
  return { en: `Characters: ${length}; at most ${limit.most} belong here. Shorten the text.`, ru: `Знаков: ${length}, а нужно не больше ${limit.most}. Сократите текст.` };
}
