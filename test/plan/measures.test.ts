import fc from "fast-check";
import { changeAll } from "../../src/plan/change";
import { understand } from "../../src/plan/change";
import { measuresOf } from "../../src/plan/measures";
import { columnOf, type Plan } from "../../src/plan/plan";
import { TABLES } from "../../src/plan/tables";
import { nameKey } from "../../src/core/order";
import { run } from "../catalogue/run";
import { deliver, hasShared, loadCases, plain } from "../cases/shared";
import { day, goal, planOf, Q3, sheetOf, type Fields, type Tables } from "./rig";

const JULY = day("2026-07-31");
const of = (fields: Fields, more: Tables = {}, today = JULY) => {
  const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal", ...fields })], ...more });
  return measuresOf(plan, plan.rows.goals[0]!, today);
};
const NUMBERS = ["progress", "expected", "gap", "pace", "forecast"] as const;
const numbers = (m: ReturnType<typeof of>) => Object.fromEntries(NUMBERS.map((name) => [name, m[name].value ?? m[name].reason]));

// July has 23 of the 66 working days of the quarter.
test.each<[string, Fields, Fields]>([
  ["revenue", { target: 12e6, actual: 3.5e6 }, { progress: 3.5 / 12, expected: 12e6 * 23 / 66, gap: 3.5e6 - 12e6 * 23 / 66, pace: (3.5 / 12) / (23 / 66), forecast: 3.5e6 / (23 / 66), status: "attention" }],
  ["CAC, which goes down", { type: "decrease", baseline: 70000, target: 60000, actual: 66000, accumulate: "ratio of sums" }, { progress: 0.4, expected: 70000 - 10000 * 23 / 66, gap: 515.1515151515152, pace: 0.4 / (23 / 66), forecast: 66000, status: "onPlan" }],
  ["churn, kept below", { type: "keep ≤", target: 0.03, actual: 0.04, accumulate: "last value" }, { progress: 0, expected: 0.03, gap: -0.01, pace: "levelHasNoPace", forecast: 0.04, status: "behind" }],
  ["a budget", { type: "keep ≤", target: 4.2e6, actual: 1.5e6 }, { progress: 1, expected: 4.2e6 * 23 / 66, gap: 4.2e6 * 23 / 66 - 1.5e6, pace: 0.9757575757575758, forecast: 1.5e6 / (23 / 66), status: "onPlan" }],
  ["a range", { type: "keep within", target: 0.2, target_max: 0.25, actual: 0.26, accumulate: "last value" }, { progress: 0, expected: "rangeHasNoValue", gap: -0.01, pace: "levelHasNoPace", forecast: 0.26, status: "behind" }],
  ["a milestone that is due", { type: "milestone", end: JULY, actual: 0, accumulate: "last value" }, { progress: 0, expected: 1, gap: -1, pace: 0, forecast: 0, status: "missed" }],
  ["a goal without a fact", { target: 60 }, { progress: "blankActual", expected: 60 * 23 / 66, gap: "blankActual", pace: "blankActual", forecast: "blankActual", status: "noData" }],
  ["a goal that did not begin", { target: 60, actual: 0, start: day("2026-08-01") }, { progress: 0, expected: 0, gap: 0, pace: "nothingExpected", forecast: "nothingExpected", status: "notStarted" }],
  ["a goal without a target", { actual: 5 }, { progress: "noTarget", expected: "noTarget", gap: "noTarget", pace: "noTarget", forecast: "noTarget", status: "noTarget" }],
  ["a goal without dates", { target: 10, actual: 5, end: null }, { progress: 0.5, expected: "noDates", gap: "noDates", pace: "noDates", forecast: "noDates", status: "noDates" }],
  ["a goal of an unknown type", { target: 10, actual: 5, type: "grow" }, { progress: "notUnderstood", expected: "notUnderstood", gap: "notUnderstood", pace: "notUnderstood", forecast: "notUnderstood", status: "notUnderstood" }],
  ["a fact as text", { target: 66, actual: "40 days" }, { progress: "notUnderstood", expected: 23, gap: "notUnderstood", pace: "notUnderstood", forecast: "notUnderstood", status: "notUnderstood" }],
  ["baseline equal to target", { target: 5, baseline: 5, actual: 5 }, { progress: "targetIsBaseline", expected: "targetIsBaseline", gap: "targetIsBaseline", pace: "targetIsBaseline", forecast: "targetIsBaseline", status: "targetIsBaseline" }],
  ["a sum without the word for it", { target: 66, actual: 23, accumulate: null }, { progress: 23 / 66, expected: 23, gap: 0, pace: 1, forecast: "noAccumulate", status: "onPlan" }],
  ["a cancelled goal", { target: 66, actual: 23, closed_as: "Cancelled" }, { progress: 23 / 66, expected: 23, gap: 0, pace: 1, forecast: 66, status: "cancelled" }],
])("%s", (_, fields, expected) => {
  const found = of(fields);
  const got = { ...numbers(found), status: found.status ?? found.statusReason };
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === "number") expect([name, got[name as keyof typeof got]]).toEqual([name, expect.closeTo(value, 6)]);
    else expect([name, got[name as keyof typeof got]]).toEqual([name, value]);
  }
});

describe("the day", () => {
  const settings = [{ name: "PLAN_ASOF", value: JULY }];
  test("is that of the settings, today where none is set; the row's own As of is the day of its fact", () => {
    expect(of({ target: 66, actual: 1, as_of: day("2026-07-24") }, { settings }, day("2026-09-01"))).toMatchObject({ day: JULY, factDay: day("2026-07-24"), expected: { value: 23 } });
    expect(of({ target: 66, actual: 1 }, {}, day("2026-09-30")).expected.value).toBe(66);
  });
});

describe("thresholds of the settings decide", () => {
  test.each([[[], "attention"], [[{ name: "PLAN_GREEN", value: 0.83 }], "onPlan"], [[{ name: "PLAN_YELLOW", value: 0.9 }], "behind"]])("%j gives %s", (settings, status) => {
    expect(of({ target: 12e6, actual: 3.5e6 }, { settings }).status).toBe(status);
  });
});

describe("where a fact comes from", () => {
  const checkins = (...rows: [string, number, string?][]) => ({ checkins: rows.map(([date, value, meaning]) => ({ goal: "G-001 Goal", date: day(date), value, ...(meaning && { meaning }) })) });
  test("a blank cell is filled from the check-ins known on the day", () => {
    const found = of({ target: 60 }, checkins(["2026-07-10", 5, "For the period"], ["2026-07-17", 4, "For the period"], ["2026-08-07", 9]));
    expect(found).toMatchObject({ actual: { value: 9 }, source: "check-ins", factDay: day("2026-07-17"), sparks: [{ day: day("2026-07-10"), value: 5 }, { day: day("2026-07-17"), value: 9 }] });
  });
  test("a typed fact counts before the check-ins", () => expect(of({ target: 60, actual: 7 }, checkins(["2026-07-10", 5]))).toMatchObject({ actual: { value: 7 }, source: "typed", factDay: day("2026-07-10") }));
  test.each<[string, string, number, string | null]>([
    ["what a check-in wrote into the row is from the check-ins", "check-ins", 5, "2026-07-10"], ["what was changed there since is typed", "typed", 6, "2026-07-10"], ["the same number of another day is typed", "typed", 5, "2026-07-12"], ["and without a day", "typed", 5, null],
  ])("%s", (_, source, actual, asOf) => expect(of({ target: 60, actual, as_of: asOf && day(asOf) }, checkins(["2026-07-10", 5]))).toMatchObject({ actual: { value: actual }, source }));
  test("without either there is none", () => expect(of({ target: 60 })).toMatchObject({ actual: { reason: "blankActual" }, source: null, factDay: null }));
  test("of several check-ins on one day the lowest row counts, one without a value never", () => {
    expect(of({ target: 60 }, { checkins: [{ goal: "G-001", date: JULY, value: 1 }, { goal: "Goal", date: JULY, value: 2 }, { goal: "G-001", date: JULY }] }).actual.value).toBe(2);
  });
  const withFormula = (formula: string, value: number | null, odd: object | null) => {
    const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal", target: 60, actual: { formula } })], ...checkins(["2026-07-10", 5]) });
    const [row] = plan.rows.goals;
    const calculated: Plan = { ...plan, rows: { ...plan.rows, goals: [{ ...row!, fields: { ...row!.fields, actual: value }, odd: odd ? { actual: odd as { error: string } } : {} }] } };
    return measuresOf(calculated, calculated.rows.goals[0]!, JULY);
  };
  test("a formula is of the day it is asked on", () => expect(withFormula("=NEW_CUSTOMERS(A:A)", 12, null)).toMatchObject({ actual: { value: 12 }, source: "formula", factDay: JULY }));
  test("LATEST_CHECKIN is the check-ins", () => expect(withFormula("=Latest_Checkin(A2,PLAN_CHECKINS[#All])", 5, null)).toMatchObject({ source: "check-ins", factDay: day("2026-07-10") }));
  test("an error of the formula is told", () => expect(withFormula("=CAC(A1)", null, { error: "#DIV/0!" })).toMatchObject({ actual: { reason: "factIsError" }, status: null, statusReason: "factIsError", expected: { value: 60 * 23 / 66 } }));
  test("in Excel a function that has not answered yet is no error", () => expect(withFormula("=NEW_CUSTOMERS(A:A)", null, { error: "#BUSY!" })).toMatchObject({ actual: { reason: "factIsBusy" }, status: null }));
  test.each([["yes", 1], ["Нет", 0], ["Истина", 1]])("a milestone may say %s", (actual, value) => expect(of({ type: "milestone", actual }).actual.value).toBe(value));
});

describe("where facts do not add up, four check-ins tell a trend", () => {
  const DAYS = ["2026-07-06", "2026-07-13", "2026-07-20", "2026-07-27"];
  const trend = (values: readonly number[], fields: Fields = {}, today = JULY) =>
    of({ baseline: 0.05, target: 0.06, unit: "%", accumulate: "ratio of sums", ...fields }, { checkins: values.map((value, i) => ({ goal: "G-001", date: day(DAYS[i]!), value })) }, today);
  // From 13 July, the middle of the first three, or from the middle of all four, to 30 September.
  test.each<[string, readonly number[], Fields, number | null]>([
    ["on a line", [0.05, 0.051, 0.052, 0.053], {}, 0.053 + (0.001 / 7) * 65],
    ["around a line: 0.0004 a day from their mean on", [0.05, 0.05, 0.06, 0.06], {}, 0.055 + (0.14 / 245) * 75.5],
    ["downwards", [42, 41, 40, 39], { type: "decrease", baseline: 42, target: 35, unit: "days", accumulate: "average" }, 39 - 65 / 7],
    ["not below nothing", [42, 32, 22, 12], { type: "decrease", baseline: 42, target: 35, unit: "days", accumulate: "average" }, 0],
    ["a share not above all", [0.7, 0.8, 0.9, 1], { type: "keep ≥", baseline: null, target: 0.9, accumulate: "last value" }, 1],
    ["below nothing where it has been there", [5, 0, -5, -10], { type: "keep ≥", baseline: null, target: 5, unit: "points", accumulate: "last value" }, -10 - (5 / 7) * 65],
    ["three check-ins are none", [0.05, 0.051, 0.052], {}, null],
    ["a sum has its pace", [5, 10, 15, 20], { baseline: 0, target: 66, unit: "pcs", accumulate: "sum" }, null],
    ["a milestone has none", [0, 0, 0, 1], { type: "milestone", baseline: null, target: 1, unit: "yes/no", accumulate: "last value" }, null],
    ["nobody said how facts add up", [0.05, 0.051, 0.052, 0.053], { accumulate: null }, null],
  ])("%s", (_, values, fields, expected) => {
    const { trend: found } = trend(values, fields);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 9);
  });

  test("on the last day nothing is left of it, and the forecast of the sheet stays the last value", () => {
    const values = [0.05, 0.051, 0.052, 0.053];
    expect(trend(values, {}, day("2026-09-30")).trend).toBeNull();
    expect(trend(values).forecast.value).toBe(0.053);
  });
});

describe("a forecast by pace is not shown too early", () => {
  test.each([["2026-07-03", "tooEarly"], ["2026-07-08", "tooEarly"], ["2026-07-09", 66]])("on %s", (today, shown) => {
    const found = of({ target: 66, actual: 7 }, {}, day(today)).forecast;
    expect(found.value ?? found.reason).toBe(shown);
  });
  test("of three working days, in a goal of ten days", () => {
    const short = { target: 8, actual: 2, end: day("2026-07-10") };
    expect(of(short, {}, day("2026-07-02")).forecast.reason).toBe("tooEarly");
    expect(of(short, {}, day("2026-07-03")).forecast).toEqual({ value: 2 / (3 / 8), reason: null });
  });
  test("the last value of a level is shown at once", () => expect(of({ target: 60, actual: 47, type: "keep ≥", accumulate: "last value" }, {}, day("2026-07-01")).forecast.value).toBe(47));
});

describe("by days", () => {
  test("what is needed and what was", () => {
    const found = of({ target: 66, actual: 23 + 4.6 });
    expect(found.requiredPace.value).toBeCloseTo((66 - 27.6) / 43, 9);
    expect(found.paceSoFar.value).toBeCloseTo(1.2, 9);
    expect(found.daysAhead.value).toBeCloseTo(4.6, 9);
  });
  test("before the start all days are left", () => expect(of({ target: 66, actual: 0 }, {}, day("2026-06-01"))).toMatchObject({ requiredPace: { value: 1 }, paceSoFar: { reason: "nothingExpected" } }));
  test("a budget may still be spent", () => {
    const found = of({ type: "keep ≤", target: 660, actual: 200 });
    expect([found.requiredPace.value, found.daysAhead.value]).toEqual([expect.closeTo(460 / 43, 9), expect.closeTo(3, 9)]);
  });
  test("calendar days where the goal says so", () => expect(of({ target: 92, actual: 31, pace_by: "calendar" })).toMatchObject({ daysBy: "calendar", requiredPace: { value: 1 }, paceSoFar: { value: 1 }, daysAhead: { value: 0 } }));
  test.each([[{ target: 5, actual: 6 }, "targetReached"], [{ target: 6, actual: 5, accumulate: "last value" }, "notAdding"], [{ target: 6, actual: 5, end: JULY }, "noDaysLeft"]])("%j: %s", (fields, reason) => {
    expect(of(fields).requiredPace.reason).toBe(reason);
  });
});

describe("a level that reached its target", () => {
  test("is judged again until the due date", () => expect(of({ target: 0.09, baseline: 0.08, actual: 0.09, accumulate: "last value" })).toMatchObject({ status: "done", isTargetReached: true }));
  test("is done at the due date, and a sum at once", () => {
    expect(of({ target: 0.09, baseline: 0.08, actual: 0.09, accumulate: "last value" }, {}, day("2026-09-30")).isTargetReached).toBe(false);
    expect(of({ target: 60, actual: 60 })).toMatchObject({ status: "done", isTargetReached: false });
  });
});

describe("stale", () => {
  const stale = (fields: Fields, today = JULY, cycle: Fields = Q3, settings: readonly Fields[] = []) => of({ target: 60, ...fields }, { cycles: [cycle], settings }, today).stale;
  test.each<[string, Fields, Fields, string, boolean]>([
    ["a fact of ten days ago, weekly", { actual: 1, as_of: day("2026-07-21") }, Q3, "2026-07-31", false],
    ["a fact of eleven days ago, weekly", { actual: 1, as_of: day("2026-07-20") }, Q3, "2026-07-31", true],
    ["a fact of eleven days ago, every two weeks", { actual: 1, as_of: day("2026-07-20") }, { ...Q3, cadence: "2 weeks" }, "2026-07-31", false],
    ["a fact of Friday on Monday, daily", { actual: 1, as_of: day("2026-07-24") }, { ...Q3, cadence: "day" }, "2026-07-27", false],
    ["a fact of Friday on Tuesday, daily", { actual: 1, as_of: day("2026-07-24") }, { ...Q3, cadence: "day" }, "2026-07-28", true],
    ["no fact ten days after the start", {}, Q3, "2026-07-10", false],
    ["no fact eleven days after the start", {}, Q3, "2026-07-11", true],
    ["no fact before the start", {}, Q3, "2026-06-01", false],
    ["a fact nobody dated", { actual: 1 }, Q3, "2026-07-31", false],
    ["a sum that is done", { actual: 60, as_of: day("2026-07-02") }, Q3, "2026-07-31", false],
    ["a level that reached its target", { actual: 60, accumulate: "last value", as_of: day("2026-07-02") }, Q3, "2026-07-31", true],
    ["a cancelled goal", { actual: 1, as_of: day("2026-07-02"), closed_as: "cancelled" }, Q3, "2026-07-31", false],
    ["a goal of a closed cycle", { actual: 1, as_of: day("2026-07-02") }, { ...Q3, status: "closed" }, "2026-07-31", false],
  ])("%s: %j", (_, fields, cycle, today, isStale) => expect(stale(fields, day(today), cycle).isStale).toBe(isStale));
  test.each([["2026-08-08", false], ["2026-08-11", false], ["2026-08-12", true]])("a plan whose work begins on 1 August owes nothing from July: %s, %s", (today, isStale) => {
    const tasks = [{ cycle: Q3["cycle_id"]!, action: "Later", start: day("2026-09-01") }, { cycle: Q3["cycle_id"]!, action: "First", start: day("2026-08-02") }, { cycle: null, action: "Elsewhere", start: day("2026-07-01") }];
    expect(of({ target: 60 }, { cycles: [Q3], tasks }, day(today)).stale.isStale).toBe(isStale);
  });
  test("as many periods as the settings say", () => expect(stale({ actual: 1, as_of: day("2026-07-20") }, JULY, Q3, [{ name: "PLAN_STALE", value: 2 }])).toEqual({ isStale: false, age: 11 }));
});

test("what was frozen at closing stays, whatever the plan says now", () => {
  const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal", target: 60, actual: 50 })] });
  const closed = changeAll(plan, [
    { kind: "update", table: "goals", row: "goals-1", fields: { progress: 0.9, expected: 60, gap: -6, pace: 0.9, status: "Не достигнута", closed_as: "missed" } },
    { kind: "update", table: "goals", row: "goals-1", fields: { target: 20 } },
  ]);
  const found = measuresOf(closed, closed.rows.goals[0]!, JULY);
  expect({ ...numbers(found), status: found.status }).toEqual({ progress: 0.9, expected: 60, gap: -6, pace: 0.9, forecast: "closed", status: "missed" });
});

// ---- the pane and GOAL_VALUE over the same row ------------------------------------------------

const WORDS = { "not started": "notStarted", "no data": "noData", "on plan": "onPlan" } as Readonly<Record<string, string>>;

test("measures and GOAL_VALUE over the row say the same", () => {
  const number = fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 120 }), fc.double({ min: 0, max: 100, noNaN: true }));
  const date = fc.integer({ min: day("2026-06-20"), max: day("2026-10-10") });
  const row = fc.record({
    type: fc.constantFrom(null, ...TABLES.goals.columns.flatMap((c) => (c.field === "type" ? c.codes.map(({ code }) => code) : []))), accumulate: fc.constantFrom(null, "sum", "last value", "average"), baseline: number, target: number, target_max: number, actual: number,
    start: fc.oneof({ weight: 9, arbitrary: date }, { weight: 1, arbitrary: fc.constant(null) }), end: fc.oneof({ weight: 9, arbitrary: date }, { weight: 1, arbitrary: fc.constant(null) }),
    path: fc.constantFrom(null, "linear", "season", "from the start", "at the end"), pace_by: fc.constantFrom(null, "calendar", "working", "season"),
  });
  const calendar = [{ date: day("2026-07-06"), kind: "holiday" }, { date: day("2026-07-11"), kind: "work" }, { date: day("2026-08-03"), kind: null }];
  const season = Array.from({ length: 12 }, (_, i) => ({ month: i + 1, index: 1 + (i % 4) }));
  fc.assert(fc.property(row, date, fc.boolean(), fc.constantFrom("en" as const, "ru" as const), (fields, today, hasSeason, language) => {
    const plan = planOf({ cycles: [Q3], goals: [goal({ name: "Goal", ...fields })], calendar, season: hasSeason ? season : [] }, language);
    const found = measuresOf(plan, plan.rows.goals[0]!, today);
    const sheet = sheetOf(plan, "goals");
    const holidays = calendar.map(({ date: at, kind }) => [at, kind ?? "holiday"]);
    for (const field of [...NUMBERS, "status"] as const) {
      const answer = run("GOAL_VALUE", ["G-001", sheet, field, today, holidays, hasSeason ? season.map(({ index }) => [index]) : undefined]);
      if (field === "status") {
        const said = "failure" in answer ? null : String(answer.value);
        expect([field, found.status]).toEqual([field, said === null ? null : (WORDS[said] ?? said)]);
      } else if (!(field === "forecast" && found.forecast.reason === "tooEarly")) {
        expect([field, found[field].value]).toEqual([field, "failure" in answer ? null : Number(answer.value) + 0]); // + 0: a cell shows no -0
      }
    }
  }), { numRuns: 1500 });
});

const cases = loadCases(new Set(["GOAL_VALUE"])).filter(({ id, args, expected }) => {
  const field = args()[2] ?? "progress";
  // About finding a goal among others, and about headers: not about measuring.
  return (field === "status" || (NUMBERS as readonly unknown[]).includes(field)) && !["plan-126", "plan-130", "plan-147"].includes(id) && !(("error" in expected) && ["plan-125", "plan-127", "plan-128", "plan-129", "plan-133"].includes(id));
});

(hasShared ? describe : describe.skip)("the acceptance cases about goals", () => {
  const HEADERS = new Map(TABLES.goals.columns.flatMap((column) => [column.header.en, column.header.ru, ...("also" in column ? (column.also ?? []) : [])].map((header) => [nameKey(header).replace(/ /g, ""), column.field] as const)).reverse());
  test.each(cases.map((each) => [each.id, each.note, each] as const))("%s %s", (_id, _note, each) => {
    const [wanted, table, field = "progress", asOf, holidays, season] = each.args().map((argument) => deliver(argument, plain)) as [unknown, unknown[][], string?, number?, unknown[][]?, unknown[][]?];
    const names = table[0]!.map((header) => HEADERS.get(nameKey(String(header)).replace(/ /g, "")) ?? "");
    const rows = table.slice(1).map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])) as Record<string, unknown>);
    const key = nameKey(String(wanted));
    const row = rows.find((cells) => [cells["goal_id"], cells["name"], `${String(cells["goal_id"])} ${String(cells["name"])}`].some((text) => nameKey(String(text)) === key))!;
    const typed = Object.fromEntries(Object.entries(row).filter(([name]) => name !== "" && columnOf("goals", name)!.kind !== "calculated" && name !== "goal_id" && name !== "cycle")) as Fields;
    const closed = understand(columnOf("goals", "closed_as")!, (row["status"] ?? null) as string | null);
    const errors = Object.entries(typed).filter((cell): cell is [string, { formula: string } & { error: string }] => typeof cell[1] === "object" && cell[1] !== null && "error" in cell[1]);
    const made = planOf({
      goals: [{ ...typed, ...Object.fromEntries(errors.map(([name]) => [name, null])), closed_as: closed ?? null }], calendar: (holidays ?? []).map(([date]) => ({ date: date as number })), season: (season ?? []).map(([index], i) => ({ month: i + 1, index: index as number })),
    });
    const plan: Plan = { ...made, rows: { ...made.rows, goals: [{ ...made.rows.goals[0]!, odd: { ...made.rows.goals[0]!.odd, ...Object.fromEntries(errors) } }] } };
    const found = measuresOf(plan, plan.rows.goals[0]!, asOf ?? (typed["as_of"] as number | null) ?? JULY);
    const value = field === "status" ? found.status : found[field as (typeof NUMBERS)[number]].value;
    if ("error" in each.expected) expect(value).toBeNull();
    else if (field === "status") expect(value).toBe(WORDS[String((each.expected as { result: unknown }).result)] ?? (each.expected as { result: unknown }).result);
    else expect(value).toBeCloseTo((each.expected as { result: number }).result, 7);
  });
});
