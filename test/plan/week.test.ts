import { changeAll } from "../../src/plan/change";
import { occurrences, peopleCards, recordTalk, weekAround, weekOf } from "../../src/plan/week";
import { WEEKDAYS } from "../../src/core/time-share";
import { isoDay } from "../../src/core/calendar";
import { day, goal, planOf, Q3, type Fields } from "./rig";

/** Friday. */
const TODAY = day("2026-07-31");
const task = (fields: Fields): Fields => ({ cycle: "2026-Q3", status: "not started", owner: "Anna", start: day("2026-07-01"), due: day("2026-09-30"), ...fields });

test.each([["2026-07-27", "2026-07-27"], ["2026-07-31", "2026-07-27"], ["2026-08-02", "2026-07-27"], ["2026-08-03", "2026-08-03"]])("the week of %s begins on %s", (date, monday) => {
  expect(weekAround(day(date))).toEqual([day(monday), day(monday) + 6]);
});

test("late ones first, then blocked ones, then what is due this week, then what runs", () => {
  const plan = planOf({ cycles: [Q3, { ...Q3, cycle_id: "old", status: "closed" }], tasks: [
    task({ action: "runs", status: "in progress" }), task({ action: "due on Sunday", due: day("2026-08-02") }), task({ action: "blocked", status: "blocked" }), task({ action: "late", due: day("2026-07-30") }),
    task({ action: "later still", due: day("2026-07-10"), status: "blocked" }), task({ action: "not begun", start: day("2026-08-10") }), task({ action: "should run", start: day("2026-07-29") }),
    task({ action: "done", status: "done", due: day("2026-07-01") }), task({ action: "cancelled", status: "cancelled" }), task({ action: "of a closed cycle", cycle: "old", due: day("2026-07-01") }),
    task({ action: "planning", repeat: "week", start: day("2026-07-06") }), task({ action: "ended series", repeat: "week", due: day("2026-07-20") }),
  ] });
  const { from, to, todos, rhythm } = weekOf(plan, null, TODAY);
  expect([from, to]).toEqual([day("2026-07-27"), day("2026-08-02")]);
  expect(todos.map(({ task: each, state, late }) => [each.fields.action, state, late])).toEqual([
    ["later still", "late", 21], ["ended series", "late", 11], ["late", "late", 1], ["blocked", "blocked", 0], ["due on Sunday", "due", 0], ["runs", "running", 0], ["should run", "running", 0],
  ]);
  expect(rhythm.map(({ task: each, days }) => [each.fields.action, days.map(isoDay)])).toEqual([["planning", ["2026-07-27"]]]);
  expect(weekOf(plan, plan.rows.cycles[1]!, TODAY).todos.map(({ task: each }) => each.fields.action)).toEqual(["of a closed cycle"]);
});

test.each<[Fields, string, string, string[]]>([
  [{ repeat: "day" }, "2026-07-30", "2026-08-03", ["2026-07-30", "2026-07-31", "2026-08-03"]],
  [{ repeat: "day", start: day("2026-07-31"), due: day("2026-07-31") }, "2026-07-27", "2026-08-02", ["2026-07-31"]],
  [{ repeat: "week", start: day("2026-07-01") }, "2026-07-27", "2026-08-09", ["2026-07-29", "2026-08-05"]],
  [{ repeat: "month", start: day("2026-01-31") }, "2026-02-01", "2026-04-30", ["2026-02-28", "2026-03-31", "2026-04-30"]],
  [{ repeat: "month", start: day("2026-07-15"), due: null }, "2026-06-01", "2026-09-01", ["2026-07-15", "2026-08-15"]],
  [{ repeat: "none" }, "2026-07-27", "2026-08-02", []], [{ repeat: "day", start: null }, "2026-07-27", "2026-08-02", []], [{ repeat: "day", start: day("2026-09-01") }, "2026-07-27", "2026-08-02", []],
])("the days of %j from %s to %s", (fields, from, to, days) => {
  expect(occurrences(planOf({ tasks: [task(fields)] }).rows.tasks[0]!, day(from), day(to), WEEKDAYS).map(isoDay)).toEqual(days);
});

test("a card for each person: quota, goals, tasks, what was done, the last note", () => {
  const plan = planOf({
    cycles: [Q3], team: [{ person: "Anna", quota: 300, per: "quarter" }],
    goals: [goal({ name: "Goal", target: 66, actual: 23 }), goal({ name: "NPS", type: "keep ≥", target: 50, actual: 47, accumulate: "last value", owner: "Иван" }), goal({ name: "Gone", owner: "Anna", closed_as: "cancelled" })],
    tasks: [task({ action: "late", due: day("2026-07-30") }), task({ action: "done", status: "done", done_on: day("2026-07-25") }), task({ action: "done before", status: "done", done_on: day("2026-07-24") }), task({ action: "his", owner: "ИВАН", status: "in progress" })],
    checkins: [{ goal: "Goal", date: day("2026-07-20"), value: 15, note: "first" }, { goal: "Goal", date: day("2026-07-24"), value: 20, problem: "slow" }, { goal: "Goal", date: TODAY, value: 23 }, { goal: "other", date: day("2026-07-10"), author: "иван", next: "call" }],
  });
  expect(peopleCards(plan, plan.rows.cycles[0]!, TODAY).map((card) => ({
    name: card.name, person: card.person?.row ?? null, quota: card.quota, worst: card.worst, goals: card.goals.map((each) => each.goal.label), todos: card.todos.map((each) => each.task.fields.action), done: card.done.map(({ fields }) => fields.action), note: card.note?.fields.problem ?? card.note?.fields.next,
  }))).toEqual([
    { name: "Anna", person: "team-1", quota: 100, worst: "onPlan", goals: ["G-001"], todos: ["late"], done: ["done"], note: "slow" },
    { name: "Иван", person: null, quota: null, worst: "behind", goals: ["G-002"], todos: ["his"], done: [], note: "call" },
  ]);
});

test("the last talk with a person is found again, in the language it was written down in", () => {
  const plan = planOf({ cycles: [Q3], tasks: [task({ action: "his", owner: "Иван" })] });
  const cycle = plan.rows.cycles[0]!;
  const said = changeAll(plan, [recordTalk(cycle, "Иван", "Call back $& faster", "talk-1", TODAY - 7, "en"), recordTalk(cycle, "Иван", "Стало лучше", "talk-2", TODAY, "ru")]);
  expect(said.rows.tasks.slice(1).map(({ fields: { action, status, done_on, owner, area } }) => [action, status, done_on, owner, area])).toEqual([["Talk with Иван", "done", TODAY - 7, "Иван", "team"], ["Поговорить с сотрудником: Иван", "done", TODAY, "Иван", "team"]]);
  expect([plan, said].map((each) => peopleCards(each, cycle, TODAY)[0]?.talk?.fields.result)).toEqual([undefined, "Стало лучше"]);
});
