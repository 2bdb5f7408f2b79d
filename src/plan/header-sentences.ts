/** What the store tells of columns that are gone or have another name, in both languages. */
import { CHECKIN_HEADERS, GOAL_HEADERS, headersIn } from "./read-headers";
import type { Column } from "./schema";
import type { TableKey } from "./tables";
import type { Words } from "./words";

/** Characters of a header that are shown. */
const SHOWN = 40;
const cut = (header: string): string => {
  const letters = [...header];
  return letters.length <= SHOWN ? header : `${letters.slice(0, SHOWN - 1).join("")}…`;
};

/** A function over the table, and the headers that functions read of it: they know only those (functions.md 11.1). */
const READ: Partial<Record<TableKey, { readonly by: string; readonly headers: ReadonlySet<string> }>> = {
  goals: { by: "GOAL_VALUE", headers: new Set(Object.values(GOAL_HEADERS).map((text) => headersIn(text).en)) },
  checkins: { by: "LATEST_CHECKIN", headers: new Set(Object.values(CHECKIN_HEADERS).map((text) => headersIn(text).en)) },
};

/** With a blank in front; nothing where no function reads the column. */
function formulasNote(table: TableKey, { header }: Column): Words {
  const read = READ[table];
  if (!read?.headers.has(header.en)) return { en: "", ru: "" };
  return { en: ` Formulas over this table, such as ${read.by}, still look for the old header.`, ru: ` Формулы по этой таблице, например ${read.by}, по-прежнему ищут прежний заголовок.` };
}

/**
 * @param candidates headers that it may have now
 * @param isUsed whether the plan holds values of it; otherwise it cannot do without it
 */
export function columnGone(table: TableKey, sheet: string, column: Column, candidates: readonly string[], isUsed: boolean): Words {
  const { header } = column;
  const begun = isUsed
    ? { en: `Column “${header.en}” is gone from ${sheet}.`, ru: `С листа «${sheet}» исчез столбец «${header.ru}».` }
    : { en: `${sheet} has no column “${header.en}”, and the plan cannot do without it.`, ru: `На листе «${sheet}» нет столбца «${header.ru}», а без него плану не обойтись.` };
  const safe = isUsed ? { en: " Its values are safe in the plan.", ru: " Его значения в плане целы." } : { en: "", ru: "" };
  const [first] = candidates;
  if (first === undefined) {
    const [en, ru] = isUsed ? ["Restore", "Восстановить"] : ["Add the column", "Добавить столбец"];
    return {
      en: `${begun.en}${safe.en} If it was renamed, type the old header. ${en} or ignore?`,
      ru: `${begun.ru}${safe.ru} Если его переименовали, верните прежний заголовок. ${ru} или пропустить?`,
    };
  }
  const one = candidates.length === 1;
  const note = formulasNote(table, column);
  return {
    en: `${begun.en} ${one ? `Is it now “${cut(first)}”?` : "What is it called now?"}${safe.en}${note.en}`,
    ru: `${begun.ru} ${one ? `Теперь он называется «${cut(first)}»?` : "Как он называется теперь?"}${safe.ru}${note.ru}`,
  };
}

export const itIs = (header: string, isOnly: boolean): Words =>
  isOnly ? { en: `Yes, “${cut(header)}”`, ru: `Да, «${cut(header)}»` } : { en: `“${cut(header)}”`, ru: `«${cut(header)}»` };

export const ADD_COLUMN: Words = { en: "Add the column", ru: "Добавить столбец" };
export const RESTORE: Words = { en: "Restore", ru: "Восстановить" };
export const IGNORE: Words = { en: "Ignore", ru: "Пропустить" };

/** It was taken over without a question. */
export function renamed(table: TableKey, sheet: string, column: Column, header: string): Words {
  const note = formulasNote(table, column);
  const { header: { en, ru }, kind } = column;
  const same = kind === "calculated" ? { en: "formulas are the same, so new rows get theirs", ru: "формулы те же, и новые строки получат их" } : { en: "values are the same, so the plan reads it", ru: "значения те же, и план читает их" };
  return {
    en: `${sheet}: column “${en}” is called “${cut(header)}” now; its ${same.en} there. If that is wrong, give the right column the header “${en}”.${note.en}`,
    ru: `${sheet}: столбец «${ru}» теперь называется «${cut(header)}»; ${same.ru} там. Если это не так, дайте нужному столбцу заголовок «${ru}».${note.ru}`,
  };
}
