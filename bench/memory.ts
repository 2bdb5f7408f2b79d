/**
 * Memory of one call above its input, in a process of its own (bench.ts starts it). Started with a young generation so large that nothing is
 * collected during the call: what is allocated in all is an upper bound of what is needed at any moment.
 */
import { call } from "../src/catalogue/call";
import { plainCells } from "../src/catalogue/grid";
import { findFunction } from "../src/catalogue/index";
import { LOST, packed, parse, stageHistory, STAGES } from "./data";

const [rows, name] = [Number(process.argv[2] ?? 1_000_000), process.argv[3] ?? "STAGE_TIME_TABLE"];
const history = stageHistory(rows);
const columns = [0, 1, 2].map((column) => parse(packed(history, column)));
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const used = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
collect();
const before = used();
call(findFunction(name)!, [...columns, STAGES.map((stage) => [stage]), [[LOST]]], { language: "en", cells: plainCells });
console.log(`${name}, ${rows.toLocaleString("en")} rows: at most ${Math.round((used() - before) / 2 ** 20)} MB above the input`);
