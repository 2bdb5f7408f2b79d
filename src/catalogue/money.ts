/** Money: cost of customers, value of deals, payback, customer churn. */
import { dealSize, newCustomers } from "../core/deals";
import { cac, customerChurn, paybackPeriod } from "../core/economics";
import { dates, ids, margin, notNegative, number, numbers, optional, statistic, total } from "./arguments";
import { define } from "./define";
import { FROM_TO, options, periodOf } from "./options";
import { currentStages, EXAMPLE_LOST, EXAMPLE_ORDER, lost, order } from "./standard";

export const CAC = define({
  id: "CAC", name: "CAC", group: "money",
  title: { en: "Cost of a new customer", ru: "Стоимость привлечения клиента" },
  summary: { en: "All money spent to win customers, per new customer.", ru: "Все затраты на привлечение в расчёте на одного нового клиента." },
  avoid: { en: "Costs that pay off in later months; use CAC_LAGGED, and CAC_BY for each channel.", ru: "Затраты, которые окупаются в следующие месяцы: CAC_LAGGED; по каналам – CAC_BY." },
  args: [
    total("costs", { en: "Money spent; a refund may be negative.", ru: "Затраты; возврат может быть отрицательным." }, "B2:B13", "allowed"),
    total("customers", { en: "New customers of the same period.", ru: "Новые клиенты за тот же период." }, "C2:C13", "none"),
  ],
  returns: { shape: "scalar", unit: "money" },
  examples: [{ call: [[[5000], [1000]], 30], result: 200 }],
  sample: "=CAC({spend.marketing},{spend.customers})",
  run: cac,
});

export const NEW_CUSTOMERS = define({
  id: "NEW.CUSTOMERS", name: "NEW_CUSTOMERS", group: "money",
  title: { en: "New customers", ru: "Новые клиенты" },
  summary: { en: "Customers whose first purchase falls in the period, from a list of purchases.", ru: "Сколько клиентов купили впервые в этом периоде, по списку покупок." },
  avoid: { en: "All customers who bought in the period; count distinct names for that.", ru: "Все купившие за период: для этого посчитайте разных клиентов." },
  args: [
    ids("customers", { en: "Customer of each purchase.", ru: "Клиент каждой покупки." }, "A2:A500"),
    dates("dates", { en: "Date of the purchase.", ru: "Дата покупки." }, "B2:B500"),
    optional(numbers("amounts", { en: "Money; a refund is negative, and a full refund in the period removes the customer.", ru: "Сумма; возврат отрицателен, а полный возврат в том же периоде убирает клиента." }, "C2:C500", "any")),
    options(FROM_TO, "from=2026-01-01; to=2026-02-01"),
  ],
  returns: { shape: "scalar", unit: "count" },
  examples: [{
    call: [[["Acme"], ["Beta"], ["Acme"], ["Gamma"], ["Beta"]], [["2026-01-10"], ["2026-01-20"], ["2026-02-05"], ["2026-02-10"], ["2026-01-25"]], undefined, "from=2026-02-01; to=2026-03-01"],
    result: 1,
  }],
  sample: "=NEW_CUSTOMERS({deals.customer},{deals.created})",
  run: (customers, dates, amounts, period) => newCustomers(customers, dates, amounts, periodOf(period)),
});

export const DEAL_SIZE = define({
  id: "DEAL.SIZE", name: "DEAL_SIZE", group: "money",
  title: { en: "Average deal", ru: "Средний чек" },
  summary: { en: "Average money of a won deal, refunds taken off.", ru: "Средняя сумма выигранной сделки за вычетом возвратов." },
  avoid: { en: "Money per lead; for that use VALUE_PER_LEAD.", ru: "Деньги на один лид: для этого есть VALUE_PER_LEAD." },
  args: [
    numbers("amounts", { en: "Money of each won deal, or of every deal where stages are given; a refund is negative.", ru: "Сумма каждой выигранной сделки, а если заданы этапы – каждой; возврат отрицателен." }, "I2:I500", "any", "allowed"),
    optional(currentStages), optional(order), lost,
    statistic({ en: "mean, median, min, max, sum, count, or a percentile such as p80.", ru: "mean, median, min, max, sum, count или процентиль, например p80." }),
    options({ zero: { kind: "choice", choices: ["keep", "skip"], words: { en: "Whether a won deal of 0 is a deal.", ru: "Считать ли выигранную сделку с суммой 0." } } }, "zero=skip"),
  ],
  returns: { shape: "scalar", unit: "money" },
  examples: [
    { call: [[[100], [300], [-50]]], result: 175 },
    { call: [[[100], [999], [300]], [["Won"], ["Lost"], ["Won"]], EXAMPLE_ORDER, EXAMPLE_LOST], result: 200 },
  ],
  sample: "=DEAL_SIZE({deals.amount},{deals.stage},{funnel.stage},{funnel.lost})",
  run: (amounts, stages, order, lost, statistic, { zero }) =>
    dealSize(amounts, stages, order && { order: order.labels, lost: lost?.labels ?? [] }, statistic, zero),
});

export const PAYBACK_PERIOD = define({
  id: "PAYBACK.PERIOD", name: "PAYBACK_PERIOD", group: "money",
  title: { en: "Payback of a customer", ru: "Срок окупаемости клиента" },
  summary: { en: "Months until a customer's profit returns what it cost to win him.", ru: "За сколько месяцев прибыль от клиента вернёт затраты на его привлечение." },
  avoid: { en: "Customers who leave month by month; use PAYBACK_CURVE with churn.", ru: "Клиенты, которые постепенно уходят: PAYBACK_CURVE с оттоком." },
  args: [
    notNegative("cac", { en: "Cost of one new customer.", ru: "Стоимость привлечения одного клиента." }, "B2"),
    number("monthly_income", { en: "Income per customer per month.", ru: "Доход с клиента в месяц." }, "B3"),
    optional(margin({ en: "Share of the income that is profit; left out: the income is the profit.", ru: "Доля прибыли в доходе; не задана – весь доход считается прибылью." })),
  ],
  returns: { shape: "scalar", unit: "months" },
  examples: [{ call: [200, 50, 0.8], result: 5 }],
  sample: "=PAYBACK_PERIOD(CAC({spend.marketing},{spend.customers}),2500,0.4)",
  run: paybackPeriod,
});

export const CUSTOMER_CHURN = define({
  id: "CUSTOMER.CHURN", name: "CUSTOMER_CHURN", group: "money",
  title: { en: "Customer churn", ru: "Отток клиентов" },
  summary: { en: "Share of the customers that left in a period.", ru: "Доля клиентов, ушедших за период." },
  avoid: { en: "Lost revenue; for that use REVENUE_CHURN. Deals that drop out of the funnel: FUNNEL_CHURN.", ru: "Потерянная выручка: REVENUE_CHURN. Сделки, выпавшие из воронки: FUNNEL_CHURN." },
  args: [
    notNegative("at_start", { en: "Customers at the start of the period.", ru: "Клиенты на начало периода." }, "B2"),
    notNegative("lost", { en: "Those of them who left.", ru: "Сколько из них ушло." }, "C2"),
    optional(notNegative("at_end", { en: "Customers at the end; with it the base is the mean of both.", ru: "Клиенты на конец; тогда база – среднее начала и конца." }, "D2")),
  ],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [100, 5], result: 0.05 }],
  sample: "=CUSTOMER_CHURN(SUM({spend.customers}),SUM({spend.churned}))",
  run: customerChurn,
});

export const money = [CAC, NEW_CUSTOMERS, DEAL_SIZE, PAYBACK_PERIOD, CUSTOMER_CHURN];
