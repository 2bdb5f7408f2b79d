/**
 * The sentence for each failure, in both languages. Form: `<argument>, row <n>: found <what>; expected <what>`.
 * A sentence names the place and what to do about it, never more than one cell of the user's data.
 */
import type { Details, Problem } from "../core/error";
import { isErrorCell } from "./grid";
import type { Language, Words } from "./words";

/** What can be expected in a cell or an argument. */
const EXPECTED: Readonly<Record<string, Words>> = {
  value: { en: "a value, not an error", ru: "значение, а не ошибка" },
  filled: { en: "a value in each row that is not empty", ru: "значение в каждой непустой строке" },
  number: { en: "a number", ru: "число" },
  someNumber: { en: "at least one number", ru: "хотя бы одно число" },
  notNegative: { en: "a number, 0 or more", ru: "число не меньше 0" },
  rate: { en: "a share from 0 to 1 (25 % is 0.25)", ru: "доля от 0 до 1 (25 % – это 0,25)" },
  rateAtMostOne: { en: "a share of at most 1 (25 % is 0.25)", ru: "доля не больше 1 (25 % – это 0,25)" },
  level: { en: "a level between 0 and 1, such as 0.95", ru: "уровень между 0 и 1, например 0,95" },
  date: { en: "a date, or a text such as 2026-01-31", ru: "дата или текст вида 2026-01-31" },
  name: { en: "a name", ru: "название" },
  id: { en: "a name or a number that identifies it", ru: "название или номер" },
  oneCell: { en: "one cell", ru: "одна ячейка" },
  oneColumn: { en: "one column", ru: "один столбец" },
  options: { en: "a text such as key=value; key=value, or a range of two columns", ru: "текст вида ключ=значение; ключ=значение или диапазон из двух столбцов" },
  optionName: { en: "the name of a setting", ru: "название настройки" },
  staleLimit: { en: "a number of days, median, or a percentile such as p80", ru: "число дней, median или процентиль, например p80" },
  amountOfCounted: { en: "an amount in each row that is counted", ru: "сумма в каждой строке, которая учитывается" },
  // flow, significance, churn: expected
  positiveWhole: { en: "a whole number, 1 or more", ru: "целое число не меньше 1" },
  // cost, value, change: expected
  // cohorts, forecasts, quality: expected
  aboveZero: { en: "a number above 0", ru: "число больше 0" },
  // pace, backward plan, people: expected
  holidays: { en: "one column of dates, or two columns: date and holiday or work", ru: "столбец дат или два столбца: дата и вид (holiday или work)" },
  // tables of the plan: expected
  cellFilled: { en: "a value", ru: "значение" },
  yesOrNo: { en: "a number, or yes or no", ru: "число, да или нет" },
  wholeNumber: { en: "a whole number", ru: "целое число" },
  amountOfWon: { en: "an amount for each won deal", ru: "сумма для каждой выигранной сделки" },
};



/** `{found}`, `{other}`, `{list}`, `{or}` (the list with “or”), `{expected}` are put in. The place comes first by itself. */
const SENTENCES: Readonly<Record<Problem, Words>> = {
  expected: { en: "found {found}; expected {expected}", ru: "получено: {found}; нужно: {expected}" },
  missing: { en: "nothing was given; this argument is required", ru: "ничего не задано; этот аргумент обязателен" },
  tooMany: { en: "found {found} arguments; expected at most {other}; several values go into one range", ru: "получено аргументов: {found}; нужно не больше {other}; несколько значений – одним диапазоном" },
  heights: { en: "the columns differ in height ({list}); expected columns of the same number of rows", ru: "столбцы разной высоты ({list}); нужны столбцы с одинаковым числом строк" },
  duplicate: { en: "found {found} a second time; expected each name once", ru: "{found} встречается второй раз; каждое название нужно один раз" },
  unknownStage: { en: "found the stage {found}; expected a stage named in {or}", ru: "получен этап {found}; нужен этап, названный в {or}" },
  unknownOption: { en: "found the unknown key {found}; expected {or}", ru: "неизвестный ключ {found}; нужно: {or}" },
  badOption: { en: "found {found}; expected {or}", ru: "получено: {found}; нужно: {or}" },
  repeatedOption: { en: "found {found} twice; expected each key once", ru: "ключ {found} задан дважды; нужно один раз" },
  notAnOption: { en: "found {found}; expected key=value; key=value", ru: "получено: {found}; нужно: ключ=значение; ключ=значение" },
  rangeTooLarge: { en: "the range is too large: {found} cells; expected at most {other}", ru: "диапазон слишком велик: ячеек {found}; нужно не больше {other}" },
  tooLarge: { en: "the result is too large for a number", ru: "результат слишком велик для числа" },
  outOfLimits: { en: "found {found}; expected a number from {expected} to {other}", ru: "получено: {found}; нужно число от {expected} до {other}" },

  fromNotBeforeTo: { en: "found from on or after to; expected from before to", ru: "from не раньше, чем to; нужно: from раньше, чем to" },
  needsArgument: { en: "nothing was given; it is required for {expected}", ru: "ничего не задано, но для {expected} нужен этот аргумент" },
  tooFewNumbers: { en: "found {found} numbers; expected at least 2, one per stage", ru: "получено чисел: {found}; нужно не меньше 2, по одному на этап" },
  tooFewStages: { en: "found {found} stages; expected at least 2", ru: "получено этапов: {found}; нужно не меньше 2" },
  tooFewNames: { en: "found {found} name; expected a list of at least 2 stages, the last one is won", ru: "получено названий: {found}; нужен список хотя бы из 2 этапов, последний – выигрыш" },
  inOrderAndLost: { en: "{found} is also in order; expected a stage to be in one of them", ru: "{found} есть и в order; этап должен быть только в одном из списков" },
  moreLostThanEntered: { en: "found {found} lost; expected at most the {other} that entered the stage", ru: "потеряно {found}; нужно не больше, чем вошло на этап: {other}" },
  moreLostThanAtStart: { en: "found {found}; expected at most the {other} customers at the start", ru: "получено: {found}; нужно не больше, чем клиентов на начало: {other}" },
  negativeTotal: { en: "the total is {found}; expected 0 or more", ru: "сумма равна {found}; нужно не меньше 0" },
  notInOrder: { en: "found {found}; expected a stage named in {or}", ru: "получено: {found}; нужен этап, названный в {or}" },
  notLater: { en: "found {found}, which does not come later than {other}; expected a later stage", ru: "{found} не позже, чем {other}; нужен более поздний этап" },
  noStatisticWithCensor: { en: "{or} does not exist with open=censor; expected mean, median, a percentile or count", ru: "{or} не определено при open=censor; нужно: mean, median, процентиль или count" },
  openNeedsClosed: { en: "open={or} needs outcome=closed; for the chance to win with open deals use CONVERSION_CURVE", ru: "open={or} требует outcome=closed; вероятность выигрыша с открытыми сделками даёт CONVERSION_CURVE" },
  outcomeNeedsStages: { en: "outcome={or} needs the arguments stages and order", ru: "outcome={or} требует аргументов stages и order" },
  closedBeforeCreated: { en: "found a date before created; expected a later one, or negative=skip in options", ru: "дата раньше, чем created; нужна более поздняя или negative=skip в настройках" },
  closedMissing: { en: "found a blank cell; expected the date on which the won or lost deal ended", ru: "получено: пустая ячейка; нужна дата окончания выигранной или проигранной сделки" },
  targetIsBaseline: { en: "the target equals the baseline ({found}), so there is no progress to measure; for a level to keep use KEEP_RATE", ru: "цель равна исходному значению ({found}), прогресса у неё нет; для удержания уровня есть KEEP_RATE" },
  // flow, significance, churn: bad input
  twoOfThree: { en: "expected two of the three numbers, and the one that is asked for left blank", ru: "нужны два числа из трёх, а искомое – пустым" },
  // cost, value, change: bad input
  moreRevenueLost: { en: "{found} was churned and contracted; expected at most the {other} at the start", ru: "ушло и сократилось {found}; нужно не больше, чем было на начало: {other}" },
  factorCount: { en: "found {found} factors; expected 2 to 12, whose product is the result", ru: "получено факторов: {found}; нужно от 2 до 12, их произведение – сам показатель" },
  convertedWithoutBase: { en: "found {found}, yet {other} were converted; expected those they came from", ru: "получено: {found}, а сконвертировано {other}; нужно, из скольких" },
  // cohorts, forecasts, quality: bad input
  tableTooLarge: { en: "the table would have {found} cells; choose a longer period or step", ru: "в таблице было бы ячеек: {found}; выберите период или шаг длиннее" },
  aboveTotal: { en: "found {found}; expected at most total, which is {other}", ru: "получено: {found}; нужно не больше total: {other}" },
  noRows: { en: "there are no rows with data", ru: "нет ни одной строки с данными" },
  // pace, backward plan, people: bad input
  aboveLimit: { en: "found {found}; expected at most {other}", ru: "получено: {found}; нужно не больше {other}" },
  noLimits: { en: "nothing was given; expected at least one of the two limits", ru: "ничего не задано; нужна хотя бы одна из двух границ" },
  notOneLess: { en: "found {found} rates; expected {other}, one less than the stages", ru: "получено конверсий: {found}; нужно на одну меньше, чем этапов: {other}" },
  noSuchDate: { en: "the answer lies before 1900-03-01, where dates begin", ru: "ответ раньше 1900-03-01, с которого начинаются даты" },
  endBeforeStart: { en: "found an end before start; expected the day of the start or a later one", ru: "окончание раньше начала; нужен день начала или более поздний" },
  notTwelve: { en: "found {found} numbers; expected 12, from January to December", ru: "получено чисел: {found}; нужно 12, с января по декабрь" },
  // tables of the plan: bad input
  noHeader: { en: "found no column {or}; expected the header row of the table here", ru: "нет столбца {or}; первой здесь нужна строка заголовков таблицы" },
  missingColumn: { en: "found no such column; expected the header {or}", ru: "нет столбца; нужен заголовок {or}" },
  twoColumns: { en: "found two columns for {expected}: {cells}; expected one", ru: "два столбца для {expected}: {cells}; нужен один" },
  needsAsOf: { en: "nothing was given, and the goal has no date in its column As of; expected one of them", ru: "ничего не задано, и у цели нет даты в столбце «На дату»; нужно одно из двух" },
  targetOnWrongSide: { en: "found {found} with the baseline {other}; expected a target on the other side of the baseline, or another Type", ru: "получено: {found} при исходном значении (baseline) {other}; нужна цель по другую сторону от него или другой тип цели" },
  upperBelowTarget: { en: "found {found}; expected the target, {other}, or more", ru: "получено: {found}; нужно не меньше нижней границы – плана, {other}" },

  blankActual: { en: "there is no value yet", ru: "значения ещё нет" },
  neverPaysBack: { en: "the profit per month is {found}, so the cost is never returned", ru: "прибыль в месяц равна {found}: затраты не вернутся никогда" },
  lostAmountsZero: { en: "the amounts of lost deals ({found}) sum to 0, so a rate by money says nothing; leave amounts out", ru: "суммы проигранных сделок, их {found}, дают 0: доля по деньгам ничего не говорит; не задавайте amounts" },
  lostStageUnknown: { en: "{found} is a lost stage and the row does not say how far the deal came; give last_stages, or use FUNNEL_COUNTS on the stage history", ru: "{found} – этап отказа, и строка не говорит, докуда дошла сделка; задайте last_stages или используйте FUNNEL_COUNTS по истории этапов" },
  wonHasNoTime: { en: "{found} is the won stage: deals do not stay in it", ru: "{found} – этап выигрыша: сделки на нём не стоят" },
  nothingFinished: { en: "no stay in {found} is finished", ru: "нет ни одного завершённого пребывания на этапе {found}" },
  percentileNotReached: { en: "too few stays in {found} are finished for this percentile; ask for a lower one", ru: "на этапе {found} завершено слишком мало пребываний для этого процентиля; попробуйте меньший" },
  tooFewClosed: { en: "too few deals are finished for this percentile; ask for a lower one", ru: "завершено слишком мало сделок для этого процентиля; попробуйте меньший" },
  noDeals: { en: "there are no deals with this outcome in the data", ru: "в данных нет сделок с таким исходом" },
  nobodyConverted: { en: "no deal came from {found} to {other}", ru: "ни одна сделка не дошла от {found} до {other}" },
  noWonDeals: { en: "there are no won deals", ru: "нет выигранных сделок" },
  // flow, significance, churn: no answer
  nobodyLeft: { en: "no deal has left a stage before won yet", ru: "ни одна сделка ещё не ушла ни с одного этапа до выигрыша" },
  noLostDeals: { en: "there are no lost deals in the data", ru: "в данных нет потерянных сделок" },
  // cost, value, change: no answer
  lagTooLong: { en: "a lag of {found} leaves no period out of {other}", ru: "при сдвиге {found} не остаётся ни одного периода: всего их {other}" },
  targetReached: { en: "{other} of {found} is closed already: there is nothing left to cover", ru: "уже закрыто {other} при цели {found}: покрывать больше нечего" },
  lmdiNeedsPositive: { en: "found {found}, but method=lmdi needs numbers above 0; use method=shapley", ru: "получено: {found}, а method=lmdi требует чисел больше 0; используйте method=shapley" },
  // cohorts, forecasts, quality: no answer
  noDealsInPeriod: { en: "there are no deals or customers that began in the period", ru: "в этом периоде нет новых сделок и клиентов" },
  tooFewValues: { en: "found {found} values; expected at least {other}", ru: "получено значений: {found}; нужно не меньше {other}" },
  // pace, backward plan, people: no answer
  notStarted: { en: "not started: on this day no time has passed yet, so nothing is expected", ru: "не начата: на этот день время ещё не прошло, и ничего не ожидается" },
  // tables of the plan: no answer
  noGoals: { en: "the table names no goal", ru: "в таблице не названо ни одной цели" },
  goalNotFound: { en: "no goal named {found}; nearest: {other}", ru: "цели {found} нет; похожая: {other}" },
  severalGoals: { en: "{found} means several goals: {cells}; use the id, which must differ from goal to goal", ru: "{found} – это несколько целей: {cells}; укажите ID, он должен быть у каждой цели свой" },
  nothingExpected: { en: "nothing is expected yet, so there is nothing to compare with", ru: "пока ничего не ожидается: сравнивать не с чем" },
  levelHasNoPace: { en: "a level to keep has no pace; the share of periods in which it was kept is KEEP_RATE", ru: "у поддерживаемого уровня нет темпа; долю периодов, когда он выдержан, даёт KEEP_RATE" },
  rangeHasNoValue: { en: "a goal to keep within limits has no single expected value", ru: "у цели «В пределах» нет одного ожидаемого значения" },
  noCheckins: { en: "no check-in of {found} has a value yet", ru: "ни в одном замере цели {found} ещё нет значения" },
  checkinsLater: { en: "the first check-in is of {found}, later than as_of", ru: "первый замер сделан {found}, позже чем as_of" },

  zeroTotal: { en: "the total is 0, nothing can be divided by it", ru: "сумма равна 0, делить не на что" },
  zeroFirst: { en: "nobody entered the first stage", ru: "на первый этап никто не вошёл" },
  noDecidedDeals: { en: "nothing was won or lost, so there is nothing to divide by", ru: "ничего не выиграно и не проиграно: делить не на что" },
  noWonDealsToDivide: { en: "there are no won deals to divide by", ru: "нет выигранных сделок: делить не на что" },
  zeroPlan: { en: "the plan is 0, there is no share of it", ru: "план равен 0, доли от него нет" },
  zeroConversion: { en: "conversion number {found} is 0: no number of leads is enough", ru: "конверсия номер {found} равна 0: никакого числа лидов не хватит" },
  zeroDealSize: { en: "the deal size is 0: no number of deals is enough", ru: "размер сделки равен 0: никакого числа сделок не хватит" },
  // flow, significance, churn: division
  zeroStage: { en: "nobody entered {found}, so there are no conversions after it", ru: "на этап {found} никто не вошёл: дальше конверсий нет" },
  // cost, value, change: division
  noCostsToSpread: { en: "no group has costs in proportion to which the others could be spread; use unassigned=row", ru: "нет групп с затратами, по которым можно распределить остальные; используйте unassigned=row" },
  endlessLife: { en: "churn and discount are 0: the customer stays for ever; give months", ru: "отток и дисконт равны 0: клиент не уйдёт никогда; задайте months" },
  // cohorts, forecasts, quality: division
  zeroSeasonIndex: { en: "the seasonal index of place {found} is 0, nothing can be divided by it", ru: "сезонный индекс номер {found} равен 0, делить не на что" },
  zeroAverage: { en: "the values of a whole season are 0, nothing can be divided by them", ru: "все значения сезона равны 0, делить не на что" },
  // pace, backward plan, people: division
  zeroDivisor: { en: "found 0; nothing can be divided by it", ru: "получено: 0; делить не на что" },
  noDaysLeft: { en: "no days are left after as_of", ru: "после as_of не осталось дней" },
  noWorkingDays: { en: "there are no working days from start to end", ru: "от начала до окончания нет рабочих дней" },
  zeroSeason: { en: "the months from start to end weigh 0 together: their indexes or their working days are 0", ru: "месяцы от начала до окончания вместе весят 0: равны 0 их индексы или рабочие дни" },
  // tables of the plan: division
};

const ROW: Words = { en: "row", ru: "строка" };

/** The sentence for a problem, with its place in front. */
export function wordsOf(problem: Problem, details: Details, language: Language): string {
  const sentence = SENTENCES[problem][language].replace(/\{(found|other|expected|list|or|cells)\}/g, (_, part: string) => {
    switch (part) {
      case "found": return shownValue(details.found, language);
      case "other": return shownValue(details.other, language);
      case "expected": return details.expected === undefined ? "" : (EXPECTED[details.expected]?.[language] ?? details.expected);
      case "list": return (details.list ?? []).join(", ");
      case "cells": return shownCells(details.cells ?? [], language);
      default: return either(details.list ?? [], language);
    }
  });
  const place = [details.argument, details.row === undefined ? null : `${ROW[language]} ${details.row}`, details.column].filter(Boolean).join(", ");
  const told = sentence.replace(/^found 1 (\w+)s;/, "found 1 $1;"); // one of what is counted
  return place ? `${place}: ${told}` : told.charAt(0).toUpperCase() + told.slice(1);
}

const OR: Words = { en: "or", ru: "или" };

const either = (list: readonly string[], language: Language): string =>
  list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} ${OR[language]} ${list[list.length - 1]}`;

/** As many cells as a person would look at. */
const MOST_SHOWN = 10;

function shownCells(cells: NonNullable<Details["cells"]>, language: Language): string {
  const shown = cells.slice(0, MOST_SHOWN).map(({ found, row }) => shownValue(found, language) + (row === undefined ? "" : ` (${ROW[language]} ${row})`));
  return [...shown, ...(cells.length > MOST_SHOWN ? ["…"] : [])].join(", ");
}

const LONGEST = 60;

/** One cell as a person would read it. */
export function shownValue(value: unknown, language: Language): string {
  if (typeof value === "number" && !Number.isFinite(value)) return language === "ru" ? "не число" : "no number";
  if (typeof value === "number") {
    const digits = String(Number(value.toPrecision(15))); // as many as a cell shows
    return language === "ru" ? digits.replace(".", ",") : digits;
  }
  if (typeof value === "boolean") return language === "ru" ? (value ? "ИСТИНА" : "ЛОЖЬ") : value ? "TRUE" : "FALSE";
  if (typeof value === "string") return quoted(value, language);
  if (isErrorCell(value)) return value.error;
  if (isSize(value)) return language === "ru" ? `диапазон ${value.rows} × ${value.columns}` : `a range of ${value.rows} × ${value.columns} cells`;
  return language === "ru" ? "пустая ячейка" : "a blank cell";
}

const isSize = (value: unknown): value is { rows: number; columns: number } => typeof value === "object" && value !== null && "rows" in value && "columns" in value;

/** Shortened, and with control and direction characters made visible: a text from a workbook may try to look like ours. */
function quoted(text: string, language: Language): string {
  const start = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const safe = start.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`); // eslint-disable-line no-control-regex -- they are what is looked for
  return language === "ru" ? `«${safe}»` : `"${safe}"`;
}
