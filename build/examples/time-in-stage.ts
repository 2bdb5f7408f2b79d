/** Time in stage, with the deals that are still there: what a mean of finished deals hides. */
import { serialOfDay } from "../../src/core/calendar";
import type { Language } from "../../src/catalogue/words";
import type { PlainBook } from "../../src/hosts/workbench/files/plain-book";
import type { Deal } from "../../src/hosts/workbench/sample/deals";
import { deals as usual, dealSheet, logSheet, stageSheet } from "./department";
import { book, review } from "./sheets";

const PROPOSAL = 3;
const SLOW_SINCE = serialOfDay(2026, 8, 1) ?? 0;

/** Since August proposals wait for an approval, two of three to this day: the finished ones alone look as quick as ever. */
const slowed: readonly Deal[] = usual.map((deal) => {
  const at = deal.entries.findIndex((entry) => entry.stage === PROPOSAL && entry.at >= SLOW_SINCE);
  return at < 0 || deal.number % 3 === 0 ? deal : { ...deal, entries: deal.entries.slice(0, at + 1) };
});

export function timeInStage(language: Language): PlainBook {
  const [deals, log, stages] = [dealSheet(language, slowed), logSheet(language, slowed), stageSheet(language)];
  const history = `${log.all("deal")},${log.all("stage")},${log.all("date")},${stages.range("stage")},${stages.list("lost")}`;
  const rows = `${deals.all("created")},${deals.all("closed")},${deals.all("stage")},${stages.range("stage")},${stages.list("lost")}`;
  const stage = (n: number): string => stages.range("stage").replace(/A2.*/, `A${n}`);
  const page = review(language, { en: "Review", ru: "Разбор" }, { en: "Time in stage, open deals included", ru: "Время на этапах с учётом открытых сделок" }, {
    en: "Made-up data up to 31 October 2026. The numbers are formulas over Log (one row per entry into a stage) and Deals (one row per deal).",
    ru: "Вымышленные данные до 31 октября 2026 года. Числа – формулы по листам «История» (строка на вход в этап) и «Сделки» (строка на сделку).",
  }, [350, 150, 110, 110, 120, 110, 120, 200, 200, 180]);

  page.section({ en: "Length of a deal", ru: "Длина сделки" });
  page.figure({ en: "Won deals, on average, days", ru: "Выигранные, в среднем, дней" }, `=SALES_CYCLE(${rows})`, "bigDecimal", { en: "From created to won; a few very long deals pull it up", ru: "От создания до продажи; немногие очень долгие сделки тянут среднее вверх" });
  page.figure({ en: "Half of the won deals take, days", ru: "Половина выигранных укладывается в, дней" }, `=SALES_CYCLE(${rows},"median")`, "bigDecimal", { en: "Median: what a usual deal takes", ru: "Медиана: сколько идёт обычная сделка" });
  page.figure({ en: "Four of five take at most, days", ru: "Четыре из пяти – не дольше, дней" }, `=SALES_CYCLE(${rows},"p80")`, "bigDecimal", { en: "A promise that is kept four times of five", ru: "Срок, который можно обещать: сбывается в четырёх случаях из пяти" });
  page.figure({ en: "Half of all deals end within, days", ru: "Половина всех сделок закрывается за, дней" }, `=SALES_CYCLE(${rows},"median",,"outcome=closed; open=censor")`, "bigDecimal", { en: "Won or lost; open deals count with the time they have lasted so far", ru: "Продажей или отказом; открытые учтены тем временем, что уже идут" });
  page.figure({ en: "From lead to proposal, median, days", ru: "От лида до предложения, медиана, дней" }, `=TIME_TO_CONVERT(${history},${stage(2)},${stage(5)},"median")`, "bigDecimal", { en: "Only the deals that arrived there", ru: "Только дошедшие сделки" });

  page.section({ en: "Days in each stage", ru: "Дней на каждом этапе" }, {
    en: "Mean and Median are those of finished stays. “With open” also counts the deals that are still there. Look at Proposal: the mean of the finished ones hides those that wait.",
    ru: "«Среднее» и «Медиана» – по завершённым. «С открытыми» учитывает и тех, кто ещё там. Посмотрите на «Предложение»: среднее по завершённым прячет тех, кто ждёт.",
  });
  page.spill(`=STAGE_TIME_TABLE(${history})`, 6, ["none", "money", "money", "money", "decimal", "decimal", "decimal", "decimal", "decimal", "decimal"]);

  page.section({ en: "Deals that are stuck: the fifteen oldest", ru: "Застрявшие сделки: пятнадцать самых давних" }, {
    en: "They have been in their stage longer than four of five deals usually are (the limit).",
    ru: "Стоят на этапе дольше, чем четыре из пяти сделок обычно (это и есть предел).",
  });
  page.spill(`=TAKE(STALE_DEALS(${history}),16)`, 16, ["none", "none", "date", "decimal", "decimal"]);

  page.section({ en: "Movement in October 2026", ru: "Движение за октябрь 2026 года" }, {
    en: "At the end = at the start + entered − forward − back − lost. More entered than left means a growing queue.",
    ru: "На конец = на начало + вошли − вперёд − назад − отказы. Вошло больше, чем вышло, – очередь растёт.",
  });
  page.spill(`=STAGE_FLOW(${history},,"from=2026-10-01; to=2026-11-01")`, 7, ["none", "money", "money", "money", "money", "money", "money"]);

  page.section({ en: "Chance to be won within so many days", ru: "Вероятность продажи за столько дней" }, {
    en: "Open deals stay in the count as long as they are known. P(won) at the last row is what a new lead may expect.",
    ru: "Открытые сделки участвуют, пока о них известно. P(выигрыш) в последней строке – то, на что может рассчитывать новый лид.",
  });
  page.spill(`=TAKE(CONVERSION_CURVE(${rows},,"step=15"),11)`, 11, ["number", "money", "money", "money", "percent", "percent", "percent", "percent", "percent"]);
  return book(page.sheet(), deals.sheet, log.sheet, stages.sheet);
}
