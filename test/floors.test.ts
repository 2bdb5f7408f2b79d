/** Imports go down only: core ← plan ← catalogue ← pane ← hosts, and never from host to host. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const FLOORS = ["core", "plan", "catalogue", "pane", "hosts"];
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
const parts = (path: string): string[] => relative("src", path).split(/[\\/]/);
const floor = (path: string): number => FLOORS.indexOf(parts(path)[0] ?? "");

export function wrongImports(sources: readonly (readonly [string, string])[]): string[] {
  return sources.flatMap(([file, text]) =>
    [...text.matchAll(/(?:from|import|require\()\s*\(?["'](\.[^"']+)["']/g)]
      .map(([, target]) => join(dirname(file), target ?? ""))
      .filter((to) => floor(to) > floor(file) || (floor(to) === 4 && floor(file) === 4 && parts(to)[1] !== parts(file)[1]))
      .map((to) => `${file} -> ${to}`));
}

test("no import goes up a floor or across hosts", () => {
  const sources = files("src").filter((file) => /\.tsx?$/.test(file)).map((file) => [file, readFileSync(file, "utf8")] as const);
  expect(sources.length).toBeGreaterThan(20);
  expect(wrongImports(sources)).toEqual([]);
});

test("the check finds an upward import and one from host to host", () => {
  expect(wrongImports([
    ["src/core/stats.ts", 'import { call } from "../catalogue/call";'],
    ["src/hosts/excel/cells.ts", 'import { x } from "../google/cells";'],
    ["src/hosts/excel/pane.tsx", 'import { x } from "../../pane/pane"; import { y } from "./cells";'],
  ])).toEqual(["src/core/stats.ts -> src/catalogue/call", "src/hosts/excel/cells.ts -> src/hosts/google/cells"]);
});

test("no file outside its host knows which host it runs in", () => {
  const knowing = files("src").filter((file) => floor(file) < 4 && /\.tsx?$/.test(file))
    .filter((file) => /\b(?:Office\.|Excel\.run|SpreadsheetApp|isExcel|isGoogle|univer)\b/i.test(readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")));
  expect(knowing).toEqual([]);
});
