/** The texts of the ready-made plan, an example that is consistent inside itself; ready-plan.ts puts the numbers to them. */
import type { AREAS, KINDS } from "./codes";
import type { Words } from "./words";

type CodeOf<L extends readonly { readonly code: string }[]> = L[number]["code"];
const words = (en: string, ru: string): Words => ({ en, ru });

/** The numbers of the example: Q3 2026 and roubles. */
export const READY_EXAMPLE = { target: 12_000_000, deal: 150_000, repeat: 0.25 } as const;

/** In the order of their labels: G-001 is the first. Tasks name the goal they serve by its place here. */
export const GOAL_NAMES = {
  volume: words("Sales volume", "Объём продаж"),
  customers: words("New customers", "Новые клиенты"),
  conversion: words("Overall conversion, lead to deal", "Сквозная конверсия из лида в сделку"),
  deal: words("Average deal", "Средний чек"),
  cac: words("CAC", "Стоимость привлечения клиента"),
  cycle: words("Sales cycle, days", "Цикл сделки, дней"),
  churn: words("Customer churn a month", "Отток клиентов за месяц"),
  share: words("Market share", "Доля рынка"),
  nps: words("Customer satisfaction (NPS)", "Удовлетворённость (NPS)"),
  budget: words("Department budget", "Бюджет отдела"),
  crm: words("New CRM pipeline in use", "Новая воронка в CRM запущена"),
} as const;
export type GoalName = keyof typeof GOAL_NAMES;

type TaskText = {
  readonly area: CodeOf<typeof AREAS>;
  readonly words: Words;
  readonly result: Words;
  readonly goal: GoalName;
  /** When it starts and is due, as shares of the period. */
  readonly from: number;
  readonly to: number;
  readonly repeat: "none" | "week" | "month";
  readonly phase: "plan" | "organize" | "lead" | "control";
};
const task = (area: TaskText["area"], goal: GoalName, phase: TaskText["phase"], from: number, to: number, action: Words, result: Words, repeat: TaskText["repeat"] = "none"): TaskText =>
  ({ area, goal, phase, from, to, words: action, result, repeat });

export const READY_TASKS: readonly TaskText[] = [
  task("strategy_goals", "volume", "plan", 0, 0.04, words("Agree the quarter's goals with the director", "Согласовать цели квартала с директором"), words("Goals are signed", "Цели утверждены")),
  task("strategy_goals", "volume", "plan", 0.02, 0.08, words("Split the department's plan by people and months", "Разложить план отдела по менеджерам и месяцам"), words("Each manager knows the plan of each month", "Каждый менеджер знает план по месяцам")),
  task("strategy_goals", "churn", "plan", 0.04, 0.15, words("Choose 20 customers at risk and set a retention plan", "Выбрать 20 клиентов в зоне риска и план удержания"), words("Each of the 20 has a next step and an owner", "У каждого из 20 есть следующий шаг и ответственный")),
  task("budget_plan", "customers", "plan", 0, 0.05, words("Calculate the backward plan and the lead budget", "Рассчитать декомпозицию плана и бюджет на лиды"), words("Leads, dates and money are agreed with marketing", "Лиды, даты и деньги согласованы с маркетингом")),
  task("budget_plan", "budget", "plan", 0.02, 0.1, words("Approve the department's budget", "Утвердить бюджет отдела"), words("The budget is signed", "Бюджет подписан")),
  task("budget_plan", "share", "plan", 0.04, 0.12, words("Define the indicators and who updates them", "Определить показатели и ответственных за замеры"), words("Each goal has an owner and a date of check-in", "У каждой цели есть ответственный и срок замера")),
  task("hiring", "customers", "organize", 0, 0.5, words("Open two vacancies, interview, hire", "Открыть две вакансии, провести отбор, нанять"), words("Both offers are accepted", "Оба предложения приняты")),
  task("hiring", "volume", "organize", 0.5, 0.8, words("Run the onboarding of newcomers: product, CRM, scripts", "Ввести новичков: продукт, CRM, скрипты"), words("Newcomers pass the test and make calls", "Новички сдали зачёт и звонят сами")),
  task("hiring", "conversion", "organize", 0.2, 0.35, words("Hold an objection-handling training", "Провести тренинг по работе с возражениями"), words("Every manager has practised ten objections", "Каждый менеджер отработал десять возражений")),
  task("team", "volume", "lead", 0, 1, words("Hold the weekly planning meeting", "Проводить еженедельную планёрку"), words("Each week has a list of deals to close", "На неделю есть список сделок к закрытию"), "week"),
  task("team", "deal", "lead", 0, 1, words("Meet each manager one to one", "Проводить личную встречу с каждым менеджером"), words("Everyone has one thing to improve this week", "У каждого есть одно улучшение на неделю"), "week"),
  task("team", "deal", "lead", 0.1, 0.3, words("Revise the bonus scheme", "Пересмотреть систему мотивации"), words("The scheme is announced and counted in a sheet", "Схема объявлена и считается в таблице")),
  task("sales_strategy", "conversion", "lead", 0.1, 0.5, words("Find the stage with the biggest loss and test two changes", "Найти этап с наибольшими потерями и проверить два изменения"), words("Two changes are measured for two weeks", "Два изменения измерены за две недели")),
  task("sales_strategy", "volume", "lead", 0.2, 0.6, words("Launch upsell to existing customers", "Запустить допродажи действующим клиентам"), words("Each customer has got one offer", "Каждый клиент получил одно предложение")),
  task("sales_strategy", "cycle", "control", 0.05, 0.2, words("Clean the pipeline: close deals with no activity for 30 days", "Почистить воронку: закрыть сделки без движения 30 дней"), words("No open deal is silent for 30 days", "Нет открытых сделок без движения 30 дней")),
  task("coordination", "cac", "organize", 0.05, 0.15, words("Agree lead criteria and response time with marketing", "Согласовать с маркетингом критерии лида и срок реакции"), words("One page is signed by both sides", "Одна страница подписана обеими сторонами")),
  task("coordination", "nps", "organize", 0.1, 0.25, words("Agree delivery terms with production", "Согласовать сроки поставки с производством"), words("Terms stand in every proposal", "Сроки стоят в каждом предложении")),
  task("coordination", "nps", "control", 0, 1, words("Review complaints with support every month", "Разбирать обращения с поддержкой каждый месяц"), words("Three causes a month have an owner", "У трёх причин в месяц есть ответственный"), "month"),
  task("analysis", "crm", "control", 0, 1, words("Compare plan and fact every week", "Сравнивать план и факт каждую неделю"), words("Each deviation has an action", "У каждого отклонения есть мера"), "week"),
  task("analysis", "budget", "control", 0.95, 1, words("Write the report for the quarter and lessons", "Подготовить отчёт за квартал и выводы"), words("Three lessons are written down", "Записаны три вывода")),
];

/** What a quantity is a multiple of, so that the plan scales: the managers, the newcomers, all of them, the leads, the months, or nothing. */
type Times = "managers" | "newcomers" | "everyone" | "leads" | "months" | number;
type ResourceText = {
  readonly kind: CodeOf<typeof KINDS>;
  readonly words: Words;
  readonly unit: Words;
  readonly quantity: Times;
  /** Of one unit in the example, where the average deal is 150 000; null: the price of a lead. */
  readonly price: number | null;
  /** The price is for a department of six managers, not for one unit. */
  readonly forDepartment?: true;
  /** The price is for three months, and grows with the period. */
  readonly isRunning?: true;
  readonly leadDays: number;
  readonly goal: GoalName;
};
const resource = (kind: ResourceText["kind"], goal: GoalName, name: Words, unit: Words, quantity: Times, price: number | null, leadDays: number, more: Pick<ResourceText, "forDepartment" | "isRunning"> = {}): ResourceText =>
  ({ kind, goal, words: name, unit, quantity, price, leadDays, ...more });
const RUNNING = { isRunning: true } as const;
const PERSON = words("person", "человек");
const HOUR = words("hour", "час");
const DAY = words("day", "день");

/** Of three months; a newcomer begins in the middle of them. */
export const SALARIES = { manager: 300_000, newcomer: 150_000 } as const;

export const READY_RESOURCES: readonly ResourceText[] = [
  resource("human", "volume", words("Sales managers, working", "Менеджеры, действующие"), PERSON, "managers", SALARIES.manager, 0, RUNNING),
  resource("human", "customers", words("Sales managers, to hire", "Менеджеры, нанять"), PERSON, "newcomers", SALARIES.newcomer, 45, RUNNING),
  resource("financial", "volume", words("Bonus fund", "Премиальный фонд"), words("fund", "фонд"), 1, 300_000, 10, { isRunning: true, forDepartment: true }),
  resource("financial", "cac", words("Lead budget", "Бюджет на лиды"), words("lead", "лид"), "leads", null, 7),
  resource("technical", "crm", words("CRM licences", "Лицензии CRM"), words("licence", "лицензия"), "everyone", 6_000, 3, RUNNING),
  resource("technical", "conversion", words("Call analytics", "Аналитика звонков"), words("licence", "лицензия"), 1, 60_000, 14, RUNNING),
  resource("info", "share", words("Competitor prices (monthly)", "Цены конкурентов (ежемесячно)"), words("report", "отчёт"), "months", 10_000, 5),
  resource("marketing", "deal", words("Case studies and presentation", "Кейсы и презентация"), words("piece", "шт."), 4, 10_000, 20),
  resource("feedback", "nps", words("Satisfaction survey", "Опрос удовлетворённости"), words("survey", "опрос"), 1, 20_000, 7),
  resource("support", "conversion", words("Sales trainer, days", "Тренер по продажам, дни"), DAY, 2, 40_000, 15),
  resource("interdept", "deal", words("Engineer's hours for pre-sale", "Часы инженера на предпродажу"), HOUR, 40, 0, 0),
  resource("interdept", "customers", words("Marketing hours for campaign", "Часы маркетинга на кампанию"), HOUR, 30, 0, 0),
];

export type ReadyStage = { readonly words: Words; readonly conversion: number | null; readonly best: number | null; readonly lagDays: number | null };

export const READY_STAGES: readonly ReadyStage[] = [
  { words: words("Lead", "Лид"), conversion: 0.4, best: 0.45, lagDays: 5 },
  { words: words("Qualified", "Квалифицирован"), conversion: 0.5, best: 0.55, lagDays: 10 },
  { words: words("Proposal", "Предложение"), conversion: 0.3, best: 0.35, lagDays: 20 },
  { words: words("Won", "Продажа"), conversion: null, best: null, lagDays: null },
];

/** Shares of the full plan by month after a newcomer's first day. */
export const READY_RAMP: readonly number[] = [0, 0.25, 0.5, 0.75, 1];
export const RAMP_NAME = words("standard", "стандартный");

export const READY_WORDS = {
  head: words("Head of sales", "РОП"),
  manager: words("Manager {0}", "Менеджер {0}"),
  newcomer: words("Newcomer {0}", "Новичок {0}"),
  role: words("Sales manager", "Менеджер по продажам"),
  cycle: words("Plan for {0}", "План на {0}"),
  template: words("template", "шаблон"),
  example: words("Example: replace it with your own.", "Пример: замените своими данными."),
  /** Of a plan that was made out of the user's table. */
  ownNumber: words("From the sheet “{0}”.", "По листу «{0}»."),
  /** counted-rate.ts reads them again. */
  cases: words("Deals: {1} of {0}.", "Сделок: {1} из {0}."),
  fewCases: words("Deals: {1} of {0}, few: may be chance.", "Сделок: {1} из {0}, мало: может быть случайностью."),
  winRate: words("Share of deals won", "Доля выигранных сделок"),
  opened: words("Deal opened", "Сделка открыта"),
  won: words("Won", "Продажа"),
} as const;
