/** Many seeds of one class, and what to do with one that fails. */
import { STEPS, type FaultClass } from "./classes";
import { BY_HAND, nothing, type Verdict } from "./judge";
import type { Protocol } from "./protocol";
import { randomRun } from "./random-run";

export type Failing = { readonly faults: FaultClass; readonly seed: number; readonly problems: readonly string[] };
export type Campaign = { readonly total: Verdict; readonly failing: readonly Failing[] };

export function add(total: Verdict, one: Verdict): void {
  for (const key of ["operations", "acknowledged", "lost", "wrong", "duplicates", "handEdits", "handLost", "askedInVain"] as const) total[key] += one[key];
  total.problems.push(...one.problems);
}

/** Breaches of what a protocol with a journal promises; of edits by hand that the pane does not hear of it promises less. */
export function breaches({ lost, wrong, duplicates, handLost, problems }: Verdict, { hears }: FaultClass): readonly string[] {
  const heard = hears === "at once";
  // Typed into one of two rows that stand for the same record, it may become a record of its own: both are kept.
  const found = heard ? problems : problems.filter((problem) => !problem.includes(BY_HAND) && kindOf(problem) !== "adopted twice");
  return [...(lost + wrong > 0 && problems.length === 0 ? [`lost: ${lost}, wrong: ${wrong}`] : []), ...(duplicates > 0 ? [`duplicates: ${duplicates} ids`] : []), ...(heard && handLost > 0 ? [`hand edits lost: ${handLost}`] : []), ...found];
}

export async function campaign(protocol: Protocol, faults: FaultClass, seeds: Iterable<number>): Promise<Campaign> {
  const total = nothing();
  const failing: Failing[] = [];
  for (const seed of seeds) {
    const { verdict, problems } = await tried(protocol, faults, seed);
    add(total, verdict);
    if (protocol.journal && problems.length > 0) failing.push({ faults, seed, problems });
  }
  return { total, failing };
}

/** A store that throws what no workbook throws has failed too. */
export async function tried(protocol: Protocol, faults: FaultClass, seed: number, steps?: readonly number[], tell?: (line: string) => void, writes = false): Promise<{ readonly verdict: Verdict; readonly problems: readonly string[] }> {
  try {
    const verdict = await randomRun(protocol, faults, seed, { ...(steps && { steps }), ...(tell && { tell, writes }) });
    return { verdict, problems: breaches(verdict, faults) };
  } catch (error) {
    return { verdict: nothing(), problems: [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`] };
  }
}

/** The words before the colon. */
export const kindOf = (problem: string): string => problem.split(":", 1)[0]!;

/** Leaves out steps for as long as the run still fails in the same way. */
export async function shrunk(protocol: Protocol, { faults, seed, problems }: Failing): Promise<readonly number[]> {
  const wanted = kindOf(problems[0]!);
  let steps = Array.from({ length: STEPS }, (_, i) => i);
  const fails = async (some: readonly number[]): Promise<boolean> => (await tried(protocol, faults, seed, some)).problems.some((problem) => kindOf(problem) === wanted);
  for (let size = STEPS / 2; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < steps.length;) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      if (await fails(fewer)) steps = fewer;
      else at += size;
    }
  }
  return steps;
}

/** The story of a seed, line by line. */
export async function told(protocol: Protocol, faults: FaultClass, seed: number, steps?: readonly number[], writes = false): Promise<string> {
  const lines: string[] = [];
  const { problems } = await tried(protocol, faults, seed, steps, (line) => lines.push(line), writes);
  return [`protocol ${protocol.name}, class "${faults.name}", seed ${seed}${steps ? `, steps ${steps.join(",")}` : ""}`, ...lines.map((line) => `  ${line}`), ...problems.map((problem) => `  => ${problem}`)].join("\n");
}
