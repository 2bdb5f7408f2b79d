/** Reads and writes files beside the page, so that the page stays responsive. */
import type { Encoding } from "./decode";
import { FileError, type FileProblem } from "./file-error";
import { openFile } from "./open-file";
import type { OpenedBook, PlainBook } from "./plain-book";
import { writeXlsx } from "./xlsx-write";

export type Job =
  | { readonly kind: "open"; readonly bytes: Uint8Array; readonly sheetName: string; readonly encoding: Encoding }
  | { readonly kind: "save"; readonly book: PlainBook };
export type Answer =
  | { readonly kind: "progress"; readonly rows: number }
  | { readonly kind: "opened"; readonly book: OpenedBook }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  | { readonly kind: "problem"; readonly problem: FileProblem };

async function work(job: Job, progress: (rows: number) => void): Promise<Answer> {
  try {
    if (job.kind === "save") return { kind: "saved", bytes: await writeXlsx(job.book) };
    return { kind: "opened", book: await openFile(job.bytes, job.sheetName, job.encoding, progress) };
  } catch (error) {
    return { kind: "problem", problem: error instanceof FileError ? error.problem : { code: "unreadable" } };
  }
}

const post = (answer: Answer) => self.postMessage(answer);
self.onmessage = ({ data }: MessageEvent<Job>) => void work(data, (rows) => post({ kind: "progress", rows })).then(post);
