import type { AsyncBook, SyncBook } from "../../../src/plan/book";
import { compactionContract } from "../../plan/compaction-contract";
import { formatsContract } from "../../plan/formats-contract";
import { notesContract } from "../../plan/notes-contract";
import { removedContract } from "../../plan/removed-contract";
import { renamedContract } from "../../plan/renamed-contract";
import { storeContract } from "../../plan/contract";
import { openPlan, memoryKeeper } from "../../rig/google/plan-store";
import { FakeSheet, fakeSpreadsheet } from "../../rig/google/services";
import type { PlanStore } from "../../../src/plan/store";

describe.each([["en_US", "Etc/UTC"], ["ru_RU", "Europe/Moscow"], ["en_US", "America/New_York"]])("over the built Plan.js in a spreadsheet of %s, %s", (locale, zone) => {
  storeContract(async () => {
    const spreadsheet = fakeSpreadsheet({ locale, zone, sheets: [new FakeSheet("Data")] });
    const people = new Map<string, PlanStore>();
    for (const name of ["anna", "boris"]) people.set(name, (await openPlan(spreadsheet, { keeper: memoryKeeper() })).store);
    return (client) => people.get(client)!;
  }, "shared");
  const newBook = (spreadsheet = fakeSpreadsheet({ locale, zone, sheets: [new FakeSheet("Data")] })): Promise<AsyncBook> => {
    Object.assign(globalThis, spreadsheet.services);
    // Its types are those of Apps Script, which are not those of tests.
    const { planBook } = jest.requireActual<{ readonly planBook: (closed: null) => SyncBook }>("../../../src/hosts/google/plan-book");
    const book = planBook(null);
    return Promise.resolve((request) => Promise.resolve(book(request)));
  };
  compactionContract(() => newBook(), true);
  removedContract(() => newBook(), true);
  formatsContract(async () => {
    const spreadsheet = fakeSpreadsheet({ locale, zone, sheets: [new FakeSheet("Data")] });
    return { book: await newBook(spreadsheet), format: (sheet, row, column) => spreadsheet.sheets.find(({ name }) => name === sheet)?.formats.get(`${row + 1},${column + 1}`) };
  }, true);
  renamedContract(() => newBook(), true);
  notesContract(async () => {
    const spreadsheet = fakeSpreadsheet({ locale, zone, sheets: [new FakeSheet("Data")] });
    const sheetOf = (sheet: string) => spreadsheet.sheets.find(({ name }) => name === sheet)!;
    return {
      book: await newBook(spreadsheet),
      note: (sheet, row, column) => sheetOf(sheet).notes.get(`${row + 1},${column + 1}`),
      write: (sheet, row, column, text) => void sheetOf(sheet).notes.set(`${row + 1},${column + 1}`, text),
      protect: (sheet) => void sheetOf(sheet).protections.push({ block: null, warningOnly: false, canEdit: false }),
    };
  }, true);
});

test("through the built Plan.js: notes are written and removed", async () => {
  const spreadsheet = fakeSpreadsheet({ locale: "en_US", zone: "Etc/UTC", sheets: [new FakeSheet("Data")] });
  const { store } = await openPlan(spreadsheet, { keeper: memoryKeeper() });
  const row = store.newRow();
  await store.start("en", [{ kind: "create", table: "goals", row, fields: { name: "CAC" } }], () => undefined, { cancelled: false });
  const notes = () => [...spreadsheet.sheets.find(({ name }) => name === "Goals")!.notes.values()].filter((text) => text.startsWith("Voronka: "));
  const note = { table: "goals", row, field: "owner", lines: ["V01 Goal G-001 CAC: give it an owner"] } as const;
  expect(await store.writeNotes!([note])).toEqual({ state: "written", written: 1, removed: 0, left: 0, lost: 0 });
  expect(notes()).toEqual(["Voronka: V01 Goal G-001 CAC: give it an owner\n(Voronka replaces this note.)"]);
  expect(await store.writeNotes!([])).toEqual({ state: "written", written: 0, removed: 1, left: 0, lost: 0 });
  expect(notes()).toEqual([]);
});
