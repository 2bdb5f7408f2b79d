import type { Language, Words } from "../plan/words";

export type { Language, Words };
export const LANGUAGES: readonly Language[] = ["en", "ru"];

/** The language for a host's locale tag, such as `ru-RU` or `en-GB`: Russian where it says so, English elsewhere. */
export const languageOf = (locale: string | null | undefined): Language => (/^ru\b/i.test(locale ?? "") ? "ru" : "en");

/** The last row of a table that adds up. */
export const TOTAL: Words = { en: "Total", ru: "Итого" };
/** The row of the groups that are left over when only so many are shown. */
export const OTHER: Words = { en: "Other", ru: "Остальные" };
/** The group of the rows that name none. */
export const BLANK_GROUP: Words = { en: "(blank)", ru: "(пусто)" };

/** A word of a table, such as a header. */
export const header = (en: string, ru: string): Words => ({ en, ru });
