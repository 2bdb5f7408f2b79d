import { isoDay } from "../../src/core/calendar";
import { backwardInputs, givenOf } from "../../src/plan/backward-of-plan";
import { backwardPlan } from "../../src/plan/backward-plan";
import { changeAll } from "../../src/plan/change";
import { emptyPlan, type Plan } from "../../src/plan/plan";
import { countsOf, problemsOf, type Problem } from "../../src/plan/problems";
import { readyPlan } from "../../src/plan/ready-plan";
import { counter, day, goal, planOf, Q3, type Fields, type Tables } from "./rig";

/** Friday. */
const TODAY = day("2026-07-31");
const GOAL = goal({ name: "New customers", target: 60, baseline: 0, actual: 25, as_of: TODAY });
const TASK: Fields = { cycle: "2026-Q3", area: "team", action: "Call customers", owner: "Anna", start: day("2026-07-01"), due: day("2026-08-31"), status: "in progress", goal: "G-001 New customers" };
const RESOURCE: Fields = { cycle: "2026-Q3", kind: "human", name: "Managers", status: "in use" };
/** A plan in which nothing is wrong but its map of areas and kinds. */
const GOOD: Tables = { cycles: [Q3], goals: [GOAL], tasks: [TASK], resources: [RESOURCE] };
const of = (tables: Tables, today = TODAY): readonly Problem[] => problemsOf(planOf({ ...GOOD, ...tables }), { today }).filter(({ code }) => code !== "V10");
const short = ({ code, level, row, field }: Problem): string => [code, level, row, field].filter((part) => part !== null).join(" ");

test("nothing is wrong with a good plan", () => expect(of({}).map(short)).toEqual([]));

test.each<[string, Tables, string[]]>([
  ["V01 required fields", { tasks: [{ ...TASK, area: null, status: null }] }, ["V01 error tasks-1 area", "V01 error tasks-1 status"]],
  ["V01 dates of a goal, baseline of one that goes down", { goals: [{ ...GOAL, start: null, type: "decrease", baseline: null }] }, ["V01 error goals-1 baseline", "V01 error goals-1 start"]],
  ["V01 a milestone needs no target", { goals: [{ ...GOAL, type: "milestone", target: null, actual: 0, accumulate: "last value" }] }, []],
  ["V01 what blocks a task, and when it was done", { tasks: [{ ...TASK, status: "blocked" }, { ...TASK, status: "done" }] }, ["V01 error tasks-1 blocked_by", "V01 error tasks-2 done_on"]],
  ["V01 an action is for a goal or a stage", { actions: [{ opened: TODAY, cause: "x", action: "y", owner: "Anna", due: TODAY, status: "open" }, { opened: TODAY, goal: "G-001", cause: "x", action: "y", owner: "Anna", due: TODAY, status: "open" }] }, ["V01 error actions-1 stage"]],
  ["V01 not in a closed cycle", { cycles: [Q3, { ...Q3, cycle_id: "old", status: "closed", phase: null }], tasks: [TASK, { ...TASK, cycle: "old", area: null }] }, []],
  ["V02 keys that stand twice", { cycles: [Q3, { ...Q3, cycle_id: "2026-q3 ", start: day("2027-01-01"), end: day("2027-03-31") }], goals: [{ ...GOAL, cycle: null }], tasks: [{ ...TASK, cycle: null }], resources: [], season: [{ month: 1, index: 1 }, { month: 1, index: 2 }] }, ["V01 error goals-1 cycle", "V01 error tasks-1 cycle", "V02 error cycles-2 cycle_id", "V02 error season-2 month"]],
  ["V02 a reference to nothing", { tasks: [{ ...TASK, goal: "New custmers" }] }, ["V02 error tasks-1 goal", "V09 warn goals-1"]],
  ["V02 a reference to two", { cycles: [Q3, { ...Q3, cycle_id: "2026-Q4", start: day("2026-10-01"), end: day("2026-12-31") }], goals: [GOAL, { ...GOAL, cycle: "2026-Q4", start: day("2026-10-01"), end: day("2026-12-31") }], tasks: [TASK, { ...TASK, goal: "New customers" }, { ...TASK, goal: "G-002" }] }, ["V02 error tasks-2 goal"]],
  ["V02 a circle", { goals: [{ ...GOAL, parent_goal: "G-002" }, { ...GOAL, name: "Goal B", parent_goal: "G-001", weight: 1 }], tasks: [TASK, { ...TASK, goal: "Goal B" }] }, ["V02 error goals-1 parent_goal", "V02 error goals-2 parent_goal"]],
  ["V03 two goals of one name", { goals: [GOAL, { ...GOAL, name: "new  CUSTOMERS" }], tasks: [TASK, { ...TASK, goal: "G-002" }] }, ["V03 error goals-2 name"]],
  ["V04 target equal to baseline", { goals: [{ ...GOAL, baseline: 60 }] }, ["V04 error goals-1 baseline"]],
  ["V04 target on the wrong side", { goals: [{ ...GOAL, type: "decrease", baseline: 20 }] }, ["V04 error goals-1 target"]],
  ["V04 upper limit below", { goals: [{ ...GOAL, type: "keep within", target_max: 50, accumulate: "last value" }] }, ["V04 error goals-1 target_max"]],
  ["V04 zones out of order", { goals: [{ ...GOAL, commit: 70, stretch: 50 }, { ...GOAL, name: "Goal B", type: "decrease", baseline: 90, commit: 70, stretch: 50 }], tasks: [TASK, { ...TASK, goal: "Goal B" }] }, ["V04 error goals-1 commit", "V04 error goals-1 stretch"]],
  ["V05 an end before its start", { goals: [{ ...GOAL, start: day("2026-09-30"), end: day("2026-07-01") }], tasks: [{ ...TASK, due: day("2026-06-01") }] }, ["V05 error goals-1 end", "V05 error tasks-1 due", "V05 warn tasks-1 due"]],
  ["V05 outside of the cycle", { goals: [{ ...GOAL, start: day("2026-06-01"), end: day("2026-10-01") }], tasks: [{ ...TASK, due: day("2026-10-01") }] }, ["V05 warn goals-1 start", "V05 warn goals-1 end", "V05 warn tasks-1 due"]],
  ["V05 a child outside of its parent", { cycles: [Q3, { ...Q3, cycle_id: "2026-07", parent: "2026-Q3", start: day("2026-06-30"), end: day("2026-07-31") }] }, ["V05 warn cycles-2 start"]],
  ["V05 cycles of one level overlap", { cycles: [Q3, { ...Q3, cycle_id: "2026", start: day("2026-01-01"), end: day("2026-12-31") }] }, ["V05 error cycles-2 start"]],
  ["V05 check-ins of tomorrow, and far outside", { checkins: [{ date: TODAY + 1, goal: "G-001", value: 1, expected_then: null }, { date: day("2026-06-24"), goal: "G-001", value: 1 }, { date: day("2026-06-23"), goal: "G-001", value: 1 }] }, ["V05 error checkins-1 date", "V05 warn checkins-3 date"]],
  ["V05 done tomorrow", { tasks: [TASK, { ...TASK, status: "done", done_on: TODAY + 1 }] }, ["V05 error tasks-2 done_on"]],
  ["V06 text where a number belongs", { goals: [{ ...GOAL, target: "60 pcs" }], tasks: [{ ...TASK, due: "31.08.2026", status: "in progres" }] }, ["V06 error goals-1 target", "V06 error tasks-1 due", "V06 error tasks-1 status"]],
  ["V06 a milestone may say yes", { goals: [{ ...GOAL, type: "milestone", target: null, actual: "yes", accumulate: "last value" }] }, []],
  ["V06 a setting", { settings: [{ name: "PLAN_ASOF", value: "31.07.2026" }, { name: "PLAN_GREEN", value: "95%" }, { name: "PLAN_ROUND", value: "down" }, { name: "PLAN_LANG", value: "RU" }, { name: "MY", value: "x" }, { name: "PLAN_YELLOW", value: null }] }, ["V06 error settings-1 value", "V06 error settings-2 value", "V06 error settings-3 value"]],
  ["V06 numbers that cannot be", {
    goals: [{ ...GOAL, weight: -1, confidence: 11 }], resources: [{ ...RESOURCE, price: -5, lead_days: -1 }], checkins: [{ goal: "G-001", date: TODAY, value: 25, confidence: -1 }],
    funnel: [{ order: 1, stage: "Lead", conv: 0, lag_days: -3, cost: 10 }, { order: 2, stage: "Won" }], ramp: [{ profile: "standard", month: 0, share: 0.5 }], season: [{ month: 13, index: 1 }],
  }, ["V06 error goals-1 weight", "V06 error goals-1 confidence", "V06 error resources-1 price", "V06 error resources-1 lead_days", "V06 error checkins-1 confidence", "V06 error funnel-1 conv", "V06 error funnel-1 lag_days", "V06 error ramp-1 month", "V06 error season-1 month", "V12 warn cycles-1"]],
  ["V06 zeros and the ends of what may be", {
    goals: [{ ...GOAL, weight: 0, confidence: 10 }], tasks: [TASK], resources: [{ ...RESOURCE, price: 0, qty_plan: 0 }], funnel: [{ order: 1, stage: "Lead", conv: 1, lag_days: 0, cost: 0 }, { order: 2, stage: "Won" }], season: [{ month: 12, index: 0 }],
  }, ["V12 warn cycles-1"]],
  ["V06 names and actions that are too long, or too short", {
    cycles: [{ ...Q3, cycle_id: "2026-Q3 and some more", name: "n".repeat(81) }], goals: [{ ...GOAL, cycle: "2026-Q3 and some more", name: "ab" }, { ...GOAL, cycle: "2026-Q3 and some more", name: "n".repeat(81), weight: 0 }],
    tasks: [{ ...TASK, cycle: "2026-Q3 and some more", goal: "G-001", action: `Call ${"x".repeat(196)}` }], resources: [{ ...RESOURCE, cycle: "2026-Q3 and some more" }],
  }, ["V06 warn cycles-1 cycle_id", "V06 warn cycles-1 name", "V06 warn goals-1 name", "V06 warn goals-2 name", "V06 warn tasks-1 action"]],
  ["V06 texts as long as they may be", { cycles: [{ ...Q3, name: "n".repeat(80) }], goals: [{ ...GOAL, name: "abc" }, { ...GOAL, name: "n".repeat(80), weight: 0 }], tasks: [{ ...TASK, goal: "G-001", action: `Call ${"x".repeat(195)}` }] }, []],
  ["V07 25 for 25 %", { goals: [{ ...GOAL, unit: "%", target: 25, baseline: 0.2, actual: 22, accumulate: "last value" }], team: [{ person: "Anna", start: TODAY, attainment: 1.2, time_share: 50 }], checkins: [{ date: TODAY, goal: "G-001", value: 22 }] }, ["V07 warn goals-1 target", "V07 warn checkins-1 value", "V07 warn team-1 time_share"]],
  ["V08 no owner", { goals: [{ ...GOAL, owner: null }] }, ["V08 warn goals-1 owner"]],
  ["V08 two owners", { goals: [{ ...GOAL, owner: "Anna и Иван" }] }, ["V08 warn goals-1 owner"]],
  ["V09 a goal without a task, a task without a goal", { tasks: [{ ...TASK, goal: null }] }, ["V09 warn goals-1", "V09 warn tasks-1 goal"]],
  ["V09 a watched goal needs no task", { goals: [GOAL, { ...GOAL, name: "Goal B", weight: 0 }] }, []],
  ["V11 an action as a goal, a result as a task", { goals: [{ ...GOAL, name: "Найти клиентов" }], tasks: [{ ...TASK, goal: "G-001", action: "Конверсия 6 %" }] }, ["V11 info goals-1 name", "V11 info tasks-1 action"]],
  ["V11 nouns that end as verbs", { goals: [{ ...GOAL, name: "Прибыль отдела" }, { ...GOAL, name: "Лояльность клиентов", weight: 1 }], tasks: [{ ...TASK, goal: "G-001", action: "Провести тренинг" }, { ...TASK, goal: "G-002", action: "Договориться с производством" }] }, []],
  ["V12 all weights 0", { goals: [{ ...GOAL, weight: 0 }] }, ["V12 warn cycles-1"]],
  ["V12 one goal outweighs all", { goals: [{ ...GOAL, weight: 3 }, { ...GOAL, name: "Goal B", weight: 2 }], tasks: [TASK, { ...TASK, goal: "Goal B" }] }, ["V12 warn goals-1 weight"]],
  ["V13 a ratio is no sum", { goals: [{ ...GOAL, unit: "%", target: 0.6, actual: 0.3 }, { ...GOAL, name: "Goal B", metric: "Средний чек", accumulate: "average" }, { ...GOAL, name: "Goal C", metric: "CAC", accumulate: "ratio of sums" }], tasks: [TASK, { ...TASK, goal: "Goal B" }, { ...TASK, goal: "Goal C" }] }, ["V13 warn goals-1 accumulate", "V13 warn goals-2 accumulate"]],
  ["V14 an old fact", { goals: [{ ...GOAL, as_of: day("2026-07-20") }] }, ["V14 warn goals-1 actual"]],
  ["V15 needed before it can be ready", { resources: [{ ...RESOURCE, status: "requested", start: day("2026-08-20"), lead_days: 21 }, { ...RESOURCE, status: "requested", start: day("2026-08-20"), lead_days: 20 }, { ...RESOURCE, start: day("2026-07-01") }] }, ["V15 warn resources-1 start"]],
  ["V16 resources above the budget", { goals: [GOAL, { ...GOAL, name: "Budget", unit: "money", type: "keep ≤", target: 1000, actual: 300 }], tasks: [TASK, { ...TASK, goal: "Budget" }], resources: [{ ...RESOURCE, qty_plan: 10, price: 100.1 }] }, ["V16 warn goals-2 target"]],
  ["V16 not when it fits exactly", { goals: [GOAL, { ...GOAL, name: "Budget", unit: "money", type: "keep ≤", target: 1000, actual: 300 }], tasks: [TASK, { ...TASK, goal: "Budget" }], resources: [{ ...RESOURCE, qty_plan: 10, price: 100 }] }, []],
  ["V17 quotas below the target", { goals: [{ ...GOAL, unit: "money" }], team: [{ person: "Anna", start: day("2020-01-01"), quota: 19 }] }, ["V17 warn quota"]],
  ["V17 quotas far above it", { goals: [{ ...GOAL, unit: "money" }], team: [{ person: "Anna", start: day("2020-01-01"), quota: 27 }] }, ["V17 warn quota"]],
  ["V17 not within 130 %", { goals: [{ ...GOAL, unit: "money" }], team: [{ person: "Anna", start: day("2020-01-01"), quota: 26 }] }, []],
  ["V19 another currency", { cycles: [{ ...Q3, currency: "RUB" }, { ...Q3, cycle_id: "2026-07", parent: "2026-Q3", end: TODAY, currency: "USD" }], settings: [{ name: "PLAN_CURRENCY", value: "rub" }] }, ["V19 error cycles-2 currency"]],
])("%s", (_, tables, expected) => {
  const found = of(tables);
  expect(found.map(short).sort()).toEqual([...expected].sort());
  for (const { sentence } of found) for (const text of [sentence.en, sentence.ru]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
});

test("V10 areas and kinds without a row", () => {
  const found = problemsOf(planOf(GOOD), { today: TODAY }).filter(({ code }) => code === "V10");
  expect(countsOf(found)).toEqual({ error: 0, warn: 0, info: 6 + 7 });
  expect(found[0]).toMatchObject({ table: "tasks", row: null, sentence: { en: "Cycle 2026-Q3: no task in the area “Strategic goals”.", ru: "Цикл 2026-Q3: нет задач по направлению «Стратегические цели»." } });
});

describe("V18 leads come too late", () => {
  const funnel: Fields[] = [{ order: 1, stage: "Lead", conv: 0.4, lag_days: 15 }, { order: 2, stage: "Offer", conv: 0.3, lag_days: 20 }, { order: 3, stage: "Won" }];
  // 35 calendar days before 1 July and 30 September: 27 May and 26 August, whatever the goals' pace goes by.
  const tables = (phase = "plan", lagBy: string | null = null, pace: "calendar" | "working" = "working"): Tables => ({
    cycles: [{ ...Q3, pace_by: pace, phase }], goals: [{ ...GOAL, unit: "money", as_of: null, actual: null }], funnel, settings: lagBy === null ? [] : [{ name: "PLAN_LAG_BY", value: lagBy }],
  });
  const at = (today: string, ...more: Parameters<typeof tables>) => of(tables(...more), day(today)).filter(({ code }) => code === "V18").map(({ sentence }) => sentence.en);
  test("while it is planned, when the window has begun", () => {
    expect(at("2026-05-27")).toEqual([]);
    expect(at("2026-06-10")[0]).toBe("Goal G-001 New customers: leads for it must come from 2026-05-27 to 2026-08-26, and this time has begun. Leads of the past decide about its first deals.");
    expect(at("2026-07-20", "lead")).toEqual([]);
  });
  test("later, when no lead can close in time any more", () => {
    expect(at("2026-08-27", "control")[0]).toContain("too late for new leads: deals close 35 days after a lead, so leads had to come by 2026-08-26");
    expect(at("2026-08-27", "control", "working")[0]).toContain("too late for new leads: deals close 35 working days after a lead, so leads had to come by 2026-08-12");
  });
  test.each([[null, "calendar"], [null, "working"], ["calendar", "working"], ["working", "calendar"], ["working", "working"]] as const)("with the window of the backward plan, lags by %s and the pace of the goals by %s days", (lagBy, pace) => {
    const plan = planOf(tables("plan", lagBy, pace));
    const cycle = plan.rows.cycles[0]!;
    const window = backwardPlan(backwardInputs(plan, cycle, { ...givenOf(plan, cycle), deal: 1 }, day("2026-06-10"))!).window!;
    expect(window).toEqual(lagBy === "working" ? [day("2026-05-13"), day("2026-08-12")] : [day("2026-05-27"), day("2026-08-26")]);
    expect(at("2026-06-10", "plan", lagBy, pace)[0]).toContain(`from ${isoDay(window[0])} to ${isoDay(window[1])}`);
  });
});

describe("V20 the plan was changed after its start", () => {
  const checkins = [{ date: day("2026-07-31"), goal: "G-001", value: 25, expected_then: 60 * 23 / 66 }, { date: day("2026-07-10"), goal: "G-001", value: 9, expected_then: 60 * 8 / 66 }];
  const codes = (fields: Fields) => of({ goals: [{ ...GOAL, ...fields }], checkins }).map(short);
  test("is told while nothing explains it", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ target: 50 })).toEqual(["V20 info goals-1 target"]);
    expect(codes({ target: 50, note: "31.07.2026: план 60 → 50. Рынок упал" })).toEqual([]);
  });
});

describe("repairs", () => {
  const BROKEN: Tables = {
    cycles: [{ ...Q3, phase: null, currency: "USD" }], settings: [{ name: "PLAN_CURRENCY", value: "RUB" }, { name: "PLAN_GREEN", value: "95%" }, { name: "PLAN_ASOF", value: "03/04/2026" }],
    goals: [{ ...GOAL, target: "1,5 млн ₽", start: null }, { ...GOAL, name: "Goal B", baseline: 60 }, { ...GOAL, name: "Goal C", type: "decrease", baseline: 20 }, { ...GOAL, name: "Goal D", type: "keep within", target_max: 50, accumulate: "last value" }, { ...GOAL, name: "Goal E", unit: "%", target: 25, actual: 0.1 }, { ...GOAL, name: "Goal F", owner: "Anna, Иван" }, { ...GOAL, name: "Goal G", end: day("2026-11-01") }],
    tasks: [{ ...TASK, goal: "New custmers", status: "in progres", due: "31.08.2026" }, { ...TASK, status: "done", start: "03/04/2026" }, { ...TASK, cycle: null, done_on: TODAY + 9 }, { ...TASK, start: day("2026-08-20"), due: day("2026-08-10"), done_pct: 50 }],
    checkins: [{ date: TODAY + 3, goal: "G-005", value: 25 }],
  };
  const plan = planOf(BROKEN, "ru");
  const found = problemsOf(plan, { today: TODAY });
  const repairs = found.flatMap((problem) => problem.repairs.map((repair) => [`${short(problem)}: ${repair.words.en}`, problem, repair] as const));
  test("are offered, and say what will stand there", () => {
    expect(repairs.map(([name]) => name.replace(/ (error|warn|info)/, ""))).toEqual(expect.arrayContaining([
      "V01 cycles-1 phase: Write “Planning”", "V01 goals-1 start: Take the date of the cycle, 2026-07-01", "V06 goals-1 target: Read as 1,500,000", "V04 goals-2 baseline: Make it “Keep at least”", "V04 goals-3 target: Make it “Increase”",
      "V04 goals-4 target_max: Exchange the two numbers", "V07 goals-5 target: Read as 25%", "V08 goals-6 owner: Leave Anna", "V05 goals-7 end: Take the date of the cycle, 2026-09-30", "V02 tasks-1 goal: Write G-001 New customers", "V06 tasks-1 status: Write “In progress”",
      "V06 tasks-1 due: Read as 2026-08-31", "V01 tasks-2 done_on: Write 2026-07-31", "V06 tasks-2 start: Read as 2026-04-03", "V06 tasks-2 start: Read as 2026-03-04", "V01 tasks-3 cycle: Write 2026-Q3", "V05 tasks-4 due: Exchange the two dates", "V19 cycles-1 currency: Write RUB",
      "V06 settings-2 value: Read as 0.95", "V06 settings-3 value: Read as 2026-04-03", "V05 checkins-1 date: Write today, 2026-07-31", "V07 checkins-1 value: Read as 25%", "V07 tasks-4 done_pct: Read as 50%",
    ]));
  });
  test.each(repairs)("%s takes its problem away", (_, problem, repair) => {
    const after: Plan = changeAll(plan, repair.operations);
    expect(problemsOf(after, { today: TODAY }).map(short)).not.toContain(short(problem));
  });
});

test.each<[string, readonly string[]]>([["keep", ["Keep at least", "Keep at most", "Keep within"]], ["Не", ["Keep at least", "Keep at most"]], ["Incraese", ["Increase"]]])("of the words that begin with what was typed each is offered, otherwise the nearest: %s", (type, words) => {
  const { repairs } = problemsOf(planOf({ ...GOOD, goals: [{ ...GOAL, type }] }), { today: TODAY }).find(({ code, field }) => code === "V06" && field === "type")!;
  expect(repairs.map(({ words: { en } }) => en)).toEqual(words.map((word) => `Write “${word}”`));
});

test("a number that cannot be is told as its cell shows it, with what belongs there", () => {
  const found = of({ goals: [{ ...GOAL, weight: -1 }], funnel: [{ order: 1, stage: "Lead", conv: -0.05 }, { order: 2, stage: "Won" }], ramp: [{ profile: "standard", month: 0, share: 0.5 }] });
  expect(found.filter(({ code }) => code === "V06").map(({ sentence }) => [sentence.en.replace(/^.*?: /, ""), sentence.ru.replace(/^.*?: /, "").replace(/\u00a0/g, " ")])).toEqual([
    ["“Weight” is -1; a number not below 0 belongs here.", "в «Вес» стоит -1, здесь нужно число не меньше 0."],
    ["“Conversion to next” is -5%; a number above 0 belongs here.", "в «Конверсия в следующий» стоит -5 %, здесь нужно число больше 0."],
    ["“Month no.” is 0; a whole number from 1 on belongs here.", "в «Месяц №» стоит 0, здесь нужно целое число от 1."],
  ]);
});

test("an error of a formula is told as such", () => {
  const plan = planOf(GOOD);
  const broken: Plan = { ...plan, rows: { ...plan.rows, goals: [{ ...plan.rows.goals[0]!, fields: { ...plan.rows.goals[0]!.fields, actual: null }, formulas: { actual: "=CAC(A1)" }, odd: { actual: { error: "#DIV/0!" } } }] } };
  expect(problemsOf(broken, { today: TODAY })[0]).toMatchObject({ code: "V06", sentence: { en: "Goal G-001 New customers: “Actual” shows the error #DIV/0!. Check its formula.", ru: "Цель G-001 New customers: в «Факт» ошибка #DIV/0!. Проверьте формулу." } });
});

test("errors come first, then warnings, each in the order of the book", () => {
  const found = problemsOf(planOf({ ...GOOD, goals: [{ ...GOAL, owner: null }, { ...GOAL, name: "Goal B", target: null }], tasks: [{ ...TASK, area: null }] }), { today: TODAY });
  expect(found.slice(0, 5).map(short)).toEqual(["V01 error goals-2 target", "V01 error tasks-1 area", "V08 warn goals-1 owner", "V09 warn goals-2", "V10 info area"]);
});

test.each(["en", "ru"] as const)("the ready-made plan has no problems but what is left to do (%s)", (language) => {
  const from = day("2026-07-01");
  const inputs = { from, to: day("2026-09-30"), target: 12e6, deal: 150000, repeat: 0.25, currency: "RUB" };
  const plan = changeAll(emptyPlan(language), readyPlan(inputs, language, counter(), from - 90));
  const found = problemsOf(plan, { today: from - 90 });
  expect(found.filter(({ level }) => level !== "info").map(({ sentence }) => sentence.en)).toEqual([]);
  expect(found.map(short)).toEqual([]);
});
