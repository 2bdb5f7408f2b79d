/** Words of a plan that begins from the user's data. */
import type { DataKind } from "../../../catalogue/data-kinds";
import type { LeftOut } from "../../../plan/data-rows";
import type { Proposal } from "../../../plan/data-target";
import type { Words } from "../../../plan/words";

/** Which length of a deal the plan counts on. */
export const DAYS_OF_WORDS = {
  mean: { en: "Average, {0}", ru: "Средний, {0}" },
  median: { en: "Median, {0}", ru: "Медиана, {0}" },
} as const satisfies Record<string, Words>;

export const DATA_WORDS = {
  where: { en: "Which table holds your deals? It is only read.", ru: "В какой таблице ваши сделки? Она только читается." },
  looking: { en: "Looking for tables…", ru: "Ищу таблицы…" },
  reading: { en: "Reading the table…", ru: "Читаю таблицу…" },
  tables: { en: "Tables", ru: "Таблицы" },
  otherTables: { en: "Other sheets: {0}", ru: "Другие листы: {0}" },
  rowCount: { en: "rows: {0}", ru: "строк: {0}" },
  takeSelection: { en: "Take what is selected", ru: "Взять выделенное" },
  selectionHint: { en: "A part of a sheet: select it with its headers, then press the button. With one cell selected, its whole sheet is taken.", ru: "Часть листа: выделите её вместе с заголовками и нажмите кнопку. Если выделена одна ячейка, берётся весь лист." },
  noTables: { en: "There is no table with headers in this workbook. Put the deals on a sheet, one row per deal with a row of headers above, or begin with the ready-made plan.", ru: "В этой книге нет таблицы с заголовками. Поместите сделки на лист: строка – сделка, сверху строка заголовков. Или начните с готового плана." },
  noHeaders: { en: "There is no row of headers in {0}. Select the table with its headers, or choose another sheet.", ru: "В {0} нет строки заголовков. Выделите таблицу вместе с заголовками или выберите другой лист." },
  notRead: { en: "The table was not read. {0}", ru: "Таблица не прочитана. {0}" },
  tryAgain: { en: "Try again", ru: "Повторить" },

  areRight: { en: "Are these the right columns? Change what is wrong.", ru: "Столбцы определены верно? Поправьте, если нет." },
  kind: { en: "What one row is", ru: "Что такое одна строка" },
  noColumn: { en: "no such column", ru: "нет столбца" },
  unnamed: { en: "column {0}, no header", ru: "столбец {0} без заголовка" },
  example: { en: "For example: {0}", ru: "Например: {0}" },
  empty: { en: "Nothing stands in the first rows.", ru: "В первых строках пусто." },
  isLikely: { en: "By a part of the header: have a look.", ru: "По части заголовка – проверьте." },
  isGuess: { en: "By what stands in it: have a look.", ru: "По содержимому – проверьте." },
  isNeeded: { en: "Without this column there is nothing to count.", ru: "Без этого столбца считать нечего." },
  moreColumns: { en: "More columns", ru: "Ещё столбцы" },
  wonStage: { en: "A deal is won in the stage", ru: "Сделка выиграна на этапе" },
  lostStages: { en: "Lost deals are in", ru: "Проигранные сделки – на этапе" },
  order: { en: "Order: {0}", ru: "Порядок: {0}" },
  stagesFrom: { en: "Funnel and days from the history", ru: "Воронка и сроки – из истории этапов" },
  notUsed: { en: "do not use", ru: "не брать" },
  count: { en: "Right, count", ru: "Всё верно, посчитать" },
  columnsAgain: { en: "Change the columns", ru: "Изменить столбцы" },
  otherTable: { en: "Another table", ru: "Другая таблица" },

  found: { en: "What your data say", ru: "Что говорят ваши данные" },
  deals: { en: "Deals: {1} on the sheet {0}; won {2}, lost {3}, open {4}.", ru: "Сделки: {1} на листе {0}; выиграно {2}, проиграно {3}, открыто {4}." },
  sales: { en: "Sales: {1} on the sheet {0}.", ru: "Продажи: {1} на листе {0}." },
  leftOut: { en: "Left out: {0}.", ru: "Не учтено: {0}." },
  basis: { en: "Averages: of {0} – {1}.", ru: "Средние: за {0} – {1}." },
  averageDeal: { en: "Average deal: {0}, of {1} deals.", ru: "Средний чек: {0}, сделок {1}." },
  repeat: { en: "Repeat business: {0} of the money; customers: {1}. Who bought before the table begins counts as new.", ru: "Повторные продажи: {0} выручки; клиентов {1}. Купившие до начала таблицы считаются новыми." },
  unnamedDeals: { en: "No customer: {0} won deals, not in the share of repeat business.", ru: "Нет клиента: выиграно {0}, в долю повторных продаж не входят." },
  winRate: { en: "Share won: {0} of decided deals ({1} of {2}).", ru: "Доля выигранных: {0} закрытых сделок ({1} из {2})." },
  few: { en: "Few deals, fewer than {1}: {0} may be chance.", ru: "Мало сделок, меньше {1}: {0} – возможно, случайность." },
  fewShare: { en: "the share won ({0})", ru: "доля выигранных ({0})" },
  fewAverage: { en: "the average deal ({0})", ru: "средний чек ({0})" },
  fewDays: { en: "the length of a deal ({0})", ru: "длина сделки ({0})" },
  fewStage: { en: "the share from “{1}” on ({0})", ru: "доля из «{1}» ({0})" },
  daysOf: { en: "Days to the win, for the plan", ru: "Срок сделки для плана" },
  pipeline: { en: "Open deals: {0}, {1}; by the shares from their stages {2} of it is likely and is taken off the target.", ru: "Открытые сделки: {0} на {1}; по долям их этапов вероятно {2}, это вычтено из плана." },
  cycle: { en: "Length of a deal: {0} on average, half of them at most {1}, from created to won; deals: {2}.", ru: "Длина сделки: в среднем {0} от создания до победы, половина – не дольше {1}; сделок {2}." },
  oddDays: { en: "No length: {0} won deals, created later than closed or on no date.", ru: "Нет длины: {0} выигранных сделок созданы позже закрытия или без даты." },
  funnel: { en: "Funnel of {1} decided deals: {0}.", ru: "Воронка закрытых сделок, их {1}: {0}." },
  owners: { en: "People: {0}; the most was sold by {1}.", ru: "Люди: {0}; больше всех продали {1}." },
  former: { en: "Not in the team: {0} people without a deal in the last half year.", ru: "Не в команде: {0} – без сделок за последние полгода." },
  reasons: { en: "Lost because of: {0}.", ru: "Теряем из-за: {0}." },
  sources: { en: "Wins come from: {0}.", ru: "Победы из: {0}." },
  season: { en: "Season: the best month is {0}, the worst {1}.", ru: "Сезон: лучший месяц – {0}, худший – {1}." },
  unknown: { en: "Examples, marked in the plan, because the table does not say: {0}.", ru: "Примеры с пометкой в плане, в таблице этого нет: {0}." },
  noFunnel: { en: "shares between stages", ru: "конверсия между этапами" },
  noDeal: { en: "average deal", ru: "средний чек" },
  noRepeat: { en: "share of repeat business", ru: "доля повторных продаж" },
  noDays: { en: "days to the win", ru: "срок сделки" },
  noPeople: { en: "people", ru: "люди" },
  noTarget: { en: "target revenue", ru: "план по выручке" },
  noSeason: { en: "season (it takes 24 whole months)", ru: "сезон (нужно 24 полных месяца)" },
  live: { en: "Live facts: {1}. They are formulas over the sheet {0} and follow it.", ru: "Живые факты: {1}. Это формулы по листу {0}, они следуют за ним." },
  notLive: { en: "Facts: to be typed. For live formulas the dates and amounts on the sheet {0} must be real dates and numbers, not texts.", ru: "Факты: придётся вводить. Для живых формул даты и суммы на листе {0} должны быть датами и числами, а не текстом." },
  repeatedLive: { en: "Live facts count repeated rows too.", ru: "Живые факты считают и повторные строки." },
  exampleTarget: { en: "An example: the table has no whole month with revenue.", ru: "Пример: в таблице нет полного месяца с выручкой." },
  started: { en: "Plan from my data", ru: "План из моих данных" },
} as const satisfies Record<string, Words>;

export const KIND_WORDS: Readonly<Record<DataKind, Words>> = {
  deals: { en: "a deal, with its stage", ru: "сделка с её этапом" },
  history: { en: "a deal entering a stage", ru: "переход сделки на этап" },
  sales: { en: "a sale or payment", ru: "продажа или оплата" },
};

export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, Words>> = {
  repeated: { en: "the deal is there already – {0}", ru: "сделка уже есть – {0}" },
  noStage: { en: "no stage – {0}", ru: "нет этапа – {0}" },
  unknownStage: { en: "the stage is none of these – {0}", ru: "этап не из списка – {0}" },
  noDeal: { en: "no deal – {0}", ru: "нет сделки – {0}" },
  otherCurrency: { en: "another currency – {0}", ru: "другая валюта – {0}" },
  noAmount: { en: "won, but no amount – {0}", ru: "выиграна, но нет суммы – {0}" },
  notAnAmount: { en: "the amount is no number – {0}", ru: "сумма не число – {0}" },
  noDate: { en: "no date – {0}", ru: "нет даты – {0}" },
  notADate: { en: "the date is none – {0}", ru: "дата не дата – {0}" },
  afterToday: { en: "the date is in the future – {0}", ru: "дата в будущем – {0}" },
};

export const PROPOSAL_WORDS: Readonly<Record<Proposal["how"], Words>> = {
  yearBefore: { en: "{0} in {1} – {2}, and {3} on top", ru: "{0} за {1} – {2} и ещё {3}" },
  lastMonths: { en: "{0} in the last months, {1} – {2}, and {3} on top", ru: "{0} за последние месяцы, {1} – {2}, и ещё {3}" },
  pace: { en: "{0} at the pace of {1} – {2}, and {3} on top", ru: "{0} в темпе {1} – {2} и ещё {3}" },
};
