/** @jest-environment jsdom */
/** The contract of every store, over Excel through the genuine office.js. */
import { excelBook } from "../../../src/hosts/excel/plan-book";
import { excelPlan } from "../../../src/hosts/excel/plan";
import type { PlanStore } from "../../../src/plan/store";
import { compactionContract } from "../../plan/compaction-contract";
import { formatsContract } from "../../plan/formats-contract";
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
