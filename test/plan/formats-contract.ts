/** How numbers look whose unit is that of their goal, over any workbook: run over memory here, over the real programs elsewhere. */
import { bookStore } from "../../src/plan/book-store";
import type { AsyncBook, SheetContent } from "../../src/plan/book";
import { memoryOutbox } from "../../src/plan/outbox";
import { calculatedRow } from "../../src/plan/plan-formulas";
import { sheetLayouts } from "../../src/plan/sheet-layout";
import { TABLES, type TableKey } from "../../src/plan/tables";
import type { TableDef } from "../../src/plan/schema";
import type { PlanStore } from "../../src/plan/store";

export type FormattedBook = {
  readonly book: AsyncBook;
  /** The number format of a cell; rows and columns from 0. General, or nothing, where it has none. */
  readonly format: (sheet: string, row: number, column: number) => string | undefined;
};

let made = 0;
const GOALS = ["baseline", "target", "target_max", "commit", "stretch", "actual", "expected", "gap", "forecast"];
const all = (format: string, calculated = format): readonly string[] => GOALS.map((field) => (["expected", "gap", "forecast"].includes(field) ? calculated : format));

/** @param shared all write into one lane */
export function formatsContract(makeBook: () => Promise<FormattedBook>, shared = false): void {
  const open = ({ book }: FormattedBook): PlanStore => bookStore({
    client: "anna", author: "anna", shared, layouts: sheetLayouts, calculated: calculatedRow, book, outbox: memoryOutbox(),
    now: () => "2026-11-26T06:00:00Z", random: () => `f${(made += 1)}`,
  });
  const columnOf = (table: TableKey, field: string): number => (TABLES[table] as TableDef).columns.findIndex((each) => each.field === field);
  const formats = ({ format }: FormattedBook, table: TableKey, row: number, fields: readonly string[]): readonly string[] => fields.map((field) => format(TABLES[table].sheet.en, row, columnOf(table, field)) ?? "General");
  const set = ({ book }: FormattedBook, table: TableKey, row: number, cells: Readonly<Record<string, string | number | null>>, format?: string) =>
    book({ kind: "batch", commands: Object.entries(cells).map(([field, cell]) => ({ kind: "set", sheet: TABLES[table].sheet.en, row, column: columnOf(table, field), cells: [[format === undefined ? cell : undefined]], ...(format !== undefined && { formats: [[format]] }) })) });
  const column = async ({ book }: FormattedBook, table: TableKey, field: string) => ((await book({ kind: "read", sheets: [TABLES[table].sheet.en] })) as readonly SheetContent[])[0]!.values.map((cells) => cells[columnOf(table, field)]);
  const goal = (row: string, unit: string, target: number) => ({ kind: "create", table: "goals", row, fields: { name: row, type: "increase", unit, baseline: 0, target, weight: 0.5, start: 46204, end: 46295, owner: "Anna" } }) as const;
  const checkIn = (row: string, of: string, amount: number) => ({ kind: "check-in", row, fields: { goal: of, date: 46234, value: amount, expected_then: amount } }) as const;

  async function begun() {
    const book = await makeBook();
    const store = open(book);
    await store.start("en", [goal("win", "%", 0.357), goal("revenue", "money", 30776), goal("cycle", "days", 12.5), checkIn("k1", "revenue", 12000), checkIn("k2", "win", 0.3), checkIn("k3", "cycle", 14)], () => undefined, { cancelled: false });
    await store.load();
    return { book, store };
  }

  test("each goal and each check-in looks as its unit asks for, and stays the number it is", async () => {
    const { book } = await begun();
    expect([1, 2, 3].map((row) => formats(book, "goals", row, GOALS))).toEqual([all("0.0%"), all("#,##0"), all("General", "#,##0.0")]);
    expect([1, 2, 3].map((row) => formats(book, "checkins", row, ["value", "expected_then"]))).toEqual([["#,##0", "#,##0"], ["0.0%", "0.0%"], ["General", "#,##0.0"]]);
    expect(formats(book, "goals", 1, ["name", "unit", "weight", "confidence"])).toEqual(["General", "General", "General", "General"]);
    expect([await column(book, "goals", "target"), await column(book, "checkins", "value")]).toEqual([["Target", 0.357, 30776, 12.5], ["Value", 12000, 0.3, 14]]);
  });

  test("a format that a person has chosen stays, whatever is written into the row later; a new unit brings its own, to check-ins too", async () => {
    const { book, store } = await begun();
    await set(book, "goals", 1, { target: null, gap: null }, "0.00");
    await set(book, "checkins", 2, { value: null }, "0.00");
    await store.save([{ kind: "update", table: "goals", row: "win", fields: { name: "Win rate", target: 0.4, actual: 0.31 } }, checkIn("k4", "win", 0.31), { kind: "update", table: "checkins", row: "k2", fields: { value: 0.32 } }]);
    await open(book).load();
    expect(formats(book, "goals", 1, ["baseline", "target", "gap"])).toEqual(["0.0%", "0.00", "0.00"]);
    expect([2, 4].map((row) => formats(book, "checkins", row, ["value", "expected_then"]))).toEqual([["0.00", "0.0%"], ["0.0%", "0.0%"]]);
    await store.save([{ kind: "update", table: "goals", row: "win", fields: { unit: "pcs", target: 40 } }]);
    expect(formats(book, "goals", 1, GOALS)).toEqual(all("General", "#,##0.0"));
    expect([1, 2, 3, 4].map((row) => formats(book, "checkins", row, ["value", "expected_then"]))).toEqual([["#,##0", "#,##0"], ["General", "#,##0.0"], ["General", "#,##0.0"], ["General", "#,##0.0"]]);
  });

  test("rows typed by hand get theirs when they get their ids, and a unit typed by hand brings its own", async () => {
    const { book, store } = await begun();
    await set(book, "goals", 4, { name: "Share", unit: "%", target: 0.2 });
    await set(book, "checkins", 4, { goal: "Share", date: 46234, value: 0.1 });
    await set(book, "goals", 3, { unit: "%" });
    await store.load();
    expect([3, 4].map((row) => formats(book, "goals", row, GOALS))).toEqual([all("0.0%"), all("0.0%")]);
    expect([3, 4].map((row) => formats(book, "checkins", row, ["value", "expected_then"]))).toEqual([["0.0%", "0.0%"], ["0.0%", "0.0%"]]);
  });

  test("formats go with their rows, and a row below others has its own", async () => {
    const { book, store } = await begun();
    await store.save([{ kind: "delete", table: "goals", row: "win" }]);
    await store.save([goal("share", "%", 0.1), goal("points", "points", 50)]);
    const names = await column(book, "goals", "name");
    expect(["revenue", "cycle", "share", "points"].map((name) => formats(book, "goals", names.indexOf(name), GOALS))).toEqual([all("#,##0"), all("General", "#,##0.0"), all("0.0%"), all("General", "#,##0.0")]);
  });
}
