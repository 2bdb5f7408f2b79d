/**
 * `npm run test:faults`: what is lost by the usual ways of storing a plan, and by ours.
 * Options: `--seeds 400`, `--protocol C`, `--class "sort race"` for the random run; with `--seed 17` that one seed is told step by step,
 * `--shrink` leaves out the steps it does not need. `--only random` or `--only systematic`; `--case "move date · sort"` for the cases of the
 * systematic run whose name begins so.
 */
import { parseArgs } from "node:util";
import { campaign, shrunk, told, tried, type Failing } from "./campaign";
import { CLASSES, PANE_CLOSED, SEEDS, type FaultClass } from "./classes";
import type { Protocol } from "./protocol";
import { OURS, PROTOCOLS, USUAL } from "./protocols";
import { sum, tableOf, type Row } from "./report";
import { systematicRun } from "./systematic-run";

const { values } = parseArgs({ options: { protocol: { type: "string" }, class: { type: "string" }, seed: { type: "string" }, seeds: { type: "string" }, shrink: { type: "boolean" }, only: { type: "string" }, case: { type: "string" } } });
const TOLD = 3;
const MOST_TOLD = 50;

function chosen<T extends { readonly name: string }>(all: readonly T[], name: string | undefined): readonly T[] {
  const some = name === undefined ? all : all.filter((each) => each.name === name);
  if (some.length === 0) throw new Error(`"${name}" is none of: ${all.map((each) => each.name).join(", ")}`);
  return some;
}

const protocols = chosen(PROTOCOLS, values.protocol);

function replay(seed: number): void {
  for (const protocol of protocols) {
    for (const faults of chosen([...CLASSES, PANE_CLOSED], values.class)) {
      const { problems } = tried(protocol, faults, seed);
      const steps = values.shrink && problems.length > 0 ? shrunk(protocol, { faults, seed, problems }) : undefined;
      console.log(told(protocol, faults, seed, steps));
    }
  }
}

/** @returns whether every protocol kept what it promises, and the usual ones were caught */
function randomRuns(): boolean {
  const seeds = Array.from({ length: Number(values.seeds ?? SEEDS) }, (_, i) => i);
  console.log(`Random run: 3 clients × 40 steps × seeds 0–${seeds.length - 1} per class; acknowledged / lost / shown on a wrong record`);
  const begun = performance.now();
  const failing = new Map<Protocol, Failing[]>(protocols.map((protocol) => [protocol, []]));
  const measured = (faults: FaultClass): Row => ({ name: faults.name, campaigns: new Map(protocols.map((protocol) => {
    const found = campaign(protocol, faults, seeds);
    failing.get(protocol)!.push(...found.failing);
    return [protocol.name, found];
  })) });
  const rows = chosen(CLASSES, values.class).map(measured);
  console.log(tableOf(rows));
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${Math.round(seconds)} s`);
  for (const [protocol, found] of failing) tell(protocol, found);
  const blind = USUAL.filter((protocol) => protocols.includes(protocol) && sum(rows.map(({ campaigns }) => campaigns.get(protocol.name)!)).lost === 0);
  for (const { name } of blind) console.log(`BLIND: protocol ${name} lost nothing, so this harness would not see it in ours either.`);
  return blind.length === 0 && [...failing.values()].every((found) => found.length === 0);
}

function tell(protocol: Protocol, failing: readonly Failing[]): void {
  if (failing.length === 0) return;
  console.log(`\n${failing.length} seeds of protocol ${protocol.name} fail:`);
  for (const { faults, seed, problems } of failing.slice(0, MOST_TOLD)) console.log(`- class "${faults.name}", seed ${seed}: ${problems[0]}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ""}`);
  for (const each of failing.slice(0, TOLD)) console.log(told(protocol, each.faults, each.seed, shrunk(protocol, each)));
}

function systematicRuns(): boolean {
  const begun = performance.now();
  const { runs, struck, acknowledged, failing } = systematicRun(OURS, (name) => name.startsWith(values.case ?? ""));
  console.log(`\nSystematic run of protocol ${OURS.name}: ${runs} runs, in ${struck} of them the accident happened, ${acknowledged} saves acknowledged, ${failing.length} runs with problems; ${Math.round((performance.now() - begun) / 1000)} s`);
  for (const { name, problems } of failing.slice(0, MOST_TOLD)) console.log(`- ${name}\n${problems.slice(0, TOLD).map((problem) => `    => ${problem}`).join("\n")}`);
  return failing.length === 0;
}

if (values.seed !== undefined) replay(Number(values.seed));
else {
  const parts = [...(values.only === "systematic" ? [] : [randomRuns]), ...(values.only === "random" ? [] : [systematicRuns])];
  process.exitCode = parts.map((part) => part()).every(Boolean) ? 0 : 1;
}
