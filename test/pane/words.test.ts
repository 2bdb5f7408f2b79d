import { readdirSync, readFileSync } from "node:fs";
import { say, WORDS } from "../../src/pane/words";

const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();
const all = Object.entries(WORDS);

test.each(all)("%s: the same places in both languages, and words in each", (_, { en, ru }) => {
  expect(places(ru)).toEqual(places(en));
  const hasWords = (text: string) => text.replace(/\{\d\}/g, "").match(/\p{L}/u) !== null;
  expect(hasWords(en) && hasWords(ru)).toBe(true);
});
test.each(all)("%s: English has no Russian letters, Russian has some", (_, { en, ru }) => {
  expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(ru).toMatch(/\p{Script=Cyrillic}/u);
});
test("a value that ends in a full stop ends the sentence, too", () => {
  const words = { en: "Since {0}. {1}.", ru: "С {0}. {1}." };
  expect([say(words, "en", "27 Jul", "x.."), say(words, "ru", "27 июл.", "дн.")]).toEqual(["Since 27 Jul. x..", "С 27 июл. дн."]);
});
test("values are put in as they are, whatever they hold", () => expect(say(WORDS.occupied, "en", "B7", "{0} $& <b>")).toBe("B7 holds {0} $& <b>. Replace it?"));
test("every text is used somewhere", () => {
  const sources = readdirSync("src/pane").filter((name) => /\.tsx?$/.test(name) && name !== "words.ts").map((name) => readFileSync(`src/pane/${name}`, "utf8")).join("\n");
  expect(all.map(([key]) => key).filter((key) => !new RegExp(`WORDS\\.${key}\\b`).test(sources))).toEqual([]);
});
