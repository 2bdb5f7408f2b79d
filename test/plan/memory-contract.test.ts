import { memoryBook } from "../../src/plan/memory-book";
import { rig } from "./book-rig";
import { storeContract } from "./contract";
import { removedContract } from "./removed-contract";

describe("over a workbook in memory", () => {
  storeContract(() => {
    const book = memoryBook();
    return Promise.resolve((client) => rig(client, book).store);
  });
  removedContract(() => Promise.resolve(memoryBook().async));
});
