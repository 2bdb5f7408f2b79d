/** Plan backwards from the target: months, deals, leads, when they must come, and who is to sell them. */
import { serialOfDay } from "../../src/core/calendar";
import { SAMPLE_STAGES } from "../../src/catalogue/sample";
import type { Language, Words } from "../../src/catalogue/words";
import type { PlainBook, Scalar } from "../../src/hosts/workbench/files/plain-book";
import { reachedAt } from "../../src/hosts/workbench/sample/deals";
import { random } from "../../src/hosts/workbench/sample/random";
import { twiceAsMany as deals, HEADERS } from "./department";
import { book, dataSheet, review, type Content } from "./sheets";

const STAGES = SAMPLE_STAGES.length;
/** Days that a deal usually spends in each stage before the last. */
const DAYS = [4, 9, 15, 14, 10] as const;
const SEASON = [0.72, 0.95, 1.12, 1.1, 0.95, 0.9, 0.78, 0.85, 1.15, 1.25, 1.2, 1.03] as const;
const YEARS = 3;
const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date) ?? 0;

const revenueRows = (): Scalar[][] => {
  const chance = random(36);
  return Array.from({ length: YEARS * 12 }, (_, i) => [day(2024 + Math.floor(i / 12), (i % 12) + 1, 1), Math.round(((1_050_000 + i * 14_000) * (SEASON[i % 12] ?? 1) * (0.96 + chance.next() * 0.08)) / 1000) * 1000]);
};

const ROLES: readonly (readonly [Words, number, number, number, number])[] = [
  [{ en: "Senior", ru: "Старший менеджер" }, 2, 500_000, 0.95, 1],
  [{ en: "Manager", ru: "Менеджер" }, 2, 350_000, 0.85, 1],
  [{ en: "Newcomer", ru: "Новичок" }, 1, 350_000, 0.85, 0.5],
];

export function planBackwards(language: Language): PlainBook {
  const funnel = dataSheet(language, { en: "Funnel", ru: "Воронка" }, [
    { key: "stage", words: HEADERS.stage, width: 150 }, { key: "count", words: { en: "Last year", ru: "Прошлый год" }, style: "money" }, { key: "days", words: { en: "Days in stage", ru: "Дней на этапе" }, style: "money", width: 130 },
  ], SAMPLE_STAGES.map((words, stage): Scalar[] => [words[language], deals.filter((deal) => reachedAt(deal, stage) !== null).length, DAYS[stage] ?? null]));
  const revenue = dataSheet(language, { en: "Revenue", ru: "Выручка" }, [{ key: "month", words: { en: "Month", ru: "Месяц" }, style: "month" }, { key: "revenue", words: { en: "Revenue", ru: "Выручка" }, style: "money", width: 130 }], revenueRows());
  const team = dataSheet(language, { en: "Team", ru: "Команда" }, [
    { key: "role", words: { en: "Role", ru: "Роль" }, width: 170 }, { key: "people", words: { en: "People", ru: "Человек" }, style: "money" }, { key: "quota", words: { en: "Quota a month", ru: "Квота в месяц" }, style: "money", width: 130 },
    { key: "attainment", words: { en: "Attainment", ru: "Выполнение" }, style: "percent" }, { key: "ramp", words: { en: "Ramp", ru: "Разгон" }, style: "percent" },
  ], ROLES.map(([words, ...numbers]) => [words[language], ...numbers]));
  const page = review(language, { en: "Plan", ru: "План" }, { en: "Plan backwards from the target", ru: "План от цели" }, {
    en: "Made-up data. From the target for 2027 back to months, deals, leads, dates and people. Yellow cells are yours to change; the rest follows.",
    ru: "Вымышленные данные. От цели на 2027 год назад – к месяцам, сделкам, лидам, срокам и людям. Жёлтые ячейки можно менять, остальное пересчитается.",
  }, [340, 140, 140, 130, 130, 130, 130]);

  page.section({ en: "The target", ru: "Цель" });
  const target = page.figure({ en: "Revenue 2027", ru: "Выручка 2027" }, 24_000_000, "input", { en: "What the year is to bring", ru: "Сколько должен принести год" });
  const size = page.figure({ en: "Average deal", ru: "Средний чек" }, 31_000, "input", { en: "As last year", ru: "Как в прошлом году" });
  const booked = page.figure({ en: "Booked for the first quarter", ru: "Уже законтрактовано на первый квартал" }, 400_000, "input", { en: "Contracts signed already", ru: "Договоры уже подписаны" });
  const pipeline = page.figure({ en: "Open deals for the first quarter", ru: "Открытые сделки на первый квартал" }, 7_500_000, "input", { en: "Sum of their amounts", ru: "Сумма по открытым сделкам" });

  page.section({ en: "Months: the year by season", ru: "Месяцы: год по сезону" }, { en: "The season is taken from three years of revenue; the parts add up to the target.", ru: "Сезон взят из выручки за три года; части в сумме дают цель." });
  const months = page.grid({
    headers: [{ en: "Month", ru: "Месяц" }, { en: "Season", ru: "Сезон" }, { en: "Plan", ru: "План" }], styles: ["monthLeft", "decimal2", "money"],
    rows: Array.from({ length: 12 }, (_, i) => (row: number): Content[] => [
      day(2027, i + 1, 1), i === 0 ? `=SEASONAL_INDEX(${revenue.range("revenue")})` : null, i === 0 ? `=SEASONAL_SPLIT(${target},B${row}:B${row + 11},0)` : null,
    ]),
  });

  page.section({ en: "First quarter: deals and leads", ru: "Первый квартал: сделки и лиды" });
  const quarter = page.figure({ en: "Plan of the quarter", ru: "План квартала" }, `=SUM(C${months}:C${months + 2})`, "bigMoney", { en: "January to March", ru: "Январь – март" });
  page.figure({ en: "Deals still to be won", ru: "Ещё нужно сделок" }, `=REQUIRED_DEALS(${quarter},${size},${booked})`, "bigMoney", { en: "After what is booked", ru: "Сверх законтрактованного" });
  const leads = page.figure({ en: "Leads needed", ru: "Нужно лидов" }, `=REQUIRED_LEADS(${quarter},${size},STAGE_CONVERSION(${funnel.range("count")}),${booked})`, "bigMoney", { en: "At last year's conversions", ru: "При прошлогодних конверсиях" });
  page.figure({ en: "How far the open deals carry", ru: "Насколько хватит открытых сделок" }, `=PIPELINE_COVERAGE(${pipeline},${quarter},${booked},FUNNEL_CONVERSION(${funnel.range("count")}))`, "bigPercent", { en: "Of the plan, at last year's conversion; below 100 % new leads must fill the rest", ru: "Доля плана при прошлогодней конверсии; ниже 100 % остальное должны дать новые лиды" });
  page.section({ en: "Every stage", ru: "По этапам" }, { en: "How many deals each stage needs, so that the next one has enough.", ru: "Сколько сделок нужно на каждом этапе, чтобы хватило следующему." });
  const conversions = page.grid({
    headers: [HEADERS.stage, { en: "Last year", ru: "Прошлый год" }, { en: "Conversion", ru: "Конверсия" }], styles: ["none", "money", "percent"],
    rows: Array.from({ length: STAGES }, (_, i) => (): Content[] => {
      const cells = ["stage", "count"].map((key) => `=${funnel.range(key).replace(/([A-Z])2:.*/, `$1${i + 2}`)}`);
      return [...cells, i === 0 ? `=STAGE_CONVERSION(${funnel.range("count")})` : null];
    }),
  });
  page.spill(`=REQUIRED_FUNNEL(A${conversions}:A${conversions + STAGES - 1},C${conversions + 1}:C${conversions + STAGES - 1},${quarter},${size},${booked})`, STAGES + 1, ["none", "money", "percent"]);

  page.section({ en: "When the leads must come", ru: "Когда должны прийти лиды" }, { en: "To be won between 1 January and 31 March, leads must come between these days: the stages take their time.", ru: "Чтобы продажи пришлись на 1 января – 31 марта, лиды должны прийти между этими днями: этапы требуют времени." });
  const window = page.grid({
    headers: [{ en: "To be won", ru: "Продажи" }, { en: "From", ru: "С" }, { en: "To", ru: "По" }], styles: ["none", "date", "date"],
    rows: [
      () => [{ en: "First quarter 2027", ru: "Первый квартал 2027" }, day(2027, 1, 1), day(2027, 3, 31)],
      (row) => [{ en: "Leads: by calendar days", ru: "Лиды: по календарным дням" }, `=LEADS_WINDOW(B${row - 1},C${row - 1},${funnel.list("days")})`, null],
      (row) => [{ en: "Leads: by working days", ru: "Лиды: по рабочим дням" }, `=LEADS_WINDOW(B${row - 2},C${row - 2},${funnel.list("days")},"working")`, null],
    ],
  });

  page.section({ en: "Who is to sell it", ru: "Кто это продаст" });
  const capacity = page.figure({ en: "What the team can sell a month", ru: "Мощность команды в месяц" }, `=TEAM_CAPACITY(${team.range("people")},${team.range("quota")},${team.range("attainment")},${team.range("ramp")})`, "bigMoney", { en: "People × quota × attainment × ramp", ru: "Люди × квота × выполнение × разгон" });
  page.figure({ en: "Hardest month of the plan", ru: "Самый тяжёлый месяц плана" }, `=MAX(C${months}:C${months + 11})`, "bigMoney", { en: "The team must be able to do it", ru: "Команда должна его вытянуть" });
  page.figure({ en: "Managers to hire", ru: "Нанять менеджеров" }, `=REQUIRED_REPS(MAX(C${months}:C${months + 11}),350000,0.85,1,${capacity})`, "bigMoney", { en: "With the usual quota and attainment, once they are up to speed", ru: "При обычной квоте и выполнении, когда разгонятся" });
  page.figure({ en: "Decide to hire by", ru: "Решить о найме до" }, `=HIRE_BY(DATE(2027,9,1),3,45)`, "bigDate", { en: "Three months to get up to speed, 45 days to find them, before the autumn", ru: "Три месяца на разгон и 45 дней на поиск, до осеннего сезона" });
  page.figure({ en: "Leads a working day", ru: "Лидов в рабочий день" }, `=REQUIRED_PACE(0,${leads},C${window + 1},B${window + 1},"working")`, "bigDecimal", { en: "While leads for the quarter come in", ru: "Пока приходят лиды для квартала" });
  return book(page.sheet(), funnel.sheet, revenue.sheet, team.sheet);
}
