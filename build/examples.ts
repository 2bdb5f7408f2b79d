/** Writes the ready sheets of examples/, calculated by the engine of the workbench so that they show their numbers in any program. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { LANGUAGES, type Language } from "../src/catalogue/words";
import { examplePath, READY_SHEETS, type ExampleId } from "../src/hosts/workbench/examples";
import { bookData } from "../src/hosts/workbench/files/book-data";
import { writeXlsx } from "../src/hosts/workbench/files/xlsx-write";
import { openBook } from "../test/rig/univer";
import { EXAMPLE_BOOKS } from "./examples/index";

/** The day up to which the data of the examples go: the same bytes on each run. */
const MODIFIED = new Date(Date.UTC(2026, 9, 31));

/** The bytes that the file should have. */
export async function exampleFile(id: ExampleId, language: Language): Promise<Uint8Array> {
  const engine = await openBook(await bookData(EXAMPLE_BOOKS[id](language), id), { language });
  try {
    return await writeXlsx(engine.plain(), MODIFIED);
  } finally {
    engine.close();
  }
}

async function main(only: readonly string[]): Promise<void> {
  for (const { id } of READY_SHEETS) {
    if (only.length > 0 && !only.includes(id)) continue;
    for (const language of LANGUAGES) {
      const path = examplePath(id, language);
      mkdirSync(dirname(path), { recursive: true });
      const bytes = await exampleFile(id, language);
      writeFileSync(path, bytes);
      console.log(`${path}: ${Math.round(bytes.length / 1024)} KB`);
    }
  }
}

if (process.argv[1]?.endsWith("examples.ts")) void main(process.argv.slice(2));
