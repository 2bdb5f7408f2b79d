/** Notes on cells in the workbench's engine: the undo of the sheet, many of them, and their way into a file and back. */
import type { IWorkbookData } from "@univerjs/core";
import type {} from "@univerjs/sheets-note/facade";
import { bookData } from "../../../src/hosts/workbench/files/book-data";
import { openFile } from "../../../src/hosts/workbench/files/open-file";
import type { OpenedBook, PlainNote } from "../../../src/hosts/workbench/files/plain-book";
import { writeXlsx } from "../../../src/hosts/workbench/files/xlsx-write";
import { mend } from "../../../src/hosts/workbench/notes";
import { planBook } from "../../../src/hosts/workbench/plan-book";
import type { AsyncBook } from "../../../src/plan/book";
import { isInProportion } from "../../rig/best-of";
import { openBook, type HeadlessBook } from "../../rig/univer";
import { bookSheets } from "../../rig/univer-sheets";

let headless: HeadlessBook;
let book: AsyncBook;
let made = 0;

const opened = async (): Promise<void> => {
  headless = await openBook({
    id: `notes${(made += 1)}`, name: "book", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["d", "e"],
    sheets: { d: { id: "d", name: "Data", rowCount: 20, columnCount: 8, cellData: { 0: { 0: { v: "Goal" } }, 1: { 0: { v: 2 } }, 2: { 0: { v: 3 } } } }, e: { id: "e", name: "Other", rowCount: 20, columnCount: 8, cellData: {} } },
  } as unknown as IWorkbookData);
  book = planBook(bookSheets(headless));
};
afterEach(() => headless.close());

const sheet = (name = "Data") => headless.api.getActiveWorkbook()!.getSheetByName(name)!;
const said = (row: number, column: number): string | undefined => sheet().getRange(row, column).getNote()?.note;
const all = () => sheet().getNotes().map(({ row, col, note }) => [row, col, note]);
/** As the box of a note does it: each pause in typing is a step that can be undone. */
const byHand = (row: number, column: number, ...texts: readonly string[]): void => {
  for (const note of texts) headless.api.syncExecuteCommand("sheet.command.update-note", { unitId: headless.id, subUnitId: sheet().getSheetId(), row, col: column, note: { id: sheet().getRange(row, column).getNote()?.id ?? `new${row}`, width: 240, height: 96, note } });
};
const deleteByHand = (row: number, column: number): void => {
  sheet().getRange(row, column).activate();
  headless.api.syncExecuteCommand("sheet.command.delete-note");
};
const put = (row: number, column: number, text: string | null, replaces = false) => book({ kind: "setNotes", notes: [{ sheet: "Data", row, column, text, replaces }] });

describe("undo", () => {
  beforeEach(opened);

  test("notes of the plan are no step of the sheet's undo: it takes back what was typed before them, and they stay", async () => {
    sheet().getRange(1, 0).setValue(7);
    await put(1, 0, "ours");
    await headless.api.getActiveWorkbook()!.undo();
    expect([headless.value("d", 1, 0), said(1, 0)]).toEqual([2, "ours"]);
    await headless.api.getActiveWorkbook()!.redo();
    expect([headless.value("d", 1, 0), said(1, 0)]).toEqual([7, "ours"]);
    await put(1, 0, null, true);
    await headless.api.getActiveWorkbook()!.undo();
    expect([headless.value("d", 1, 0), said(1, 0)]).toEqual([2, undefined]);
  });

  test("deleted rows come back with their notes as they were written last, also one that was shown meanwhile", async () => {
    byHand(1, 0, "", "ask", "ask Anna");
    byHand(2, 0, "", "first");
    sheet().getRange(2, 0).activate();
    headless.api.syncExecuteCommand("sheet.command.toggle-note-popup");
    byHand(2, 0, "second");
    sheet().deleteRows(1, 2);
    expect(all()).toEqual([]);
    await headless.api.getActiveWorkbook()!.undo();
    expect(all().sort()).toEqual([[1, 0, "ask Anna"], [2, 0, "second"]]);
  });

  test("a note that a person deleted comes back to its cell in place of one that came there since", async () => {
    byHand(1, 0, "mine");
    deleteByHand(1, 0);
    await put(1, 0, "ours");
    await headless.api.getActiveWorkbook()!.undo();
    expect(all()).toEqual([[1, 0, "mine"]]);
  });
});

test("notes leave what is known of the cells as it is", async () => {
  await opened();
  const read = async () => (await book({ kind: "read", sheets: ["Data"] }) as readonly unknown[])[0];
  const before = await read();
  await put(1, 0, "ours");
  expect(await read()).toBe(before);
  sheet().getRange(1, 0).setValue(7);
  expect(await read()).not.toBe(before);
});

test("of many notes that of a cell is looked up", () => {
  const { SheetsNoteModel } = jest.requireActual<typeof import("@univerjs/sheets-note")>("@univerjs/sheets-note");
  const draw = (count: number) => {
    const model = new SheetsNoteModel();
    mend(model);
    for (let row = 0; row < count; row += 1) model.updateNote("book", "sheet", row, 0, { id: `n${row}`, row, col: 0, note: "x", width: 1, height: 1 });
    expect(model.getNote("book", "sheet", { row: count - 1, col: 0 })?.id).toBe(`n${count - 1}`);
    return () => {
      for (let row = 0; row < 2000; row += 1) model.getNote("book", "sheet", { row, col: 1 });
    };
  };
  expect(isInProportion(draw(100), draw(20_000))).toBe(true);
});

test("a note is found where it moved to, and where another stood before", async () => {
  await opened();
  byHand(1, 0, "first");
  byHand(2, 0, "second");
  sheet().insertRows(1, 1);
  expect([1, 2, 3].map((row) => said(row, 0))).toEqual([undefined, "first", "second"]);
  sheet().getRange(2, 0).deleteNote();
  expect([1, 2, 3].map((row) => said(row, 0))).toEqual([undefined, undefined, "second"]);
});

describe("a file", () => {
  const notes: readonly PlainNote[] = [
    { row: 0, column: 0, text: "Anna:\nis it right?", author: "Anna" }, { row: 1, column: 1, text: "=1+1 <b>&amp; «ёлочки»" }, { row: 30, column: 9, text: "on a blank cell, far away" },
  ];
  const read = (bytes: Uint8Array): Promise<OpenedBook> => openFile(bytes, "file", "utf-8", () => {});
  const plain = { sheets: [{ name: "Data", rows: [["a", 1], [2, 3]], styles: [], formulas: [{ row: 1, column: 1, formula: "=A2+1" }], widths: [], merges: [], frozen: { rows: 0, columns: 0 }, hidden: false, notes }], styles: [{}], names: [] };
  const sorted = (found: readonly PlainNote[] = []) => [...found].sort((a, b) => a.row - b.row || a.column - b.column);

  test("keeps the notes with their authors, through the engine too", async () => {
    const first = await read(await writeXlsx(plain));
    expect([sorted(first.sheets[0]!.notes), first.notices]).toEqual([notes, []]);
    headless = await openBook(await bookData(first, "book"));
    sheet().getRange(0, 1).createOrUpdateNote({ id: "", row: 0, col: 1, note: "typed here", width: 240, height: 96 });
    byHand(1, 1, "went on");
    const second = await read(await writeXlsx(headless.plain()));
    expect(sorted(second.sheets[0]!.notes)).toEqual([notes[0], { row: 0, column: 1, text: "typed here" }, { row: 1, column: 1, text: "went on" }, notes[2]]);
    expect(second.sheets[0]!.formulas).toEqual([{ row: 1, column: 1, formula: "=A2+1" }]);
  });

  test("what the plan wrote is known as ours again when the file is opened", async () => {
    await opened();
    await put(2, 3, "Voronka: V01 a\n(Voronka replaces this note.)");
    const { sheets: [first] } = await read(await writeXlsx(headless.plain()));
    expect(first!.notes).toEqual([{ row: 2, column: 3, text: "Voronka: V01 a\n(Voronka replaces this note.)" }]);
  });
});
