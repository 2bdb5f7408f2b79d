/** The tables of the plan, functions.md 11.1, sentence by sentence. */
import { call } from "../../src/catalogue/call";
import { plainCells } from "../../src/catalogue/grid";
import { findFunction } from "../../src/catalogue/index";
import { CODE_WORDS, codeOfWord, entriesOf } from "../../src/plan/code-words";
import { CHECKIN_HEADERS as CHECKINS, GOAL_HEADERS as GOALS } from "../../src/plan/read-headers";
import { failureOf, run, valueOf } from "./run";

type Rows = readonly (readonly unknown[])[];
const NA = { error: "#N/A" };
const REF = { error: "#REF!" };
const HEADER = ["ID", "Goal", "Type", "Baseline", "Target", "Upper limit", "Accumulates", "Start", "Due", "Expected path", "Pace by", "Owner", "Weight", "Actual", "As of", "Status"];
type Row = Partial<Record<(typeof HEADER)[number], unknown>>;
const G5: Row = { ID: "G-005", Goal: "CAC", Baseline: 70000, Target: 60000, Actual: 66000, Start: "2026-07-01", Due: "2026-09-30", "As of": "2026-07-31" };
const G6: Row = { ID: "G-006", Goal: "Sales volume", Type: "Increase", Target: 100, Accumulates: "Sum", Actual: 40, Start: "2026-07-01", Due: "2026-09-30", "As of": "2026-07-31", Owner: "Anna" };
/** A table of these goals; `header` may name other columns, in another order. */
const goals = (rows: readonly Row[], header: readonly string[] = HEADER): Rows => [header, ...rows.map((row) => header.map((name) => row[name] ?? null))];
const TABLE = goals([G5, G6]);
const of = (field: string, row: Row, ...more: unknown[]) => valueOf("GOAL_VALUE", row.ID, goals([row]), field, ...more);
const failing = (field: string, row: Row, ...more: unknown[]) => failureOf("GOAL_VALUE", row.ID, goals([row]), field, ...more);
const TAU = 23 / 66;

describe("columns are found by their header", () => {
  const minimal = (target: string, ...others: string[]): Rows => [["ID", "Goal", "Baseline", "Actual", target, ...others], ["G-005", "CAC", 70000, 66000, 60000, ...others.map(() => 1)]];
  test.each(["Target", " target", "TAR GET", "Tar\u00a0get\n", "План", "пЛАН", "Plan", "Целевое значение", "целевоезначение", "Target\u200bvalue"])("the header %j", (header) => {
    expect(valueOf("GOAL_VALUE", "G-005", minimal(header))).toBe(0.4);
  });
  test("in any place and order, other columns are ignored", () => {
    expect(valueOf("GOAL_VALUE", "G-005", [["Note", "Actual", "x", "План", "База", "Код", ""], [NA, 66000, null, 60000, 70000, "G-005", NA]])).toBe(0.4);
  });
  describe("every header", () => {
    const each = (table: Readonly<Record<string, string>>) => Object.entries(table).flatMap(([key, headers]) => headers.split(/[;|]/).map((header) => [key, header] as const));
    test.each(each(GOALS))("goals, %s: %s", (key, header) => {
      const columns: Record<string, string> = { id: "ID", goal: "Goal", type: "Type", baseline: "Baseline", target: "Target", upper: "Upper limit", accumulates: "Accumulates", start: "Start", due: "Due", path: "Expected path", paceBy: "Pace by", owner: "Owner", weight: "Weight", actual: "Actual", asOf: "As of", status: "Status" };
      const row: Row = { ...G6, Type: "Keep within", "Upper limit": 5, Accumulates: "Sum", Weight: 2 };
      const asked: Record<string, readonly [string, Row, unknown]> = {
        id: ["actual", G6, 40], goal: ["actual", { ...G6, ID: null }, 40], type: ["progress", { ...row, "Upper limit": null }, 0], baseline: ["baseline", { ...G6, Baseline: 7 }, 7], target: ["target", G6, 100],
        upper: ["progress", { ...row, "Upper limit": 110, Actual: 108 }, 1], accumulates: ["forecast", { ...G6, Accumulates: "last" }, 40], start: ["gap", { ...G6, Start: "2026-07-31", Due: "2026-07-31" }, -60], due: ["due", G6, 46295],
        path: ["gap", { ...G6, "Expected path": "From the start" }, -60], paceBy: ["expected", { ...G6, "Pace by": "Calendar", Due: "2026-08-31" }, 50], owner: ["owner", G6, "Anna"], weight: ["weight", row, 2], actual: ["actual", G6, 40],
        asOf: ["expected", { ...G6, "As of": "2026-09-30" }, 100], status: ["status", { ...G6, Status: "Cancelled" }, "cancelled"],
      };
      const [field, cells, result] = asked[key]!;
      const [names, ...rows] = goals([cells]);
      expect(valueOf("GOAL_VALUE", key === "goal" ? "Sales volume" : "G-006", [names!.map((name) => (name === columns[key] ? header : name)), ...rows], field)).toBe(result);
    });
    test.each(each(CHECKINS))("check-ins, %s: %s", (key, header) => {
      const place = ["date", "goal", "value", "valueIs", "confidence", "note", "problem", "next"].indexOf(key);
      const names = ["Date", "Goal", "Value", "Value is", "Confidence", "Note", "Problem", "Next step"].map((name, i) => (i === place ? header : name));
      const table = [names, [46010, "a", 4, "for the period", 3, "n", "p", "s"], [46011, "a", 5, "for the period", 7, "n", "p", "s"]];
      expect(["value", "date", "confidence", "note"].map((field) => valueOf("LATEST_CHECKIN", "a", table, null, field))).toEqual([9, 46011, 7, "n; p; s"]);
    });
  });
  test("the kind of dash does not matter", () => {
    for (const dash of ["-", "‐", "‑", "‒", "–", "—", "―", "−", "﹘", "﹣", "－"]) {
      expect(valueOf("LATEST_CHECKIN", "a", [["Date", "Goal", "Value", `Confidence 0${dash}10`], ["2026-07-10", "a", 1, 7]], null, "confidence")).toBe(7);
    }
    expect(failureOf("LATEST_CHECKIN", "a", [["Date", "Goal", "Value", "Confidence 010"], ["2026-07-10", "a", 1, 7]], null, "confidence")).toMatch(/Confidence or Уверенность/);
  });
  test("ё is е", () => expect(valueOf("GOAL_VALUE", "a", [["Цель", "Ответственный"], ["a", "Пётр"]], "owner")).toBe("Пётр"));
  test("a main header beats a synonym, wherever it stands", () => {
    expect(valueOf("GOAL_VALUE", "G-005", minimal("Target", "Plan"))).toBe(0.4);
    expect(valueOf("GOAL_VALUE", "G-005", [["ID", "Plan", "Baseline", "Actual", "Target"], ["G-005", 1, 70000, 66000, 60000]])).toBe(0.4);
  });
  test("two equally good headers of a column that is read: both are named", () => {
    expect(failureOf("GOAL_VALUE", "G-005", minimal("Target", "План"))).toBe('#VALUE! goals, row 1: found two columns for Target: "Target", "План"; expected one');
    expect(failureOf("GOAL_VALUE", "G-005", minimal("Plan", "target  VALUE"))).toContain('two columns for Target: "Plan", "target  VALUE"');
    expect(failureOf("GOAL_VALUE", "G-005", minimal("Target", "Target"))).toContain('"Target", "Target"');
    expect(failureOf("GOAL_VALUE", "G-005", minimal("Target", "ID"))).toContain('two columns for ID: "ID", "ID"');
  });
  test("two equally good headers of another column do not matter", () => {
    expect(valueOf("GOAL_VALUE", "G-005", minimal("Target", "Start", "Начало", "Owner", "Owner"))).toBe(0.4);
    expect(valueOf("GOAL_VALUE", "G-005", minimal("Target", "Status", "Status"))).toBe(0.4);
  });
  test("a missing column is named in both languages", () => {
    const table = goals([G5], HEADER.filter((name) => name !== "Actual"));
    expect(failureOf("GOAL_VALUE", "G-005", table)).toBe("#VALUE! goals, row 1: found no such column; expected the header Actual or Факт");
    expect(run("GOAL_VALUE", ["G-005", table], "ru")).toEqual({ failure: { code: "#VALUE!", message: "goals, строка 1: нет столбца; нужен заголовок Actual или Факт" } });
    expect(failureOf("GOAL_VALUE", "nobody", table)).toMatch(/^#VALUE! .*Actual/); // bad input before no answer
  });
  test("what each field needs", () => {
    const without = (name: string, field: string, row: Row = G5): string => {
      const answer = run("GOAL_VALUE", [row.ID, goals([row], HEADER.filter((each) => each !== name)), field]);
      return "failure" in answer ? answer.failure.message : "value";
    };
    for (const name of ["Baseline", "Weight", "Owner", "Target", "Due", "Actual"]) expect(without(name, name.toLowerCase())).toContain(`the header ${name}`);
    for (const field of ["expected", "pace", "status", "gap"]) {
      for (const name of ["Start", "Due", "Target"]) expect(without(name, field)).toContain(`the header ${name}`);
      expect(without("Actual", field)).toContain(field === "expected" ? "value" : "the header Actual");
      for (const name of ["Type", "Baseline", "Accumulates", "Expected path", "Pace by", "Status", "Upper limit"]) expect(without(name, field, { ...G6, Type: null })).toBe("value");
      expect(without("Accumulates", field, { ...G6, Type: "Keep at most" })).toContain("the header Accumulates");
      expect(without("As of", field)).toContain("as_of");
    }
    expect(without("Accumulates", "forecast", G6)).toContain("the header Accumulates");
    expect(without("Accumulates", "progress", { ...G6, Type: "Keep at most" })).toBe("value");
    expect(without("Target", "progress", { ...G6, Type: "Milestone" })).toBe("value");
    expect(without("Target", "progress")).toContain("the header Target");
  });
  test("row 1 with neither ID nor Goal is no header row", () => {
    for (const table of [TABLE.slice(1), [["Target"], [1]], [[]], [[null]], "text", 5, [[NA]]]) expect(failureOf("GOAL_VALUE", "G-005", table)).toMatch(/^#VALUE! goals, row 1: found no column ID, Goal or Цель; expected the header row/);
    expect(failureOf("LATEST_CHECKIN", "a", [["Date", "ID", "Value"], [1, 2, 3]])).toMatch(/^#VALUE! checkins, row 1: found no column Goal or Цель; expected the header row/);
    expect(failureOf("GOAL_VALUE", "G-005", null)).toMatch(/^#VALUE! goals: nothing was given/);
  });
  test("one of the two is enough", () => {
    expect(valueOf("GOAL_VALUE", "CAC", goals([G5], HEADER.slice(1)))).toBe(0.4);
    expect(valueOf("GOAL_VALUE", "G-005", goals([G5], HEADER.filter((name) => name !== "Goal")))).toBe(0.4);
  });
});

describe("words in cells", () => {
  test("each word of both languages, compared as names", () => {
    const level = (type: string, actual: number) => of("progress", { ...G6, Type: type, Actual: actual, "Upper limit": 110 });
    for (const word of ["keep ≥", "keep >=", "Keep at least", " НЕ  ниже"]) expect([level(word, 99), level(word, 100), level(word, 111)]).toEqual([0, 1, 1]);
    for (const word of ["keep ≤", "keep <=", "Keep at most", "Не выше"]) expect([level(word, 99), level(word, 100), level(word, 101)]).toEqual([1, 1, 0]);
    for (const word of ["keep within", "В пределах"]) expect([level(word, 99), level(word, 100), level(word, 110), level(word, 111)]).toEqual([0, 1, 1, 0]);
    for (const word of ["increase", "УВЕЛИЧИТЬ"]) expect(level(word, 40)).toBe(0.4);
    for (const word of ["decrease", "Снизить"]) expect(of("progress", { ...G5, Type: word })).toBe(0.4);
    for (const word of ["milestone", "Milestone (yes/no)", "Веха", "веха (да/нет)"]) expect(of("progress", { ...G6, Type: word, Target: null, Actual: "yes" })).toBe(1);
    const forecast = (word: string) => of("forecast", { ...G6, Accumulates: word });
    for (const word of ["sum", "Сумма"]) expect(forecast(word)).toBeCloseTo(40 / TAU, 9);
    for (const word of ["last value", "Last", "Последнее", "Последнее значение", "average", "Среднее", "ratio of sums", "Ratio", "Отношение", "Отношение сумм"]) expect(forecast(word)).toBe(40);
    const expected = (path: string | null, paceBy: string | null) => of("expected", { ...G6, "Expected path": path, "Pace by": paceBy }, null, null, [[1], [1], [1], [1], [1], [1], [0.8], [0.9], [1.3], [1], [1], [1]]);
    for (const word of [null, 0, "linear", "Равномерно"]) for (const by of [null, "", "working", "Working days", "Рабочие", "Рабочие дни"]) expect(expected(word as string, by)).toBeCloseTo(100 * TAU, 9);
    for (const by of ["calendar", "Календарные"]) expect(expected(null, by)).toBeCloseTo((100 * 31) / 92, 9);
    for (const word of ["season", "Сезонность"]) for (const pair of [[null, word], [word, null], [word, "calendar"], ["linear", word]] as const) expect(expected(pair[0], pair[1])).toBeCloseTo(80 / 3, 9);
    for (const word of ["from the start", "С начала периода"]) expect(expected(word, "season")).toBe(100);
    for (const word of ["at the end", "К концу периода"]) expect(expected(word, null)).toBe(0);
  });
  test.each([
    ["progress", "Type", "Grow", "increase, decrease, keep ≥, keep ≤, keep within or milestone"],
    ["forecast", "Accumulates", true, "sum, last value, average or ratio of sums"],
    ["expected", "Expected path", "fast", "linear, season, from the start or at the end"],
    ["expected", "Pace by", 5, "calendar, working or season"],
    ["progress", "Type", "keep", "increase"],
    ["progress", "Type", "constructor", "increase"],
  ])("%s: another word in %s lists the codes", (field, column, word, codes) => {
    expect(failing(field, { ...G6, [column]: word })).toMatch(new RegExp(`^#VALUE! goals, row 2, ${column}: found .*${String(word)}"?; expected ${codes}`, "i"));
  });
  test("every word of a list is its code, in any case, with е for ё", () => {
    for (const words of Object.values(CODE_WORDS)) for (const [code, ...others] of entriesOf(words)) for (const word of others) expect([word, codeOfWord(words, word.toUpperCase().replace(/Ё/g, "Е"))]).toEqual([word, code]);
  });
  test("cancelled, in both languages; no other status is read", () => {
    for (const word of ["Cancelled", "canceled", "Отменена", "Отменено", "Отменён", "отменен"]) expect(of("status", { ...G6, Status: word })).toBe("cancelled");
    expect(run("GOAL_VALUE", ["G-006", goals([{ ...G6, Status: "Отменена" }]), "status"], "ru")).toEqual({ value: "отменена" });
    for (const word of ["done", "Attention", 5, true, NA, null]) expect(of("status", { ...G6, Status: word })).toBe("on plan");
  });
  test("where it says cancelled, nothing else is read", () => {
    expect(valueOf("GOAL_VALUE", "a", [["Goal", "Status", "Type", "Actual"], ["a", "Cancelled", "Grow", NA]], "status")).toBe("cancelled");
    expect(failureOf("GOAL_VALUE", "a", [["Goal", "Status", "Статус"], ["a", "Cancelled", ""]], "status")).toContain("two columns for Status");
    expect(failureOf("GOAL_VALUE", "a", [["ID", "Goal", "Status"], ["x", "a", "Cancelled"], [NA, "b", ""]], "status")).toMatch(/^#N\/A goals, row 3, ID: found #N\/A/);
  });
});

describe("cells that are read", () => {
  test("an error cell elsewhere does not matter", () => {
    const others = goals([{ ...G5, Type: null, Weight: NA, Owner: NA, Status: NA, "Expected path": NA, "Pace by": NA, Accumulates: NA, "Upper limit": NA, Start: NA }, { ...G6, Actual: REF, Target: NA, Type: NA }], [...HEADER, "Note"]);
    expect(valueOf("GOAL_VALUE", "G-005", others)).toBe(0.4);
    expect(valueOf("GOAL_VALUE", "G-005", [[...HEADER, NA], ...TABLE.slice(1)])).toBe(0.4);
  });
  test.each([
    ["progress", "Type"], ["progress", "Baseline"], ["progress", "Target"], ["progress", "Actual"], ["status", "Start"], ["status", "Due"], ["pace", "As of"], ["gap", "Expected path"],
    ["expected", "Pace by"], ["forecast", "Accumulates"], ["owner", "Owner"], ["weight", "Weight"], ["due", "Due"], ["baseline", "Baseline"],
  ])("%s: an error in %s is the result", (field, column) => {
    expect(failing(field, { ...G6, [column]: REF })).toBe(`#REF! goals, row 2, ${column}: found #REF!; expected a value, not an error`);
  });
  test("cells that are not needed are not read", () => {
    expect(of("expected", { ...G6, Actual: NA })).toBeCloseTo(100 * TAU, 9);
    expect(of("pace", { ...G6, "As of": NA }, "2026-07-31")).toBeCloseTo(0.4 / TAU, 9);
    expect(of("gap", { ...G6, Accumulates: NA, "Upper limit": NA, Weight: NA })).toBeCloseTo(40 - 100 * TAU, 9);
    expect(of("gap", { ...G6, "Expected path": "At the end", "Pace by": NA })).toBe(40);
    expect(of("status", { ...G6, Type: "Keep at least", Baseline: NA, Accumulates: NA, "Expected path": NA, "Pace by": NA })).toBe("behind");
    expect(of("status", { ...G6, Type: "Milestone", Baseline: NA, Accumulates: NA, "Expected path": NA, Target: null, Actual: 0 })).toBe("on plan");
    expect(of("forecast", { ...G6, Accumulates: "Average", "Expected path": NA, "Pace by": NA })).toBe(40);
    expect(of("actual", { ...G6, Type: NA, Target: NA })).toBe(40);
    expect(of("target", { ...G6, Type: NA, Actual: NA })).toBe(100);
    expect(failing("expected", { ...G6, Type: "Keep within", "Upper limit": NA })).toMatch(/^#N\/A goals, row 2, Target: a goal to keep within limits has no single expected value/);
  });
  test("an error in any cell of the columns ID and Goal is the result", () => {
    expect(failureOf("GOAL_VALUE", "G-005", goals([G5, { ...G6, ID: NA }]), "owner")).toMatch(/^#N\/A goals, row 3, ID/);
    expect(failureOf("GOAL_VALUE", "G-005", goals([G5, { ...G6, Goal: REF }]))).toMatch(/^#REF! goals, row 3, Goal/);
  });
  test("an error cell wins over every other fault, the upper and the left one first", () => {
    expect(failing("progress", { ...G6, Type: "Grow", Target: "much", Actual: NA })).toMatch(/^#N\/A goals, row 2, Actual/);
    expect(failing("progress", { ...G6, Baseline: REF, Actual: NA })).toMatch(/^#REF! goals, row 2, Baseline/);
    expect(failureOf("GOAL_VALUE", "G-005", goals([{ ...G5, Actual: REF }, { ...G6, ID: NA }]))).toMatch(/^#REF! goals, row 2/);
    expect(failureOf("GOAL_VALUE", "G-005", goals([{ ...G5, Actual: REF }], HEADER.filter((name) => name !== "Target")))).toMatch(/^#REF!/);
    expect(failing("progress", { ...G6, Type: "Grow", Baseline: "0" })).toMatch(/row 2, Type/);
    expect(failing("progress", { ...G6, Target: "much", Actual: "40 days" })).toMatch(/row 2, Target/);
  });
  test("an error cell in another argument is the result", () => {
    expect(failureOf("GOAL_VALUE", REF, TABLE)).toMatch(/^#REF!/);
    expect(failureOf("GOAL_VALUE", "G-005", TABLE, "progress", null, [["2026-07-06"], [NA]])).toMatch(/^#N\/A/);
  });
  test.each([
    ["Actual", "40 days", "a number"], ["Actual", "40", "a number"], ["Actual", true, "a number"], ["Actual", "yes", "a number"], ["Target", "12 mln", "a number"], ["Baseline", false, "a number"],
    ["Start", "01.07.2026", "a date, or a text such as 2026-01-31"], ["Due", "soon", "a date"], ["As of", true, "a date"], ["Due", 5, "a date"],
  ])("%s: %j is refused with its row and header", (column, cell, expected) => {
    const shown = typeof cell === "string" ? `"${cell}"` : String(cell).toUpperCase();
    expect(failureOf("GOAL_VALUE", "G-006", goals([G5, { ...G6, [column]: cell }]), "pace")).toContain(`#VALUE! goals, row 3, ${column}: found ${shown}; expected ${expected}`);
  });
  test("the header is named as written", () => {
    expect(failureOf("GOAL_VALUE", "a", [["Цель", "  ФАКТ "], ["a", "много"]], "actual")).toContain("goals, row 2, ФАКТ: found");
  });
  test("blank cells", () => {
    for (const blank of [null, "", " \u00a0"]) {
      for (const column of ["Target", "Start", "Due"]) expect(failing("pace", { ...G6, [column]: blank })).toBe(`#VALUE! goals, row 2, ${column}: found a blank cell; expected a value`);
      expect(failing("progress", { ...G6, Target: blank })).toMatch(/^#VALUE! goals, row 2, Target: found a blank cell/);
      expect(failing("forecast", { ...G6, Accumulates: blank })).toMatch(/^#VALUE! goals, row 2, Accumulates: found a blank cell/);
      for (const field of ["expected", "pace", "forecast", "gap", "status"]) expect(failing(field, { ...G6, Type: "Не выше", Accumulates: blank })).toMatch(/^#VALUE! goals, row 2, Accumulates: found a blank cell/);
      for (const field of ["actual", "progress", "pace", "forecast", "gap"]) expect(failing(field, { ...G6, Actual: blank })).toBe("#N/A goals, row 2, Actual: there is no value yet");
      for (const field of ["target", "owner", "due"]) expect(failing(field, { ...G6, [`${field[0]!.toUpperCase()}${field.slice(1)}`]: blank })).toMatch(/^#N\/A goals, row 2, .*: there is no value yet/);
      expect(of("weight", { ...G6, Weight: blank })).toBe(1);
      expect(of("baseline", { ...G6, Baseline: blank })).toBe(0);
      expect(of("status", { ...G6, Actual: blank })).toBe("no data");
    }
  });
  test("a 0 where only a date or a text can stand is a blank: hosts deliver blank cells so", () => {
    expect(failing("due", { ...G6, Due: 0 })).toMatch(/^#N\/A/);
    expect(failing("owner", { ...G6, Owner: 0 })).toMatch(/^#N\/A/);
    expect(failing("pace", { ...G6, Start: 0 })).toMatch(/^#VALUE! goals, row 2, Start: found a blank cell/);
    expect(of("progress", { ...G6, Type: 0 })).toBe(0.4);
    expect(of("actual", { ...G6, Actual: 0 })).toBe(0);
  });
});

describe("the goal", () => {
  const named = (...pairs: (readonly [unknown, unknown])[]): Rows => [["ID", "Goal", "Owner"], ...pairs.map(([id, goal], i) => [id, goal, `row ${i + 2}`])];
  const found = (goal: unknown, ...pairs: (readonly [unknown, unknown])[]) => valueOf("GOAL_VALUE", goal, named(...pairs), "owner");
  const missed = (goal: unknown, ...pairs: (readonly [unknown, unknown])[]) => failureOf("GOAL_VALUE", goal, named(...pairs), "owner");
  test("by id, by name, by label, compared as names", () => {
    for (const goal of ["G-005", " g-005", "CAC", "cac ", "G-005 CAC", "g-005\u00a0 anything", "G-005 – x"]) expect(found(goal, ["G-004", "x"], ["G-005", "CAC"])).toBe("row 3");
    expect(found("объем  ПРОДАЖ", ["G-1", "Объём продаж"])).toBe("row 2");
    expect(found("Ц-7 Выручка", ["Ц-7", "Объём"])).toBe("row 2");
    expect(found(17, ["17", "x"])).toBe("row 2");
    expect(found("17", [17, "x"])).toBe("row 2");
  });
  test("the first that hits counts: ids, then names, then the id of the label", () => {
    expect(found("x", ["a", "x"], ["x", "b"])).toBe("row 3");
    expect(found("G-1 x", ["G-1", "a"], ["b", "G-1 x"])).toBe("row 3");
    expect(found("G-1 x", ["G-1", "a"], ["G-1 x", "b"])).toBe("row 3");
  });
  test("a label is letters, a hyphen, digits, and a name", () => {
    for (const goal of ["G-1x a", "G–1 a", "G1 a", "-1 a", "G- a", "1-1 a", "a G-1 b"]) expect(missed(goal, ["G-1", "name"])).toMatch(/^#N\/A goal: no goal named/);
  });
  test("rows with blank ID and Goal, or 0, are no goals", () => {
    expect(missed("0", ["G-1", "a"], [0, 0], [0, null], [null, 0])).toMatch(/nearest: "a"/);
    expect(found("a", [0, "a"])).toBe("row 2");
    expect(missed("a", [null, null], [0, 0])).toBe("#N/A goals: the table names no goal");
    expect(failureOf("GOAL_VALUE", "a", [["ID", "Goal", "Owner"]], "owner")).toBe("#N/A goals: the table names no goal");
    expect(found("true", [true, "true"])).toBe("row 2");
  });
  test("several: id and row of each", () => {
    expect(missed("cac", ["G-1", "CAC"], ["G-2", "x"], ["G-3", "Cac "])).toBe('#N/A goal: "cac" means several goals: "G-1" (row 2), "G-3" (row 4); use the id, which must differ from goal to goal');
    expect(missed("G-1", ["G-1", "a"], ["g-1", "b"])).toContain('"G-1" (row 2), "g-1" (row 3)');
    expect(missed("a", [null, "a"], [7, "a"])).toContain("a blank cell (row 2), 7 (row 3)");
    const many = run("GOAL_VALUE", ["a", named(...Array.from({ length: 12 }, (_, i) => [`G-${i}`, "a"] as const)), "owner"], "ru");
    expect(many).toEqual({ failure: { code: "#N/A", message: expect.stringMatching(/«G-0» \(строка 2\), .*«G-9» \(строка 11\), …; укажите ID/) as string } });
  });
  test("none: the nearest id or name; ties: the upper row, the id first", () => {
    expect(missed("New custmers", ["G-1", "Sales volume"], ["G-2", "New customers"])).toBe('#N/A goal: no goal named "New custmers"; nearest: "New customers"');
    expect(missed("G-3", ["G-1", "G-2"], ["G-4", "x"])).toContain('nearest: "G-1"');
    expect(missed("ab", ["x", "aa"], ["ac", "y"])).toContain('nearest: "aa"');
    expect(missed("ОБЪЕМ", ["x", "объёмы"])).toContain('nearest: "объёмы"');
    expect(missed(18, [17, "x"])).toContain("no goal named 18; nearest: 17");
    expect(missed("marginn", ["\u00a0Margin ", "x"])).toContain('nearest: "Margin"');
  });
  test("blank or no text", () => {
    for (const goal of [null, "", " "]) expect(failureOf("GOAL_VALUE", goal, TABLE)).toMatch(/^#VALUE! goal: nothing was given/);
    expect(failureOf("GOAL_VALUE", true, TABLE)).toMatch(/^#VALUE! goal: found TRUE/);
    expect(failureOf("LATEST_CHECKIN", " ", [["Goal"]])).toMatch(/^#VALUE! goal: nothing was given/);
  });
  test("texts of the table are made harmless in messages", () => expect(missed("\u202eabc", ["\u202eabcd\u0000", "x"])).not.toContain("\u202e"));
});

describe("GOAL_VALUE", () => {
  test("fields that are cells", () => {
    const row = { ...G6, Baseline: 5, Weight: 3 };
    expect(["actual", "target", "baseline", "owner", "weight", "due"].map((field) => of(field, row))).toEqual([40, 100, 5, "Anna", 3, 46295]);
    expect(of("owner", { ...G6, Owner: 17 })).toBe("17");
    expect(of("owner", { ...G6, Owner: " Анна\u00a0" })).toBe("Анна");
    expect(failing("owner", { ...G6, Owner: true })).toMatch(/^#VALUE! goals, row 2, Owner: found TRUE; expected a name/);
  });
  test("a milestone: a blank target is 1, the fact may be yes or no", () => {
    const milestone = { ...G6, Type: "Milestone", Target: null };
    for (const yes of ["yes", "ДА", true, 1]) expect([of("actual", { ...milestone, Actual: yes }), of("progress", { ...milestone, Actual: yes })]).toEqual([1, 1]);
    for (const no of ["No ", "нет", false, 0]) expect([of("actual", { ...milestone, Actual: no }), of("progress", { ...milestone, Actual: no })]).toEqual([0, 0]);
    for (const blank of [null, 0, ""]) expect([of("target", { ...milestone, Target: blank }), of("progress", { ...milestone, Target: blank, Actual: 1 })]).toEqual([1, 1]);
    expect(of("target", { ...G6, Target: 0 })).toBe(0);
    expect(of("progress", { ...milestone, Target: 4, Actual: 1 })).toBe(0.25);
    expect(failing("progress", { ...milestone, Actual: "almost" })).toBe('#VALUE! goals, row 2, Actual: found "almost"; expected a number, or yes or no');
    expect(failing("progress", { ...milestone, Actual: null })).toMatch(/^#N\/A/);
  });
  test("the direction of a goal without a type, and against it", () => {
    expect(of("gap", G5)).toBeCloseTo(70000 - 10000 * TAU - 66000, 6);
    expect(failing("progress", { ...G6, Type: "Decrease" })).toMatch(/^#VALUE! goals, row 2, Target: found 100 with the baseline 0; expected a target on the other side/);
    expect(failing("expected", { ...G6, Type: null, Target: 0 })).toMatch(/^#VALUE! goals, row 2, Target: the target equals the baseline \(0\).*KEEP_RATE/);
    expect(failing("gap", { ...G6, Type: "keep within", "Upper limit": 99 })).toMatch(/^#VALUE! goals, row 2, Upper limit: found 99; expected the target, 100, or more/);
  });
  test("the day: as_of, else the column As of, else bad input", () => {
    expect(of("expected", G6)).toBeCloseTo(100 * TAU, 9);
    expect(of("expected", { ...G6, "As of": "2026-07-31T18:00" })).toBeCloseTo(100 * TAU, 9);
    expect(of("expected", G6, "2026-09-30 10:00")).toBe(100);
    expect(of("expected", G6, "2026-06-30")).toBe(0);
    expect(failing("status", { ...G6, "As of": null })).toMatch(/^#VALUE! as_of: nothing was given, and the goal has no date/);
    expect(failing("pace", { ...G6, Due: "2026-06-30" })).toMatch(/^#VALUE! goals, row 2, Due: found an end before start/);
  });
  test("holidays and season", () => {
    expect(of("expected", G6, null, [["2026-07-06"], ["2026-08-03"]])).toBeCloseTo((100 * 22) / 64, 9);
    expect(failing("expected", { ...G6, "Pace by": "season" })).toMatch(/^#VALUE! season: found 0 numbers; expected 12/);
  });
  test("status in the language of the user", () => {
    expect(run("GOAL_VALUE", ["G-006", goals([{ ...G6, Actual: 1 }]), "status"], "ru")).toEqual({ value: "отстаёт" });
    expect(of("status", { ...G6, Actual: 100 })).toBe("done");
  });
  test("another field lists the fields, and comes before the cells", () => {
    expect(failureOf("GOAL_VALUE", "G-005", goals([{ ...G5, Actual: "x" }]), "plan")).toBe(
      '#VALUE! field: found "plan"; expected progress, actual, target, baseline, expected, pace, forecast, status, gap, owner, due or weight',
    );
  });
  test("whole columns, more cells than any other argument may have, and error cells in rows that are not the goal's", () => {
    const blank = Array(12).fill(null);
    const table = [HEADER.slice(0, 12), ...Array.from({ length: 450_000 }, () => blank)];
    table[300_000] = ["G-7", "x", null, null, 5, NA, null, null, null, null, null, "Olga"];
    table[300_001] = ["G-8", "y", REF, REF, REF, REF, REF, REF, REF, REF, REF, REF];
    expect(valueOf("GOAL_VALUE", "G-7", table, "owner")).toBe("Olga");
  });
});

describe("LATEST_CHECKIN", () => {
  const log = (...rows: readonly unknown[][]): Rows => [["Date", "Goal", "Value", "Value is", "Confidence", "Note", "Problem", "Next step"], ...rows];
  const value = (goal: unknown, rows: readonly unknown[][], ...more: unknown[]) => valueOf("LATEST_CHECKIN", goal, log(...rows), ...more);
  const failed = (goal: unknown, rows: readonly unknown[][], ...more: unknown[]) => failureOf("LATEST_CHECKIN", goal, log(...rows), ...more);

  test("rows of the goal: its text, or a label with it as id or name", () => {
    for (const cell of ["G-2", " g-2", "G-2 New customers", "X-9 G-2"]) expect(value("G-2", [[46010, "G-1", 1], [46011, cell, 5]])).toBe(5);
    for (const cell of ["new CUSTOMERS", "G-2 New customers"]) expect(value("New customers", [[46011, cell, 5]])).toBe(5);
    expect(value("G-2 New customers", [[46011, "g-2 new customers", 5], [46012, "G-2", 6], [46013, "G-2 Other", 7]])).toBe(5);
    expect(value(17, [[46011, "17", 5]])).toBe(5);
  });
  test("a label that stands nowhere: rows with its id, alone or in a label", () => {
    expect(value("G-2 Renamed", [[46011, "G-2", 5], [46012, "G-2 Old name", 6], [46013, "G-3 x", 7]], null, "date")).toBe(46012);
    expect(value("G-2 Renamed", [[46011, "G-2", 5], [46010, "G-2 Old name", 6]])).toBe(5);
  });
  test("one name under several ids", () => {
    const rows = [[46011, "G-2 New customers", 5], [46012, "g-14 new Customers", 6], [46012, "G-2 new customers", 6]];
    expect(failed("New customers", rows)).toBe('#N/A goal: "New customers" means several goals: "G-2", "g-14"; use the id, which must differ from goal to goal');
    expect(value("G-2", rows)).toBe(6);
    expect(value("New customers", [[46011, "G-2 New customers", 5], [46012, "New customers", 6]])).toBe(6);
  });
  test("no row: the nearest Goal cell", () => {
    expect(failed("G-3", [[46011, "Sales", 5], [46012, "G-1", 6]])).toBe('#N/A goal: no goal named "G-3"; nearest: "G-1"');
    expect(failed("G-3", [[46011, null, 5], [46012, 0, 6]])).toBe("#N/A checkins: the table names no goal");
  });
  test("rows without a value are no check-ins yet", () => {
    expect(value("a", [[46011, "a", 5], [46012, "a", null], ["soon", "a", " "], [NA, "a", null]])).toBe(5);
    expect(failed("a", [[46011, "a", null], [null, "a", ""]])).toBe('#N/A checkins: no check-in of "a" has a value yet');
    expect(value("a", [[46011, "a", 0]])).toBe(0);
  });
  test("a blank or bad date beside a value", () => {
    for (const blank of [null, "", 0]) expect(failed("a", [[blank, "a", 5]])).toBe("#VALUE! checkins, row 2, Date: found a blank cell; expected a value");
    expect(failed("a", [[46011, "a", 5], ["10.07.2026", "a", 5]])).toMatch(/^#VALUE! checkins, row 3, Date: found "10.07.2026"; expected a date/);
    expect(failed("a", [[46011, "a", "1,1 mln"]])).toMatch(/^#VALUE! checkins, row 2, Value: found "1,1 mln"; expected a number/);
  });
  test("other goals' cells do not matter, the goal's own do", () => {
    expect(value("a", [[46011, "a", 5], [NA, "b", NA], ["x", "b", "y"], [46012, "b", 7]])).toBe(5);
    expect(failed("a", [[46011, "a", "x"], [46012, "a", NA]])).toMatch(/^#N\/A checkins, row 3, Value/);
    expect(failed("a", [[46011, "a", 5], [46012, NA, 5]])).toMatch(/^#N\/A checkins, row 3, Goal/);
    expect(value("a", [[46011, "a", 5, null, NA, NA], [46012, "a", 6, null, 3, NA]], null, "confidence")).toBe(3);
    expect(failed("a", [[46012, "a", 6, NA]])).toMatch(/^#N\/A checkins, row 2, Value is/);
  });
  test("later than as_of", () => {
    const rows = [[46011, "a", 5], [46013.5, "a", 6], [46014, "a", 7]];
    expect([46011, 46012, 46013, 46014].map((asOf) => value("a", rows, asOf))).toEqual([5, 5, 6, 7]);
    expect(value("a", rows, 46013.25)).toBe(5);
    expect(failed("a", rows, 46010)).toBe('#N/A checkins: the first check-in is of "2025-12-20", later than as_of');
  });
  test("total to date, for this period only, in both languages", () => {
    const sums = (...words: unknown[]) => value("a", words.map((word, i) => [46011 + i, "a", 10 ** i, word]));
    for (const word of ["For this period only", "for the period", "За период", "Только за период"]) {
      expect(sums(word, word, word)).toBe(111);
      for (const total of [null, "", "total to date", "Нарастающим итогом"]) expect([sums(word, total, word), sums(total, word, total), sums(total, word, word)]).toEqual([110, 100, 111]);
    }
    expect(failed("a", [[46011, "a", 5, "sum"]])).toMatch(/^#VALUE! checkins, row 2, Value is: found "sum"; expected total to date or for this period only/);
    expect(value("a", [[46011, "a", 5, "sum"], [46012, "a", 6, "Total to date"]])).toBe(6);
  });
  test("several on one day: the lowest row counts", () => {
    expect(value("a", [[46011.9, "a", 5, "За период"], [46011.1, "a", 6, "За период"], [46010, "a", 7, "За период"]])).toBe(13);
  });
  test("date, confidence and note", () => {
    const rows = [[46011, "a", 5, null, 7, " slow ", "Price", "Call"], [46012.5, "a", 6, null, null, 5, null, "Visit"], [46013, "b", 6, null, 0, null, " ", 0]];
    expect(value("a", rows, null, "date")).toBe(46012);
    expect(value("a", rows, 46011, "confidence")).toBe(7);
    expect(failed("a", rows, null, "confidence")).toBe("#N/A checkins, row 3, Confidence: there is no value yet");
    expect(failed("a", [[46011, "a", 5, null, "high"]], null, "confidence")).toMatch(/^#VALUE! checkins, row 2, Confidence: found "high"/);
    expect(value("b", rows, null, "confidence")).toBe(0);
    expect(value("a", rows, 46011, "note")).toBe("slow; Price; Call");
    expect(value("a", rows, null, "note")).toBe("5; Visit");
    expect(value("b", rows, null, "note")).toBe("");
  });
  test("needed columns", () => {
    const without = (name: string, field: string): string => {
      const [header, ...rows] = log([46011, "a", 5, null, 7, "n", "p", "s"]);
      const kept = header!.flatMap((each, i) => (String(each).match(name) ? [] : [i]));
      const answer = run("LATEST_CHECKIN", ["a", [header!, ...rows].map((row) => kept.map((i) => row[i])), null, field]);
      return "failure" in answer ? `${answer.failure.code} ${answer.failure.message}` : String(answer.value);
    };
    for (const field of ["value", "date", "confidence", "note"]) {
      expect(without("Date", field)).toBe("#VALUE! checkins, row 1: found no such column; expected the header Date or Дата");
      expect(without("^Value$", field)).toContain("the header Value or Значение");
    }
    expect(without("Value is|Confidence|Note", "value")).toBe("5");
    expect(without("Confidence", "confidence")).toContain("the header Confidence or Уверенность");
    expect([without("Note", "note"), without("Note|Problem", "note"), without("Next|Problem", "note")]).toEqual(["p; s", "s", "n"]);
    expect(without("Note|Problem|Next", "note")).toContain("the header Note, Примечание, Problem, Проблема, Next step or Следующий шаг");
  });
});

test("an error cell of a table is handed on with its own code; a plain host knows no other objects", () => {
  expect(call(findFunction("GOAL_VALUE")!, ["a", [["Goal", "Owner"], ["a", { some: "object" }]], "owner"], { language: "en", cells: plainCells })).toEqual({
    failure: { code: "#VALUE!", message: "goals, row 2, Owner: found #VALUE!; expected a value, not an error" },
  });
});
