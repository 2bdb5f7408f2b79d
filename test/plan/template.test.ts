/** A plan saved as a template and taken again: without facts, in days from the start; and texts that are no template. */
import * as fc from "fast-check";
import { serialOfDay } from "../../src/core/calendar";
import { changeAll } from "../../src/plan/change";
import { cycleOfTemplate, monthsOfTemplate, planOfTemplate, type Beginning } from "../../src/plan/from-template";
import type { Operation } from "../../src/plan/operation";
import { emptyPlan, type Plan, type Typed } from "../../src/plan/plan";
import { givenSettings, readyPlan, type ReadyInputs } from "../../src/plan/ready-plan";
import { templateOf, type Template } from "../../src/plan/template";
import { readTemplate, templateText } from "../../src/plan/template-text";
import type { Language } from "../../src/plan/words";
import { FACTS } from "../pane/plan-example";
import { go, rig } from "./book-rig";

const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date)!;
const Q3: ReadyInputs = { from: day(2026, 7, 1), to: day(2026, 9, 30), target: 12_000_000, deal: 150_000, repeat: 0.25, currency: "RUB" };
const BEFORE = day(2026, 6, 1);
let made = 0;
const newRow = () => `me-${(made += 1)}`;

const SHARES = { PLAN_CALL_RATE: 0.1, PLAN_MEETING_STAGE: "Proposal", PLAN_COHORT_PERIOD: "month", PLAN_RATE_MONTH_12: 0.01, PLAN_RATE_QUARTER_0: 0.02 };
const lived = (language: Language): Plan => {
  const begun = changeAll(emptyPlan(language), [...readyPlan(Q3, language, newRow, BEFORE), ...givenSettings(Q3, newRow), ...FACTS]);
  const { goals, tasks, resources, settings } = begun.rows;
  return changeAll(begun, [
    { kind: "update", table: "goals", row: goals[0]!.row, fields: { actual: { formula: "=SUM(Deals!B:B)" }, as_of: Q3.from + 9, confidence: 7, parent_goal: "" } },
    { kind: "update", table: "goals", row: goals[1]!.row, fields: { parent_goal: `${goals[0]!.label} ${goals[0]!.fields.name}` } },
    { kind: "update", table: "goals", row: goals[7]!.row, fields: { closed_as: "cancelled" } },
    { kind: "update", table: "tasks", row: tasks[0]!.row, fields: { status: "done", done_on: Q3.from + 3, done_pct: 1 } },
    { kind: "update", table: "resources", row: resources[0]!.row, fields: { qty_fact: 5, cost_fact: 1_400_000 } },
    ...Object.entries({ PLAN_BOOKED: 900_000, PLAN_LEADS_2026_Q2: 800, ...SHARES }).map(([name, value]): Operation => ({ kind: "create", table: "settings", row: newRow(), fields: { name, value } })),
    { kind: "update", table: "settings", row: settings.find(({ fields }) => fields.name === "PLAN_GREEN")!.row, fields: { value: 0.9 } },
  ]);
};
const begin = (from: number, to: number, key: string, language: Language, today = BEFORE): Beginning => ({ from, to, key, today, language, newRow });
const read = (text: string): Template => {
  const result = readTemplate(text);
  if ("problem" in result) throw new Error(result.problem.en);
  return result.template;
};
const templated = (language: Language = "en"): Template => {
  const plan = lived(language);
  return read(templateText(templateOf(plan, plan.rows.cycles[0]!, true)));
};

describe.each(["en", "ru"] as const)("a plan taken from a template (%s)", (language) => {
  const template = templated(language);
  const again = changeAll(emptyPlan(language), planOfTemplate(template, begin(day(2026, 10, 1), day(2026, 12, 31), "2026-Q4", language)));

  test("has the goals, tasks, resources, stages, people and season, without what was cancelled", () => {
    const { goals, tasks, resources, funnel, team, ramp, season } = again.rows;
    expect([goals.length, tasks.length, resources.length, funnel.length, team.length, ramp.length, season.length]).toEqual([10, 20, 12, 4, 8, 5, 12]);
    for (const table of Object.values(again.rows)) for (const row of table) expect(row.odd).toEqual({});
  });

  test("has no facts: nothing is typed as actual, done, spent, booked or checked in", () => {
    const { goals, tasks, resources, settings, checkins, actions } = again.rows;
    expect(goals.flatMap(({ fields, formulas }) => [fields.actual, fields.as_of, fields.confidence, fields.closed_as, ...Object.keys(formulas)]).filter((value) => value !== null)).toEqual([]);
    expect(tasks.filter(({ fields }) => fields.status !== "not started" || fields.done_on !== null || fields.done_pct !== null)).toEqual([]);
    expect(resources.filter(({ fields }) => fields.qty_fact !== null || fields.cost_fact !== null)).toEqual([]);
    expect([checkins.length, actions.length, settings.some(({ fields }) => fields.name === "PLAN_BOOKED" || fields.name === "PLAN_LEADS_2026_Q2")]).toEqual([0, 0, false]);
  });

  test("keeps its assumptions, and its references lead to the new rows", () => {
    const { goals, tasks, settings, cycles } = again.rows;
    expect(settings.find(({ fields }) => fields.name === "PLAN_GREEN")!.fields.value).toBe(0.9);
    expect(settings.find(({ fields }) => fields.name === "PLAN_REPEAT")!.fields.value).toBe(3_000_000);
    for (const [name, value] of Object.entries(SHARES)) expect(settings.find(({ fields }) => fields.name === name)?.fields.value).toBe(value);
    expect(goals[1]!.fields.parent_goal).toBe(`G-001 ${goals[0]!.fields.name}`);
    const labels = goals.map(({ label, fields }) => `${label} ${fields.name}`);
    // The task of the goal that was cancelled has none.
    expect(tasks.filter(({ fields }) => fields.goal === null || !labels.includes(fields.goal)).length).toBe(1);
    expect([cycles[0]!.fields.currency, cycles[0]!.fields.cycle_id, cycles[0]!.fields.status]).toEqual(["RUB", "2026-Q4", "active"]);
  });

  test("begins and ends with the new period, as far from its start as before", () => {
    const { goals, tasks } = again.rows;
    const before = lived(language).rows;
    expect(goals.map(({ fields }) => fields.start)).toEqual(goals.map(() => day(2026, 10, 1)));
    expect(goals[0]!.fields.end).toBe(day(2026, 12, 31));
    expect(tasks.map(({ fields }) => fields.start! - day(2026, 10, 1))).toEqual(before.tasks.map(({ fields }) => fields.start! - Q3.from));
  });
});

test("a shorter period, begun already: nothing lies outside of it, and nothing is overdue", () => {
  const [from, to, today] = [day(2026, 7, 1), day(2026, 7, 31), day(2026, 7, 20)];
  const { goals, tasks, resources } = changeAll(emptyPlan("en"), planOfTemplate(templated(), begin(from, to, "2026-07", "en", today))).rows;
  const dates = [...tasks.flatMap(({ fields }) => [fields.start!, fields.due!]), ...resources.map(({ fields }) => fields.start!)];
  expect([Math.min(...dates) >= today, Math.max(...dates) <= to, goals.every(({ fields }) => fields.start === from && fields.end! <= to)]).toEqual([true, true, true]);
});

test("a cycle in a plan that is there: new labels, the funnel and the team stay as they are", () => {
  const plan = lived("en");
  const next = changeAll(plan, cycleOfTemplate(templated(), begin(day(2026, 10, 1), day(2026, 12, 31), "2026-Q4", "en"), plan));
  expect([next.rows.goals.length, next.rows.funnel.length, next.rows.team.length, next.rows.settings.length]).toEqual([21, 4, 8, plan.rows.settings.length]);
  const added = next.rows.goals.slice(11);
  expect([added[0]!.label, added[1]!.fields.parent_goal]).toEqual(["G-012", "G-012 Sales volume"]);
  expect(new Set(next.rows.tasks.slice(20).map(({ fields }) => fields.cycle))).toEqual(new Set(["2026-Q4"]));
});

test("without names nobody's name is in the text", () => {
  const plan = lived("en");
  const named = changeAll(plan, [...plan.rows.team.map(({ row }): Operation => ({ kind: "update", table: "team", row, fields: { person: "Anna Secret" } })), ...plan.rows.goals.map(({ row }): Operation => ({ kind: "update", table: "goals", row, fields: { owner: "Anna Secret" } }))]);
  expect(templateText(templateOf(named, named.rows.cycles[0]!, true))).toContain("Anna Secret");
  expect(templateText(templateOf(named, named.rows.cycles[0]!, false))).not.toContain("Anna");
});

const good = (): Record<string, unknown> => JSON.parse(templateText(templated())) as Record<string, unknown>;
const goalMonths = (...months: readonly object[]): string => JSON.stringify({ ...good(), goals: [{ name: "A" }], tasks: [], resources: [], months });
const goalWith = (fields: object): string => JSON.stringify({ ...good(), goals: [{ name: "A", ...fields }], tasks: [], resources: [] });

test.each<readonly [string, string, RegExp]>([
  ["an empty text", "", /not whole/],
  ["a part of one", templateText(templated()).slice(0, 500), /not whole/],
  ["another text", '{"a":1}', /no template/],
  ["a list", "[1]", /no template/],
  ["a later version", JSON.stringify({ ...good(), version: 3 }), /newer version/],
  ["months that are no list", JSON.stringify({ ...good(), months: {} }), /no list of at most 1000 rows for “Monthly targets”/],
  ["months of nothing", JSON.stringify({ ...good(), months: [null] }), /Monthly targets, row 1\./],
  ["months of a goal that is not there", goalMonths({ goal: 1, targets: [1] }), /Monthly targets, row 1, column “Goal”/],
  ["months of one goal twice", goalMonths({ goal: 0, targets: [1] }, { goal: 0, targets: [2] }), /Monthly targets, row 2, column “Goal”/],
  ["no months of a goal", goalMonths({ goal: 0, targets: [] }), /row 1, column “Target of the month”/],
  ["a month below 0", goalMonths({ goal: 0, targets: [1, -1] }), /row 1, column “Target of the month”/],
  ["a month that is a text", goalMonths({ goal: 0, targets: [1, "2"] }), /row 1, column “Target of the month”/],
  ["months of a thousand years", goalMonths({ goal: 0, targets: Array.from({ length: 12_000 }, () => 1) }), /row 1, column “Target of the month”/],
  ["no length", JSON.stringify({ ...good(), days: 0 }), /how many days/],
  ["a length of a million days", JSON.stringify({ ...good(), days: 1e6 }), /how many days/],
  ["a table that is no list", JSON.stringify({ ...good(), goals: {} }), /no list of at most 1000 rows for “Goals”/],
  ["too many rows", JSON.stringify({ ...good(), season: Array.from({ length: 1001 }, () => ({ month: 1 })) }), /no list/],
  ["a row that is none", JSON.stringify({ ...good(), season: [null] }), /Calendar, row 1\./],
  ["two cycles", JSON.stringify({ ...good(), cycles: [{}, {}] }), /more than one cycle/],
  ["a goal without a name", JSON.stringify({ ...good(), goals: [{}] }), /Goals, row 1, column “Goal”/],
  ["a target that is a text", goalWith({ target: "=HYPERLINK(1)" }), /Goals, row 1, column “Target”/],
  ["a formula as a value", goalWith({ target: { formula: "=1" } }), /column “Target”/],
  ["a number beyond all money", goalWith({ target: 1e300 }), /column “Target”/],
  ["a word of no list", goalWith({ type: "explode" }), /column “Type”/],
  ["a date that is a text", goalWith({ start: "2026-07-01" }), /column “Start”/],
  ["a date centuries away", goalWith({ end: 900_000 }), /column “(Due|End)”/],
  ["a reference to nothing", goalWith({ parent_goal: 7 }), /column “Supports”/],
  ["a goal that supports itself", goalWith({ parent_goal: 0 }), /column “Supports”/],
  ["a setting of somebody else", JSON.stringify({ ...good(), settings: [{ name: "PLAN_ASOF", value: 1 }] }), /Settings, row 1, column “Setting”/],
  ["a text longer than a cell", goalWith({ note: "x".repeat(40_000) }), /column “Note”/],
  ["a text of two million characters", `{"a":"${"x".repeat(2_000_000)}"}`, /too long/],
])("%s is refused with a sentence that says where", (_, text, words) => {
  const result = readTemplate(text);
  expect("problem" in result && result.problem.en).toMatch(words);
  expect("problem" in result && /[а-я]/i.test(result.problem.ru)).toBe(true);
});

test("names of columns that mean something to JavaScript are nothing here, and unknown columns do not pass", () => {
  const template = read(`${goalWith({ actual: 5, cycle: "x" }).slice(0, -1)},"__proto__":{"polluted":1},"constructor":[]}`);
  expect(template.rows.goals).toEqual([{ name: "A" }]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("whatever the text is, it is read or refused, and what was read is read again as the same", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map((value) => JSON.stringify({ ...good(), goals: value })), fc.jsonValue().map((value) => JSON.stringify({ ...good(), months: value }))), (text) => {
    const result = readTemplate(text);
    if ("template" in result) expect(readTemplate(templateText(result.template))).toEqual(result);
  }));
});

describe("targets by month", () => {
  const byMonth = (fields: Record<string, Typed> = {}, targets: readonly (number | null)[] = [3e6, 4e6, 5e6]): Plan => {
    const plan = lived("en");
    const months = targets.flatMap((target, i): Operation[] => (target === null ? [] : [{ kind: "create", table: "months", row: newRow(), fields: { goal: plan.rows.goals[0]!.label, month: day(2026, 7 + i, 1), target } }]));
    return changeAll(plan, [...months, { kind: "update", table: "goals", row: plan.rows.goals[0]!.row, fields }]);
  };
  const textOf = (plan: Plan): string => templateText(templateOf(plan, plan.rows.cycles[0]!, true));
  const [Q4, AUTUMN]: readonly Beginning[] = [begin(day(2026, 10, 1), day(2026, 12, 31), "2026-Q4", "en"), begin(day(2026, 10, 1), day(2026, 11, 30), "2026-10", "en")];
  const added = (text: string, beginning: Beginning, plan: Plan): readonly unknown[] => changeAll(plan, cycleOfTemplate(read(text), beginning, plan)).rows.months.slice(plan.rows.months.length).map(({ fields }) => [fields.goal, fields.month, fields.target]);
  const parts = (text: string, beginning: Beginning) => monthsOfTemplate(read(text), beginning).map(({ goal, parts: each }) => [goal.fields.name, each]);

  test("are there again in a period of as many months, of the new goal", () => {
    const plan = byMonth();
    expect(added(textOf(plan), Q4!, plan)).toEqual([3e6, 4e6, 5e6].map((target, i) => ["G-012 Sales volume", day(2026, 10 + i, 1), target]));
    expect(changeAll(emptyPlan("en"), planOfTemplate(read(textOf(plan)), Q4!)).rows.months.map(({ fields }) => fields.goal)).toEqual(["G-001 Sales volume", "G-001 Sales volume", "G-001 Sales volume"]);
  });

  test("add up exactly to the target that stands in the template, in their shares; a month without one has none", () => {
    const template = read(textOf(byMonth({ target: 9_000_001 })));
    expect(parts(templateText(template), Q4!)).toEqual([["Sales volume", [2_250_000, 3_000_000, 3_750_001]]]);
    expect(parts(textOf(byMonth({}, [3e6, null, 5e6])), Q4!)).toEqual([["Sales volume", [4.5e6, null, 7.5e6]]]);
  });

  test("are left out where the period has another number of months, and where the template has no target for them", () => {
    const plan = byMonth();
    const text = textOf(plan);
    expect([added(text, AUTUMN!, plan), parts(text, AUTUMN!)]).toEqual([[], [["Sales volume", "otherMonths"]]]);
    expect(parts(goalMonths({ goal: 0, targets: [1, 2, 3] }), Q4!)).toEqual([["A", "noTarget"]]);
  });

  test("are not in the template of a goal that does not go by them; such a template says that older programs can read it", () => {
    const versionOf = (text: string): unknown => (JSON.parse(text) as { version: unknown }).version;
    expect([textOf(byMonth()), textOf(byMonth({ path: "at the end" })), textOf(lived("en"))].map((text) => [versionOf(text), read(text).months.length])).toEqual([[2, 1], [1, 0], [1, 0]]);
  });

  test("a plan that begins with them gets their sheet at once, and a start that is stopped leaves none", async () => {
    const operations = planOfTemplate(read(textOf(byMonth())), Q4!);
    const { book, store } = rig("anna");
    const { plan } = (await store.start("en", operations, go.progress, go.cancel))!;
    expect([book.sheets.has("Monthly targets"), plan.rows.months.map(({ fields }) => fields.target)]).toEqual([true, [3e6, 4e6, 5e6]]);
    const other = rig("boris");
    const cancel = { cancelled: false };
    const stopped = await other.store.start("en", operations, (done, of) => { if (done === of - 1) cancel.cancelled = true; }, cancel);
    expect([stopped, [...other.book.sheets.keys()]]).toEqual([null, []]);
  });
});

test("a cycle from a template in a workbook whose last goal was deleted: what serves a goal serves the new one", async () => {
  const { store } = rig("anna");
  const [kept, gone] = [store.newRow(), store.newRow()];
  await store.start("en", [{ kind: "create", table: "goals", row: kept, fields: { name: "Old" } }, { kind: "create", table: "goals", row: gone, fields: { name: "Gone" } }], go.progress, go.cancel);
  await store.load();
  const { plan } = await store.save([{ kind: "delete", table: "goals", row: gone }]);
  const template = read(JSON.stringify({ ...good(), goals: [{ name: "A" }, { name: "B", parent_goal: 0 }], tasks: [{ action: "Call", goal: 1 }], resources: [{ name: "CRM", task: 0 }] }));
  const { rows } = (await store.save(cycleOfTemplate(template, { ...begin(day(2026, 10, 1), day(2026, 12, 31), "2026-Q4", "en"), newRow: store.newRow }, plan))).plan;
  expect([rows.goals[2]!.label, rows.goals[2]!.fields.parent_goal, rows.tasks[0]!.fields.goal, rows.resources[0]!.fields.task]).toEqual(["G-004", "G-003", "G-004", "T-001"]);
});
