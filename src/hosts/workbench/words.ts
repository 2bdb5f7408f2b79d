/** Words of the page around the sheet. Those of the pane are in the pane, those of the functions in the catalogue. */
import type { Language, Words } from "../../catalogue/words";
import type { FileProblem, WrongKind } from "./files/file-error";
import type { LeftBehind, Notice } from "./files/plain-book";

export const WORDS = {
  product: { en: "Voronka", ru: "Воронка" },
  page: { en: "Voronka – sales funnel formulas", ru: "Воронка – формулы для продаж" },
  toolbar: { en: "Workbook", ru: "Книга" },
  open: { en: "Open file…", ru: "Открыть файл…" },
  openHint: { en: "An .xlsx workbook or a .csv file; it stays on this computer", ru: "Книга .xlsx или файл .csv; данные остаются на этом компьютере" },
  sample: { en: "Sample", ru: "Образец" },
  sampleHint: { en: "Go back to the sample workbook", ru: "Вернуться к книге-образцу" },
  sampleName: { en: "Sample", ru: "Образец" },
  examples: { en: "Examples", ru: "Примеры" },
  examplesHint: { en: "Ready sheets for the usual questions", ru: "Готовые листы для обычных вопросов" },
  examplesText: { en: "Ready sheets over made-up data. Every number is a formula that you can change.", ru: "Готовые листы на вымышленных данных. Каждое число – формула, которую можно менять." },
  save: { en: "Save as XLSX", ru: "Сохранить в XLSX" },
  unsaved: { en: "not saved", ru: "не сохранено" },
  language: { en: "Language", ru: "Язык" },
  dark: { en: "Dark theme", ru: "Тёмная тема" },
  pane: { en: "Functions", ru: "Функции" },
  paneHint: { en: "Show or hide the functions. F6 goes there from the sheet, and back", ru: "Показать или скрыть функции. F6 – перейти к ним с листа и обратно" },
  sheet: { en: "Sheet", ru: "Лист" },
  paneWidth: { en: "Width of the functions", ru: "Ширина панели функций" },
  drop: { en: "Drop an .xlsx or .csv file here", ru: "Отпустите здесь файл .xlsx или .csv" },
  close: { en: "Close the message", ru: "Закрыть сообщение" },
  reading: { en: "Reading {0} …", ru: "Чтение: {0} …" },
  readingRows: { en: "Reading {0}: {1} rows …", ru: "Чтение: {0}, строк: {1} …" },
  calculating: { en: "Calculating …", ru: "Расчёт …" },
  stop: { en: "Stop", ru: "Остановить" },
  as1251: { en: "Open as Windows-1251", ru: "Открыть как Windows-1251" },
  severalFiles: { en: "Only one file at a time: {0} was opened.", ru: "Файлы открываются по одному: открыт {0}." },
  ask: { en: "Save the changes first?", ru: "Сначала сохранить изменения?" },
  askText: { en: "“{0}” has changes that are not saved. They are lost when another workbook opens.", ru: "В книге «{0}» есть несохранённые изменения. Они пропадут, когда откроется другая книга." },
  saveFirst: { en: "Save, then open", ru: "Сохранить и открыть" },
  discard: { en: "Open without saving", ru: "Открыть без сохранения" },
  cancel: { en: "Cancel", ru: "Отмена" },
  storedAsText: { en: "Dates or amounts are stored as text, which formulas refuse ({0}).", ru: "Даты или суммы записаны текстом, формулы их не примут ({0})." },
  makeNumbers: { en: "Make them dates and numbers", ru: "Сделать датами и числами" },
  eitherOrder: { en: "In dates such as {1} the day or the month may stand first, so they stayed text ({0}). Which is it?", ru: "В датах вида {1} первым может быть и день, и месяц, поэтому они остались текстом ({0}). Что стоит первым?" },
  dayFirst: { en: "The day", ru: "День" },
  monthFirst: { en: "The month", ru: "Месяц" },
  noFunction: { en: "There is no function {0}", ru: "Функции {0} нет" },
  meantFunction: { en: "There is no function {0}; did you mean {1}?", ru: "Функции {0} нет; возможно, нужна {1}?" },
  englishFunction: { en: "There is no function {0}; write it by its English name", ru: "Функции {0} здесь нет; напишите её по-английски" },
  saveFailed: { en: "The workbook could not be written.", ru: "Не удалось записать книгу." },
} as const satisfies Record<string, Words>;

/** A text with `{0}`, `{1}` … filled in. */
export const say = (words: Words, language: Language, ...values: readonly (string | number)[]): string =>
  words[language].replace(/\{(\d)\}/g, (whole, index: string) => (values[Number(index)] === undefined ? whole : shown(values[Number(index)]!, language)));

const shown = (value: string | number, language: Language): string => (typeof value === "number" ? value.toLocaleString(language) : value);

// ---- files ------------------------------------------------------------------------------

const KINDS: Readonly<Record<WrongKind, Words>> = {
  picture: { en: "a picture", ru: "это картинка" },
  pdf: { en: "a PDF document", ru: "это документ PDF" },
  word: { en: "a Word document", ru: "это документ Word" },
  powerpoint: { en: "a presentation", ru: "это презентация" },
  openDocument: { en: "an OpenDocument file", ru: "это файл OpenDocument" },
  zip: { en: "a ZIP archive", ru: "это архив ZIP" },
  binaryWorkbook: { en: "a binary workbook (.xlsb)", ru: "это двоичная книга (.xlsb)" },
  webPage: { en: "a web page", ru: "это веб-страница" },
  archive: { en: "an archive", ru: "это архив" },
};

/** One sentence: what is wrong, where, and what to do. */
export function problemWords(problem: FileProblem, file: string, language: Language): string {
  const fill = (en: string, ru: string, ...values: readonly (string | number)[]) => say({ en, ru }, language, file, ...values);
  switch (problem.code) {
    case "empty": return fill("{0} is empty.", "Файл {0} пуст.");
    case "noRows": return fill("{0} has no rows.", "В файле {0} нет ни одной строки.");
    case "noSheets": return fill("{0} has no sheets.", "В файле {0} нет листов.");
    case "notASpreadsheet": return fill("{0} is not a spreadsheet: open an .xlsx or .csv file.", "{0} – не таблица: откройте файл .xlsx или .csv.");
    case "wrongKind": return fill("{0} is not a spreadsheet but {1}: save the table as .xlsx or .csv and open that.", "{0} – не таблица, {1}: сохраните таблицу как .xlsx или .csv и откройте её.", KINDS[problem.kind][language]);
    case "encrypted": return fill("{0} is protected with a password: remove the password in Excel and open it again.", "Файл {0} защищён паролем: снимите пароль в Excel и откройте снова.");
    case "oldXls": return fill("{0} has the format of Excel 97–2003 (.xls): save it as .xlsx and open that.", "{0} – в формате Excel 97–2003 (.xls): сохраните его как .xlsx и откройте снова.");
    case "damaged": return fill("{0} is damaged or incomplete and cannot be read.", "Файл {0} повреждён или неполон, прочитать его нельзя.");
    case "unreadable": return fill("{0} cannot be read.", "Файл {0} не удалось прочитать.");
    case "zipBomb": return fill("{0} unpacks to far more data than a workbook has and was not opened.", "Файл {0} распаковывается в объём, какого у книг не бывает, и не открыт.");
    case "notUtf8": return fill("{0}, row {1}: the text is not UTF-8; files of older Russian programs are often Windows-1251.", "{0}, строка {1}: текст не в UTF-8; файлы старых программ часто в кодировке Windows-1251.", problem.row);
    case "openQuote": return fill("{0}, row {1}: a quotation mark is opened and never closed.", "{0}, строка {1}: кавычка открыта и не закрыта.", problem.row);
    case "longRow": return fill("{0}, row {1}: {2} fields where the header has {3}; a separator or a quotation mark is probably wrong there.", "{0}, строка {1}: полей {2}, а в заголовке {3}; вероятно, там ошибка в разделителе или кавычках.", problem.row, problem.found, problem.expected);
    case "sheetName": return fill("Excel does not allow “{1}” as the name of a sheet: rename it and save again.", "Excel не допускает имя листа «{1}»: переименуйте лист и сохраните снова.", problem.name);
    case "tooManyRows": return fill("{0} has more than {1} rows, the most that a sheet can hold.", "В файле {0} больше {1} строк – столько лист не вмещает.", problem.limit);
    case "tooManyColumns": return fill("{0} has more than {1} columns, the most that a sheet can hold.", "В файле {0} больше {1} столбцов – столько лист не вмещает.", problem.limit);
    case "tooManyCells": return fill("{0} has more than {1} cells, the most that the workbench opens.", "В файле {0} больше {1} ячеек – столько здесь не открывается.", problem.limit);
    case "tooLarge": return fill("{0} is larger than {1} MB, the most that the workbench opens.", "Файл {0} больше {1} МБ – столько здесь не открывается.", problem.limit / 1_000_000);
  }
}

const LEFT: Readonly<Record<LeftBehind, Words>> = {
  charts: { en: "charts", ru: "диаграммы" }, pictures: { en: "pictures", ru: "картинки" }, pivots: { en: "pivot tables", ru: "сводные таблицы" },
  conditions: { en: "conditional formats", ru: "условное форматирование" }, validations: { en: "data validation", ru: "проверка данных" },
  comments: { en: "threads of comments", ru: "цепочки комментариев" }, sparklines: { en: "sparklines", ru: "спарклайны" }, shapes: { en: "shapes and slicers", ru: "фигуры и срезы" },
  macros: { en: "macros", ru: "макросы" }, protection: { en: "protection", ru: "защита" },
};

/** What the sheet has and a saved file has not. */
export const leftOutWords = (left: readonly LeftBehind[], language: Language): string =>
  say({ en: "Saved without: {0}. A file keeps lists of words and colours by a word.", ru: "Сохранено без следующего: {0}. В файл попадают списки слов и цвета по слову." }, language, left.map((what) => LEFT[what][language]).join(", "));

/** What the reader of an opened file ought to know, one sentence each. */
export function noticeWords(notice: Notice, language: Language): string {
  const fill = (en: string, ru: string, ...values: readonly (string | number)[]) => say({ en, ru }, language, ...values);
  switch (notice.kind) {
    case "lookAlike": return fill("Two columns look alike: {0} and {1}, “{2}”.", "Два столбца выглядят одинаково: {0} и {1}, «{2}».", notice.first, notice.second, notice.header);
    case "shortRows": return fill("Rows with fewer fields than the header: {0}, filled up with blanks; the first is row {1}.", "Строк короче заголовка: {0}, они дополнены пустыми ячейками; первая – строка {1}.", notice.count, notice.row);
    case "dateOrder": return notice.order === "dayFirst" ? fill("Dates in {0} were read as day, month, year.", "Даты в {0} прочитаны как день, месяц, год.", notice.columns.join(", ")) : fill("Dates in {0} were read as month, day, year.", "Даты в {0} прочитаны как месяц, день, год.", notice.columns.join(", "));
    case "left": return fill("Not taken over: {0}.", "Не перенесено: {0}.", notice.what.map((what) => LEFT[what][language]).join(", "));
    case "valuesOnly": return fill("Formulas that refer to other files or to parts that were not taken over: {0}; their last values were kept.", "Формул со ссылками на другие файлы или на неперенесённое: {0}; оставлены их последние значения.", notice.count);
  }
}
