/**
 * The words of the data check: of each suspicion its name and one sentence on what it does to the metrics. They travel with the results of the
 * check, and not with the pane: where the check runs at the other end of a wire, the page need not carry them.
 */
import type { Suspicion } from "./findings";
import { ROLE_WORDS } from "./role-words";
import type { TableKind } from "./table-roles";
import type { Words } from "./words";

/** `stops`: formulas refuse the column. `changes`: the numbers come out different. `note`: handled as described, good to know. */
export type Severity = "stops" | "changes" | "note";

export type Told = { readonly severity: Severity; readonly title: Words; readonly effect: Words };
const told = (severity: Severity, en: readonly [title: string, effect: string], ru: readonly [title: string, effect: string]): Told => ({ severity, title: { en: en[0], ru: ru[0] }, effect: { en: en[1], ru: ru[1] } });

/** In the order in which they are shown. */
export const SUSPICIONS: Readonly<Record<Suspicion, Told>> = {
  errorCell: told("stops", ["Error cells", "One error cell turns every formula over its column into an error."], ["Ячейки с ошибкой", "Одна такая ячейка превращает в ошибку каждую формулу по этому столбцу."]),
  notADate: told("stops", ["Not a date", "Formulas over this column answer #VALUE! at the first such row; where the deal is still open leave its closing date blank."], ["Не дата", "Формулы по этому столбцу дают #ЗНАЧ! на первой такой строке; у открытой сделки оставьте дату закрытия пустой."]),
  eitherDate: told("stops", ["Day or month?", "These texts fit two dates: read the wrong way they move deals to another month, so formulas refuse them."], ["День или месяц?", "Такой текст подходит к двум датам: ошибка перенесёт сделку в другой месяц, поэтому формулы его не принимают."]),
  dateText: told("stops", ["Dates stored as text", "Formulas read date cells and texts like 2026-01-31 and refuse these; in Excel, Data › Text to Columns makes them dates."], ["Даты записаны текстом", "Формулы читают ячейки с датой и текст вида 2026-01-31, а такие не примут; в Excel датами их делает «Данные › Текст по столбцам»."]),
  missingDeal: told("stops", ["Deal is missing", "A row without a deal stops every formula over this column."], ["Нет сделки", "Строка без сделки останавливает все формулы по этому столбцу."]),
  missingStage: told("stops", ["Stage is missing", "A row without a stage stops every formula over this column."], ["Нет этапа", "Строка без этапа останавливает все формулы по этому столбцу."]),
  missingDate: told("stops", ["Date is missing", "A row without its date stops every formula over this column."], ["Нет даты", "Строка без даты останавливает все формулы по этому столбцу."]),
  unknownStage: told("stops", ["Unknown stages", "Formulas by stage answer #VALUE! until the names are corrected, or added to the stages above."], ["Неизвестные этапы", "Формулы по этапам дают #ЗНАЧ!, пока названия не исправлены или не добавлены в этапы выше."]),
  negativeDuration: told("stops", ["Closed before it began", "Negative times would pull averages down: SALES_CYCLE refuses them or, with negative=skip, leaves them out."], ["Конец раньше начала", "Отрицательный срок занизил бы среднее: SALES_CYCLE его не примет или, с negative=skip, пропустит."]),
  closedWithoutEnd: told("stops", ["Decided, but no closing date", "The sales cycle of a won or lost deal cannot be calculated without its end."], ["Решена, но не закрыта датой", "Без даты закрытия длину выигранной или проигранной сделки не посчитать."]),
  numberText: told("stops", ["Numbers stored as text", "Formulas refuse texts, and SUM silently leaves them out: totals come out too low."], ["Числа записаны текстом", "Формулы не принимают текст, а СУММ молча его пропускает: итог будет занижен."]),
  notANumber: told("stops", ["Not an amount", "Formulas over this column answer #VALUE! at the first such row."], ["Не сумма", "Формулы по этому столбцу дают #ЗНАЧ! на первой такой строке."]),
  mixedCurrencies: told("changes", ["Several currencies", "Amounts are added as they stand, dollars to euros: convert them first, or count each currency alone."], ["Разные валюты", "Суммы складываются как есть, доллары с рублями: сначала пересчитайте их в одну валюту."]),
  totalRow: told("changes", ["A total among the rows", "It counts as one more row, and its amounts are added to themselves: leave it out of the ranges."], ["Итог среди строк", "Он считается ещё одной строкой, а суммы удваиваются: не берите его в диапазоны."]),
  repeatedDeal: told("changes", ["The same deal twice", "Each row counts as a deal: numbers of deals and sums come out too high."], ["Сделка повторяется", "Каждая строка считается сделкой: число сделок и суммы завышены."]),
  placeholderDate: told("changes", ["Dates that stand for “none”", "A single 1970 or 9999 adds decades to average times."], ["Даты-заглушки", "Одна дата вроде 1970 или 9999 года добавляет к среднему сроку десятилетия."]),
  lostWithoutAmount: told("changes", ["Lost deals hold no amount", "A win rate by money would be 100 %, so formulas refuse it; count deals instead."], ["У проигранных нет суммы", "Доля побед в деньгах была бы 100 %, поэтому формулы её не считают; считайте сделки."]),
  wonWithoutAmount: told("changes", ["Won, but no amount", "A blank stops DEAL_SIZE, and a 0 lowers the average deal."], ["Выиграна, но нет суммы", "Пустая сумма останавливает DEAL_SIZE, а 0 снижает средний чек."]),
  lostWithoutStage: told("changes", ["Lost, but not known where", "Nothing says at which stage these deals were lost: drop-out by stage leaves them out."], ["Проиграна неизвестно где", "Не видно, на каком этапе сделка проиграна: в отказы по этапам она не попадёт."]),
  afterWin: told("changes", ["Stages after the win", "A deal is judged by its last row: such a deal no longer counts as won."], ["Этапы после победы", "Сделку судят по последней строке: такая больше не считается выигранной."]),
  skippedStage: told("note", ["Skipped stages", "Conversion counts a skipped stage as reached; for its time nothing is known."], ["Пропущенные этапы", "В конверсии пропущенный этап считается пройденным; о времени на нём ничего не известно."]),
  movedBack: told("note", ["Moved back", "Conversion keeps the furthest stage; the days of all visits to a stage are added up."], ["Возврат назад", "В конверсии остаётся самый дальний этап; дни всех заходов на этап складываются."]),
  reopened: told("note", ["Reopened after a loss", "The deal is judged by its last row: the earlier loss is not counted."], ["Открыта снова после отказа", "Сделку судят по последней строке: прежний отказ не считается."]),
  duplicate: told("note", ["The same row twice", "Counted once here, but other formulas over these rows count it twice."], ["Строка повторяется", "Здесь она считается один раз, но другие формулы посчитают её дважды."]),
  sameTime: told("note", ["Several stages at one moment", "Taken in the order of the funnel; the earlier stage then lasts 0 days and lowers the average."], ["Несколько этапов в один момент", "Берутся в порядке воронки; более ранний этап длится 0 дней и снижает среднее."]),
  openWithEnd: told("note", ["Open, but with a closing date", "A forecast: ignored where stages are given, but without stages it counts as closed."], ["Открыта, но с датой закрытия", "Это прогноз: если указаны этапы, он не учитывается, без этапов сделка считается закрытой."]),
  openEnd: told("note", ["Ends in 2050 or 9999", "A CRM writes so what is still open, and so it is read."], ["Конец в 2050 или 9999 году", "Так CRM записывает то, что ещё не закончено; так эти даты и читаются."]),
  negativeAmount: told("note", ["Negative amounts", "Read as refunds: they lower sums and the average deal, and are no deals."], ["Отрицательные суммы", "Считаются возвратами: снижают сумму и средний чек и сделками не считаются."]),
};

const severities: Readonly<Record<Severity, Words>> = {
  stops: { en: "Formulas refuse this", ru: "Формулы это не примут" },
  changes: { en: "Changes the numbers", ru: "Меняет результат" },
  note: { en: "Good to know", ru: "Полезно знать" },
};

const kinds: Readonly<Record<TableKind, Words>> = {
  history: { en: "Stage history", ru: "История этапов" },
  deals: { en: "One row per deal", ru: "Строка – сделка" },
  other: { en: "Another table", ru: "Другая таблица" },
};
const texts = {
  noTables: { en: "There is no table with headers in this workbook.", ru: "В этой книге нет таблицы с заголовками." },
  noHeaders: { en: "This sheet has no row of headers any more.", ru: "На этом листе больше нет строки заголовков." },
  onlyCells: { en: "Neither a stage history nor deals: only errors, dates and numbers stored as text are looked for.", ru: "Это не история этапов и не сделки: ищутся только ошибки, даты и числа, записанные текстом." },
  isRight: { en: "Recognised automatically. If something is wrong, change it here: the check runs again. The sheet stays as it is.", ru: "Определено автоматически. Если что-то не так, измените здесь – проверка пройдёт заново. Лист не меняется." },
  lastIsWon: { en: "The last one in the funnel is the won one.", ru: "Последний этап воронки – победа." },
  nothingFoundIn: { en: "Nothing suspicious was found. Rows checked: {0}.", ru: "Ничего подозрительного не найдено. Проверено строк: {0}." },
  furtherRows: { en: "Only the first {0} are listed.", ru: "В списке только первые {0}." },
  inFunnel: { en: "in the funnel", ru: "в воронке" },
  isLost: { en: "lost", ru: "отказ" },
  isUnknown: { en: "not a stage", ru: "не этап" },
  probably: { en: "{0} – probably {1}", ru: "{0} – вероятно, {1}" },
  unchanged: { en: "Nothing is changed in the sheet.", ru: "В листе ничего не меняется." },
  columnsAndStages: { en: "Columns and stages", ru: "Столбцы и этапы" },
  tableKind: { en: "Kind of table", ru: "Вид таблицы" },
  noColumn: { en: "no such column", ru: "нет столбца" },
  stages: { en: "Stages in order", ru: "Этапы по порядку" },
  moveUp: { en: "Move up: {0}", ru: "Выше: {0}" },
  moveDown: { en: "Move down: {0}", ru: "Ниже: {0}" },
  allFine: { en: "All fine", ru: "Всё в порядке" },
  otherTables: { en: "Other sheets: {0}", ru: "Другие листы: {0}" },
} as const satisfies Record<string, Words>;

export const CHECK_WORDS = { suspicions: SUSPICIONS, severities, kinds, roles: ROLE_WORDS, texts };
export type CheckWords = typeof CHECK_WORDS;
