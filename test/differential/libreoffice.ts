/**
 * `npm run test:libreoffice`: the metrics as people type them, calculated by LibreOffice, beside ours. Fails on a difference of more than a
 * billionth that is not explained.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readXlsx, writeXlsx, type Cell } from "hucre/xlsx";
import { hasData } from "./data";
import { nativeFormulas, type NativeSheet } from "./native-formulas";

const TOLERANCE = 1e-9;
/** Names that a file writes with a prefix: they are younger than the format. */
const inFile = (formula: string): string => formula.replace(/\b(MAXIFS|MINIFS|NORM\.S\.INV|NORM\.S\.DIST|T\.INV\.2T|HYPGEOM\.DIST|PERCENTILE\.EXC|MUNIT)\(/g, "_xlfn.$1(");

/** Everything is calculated on opening, whatever the file says. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

function sheetOf({ name, rows }: NativeSheet): { name: string; rows: (number | string | null)[][]; cells: Map<string, Partial<Cell>> } {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, r) => row.forEach((cell, c) => { if (typeof cell === "object" && cell !== null) cells.set(`${r},${c}`, { formula: inFile(cell.formula) }); }));
  return { name, rows: rows.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell))), cells };
}

/** The path of LibreOffice, or null. */
function findOffice(): string | null {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return "soffice";
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const office = findOffice();
  if (!office) return fail("LibreOffice is missing: install it (Debian: libreoffice-calc) so that `soffice` is in the PATH.");
  if (!hasData) return fail("The data sets are missing: they are read from ../shared/data.");
  const { sheets, natives } = nativeFormulas();
  const answers = new Map<string, Partial<Cell>>(natives.map(({ formula, array }, row) => [`${row},0`, { formula: inFile(formula),
    ...(array ? { formulaType: "array" as const, formulaRef: `A${row + 1}` } : {}) }]));
  const folder = mkdtempSync(join(tmpdir(), "voronka-libreoffice-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user/registrymodifications.xcu"), SETTINGS);
    writeFileSync(join(folder, "metrics.xlsx"), await writeXlsx({ sheets: [{ name: "Answers", rows: natives.map(() => [null]), cells: answers }, ...sheets.map(sheetOf)] }));
    execFileSync(office, [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
      "--outdir", join(folder, "out"), join(folder, "metrics.xlsx")], { stdio: "ignore" });
    const found = (await readXlsx(readFileSync(join(folder, "out/metrics.xlsx")))).sheets[0]!.rows.map(([cell]) => cell);
    return report(natives.map((native, row) => ({ ...native, theirs: found[row] })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(rows: readonly (ReturnType<typeof nativeFormulas>["natives"][number] & { readonly theirs: unknown })[]): number {
  let [unexplained, equal, largest] = [0, 0, 0];
  const lines = rows.map(({ metric, ours, theirs, explained }) => {
    const difference = typeof ours === "number" && typeof theirs === "number" ? (ours === theirs ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(ours),
      Math.abs(theirs))) : ours === theirs ? 0 : Infinity;
    const isEqual = difference <= TOLERANCE;
    if (isEqual) { equal += 1; largest = Math.max(largest, difference); } else if (!explained) unexplained += 1;
    return [metric, String(ours), String(theirs), difference === 0 ? "0" : difference.toExponential(1), isEqual ? "equal" : explained ?? "DIFFERENT"];
  });
  const widths = [0, 1, 2, 3].map((c) => Math.max(...lines.map((line) => line[c]!.length), 10));
  for (const line of [["metric", "ours", "LibreOffice", "difference", "verdict"], ...lines]) console.log(line.map((cell, c) => (c < 4 ? cell.padEnd(widths[c]!) : cell)).join("  "));
  console.log(`${rows.length} formulas: ${equal} equal, the largest difference ${largest.toExponential(1)}; ${rows.length - equal - unexplained} different as explained; ${unexplained} different.`);
  return unexplained > 0 ? 1 : 0;
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

void main().then((code) => { process.exitCode = code; });
