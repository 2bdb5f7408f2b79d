/** Shares of leads that become deals later, counted from a table: only those of leads that are old enough, and what cannot be placed is told. */
import fc from "fast-check";
import { isoDay } from "../../src/core/calendar";
import { NO_DATE, NO_STAGE, UNKNOWN_STAGE } from "../../src/core/quality";
import { periodOfDate } from "../../src/core/period";
import { countedCohorts } from "../../src/plan/counted-cohorts";
import { monthCohorts } from "../../src/plan/data-cohorts";
import type { DealTable } from "../../src/plan/data-rows";
import { day } from "./rig";

type Lead = { readonly created: number; readonly won?: number; readonly lost?: number; readonly place?: number; readonly deal?: number };
const [OPEN, WON, LOST] = [0, 1, 2];
const tableOf = (leads: readonly Lead[]): DealTable => ({
  rows: leads.length, skip: new Uint8Array(leads.length), deals: leads.some(({ deal }) => deal !== undefined) ? Int32Array.from(leads, ({ deal }, i) => deal ?? 1000 + i) : null,
  stages: { funnel: { order: ["Lead", "Won"], lost: ["Lost"] }, places: Int32Array.from(leads, ({ won, lost, place }) => place ?? (won !== undefined ? WON : lost !== undefined ? LOST : OPEN)), last: null },
  created: Float64Array.from(leads, ({ created }) => created), closed: Float64Array.from(leads, ({ won, lost }) => won ?? lost ?? NaN),
  amounts: null, currencies: null, customers: null, owners: null, reasons: null, sources: null,
});
const at = (created: string, won?: string): Lead => ({ created: day(created), ...(won !== undefined && { won: day(won) }) });
const many = (count: number, lead: Lead): readonly Lead[] => Array.from({ length: count }, () => lead);
const countedOf = (leads: readonly Lead[], length: "month" | "quarter", today: string, now = today, ages = 5) => {
  const cohorts = monthCohorts(tableOf(leads), day(today))!;
  return countedCohorts(cohorts, length, periodOfDate(day(now), length), ages).map(({ rate, leads: came }) => [rate && `${rate.won}/${rate.leads}`, came]);
};

/** Ten leads on the first day of each quarter; two are won in it, three in the next, one in the third. */
const STEADY: readonly Lead[] = ["2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01", "2026-04-01"].flatMap((first, i, all) => {
  const later = (quarters: number) => all[i + quarters] ?? (i + quarters === 6 ? "2026-07-01" : undefined);
  const win = (count: number, on: string | undefined) => many(count, on === undefined ? at(first) : at(first, on));
  return [...win(2, first), ...win(3, later(1)), ...win(1, later(2)), ...many(4, at(first))];
});

describe("by quarters, in the third of 2026", () => {
  test("each age is answered by the year of leads that are old enough for it: the younger ones are in no share", () => {
    // Of the second quarter of 2026 nobody knows yet how many are won in the third.
    expect(countedOf(STEADY, "quarter", "2026-07-01")).toEqual([["8/40", null], ["12/40", 10], ["4/40", 10], ["0/30", 10], ["0/20", 10]]);
  });
  test("the quarter that is not over has neither leads nor shares yet, whatever it has won", () => {
    const more = [...STEADY, ...many(50, at("2026-07-02", "2026-08-01"))];
    expect(countedOf(more, "quarter", "2026-08-15")).toEqual(countedOf(STEADY, "quarter", "2026-07-01"));
  });
  test("for a quarter to come the shares are the same, and the leads are of one period less", () => {
    expect(countedOf(STEADY, "quarter", "2026-07-01", "2026-11-15")).toEqual([["8/40", null], ["12/40", null], ["4/40", 10], ["0/30", 10], ["0/20", 10]]);
  });
  test("a table that ends earlier counts up to there, not up to today", () => {
    const old = STEADY.filter(({ created }) => created < day("2026-01-01")).map(({ created, won }): Lead => ({ created, ...(won !== undefined && won < day("2026-01-01") && { won }) }));
    // The last lead came on 1 October: this quarter was not over.
    expect(countedOf(old, "quarter", "2026-07-01")[0]).toEqual(["6/30", null]);
  });
});

test("by months, across the years", () => {
  const leads = [at("2025-11-01"), at("2025-11-20", "2025-11-30"), at("2025-12-05", "2026-01-31"), at("2025-12-06"), at("2026-01-10", "2026-02-01"), at("2026-02-27")];
  expect(countedOf(leads, "month", "2026-03-02")).toEqual([["1/6", null], ["2/5", 1], ["0/4", 1], ["0/2", 2], [null, 2]]);
});

test.each([["2026-01-06", 1], ["2026-01-07", null]])("a table that begins on %s: leads of the first month are %s", (first, came) => {
  expect(countedOf([at(first), at("2026-02-27")], "month", "2026-03-02").slice(1, 3).map(([, leads]) => leads)).toEqual([1, came]);
});
test.each([["2026-02-23", 2], ["2026-02-22", null]])("a table that ends on %s: leads of the last month are %s", (last, came) => {
  expect(countedOf([at("2026-01-01"), at("2026-02-01"), at(last)], "month", "2026-03-02")[1]![1]).toBe(came);
});
test("on the last day of a month the month is not over", () => expect([countedOf([at("2026-01-01"), at("2026-02-28")], "month", "2026-02-28", "2026-03-01")[1]![1], countedOf([at("2026-01-01"), at("2026-02-28")], "month", "2026-03-01")[1]![1]]).toEqual([null, 1]));

describe("what cannot be placed is in no number, and told with its column and first row", () => {
  const good = [at("2026-01-01", "2026-02-10"), at("2026-02-27"), at("2026-01-05")];
  test.each<readonly [string, Lead, object]>([
    ["no day of creation", { created: NaN }, { role: "created", reason: "noDate" }],
    ["a day of creation that is none", { created: NO_DATE }, { role: "created", reason: "notADate" }],
    ["created after today", at("2026-03-03"), { role: "created", reason: "afterToday" }],
    ["won on no day", { created: day("2026-01-01"), won: NaN }, { role: "closed", reason: "noDate" }],
    ["won after today", at("2026-01-01", "2026-03-03"), { role: "closed", reason: "afterToday" }],
    ["won before it was created", at("2026-01-10", "2026-01-09"), { role: "closed", reason: "closedFirst" }],
    ["no stage", { created: day("2026-01-01"), place: NO_STAGE }, { role: "stage", reason: "noStage" }],
    ["a stage that is none of the funnel", { created: day("2026-01-01"), place: UNKNOWN_STAGE }, { role: "stage", reason: "unknownStage" }],
  ])("%s", (_, bad, told) => {
    const found = monthCohorts(tableOf([...good, bad, bad]), day("2026-03-02"))!;
    expect(found.leftOut).toEqual([{ ...told, row: 3, count: 2 }]);
    expect({ ...found, leftOut: [] }).toEqual(monthCohorts(tableOf(good), day("2026-03-02")));
  });
  test("a deal that is there already", () => expect(monthCohorts(tableOf([{ ...good[0]!, deal: 7 }, { ...good[1]!, deal: 8 }, { ...good[0]!, deal: 7 }]), day("2026-03-02"))!.leftOut).toEqual([{ role: "deal", reason: "repeated", row: 2, count: 1 }]));
  test("a win on the day of creation, in the morning of it, is one", () => expect(monthCohorts(tableOf([{ created: day("2026-01-10") + 0.6, won: day("2026-01-10") }]), day("2026-03-02"))!.leftOut).toEqual([]));
  test("the day on which an open deal is hoped to close is no day of the table", () => {
    const table = tableOf([at("2026-01-01"), at("2026-01-05")]);
    expect(monthCohorts({ ...table, closed: Float64Array.of(day("2026-02-28"), NaN) }, day("2026-03-02"))!.span.to).toBe(day("2026-01-05"));
  });
});

test.each([["no stages", { stages: null }], ["no creation", { created: null }], ["no closing", { closed: null }], ["no rows", { rows: 0 }]])("without an answer: %s", (_, lack) => expect(monthCohorts({ ...tableOf([at("2026-01-01")]), ...lack }, day("2026-03-02"))).toBeNull());

test("any table comes to what a plain count over its leads comes to, and what it gives can be written as JSON", () => {
  const [first, today] = [day("2024-01-01"), day("2026-05-20")];
  const lead = fc.record({ from: fc.integer({ min: 0, max: today - first }), took: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }) });
  const label = (serial: number, length: "month" | "quarter"): number => {
    const [year, month] = isoDay(serial).split("-").map(Number);
    return length === "month" ? year! * 12 + month! - 1 : year! * 4 + Math.floor((month! - 1) / 3);
  };
  fc.assert(fc.property(fc.array(lead, { maxLength: 60 }), fc.constantFrom("month" as const, "quarter" as const), (given, length) => {
    // The table begins and ends with a lead, so that all between is there.
    const leads: readonly Lead[] = [{ created: first }, ...given.map(({ from, took }): Lead => ({ created: first + from, ...(took !== null && first + from + took <= today && { won: first + from + took }) })), { created: today }];
    const cohorts = monthCohorts(tableOf(leads), today)!;
    expect(JSON.parse(JSON.stringify(cohorts))).toEqual(cohorts);
    const now = label(today, length);
    const counted = countedCohorts(cohorts, length, now, length === "month" ? 13 : 7);
    counted.forEach(({ rate, leads: came }, age) => {
      const asked = leads.filter(({ created }) => label(created, length) + age < now && label(created, length) + age >= now - (length === "month" ? 12 : 4));
      const won = asked.filter(({ created, won: end }) => end !== undefined && label(end, length) - label(created, length) === age);
      expect([age, rate]).toEqual([age, asked.length === 0 ? null : { won: won.length, leads: asked.length }]);
      expect(came).toBe(age === 0 ? null : leads.filter(({ created }) => label(created, length) === now - age).length);
    });
  }), { numRuns: 300 });
});
