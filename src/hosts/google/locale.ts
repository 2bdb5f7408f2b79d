/** Languages and notations by locale. `Intl` is not promised in Apps Script, so the list is our own. */
import { ENGLISH, SHEETS_DECIMAL_COMMA, type Notation } from "../../catalogue/notation";
import { languageOf, type Language } from "../../catalogue/words";

/** Sheets writes ru_RU where the rest of the world writes ru-RU. */
export const languageOfLocale = (locale: string): Language => languageOf(locale.replace("_", "-"));

/** Languages whose decimal sign is a comma, with the regions that differ. */
const COMMA = /^(?:az|be|bg|ca|cs|da|de|el|es|et|eu|fi|fr|gl|hr|hu|hy|id|is|it|ka|kk|lt|lv|mk|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sq|sr|sv|tr|uk|uz|vi)\b/;
const POINT_IN_SPITE = /^(?:de_(?:CH|LI)|it_CH|es_(?:419|CR|DO|GT|HN|MX|NI|PA|PE|PR|SV|US))\b/;

/** How formulas are written in a spreadsheet of that locale. */
export const notationOfLocale = (locale: string): Notation =>
  COMMA.test(locale.replace("_", "-")) && !POINT_IN_SPITE.test(locale) ? SHEETS_DECIMAL_COMMA : ENGLISH;
