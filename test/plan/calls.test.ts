import { backwardPlan, type BackwardInputs } from "../../src/plan/backward-plan";
import { callsADay, meetingStage } from "../../src/plan/calls";
import { WEEKDAYS } from "../../src/core/time-share";
import { day, planOf, Q3, type Fields } from "./rig";

const stage = (name: string, conversion: number | null, lagDays: number | null) => ({ name, conversion, lagDays, cost: null, best: null });
/** 60 deals, 200 meetings, 1000 leads; meetings must take place from 11 June to 10 September, 20 days before the deals. */
const INPUTS: BackwardInputs = {
  from: day("2026-07-01"), to: day("2026-09-30"), target: 9_000_000, booked: 0, repeat: 0, pipeline: 0, deal: 150_000, rounding: "up", by: "calendar", workDays: WEEKDAYS, today: day("2026-07-01"),
  stages: [stage("Lead", 0.4, 5), stage("Qualified", 0.5, 10), stage("Meeting", 0.3, 20), stage("Won", null, null)],
};
const TEAM: readonly Fields[] = [{ person: "Anna" }, { person: "Ivan", time_share: 0.5 }, { person: "Olga", start: day("2026-09-01") }, { person: "Petr", end: day("2026-06-30") }];
const calls = (change: Partial<BackwardInputs> = {}, rate: number | null = 0.25, at = 2, team = TEAM) => {
  const inputs = { ...INPUTS, ...change };
  return callsADay(planOf({ cycles: [Q3], team }), inputs, backwardPlan(inputs), rate, at);
};

describe("calls a day follow from the target", () => {
  test("meetings ÷ rate ÷ working days that are left ÷ people by their share of time", () => {
    // 52 working days from 1 July to 10 September; Anna and half of Ivan are at work on the first of them.
    expect(calls()).toEqual({ kind: "calls", meetings: 200, calls: 800, daysLeft: 52, people: 1.5, perPerson: expect.closeTo(800 / 52 / 1.5, 9) });
  });

  test("“20 calls a day”: 6 deals, 20 meetings of 200 calls in the 10 working days before the last of them, by one person", () => {
    expect(calls({ target: 900_000, today: day("2026-08-28") }, 0.1, 2, [{ person: "Anna" }])).toMatchObject({ meetings: 20, calls: 200, daysLeft: 10, perPerson: 20 });
  });

  test("before the first day for meetings all days count, and the people of that day", () => {
    expect(calls({ today: day("2026-01-01") })).toMatchObject({ daysLeft: 66, people: 2.5 }); // 11 June to 10 September, Petr is still there
  });

  test("the fewer days are left, the more calls each makes", () => {
    const each = ["2026-07-01", "2026-08-03", "2026-09-01", "2026-09-10"].map((today) => {
      const found = calls({ today: day(today) }, 0.25, 2, [{ person: "Anna" }]);
      return found.kind === "calls" ? found.perPerson : NaN;
    });
    expect(each).toEqual([800 / 52, 800 / 29, 800 / 8, 800].map((number) => expect.closeTo(number, 9)));
  });

  test.each([
    ["no rate: nothing is invented", "noRate", {}, null],
    ["a rate of 0", "noRate", {}, 0],
    ["a rate above 100 %", "noRate", {}, 1.2],
    ["the target is covered", "notNeeded", { booked: 9_000_000 }, 0.25],
    ["the last day for meetings is over", "noDays", { today: day("2026-09-11") }, 0.25],
    ["meetings before the calendar of spreadsheets", "noDays", { stages: INPUTS.stages.map((each, i) => (i === 2 ? { ...each, lagDays: 60_000 } : each)) }, 0.25],
  ] as const)("%s: no number", (_, kind, change, rate) => expect(calls(change, rate)).toEqual({ kind }));

  test("nobody at work: no number", () => expect(calls({}, 0.25, 2, [])).toEqual({ kind: "noPeople" }));
});

test.each([
  ["the stage that is named, however it is written", ["Lead", "Demo", "Offer", "Won"], " OFFER ", 2],
  ["the won deal, if somebody says so", ["Lead", "Demo", "Won"], "Won", 2],
  ["without a name, the first stage that says so itself", ["Lead", "Qualified", "Демонстрация", "Встреча", "Won"], null, 2],
  ["else the second", ["Lead", "Qualified", "Offer", "Won"], null, 1],
  ["also where the named stage is gone", ["Lead", "Qualified", "Offer", "Won"], "Visit", 1],
  ["of two stages the first: the other one is won", ["Opened", "Meeting won"], null, 0],
])("a meeting is %s", (_, names, named, place) => expect(meetingStage(names.map((name) => ({ name })), named)).toBe(place));
