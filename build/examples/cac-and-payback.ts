/** Cost of a customer and payback, by channel: what the average over all channels hides. */
import type { Language, Words } from "../../src/catalogue/words";
import type { PlainBook, Scalar } from "../../src/hosts/workbench/files/plain-book";
import { closedAt, createdAt, isWon, MONTHS, monthStart, sampleDeals, SOURCES, type Deal } from "../../src/hosts/workbench/sample/deals";
import { SOURCE_NAMES } from "../../src/hosts/workbench/sample/names";
import { random } from "../../src/hosts/workbench/sample/random";
import { book, dataSheet, review, type Content } from "./sheets";

const COSTS: Words = { en: "Costs", ru: "Затраты" };
const CUSTOMERS: Words = { en: "New customers", ru: "Новые клиенты" };
const CHANNEL: Words = { en: "Channel", ru: "Канал" };
const MONTH: Words = { en: "Month", ru: "Месяц" };
/** What a lead of each channel costs. */
const LEAD_COST = [700, 2_900, 150, 1_900, 1_300] as const;
/** Customers of the first two months whose deals began before the data do. */
const FROM_BEFORE: readonly (readonly number[])[] = [[12, 8, 6, 3, 2], [6, 4, 3, 1, 1]];
/** An agency and tools that serve all channels: a row without a channel. */
const SHARED = 38_000;

function firstWins(deals: readonly Deal[]): readonly Deal[] {
  const first = new Map<number, Deal>();
  for (const deal of deals.filter(isWon)) {
    const known = first.get(deal.customer);
    if (!known || (closedAt(deal) ?? 0) < (closedAt(known) ?? 0)) first.set(deal.customer, deal);
  }
  return [...first.values()];
}

function costRows(language: Language): Scalar[][] {
  const [deals, chance] = [sampleDeals(), random(2_026)];
  const wins = firstWins(deals);
  return Array.from({ length: MONTHS }, (_, month) => {
    const isIn = (at: number): boolean => at >= monthStart(month) && at < monthStart(month + 1);
    const channels = Array.from({ length: SOURCES }, (__, source): Scalar[] => {
      const leads = deals.filter((deal) => deal.source === source && isIn(createdAt(deal))).length;
      return [
        monthStart(month), SOURCE_NAMES[source]?.[language] ?? "", Math.round((leads * (LEAD_COST[source] ?? 0) * (0.85 + chance.next() * 0.3)) / 100) * 100, leads,
        wins.filter((deal) => deal.source === source && isIn(closedAt(deal) ?? 0)).length + (FROM_BEFORE[month]?.[source] ?? 0),
      ];
    });
    return [...channels, [monthStart(month), null, SHARED, 0, 0]];
  }).flat();
}

const incomeRows = (language: Language): Scalar[][] => {
  const won = sampleDeals().filter(isWon);
  return SOURCE_NAMES.map((words, source) => {
    const own = won.filter((deal) => deal.source === source);
    return [words[language], Math.round(own.reduce((sum, { amount }) => sum + amount, 0) / own.length / 12 / 10) * 10];
  });
};

export function cacAndPayback(language: Language): PlainBook {
  const costs = dataSheet(language, COSTS, [
    { key: "month", words: MONTH, style: "month" }, { key: "channel", words: CHANNEL, width: 150 }, { key: "costs", words: COSTS, style: "money" },
    { key: "leads", words: { en: "Leads", ru: "Лиды" }, style: "money" }, { key: "customers", words: CUSTOMERS, style: "money", width: 130 },
  ], costRows(language));
  const channels = dataSheet(language, { en: "Channels", ru: "Каналы" }, [{ key: "channel", words: CHANNEL, width: 150 }, { key: "income", words: { en: "Income per month", ru: "Доход в месяц" }, style: "money", width: 150 }], incomeRows(language));
  const page = review(language, { en: "Review", ru: "Разбор" }, { en: "Cost of a customer and payback, by channel", ru: "Стоимость клиента и окупаемость по каналам" }, {
    en: "Made-up data, November 2025 to October 2026. Costs holds a row per month and channel; rows without a channel are costs that all channels share. Yellow cells are yours to change.",
    ru: "Вымышленные данные, ноябрь 2025 – октябрь 2026. На листе «Затраты» – строка на месяц и канал; строки без канала – общие затраты. Жёлтые ячейки можно менять.",
  }, [250, 120, 130, 120, 120, 130, 130]);

  page.section({ en: "Assumptions", ru: "Допущения" });
  const income = page.figure({ en: "Income from a customer, a month", ru: "Доход с клиента в месяц" }, 2_600, "input", { en: "A yearly contract divided by twelve", ru: "Годовой договор, делённый на двенадцать" });
  const margin = page.figure({ en: "Margin", ru: "Маржа" }, 0.6, "inputPercent", { en: "What is left of the income after direct costs", ru: "Что остаётся от дохода после прямых затрат" });
  const churn = page.figure({ en: "Customers that leave, a month", ru: "Уходит клиентов в месяц" }, 0.05, "inputPercent", { en: "Share of the customers", ru: "Доля клиентов" });

  page.section({ en: "All channels together", ru: "Все каналы вместе" });
  const cac = page.figure({ en: "Cost of a new customer", ru: "Стоимость нового клиента" }, `=CAC(${costs.all("costs")},${costs.all("customers")})`, "bigMoney", { en: "All costs, those without a channel included", ru: "Все затраты, вместе с общими" });
  page.figure({ en: "Payback, months", ru: "Окупаемость, месяцев" }, `=PAYBACK_PERIOD(${cac},${income},${margin})`, "bigDecimal", { en: "Of a customer who stays that long", ru: "Для клиента, который столько остаётся" });
  const ltv = page.figure({ en: "Profit over a customer's life", ru: "Прибыль за жизнь клиента" }, `=LTV(${income},${margin},${churn})`, "bigMoney", { en: "With customers leaving at that rate", ru: "При таком оттоке" });
  page.figure({ en: "LTV to CAC", ru: "LTV к CAC" }, `=LTV_CAC(${ltv},${cac})`, "bigDecimal", { en: "Below 3 growth is dear, below 1 it loses money", ru: "Ниже 3 – рост дорог, ниже 1 – убыточен" });
  page.figure({ en: "Most that a customer may cost", ru: "Предельная стоимость клиента" }, `=MAX_CAC(${ltv},1/3)`, "bigMoney", { en: "A third of the profit over his life", ru: "Треть прибыли за жизнь клиента" });

  page.section({ en: "By channel, as it stands in the books", ru: "По каналам, как в учёте" }, { en: "Shared costs stand in a row of their own: every channel looks cheaper than it is.", ru: "Общие затраты – отдельной строкой: каждый канал выглядит дешевле, чем есть." });
  const by = ["channel", "costs", "customers"].map(costs.range).join(",");
  page.spill(`=CAC_BY(${by})`, SOURCES + 3, ["none", "money", "money", "money", "percent", "percent"]);
  page.section({ en: "By channel, with the shared costs spread", ru: "По каналам, с распределением общих затрат" }, { en: "In proportion to what each channel spends itself. Take these numbers to compare channels.", ru: "Пропорционально собственным затратам канала. Сравнивайте каналы по этим числам." });
  const first = page.spill(`=CAC_BY(${by},"unassigned=prorata")`, SOURCES + 2, ["none", "money", "money", "money", "percent", "percent"]);

  page.section({ en: "Which channel pays back", ru: "Какой канал окупается" }, { en: "A dear channel may bring better customers: the income of each is on the sheet Channels.", ru: "Дорогой канал может приводить клиентов получше: доход по каждому – на листе «Каналы»." });
  page.grid({
    headers: [CHANNEL, { en: "CAC", ru: "CAC" }, { en: "Income a month", ru: "Доход в месяц" }, { en: "Payback, months", ru: "Окупается, мес." }, { en: "LTV to CAC", ru: "LTV к CAC" }, { en: "Lead may cost", ru: "Предел за лид" }, { en: "Lead costs", ru: "Лид стоит" }],
    styles: ["none", "money", "money", "decimal", "decimal", "money", "money"],
    rows: Array.from({ length: SOURCES }, (_, i) => (row: number): Content[] => [
      `=A${first + i}`, `=D${first + i}`, `=XLOOKUP(A${row},${channels.all("channel")},${channels.all("income")})`, `=PAYBACK_PERIOD(B${row},C${row},${margin})`,
      `=LTV_CAC(LTV(C${row},${margin},${churn}),B${row})`, `=MAX_CAC(LTV(C${row},${margin},${churn}),1/3,C${first + i}/SUMIFS(${costs.all("leads")},${costs.all("channel")},A${row}))`,
      `=CAC(B${first + i},SUMIFS(${costs.all("leads")},${costs.all("channel")},A${row}))`,
    ]),
  });

  page.section({ en: "Month by month", ru: "По месяцам" }, { en: "Money works with a delay: the last column sets the costs of two months earlier against the customers of a month.", ru: "Деньги работают с задержкой: в последнем столбце клиентам месяца противопоставлены затраты двухмесячной давности." });
  page.grid({
    headers: [MONTH, COSTS, CUSTOMERS, { en: "CAC", ru: "CAC" }, { en: "CAC, 2 months on", ru: "CAC со сдвигом" }], styles: ["monthLeft", "money", "money", "money", "money"],
    rows: Array.from({ length: MONTHS }, (_, i) => (row: number): Content[] => [
      monthStart(i), `=SUMIFS(${costs.all("costs")},${costs.all("month")},A${row})`, `=SUMIFS(${costs.all("customers")},${costs.all("month")},A${row})`, `=CAC(B${row},C${row})`,
      i === 0 ? `=CAC_LAGGED(B${row}:B${row + MONTHS - 1},C${row}:C${row + MONTHS - 1},2)` : null,
    ]),
  });

  page.section({ en: "How the money comes back", ru: "Как возвращаются деньги" }, { en: "For one customer at the average cost, with customers leaving. Balance above zero: paid back.", ru: "На одного клиента по средней стоимости, с учётом оттока. Остаток выше нуля – окупился." });
  page.spill(`=PAYBACK_CURVE(${cac},${income},${margin},${churn},0,12)`, 13, ["number", "money", "money", "money"]);
  return book(page.sheet(), costs.sheet, channels.sheet);
}
