/** The words of the plan in the pane: every file whose name ends in words.ts, found by itself. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Words } from "../../src/plan/words";

const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
const sources = files("src/pane/plan").filter((file) => /\.tsx?$/.test(file));
const lists = sources.filter((file) => file.endsWith("words.ts")).flatMap((file) => {
  const found = jest.requireActual<object>(join(process.cwd(), file)) as Record<string, Record<string, Words>>;
  return Object.entries(found).filter(([name]) => name.endsWith("WORDS")).map(([name, words]) => ({ file, name, words }));
});
const all = lists.flatMap(({ name, words }) => Object.entries(words).map(([key, text]) => [`${name}.${key}`, text] as const));
const places = (text: string) => new Set([...text.matchAll(/\{\d\}/g)].map(([place]) => place));

test("there are lists of words", () => expect(lists.length).toBeGreaterThan(4));
test.each(all)("%s: the same places in both languages, English without Russian letters", (_, { en, ru }) => {
  expect(places(ru)).toEqual(places(en));
  expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
});
test.each(all)("%s: Russian as the guide asks: ё, «ёлочки», a decimal comma, вы with a small letter", (_, { ru }) => {
  expect(ru).not.toMatch(/["“”]|\d\.\d{1,2}(?!\d|\.)|[А-Яа-яё,] Вы |\d%|еще|счет |отчет/u);
});
test("every text is used somewhere", () => {
  // What is a code of the plan's own is named where it is found.
  const code = [...sources, "src/plan/data-rows.ts", "src/plan/data-target.ts", "src/plan/monthly.ts"].filter((file) => !file.endsWith("words.ts")).map((file) => readFileSync(file, "utf8")).join("\n");
  const isUsed = (name: string, key: string) => new RegExp(`${name}\\.${key}\\b`).test(code) || code.includes(`${name}[`) && new RegExp(`\\b${key}\\b`).test(code);
  const unused = lists.flatMap(({ name, words }) => Object.keys(words).filter((key) => !isUsed(name, key) && !isUsed(name, key.replace(/About$/, ""))).map((key) => `${name}.${key}`));
  expect(unused).toEqual([]);
});
