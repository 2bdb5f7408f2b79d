/** What went wrong between the pane and Excel, in sentences. */
import type { Language, Words } from "../../catalogue/words";

/** By the error codes of the Excel API (learn.microsoft.com, "Excel.ErrorCodes"), and a few of our own in small letters. */
export const FAILURES = {
  InvalidOperationInCellEditMode: { en: "A cell is being edited. Press Enter or Esc in the sheet and try again.", ru: "Сейчас редактируется ячейка. Нажмите Enter или Esc на листе и повторите." },
  AccessDenied: { en: "The sheet is protected. Unprotect it or choose a cell on another sheet.", ru: "Лист защищён. Снимите защиту или выберите ячейку на другом листе." },
  ItemNotFound: { en: "There is no such sheet or range in this workbook.", ru: "В этой книге нет такого листа или диапазона." },
  InvalidReference: { en: "This is not a reference that Excel understands.", ru: "Excel не понимает такую ссылку." },
  InvalidArgument: { en: "Excel does not accept this reference or formula. Check how it is written.", ru: "Excel не принимает такую ссылку или формулу. Проверьте, как она записана." },
  InvalidSelection: { en: "Select one range of cells in the sheet.", ru: "Выделите на листе один диапазон ячеек." },
  RequestPayloadSizeLimitExceeded: { en: "This is too much data for one exchange with Excel. Choose a smaller range.", ru: "Слишком много данных для одного обмена с Excel. Выберите диапазон поменьше." },
  ResponsePayloadSizeLimitExceeded: { en: "This is too much data for one exchange with Excel. Choose a smaller range.", ru: "Слишком много данных для одного обмена с Excel. Выберите диапазон поменьше." },
  InactiveWorkbook: { en: "Another workbook is active. Go back to this one and try again.", ru: "Сейчас открыта другая книга. Вернитесь в эту и повторите." },
  ActivityLimitReached: { en: "Excel is busy. Wait a moment and try again.", ru: "Excel занят. Подождите немного и повторите." },
  tooLarge: { en: "The range has more than 5,000,000 cells. Choose a smaller one.", ru: "В диапазоне больше 5 000 000 ячеек. Выберите диапазон поменьше." },
  unread: { en: "Excel did not hand over the cells of this range. Choose a smaller one.", ru: "Excel не передал ячейки этого диапазона. Выберите диапазон поменьше." },
  other: { en: "Excel could not do this", ru: "Excel не смог это сделать" },
} as const satisfies Record<string, Words>;
export type ExcelFailure = keyof typeof FAILURES;

/** A failure whose message is for the user. */
export class HostFailure extends Error {
  constructor(readonly kind: ExcelFailure, language: Language, detail = "") {
    super(detail === "" ? FAILURES[kind][language] : `${FAILURES[kind][language]}: ${detail}`);
    this.name = "HostFailure";
  }
}

const isKnown = (code: unknown): code is ExcelFailure => typeof code === "string" && Object.prototype.hasOwnProperty.call(FAILURES, code);

/** The sentence for whatever office.js threw. */
export function hostFailure(error: unknown, language: Language): HostFailure {
  if (error instanceof HostFailure) return error;
  const { code, message } = (typeof error === "object" && error !== null ? error : {}) as { readonly code?: unknown; readonly message?: unknown };
  return isKnown(code) ? new HostFailure(code, language) : new HostFailure("other", language, String(message ?? error));
}
