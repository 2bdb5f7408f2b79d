/** The workbook in Excel as the store of the plan sees it: whole sheets read, cells written by address. */
import { BookFailure, CHANGED, type AsyncBook, type BookAnswer, type BookRequest } from "../../plan/book";
import { bookFailure, codeOf } from "./plan-failures";
import { knownSheets } from "./plan-known";
import { readNotes, writeNotes } from "./plan-notes";
import { addPage } from "./plan-page";
import { readSheets } from "./plan-read";
import { patiently, run, untilEntered } from "./plan-run";
import { writeBatch } from "./plan-write";

/** Told before and after each writing, so that Excel's own events about it can be told from those of people. */
export type Writing = (isOn: boolean) => void;

export function excelBook(writing: Writing = () => undefined): AsyncBook {
  /** Until Excel says that it cannot: several exchanges are one step of its undo. */
  let mergesUndo = Office.context.requirements.isSetSupported("ExcelApi", "1.20");
  let isChecked = false;
  const known = knownSheets();

  const write = async (commands: Extract<BookRequest, { kind: "batch" }>["commands"]): Promise<void> => {
    // Only what can be done twice: where the undo is refused, it is done again without it.
    const merges = mergesUndo && commands.every(({ kind }) => kind === "set");
    // What waits for the end of an entry goes over that entry: it is refused instead, and what was typed is looked at.
    const waits = !commands.some(known.isOver);
    try {
      await run((context) => writeBatch(context, commands, merges, known), waits, merges);
    } catch (error) {
      if (!waits && bookFailure(error).kind === "editing") {
        await untilEntered();
        throw new BookFailure("editing", bookFailure(error).sheet, null, CHANGED);
      }
      if (!merges || codeOf(error) !== "UndoNotSupported") throw error;
      mergesUndo = false;
      await write(commands);
    }
  };

  const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
    writing(true);
    try {
      return await work();
    } finally {
      writing(false);
    }
  };

  const answer = async (request: BookRequest, told?: Parameters<AsyncBook>[1]): Promise<BookAnswer> => {
    if (!isChecked && (request.kind === "batch" || request.kind === "addPage" || (request.kind === "read" && request.sheets.length > 0))) {
      isChecked = await run(checkDates);
    }
    switch (request.kind) {
      case "read":
        return patiently(() => run(async (context) => {
          const contents = await readSheets(context, request.sheets, request.from ?? [], (done, of) => told?.({ step: "read", done, of }));
          request.sheets.forEach((sheet, i) => known.remember(sheet, contents[i] ?? null));
          return contents;
        }));
      case "sheets":
        return patiently(() => run(async (context) => {
          const { worksheets } = context.workbook;
          worksheets.load("items/name");
          await context.sync();
          return worksheets.items.map(({ name }) => name);
        }));
      case "tables":
        return patiently(() => run(async (context) => {
          const { tables } = context.workbook;
          tables.load("items/name, items/worksheet/name");
          await context.sync();
          return tables.items.map(({ name, worksheet }) => ({ name, sheet: worksheet.name }));
        }));
      case "batch":
        return quietly(async () => {
          await write(request.commands);
          return null;
        });
      case "addPage":
        return quietly(() => run((context) => addPage(context, request.page)));
      case "notes":
        return patiently(() => run((context) => readNotes(context, request.sheets)));
      case "setNotes":
        return quietly(() => run((context) => writeNotes(context, request.notes)));
    }
  };
  return async (request, told) => {
    try {
      return await answer(request, told);
    } catch (error) {
      throw bookFailure(error);
    }
  };
}

/** Excel does not tell its date system; the first day of one system has another number in the other. @returns whether it is known */
async function checkDates(context: Excel.RequestContext): Promise<boolean> {
  const day = context.workbook.functions.date(1904, 1, 1).load("value");
  try {
    await context.sync();
  } catch {
    return false; // It does not calculate now: until it does, it is taken for what nearly every workbook is.
  }
  if (day.value === 0) throw new BookFailure("dates1904");
  return true;
}
