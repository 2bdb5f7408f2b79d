/** What went wrong between the sidebar and the spreadsheet, in sentences. */
import type { Language, Words } from "../../catalogue/words";

export const FAILURES = {
  nothingSelected: { en: "Select a cell in the sheet.", ru: "Выделите ячейку на листе." },
  badReference: { en: "There is no such sheet or range in this spreadsheet.", ru: "В этой таблице нет такого листа или диапазона." },
  tooLarge: { en: "The range has more than 250,000 cells. Choose a smaller one.", ru: "В диапазоне больше 250 000 ячеек. Выберите диапазон поменьше." },
  tooManyRows: { en: "The table has more than 300,000 rows. Check a part of it on a sheet of its own.", ru: "В таблице больше 300 000 строк. Проверьте её часть на отдельном листе." },
  notOurs: { en: "Only a formula with one Voronka function can be inserted.", ru: "Вставить можно только формулу с одной функцией Воронки." },
  badRequest: { en: "The pane and the script do not match. Close the sidebar and open it again.", ru: "Панель и скрипт не подходят друг к другу. Закройте панель и откройте её снова." },
  late: { en: "Google Sheets did not answer within 30 seconds. Check the connection and try again.", ru: "Google Таблицы не ответили за 30 секунд. Проверьте подключение и повторите." },
  script: { en: "Google Sheets could not do this", ru: "Google Таблицы не смогли это сделать" },
} as const satisfies Record<string, Words>;
export type SheetsFailure = keyof typeof FAILURES;

/** A failure that the sidebar puts into words. */
export class HostFailure extends Error {
  constructor(readonly kind: SheetsFailure) {
    super(kind);
    this.name = "HostFailure";
  }
}

export const isKnownFailure = (code: string): code is SheetsFailure => Object.prototype.hasOwnProperty.call(FAILURES, code);

/** The sentence for a failure; `script` carries the words of Apps Script. */
export function sentence(code: string, message: string, language: Language): string {
  if (!isKnownFailure(code) || code === "script") return message === "" ? `${FAILURES.script[language]}.` : `${FAILURES.script[language]}: ${message}`;
  return FAILURES[code][language];
}
