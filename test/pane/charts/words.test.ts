import { readdirSync, readFileSync } from "node:fs";
import { CHART_WORDS } from "../../../src/pane/charts/words";

const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
const all = Object.entries(CHART_WORDS);

test.each(all)("%s: the same places in both languages", (_, { en, ru }) => expect(places(ru)).toEqual(places(en)));
test.each(all)("%s: English has no Russian letters, and no language has a hyphen for a dash", (_, { en, ru }) => {
  expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(`${en} ${ru}`).not.toMatch(/ - |—/);
});
test("every text is used somewhere", () => {
  const folder = "src/pane/charts";
  const sources = readdirSync(folder).filter((name) => name !== "words.ts" && !name.endsWith(".css")).map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n");
  expect(all.map(([key]) => key).filter((key) => !new RegExp(`CHART_WORDS\\.${key}\\b|"${key}"`).test(sources))).toEqual([]);
});
