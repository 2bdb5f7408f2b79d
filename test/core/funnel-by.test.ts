import fc from "fast-check";
import { column, failureOf, run, valueOf } from "../catalogue/run";

type Row = readonly [deal: string, stage: string, date: number, group: string | number | null];
const columns = (rows: readonly Row[]): unknown[][][] => [0, 1, 2, 3].map((c) => rows.map((row) => [row[c]]));
const ORDER = column("Lead", "Call", "Won");
const LOST = column("Lost");
const by = (rows: readonly Row[], options = "", asOf: unknown = null): unknown[][] => (valueOf("FUNNEL_BY", ...columns(rows), ORDER, LOST, asOf, options) as unknown[][]).slice(1);
const names = (rows: readonly Row[], options = ""): unknown[] => by(rows, options).map(([name]) => name);

const ROWS: readonly Row[] = [
  ["A", "Lead", 46005, "Web"], ["A", "Call", 46008, "Web"], ["A", "Won", 46025, "Ads"],
  ["B", "Lead", 46006, "web "], ["B", "Call", 46010, "web"], ["B", "Lost", 46020, "Web"],
  ["C", "Lead", 46010, "Ads"], ["C", "Won", 46033, "Ads"],
  ["D", "Lead", 46012, null],
  ["E", "Lead", 46012, "SEO"], ["E", "Call", 46013, "Ads"],
];

test("a row per group, the largest first and equal ones by name, then the total", () => {
  expect(valueOf("FUNNEL_BY", ...columns(ROWS), ORDER, LOST)).toEqual([
    ["Group", "Lead", "Call", "Won", "Conversion"],
    ["Web", 2, 2, 1, 0.5], ["(blank)", 1, 0, 0, 0], ["Ads", 1, 1, 1, 1], ["SEO", 1, 1, 0, 0],
    ["Total", 5, 4, 2, 0.4],
  ]);
});
test("words of the table follow the language, the place of a blank group does not", () => {
  const answer = run("FUNNEL_BY", [...columns(ROWS), ORDER, LOST, null, "top=2"], "ru");
  expect((answer as { value: unknown[][] }).value.map(([name]) => name)).toEqual(["Группа", "Web", "(пусто)", "Остальные", "Итого"]);
});
test("the last row of a deal gives its group, if asked so", () => {
  expect(by(ROWS, "attribution=last")).toEqual([["Ads", 3, 3, 2, 2 / 3], ["(blank)", 1, 0, 0, 0], ["Web", 1, 1, 0, 0], ["Total", 5, 4, 2, 0.4]]);
});
test("only what is known at as_of gives a group", () => {
  expect(by(ROWS, "attribution=last", 46013)).toEqual([["Ads", 2, 1, 0, 0], ["Web", 2, 2, 0, 0], ["(blank)", 1, 0, 0, 0], ["Total", 5, 3, 0, 0]]);
});
test("top keeps so many, the others are one row; none is left over where there are no more", () => {
  expect(by(ROWS, "top=1")).toEqual([["Web", 2, 2, 1, 0.5], ["Other", 3, 2, 1, 1 / 3], ["Total", 5, 4, 2, 0.4]]);
  expect(names(ROWS, "top=3")).toEqual(["Web", "(blank)", "Ads", "Other", "Total"]);
  expect(names(ROWS, "top=4")).toEqual(["Web", "(blank)", "Ads", "SEO", "Total"]);
});
test.each(["top=0", "top=1.5", "top=-1", "top=all"])("%s is refused", (options) => {
  expect(failureOf("FUNNEL_BY", ...columns(ROWS), ORDER, LOST, null, options)).toMatch(/^#VALUE! top: found .*; expected a whole number, 1 or more$/);
});
test("the options of FUNNEL_COUNTS hold; a group of which nothing is counted stays, without a conversion", () => {
  expect(by(ROWS, "count=lost")).toEqual([["(blank)", 0, 0, 0, ""], ["Ads", 0, 0, 0, ""], ["SEO", 0, 0, 0, ""], ["Web", 0, 1, 0, ""], ["Total", 0, 1, 0, ""]]);
  expect(by(ROWS, "from=46010; to=46012")).toEqual([["Ads", 1, 1, 1, 1], ["(blank)", 0, 0, 0, ""], ["SEO", 0, 0, 0, ""], ["Web", 0, 0, 0, ""], ["Total", 1, 1, 1, 1]]);
  expect(by(ROWS, "reach=visited").at(-1)).toEqual(["Total", 5, 3, 2, 0.4]);
  expect(by(ROWS, "basis=period; from=46020").at(-1)).toEqual(["Total", 0, 1, 2, ""]);
  expect(by(ROWS, "window=3").at(-1)).toEqual(["Total", 5, 2, 0, 0]);
});
test("a deal that was only ever lost has no group", () => expect(names([["X", "Lost", 46000, "Spam"], ["Y", "Lead", 46000, "Web"]], "attribution=last")).toEqual(["Web", "Total"]));

describe("which row gives the group", () => {
  test("the first row in a stage of the funnel, whatever the order of the rows", () => {
    const rows: Row[] = [["X", "Call", 46002, "later"], ["X", "Lead", 46001, "start"], ["X", "Lost", 46000, "before"]];
    expect(names(rows)).toEqual(["start", "Total"]);
    expect(names(rows, "attribution=last")).toEqual(["later", "Total"]);
  });
  test("at equal times funnel order decides, lost last", () => {
    const rows: Row[] = [["X", "Lost", 46000, "lost"], ["X", "Call", 46000, "call"], ["X", "Lead", 46000, "lead"]];
    expect(names(rows)).toEqual(["lead", "Total"]);
    expect(names(rows, "attribution=last")).toEqual(["lost", "Total"]);
    expect(names([...rows].reverse())).toEqual(["lead", "Total"]);
    expect(names([...rows].reverse(), "attribution=last")).toEqual(["lost", "Total"]);
  });
  test("the last row is the last one, also when it repeats the stage before", () => {
    const rows: Row[] = [["X", "Lead", 46000, "Ann"], ["X", "Lead", 46005, "Bob"]];
    expect([names(rows), names(rows, "attribution=last")]).toEqual([["Ann", "Total"], ["Bob", "Total"]]);
  });
  test("rows alike in time and stage: a filled group before a blank one, then by name", () => {
    const rows: Row[] = [["X", "Lead", 46000, null], ["X", "Lead", 46000, "b"], ["X", "Lead", 46000, "A"], ["X", "Lead", 46000, "c"]];
    for (const list of [rows, [...rows].reverse()]) for (const options of ["", "attribution=last"]) expect(names(list, options)).toEqual(["A", "Total"]);
  });
});

describe("the name that is shown", () => {
  test("is the one in the topmost row that gave a deal this group", () => {
    const rows: Row[] = [["X", "Call", 46002, "WEB"], ["Y", "Lead", 46003, " Web"], ["X", "Lead", 46001, "web"]];
    expect(names(rows)).toEqual(["Web", "Total"]);
    expect(names(rows, "attribution=last")).toEqual(["WEB", "Total"]);
    expect(names([...rows].reverse())).toEqual(["web", "Total"]);
  });
  test("17 and \"17\" are one name, ё is е, and a number stays one", () => {
    expect(by([["X", "Lead", 46000, 17], ["Y", "Lead", 46000, "17"], ["Z", "Lead", 46000, "Ёж"], ["W", "Lead", 46000, "еж"]])).toEqual([[17, 2, 0, 0, 0], ["Ёж", 2, 0, 0, 0], ["Total", 4, 0, 0, 0]]);
  });
  test("nobody at all: the total alone", () => expect(by([["X", "Lost", 46000, "Web"]])).toEqual([["Total", 0, 0, 0, ""]]));
});

test.each<[unknown, RegExp]>([
  [column("Web"), /^#VALUE! the columns differ in height|^#VALUE! The columns differ in height/],
  [column("Web", true), /^#VALUE! groups, row 2: found TRUE; expected a name$/],
  [column("Web", { error: "#REF!" }), /^#REF!/],
])("groups %j fail", (groups, message) => {
  expect(failureOf("FUNNEL_BY", column("A", "A"), column("Lead", "Call"), column(46000, 46001), groups, ORDER, LOST)).toMatch(message);
});

test("groups are taken apart, never changed: their sum is what FUNNEL_COUNTS says, in any order of the rows", () => {
  const row = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.constantFrom("Lead", "Call", "Won", "Lost"), fc.integer({ min: 46000, max: 46006 }), fc.constantFrom("Web", "Ads", "SEO", null));
  const option = fc.constantFrom("", "reach=strict", "reach=visited", "count=lost", "count=open", "window=2", "from=46001; to=46004", "basis=period; from=46001; to=46004");
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), option, fc.constantFrom("first", "last"), (rows, options, attribution) => {
    const found = by(rows, `${options}; attribution=${attribution}`);
    expect(by([...rows].reverse(), `${options}; attribution=${attribution}`)).toEqual(found);
    const total = (valueOf("FUNNEL_COUNTS", ...columns(rows).slice(0, 3), ORDER, LOST, null, options) as number[][]).flat();
    expect(found.at(-1)!.slice(1, 4)).toEqual(total);
    expect(total.map((_, stage) => found.slice(0, -1).reduce((sum, each) => sum + (each[stage + 1] as number), 0))).toEqual(total);
    const top = by(rows, `${options}; attribution=${attribution}; top=1`);
    expect(top[0]).toEqual(found[0]);
    expect(top.at(-1)).toEqual(found.at(-1));
  }), { numRuns: 300 });
});
