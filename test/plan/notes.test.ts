import { notesOf } from "../../src/plan/notes";
import { memoryBook } from "../../src/plan/memory-book";
import { BookFailure } from "../../src/plan/book";
import type { Problem } from "../../src/plan/problems";
import { notesContract } from "./notes-contract";
import { rig } from "./book-rig";

describe("over memory", () => notesContract(() => {
  const book = memoryBook();
  const closed = new Set<string>();
  return Promise.resolve({
    book: (request) => (request.kind === "setNotes" && request.notes.some(({ sheet }) => closed.has(sheet)) ? Promise.reject(new BookFailure("protected", request.notes[0]!.sheet)) : book.async(request)),
    note: (sheet, row, column) => book.sheets.get(sheet)!.notes[row]?.[column],
    write: (sheet, row, column, text) => void ((book.sheets.get(sheet)!.notes[row] ??= [])[column] = text),
    protect: (sheet) => void closed.add(sheet),
  });
}));

const problem = (fields: Partial<Problem>): Problem => ({ code: "V01", level: "error", table: "goals", row: "g", field: "owner", sentence: { en: "en", ru: "ru" }, repairs: [], ...fields });

test("one note for a cell, with all that is wrong there; what is only good to know and what has no row has none", () => {
  expect(notesOf([problem({}), problem({ code: "V02", level: "warn" }), problem({ field: null }), problem({ level: "info" }), problem({ row: null }), problem({ row: "h" })], "ru")).toEqual([
    { table: "goals", row: "g", field: "owner", lines: ["V01 ru", "V02 ru"] }, { table: "goals", row: "g", field: null, lines: ["V01 ru"] }, { table: "goals", row: "h", field: "owner", lines: ["V01 ru"] },
  ]);
});

test("a host without notes does not offer them", () => expect(rig().store.writeNotes).toBeUndefined());
