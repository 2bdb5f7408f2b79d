/** Refusals of Excel in the terms of the store. */
import { BookFailure, type FailureKind } from "../../plan/book";

/** By the error codes of the Excel API. */
const KINDS: ReadonlyMap<unknown, FailureKind> = new Map<unknown, FailureKind>([
  ["AccessDenied", "protected"],
  ["ItemNotFound", "missingSheet"],
  ["MergedRangeConflict", "merged"],
  ["FilteredRangeConflict", "filtered"],
  ["InvalidOperationInCellEditMode", "editing"],
  ["RequestPayloadSizeLimitExceeded", "tooLarge"],
  ["ResponsePayloadSizeLimitExceeded", "tooLarge"],
  ["RangeExceedsLimit", "tooLarge"],
]);

export const codeOf = (error: unknown): unknown => (typeof error === "object" && error !== null ? (error as { readonly code?: unknown }).code : undefined);

export function bookFailure(error: unknown, sheet: string | null = null, range: string | null = null): BookFailure {
  if (error instanceof BookFailure) return error;
  const kind = KINDS.get(codeOf(error)) ?? "other";
  return new BookFailure(kind, sheet, kind === "missingSheet" ? null : range, String((error as { readonly message?: unknown } | null)?.message ?? error));
}
