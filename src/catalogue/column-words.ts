/**
 * What the columns of result tables hold, a sentence each, for people without statistics. A column is known by the English word of its
 * header, which stands with the function; only docs, help pages and the larger bundles carry these texts.
 */
import { TOTAL, type Words } from "./words";

/** What a column is measured in. */
export const COLUMN_UNITS = {
  share: { en: "share", ru: "доля" },
  points: { en: "share; 0.01 is one percentage point", ru: "доля; 0,01 – один процентный пункт" },
  count: { en: "count", ru: "количество" },
  days: { en: "days", ru: "дни" },
  money: { en: "money", ru: "деньги" },
  date: { en: "date", ru: "дата" },
  text: { en: "text", ru: "текст" },
  number: { en: "number", ru: "номер" },
  given: { en: "as in your data", ru: "как в ваших данных" },
  result: { en: "units of the result", ru: "в единицах результата" },
  plain: { en: "plain number", ru: "просто число" },
} as const satisfies Record<string, Words>;
type ColumnUnit = keyof typeof COLUMN_UNITS;

/** `of`: the English word of the header, or of the first cell of a row; Words where that word comes from the data or there is none. */
export type Told = { readonly of: string | Words; /** Null: a row with several. */ readonly unit: ColumnUnit | null; readonly words: Words };
/** `rows`: those whose name does not say enough. */
export type TableWords = { readonly columns: readonly Told[]; readonly rows?: readonly Told[] };

const told = (of: string | Words, unit: ColumnUnit | null, en: string, ru: string): Told => ({ of, unit, words: { en, ru } });

/** Stands for one column per stage, named by the data. */
const EACH_STAGE: Words = { en: "Each stage", ru: "Каждый этап" };
/** Stands for one column per age of a cohort. */
const EACH_AGE: Words = { en: "0, 1, 2 …", ru: "0, 1, 2 …" };

const STAGE = told("Stage", "text", "Stage of the funnel.", "Этап воронки.");
const FROM_PREVIOUS = told("Conversion", "share", "Share of the deals of the previous stage that came to this one.", "Какая доля сделок предыдущего этапа дошла до этого.");
const totalRow = (en: string, ru: string): Told => told(TOTAL.en, null, en, ru);
const ADDS_UP = totalRow("All groups together; ratios are counted anew from the sums, not averaged.", "Все группы вместе; отношения посчитаны заново по суммам, а не усреднены.");

/**
 * Both ends of an interval.
 *
 * @param of what it is for; in Russian in the genitive
 * @param by the method, or what it takes for granted
 * @param names the headers, or the words that stand for them
 */
const limits = (unit: ColumnUnit, of: Words, by: Words, percent = 95, names: readonly [string | Words, string | Words] = ["Low", "High"]): readonly [Told, Told] => [
  told(names[0], unit, `Lower limit of the interval for ${of.en}: intervals made this way are right in ${percent} of 100 cases, unless level says otherwise (${by.en}).`, `Нижняя граница интервала для ${of.ru}: построенные так интервалы верны в ${percent} случаях из 100, если level не задаёт другое (${by.ru}).`),
  told(names[1], unit, "Upper limit of the same interval.", "Верхняя граница того же интервала."),
];
const WILSON: Words = { en: "Wilson's method", ru: "метод Уилсона" };
const CELLS: readonly [Words, Words] = [{ en: "First cell", ru: "Первая ячейка" }, { en: "Second cell", ru: "Вторая ячейка" }];

/** By function, in the order of its columns. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  FUNNEL_TABLE: {
    columns: [
      STAGE,
      told("Count", "count", "Deals that entered the stage.", "Сколько сделок вошло на этап."),
      told("% of first", "share", "Share of the deals of the first stage that came this far.", "Какая доля сделок первого этапа дошла до этого."),
      { ...FROM_PREVIOUS, of: "% of previous" },
      told("Dropped", "count", "Deals that did not come to the next stage: lost, or still on their way.", "Сколько сделок не дошло до следующего этапа: потеряны или ещё в пути."),
      told("Dropped %", "share", "Those deals as a share of the stage's own.", "Какую долю сделок этапа они составляют."),
      told("% to last", "share", "Share of the deals of this stage that reached the last one.", "Какая доля сделок этого этапа дошла до последнего."),
      ...limits("share", { en: "the true % of previous", ru: "настоящего % от предыдущего" }, WILSON),
    ],
  },
  STAGE_TIME_TABLE: {
    columns: [
      STAGE,
      told("Stays", "count", "Stays in the stage, finished and open; the visits of one deal are added up to one stay, unless visits says otherwise.", "Сколько было пребываний на этапе, завершённых и открытых; заходы одной сделки складываются в одно, если visits не задаёт другое."),
      told("Finished", "count", "Stays that have ended.", "Сколько из них закончилось."),
      told("Open", "count", "Stays that still went on at the moment as_of.", "Сколько из них ещё продолжалось на момент as_of."),
      told("Mean", "days", "Average of the finished stays; too short where slow deals are still in the stage.", "Среднее по завершённым; занижено, если медленные сделки ещё стоят на этапе."),
      told("Median", "days", "Half of the finished stays lasted no longer.", "Половина завершённых пребываний длилась не дольше."),
      told("P80", "days", "Four of five finished stays lasted no longer.", "Четыре из пяти завершённых пребываний длились не дольше."),
      told("Mean with open", "days", "Average of all stays, where an open one counts as “at least so long” (Kaplan–Meier); if the longest stay is still open, the true average is longer.", "Среднее по всем пребываниям: открытое учтено как «не меньше, чем прошло» (Каплан – Мейер); если самое долгое ещё открыто, настоящее среднее больше."),
      told("Median with open", "days", "Days by which half of all stays end, where an open one counts as “at least so long” (Kaplan–Meier); blank while too few have ended to tell.", "За сколько дней заканчивается половина всех пребываний: открытое учтено как «не меньше, чем прошло» (Каплан – Мейер); пусто, пока закончилось слишком мало."),
      told("Longest open", "days", "How long the longest open stay has lasted so far.", "Сколько уже длится самое долгое из открытых."),
    ],
  },
  STALE_DEALS: {
    columns: [
      told("Deal", "given", "The deal that is stuck.", "Застрявшая сделка."),
      told("Stage", "text", "Stage in which it is now.", "Этап, на котором она сейчас."),
      told("Since", "date", "When it entered that stage.", "Когда она вошла на этот этап."),
      told("Days", "days", "How long it has been there, up to as_of.", "Сколько она там стоит, по as_of."),
      told("Limit", "days", "Deals that stay longer are listed: the days you gave, or the percentile of the stays in this stage.", "Дольше этого стоять необычно: заданные дни или процентиль пребываний на этом этапе."),
    ],
  },
  REQUIRED_FUNNEL: {
    columns: [
      STAGE,
      told("Required", "count", "Deals that must enter the stage to reach the target.", "Сколько сделок должно войти на этап, чтобы выполнить цель."),
      told("Conversion", "share", "The conversion from the previous stage that you gave; blank at the first stage.", "Заданная конверсия из предыдущего этапа; у первого этапа пусто."),
    ],
  },
  LEADS_WINDOW: {
    columns: [
      told(CELLS[0], "date", "First day: a lead that comes then and takes as long as the lags say closes on the first day of the period.", "Первый день: лид, пришедший тогда и идущий столько, сколько задано в lags, закроется в первый день периода."),
      told(CELLS[1], "date", "Last day: a lead that comes later and takes as long closes after the period.", "Последний день: пришедший позже и идущий столько же лид закроется после периода."),
    ],
  },
  BOTTLENECK: {
    columns: [
      told("Stage", "text", "Stage to which the step leads, from the one before it.", "Этап, на который ведёт шаг с предыдущего."),
      FROM_PREVIOUS,
      told("Wins per +1 pt", "count", "Won deals more if this conversion rose by one percentage point, such as from 20 to 21 %, and the others stayed.", "Насколько больше было бы продаж, если бы эта конверсия выросла на один процентный пункт, например с 20 до 21 %, а другие не изменились."),
      told("Money per +1 pt", "money", "Those won deals times the deal size; without a deal size it is their number.", "Эти продажи, умноженные на средний чек; если чек не задан – их число."),
      told("Rank", "number", "1 is the step where one point is worth most; equal ones share a rank.", "1 – шаг, где один пункт дороже всего; у равных место общее."),
      told("Benchmark", "share", "The conversion to reach that you gave; blank if none.", "Заданная конверсия, к которой стремиться; пусто, если её нет."),
      told("Money to benchmark", "money", "Money more if this conversion rose to its benchmark and the others stayed; 0 where it is there already.", "Насколько больше было бы денег, если бы эта конверсия выросла до ориентира, а другие не изменились; 0, если он уже достигнут."),
    ],
  },
  LOST_REASONS: {
    columns: [
      told("Reason", "text", "Why the deals were lost.", "Почему сделки потеряны."),
      told("Deals", "count", "Lost deals with this reason.", "Сколько сделок потеряно по этой причине."),
      told("Deals %", "share", "Those deals as a share of all lost ones.", "Какую долю всех потерянных сделок они составляют."),
      told("Cumulative %", "share", "Share of this reason and all above it together: 0.8 in the third row means that three reasons explain 80 % of the losses.", "Доля этой причины вместе со всеми выше: 0,8 в третьей строке значит, что три причины объясняют 80 % потерь."),
      told("Amount", "money", "Money of these deals; blank if no amounts are given.", "Сумма этих сделок; пусто, если суммы не заданы."),
      told("Amount %", "share", "That money as a share of all lost money.", "Какую долю всех потерянных денег она составляет."),
    ],
  },
  FUNNEL_BY: {
    columns: [
      told("Group", "text", "Source, owner or whatever else you group by.", "Источник, менеджер или другое, по чему вы группируете."),
      told(EACH_STAGE, "count", "Deals of the group that reached the stage; with count in options, that were lost from it or are in it now.", "Сколько сделок группы дошло до этапа; с count в options – потеряно с него или стоит на нём сейчас."),
      told("Conversion", "share", "The last stage divided by the first.", "Последний этап, делённый на первый."),
    ],
    rows: [ADDS_UP],
  },
  TRANSITION_MATRIX: {
    columns: [
      told("From", "text", "Stage that the deals left.", "Этап, с которого сделки ушли."),
      told(EACH_STAGE, "share", "Share of the exits from the stage of the row that led straight to the stage of the column; a row adds up to 1.", "Какая доля выходов с этапа строки вела прямо на этап столбца; в строке сумма 1."),
      told("Exits", "count", "How many times deals left the stage: how many moves the shares stand on.", "Сколько раз сделки уходили с этапа: на скольких переходах стоят доли."),
      told("Now", "count", "Deals that are in the stage now.", "Сколько сделок на этапе сейчас."),
    ],
  },
  STAGE_FLOW: {
    columns: [
      STAGE,
      told("At start", "count", "Deals in the stage when the period began.", "Сколько сделок было на этапе в начале периода."),
      told("Entered", "count", "Entries in the period; a deal that comes back counts again.", "Сколько раз входили за период; вернувшаяся сделка считается снова."),
      told("Forward", "count", "Exits in the period to a later stage.", "Сколько раз за период уходили на более поздний этап."),
      told("Back", "count", "Exits in the period to an earlier stage.", "Сколько раз за период возвращались на более ранний этап."),
      told("Lost", "count", "Exits in the period to a lost stage.", "Сколько раз за период уходили в отказ."),
      told("At end", "count", "Deals in the stage when the period ended: at start + entered − forward − back − lost.", "Сколько сделок на этапе в конце периода: на начало + вошло − вперёд − назад − потеряно."),
    ],
  },
  CONVERSION_INTERVAL: { columns: [...limits("share", { en: "the true conversion", ru: "настоящей конверсии" }, WILSON, 95, CELLS)] },
  CONVERSION_TEST: {
    columns: [
      told("Measure", "text", "What stands in the row.", "Что стоит в строке."),
      told("Value", "plain", "The number of that row; for Test the name of the test.", "Число этой строки; у критерия – его название."),
    ],
    rows: [
      told("Rate 1", "share", "Conversion of the first period or group.", "Конверсия первого периода или группы."),
      told("Rate 2", "share", "Conversion of the second one.", "Конверсия второго."),
      told("Difference", "points", "Rate 2 less rate 1.", "Конверсия 2 минус конверсия 1."),
      ...limits("points", { en: "the true difference", ru: "настоящей разницы" }, { en: "Newcombe's method", ru: "метод Ньюкомба" }),
      told("z", "plain", "The difference in units of its usual scatter by chance (standard errors): in the z-test, beyond ±1.96 p is below 0.05.", "Разница в единицах её обычного случайного разброса (стандартных ошибок): в z-критерии за пределами ±1,96 p меньше 0,05."),
      told("p", "share", "How often chance alone would give a difference at least so large, up or down, if both true conversions were the same; below 0.05 it is usually not put down to chance. It is not the chance that they are the same.", "Как часто одна случайность дала бы разницу не меньше, в любую сторону, если бы настоящие конверсии совпадали; меньше 0,05 – обычно уже не считают случайностью. Это не вероятность того, что они равны."),
      told("Test", "text", "How p was found: by the z-test; or, where fewer than 5 converted or not converted deals are expected in one of the two, by Fisher's exact test, which adds up all outcomes no likelier than yours.", "Как найдено p: z-критерием; а если в одной из двух групп ожидается меньше 5 сконвертированных или несконвертированных – точным критерием Фишера, который складывает все исходы не вероятнее вашего."),
    ],
  },
  CHANGE_DRIVERS: {
    columns: [
      told("Factor", "text", "One of the numbers whose product is the result.", "Одно из чисел, произведение которых – результат."),
      told("Before", "given", "Its value before.", "Его значение до."),
      told("After", "given", "Its value after.", "Его значение после."),
      told("Effect", "result", "How much of the change of the result this factor brought; plus raised it.", "Какую часть изменения результата дал этот фактор; плюс – увеличил его."),
      told("Effect %", "share", "That as a share of the whole change; above 1 or negative where factors worked against each other.", "То же в долях всего изменения; больше 1 или меньше 0, если факторы тянули в разные стороны."),
    ],
    rows: [totalRow("The result itself, before and after; the effects add up to its change.", "Сам результат, до и после; вклады в сумме дают его изменение.")],
  },
  CONVERSION_MIX: {
    columns: [
      told("Group", "text", "Channel or whatever else you group by.", "Канал или другое, по чему вы группируете."),
      told("Share before", "share", "Share of the group in all leads before.", "Доля группы во всех лидах до."),
      told("Share after", "share", "Its share after.", "Её доля после."),
      told("Rate before", "share", "Conversion of the group before.", "Конверсия группы до."),
      told("Rate after", "share", "Its conversion after.", "Её конверсия после."),
      told("Rate effect", "points", "How much the conversion of all moved because this group converts better or worse than before.", "Насколько сдвинула общую конверсию перемена конверсии этой группы."),
      told("Mix effect", "points", "How much the change of this group's share moved it; plus for each group that grew, so read it in the row Total.", "Насколько её сдвинула перемена доли этой группы; у каждой выросшей группы он с плюсом, поэтому смотрите строку «Итого»."),
      told("Total effect", "points", "Rate effect + mix effect.", "Вклад конверсии + вклад структуры."),
    ],
    rows: [totalRow("Conversion of all groups together, before and after; the effects add up to its change.", "Конверсия всех групп вместе, до и после; вклады в сумме дают её изменение.")],
  },
  CAC_BY: {
    columns: [
      told("Group", "text", "Channel.", "Канал."),
      told("Costs", "money", "Money spent on the channel.", "Затраты на канал."),
      told("Customers", "count", "New customers from it.", "Сколько новых клиентов он привёл."),
      told("CAC", "money", "Cost of one new customer: costs divided by customers; blank without customers.", "Стоимость одного нового клиента: затраты, делённые на клиентов; пусто, если клиентов нет."),
      told("Costs %", "share", "Share of the channel in all costs.", "Доля канала во всех затратах."),
      told("Customers %", "share", "Its share in all new customers; above its share of the costs the channel is cheaper than the average.", "Его доля во всех новых клиентах; если она больше доли затрат, канал дешевле среднего."),
    ],
    rows: [ADDS_UP],
  },
  PAYBACK_CURVE: {
    columns: [
      told("Month", "number", "Month since the customer was won, from 1.", "Месяц с привлечения клиента, начиная с 1."),
      told("Profit", "money", "Profit of that month per customer won, less for those who have left by then and for the discount.", "Прибыль этого месяца на одного привлечённого клиента, с учётом ушедших к этому времени и дисконта."),
      told("Cumulative", "money", "Profit of all months so far.", "Прибыль за все месяцы до этого включительно."),
      told("Balance", "money", "Cumulative profit less the CAC; from the first month where it is 0 or more the customer has paid back.", "Накопленная прибыль минус CAC; с первого месяца, где она не меньше 0, клиент окупился."),
    ],
  },
  COHORT_CONVERSION: {
    columns: [
      told("Cohort", "text", "Period in which the deals were created.", "Период, в котором созданы сделки."),
      told("Size", "count", "Deals created in it.", "Сколько сделок в нём создано."),
      told(EACH_AGE, "share", "Share of the cohort won by the end of its own period (0), of the next one (1), and so on; blank until that period is over.", "Какая доля когорты выиграна к концу её собственного периода (0), следующего (1) и так далее; пусто, пока период не закончился."),
    ],
  },
  COHORT_RETENTION: {
    columns: [
      told("Cohort", "text", "Period of the customers' first activity.", "Период первой активности клиентов."),
      told("Size", "count", "Customers who began in it.", "Сколько клиентов начало в нём."),
      told(EACH_AGE, "share", "Share of the cohort active in its own period (0), in the next one (1), and so on; blank until that period is over.", "Какая доля когорты активна в её собственном периоде (0), в следующем (1) и так далее; пусто, пока период не закончился."),
    ],
  },
  CONVERSION_CURVE: {
    columns: [
      told("Days", "days", "Days since the deal was created.", "Сколько дней прошло с создания сделки."),
      told("At risk", "count", "Deals known to have lasted at least so many days: the later rows stand on fewer deals.", "Сколько сделок заведомо длилось не меньше: поздние строки стоят на меньшем числе сделок."),
      told("Won", "count", "Deals won after exactly so many days; with step, since the row before.", "Сколько сделок выиграно ровно через столько дней; со step – с прошлой строки."),
      told("Lost", "count", "Deals lost after exactly so many days; with step, since the row before.", "Сколько сделок потеряно ровно через столько дней; со step – с прошлой строки."),
      told("P(won)", "share", "The chance that a deal is won within so many days; open deals count as long as they have been watched, and a lost deal cannot be won any more (Aalen–Johansen).", "Вероятность, что сделка выиграна за столько дней; открытые учтены столько, сколько за ними наблюдали, а потерянная выиграна уже не будет (Аален – Йохансен)."),
      told("P(lost)", "share", "The chance that it is lost within so many days, counted alike.", "Вероятность, что она за столько дней потеряна, посчитана так же."),
      told("P(open)", "share", "The chance that it is still open after so many days; the three add up to 1.", "Вероятность, что она через столько дней ещё открыта; три вероятности в сумме дают 1."),
      ...limits("share", { en: "the true P(won)", ru: "настоящей P(выигрыш)" }, { en: "by the variance of Aalen–Johansen; blank where P(won) is 0 or 1", ru: "по дисперсии Аалена – Йохансена; пусто, где P(выигрыш) равна 0 или 1" }),
    ],
  },
  LEAD_FORECAST: {
    columns: [
      told("Period", "number", "Number of the period, counted on from your last value.", "Номер периода, счёт продолжается после последнего значения."),
      told("Forecast", "given", "What the trend and the season give for it, never below 0.", "Что для него дают тренд и сезон, не меньше 0."),
      ...limits("given", { en: "the value of that period", ru: "значения этого периода" }, { en: "if the trend goes on and the scatter stays as it was", ru: "если тренд продолжится, а разброс останется прежним" }),
    ],
  },
  PIPELINE_FORECAST: {
    columns: [
      told("Period", "text", "When the deals are expected to close.", "Когда сделки должны закрыться."),
      told("Deals", "count", "Open deals expected then.", "Сколько открытых сделок ждут в нём."),
      told("Amount", "money", "Their money if all of them were won.", "Их сумма, если выиграть все."),
      told("Weighted", "money", "Their money, each times its probability: the average to expect.", "Их сумма, каждая умножена на свою вероятность: сколько ждать в среднем."),
      ...limits("money", { en: "the money that will come", ru: "суммы, которая придёт" }, { en: "roughly: if the probabilities are right, the deals do not depend on each other and are many", ru: "примерно: если вероятности верны, а сделок много и они не зависят друг от друга" }, 80),
    ],
    rows: [
      told("Overdue", null, "Deals that should have closed before as_of and are still open.", "Сделки, которые должны были закрыться до as_of и всё ещё открыты."),
      totalRow("All periods together; its interval is not the sum of theirs, because luck and bad luck of single deals partly cancel out.", "Все периоды вместе; его интервал – не сумма их интервалов: везение и невезение отдельных сделок частично гасят друг друга."),
    ],
  },
  DATA_CHECK: {
    columns: [
      told("Problem", "text", "What can be wrong with a row.", "Что может быть не так со строкой."),
      told("Count", "count", "Rows with the problem; 0 is good.", "Сколько строк с этой проблемой; 0 – хорошо."),
      told("First row", "number", "The first such row of your range, from 1; a header row counts.", "Первая такая строка вашего диапазона, считая с 1; строка заголовка считается."),
      told("Example", "given", "Deal of that row; for an unknown stage its name, for “Not a date” what stands there.", "Сделка этой строки; для неизвестного этапа – его название, для «Не дата» – что там стоит."),
    ],
    rows: [
      told("Duplicate row", null, "Deal, stage and date of a row further up.", "Сделка, этап и дата – те же, что в строке выше."),
      told("Same time", null, "Deal and date of a row further up, with another stage; the stages are taken in the order of the funnel.", "Сделка и дата – те же, что в строке выше, а этап другой; этапы берутся в порядке воронки."),
      told("After as_of", null, "Later than as_of: functions ignore the row.", "Позже as_of: функции строку не учитывают."),
      told("Skipped stage", null, "The deal jumped over a stage that it had not been in, or did not begin at the first.", "Сделка перескочила через этап, на котором не была, или началась не с первого."),
      told("Moved back", null, "The deal came straight from a later stage.", "Сделка пришла прямо с более позднего этапа."),
      told("Reopened", null, "The deal came straight from a lost stage: that loss is not counted.", "Сделка пришла прямо из отказа: тот отказ не считается."),
      told("Lost without a stage", null, "Lost before any stage of the funnel: not known from which.", "Потеряна раньше любого этапа воронки: неизвестно, с какого."),
      told("Stages after the win", null, "Any stage after the first win: if it is the last row, the deal no longer counts as won.", "Любой этап после первого выигрыша: если он последний, сделка больше не считается выигранной."),
    ],
  },
};
