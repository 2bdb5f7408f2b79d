/** A plan out of the user's own table: what it says replaces the examples, and what it does not say stays an example and is marked as one. */
import { firstOfMonth, monthOf, serialOfDay } from "../../src/core/calendar";
import { backwardInputs, givenOf } from "../../src/plan/backward-of-plan";
import { backwardPlan } from "../../src/plan/backward-plan";
import { changeAll } from "../../src/plan/change";
import { liveFacts, type LiveTable } from "../../src/plan/data-formulas";
import { GROWTH, proposedTarget } from "../../src/plan/data-target";
import type { DataFigures } from "../../src/plan/from-data";
import { ownData, type DaysOf } from "../../src/plan/own-data";
import { emptyPlan } from "../../src/plan/plan";
import { problemsOf } from "../../src/plan/problems";
import { givenSettings, readyPlan, readySummary, type ReadyInputs } from "../../src/plan/ready-plan";
import { READY_WORDS } from "../../src/plan/ready-texts";

const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date)!;
const [FROM, TO, TODAY] = [day(2026, 7, 1), day(2026, 9, 30), day(2026, 6, 20)];
const FIGURES: DataFigures = {
  deals: 100, leftOut: [], won: 40, lost: 60, open: 0, currency: null, basis: { from: day(2025, 7, 1), to: day(2026, 6, 15) }, averageDeal: 1000, averaged: 40, pipeline: null, repeat: { share: 0.4, customers: 30, unnamed: 0 },
  winRate: { share: 0.4, won: 40, decided: 100, span: { from: day(2025, 7, 1), to: day(2026, 6, 15) } }, cycle: { days: 50, median: 30, deals: 40, odd: 0 }, funnel: null, months: { first: monthOf(day(2025, 7, 1)), revenue: Array.from({ length: 12 }, (_, i) => 1000 * (i + 1)), whole: [0, 11] }, cohorts: null,
  season: [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0.5], owners: [{ name: "Анна", revenue: 60_000, deals: 20, since: day(2024, 1, 10) }, { name: "Борис", revenue: 18_000, deals: 20, since: null }], former: 0, reasons: [], sources: [],
};
const LIVE: LiveTable = { columns: { amount: "Deals!$E:$E", closed: "Deals!$D:$D", created: "Deals!$C:$C", stage: "Deals!$B:$B" }, stages: { won: "Won", lost: ["Lost"] }, currency: null };
const inputs = (figures: DataFigures = FIGURES, more: Partial<ReadyInputs> = {}): ReadyInputs =>
  ({ from: FROM, to: TO, target: 30_000, deal: 1000, repeat: 0.4, currency: "RUB", own: ownData(figures, null, "Deals", liveFacts(LIVE, { from: FROM, to: TO }, true)), ...more });
let made = 0;
const planOf = (given: ReadyInputs) => changeAll(emptyPlan("en"), readyPlan(given, "en", () => `me-${(made += 1)}`, TODAY));
const goalsOf = (given: ReadyInputs) => Object.fromEntries(planOf(given).rows.goals.map(({ fields, formulas }) => [fields.name!, { ...fields, formula: formulas["actual"] }]));

test("rates, days and people are those of the table", () => {
  const { plan, managers, newcomers } = readySummary(inputs(), TODAY);
  expect(plan).toMatchObject({ newRevenue: 18_000, deals: 18, leads: 45, lagDays: 50 });
  // 78 000 in twelve months by two people are 3 250 each a month: 10 000 a month need four.
  expect([managers, newcomers]).toEqual([2, 2]);
  const { funnel, team, season } = planOf(inputs()).rows;
  expect(funnel.map(({ fields }) => [fields.stage, fields.conv, fields.lag_days])).toEqual([["Deal opened", 0.4, 50], ["Won", null, null]]);
  expect(team.slice(0, 2).map(({ fields }) => [fields.person, Math.round(fields.quota!), fields.start])).toEqual([["Анна", 7692, day(2024, 1, 10)], ["Борис", 2308, firstOfMonth(monthOf(FROM) - 12)]]);
  expect(season.map(({ fields }) => fields.index)).toEqual(FIGURES.season);
});

test("goals begin at what the table says, and the others are marked as examples", () => {
  const goals = goalsOf(inputs());
  expect(goals["Share of deals won"]).toMatchObject({ type: "increase", baseline: 0.4, target: 0.44, metric: "Win rate" });
  expect(goals["Sales cycle, days"]).toMatchObject({ type: "decrease", baseline: 50, target: 45 });
  expect(goals["Average deal"]).toMatchObject({ type: "keep ≥", target: 1000 });
  const examples = Object.entries(goals).filter(([, { note }]) => note === READY_WORDS.example.en).map(([name]) => name);
  expect(examples).toEqual(["CAC", "Customer churn a month", "Market share", "Customer satisfaction (NPS)", "Department budget", "New CRM pipeline in use"]);
  expect(goals["Sales volume"]!.note).toBe("From the sheet “Deals”.");
});

test("each rate says of how many deals it is, and when they were decided; fewer than 30 are marked", () => {
  const notes = (figures: DataFigures) => planOf(inputs(figures)).rows.funnel.map(({ fields }) => fields.note);
  expect(notes(FIGURES)).toEqual(["From the sheet “Deals”. 2025-07-01 – 2026-06-15. Deals: 40 of 100.", "From the sheet “Deals”. 2025-07-01 – 2026-06-15."]);
  expect(notes({ ...FIGURES, winRate: { share: 0.4, won: 4, decided: 10, span: null } })[0]).toBe("From the sheet “Deals”. Deals: 4 of 10, few: may be chance.");
  const span = { from: day(2026, 1, 5), to: day(2026, 6, 15) };
  const funnel = [{ name: "Call", reached: 80, conversion: 0.25, lagDays: 4, span }, { name: "Offer", reached: 20, conversion: 0.5, lagDays: 6, span }, { name: "Won", reached: 10, conversion: null, lagDays: null, span }];
  expect(notes({ ...FIGURES, funnel })).toEqual(["From the sheet “Deals”. 2026-01-05 – 2026-06-15. Deals: 20 of 80.", "From the sheet “Deals”. 2026-01-05 – 2026-06-15. Deals: 10 of 20, few: may be chance.", "From the sheet “Deals”. 2026-01-05 – 2026-06-15."]);
});

test("the median in place of the mean shortens the deal, and each stage in proportion", () => {
  const timed = [{ name: "Call", reached: 80, conversion: 0.25, lagDays: 20, span: null }, { name: "Offer", reached: 20, conversion: 0.5, lagDays: 30, span: null }, { name: "Won", reached: 10, conversion: null, lagDays: null, span: null }];
  const lag = (funnel: DataFigures["funnel"], daysOf: DaysOf) => readySummary(inputs(FIGURES, { own: ownData({ ...FIGURES, funnel }, null, "Deals", {}, daysOf) }), TODAY).plan.lagDays;
  expect([lag(null, "mean"), lag(null, "median"), lag(timed, "mean"), lag(timed, "median")]).toEqual([50, 30, 50, 30]);
});

describe("open deals", () => {
  const pipeline = { deals: 5, amount: 20_000, expected: 8000 };
  test("are taken off the target by what is likely of them, and the pane's backward plan says the same", () => {
    const given = inputs({ ...FIGURES, pipeline });
    expect(readySummary(given, TODAY).plan).toMatchObject({ newRevenue: 10_000, deals: 10, leads: 25 });
    const plan = changeAll(planOf(given), givenSettings(given, () => `me-${(made += 1)}`));
    const cycle = plan.rows.cycles[0]!;
    const worked = backwardInputs(plan, cycle, givenOf(plan, cycle), TODAY)!;
    expect([worked.pipeline, backwardPlan(worked).newRevenue, backwardPlan(worked).leads]).toEqual([8000, 10_000, 25]);
    // Who comes out of an open deal is a new customer too.
    expect(plan.rows.goals[1]!.fields.target).toBe(18);
  });
  test("never bring more than is left to win, and then no leads are needed", () => {
    const given = inputs({ ...FIGURES, pipeline: { ...pipeline, amount: 1e6, expected: 4e5 } });
    expect(readySummary(given, TODAY).plan).toMatchObject({ newRevenue: 0, leads: 0 });
    expect(problemsOf(planOf(given), { today: TODAY }).filter(({ level }) => level !== "warn")).toEqual([]);
  });
});

test("where the table cannot answer, the example stands and says so", () => {
  const nothing: DataFigures = { ...FIGURES, averageDeal: null, winRate: null, cycle: null, season: null, owners: [], repeat: null, months: null };
  const { plan, managers } = readySummary(inputs(nothing), TODAY);
  expect([plan.stages.length, plan.lagDays, managers]).toEqual([4, 35, 3]);
  const { funnel, team } = planOf(inputs(nothing)).rows;
  expect(new Set(funnel.map(({ fields }) => fields.note))).toEqual(new Set([READY_WORDS.example.en]));
  expect(team[0]!.fields.person).toBe("Manager 1");
});

test("such a plan has no errors in it, whatever the rates", () => {
  for (const share of [0.001, 0.4, 0.97, 0.999]) {
    const given = inputs({ ...FIGURES, winRate: { share, won: 1, decided: 1, span: null }, cycle: { days: share, median: share, deals: 1, odd: 0 } });
    expect(problemsOf(planOf(given), { today: TODAY })).toEqual([]);
  }
});

test.each<readonly [string, number, number, ReturnType<typeof proposedTarget>]>([
  ["the quarter a year before", FROM, TO, { target: 6600, revenue: 6000, span: { from: day(2025, 7, 1), to: day(2025, 9, 30) }, how: "yearBefore" }],
  ["the last whole months where there is no year before", day(2028, 4, 1), day(2028, 5, 31), { target: 23_100, revenue: 21_000, span: { from: day(2026, 4, 1), to: day(2026, 5, 31) }, how: "lastMonths" }],
  ["fewer months than asked for are drawn out", day(2028, 1, 1), day(2028, 12, 31), { target: 79_200, revenue: 72_000, span: { from: day(2025, 7, 1), to: day(2026, 5, 31) }, how: "pace" }],
])("the target: %s, and a tenth on top", (_, from, to, proposal) => {
  expect(GROWTH).toBe(0.1);
  expect(proposedTarget(FIGURES.months!, from, to)).toEqual(proposal);
});

test("without a whole month there is no proposal", () => expect(proposedTarget({ first: 24_000, revenue: [5], whole: [0, 0] }, FROM, TO)).toBeNull());

describe("live facts", () => {
  const span = { from: FROM, to: TO };
  test("new customers of a table of sales are counted by the add-in; of deals they are not", () => {
    const columns = { ...LIVE.columns, customer: "'My \"x\"'!$B:$B" };
    expect(liveFacts({ columns, stages: null, currency: null }, span, false).customers).toBe(`=NEW_CUSTOMERS('My "x"'!$B:$B,Deals!$D:$D,Deals!$E:$E,"from=2026-07-01; to=2026-10-01")`);
    expect(liveFacts({ ...LIVE, columns }, span, false).customers).toBeUndefined();
    expect(liveFacts({ columns: LIVE.columns, stages: null, currency: null }, span, false).customers).toBeUndefined();
  });
  test("are plain formulas over the columns", () => {
    expect(liveFacts(LIVE, span, true)).toMatchInlineSnapshot(`
{
  "conversion": "=IFERROR(COUNTIFS(Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1)/(COUNTIFS(Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1)+COUNTIFS(Deals!$B:$B,"=Lost",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1)),"")",
  "cycle": "=IFERROR((SUMIFS(Deals!$D:$D,Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1,Deals!$C:$C,">0")-SUMIFS(Deals!$C:$C,Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1,Deals!$C:$C,">0"))/COUNTIFS(Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1,Deals!$C:$C,">0"),"")",
  "deal": "=IFERROR(SUMIFS(Deals!$E:$E,Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1)/COUNTIFS(Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1,Deals!$E:$E,">0"),"")",
  "volume": "=SUMIFS(Deals!$E:$E,Deals!$B:$B,"=Won",Deals!$D:$D,">="&DATE(2026,7,1),Deals!$D:$D,"<"&DATE(2026,9,30)+1)",
}
`);
  });
  test("a stage that is called like a formula or a wildcard stays a text", () => {
    expect(liveFacts({ ...LIVE, stages: { won: 'a"&HYPERLINK("x")&"*~?', lost: [] } }, span, false).volume).toContain('"=a""&HYPERLINK(""x"")&""~*~~~?"');
  });
  test.each<readonly [string, Partial<LiveTable>, readonly string[]]>([
    ["texts for dates: none", { columns: { ...LIVE.columns, closed: undefined } as never }, []],
    ["no amounts: the share and the days", { columns: { closed: "A:A", created: "B:B", stage: "C:C" } }, ["conversion", "cycle"]],
    ["sales without stages: money", { stages: null, columns: { closed: "A:A", amount: "B:B" } }, ["volume", "deal"]],
    ["a name too long for a formula: none", { stages: { won: "x".repeat(200), lost: [] } }, []],
  ])("%s", (_, more, names) => {
    const table = { ...LIVE, ...more };
    expect(Object.keys(liveFacts({ ...table, columns: Object.fromEntries(Object.entries(table.columns).filter(([, column]) => column !== undefined)) }, span, true))).toEqual(names);
  });
});
