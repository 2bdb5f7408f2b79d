/**
 * The genuine office.js in jest, without a browser: every Excel.run sends its real batch to a FakeExcel. For test files with
 * `@jest-environment jsdom`; loads in about 0.1 s.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FakeExcel, type Batch } from "./fake-excel";

const OFFICE_JS = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist/excel-web-16.00.debug.js");

/** The office.js of the registry is older than that of Microsoft's server and knows no notes (ExcelApi 1.18): they are asked for in the way of comments, which are as much alike as the types say. */
function addNotes({ Excel, OfficeExtension }: Internals): void {
  Object.defineProperty(Excel.Worksheet.prototype, "notes", {
    get(this: object) {
      return OfficeExtension.BatchApiHelper.createPropertyObject(Excel.CommentCollection, this, "Notes", true, 4);
    },
  });
}

/** Internals of office.js, which its types do not describe. */
type Internals = {
  OSF: { _OfficeAppFactory?: object } | undefined;
  Excel: { Worksheet: { prototype: object }; CommentCollection: object };
  OfficeExtension: {
    BatchApiHelper: { createPropertyObject(type: object, parent: object, name: string, isCollection: boolean, flags: number): object };
    SessionBase: { _overrideSession: object };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: { readonly entries: readonly object[] }): void;
  };
};
const world = globalThis as unknown as Internals;

export type OfficeInJest = {
  /** The workbook of the current test. */
  readonly host: () => FakeExcel;
  /** A new workbook, as if another file had been opened. */
  readonly freshWorkbook: () => FakeExcel;
  /** From now on Excel is of this version of its API. */
  readonly setApi: (version: string) => void;
  /** Whether this Excel can wait for the end of an entry. */
  readonly setWaits: (isOn: boolean) => void;
  /** Excel tells of a change of cells, if anybody listens. Versions before 1.14 tell no trigger. */
  readonly tellChange: (change: { readonly source: "Local" | "Remote"; readonly triggerSource?: "Unknown" | "ThisLocalAddin" }) => void;
};

/** Category of an event of Excel, number of the event "cells of a sheet have changed", and whose it is. */
const [EVENTS, CHANGED, OF_WORKBOOK] = [65_536, 10, "Workbook"];

/** Once per test file. @param context what Office.context tells: it is filled by Excel, not by office.js */
export function loadOffice(context: { readonly displayLanguage: string; readonly contentLanguage: string; readonly apiVersion: string }): OfficeInJest {
  let host = new FakeExcel();
  world.OSF = undefined;
  // office.js is a script for pages, not a module.
  (0, eval)(readFileSync(OFFICE_JS, "utf8"));
  addNotes(world);
  world.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_customData: unknown, flags: number, message: { readonly Body: Batch }) =>
        Promise.resolve({
          HttpStatusCode: 200, ErrorCode: null, ErrorMessage: null, Headers: {},
          // A copy: the arrays of the host must not leak into the pane.
          Body: JSON.parse(JSON.stringify(host.exec(message.Body, flags))) as unknown,
        }),
    }),
    eventRegistration: {},
  };
  world.OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  let { apiVersion } = context;
  let waits = true;
  const told = {
    ...context,
    document: { url: "https://files.test/Book1.xlsx" },
    requirements: {
      // office.js itself asks too, sometimes with a number or without a version.
      isSetSupported: (name: string, version: string | number = "1.1") => {
        const [major = 1, minor = 0] = apiVersion.split(".").map(Number);
        const [wantedMajor = 1, wantedMinor = 0] = String(version).split(".").map(Number);
        return (name === "DelayForCellEdit" && waits) || (name === "ExcelApi" && (wantedMajor < major || (wantedMajor === major && wantedMinor <= minor)));
      },
    },
  };
  const loaded = world as { OSF: { _OfficeAppFactory?: object } };
  loaded.OSF._OfficeAppFactory = { ...loaded.OSF._OfficeAppFactory, getContext: () => told };
  return {
    host: () => host,
    freshWorkbook: () => (host = new FakeExcel()),
    setApi: (version) => void (apiVersion = version),
    setWaits: (isOn) => void (waits = isOn),
    tellChange: (change) => {
      if (!host.workbook.Worksheets.isListening) return;
      world.OfficeExtension._testTriggerRichApiMessageEvent({ entries: [{ messageCategory: EVENTS, messageType: CHANGED, targetId: OF_WORKBOOK, message: JSON.stringify({ worksheetId: "x", address: "A1", ...change }) }] });
    },
  };
}
