/** Cost: with a lag, per stage, per channel, and what advertising returns. */
import { cacBy } from "../core/channels";
import { adSpendShare, cacLagged, costPerStage, roas, romi } from "../core/economics";
import { counts, margin, names, numbers, optional, total, wholeNumber, withDefault } from "./arguments";
import { define } from "./define";
import { options } from "./options";
import { BLANK_GROUP, TOTAL } from "./words";

const costs = total("costs", { en: "Money spent; a refund may be negative.", ru: "Затраты; возврат может быть отрицательным." }, "B2:B13", "allowed");
const revenue = total("revenue", { en: "Revenue that the costs brought; a refund may be negative.", ru: "Выручка, которую принесли затраты; возврат может быть отрицательным." }, "C2:C13", "allowed");

export const CAC_LAGGED = define({
  id: "CAC.LAGGED", name: "CAC_LAGGED", group: "money",
  title: { en: "CAC with a lag", ru: "CAC со сдвигом" },
  summary: { en: "Cost of a new customer when money works only some periods later, one row per period.", ru: "Стоимость клиента по периодам, если затраты срабатывают через несколько периодов." },
  avoid: { en: "Deals that close in the period of the spending; use CAC.", ru: "Сделки, которые закрываются в том же периоде, что и затраты: для них есть CAC." },
  args: [
    numbers("costs", { en: "Money spent in each period.", ru: "Затраты каждого периода." }, "B2:B13", "any"),
    numbers("customers", { en: "New customers of each period.", ru: "Новые клиенты каждого периода." }, "C2:C13", "notNegative"),
    withDefault(wholeNumber("lag", { en: "Periods from the spending to the sale; 1 if left out.", ru: "Сколько периодов от затрат до продажи; не задано – 1." }, "2", 0), 1),
  ],
  returns: { shape: "aligned", unit: "money" },
  examples: [{ call: [[[100], [200], [300]], [[5], [10], [20]], 1], result: [[""], [10], [10]] }],
  sample: "=CAC_LAGGED({spend.marketing},{spend.customers},2)",
  run: cacLagged,
});

export const COST_PER_STAGE = define({
  id: "COST.PER.STAGE", name: "COST_PER_STAGE", group: "money",
  title: { en: "Cost per lead, meeting, sale", ru: "Стоимость лида, встречи, сделки" },
  summary: { en: "Money spent per deal that reached each stage.", ru: "Сколько денег ушло на каждую сделку, дошедшую до этапа." },
  avoid: { en: "Channels with costs of their own; use CAC_BY.", ru: "Каналы со своими затратами: для них есть CAC_BY." },
  args: [costs, counts({ en: "Deals that entered each stage.", ru: "Сколько сделок вошло на каждый этап." })],
  returns: { shape: "aligned", unit: "money" },
  examples: [{ call: [100000, [[1000], [120]]], result: [[100], [2500 / 3]] }],
  sample: "=COST_PER_STAGE({spend.marketing},{funnel.count})",
  run: costPerStage,
});

export const CAC_BY = define({
  id: "CAC.BY", name: "CAC_BY", group: "money",
  title: { en: "CAC by channel", ru: "CAC по каналам" },
  summary: { en: "Which channel brings customers at what cost, and its share of costs and customers.", ru: "Во сколько обходится клиент каждого канала, и доли каналов в затратах и клиентах." },
  avoid: { en: "One number for everything; use CAC.", ru: "Одно число по всем каналам: для него есть CAC." },
  args: [
    names("groups", { en: "Channel of each row; rows of one channel are added, it may be blank.", ru: "Канал каждой строки; строки одного канала складываются, ячейка может быть пустой." }, "A2:A50", "allowed"),
    numbers("costs", { en: "Money spent; a refund may be negative.", ru: "Затраты; возврат может быть отрицательным." }, "B2:B50", "any"),
    numbers("customers", { en: "New customers.", ru: "Новые клиенты." }, "C2:C50", "notNegative"),
    options({
      unassigned: {
        kind: "choice", choices: ["row", "prorata"],
        words: { en: "Costs without a channel: a row of their own, or spread over the channels by their costs.", ru: "Затраты без канала: отдельной строкой или распределить по каналам пропорционально их затратам." },
      },
    }, "unassigned=prorata"),
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["Ads"], ["SEO"], ["ads"]], [[600], [200], [200]], [[5], [4], [1]]],
    result: [
      ["Group", "Costs", "Customers", "CAC", "Costs %", "Customers %"],
      ["Ads", 800, 6, 400 / 3, 0.8, 0.6],
      ["SEO", 200, 4, 50, 0.2, 0.4],
      ["Total", 1000, 10, 100, 1, 1],
    ],
  }],
  sample: "=CAC_BY({channels.channel},{channels.costs},{channels.customers})",
  run: (groups, costs, customers, { unassigned }) => {
    const { channels, total } = cacBy(groups, costs, customers, unassigned);
    return [
      [
        { en: "Group", ru: "Группа" }, { en: "Costs", ru: "Затраты" }, { en: "Customers", ru: "Клиенты" }, { en: "CAC", ru: "CAC" },
        { en: "Costs %", ru: "Затраты, %" }, { en: "Customers %", ru: "Клиенты, %" },
      ],
      ...channels.map(({ group, spending }) => [group ?? BLANK_GROUP, ...spending] as const),
      [TOTAL, ...total],
    ];
  },
});

export const ROMI = define({
  id: "ROMI", name: "ROMI", group: "money",
  title: { en: "Return on marketing (ROMI)", ru: "Окупаемость маркетинга (ROMI)" },
  summary: { en: "What marketing returned above its costs, as a share of them; 0 is break-even.", ru: "Сколько маркетинг вернул сверх затрат, в долях от них; 0 – вышли в ноль." },
  avoid: { en: "Revenue per unit of money spent; use ROAS.", ru: "Выручка на рубль затрат: для неё есть ROAS." },
  args: [costs, revenue, optional(margin({ en: "Share of the revenue that is profit; left out: all of it counts.", ru: "Доля прибыли в выручке; не задана – считается вся выручка." }))],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [100, 400], result: 3 }, { call: [100, 400, 0.3], result: 0.2 }],
  sample: "=ROMI({spend.marketing},{spend.revenue},0.4)",
  run: romi,
});

export const ROAS = define({
  id: "ROAS", name: "ROAS", group: "money",
  title: { en: "Return on ad spend (ROAS)", ru: "Окупаемость рекламы (ROAS)" },
  summary: { en: "Revenue per unit of money spent on advertising.", ru: "Сколько выручки принёс каждый рубль, потраченный на рекламу." },
  avoid: { en: "Profit; 1 means only that the revenue equals the costs, use ROMI with a margin.", ru: "Прибыль: 1 значит лишь, что выручка равна затратам; для прибыли – ROMI с маржой." },
  args: [costs, revenue],
  returns: { shape: "scalar", unit: "ratio" },
  examples: [{ call: [100000, 400000], result: 4 }],
  sample: "=ROAS({channels.costs},{channels.revenue})",
  run: roas,
});

export const AD_SPEND_SHARE = define({
  id: "AD.SPEND.SHARE", name: "AD_SPEND_SHARE", group: "money",
  title: { en: "Ad spend as a share of revenue", ru: "Доля рекламных расходов (ДРР)" },
  summary: { en: "Which share of the revenue advertising costs.", ru: "Какую долю выручки съедает реклама." },
  avoid: { en: "The price of a customer; use CAC.", ru: "Цена клиента: для неё есть CAC." },
  args: [costs, revenue],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [100000, 400000], result: 0.25 }],
  sample: "=AD_SPEND_SHARE({channels.costs},{channels.revenue})",
  run: adSpendShare,
});

export const cost = [CAC_LAGGED, COST_PER_STAGE, CAC_BY, ROMI, ROAS, AD_SPEND_SHARE];
