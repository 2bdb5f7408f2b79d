/**
 * What a host cannot show, by name. Everything else must be equal in all four runs; a case is never left out, only the part that cannot be seen.
 */
import type { Shows } from "./shared";

export type HostRun = "core" | "excel" | "google" | "workbench";

export const SHOWS: Readonly<Record<HostRun, Shows & { readonly why: string }>> = {
  core: { code: true, messageOf: () => true, why: "everything is seen" },
  excel: { code: true, messageOf: (code) => code === "#VALUE!" || code === "#N/A", why: "office.js hands on the text of #VALUE! and #N/A only" },
  google: { code: true, messageOf: () => true, why: "a failure is a thrown Error whose text begins with the code" },
  workbench: { code: true, messageOf: () => true, why: "the cell shows the code, the pane the sentence" },
};

/** Single cases that a host cannot run as they stand, with the reason. */
export const EXCEPTIONS: Readonly<Partial<Record<HostRun, Readonly<Record<string, string>>>>> = {};
