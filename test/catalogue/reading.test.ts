/** How arguments are read, whatever the function: functions.md 0.1 and 0.4, rule by rule. */
import { call } from "../../src/catalogue/call";
import { findFunction } from "../../src/catalogue/index";
import { column, failureOf, run, valueOf } from "./run";
import { isInProportion } from "../rig/best-of";

const ORDER = column("Lead", "Call", "Offer", "Won");
const LOST = column("Lost");

describe("blank cells", () => {
  test.each([null, "", " ", "\t\n", "\u00a0", "\u2007", "\u202f", "\u200b", "\ufeff", " \u00a0 \u200b"])("%j is blank", (blank) => {
    expect(valueOf("FUNNEL_CONVERSION", column(10, blank, 5, blank))).toBe(0.5);
  });
  test("a single 0 among numbers is a number, not a blank", () => expect(valueOf("STAGE_CONVERSION", column(10, 0, 5))).toEqual([[""], [0], [""]]));
  test("beside names a row of zeros is a blank row", () => {
    expect(valueOf("FUNNEL_COUNTS", column("A", 0, "B", 0, 0), column("Lead", 0, "Lead", 0, 0), column(46000, 0, 46001, 0, 0), ORDER)).toEqual(column(2, 0, 0, 0));
  });
  test("a 0 in a date column is a blank, which a required column may not have", () => {
    expect(failureOf("FUNNEL_COUNTS", column("A", "B"), column("Lead", "Lead"), column(46000, 0), ORDER)).toMatch(/^#VALUE! dates, row 2: found a blank cell/);
  });
  test("an id may be 0 beside filled cells", () => {
    expect(valueOf("FUNNEL_COUNTS", column(0, 0, "A"), column("Lead", "Won", "Lead"), column(46000, 46001, 46001), ORDER)).toEqual(column(2, 1, 1, 1));
  });
  test("a stage may be called 0", () => {
    expect(valueOf("FUNNEL_COUNTS", column("A", "A"), column(0, 1), column(46000, 46001), column(0, 1))).toEqual(column(1, 1));
  });
});

describe("headers", () => {
  test("a text above numbers is a header", () => expect(valueOf("FUNNEL_CONVERSION", column("Count", 10, 5))).toBe(0.5));
  test.each(["12", "1 000", "-5", "12,5 %", "1.000,50"])("the numeral %j kept as text is never a header", (text) => {
    expect(failureOf("FUNNEL_CONVERSION", column(text, 10, 5))).toMatch(/^#VALUE! counts, row 1/);
  });
  test("a date text above dates is a date", () => {
    expect(valueOf("SALES_CYCLE", column("2026-01-01", 46030), column("2026-01-06", 46033))).toBe(4);
  });
  test("a text above dates written as text is a header", () => {
    expect(valueOf("SALES_CYCLE", column("Created", "2026-01-01"), column("Closed", "2026-01-06"))).toBe(5);
  });
  test("a text above texts is no header", () => expect(failureOf("FUNNEL_CONVERSION", column("Count", "ten"))).toMatch(/row 1/));
  test("a header in one column makes row 1 a header in all", () => {
    expect(valueOf("FUNNEL_TABLE", column("Lead", "A", "B"), column("Count", 10, 5))).toHaveLength(3);
  });
  test("an error cell in the header row is still an error", () => {
    expect(failureOf("FUNNEL_TABLE", column({ error: "#REF!" }, "A", "B"), column("Count", 10, 5))).toMatch(/^#REF!/);
  });
  test("header and blank rows keep their row in aligned results", () => {
    expect(valueOf("STAGE_DROPOFF", column("Count", 10, null, 5, null, null))).toEqual(column("", 0.5, "", ""));
  });
});

test("a number below a text shows a header also where it is no date", () => {
  expect(failureOf("FUNNEL_COUNTS", column("Deal", "A"), column("Stage", "Lead"), column("Date", 20260105), ORDER)).toMatch(/^#VALUE! dates, row 2: found 20260105/);
});

describe("columns of one call", () => {
  test("a skipped argument that arrives as a blank cell is left out", () => {
    expect(valueOf("WIN_RATE", column("Won", "Lost"), ORDER, LOST, "", "", "basis=all")).toBe(0.5);
    expect(valueOf("SALES_CYCLE", column(46000), column(46005), "", "", "", "", "", "")).toBe(5);
  });
  test("an aligned result has the shape of the first column, and is never empty", () => {
    expect(valueOf("STAGE_DROPOFF", column(7, 100), [[1, 1]])).toEqual(column(1 / 7, 0.01));
    expect(valueOf("GOAL_PROGRESS", column("", ""), 10)).toEqual(column("", ""));
    expect(valueOf("PLAN_GAP", [["", ""]], 10)).toEqual([["", ""]]);
  });
  test("a shorter column is fine as long as the rest of the longer one is blank", () => {
    expect(valueOf("FUNNEL_CHURN", column(10, 5, null, null), column(1, 2))).toBe(0.3);
  });
  test("else the failure names each column and its height", () => {
    expect(failureOf("FUNNEL_CHURN", column(10, 5), column(1, 2, 3))).toBe("#VALUE! The columns differ in height (counts: 2, lost_counts: 3); expected columns of the same number of rows");
  });
  test("a range of two columns is no column", () => expect(failureOf("FUNNEL_CONVERSION", [[1, 2], [3, 4]])).toMatch(/counts: found a range of 2 × 2 cells; expected one column/));
  test("a row is read as a column", () => expect(valueOf("FUNNEL_CONVERSION", [[10, 5]])).toBe(0.5));
  test("the first fault is found row by row, not column by column", () => {
    expect(failureOf("FUNNEL_COUNTS", column("A", "B", null), column("Lead", "Lead", "Lead"), column(46000, "soon", 46000), ORDER)).toMatch(/dates, row 2/);
  });
  test("rows are numbered inside the range, blank rows and header counted", () => {
    expect(failureOf("FUNNEL_COUNTS", column("Deal", null, "A"), column("Stage", null, "Demo"), column("Date", null, 46000), ORDER)).toBe('#VALUE! stages, row 3: found the stage "Demo"; expected a stage named in order or lost');
  });
  test("a whole column of blanks below costs nothing and changes nothing", () => {
    const tail = (cells: unknown[]) => [...column(...cells), ...Array.from({ length: 100000 }, () => [null])];
    expect(valueOf("FUNNEL_COUNTS", tail(["A", "A"]), tail(["Lead", "Won"]), tail([46000, 46001]), ORDER)).toEqual(column(1, 1, 1, 1));
  });
});

describe("names and ids", () => {
  test("names ignore case, ё and white space", () => {
    expect(valueOf("WIN_RATE", column(" СДЕЛКА  закрыта ", "отлОжено", "Пропала"), column("Лид", "Сделка закрыта"), column("Отложено", "пропала"))).toBeCloseTo(1 / 3, 12);
    expect(valueOf("WIN_RATE", column("Счет", "Счёт", "Нет"), column("лид", "СЧЁТ"), column("нет"))).toBeCloseTo(2 / 3, 12);
  });
  test("ids keep case, and 17 is \"17\"", () => {
    expect(valueOf("NEW_CUSTOMERS", column("a", "A", 17, "17", " 17 "), column(46000, 46000, 46000, 46000, 46000))).toBe(3);
  });
  test("long ids with a common beginning are told apart by their last character", () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `0065g00000ABC${String(i).padStart(5, "0")}`);
    expect(valueOf("NEW_CUSTOMERS", column(...ids, ...ids), column(...ids.map(() => 46000), ...ids.map(() => 46001)))).toBe(5000);
  });
  test.each([
    ["of different lengths", ["D-1", "D-10", "D-100", "D-1"], 3],
    ["one being the beginning of the other", ["AB", "A", "ABC", "AB"], 3],
    ["with a blank inside and doubled", ["A 1", "A  1", "A 2"], 2],
    ["Cyrillic", ["Ромашка", "Ромашка ", "ромашка"], 2],
    ["as numbers and texts", [1, "1", 1.5, "1.5", 2], 3],
    ["named like members of objects", ["__proto__", "constructor", "toString", "__proto__"], 3],
    ["longer than the packed form", ["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyZ", "bcdefghijklmnopqrstuvwxyz"], 3],
  ])("ids %s", (_what, ids, distinct) => expect(valueOf("NEW_CUSTOMERS", column(...ids), column(...ids.map(() => 46000)))).toBe(distinct));
  test("a name twice in a list is refused with its row", () => {
    expect(failureOf("WIN_RATE", column("Won"), column("Lead", null, "Won", "LEAD "), LOST)).toBe('#VALUE! order, row 4: found "LEAD " a second time; expected each name once');
  });
  test("a 0 among names of a list is a blank that a host delivers so; among numbers it is a name", () => {
    expect(valueOf("WIN_RATE", column("Won", "Lost", "Lost"), column("Lead", 0, "Won", 0, 0), column("Lost", 0))).toBe(1 / 3);
    expect(valueOf("FUNNEL_REACHED", column(1, 2), column(2, 1, 0))).toEqual(column(2, 1, 0));
    const coded = [column("a", "a", "b"), column(0, 1, 0), column(46000, 46001, 46002)];
    expect(valueOf("FUNNEL_COUNTS", ...coded, column(0, 1, "Won", 0, 0))).toEqual(column(2, 1, 0));
    expect(valueOf("FUNNEL_COUNTS", ...coded, [[0, 1, "Won", 0]])).toEqual(column(2, 1, 0));
  });
  test("and in a column of names that may be blank", () => {
    expect(valueOf("LOST_REASONS", column(0, "Price", "Price"), column(5, 0, 0))).toEqual(valueOf("LOST_REASONS", column(null, "Price", "Price"), column(5, 0, 0)));
    expect(valueOf("CAC_BY", column("Ads", 0), column(5, 5), column(1, 0), "unassigned=prorata")).toEqual(valueOf("CAC_BY", column("Ads", null), column(5, 5), column(1, 0), "unassigned=prorata"));
    expect((valueOf("LOST_REASONS", column("Code", 0, 1, 0), column("Sum", 5, 5, 5)) as unknown[][])[1]).toEqual([0, 2, 2 / 3, 2 / 3, 10, 2 / 3]);
  });
  test("so is a 0 in place of a last stage, unless a stage is called 0", () => {
    const reached = (...last: readonly unknown[]) => valueOf("FUNNEL_REACHED", column("Lost", "Call"), ORDER, LOST, column(...last), column(46000, 46001));
    expect(reached("Offer", 0)).toEqual(reached("Offer", null));
    expect(failureOf("FUNNEL_REACHED", column("Lost", "Call"), ORDER, LOST, column("Offer", 0), column(46000, "soon"))).toMatch(/^#VALUE! dates, row 2/);
    expect(valueOf("FUNNEL_REACHED", column(1, 9), column(1, 0, 2), column(9), column(null, 0), column(46000, 46001))).toEqual(column(2, 1, 0));
    expect(failureOf("FUNNEL_REACHED", column("Lost", "Call"), ORDER, LOST, column("Offer", 7), column(46000, 46001))).toMatch(/^#VALUE! last_stages, row 2: found the stage 7/);
  });
  test("order needs two names, and no name may be in both lists", () => {
    expect(failureOf("WIN_RATE", column("Won"), column("Won"), LOST)).toMatch(/#VALUE! order: found 1 name; expected a list of at least 2 stages/);
    expect(failureOf("WIN_RATE", column("Won"), ORDER, column("offer"))).toMatch(/#VALUE! lost, row 1: "offer" is also in order/);
  });
  test("a list of names is one column, and may be all blank where it is optional", () => {
    expect(failureOf("WIN_RATE", column("Won"), [["Lead", "x"], ["Won", "y"]], LOST)).toMatch(/#VALUE! order: found a range of 2 × 2 cells; expected one column/);
    expect(valueOf("FUNNEL_COUNTS", column("A"), column("Lead"), column(46000), ORDER, column("", null))).toEqual(column(1, 0, 0, 0));
    expect(failureOf("WIN_RATE", column("Won"), ORDER, column("", ""))).toMatch(/#VALUE! lost: nothing was given/);
  });
  test("stages called __proto__ and constructor are stages", () => {
    expect(valueOf("WIN_RATE", column("constructor", "__proto__"), column("x", "constructor"), column("__proto__"))).toBe(0.5);
    expect(failureOf("WIN_RATE", column("Won", "__proto__"), ORDER, LOST)).toMatch(/row 2: found the stage "__proto__"/);
  });
});

describe("dates", () => {
  test.each([
    [61, true], [60, false], [2958465.99, true], [2958466, false], [-1, false], ["2026-01-31", true], ["2026-02-30", false], ["2026-1-5", false],
    ["2026-01-31 13:45", true], ["2026-01-31T13:45:10", true], ["2026-01-31T13:45:10.250", true], ["2026-01-31 24:00", false], ["31.01.2026", false],
    ["01/31/2026", false], ["1900-02-28", false], ["1900-03-01", true], ["46000", false], [true, false],
  ])("%j as a date: %j", (cell, good) => {
    const answer = run("NEW_CUSTOMERS", [column("a"), column(cell)]);
    expect("value" in answer).toBe(good);
  });
  test("as_of without a time of day includes that whole day, with one it does not", () => {
    const args = [column("A", "A"), column("Lead", "Won"), column(46000, 46001.75), ORDER, null] as const;
    expect(valueOf("FUNNEL_COUNTS", ...args, 46001)).toEqual(column(1, 1, 1, 1));
    expect(valueOf("FUNNEL_COUNTS", ...args, 46001.5)).toEqual(column(1, 0, 0, 0));
    expect(valueOf("FUNNEL_COUNTS", ...args, "2025-12-10 17:59")).toEqual(column(1, 0, 0, 0));
  });
  test("from is inside the period, to is not", () => {
    const dates = column(46000, 46031);
    expect(valueOf("NEW_CUSTOMERS", column("a", "b"), dates, null, "from=46000; to=46031")).toBe(1);
    expect(valueOf("NEW_CUSTOMERS", column("a", "b"), dates, null, "from=46000,5")).toBe(1);
  });
});

describe("options", () => {
  const counts = (options: unknown) => valueOf("FUNNEL_COUNTS", column("A", "A"), column("Lead", "Offer"), column(46000, 46010), ORDER, null, null, options);
  const refused = (options: unknown) => failureOf("FUNNEL_COUNTS", column("A"), column("Lead"), column(46000), ORDER, null, null, options);
  test("keys and words ignore case and white space", () => expect(counts(" Reach = VISITED ; window = 5 ")).toEqual(column(1, 0, 0, 0)));
  test("a range of two columns does the same, blank rows skipped", () => expect(counts([["reach", "visited"], [null, ""], [0, 0], ["window", 5]])).toEqual(column(1, 0, 0, 0)));
  test("a blank text is no option", () => expect(counts(" ; ")).toEqual(column(1, 1, 1, 0)));
  test.each([
    ["foo=1", /options: found the unknown key "foo"; expected reach, count, basis, from, to or window/],
    [" Foo =1", /options: found the unknown key "Foo"; expected/],
    [[["reach", "visited"], ["Foo", 1]], /options, row 2: found the unknown key "Foo"; expected/],
    [[["reach", "visited"], [0, 1]], /options, row 2: found 0; expected the name of a setting/],
    ["__proto__=1", /unknown key "__proto__"/],
    ["reach=any", /reach: found "any"; expected furthest, visited or strict/],
    ["reach=visited; reach=strict", /found "reach" twice/],
    ["reach", /found "reach"; expected key=value/],
    ["from=2026-13-01", /from: found "2026-13-01"; expected a date/],
    ["from=2026-02-01; to=2026-02-01", /from before to/],
    ["window=-1", /window: found "-1"/],
    [5, /options: found 5; expected a text/],
    [[["reach", "any"]], /reach: found "any"/],
    [[["a", "b", "c"]], /a range of 1 × 3 cells/],
  ])("%j is refused", (options, message) => expect(refused(options)).toMatch(message));
  test("a decimal may begin with its point", () => expect(counts("reach=visited; window=.5")).toEqual(column(1, 0, 0, 0)));
  test("what an option needs is checked before the data, too", () => {
    expect(failureOf("SALES_CYCLE", column(46000, "x"), column(46005, ""), null, null, null, null, null, "outcome=won")).toMatch(/outcome=won needs/);
    expect(failureOf("FUNNEL_REACHED", column("Won", "Bad"), ORDER, LOST, null, null, "from=46000")).toMatch(/^#VALUE! dates/);
    expect(failureOf("WIN_RATE", column("Won", "Bad"), ORDER, LOST, null, null, "from=46000")).toMatch(/^#VALUE! dates/);
    expect(failureOf("STAGE_TIME", column("A"), column("Bad"), column(46000), ORDER, LOST, null, "max", null, "open=censor")).toMatch(/statistic: max does not exist/);
  });
  test("options are checked before the data", () => {
    expect(failureOf("FUNNEL_COUNTS", column("A"), column("Nowhere"), column("soon"), ORDER, null, null, "foo=1")).toMatch(/unknown key/);
  });
});

describe("scalars", () => {
  test("a cell of one by one is a scalar", () => expect(valueOf("PAYBACK_PERIOD", [[200]], [[50]], [[0.8]])).toBe(5));
  test("a range is not", () => expect(failureOf("PAYBACK_PERIOD", column(200, 300), 50)).toMatch(/#VALUE! cac: found a range of 2 × 1 cells; expected one cell/));
  test("a numeral kept as text is not a number", () => expect(failureOf("PAYBACK_PERIOD", "200", 50)).toBe('#VALUE! cac: found "200"; expected a number, 0 or more'.replace(", 0 or more", "")));
  test("a required one must not be blank", () => expect(failureOf("PAYBACK_PERIOD", "", 50)).toMatch(/#VALUE! cac: nothing was given/));
  test("a blank optional one takes its default", () => expect(valueOf("PAYBACK_PERIOD", 200, 50, " ")).toBe(4));
  test("a percentage above one is pointed out", () => expect(failureOf("PAYBACK_PERIOD", 200, 50, 25)).toMatch(/25 % is 0\.25/));
  test("too many arguments", () => expect(failureOf("CAC", 1, 2, 3)).toBe("#VALUE! Found 3 arguments; expected at most 2; several values go into one range"));
  test("none at all", () => expect(failureOf("CAC")).toMatch(/#VALUE! costs: nothing was given/));
});

describe("totals", () => {
  test("a range of any shape is summed, blanks and headers skipped", () => expect(valueOf("CAC", [["Ads", "Fairs"], [100, null], [50, 50]], 2)).toBe(100));
  test("a boolean is no number", () => expect(failureOf("CAC", column(1, true), 1)).toMatch(/costs, row 2: found TRUE/));
  test("a name may stand before the numbers of a row", () => expect(valueOf("CAC", [["Ads", 1000, 500]], 5)).toBe(300));
  test("but only first in it: a text between the numbers is no header and is never left out in silence", () => {
    expect(failureOf("CAC", [[1000, "n/a", 500]], 5)).toBe('#VALUE! costs, row 2: found "n/a"; expected a number');
    expect(failureOf("CAC", [["Ads", "Fairs", 500]], 5)).toMatch(/costs, row 2: found "Fairs"/);
    expect(failureOf("CAC", [[1000, true]], 5)).toMatch(/costs, row 2: found TRUE/);
  });
  test("refunds that take everything back leave 0, not a hair below", () => expect(valueOf("CAC", column(0.3, -0.1, -0.2), 5)).toBe(0));
  test("paired columns of blanks are no numbers", () => expect(failureOf("LEAD_CONVERSION", column("", ""), column("", ""))).toMatch(/^#VALUE! leads/));
  test("without any number there is no total", () => expect(failureOf("CAC", column("Ads", null), 1)).toMatch(/#VALUE! costs/));
  test("paired columns of different height are noticed", () => expect(failureOf("LEAD_CONVERSION", column(1, 2), column(1, 2, 3))).toMatch(/height/));
  test("a column and one number are not paired", () => expect(valueOf("LEAD_CONVERSION", column("Leads", 10, 30), 10)).toBe(0.25));
});

describe("error cells", () => {
  test("the first one wins over every other failure, arguments from left to right", () => {
    expect(failureOf("CAC", column("x", { error: "#DIV/0!" }), { error: "#N/A" })).toMatch(/^#DIV\/0!/);
    expect(failureOf("FUNNEL_COUNTS", column("A"), column("Nowhere"), column({ error: "#NUM!" }), ORDER, null, null, "foo=1")).toMatch(/^#NUM!/);
    expect(failureOf("CAC", 5, 0, { error: "#N/A" })).toMatch(/^#N\/A/);
  });
  test.each([
    ["in a column", "FUNNEL_COUNTS", [column("A", "B"), column("Lead", { error: "#REF!" }), column(46000, 46001), ORDER], "stages, row 2"],
    ["in a row that is read as a column", "FUNNEL_CONVERSION", [[[10, 5, { error: "#REF!" }]]], "counts, row 3"],
    ["in a range of several columns", "CAC", [[[1, 2], [3, { error: "#REF!" }]], 5], "costs, row 2"],
    ["in a single cell", "SALES_VELOCITY", [1, { error: "#REF!" }, 0.5, 3], "deal_size"],
    ["in options of one row", "FUNNEL_TABLE", [column("a", "b"), column(2, 1), [["level", { error: "#REF!" }]]], "options, row 1"],
  ])("the message says where: %s", (_, name, args, place) => expect(failureOf(name, ...args)).toBe(`#REF! ${place}: found #REF!; expected a value, not an error`));
  test("also where the answer would be a value", () => expect(failureOf("CAC", column(100, { error: "#NAME?" }), 5)).toMatch(/^#NAME\?/));
  test("also in an argument that would not be needed", () => {
    expect(failureOf("WIN_RATE", column("Won", "Lost"), ORDER, LOST, null, column({ error: "#N/A" }, 46000))).toMatch(/^#N\/A/);
  });
});

describe("limits", () => {
  test("a sum beyond the numbers is a failure, not Infinity", () => expect(failureOf("CAC", column(1e308, 1e308), 1)).toMatch(/#VALUE! The result is too large/));
  test("more cells than Excel hands over are refused", () => {
    const row = new Array(8).fill(1);
    expect(failureOf("CAC", new Array(1_048_576).fill(row), 1)).toMatch(/range is too large: 8388608 cells/);
  });
  test("a message shows the beginning of a long text only, and no hidden characters", () => {
    expect(failureOf("CAC", "x".repeat(32767), 1).length).toBeLessThan(140);
    expect(failureOf("CAC", "\u202eevil", 1)).toContain("\\u202eevil");
  });
  test.each([" ", "1", ",", "a", '"', "0 "])("32,767 times %j is read in time in proportion", (unit) => {
    const read = (characters: number) => {
      const text = unit.repeat(characters / unit.length);
      const cells = Array.from({ length: 20 }, () => [`${text}x`]);
      run("FUNNEL_CONVERSION", [cells]);
      run("NEW_CUSTOMERS", [cells, cells]);
      run("WIN_RATE", [cells, ORDER, LOST, null, null, text]);
    };
    expect(isInProportion(() => read(3277), () => read(32_767))).toBe(true);
  });
});

test("messages are in the language of the user", () => {
  const answer = run("CAC", [column(1000, "1 000"), 5], "ru");
  expect(answer).toEqual({ failure: { code: "#VALUE!", message: "costs, строка 2: получено: «1 000»; нужно: число" } });
});

test("arguments are not changed", () => {
  const freeze = (rows: unknown[][]) => Object.freeze(rows.map((row) => Object.freeze(row)));
  valueOf("STAGE_TIME_TABLE", freeze(column("A", "A", null)), freeze(column("Lead", "Won", null)), freeze(column(46001, 46000, null)), freeze(ORDER));
});

test("a blank cell that a host delivers as an object of its own is a blank cell", () => {
  const host = { language: "en" as const, cells: { readObject: (value: object) => ("empty" in value ? "" : { error: "#VALUE!" }) } };
  const blank = { empty: true };
  expect(call(findFunction("FUNNEL_COUNTS")!, [column("A", blank, "B", blank), column("Lead", blank, "Lead", blank), column(46000, blank, 46001, blank), ORDER], host)).toEqual({ value: column(2, 0, 0, 0) });
  expect(call(findFunction("STAGE_CONVERSION")!, [column(10, blank, 5, blank)], host)).toEqual({ value: column("", "", 0.5) });
});
