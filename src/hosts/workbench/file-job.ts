/** One file at a time goes to the worker and back; stopping ends the worker. */
import type { Encoding } from "./files/decode";
import { FileError } from "./files/file-error";
import type { OpenedBook, PlainBook } from "./files/plain-book";
import type { Answer, Job } from "./files/worker";

export type Running<T> = { readonly done: Promise<T>; readonly stop: () => void };

export class Stopped extends Error {}

export function openInWorker(bytes: Uint8Array, sheetName: string, encoding: Encoding, progress: (rows: number) => void): Running<OpenedBook> {
  return run({ kind: "open", bytes, sheetName, encoding }, (answer) => (answer.kind === "opened" ? answer.book : null), progress);
}

export function saveInWorker(book: PlainBook): Running<Uint8Array> {
  return run({ kind: "save", book }, (answer) => (answer.kind === "saved" ? answer.bytes : null), () => {});
}

function run<T>(job: Job, take: (answer: Answer) => T | null, progress: (rows: number) => void): Running<T> {
  const worker = new Worker(new URL("./files/worker.ts", import.meta.url));
  let stop = () => {};
  const done = new Promise<T>((resolve, reject) => {
    stop = () => reject(new Stopped());
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "progress") return progress(data.rows);
      if (data.kind === "problem") return reject(new FileError(data.problem));
      const taken = take(data);
      if (taken === null) reject(new FileError({ code: "unreadable" }));
      else resolve(taken);
    };
    // Out of memory, or the worker could not be loaded.
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new FileError({ code: "unreadable" }));
    };
    worker.postMessage(job);
  }).finally(() => worker.terminate());
  return { done, stop: () => stop() };
}
