import { memoryBook } from "../../src/plan/memory-book";
import { rig } from "./book-rig";
import { storeContract } from "./contract";
import { formatsContract } from "./formats-contract";
import { removedContract } from "./removed-contract";
import { renamedContract } from "./renamed-contract";

describe("over a workbook in memory", () => {
  storeContract(() => {
    const book = memoryBook();
    return Promise.resolve((client) => rig(client, book).store);
  });
  formatsContract(() => {
    const { sheets, async: book } = memoryBook();
    return Promise.resolve({ book, format: (sheet, row, column) => sheets.get(sheet)!.formats[row]?.[column] });
  });
  removedContract(() => Promise.resolve(memoryBook().async));
  renamedContract(() => Promise.resolve(memoryBook().async));
});
