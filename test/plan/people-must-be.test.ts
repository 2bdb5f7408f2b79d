/** What must be true of the team: how many people more must be there, from which day on. */
import fc from "fast-check";
import { changeAll } from "../../src/plan/change";
import { capacityIn } from "../../src/plan/people";
import { peopleMustBe } from "../../src/plan/people-must-be";
import type { Plan } from "../../src/plan/plan";
import { typicalPerson } from "../../src/plan/staffing";
import { day, planOf, Q3, type Fields, type Tables } from "./rig";

const RAMP: readonly Fields[] = [0, 0.25, 0.5, 0.75, 1].map((share, i) => ({ profile: "Standard", month: i + 1, share }));
const OLD = { start: day("2020-01-01"), quota: 100, attainment: 0.8, ramp: "Standard" };
const made = (tables: Tables = {}): Plan => planOf({ cycles: [Q3], ramp: RAMP, team: [{ person: "Anna", ...OLD }, { person: "Ivan", ...OLD }], ...tables });
type Case = { readonly target?: number; readonly repeat?: number; readonly today?: string; readonly start?: string; readonly hireDays?: number | null; readonly tables?: Tables };
const solve = ({ target = 720, repeat = 0, today = "2026-01-15", start, hireDays = 30, tables = {} }: Case) => {
  const plan = made(tables);
  return peopleMustBe(plan, plan.rows.cycles[0]!, { target, repeat }, hireDays, day(today), start === undefined ? null : day(start));
};

describe("people who must be there", () => {
  // Two people of 80 a month sell 480 in the quarter.
  test("by themselves early enough to be at full speed in the first month that is short: four months of ramp, and the hiring before", () =>
    expect(solve({})).toEqual({
      kind: "hire", need: 720, capacity: expect.closeTo(480, 9), start: day("2026-03-01"), searchBy: day("2026-01-30"), people: 1, each: expect.closeTo(240, 9), fullFrom: day("2026-07-01"), rampMonths: 4, hireDays: 30,
    }));

  test.each<[string, Case, object]>([
    ["repeat business is taken off the target", { target: 1000, repeat: 280 }, { need: 720, people: 1 }],
    ["a little more than one can sell asks for two: whole people", { target: 720.01 }, { people: 2 }],
    ["what two sell to the last coin asks for two, not three", { target: 960 }, { people: 2 }],
    ["whoever starts on the first day of the quarter sells nothing, a quarter, a half: 60", { start: "2026-07-01" }, { kind: "hire", people: 4, each: expect.closeTo(60, 9), searchBy: day("2026-06-01"), fullFrom: day("2026-11-01") }],
    ["without a profile newcomers are at full speed at once", { start: "2026-07-01", tables: { ramp: [] } }, { people: 1, each: expect.closeTo(240, 9), fullFrom: null }],
    ["from the middle of a month by its working days", { start: "2026-09-16", tables: { ramp: [] } }, { people: 6, each: expect.closeTo((80 * 11) / 22, 9) }],
    ["a part-time team sells less", { tables: { team: [{ person: "Anna", ...OLD, time_share: 0.5 }, { person: "Ivan", ...OLD }] } }, { capacity: expect.closeTo(360, 9), people: 2 }],
    ["hires of the plan count from the month in which they come", { tables: { team: [{ person: "Anna", ...OLD }, { person: "Ivan", ...OLD }, { person: "New", ...OLD, start: day("2026-06-01") }] } }, { capacity: expect.closeTo(480 + 20 + 40 + 60, 9), people: 1 }],
    ["the days of hiring come from the resource to be hired", { hireDays: null, tables: { resources: [{ cycle: "2026-Q3", kind: "human", name: "Managers", status: "needed", lead_days: 10 }] } }, { hireDays: 10, searchBy: day("2026-02-19") }],
  ])("%s", (_, given, expected) => expect(solve(given)).toMatchObject({ kind: "hire", ...expected }));

  test("the search may begin today, but not yesterday", () => {
    expect(solve({ today: "2026-01-30" })).toMatchObject({ kind: "hire", searchBy: day("2026-01-30") });
    expect(solve({ today: "2026-01-31" })).toMatchObject({ kind: "late", searchBy: day("2026-01-30") });
  });

  test.each<[string, Case, object]>([
    ["nobody more where the team can sell it", { target: 480 }, { kind: "enough", need: 480, capacity: expect.closeTo(480, 9) }],
    ["too late to be at full speed: a search that begins today brings slower people, so more of them", { today: "2026-06-01" }, { kind: "late", searchBy: day("2026-01-30"), now: { start: day("2026-07-01"), people: 4, each: expect.closeTo(60, 9), fullFrom: day("2026-11-01") } }],
    ["too late for the day that is asked for", { today: "2026-06-01", start: "2026-06-15" }, { kind: "late", searchBy: day("2026-05-16"), now: { start: day("2026-07-01"), people: 4 } }],
    ["too late for anybody to help", { today: "2026-08-15" }, { kind: "late", now: { start: day("2026-09-14"), people: null } }],
    ["hiring takes longer than the calendar goes back", { hireDays: 100_000 }, { kind: "late", searchBy: null, now: { people: null } }],
    ["who starts after the cycle sells nothing in it", { start: "2026-10-01" }, { kind: "hire", people: null, each: 0 }],
    ["without a target", { target: 0 }, { kind: "missing", what: "target" }],
    ["with a target below 0", { target: -5 }, { kind: "missing", what: "target" }],
    ["where repeat business brings the target", { repeat: 720 }, { kind: "covered" }],
    ["where repeat business brings more", { repeat: 1000 }, { kind: "covered" }],
    ["without a team", { tables: { team: [] } }, { kind: "missing", what: "quota" }],
    ["without quotas", { tables: { team: [{ person: "Anna", start: day("2020-01-01") }, { person: "Ivan", ...OLD, quota: 0 }] } }, { kind: "missing", what: "quota" }],
    ["where nobody reaches anything", { tables: { team: [{ person: "Anna", ...OLD, attainment: 0 }] } }, { kind: "missing", what: "attainment" }],
  ])("%s", (_, given, expected) => expect(solve(given)).toMatchObject(expected));

  test("so many carry the target when they really are in the team, and one fewer does not", () => {
    const share = fc.integer({ min: 1, max: 20 }).map((n) => n / 20);
    const person = fc.record({ start: fc.integer({ min: day("2026-01-01"), max: day("2026-09-30") }), quota: fc.integer({ min: 1, max: 1000 }), attainment: share, time_share: share, ramp: fc.constantFrom("Standard", null) });
    const profile = fc.array(share, { maxLength: 6 });
    fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 5 }), profile, fc.integer({ min: 1, max: 100_000 }), fc.nat(50_000), fc.integer({ min: day("2026-01-01"), max: day("2026-10-05") }), (people, shares, target, repeat, start) => {
      const plan = made({ team: people.map((fields, i) => ({ person: `P${i}`, ...fields })), ramp: shares.map((part, i) => ({ profile: "Standard", month: i + 1, share: part })) });
      const cycle = plan.rows.cycles[0]!;
      const answer = peopleMustBe(plan, cycle, { target, repeat }, 0, day("2025-01-01"), start);
      const need = target - repeat;
      if (answer.kind !== "hire" || answer.people === null || answer.people > 200) return;
      const { quota, attainment, profile: ramp } = typicalPerson(plan, cycle)!;
      const capacityWith = (count: number): number =>
        capacityIn(changeAll(plan, Array.from({ length: count }, (_, i) => ({ kind: "create" as const, table: "team" as const, row: `new-${i}`, fields: { person: `New ${i}`, start, quota, attainment, ramp } }))), cycle)!;
      expect(capacityWith(1) - capacityWith(0)).toBeCloseTo(answer.each, 6);
      expect(capacityWith(answer.people)).toBeGreaterThanOrEqual(need * (1 - 1e-6));
      expect(capacityWith(answer.people - 1)).toBeLessThan(need * (1 + 1e-6));
    }), { numRuns: 60 });
  });
});
