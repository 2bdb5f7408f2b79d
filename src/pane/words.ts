/** All words of the pane. `{0}`, `{1}` are put in by `say`. */
import type { Language, Words } from "../catalogue/words";

export const WORDS = {
  product: { en: "Voronka", ru: "Воронка" },
  views: { en: "Parts of the pane", ru: "Разделы панели" },
  functions: { en: "Functions", ru: "Функции" },
  dataCheck: { en: "Data check", ru: "Проверка данных" },
  plan: { en: "Plan", ru: "План" },
  language: { en: "Language", ru: "Язык" },
  elsewhere: { en: "This part opens in place of the one you see: one panel is shown at a time.", ru: "Этот раздел откроется вместо нынешнего: показывается одна панель за раз." },
  openFunctions: { en: "Open the functions", ru: "Открыть функции" },
  openDataCheck: { en: "Open the data check", ru: "Открыть проверку данных" },
  openPlan: { en: "Open the plan", ru: "Открыть план" },
  opening: { en: "Opening…", ru: "Открываю…" },

  // the list
  search: { en: "Search functions", ru: "Поиск функций" },
  searchHint: { en: "conversion, CAC, how many days…", ru: "конверсия, CAC, сколько дней…" },
  groups: { en: "Groups", ru: "Группы" },
  all: { en: "All", ru: "Все" },
  nothingFound: { en: "Nothing found for “{0}”.", ru: "По запросу «{0}» ничего не найдено." },
  nothingFoundHelp: { en: "Try one word, such as conversion, churn or days.", ru: "Попробуйте одно слово, например: конверсия, отток, дни." },
  clearSearch: { en: "Show all functions", ru: "Показать все функции" },
  example: { en: "Example", ru: "Пример" },

  // the selected cell
  cellFailed: { en: "{0} has no value:", ru: "В {0} нет значения:" },
  cellHolds: { en: "{0} holds {1}.", ru: "В {0} стоит {1}." },
  editInWizard: { en: "Edit in wizard", ru: "Изменить в мастере" },

  // one function
  back: { en: "Back to the list", ru: "Назад к списку" },
  arguments: { en: "Arguments", ru: "Аргументы" },
  editing: { en: "You are editing the formula in {0}.", ru: "Вы меняете формулу в {0}." },
  optional: { en: "optional", ru: "необязательно" },
  forExample: { en: "e.g. {0}", ru: "напр. {0}" },
  take: { en: "Take the selection", ru: "Взять выделенное" },
  takeFor: { en: "Take the selection from the sheet: {0}", ru: "Взять выделенное на листе: {0}" },
  listening: { en: "Select cells in the sheet, or type here.", ru: "Выделите ячейки на листе или введите значение." },
  picked: { en: "Taken from the sheet. Select other cells to change it.", ru: "Взято с листа. Выделите другие ячейки, чтобы заменить." },
  putBack: { en: "Put back {0}", ru: "Вернуть {0}" },
  notTaken: { en: "The selection could not be taken: {0}", ru: "Не удалось взять выделение: {0}" },
  isRequired: { en: "Fill this in.", ru: "Заполните это поле." },
  byDefault: { en: "{0} (default)", ru: "{0} (по умолчанию)" },
  notSet: { en: "not set", ru: "не задано" },
  other: { en: "Other value or cell…", ru: "Другое значение или ячейка…" },
  fromList: { en: "Choose from the list", ru: "Выбрать из списка" },
  options: { en: "Settings", ru: "Настройки" },
  optionsAsText: { en: "As text or a cell", ru: "Текстом или из ячейки" },
  optionsAsForm: { en: "As a form", ru: "Формой" },
  optionsNotAForm: { en: "This is no list of known settings, so it can only be edited as text.", ru: "Это не список известных настроек, поэтому изменить его можно только как текст." },
  fillFound: { en: "Take the columns of {0}", ru: "Взять столбцы листа {0}" },
  tryExample: { en: "Fill in the example", ru: "Подставить пример" },

  // what is typed
  problemFormula: { en: "This is not a formula: check brackets, quotes and separators ({0}).", ru: "Это не формула: проверьте скобки, кавычки и разделители ({0})." },
  problemArray: { en: "This is not a list of values. Write it like {0}.", ru: "Это не список значений. Запишите так: {0}." },
  problemReference: { en: "This is not a reference. Write it like {0}.", ru: "Это не ссылка. Запишите так: {0}." },
  problemLongText: { en: "A text in a formula may have 255 characters. Put it into a cell and give the cell.", ru: "Текст в формуле – не длиннее 255 знаков. Запишите его в ячейку и укажите ячейку." },
  problemLocalName: { en: "Write the function {0} by its English name.", ru: "Напишите функцию {0} по-английски, например SUM вместо СУММ." },
  problemLongFormula: { en: "The formula is longer than 8,192 characters. Put the lists into cells and give the cells.", ru: "Формула длиннее 8192 знаков. Запишите списки в ячейки и укажите ячейки." },

  // the result
  result: { en: "Result", ru: "Результат" },
  tableMeans: { en: "What the table says", ru: "Что стоит в таблице" },
  cellsMean: { en: "What the cells mean", ru: "Что значат ячейки" },
  loading: { en: "One moment…", ru: "Минуту…" },
  calculating: { en: "Calculating…", ru: "Считаю…" },
  stillMissing: { en: "Fill in: {0}.", ru: "Заполните: {0}." },
  correctFields: { en: "Correct the marked fields.", ru: "Исправьте отмеченные поля." },
  afterInserting: { en: "A formula among the arguments is calculated by the sheet: the result appears after inserting.", ru: "Формулу среди аргументов считает таблица: результат появится после вставки." },
  unread: { en: "{0} could not be read. {1}", ru: "Не удалось прочитать {0}. {1}" },
  unreadAny: { en: "The result could not be calculated. {0}", ru: "Не удалось посчитать результат. {0}" },
  blankResult: { en: "An empty text", ru: "Пустой текст" },
  tableOf: { en: "Result, rows: {0}", ru: "Результат, строк: {0}" },
  more: { en: "and {0} more", ru: "и ещё {0}" },
  takes: { en: "In the sheet it takes {0} × {1} cells.", ru: "На листе займёт {0} × {1} ячеек." },
  formula: { en: "Formula", ru: "Формула" },

  // inserting
  insert: { en: "Insert formula", ru: "Вставить формулу" },
  insertInto: { en: "Insert into {0}", ru: "Вставить в {0}" },
  replaceIn: { en: "Replace in {0}", ru: "Заменить в {0}" },
  inserted: { en: "Inserted into {0}.", ru: "Вставлено в {0}." },
  replaced: { en: "Replaced in {0}.", ru: "Заменено в {0}." },
  occupied: { en: "{0} holds {1}. Replace it?", ru: "В {0} стоит {1}. Заменить?" },
  replace: { en: "Replace", ru: "Заменить" },
  chooseAnother: { en: "Choose another cell", ru: "Выбрать другую ячейку" },
  selectTarget: { en: "Select a cell for the formula in the sheet, then press the button.", ru: "Выделите на листе ячейку для формулы и нажмите кнопку." },
  targetInside: { en: "{0} is among the cells that the formula counts. Select another cell, then press the button.", ru: "{0} входит в ячейки, по которым считает формула. Выделите другую ячейку и нажмите кнопку." },
  notInserted: { en: "The formula was not inserted. {0}", ru: "Формула не вставлена. {0}" },

  // the data check
  tables: { en: "Tables", ru: "Таблицы" },
  checking: { en: "Checking…", ru: "Проверяю…" },
  checkAgain: { en: "Check again", ru: "Проверить снова" },
  notChecked: { en: "The data could not be checked. {0}", ru: "Не удалось проверить данные. {0}" },
  rowCount: { en: "rows: {0}", ru: "строк: {0}" },
  suspicious: { en: "Suspicious: {0}", ru: "Подозрительное: {0}" },
  toRows: { en: "Show rows: {0}", ru: "Показать строки: {0}" },
  row: { en: "Row {0}", ru: "Строка {0}" },
  showMore: { en: "Show more", ru: "Показать ещё" },
  notShown: { en: "The row could not be shown. {0}", ru: "Не удалось показать строку. {0}" },
} as const satisfies Record<string, Words>;

/** The words of that language with `values` in their places. */
export const say = (words: Words, language: Language, ...values: readonly (string | number)[]): string =>
  words[language].replace(/\{(\d)\}(\.?)/g, (place, index: string, dot: string) => {
    const text = String(values[Number(index)] ?? place);
    return text.endsWith(".") ? text : text + dot; // «27 июл.» ends the sentence by itself
  });
