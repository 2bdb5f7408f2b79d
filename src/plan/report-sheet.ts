/** The report in the workbook: a sheet of its own is made, and taken back as long as nobody has written on it. */
import { addPage, batch, BookFailure, read, sheetNames, type Steps } from "./book";
import { headerKey } from "./headers";
import { isUntouched, withoutCharts, type ReportPage } from "./report-page";
import { reportChanged, reportRefused } from "./sentences";
import type { ReportMade, ReportRemoved } from "./store";
import type { Words } from "./words";

/** The names of sheets may be so long in every program. */
const LONGEST = 31;

/** A name that the workbook does not have yet: the second of a day gets " 2". Case is no difference between two sheets. */
export function freeName(wanted: string, names: readonly string[]): string {
  const taken = new Set(names.map(headerKey));
  let name = cut(wanted, LONGEST);
  for (let number = 2; taken.has(headerKey(name)); number += 1) name = `${cut(wanted, LONGEST - String(number).length - 1)} ${number}`;
  return name;
}

/** No half of a character that takes two places. */
function cut(text: string, length: number): string {
  let kept = "";
  for (const char of text) {
    if (kept.length + char.length > length) break;
    kept += char;
  }
  return kept.trim();
}

/** All of it or nothing: after a failure the sheet is removed again. */
export function* addReportSteps(page: ReportPage): Steps<ReportMade> {
  const names = yield* sheetNames();
  const sheet = freeName(page.sheet, names);
  try {
    return { state: "made", ...(yield* addPage({ ...page, sheet })), sheet };
  } catch (error) {
    yield* takeBack(sheet);
    throw error;
  }
}

function* takeBack(sheet: string): Steps<void> {
  try {
    if ((yield* sheetNames()).includes(sheet)) yield* batch([{ kind: "removeSheet", sheet }]);
  } catch {
    // What was wrong first is what the user is to know.
  }
}

/** @param page as it was made, with the name its sheet has got */
export function* removeReportSteps(page: ReportPage): Steps<ReportRemoved> {
  const [content] = yield* read([page.sheet]);
  if (!content) return { state: "gone", reason: null };
  if (!isUntouched(page, content) && !isUntouched(withoutCharts(page), content)) return { state: "changed", reason: reportChanged(page.sheet) };
  yield* batch([{ kind: "removeSheet", sheet: page.sheet }]);
  return { state: "removed", reason: null };
}

/** A workbook that refused is told as a sentence; anything else is a defect of ours. */
export const refusedReport = (error: unknown): { readonly state: "refused"; readonly reason: Words } => {
  if (!(error instanceof BookFailure)) throw error;
  return { state: "refused", reason: reportRefused(error) };
};
