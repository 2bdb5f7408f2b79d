/** Targets by month: what they add up to, how they are filled, and what is expected by now. */
import { changeAll } from "../../src/plan/change";
import { measuresOn } from "../../src/plan/measures";
import { monthTargets, monthsOf, offBy, setMonths, splitByMonth, wayByMonth } from "../../src/plan/monthly";
import { goalFormulas } from "../../src/plan/goal-formulas";
import { problemsOf } from "../../src/plan/problems";
import { burnUp, planFactByMonth } from "../../src/plan/series";
import type { Plan } from "../../src/plan/plan";
import { counter, day, goal, planOf, Q3, type Fields } from "./rig";

const QUARTER = ["2026-07-01", "2026-08-01", "2026-09-01"].map(day);
const SUMMER: readonly Fields[] = Array.from({ length: 12 }, (_, i) => ({ month: i + 1, index: i === 6 ? 0.5 : i === 8 ? 1.5 : 1 }));
const made = (fields: Fields = {}, months: readonly (number | null)[] = [3e6, 4e6, 5e6], more: readonly Fields[] = []): Plan =>
  planOf({ cycles: [Q3], goals: [goal({ name: "Revenue", unit: "money", target: 12e6, ...fields })], season: SUMMER, months: [...months.flatMap((target, i) => (target === null ? [] : [{ goal: "G-001 Revenue", month: QUARTER[i]!, target }])), ...more] });
const on = (plan: Plan, date: string) => measuresOn(plan, plan.rows.goals[0]!, day(date));
const expected = (plan: Plan, date: string): number => on(plan, date).expected.value!;

describe("what is expected by now", () => {
  // August has 21 working days; on the 14th ten are over.
  test.each<[string, Fields, string, number]>([
    ["nothing before it begins", {}, "2026-06-30", 0],
    ["the whole first month at its end", {}, "2026-07-31", 3e6],
    ["full months and the working days of the one at hand", {}, "2026-08-14", 3e6 + (4e6 * 10) / 21],
    ["or its calendar days", { pace_by: "calendar" }, "2026-08-14", 3e6 + (4e6 * 14) / 31],
    ["by season, too, a month goes by working days", { pace_by: "season" }, "2026-08-14", 3e6 + (4e6 * 10) / 21],
    ["on the path of the season as well", { path: "season" }, "2026-08-14", 3e6 + (4e6 * 10) / 21],
    ["a weekend adds nothing", {}, "2026-08-16", 3e6 + (4e6 * 10) / 21],
    ["a baseline comes first", { baseline: 1e6, target: 13e6 }, "2026-07-31", 4e6],
    ["a spending limit goes by months, too", { type: "keep ≤", baseline: 5 }, "2026-08-31", 7e6],
    ["everything on the due date", {}, "2026-09-30", 12e6],
    ["and after it", {}, "2026-12-01", 12e6],
  ])("%s", (_, fields, date, value) => expect(expected(made(fields), date)).toBeCloseTo(value, 3));

  test.each<[string, Fields]>([
    ["what does not add up", { accumulate: "last value" }], ["what comes at the end", { path: "at the end" }], ["what holds from the start", { path: "from the start" }],
    ["a limit of each moment", { type: "keep ≤", accumulate: "average" }], ["a way down", { type: "decrease", baseline: 20e6 }],
  ])("%s goes by its path, whatever its months say", (_, fields) => {
    expect(wayByMonth(made(fields).rows.goals[0]!)).toBeNull();
    expect(expected(made(fields), "2026-08-14")).toBe(expected(made(fields, []), "2026-08-14"));
  });

  test("gap, pace, forecast, status and days follow", () => {
    const plan = made({ actual: 3e6, as_of: day("2026-07-31") });
    // By working days alone 4.18 million would be expected, and the goal would be behind.
    expect(on(plan, "2026-07-31")).toMatchObject({ expected: { value: 3e6 }, gap: { value: 0 }, pace: { value: 1 }, forecast: { value: 12e6 }, status: "onPlan", timeShare: { value: 0.25 } });
    expect(on(made({ actual: 3e6 }, []), "2026-07-31").status).toBe("behind");
    expect(on(made({ actual: 2e6 }), "2026-07-31")).toMatchObject({ gap: { value: -1e6 }, forecast: { value: 8e6 }, status: "behind" });
  });

  test("what the months lack or have too much is expected on the due date, and no more than the target ever", () => {
    expect(expected(made({}, [3e6, 4e6, null]), "2026-09-29")).toBe(7e6);
    expect(expected(made({}, [3e6, 4e6, null]), "2026-09-30")).toBe(12e6);
    expect(expected(made({}, [9e6, 9e6, 9e6]), "2026-08-31")).toBe(12e6);
  });

  test("any day stands for its month, two rows of one month add up, and months outside of the goal do not count", () => {
    const plan = made({}, [1e6, null, null], [{ goal: "G-001", month: day("2026-07-20"), target: 2e6 }, { goal: "Revenue", month: day("2026-06-01"), target: 7e6 }, { goal: "G-001", month: day("2026-10-01"), target: 7e6 }, { goal: "G-001", month: null, target: 7e6 }]);
    expect([expected(plan, "2026-07-31"), monthTargets(plan, plan.rows.goals[0]!)]).toEqual([3e6, [3e6, null, null]]);
  });

  test("a month of which only a weekend is in the goal goes by its days", () => {
    const plan = planOf({ goals: [goal({ name: "Revenue", target: 10, start: day("2026-05-30"), end: day("2026-06-30") })], months: [{ goal: "G-001", month: day("2026-05-01"), target: 4 }, { goal: "G-001", month: day("2026-06-01"), target: 6 }] });
    expect([expected(plan, "2026-05-30"), expected(plan, "2026-05-31")]).toEqual([2, 4]);
  });
});

test("the pictures go by the months", () => {
  const plan = made({ actual: 3.5e6 });
  const [revenue] = plan.rows.goals;
  expect(planFactByMonth(plan, revenue!, day("2026-08-14")).map((month) => month.plan)).toEqual([3e6, 4e6, 5e6]);
  const { expected: line } = burnUp(plan, revenue!, day("2026-08-14"));
  expect([line[0]!.value, line[line.length - 1]!.value]).toEqual([0, 12e6]);
});

test("a formula over the row of the goal alone does not know the months", () => {
  const [plan, plain] = [made({ actual: 3e6 }), made({ actual: 3e6 }, [])];
  const values = (each: Plan) => goalFormulas(each, each.rows.goals[0]!, null, day("2026-07-31"), "en").map(({ value }) => value);
  expect(values(plan)).toEqual(values(plain));
});

describe("filling the months", () => {
  test.each<[string, Fields, "even" | "season", readonly number[] | null]>([
    ["evenly", {}, "even", [4e6, 4e6, 4e6]],
    ["in whole numbers that add up, the first ones a unit more", { target: 100 }, "even", [34, 33, 33]],
    ["with the decimals of the target", { target: 100.5 }, "even", [33.5, 33.5, 33.5]],
    ["by the season", {}, "season", [2e6, 4e6, 6e6]],
    ["by the season, with what is left over for the largest remainder", { target: 100 }, "season", [17, 33, 50]],
    ["what is to be won beyond the baseline", { baseline: 70, target: 100 }, "even", [10, 10, 10]],
    ["a month that is begun in its middle counts as much as its days", { target: 90, start: day("2026-07-17") }, "even", [18, 36, 36]],
  ])("%s", (_, fields, by, parts) => {
    const plan = made(fields, []);
    const row = plan.rows.goals[0]!;
    const found = splitByMonth(plan, row, wayByMonth(row)!, by);
    expect(found).toEqual(parts);
    expect(offBy(found!, wayByMonth(row)!)).toBe(0);
  });

  test("there is no season without its twelve months", () => {
    const plan = planOf({ goals: [goal({ name: "Revenue", target: 5 })] });
    expect(splitByMonth(plan, plan.rows.goals[0]!, 5, "season")).toBeNull();
  });

  test.each<[readonly (number | null)[], number]>([[[3, 4, 5], 0], [[3, 4, null], -5], [[3, 4, 6.5], 1.5], [[0.1, 0.2, 11.7], 0]])("months of %j are off by %d", (targets, off) => expect(offBy(targets, 12)).toBe(off));
});

describe("months that do not add up are a problem of the plan", () => {
  const told = (plan: Plan) => problemsOf(plan, { today: day("2026-07-01") }).filter(({ code }) => code === "V22");
  test.each<[string, Fields, readonly (number | null)[]]>([["that add up", {}, [3e6, 4e6, 5e6]], ["that are none", {}, []], ["of a goal that is closed", { closed_as: "cancelled" }, [1]], ["that do not count", { accumulate: "average" }, [1]]])("but not those %s", (_, fields, months) => expect(told(made(fields, months))).toEqual([]));
  test("and its repair keeps their proportion, to the last unit", () => {
    const plan = made({ target: 10e6 + 1 });
    const [problem] = told(plan);
    expect([problem!.sentence.en, problem!.sentence.ru]).toEqual(["Goal G-001 Revenue: its targets by month add up to 12M, and 10M is to be reached.", "Цель G-001 Revenue: планы по месяцам дают в сумме 12\u00a0млн, а надо 10\u00a0млн."]);
    const after = changeAll(plan, problem!.repairs[0]!.operations);
    expect([monthTargets(after, after.rows.goals[0]!), told(after)]).toEqual([[2_500_000, 3_333_334, 4_166_667], []]);
  });
  test("a month without a target stays without", () => {
    const plan = made({}, [3e6, null, 3e6]);
    const after = changeAll(plan, told(plan)[0]!.repairs[0]!.operations);
    expect(monthTargets(after, after.rows.goals[0]!)).toEqual([6e6, null, 6e6]);
  });
  test("without anything to go by there is no repair", () => expect(told(made({}, [0, 0, 0]))[0]!.repairs).toEqual([]));
});

describe("saving the months", () => {
  const saved = (plan: Plan, targets: readonly (number | null)[]) => {
    const operations = setMonths(plan, plan.rows.goals[0]!, targets, counter());
    const after = changeAll(plan, operations);
    return { operations: operations.map(({ kind }) => kind), rows: after.rows.months.map(({ fields }) => [fields.goal, fields.month, fields.target]) };
  };
  test("makes a row of each month", () => expect(saved(made({}, []), [1, null, 3])).toEqual({ operations: ["create", "create"], rows: [["G-001 Revenue", QUARTER[0], 1], ["G-001 Revenue", QUARTER[2], 3]] }));
  test("changes only what is another, and takes out what is none", () => expect(saved(made(), [3e6, null, 6e6])).toEqual({ operations: ["delete", "update"], rows: [["G-001 Revenue", QUARTER[0], 3e6], ["G-001 Revenue", QUARTER[2], 6e6]] }));
  test("makes one row of two", () => expect(saved(made({}, [1, null, null], [{ goal: "G-001", month: day("2026-07-20"), target: 2 }]), [3, null, null])).toEqual({ operations: ["update", "delete"], rows: [["G-001 Revenue", QUARTER[0], 3]] }));
  test("does nothing where nothing is another", () => expect(saved(made(), [3e6, 4e6, 5e6]).operations).toEqual([]));
  test("the months of a goal are those that it lies in", () => expect(monthsOf({ fields: { ...made().rows.goals[0]!.fields, start: day("2026-12-15"), end: day("2027-01-10") } })).toEqual(["2026-12-01", "2027-01-01"].map(day)));
});
