/** Problems as notes on cells, over any workbook that has notes: run over memory here, over the real programs elsewhere. */
import { bookStore } from "../../src/plan/book-store";
import type { AsyncBook } from "../../src/plan/book";
import { notesOf, type CellNote } from "../../src/plan/notes";
import { memoryOutbox } from "../../src/plan/outbox";
import { problemsOf } from "../../src/plan/problems";
import { sheetLayouts } from "../../src/plan/sheet-layout";
import { TABLES, type TableKey } from "../../src/plan/tables";
import type { TableDef } from "../../src/plan/schema";
import type { Language } from "../../src/plan/words";

export type NotedBook = {
  readonly book: AsyncBook;
  /** The note of a cell; rows and columns from 0. */
  readonly note: (sheet: string, row: number, column: number) => string | undefined;
  /** A person writes a note, over one that stands there. */
  readonly write: (sheet: string, row: number, column: number, text: string) => void;
  readonly protect: (sheet: string) => void | Promise<void>;
};

let made = 0;
const column = (table: TableKey, field: string): number => (TABLES[table] as TableDef).columns.findIndex((each) => each.field === field);

/** @param shared all write into one lane */
export function notesContract(makeBook: () => Promise<NotedBook>, shared = false): void {
  async function begun(language: Language = "en") {
    const noted = await makeBook();
    const store = bookStore({
      client: "anna", author: "anna", shared, layouts: sheetLayouts, calculated: null, book: noted.book, outbox: memoryOutbox(), hasNotes: true,
      now: () => "2026-11-26T06:00:00Z", random: () => `n${(made += 1)}`,
    });
    const goal = (row: string, owner: string | null) => ({ kind: "create", table: "goals", row, fields: { name: row, type: "increase", unit: "pcs", baseline: 0, target: 5, accumulate: "sum", start: 46204, end: 46295, ...(owner !== null && { owner }) } }) as const;
    await store.start(language, [
      { kind: "create", table: "cycles", row: "c", fields: { cycle_id: "2026-Q3", start: 46204, end: 46295, phase: "plan", cadence: "week", pace_by: "calendar", status: "active" } },
      goal("first", null), goal("second", "Anna"), goal("third", null),
    ], () => undefined, { cancelled: false });
    await store.load();
    const sheet = TABLES.goals.sheet[language];
    return {
      ...noted, store, sheet,
      at: (row: number, field: string, table: TableKey = "goals") => noted.note(TABLES[table].sheet[language], row, column(table, field)),
      byHand: (row: number, field: string, text: string) => noted.write(sheet, row, column("goals", field), text),
      put: (notes: readonly CellNote[]) => store.writeNotes!(notes),
    };
  }
  const note = (row: string, field: string | null, ...lines: readonly string[]): CellNote => ({ table: "goals", row, field, lines });
  const all = (...lines: readonly string[]) => ["Voronka: " + lines[0]!, ...lines.slice(1), "(Voronka replaces this note.)"].join("\n");
  const result = (written: number, removed = 0, left = 0, lost = 0) => ({ state: "written", written, removed, left, lost });

  test.each(["en", "ru"] as const)("what the checks say stands on the cells they speak of (%s)", async (language) => {
    const { store, at, put } = await begun(language);
    const { plan } = (await store.load())!;
    const problems = problemsOf(plan, { today: 46234 });
    const notes = notesOf(problems, language);
    expect(notes.length).toBeGreaterThan(2);
    expect(await put(notes)).toEqual(result(notes.length));
    const said = problems.find(({ table, row, field, level }) => table === "goals" && row === "first" && field === "owner" && level !== "info")!;
    expect(at(1, "owner")).toContain(`${said.code} ${said.sentence[language]}`);
    expect(at(1, "owner")).toMatch(language === "en" ? /^Voronka: V.*\n\(Voronka replaces this note\.\)$/s : /^Voronka: V.*\n\(Воронка заменяет это примечание\.\)$/s);
    expect(at(2, "owner")).toBeUndefined();
  });

  test("written again they are replaced, and those whose problem is gone go; without any only ours go", async () => {
    const { at, put } = await begun();
    expect(await put([note("first", "owner", "V01 a"), note("second", "target", "V02 b", "V03 c"), note("third", null, "V04 d")])).toEqual(result(3));
    expect([at(1, "owner"), at(2, "target"), at(3, "goal_id")]).toEqual([all("V01 a"), all("V02 b", "V03 c"), all("V04 d")]);
    expect(await put([note("first", "owner", "V01 again"), note("second", "target", "V02 b", "V03 c"), note("second", "name", "V05 e")])).toEqual(result(3, 1));
    expect([at(1, "owner"), at(2, "target"), at(2, "name"), at(3, "goal_id")]).toEqual([all("V01 again"), all("V02 b", "V03 c"), all("V05 e"), undefined]);
    expect(await put([])).toEqual(result(0, 3));
    expect([at(1, "owner"), at(2, "target"), at(2, "name")]).toEqual([undefined, undefined, undefined]);
    expect(await put([])).toEqual(result(0));
  });

  test("a note of a person is neither written over nor removed, nor one of ours that he went on with", async () => {
    const { at, put, byHand, note: read, sheet } = await begun();
    const hint = read(sheet, 0, column("goals", "owner"));
    byHand(1, "owner", "Anna asks him");
    byHand(3, "owner", "Voronka: is it right?");
    expect(await put([note("first", "owner", "V01 a"), note("second", "owner", "V01 b"), note("third", "owner", "V01 c")])).toEqual(result(1, 0, 2));
    byHand(2, "owner", `${all("V01 b")}\nI have asked him.`);
    expect(await put([note("second", "owner", "V01 b")])).toEqual(result(0, 0, 1));
    expect(await put([])).toEqual(result(0));
    expect([at(1, "owner"), at(2, "owner"), at(3, "owner")]).toEqual(["Anna asks him", `${all("V01 b")}\nI have asked him.`, "Voronka: is it right?"]);
    expect(read(sheet, 0, column("goals", "owner"))).toBe(hint);
  });

  test("a cell is found where its row stands now; of a row that is not there it is told", async () => {
    const { store, at, put } = await begun();
    await put([note("third", "owner", "V01 c")]);
    await store.save([{ kind: "delete", table: "goals", row: "first" }]);
    expect(await put([note("third", "owner", "V01 new"), note("first", "owner", "V01 a")])).toEqual(result(1, 0, 0, 1));
    expect([at(1, "owner"), at(2, "owner"), at(3, "owner")]).toEqual([undefined, all("V01 new"), undefined]);
  });

  test("a protected sheet is told as a sentence, and what a person wrote is still there", async () => {
    const { put, protect, sheet, byHand, at } = await begun();
    byHand(1, "name", "mine");
    await protect(sheet);
    expect(await put([note("first", "owner", "V01 a")])).toMatchObject({ state: "refused", reason: { en: expect.stringMatching(/protected/) as string, ru: expect.stringMatching(/под защитой/) as string } });
    expect(at(1, "name")).toBe("mine");
  });
}
