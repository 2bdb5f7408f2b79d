/** What the store tells the user, in both languages. Places are named, never the content of a whole record. */
import type { BookFailure } from "./book";
import type { TooLong } from "./lengths";
import { isHidden } from "./lanes";
import type { Notice } from "./store";
import { columnOf } from "./plan";
import { TABLES, type TableKey } from "./tables";
import type { Language, Words } from "./words";
import type { SheetRow, TableView } from "./view";

const both = (make: (language: Language) => string): Words => ({ en: make("en"), ru: make("ru") });
const pick = (en: string, ru: string): ((language: Language) => string) => (language) => (language === "en" ? en : ru);

const headersOf = (table: TableKey, fields: readonly string[], language: Language): string =>
  fields.map((field) => columnOf(table, field)?.header[language] ?? field).map((text) => (language === "en" ? `“${text}”` : `«${text}»`)).join(", ");

/** «Goals, row 7 (G-003)». */
const placeOf = ({ sheet }: TableView, { at }: SheetRow, label: string, language: Language): string =>
  `${sheet}, ${pick("row", "строка")(language)} ${at + 1}${label === "" ? "" : ` (${label})`}`;

const TAIL: Readonly<Record<string, (fields: Words) => Words>> = {
  hand: (f) => ({ en: `edited by hand${f.en && `: ${f.en}`}. The plan has taken it over.`, ru: `правка вручную${f.ru && `: ${f.ru}`}. План её принял.` }),
  adopted: () => ({ en: "a row was added by hand. It has got an ID and is in the plan now.", ru: "строка добавлена вручную. Она получила ID и теперь есть в плане." }),
  copied: () => ({ en: "a copied row that was changed. It has got an ID of its own; both rows are kept.", ru: "скопированная и изменённая строка. Она получила свой ID, обе строки сохранены." }),
  recovered: () => ({ en: "the journal did not know this row. It was taken over as it stands in the table.", ru: "журнал не знал этой строки. Она принята такой, какой стоит в таблице." }),
  review: (f) => ({ en: `cells of another writing stood here${f.en && `: ${f.en}`}. They were put aside in the journal and the row was restored. Check it.`, ru: `здесь оказались ячейки чужой записи${f.ru && `: ${f.ru}`}. Они отложены в журнал, строка восстановлена. Проверьте её.` }),
  relabelled: () => ({ en: "somebody took the same ID at the same time, so this row has got the next free one.", ru: "такой же ID одновременно взял другой человек, поэтому эта строка получила следующий свободный." }),
};

export const happened = (kind: Notice["kind"], view: TableView, row: SheetRow, label: string, fields: readonly string[]): Words => {
  const tail = TAIL[kind]?.(both((language) => headersOf(view.table, fields, language)));
  return both((language) => `${placeOf(view, row, label, language)}: ${tail?.[language] ?? ""}`);
};

export const copiesRemoved = ({ sheet }: TableView, count: number): Words => ({
  en: `${sheet}: ${count} copied ${count === 1 ? "row" : "rows"} without changes removed.`,
  ru: `${sheet}: удалены копии строк без изменений – ${count}.`,
});

export const twins = (sheet: string, header: Words, columns: readonly [string, string]): Words => ({
  en: `${sheet}: two columns look like “${header.en}”: ${columns[0]} and ${columns[1]}. The plan uses ${columns[0]}. Rename or delete the other one.`,
  ru: `${sheet}: два столбца похожи на «${header.ru}»: ${columns[0]} и ${columns[1]}. План берёт ${columns[0]}. Переименуйте или удалите другой.`,
});

export const damaged = (count: number, where: string): Words => ({
  en: `${count} ${count === 1 ? "record" : "records"} of the plan's journal cannot be read and ${count === 1 ? "was" : "were"} left aside: ${where}. All others were read.`,
  ru: `Записи журнала плана, которые не читаются и отложены: ${count} (${where}). Все остальные прочитаны.`,
});

export const recovered: Words = {
  en: "The plan's journal is not in this file. It was made anew from the tables; nothing of the plan is lost, only its history.",
  ru: "Журнала плана в файле нет. Он создан заново по таблицам: план цел, потеряна только его история.",
};

export const removedByHand = (table: TableKey, labels: readonly string[]): Words => {
  const some = labels.slice(0, 5).join(", ") + (labels.length > 5 ? ", …" : "");
  return both((language) => pick(`Removed by hand from ${TABLES[table].sheet.en}: ${labels.length} (${some}). Remove for good or bring back?`, `Вручную удалено с листа «${TABLES[table].sheet.ru}»: ${labels.length} (${some}). Удалить совсем или вернуть?`)(language));
};
export const REMOVE: Words = { en: "Remove for good", ru: "Удалить совсем" };
export const BRING_BACK: Words = { en: "Bring back", ru: "Вернуть" };

export const conflict = (table: TableKey, label: string, field: string, values: Words): Words => {
  const header = columnOf(table, field)?.header;
  return {
    en: `${TABLES[table].sheet.en}${label && `, ${label}`}: “${header?.en ?? field}” has several values, written without knowledge of each other: ${values.en}. Which one stays?`,
    ru: `${TABLES[table].sheet.ru}${label && `, ${label}`}: «${header?.ru ?? field}» – несколько значений, записанных независимо друг от друга: ${values.ru}. Какое оставить?`,
  };
};

export const newerVersion: Words = {
  en: "This plan was saved by a newer version of Voronka. It can be read here; to edit it, update Voronka.",
  ru: "Этот план сохранён более новой версией Voronka. Здесь его можно читать; чтобы править, обновите Voronka.",
};

/** What was refused, where, and what to do. */
export function refusal(failure: BookFailure): Words {
  const { en, ru } = whyRefused(failure);
  return { en: `${begun(en)}.`, ru: `${begun(ru)}.` };
}

const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same of a change, which waits. */
export function notYet(failure: BookFailure): Words {
  const { en, ru } = whyRefused(failure);
  return { en: `Not saved yet: ${en}. Your change is kept.`, ru: `Пока не сохранено: ${ru}. Ваша правка не потеряна.` };
}

/** Before anything is kept or written: what was typed stays where it was typed. */
export const refusedLength = ({ table, field, most }: TooLong): Words => ({
  en: `Not saved: ${headersOf(table, [field], "en")} is longer than a cell takes, ${new Intl.NumberFormat("en").format(most)} characters. Shorten it and save again; nothing is lost.`,
  ru: `Не сохранено: ${headersOf(table, [field], "ru")} – текст длиннее, чем помещается в ячейку (${new Intl.NumberFormat("ru").format(most)} знаков). Сократите его и сохраните снова; ничего не потеряно.`,
});

export function reportRefused(failure: BookFailure): Words {
  const { en, ru } = whyRefused(failure);
  return { en: `The report sheet was not made or removed: ${en}.`, ru: `Лист отчёта не создан и не удалён: ${ru}.` };
}

export function notesRefused(failure: BookFailure): Words {
  const { en, ru } = whyRefused(failure);
  return { en: `The notes were not all written: ${en}.`, ru: `Записаны не все примечания: ${ru}.` };
}

export const reportChanged = (sheet: string): Words => ({
  en: `“${sheet}” was edited after it was made, so it stays. Delete the sheet yourself if you do not need it.`,
  ru: `Лист «${sheet}» после создания правили, поэтому он остался. Если он не нужен, удалите его сами.`,
});

/** @param titles of the charts that are missing @param detail the host's own sentence about the first of them, "" for none */
export function chartsLeftOut(titles: readonly string[], of: number, detail: string): Words {
  const why = detail === "" ? "" : ` (${detail.replace(/\.$/, "")})`;
  return {
    en: `Charts not drawn: ${titles.length} of ${of}: ${titles.map((title) => `“${title}”`).join(", ")}${why}. Their numbers are at the end of the sheet.`,
    ru: `Не нарисовано диаграмм: ${titles.length} из ${of}: ${titles.map((title) => `«${title}»`).join(", ")}${why}. Их числа есть в конце листа.`,
  };
}

/** The reason and what to do, as a part of a sentence. */
function whyRefused({ kind, sheet, range, detail }: BookFailure): Words {
  // Nobody sees the sheets of the journal.
  const place = sheet === null || isHidden(sheet) ? "" : range === null ? sheet : `${sheet}!${range}`;
  const [on, na] = place === "" ? ["", ""] : [` “${place}”`, ` «${place}»`];
  const why: Readonly<Record<BookFailure["kind"], readonly [en: string, ru: string]>> = {
    protected: [`the sheet or workbook${on} is protected. Unprotect it, or ask its owner`, `лист или книга${na} под защитой. Снимите защиту или попросите об этом владельца`],
    missingSheet: [`the sheet${on} is missing. If it was renamed, give it its old name, or make the plan's sheets again`, `нет листа${na}. Если его переименовали, верните прежнее имя или создайте листы плана заново`],
    merged: [`there are merged cells in${on || " the table"}. Unmerge them`, `мешают объединённые ячейки${na}. Разъедините их`],
    filtered: [`a filter hides rows in${on || " the table"}. Clear the filter`, `фильтр скрывает строки${na}. Снимите фильтр`],
    editing: ["a cell is being edited. Press Enter in it", "сейчас правится ячейка. Нажмите в ней Enter"],
    lockBusy: ["somebody else is saving at this moment. Try again in a few seconds", "в эту секунду сохраняет кто-то другой. Повторите через несколько секунд"],
    noLock: ["the document gave no lock, so two savings could overwrite each other. Reload the document", "документ не дал блокировку, и две записи могли бы затереть друг друга. Перезагрузите документ"],
    quota: ["the program's daily limit is used up. Try again later", "исчерпан дневной лимит программы. Повторите позже"],
    unread: [`what was written could not be read back${on && ` from${on}`}. Try again`, `записанное не удалось прочитать обратно${na && ` (${place})`}. Повторите`],
    tooLarge: [`it is too much for one writing${on}. Shorten the text, or save in parts`, `слишком много для одной записи${na}. Сократите текст или сохраните по частям`],
    dates1904: ["this workbook counts days from 1904, and the plan counts them from 1900. Keep the plan in another workbook, or switch the 1904 date system off in the options of this one", "эта книга считает дни от 1904 года, а план – от 1900-го. Ведите план в другой книге или выключите в параметрах этой систему дат 1904"],
    other: [`the program refused${on}${detail === "" ? "" : `: ${detail}`}. Try again`, `программа отказала${na}${detail === "" ? "" : `: ${detail}`}. Повторите`],
  };
  const [en, ru] = why[kind];
  return { en, ru };
}

/** Of a change that waits: the browser keeps nothing for longer. */
export const fleeting = ({ en, ru }: Words): Words => ({
  en: `${en} But only while this pane is open: the browser gives no storage, or it is full.`,
  ru: `${ru} Но она хранится, только пока открыта эта панель: браузер не даёт места или оно кончилось.`,
});

export const putBack = (sheet: string, label: string): Words => ({
  en: `${sheet}${label && `, ${label}`}: the row was in the plan and not on the sheet. It was put there.`,
  ru: `${sheet}${label && `, ${label}`}: строка была в плане, но не на листе. Она возвращена на лист.`,
});
