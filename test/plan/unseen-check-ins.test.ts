/** V21: a goal and its check-ins that were typed into the sheets. What the pane counts, what GOAL_VALUE says, and how they come to agree. */
import { changeAll } from "../../src/plan/change";
import { factOf } from "../../src/plan/facts";
import { measuresOf } from "../../src/plan/measures";
import type { Plan } from "../../src/plan/plan";
import { problemsOf, type Problem } from "../../src/plan/problems";
import { checkIn } from "../../src/plan/queue";
import { run } from "../catalogue/run";
import { sheetOf as cellsOf, shown, started, type } from "./book-rig";
import { counter, day, goal, planOf, Q3, sheetOf, type Fields } from "./rig";

const TODAY = day("2026-07-31");
const GOAL = { name: "New customers", target: 60, baseline: 0 };
const CHECKS: readonly Fields[] = [{ date: day("2026-07-10"), goal: "G-001", value: 9 }, { date: day("2026-07-24"), goal: "G-001 New customers", value: 8, meaning: "for this period only" }];
const made = (fields: Fields, checkins: readonly Fields[] = CHECKS): Plan => planOf({ cycles: [Q3], goals: [goal({ ...GOAL, ...fields })], checkins });
const told = (plan: Plan, today = TODAY): readonly Problem[] => problemsOf(plan, { today }).filter(({ code }) => code === "V21");
const goalValue = (plan: Plan, field: string) => run("GOAL_VALUE", ["G-001", sheetOf(plan, "goals"), field, TODAY]);
const latest = (plan: Plan) => run("LATEST_CHECKIN", ["G-001", sheetOf(plan, "checkins")]);

describe("Actual is blank, and there are check-ins", () => {
  const plan = made({ actual: null });
  test("the pane counts them, GOAL_VALUE sees the row alone and says that it has no fact", () => {
    expect(measuresOf(plan, plan.rows.goals[0]!, TODAY)).toMatchObject({ actual: { value: 17 }, source: "check-ins", factDay: day("2026-07-24"), status: "attention" });
    expect(goalValue(plan, "progress")).toMatchObject({ failure: expect.anything() });
    expect(goalValue(plan, "status")).toMatchObject({ value: "no data" });
  });

  test("a problem tells of it, and its repair lets the cell follow the check-ins", () => {
    const [problem] = told(plan);
    expect(problem).toMatchObject({ level: "warn", row: "goals-1", field: "actual", sentence: {
      en: "Goal G-001 New customers: “Actual” is blank. The pane counts 17 of 2026-07-24 from the check-ins, but formulas over the plan and the grey columns show no data. Let “Actual” follow the check-ins.",
      ru: "Цель G-001 New customers: «Факт» пуст. Панель берёт 17 на 24.07.2026 из замеров, а формулы по плану и серые столбцы показывают «нет данных». Свяжите «Факт» с замерами.",
    } });
    const repaired = changeAll(plan, problem!.repairs[0]!.operations);
    expect(repaired.rows.goals[0]!.formulas["actual"]).toBe('=LATEST_CHECKIN("G-001",PLAN_CHECKINS[#All])');
    expect(latest(repaired)).toMatchObject({ value: 17 });
    const calculated = changeAll(repaired, [{ kind: "update", table: "goals", row: "goals-1", fields: { actual: 17 } }]);
    expect(goalValue(calculated, "status")).toMatchObject({ value: "attention" });
    expect(told(repaired)).toEqual([]);
  });

  test("check-ins that name the goal without its id get the id, or the formula would not find them", () => {
    const named = made({ actual: null }, [...CHECKS, { date: day("2026-07-29"), goal: "new customers", value: 30 }]);
    expect(factOf(named, named.rows.goals[0]!, TODAY).value).toBe(30);
    expect(latest(named)).toMatchObject({ value: 17 });
    const repaired = changeAll(named, told(named)[0]!.repairs[0]!.operations);
    expect([repaired.rows.checkins[2]!.fields.goal, latest(repaired)]).toEqual(["G-001 New customers", expect.objectContaining({ value: 30 })]);
  });
});

test.each<[string, Plan, readonly string[]]>([
  ["nothing without check-ins", made({ actual: null }, []), []],
  ["nothing where none is of that day yet", made({ actual: null }, [{ date: day("2026-08-10"), goal: "G-001", value: 9 }]), []],
  ["nothing where a formula gives the fact", made({ actual: { formula: "=Funnel!F12" } }), []],
  ["nothing where the cell follows the check-ins", made({ actual: { formula: '=LATEST_CHECKIN("G-001";PLAN_CHECKINS)' } }), []],
  ["nothing where the fact was typed on the day of the last check-in", made({ actual: 20, as_of: day("2026-07-24") }), []],
  ["nothing where nobody knows of which day the typed fact is", made({ actual: 20 }), []],
  ["nothing of what is closed", made({ actual: null, closed_as: "missed" }), []],
  ["a check-in that is later than the fact", made({ actual: 9, as_of: day("2026-07-10") }), ["the check-in of 2026-07-24 does not count: “Actual” was typed for 2026-07-10."]],
  ["check-ins that the formula does not find", made({ actual: { formula: '=LATEST_CHECKIN("g-001",PLAN_CHECKINS[#All])' } }, [...CHECKS, { date: day("2026-07-29"), goal: "New customers", value: 30 }]), ["check-ins that name it without its id do not count in “Actual”: 1. Write the id G-001 there."]],
])("%s", (_, plan, expected) => {
  const found = told(plan);
  expect(found.map(({ sentence }) => sentence.en)).toEqual(expected.map((part) => expect.stringContaining(part) as string));
  for (const { repairs } of found) expect(told(changeAll(plan, repairs[0]!.operations))).toEqual([]);
});

test("a check-in of the pane writes the fact into the row, so nothing is to be told", () => {
  const plan = made({ actual: null });
  const entered = changeAll(plan, checkIn(plan, plan.rows.goals[0]!, { date: TODAY, value: 20, meaning: "total to date" }, counter()));
  expect([entered.rows.goals[0]!.fields.actual, told(entered)]).toEqual([20, []]);
});

test("rows typed into the sheets: the repair writes the formula into the cell, over a table that gives the pane's number", async () => {
  const { book, store } = await started();
  const at = cellsOf(book, "goals").rows.length;
  for (const [field, cell] of Object.entries({ name: "Demos", type: "Increase", unit: "pcs", target: 40, baseline: 0, accumulate: "Sum", owner: "Anna" })) type(book, "goals", at, field, cell);
  for (const [field, cell] of Object.entries({ date: 46230, goal: "Demos", value: 12 })) type(book, "checkins", 1, field, cell);
  const { plan } = (await store.load())!;
  const hand = plan.rows.goals.find(({ fields }) => fields.name === "Demos")!;
  const [problem] = problemsOf(plan, { today: 46240 }).filter(({ code, row }) => code === "V21" && row === hand.row);
  expect([factOf(plan, hand, 46240).value, problem!.repairs.length]).toEqual([12, 1]);
  await store.save(problem!.repairs[0]!.operations);
  expect(shown(book, "goals", at, "actual")).toMatchObject({ formula: `=LATEST_CHECKIN("${hand.label}",PLAN_CHECKINS[#All])` });
  expect(run("LATEST_CHECKIN", [hand.label, cellsOf(book, "checkins").rows])).toMatchObject({ value: 12 });
});
