/** @jest-environment jsdom */
/** The contract of every store, over Excel through the genuine office.js. */
import { excelBook } from "../../../src/hosts/excel/plan-book";
import { excelPlan } from "../../../src/hosts/excel/plan";
import { lettersOf } from "../../../src/plan/project";
import type { PlanStore } from "../../../src/plan/store";
import { compactionContract } from "../../plan/compaction-contract";
import { formatsContract } from "../../plan/formats-contract";
import { notesContract } from "../../plan/notes-contract";
import { removedContract } from "../../plan/removed-contract";
import { renamedContract } from "../../plan/renamed-contract";
import { storeContract } from "../../plan/contract";
import { loadOffice, type OfficeInJest } from "../../rig/excel/office-in-jest";

let office: OfficeInJest;
beforeAll(() => {
  office = loadOffice({ displayLanguage: "en-US", contentLanguage: "en-US", apiVersion: "1.17" });
});

describe.each([["1.17", true], ["1.17", false], ["1.12", true]])("ExcelApi %s, where tables grow by themselves: %s", (apiVersion, expands) => {
  beforeEach(() => office.setApi(apiVersion));
  storeContract(async () => {
    localStorage.clear();
    office.freshWorkbook().workbook.Tables.expands = expands;
    const people = new Map<string, PlanStore>();
    for (const name of ["anna", "boris"]) people.set(name, await excelPlan(name));
    return (client) => people.get(client)!;
  });
  const newBook = () => {
    office.freshWorkbook().workbook.Tables.expands = expands;
    return Promise.resolve(excelBook());
  };
  compactionContract(newBook);
  removedContract(newBook);
  formatsContract(async () => ({ book: await newBook(), format: (sheet, row, column) => office.host().workbook.Worksheets.items.find(({ Name }) => Name === sheet)!.cell(row, column).format }));
  renamedContract(newBook);
});

describe("ExcelApi 1.18, with notes", () => {
  beforeEach(() => office.setApi("1.18"));
  const sheetOf = (name: string) => office.host().workbook.Worksheets.GetItem(name);
  notesContract(() => {
    office.freshWorkbook();
    return Promise.resolve({
      book: excelBook(),
      note: (sheet, row, column) => sheetOf(sheet).Notes.items.find((each) => each.isAt(row, column))?.Content,
      write: (sheet, row, column, text) => {
        const own = sheetOf(sheet).Notes.items.find((each) => each.isAt(row, column));
        if (own) own.Content = text;
        else sheetOf(sheet).Notes.Add(`${lettersOf(column)}${row + 1}`, text);
      },
      protect: (sheet) => {
        sheetOf(sheet).isProtected = true;
      },
    });
  });
  test("a version without notes does not offer them", async () => {
    office.freshWorkbook();
    expect((await excelPlan("anna")).writeNotes).toBeDefined();
    office.setApi("1.17");
    expect((await excelPlan("anna")).writeNotes).toBeUndefined();
  });
  test("a thread of comments is left alone, and its cell gets no note", async () => {
    office.freshWorkbook();
    const store = await excelPlan("anna");
    const row = store.newRow();
    await store.start("en", [{ kind: "create", table: "goals", row, fields: { name: "CAC" } }], () => undefined, { cancelled: false });
    sheetOf("Goals").Comments.begin("A2", "Why?");
    expect(await store.writeNotes!([{ table: "goals", row, field: null, lines: ["V01 a"] }, { table: "goals", row, field: "name", lines: ["V01 b"] }])).toEqual({ state: "written", written: 1, removed: 0, left: 1, lost: 0 });
    expect(sheetOf("Goals").Notes.items.filter(({ row: at }) => at > 0).map(({ column }) => column)).toEqual([2]);
  });
});
