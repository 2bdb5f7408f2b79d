import { DEAL_PROBLEMS, dealProblems, stagePrecedence, type DealColumns, type DealProblem } from "../../src/core/deal-rows";

const FUNNEL = { order: ["Lead", "Call", "Won"], lost: ["Lost", "Spam"] };
const [LEAD, , WON, LOST, SPAM] = [0, 1, 2, 3, 4];
const ints = (...numbers: readonly number[]) => Int32Array.from(numbers);
const floats = (...numbers: readonly number[]) => Float64Array.from(numbers);
const NONE: DealColumns = { deals: null, stages: null, lastStages: null, created: null, closed: null, oddEnds: new Uint8Array(9), amounts: null };

/** Only the problems with rows. */
function found(columns: Partial<DealColumns>, count: number): Partial<Record<DealProblem, number[]>> {
  return Object.fromEntries(dealProblems({ ...NONE, ...columns }, count, FUNNEL).filter(({ rows }) => rows.length > 0).map(({ problem, rows }) => [problem, [...rows]]));
}

describe("dealProblems", () => {
  test("tells all problems in their order, those without rows too, also for no rows", () => expect(dealProblems(NONE, 0, FUNNEL).map(({ problem, rows }) => [problem, rows.length])).toEqual(DEAL_PROBLEMS.map((problem) => [problem, 0])));
  test("an id once more, every time but the first; rows without an id are no repeats", () => expect(found({ deals: ints(0, 1, 0, -1, -1, 0) }, 6)).toEqual({ repeatedDeal: [2, 5] }));
  test("closed on a day before the one of creation; the same day is none, whatever the hours say, nor is an open deal", () =>
    expect(found({ created: floats(100.5, 100.9, 100, NaN, 100), closed: floats(99.9, 100.1, NaN, 50, 101) }, 5)).toEqual({ negativeDuration: [0] }));
  test("a decided deal without an end, an open one with an end; neither where the end is odd or the stage unknown", () => {
    const closed = floats(NaN, NaN, 5, NaN, 5, NaN, 5);
    const stages = ints(WON, LOST, LEAD, LEAD, WON, -1, -1);
    expect(found({ stages, closed, lastStages: ints(0, 0, 0, 0, 0, 0, 0) }, 7)).toEqual({ closedWithoutEnd: [0, 1], openWithEnd: [2] });
    expect(found({ stages, closed, lastStages: ints(0, 0, 0, 0, 0, 0, 0), oddEnds: Uint8Array.of(1, 0, 1, 0, 0, 0, 0) }, 7)).toEqual({ closedWithoutEnd: [1] });
  });
  test("amounts: negative ones anywhere; a won deal that is blank or 0; what cannot be read says nothing", () =>
    expect(found({ stages: ints(WON, WON, WON, WON, LEAD, -1), amounts: floats(0, NaN, Infinity, -5, 0, -1) }, 6)).toEqual({ negativeAmount: [3, 5], wonWithoutAmount: [0, 1] }));
  test.each([
    ["every lost deal is 0 and another deal is not", [0, NaN, 10], { lostWithoutAmount: [0, 1], lostWithoutStage: [0, 1] }],
    ["one of them is not", [0, 7, 10], { lostWithoutStage: [0, 1] }],
    ["no deal has an amount", [0, 0, 0], { lostWithoutStage: [0, 1], wonWithoutAmount: [2] }],
  ] as const)("lost deals without an amount: %s", (_, amounts, expected) => expect(found({ stages: ints(LOST, SPAM, WON), amounts: floats(...amounts) }, 3)).toEqual(expected));
  test("a lost deal without its last stage, or in a table without such a column", () => {
    const stages = ints(LOST, SPAM, WON, LEAD);
    expect(found({ stages, lastStages: ints(0, -1, -1, -1) }, 4)).toEqual({ lostWithoutStage: [1] });
    expect(found({ stages }, 4)).toEqual({ lostWithoutStage: [0, 1] });
  });
});

describe("stagePrecedence", () => {
  const before = (rows: readonly (readonly [deal: number, stage: number, date: number])[], deals: number) =>
    [...stagePrecedence(ints(...rows.map(([deal]) => deal)), ints(...rows.map(([, stage]) => stage)), floats(...rows.map(([, , date]) => date)), deals, 2)];
  test("counts deals by their first dates, whatever the order of rows", () => {
    expect(before([[0, 1, 5], [0, 0, 3], [0, 0, 9], [1, 0, 1], [1, 1, 2], [2, 1, 1], [2, 0, 4]], 3)).toEqual([0, 2, 1, 0]);
  });
  test("the same moment, one stage only, and rows that cannot be read say nothing", () => {
    expect(before([[0, 0, 5], [0, 1, 5], [1, 0, 5], [2, 0, NaN], [2, 1, 3], [-1, 0, 1], [2, -1, 1], [2, 0, Infinity]], 3)).toEqual([0, 0, 0, 0]);
  });
});
