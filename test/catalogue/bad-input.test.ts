/**
 * Every function with every kind of bad input, made from its own example: the stated failure that names the place, or the same result
 * where the input only looks bad. Nothing here knows a function by name; exceptions are stated with their reason.
 */
import { OPEN_FROM } from "../../src/core/calendar";
import { call, type CallResult } from "../../src/catalogue/call";
import type { Arg, FunctionDef } from "../../src/catalogue/define";
import { plainCells, type Result } from "../../src/catalogue/grid";
import { catalogue } from "../../src/catalogue/index";
import { LANGUAGES } from "../../src/catalogue/words";

type Args = readonly unknown[];
const isGrid = (value: unknown): value is readonly (readonly unknown[])[] => Array.isArray(value);
const ask = (def: FunctionDef, args: Args, language: "en" | "ru" = "en"): CallResult => call(def, args, { language, cells: plainCells });
const told = (answer: CallResult): string => ("failure" in answer ? `${answer.failure.code} ${answer.failure.message}` : `value ${JSON.stringify(answer.value).slice(0, 200)}`);
const put = (args: Args, i: number, value: unknown): unknown[] => args.map((each, k) => (k === i ? value : each));
const withCell = (grid: readonly (readonly unknown[])[], row: number, cell: unknown): unknown[][] => grid.map((line, r) => (r === row ? [cell, ...line.slice(1)] : [...line]));

/** The example's arguments as a host delivers them, with a range where the argument is a column. */
const good = (def: FunctionDef): unknown[] => def.args.map((_, i) => def.examples[0].call[i] ?? null);

type Place = { readonly def: FunctionDef; readonly arg: Arg<unknown>; readonly i: number; readonly kind: "column" | "value" | "list" | "options" | "paired" | "table" };
const places: readonly Place[] = catalogue.flatMap((def) => def.args.map((arg, i) => ({ def, arg, i, kind: arg.reader.as })));
const filled = places.filter(({ def, i }) => good(def)[i] !== null);
const columns = filled.filter(({ def, i, kind }) => kind === "column" && isGrid(good(def)[i]) && (good(def)[i] as unknown[]).length > 1);
const named = (list: readonly Place[]) => list.map((place) => [`${place.def.name} ${place.arg.key}`, place] as const);

test("all functions have an example that works, and each is looked at", () => {
  expect(catalogue.filter((def) => "failure" in ask(def, good(def))).map(({ name }) => name)).toEqual([]);
  expect(new Set(filled.map(({ def }) => def)).size).toBe(catalogue.length);
});

describe("an error cell is the result, whatever else is wrong", () => {
  test.each(named(filled.filter(({ kind }) => kind !== "table")))("%s", (_, { def, i }) => {
    const args = good(def);
    const value = args[i];
    const last = isGrid(value) ? withCell(value, value.length - 1, { error: "#REF!" }) : { error: "#REF!" };
    const answer = ask(def, put(args, i, last));
    expect(told(answer)).toMatch(/^#REF!/);
    // beside another fault further left, too
    if (i > 0) expect(told(ask(def, put(put(args, i, last), 0, [[true], [true]])))).toMatch(/^#REF!/);
  });
});

/** A failure does not look again where reading has already been; what lies beyond must be found all the same. */
describe("an error cell is the result wherever it lies around another fault", () => {
  test.each(named(columns))("%s", (_, { def, i }) => {
    const rows = (good(def)[i] as unknown[]).length;
    const others = columns.filter((place) => place.def === def && (good(def)[place.i] as unknown[]).length === rows);
    for (const { i: faulty } of others) for (let bad = 0; bad < rows; bad += 1) for (let row = 0; row < rows; row += 1) {
      if (faulty === i && bad === row) continue;
      const args = put(good(def), faulty, withCell(good(def)[faulty] as unknown[][], bad, true));
      expect(told(ask(def, put(args, i, withCell(args[i] as unknown[][], row, { error: "#REF!" }))))).toMatch(/^#REF!/);
    }
  });
});

test("an error cell in a total, beside and below another fault", () => {
  const cac = catalogue.find(({ name }) => name === "CAC")!;
  const costs = [["Costs", "More"], [1, 2], [3, 4]];
  for (const [row, column] of [[1, 1], [2, 0], [2, 1]] as const) {
    const wrong = costs.map((line, r) => line.map((cell, c) => (r === row && c === column ? { error: "#REF!" } : r === 1 && c === 0 ? true : cell)));
    expect(told(ask(cac, [wrong, [[1], [2]]]))).toMatch(/^#REF!/);
  }
  expect(told(ask(cac, [costs, [[1], [true], [2], [{ error: "#N/A" }]]]))).toMatch(/^#N\/A/);
  expect(told(ask(cac, [costs, [["Won"], [0]]]))).toMatch(/^#DIV\/0!/);
});

describe("more columns than one, and more cells than one", () => {
  test.each(named(filled.filter(({ kind, arg }) => kind === "column" || (kind === "value" && arg.shape === "scalar"))))("%s", (_, { def, arg, i, kind }) => {
    const wide = [["a", "b"], ["c", "d"]];
    expect(told(ask(def, put(good(def), i, wide)))).toMatch(new RegExp(`^#VALUE! ${arg.key}: found a range of 2 × 2 cells; expected ${kind === "column" ? "one column" : "one cell"}`));
  });
});

describe("columns of different height", () => {
  test.each(named(columns.filter(({ def }) => columns.filter((each) => each.def === def).length > 1)))("%s", (_, { def, arg, i }) => {
    const grid = good(def)[i] as unknown[][];
    const row = grid.find(([cell]) => cell !== "" && cell !== null)!;
    const answer = told(ask(def, put(good(def), i, [...grid, row, row])));
    expect(answer).toMatch(/^#VALUE! .*(differ in height|heights)/);
    expect(answer).toContain(`${arg.key}: ${grid.length + 2}`);
  });
});

/** The kind of cell that a column holds, by what it takes. */
const takes = ({ arg }: Place, cell: unknown): boolean => arg.reader.as === "column" && arg.reader.column.check(cell as never, { cells: plainCells, lists: new Map(), clean: new Map() }) === null;
const isNumberColumn = (place: Place): boolean => takes(place, 0.5) && !takes(place, "x");
const isDateColumn = (place: Place): boolean => takes(place, "2026-01-31") && takes(place, 46000) && !takes(place, "x");
const lastRow = ({ def, i }: Place): number => (good(def)[i] as unknown[]).length - 1;
/** DATA_CHECK counts what is wrong in these instead of failing. */
const strict = columns.filter(({ def }) => def.name !== "DATA_CHECK");

describe("a truth value, a number kept as text, a text that is no date", () => {
  test.each(named(strict))("%s", (_, place) => {
    const { def, arg, i } = place;
    const row = lastRow(place);
    const wrong = (cell: unknown): string => told(ask(def, put(good(def), i, withCell(good(def)[i] as unknown[][], row, cell))));
    const where = `#VALUE! ${arg.key}, row ${row + 1}: found `;
    expect(wrong(true)).toContain(`${where}TRUE; expected `);
    if (isNumberColumn(place)) expect(wrong("12")).toContain(`${where}"12"; expected a `);
    if (isNumberColumn(place)) expect(wrong("12 %")).toContain(`${where}"12 %"; expected a `);
    if (isDateColumn(place)) for (const text of ["soon", "31.12.2024", "2026-02-30", "1899-12-31"]) expect(wrong(text)).toContain(`${where}"${text}"; expected a date`);
    if (isDateColumn(place)) for (const serial of [1, 60, -5, 2958466]) expect(wrong(serial)).toContain(`${where}${serial}; expected a date`);
  });
});

describe("a blank in the middle of a required column", () => {
  test.each(named(strict.filter(({ def, arg }) => arg.reader.as === "column" && !arg.reader.column.mayBeBlank && columns.filter((each) => each.def === def).length > 1)))("%s", (_, { def, arg, i }) => {
    for (const blank of [null, "", " \u00a0\u200b"]) {
      expect(told(ask(def, put(good(def), i, withCell(good(def)[i] as unknown[][], 0, blank))))).toContain(`#VALUE! ${arg.key}, row 1: found a blank cell`);
    }
  });
});

describe("a single value of the wrong kind", () => {
  test.each(named(filled.filter(({ kind, arg }) => kind === "value" && arg.shape === "scalar")))("%s", (_, { def, arg, i }) => {
    const answer = told(ask(def, put(good(def), i, true)));
    // a milestone may be TRUE, and so may nothing else
    expect(answer).toMatch(new RegExp(`^#VALUE! ${arg.key}: found TRUE; expected `));
  });
});

// DATA_CHECK tells rows of the range: a header moves them.
describe("a header, and a million blank rows below", () => {
  const withHeader = (def: FunctionDef): Args => good(def).map((value, k) => (columns.some((place) => place.def === def && place.i === k) ? [["Header"], ...(value as unknown[][])] : value));
  const seen = catalogue.filter((def) => def.name !== "DATA_CHECK" && columns.some((place) => place.def === def && (isNumberColumn(place) || isDateColumn(place))));
  test.each(seen.map((def) => [def.name, def] as const))("%s takes a header above numbers or dates", (_, def) => {
    const plain = (ask(def, good(def)) as { readonly value: Result }).value;
    const answer = ask(def, withHeader(def));
    expect(answer).toEqual({ value: def.returns.shape === "aligned" ? [[""], ...(plain as unknown[][])] : plain });
  });

  const blank = [null];
  const tall = (grid: readonly (readonly unknown[])[], width = 1): unknown[] => {
    const out = new Array<unknown>(1_048_576).fill(width === 1 ? blank : new Array<null>(width).fill(null));
    grid.forEach((row, r) => { out[r] = row; });
    return out;
  };
  const ranges = catalogue.filter((def) => columns.some((place) => place.def === def) || filled.some((place) => place.def === def && place.kind === "table"));
  test.each(ranges.map((def) => [def.name, def] as const))("%s over whole columns", (_, def) => {
    const plain = (ask(def, good(def)) as { readonly value: Result }).value;
    const args = good(def).map((value, k) => {
      const place = filled.find((each) => each.def === def && each.i === k);
      return isGrid(value) && value.length > 1 && (place?.kind === "column" || place?.kind === "table") ? tall(value, value[0]!.length) : value;
    });
    expect(ask(def, args)).toEqual({ value: plain });
  });
});

describe("names that are words of the language of the program", () => {
  const odd = new Map(Object.entries({ lead: "__proto__", call: "constructor", offer: "toString", won: "hasOwnProperty", lost: "valueOf", price: "__proto__", ads: "constructor", web: "isPrototypeOf" }));
  const renamed = (value: unknown): unknown => (Array.isArray(value) ? value.map(renamed) : typeof value === "string" ? odd.get(value.trim().toLowerCase()) ?? value : value);
  const withNames = catalogue.filter((def) => JSON.stringify(renamed(good(def))) !== JSON.stringify(good(def)));
  test("there are many", () => expect(withNames.length).toBeGreaterThan(14));
  test.each(withNames.map((def) => [def.name, def] as const))("%s", (_, def) => {
    const sorted = (answer: CallResult): unknown => ("value" in answer && Array.isArray(answer.value) ? [...(answer.value as unknown[][])].map((row) => JSON.stringify(renamed(row))).sort() : answer);
    expect(sorted(ask(def, renamed(good(def)) as Args))).toEqual(sorted(ask(def, good(def))));
  });
});

describe("a cell of 32,767 characters", () => {
  const long = "x".repeat(32_767);
  test.each(named(filled))("%s", (_, { def, i }) => {
    for (const language of LANGUAGES) {
      const value = good(def)[i];
      const answer = ask(def, put(good(def), i, isGrid(value) ? withCell(value, value.length - 1, long) : long), language);
      if ("failure" in answer) {
        expect(answer.failure.code).toMatch(/^#(VALUE!|N\/A|DIV\/0!)$/);
        expect(answer.failure.message.length).toBeLessThan(400);
      }
    }
  });
});

describe("numbers that overflow", () => {
  const cells = (result: Result): readonly unknown[] => (Array.isArray(result) ? (result as unknown[][]).flat() : [result]);
  const huge = (value: unknown, by: number): unknown => (Array.isArray(value) ? value.map((each) => huge(each, by)) : typeof value === "number" ? by : value);
  test.each(catalogue.map((def) => [def.name, def] as const))("%s", (_, def) => {
    for (const by of [1e308, -1e308, Number.MAX_SAFE_INTEGER, 5e-324]) {
      for (let i = 0; i <= def.args.length; i += 1) {
        const answer = ask(def, good(def).map((value, k) => (k === i || i === def.args.length ? huge(value, by) : value)));
        if ("failure" in answer) expect(answer.failure.code).toMatch(/^#(VALUE!|N\/A|DIV\/0!)$/);
        else for (const cell of cells(answer.value)) expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
      }
    }
  });
});

describe("an end that has not come", () => {
  const ends = strict.filter((place) => isDateColumn(place) && place.arg.reader.as === "column" && place.arg.reader.column.mayBeBlank);
  test.each(named(ends))("%s: a date from 2050 on is no date, as a blank", (_, place) => {
    const at = (cell: unknown): CallResult => ask(place.def, put(good(place.def), place.i, withCell(good(place.def)[place.i] as unknown[][], 0, cell)));
    for (const open of [OPEN_FROM, 2958465, "9999-12-31", "2050-01-01"]) expect(told(at(open))).toBe(told(at(null)));
  });
});

describe("what is left out, and what is too much", () => {
  test.each(catalogue.map((def) => [def.name, def] as const))("%s", (_, def) => {
    const [required] = def.args.filter(({ optional, reader }) => !optional && !("mayBeBlank" in reader));
    if (required) expect(told(ask(def, def.args.map(() => null)))).toMatch(/^#VALUE! [\w, ]+: nothing was given; (this argument is required|expected at least one)/);
    expect(told(ask(def, [...good(def), ...def.args.map(() => null), 1]))).toMatch(/^#VALUE! Found \d+ arguments; expected at most/);
    const options = def.args.findIndex((arg) => arg.options);
    if (options >= 0) {
      expect(told(ask(def, put(good(def), options, "nonsense=1")))).toMatch(/^#VALUE! options: found the unknown key "nonsense"; expected /);
      expect(told(ask(def, put(good(def), options, "nonsense")))).toMatch(/^#VALUE! options: found "nonsense"; expected key=value/);
    }
  });
});
