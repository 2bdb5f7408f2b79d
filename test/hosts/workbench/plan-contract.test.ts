/** The contract of every store, over the workbench's sheets with the real engine. */
import type { IWorkbookData } from "@univerjs/core";
import type {} from "@univerjs/sheets-note/facade";
import { planBook } from "../../../src/hosts/workbench/plan-book";
import { bookStore } from "../../../src/plan/book-store";
import { memoryOutbox } from "../../../src/plan/outbox";
import { calculatedRow } from "../../../src/plan/plan-formulas";
import { sheetLayouts } from "../../../src/plan/sheet-layout";
import { compactionContract } from "../../plan/compaction-contract";
import { formatsContract } from "../../plan/formats-contract";
import { notesContract } from "../../plan/notes-contract";
import { removedContract } from "../../plan/removed-contract";
import { renamedContract } from "../../plan/renamed-contract";
import { storeContract } from "../../plan/contract";
import { openBook, type HeadlessBook } from "../../rig/univer";
import { bookSheets } from "../../rig/univer-sheets";

let open: HeadlessBook | null = null;
let made = 0;
afterEach(() => {
  open?.close();
  open = null;
});

const newBook = async () => {
  open = await openBook({ id: `contract${(made += 1)}`, name: "book", appVersion: "0.25.1", locale: "enUS", styles: {}, sheetOrder: ["d"], sheets: { d: { id: "d", name: "Data", rowCount: 20, columnCount: 8, cellData: {} } } } as unknown as IWorkbookData);
  return planBook(bookSheets(open));
};

storeContract(async () => {
  const book = await newBook();
  return (client) => bookStore({
    client, author: client, shared: false, layouts: sheetLayouts, calculated: calculatedRow, book, outbox: memoryOutbox(),
    now: () => "2026-11-25T10:00:00Z", random: () => `q${(made += 1)}`,
  });
});

compactionContract(newBook);
removedContract(newBook);
formatsContract(async () => ({
  book: await newBook(),
  format: (sheet, row, column) => open!.api.getActiveWorkbook()!.getSheetByName(sheet)!.getSheet().getComposedCellStyle(row, column).n?.pattern,
}));
renamedContract(newBook);

/** A sheet that is protected lets nobody edit, not even who protected it. */
describe("with notes", () => {
  const sheetOf = (name: string) => open!.api.getActiveWorkbook()!.getSheetByName(name)!;
  notesContract(async () => ({
    book: await newBook(),
    note: (sheet, row, column) => sheetOf(sheet).getRange(row, column).getNote()?.note,
    write: (sheet, row, column, text) => void sheetOf(sheet).getRange(row, column).createOrUpdateNote({ id: "", row, col: column, note: text, width: 200, height: 100 }),
    protect: async (sheet) => {
      await sheetOf(sheet).getWorksheetPermission().protect();
      await sheetOf(sheet).getWorksheetPermission().setReadOnly();
    },
  }));
});
