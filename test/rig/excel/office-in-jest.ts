/**
 * The genuine office.js in jest, without a browser: every Excel.run sends its real batch to a FakeExcel. For test files with
 * `@jest-environment jsdom`; loads in about 0.1 s.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FakeExcel, type Batch } from "./fake-excel";

const OFFICE_JS = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist/excel-web-16.00.debug.js");

/** Internals of office.js, which its types do not describe. */
type Internals = {
  OSF: { _OfficeAppFactory?: object } | undefined;
  OfficeExtension: { SessionBase: { _overrideSession: object } };
};
const world = globalThis as unknown as Internals;

export type OfficeInJest = {
  /** The workbook of the current test. */
  readonly host: () => FakeExcel;
  /** A new workbook, as if another file had been opened. */
  readonly freshWorkbook: () => FakeExcel;
};

/** Once per test file. @param context what Office.context tells: it is filled by Excel, not by office.js */
export function loadOffice(context: { readonly displayLanguage: string; readonly contentLanguage: string; readonly apiVersion: string }): OfficeInJest {
  let host = new FakeExcel();
  world.OSF = undefined;
  // office.js is a script for pages, not a module.
  (0, eval)(readFileSync(OFFICE_JS, "utf8"));
  world.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_customData: unknown, _flags: number, message: { readonly Body: Batch }) =>
        Promise.resolve({
          HttpStatusCode: 200, ErrorCode: null, ErrorMessage: null, Headers: {},
          // A copy: the arrays of the host must not leak into the pane.
          Body: JSON.parse(JSON.stringify(host.exec(message.Body))) as unknown,
        }),
    }),
    eventRegistration: {},
  };
  const [major = 1, minor = 0] = context.apiVersion.split(".").map(Number);
  const told = {
    ...context,
    requirements: {
      // office.js itself asks too, sometimes with a number or without a version.
      isSetSupported: (name: string, version: string | number = "1.1") => {
        const [wantedMajor = 1, wantedMinor = 0] = String(version).split(".").map(Number);
        return name === "ExcelApi" && (wantedMajor < major || (wantedMajor === major && wantedMinor <= minor));
      },
    },
  };
  const loaded = world as { OSF: { _OfficeAppFactory?: object } };
  loaded.OSF._OfficeAppFactory = { ...loaded.OSF._OfficeAppFactory, getContext: () => told };
  return { host: () => host, freshWorkbook: () => (host = new FakeExcel()) };
}
