/** Fields take any text: whatever it is, reading it takes time in proportion to its length. */
import { ENGLISH, EXCEL_DECIMAL_COMMA, tokens } from "../../src/catalogue/notation";
import { readArgument } from "../../src/pane/argument";
import { typedNumber } from "../../src/pane/number";
import { parseOptions } from "../../src/pane/options";
import { isTableReference, reference } from "../../src/pane/reference";
import { searchOver } from "../../src/pane/search";
import { visible } from "../../src/pane/spoofing";
import { catalogue } from "../../src/catalogue/index";

const search = searchOver(catalogue);
const scanners: readonly [string, (text: string) => unknown][] = [
  ["readArgument", (text) => readArgument(text, { shape: "range", notation: EXCEL_DECIMAL_COMMA })],
  ["readArgument after =", (text) => readArgument(`=${text}`, { shape: "range", notation: EXCEL_DECIMAL_COMMA })],
  ["readArgument in braces", (text) => readArgument(`{${text}}`, { shape: "range", notation: EXCEL_DECIMAL_COMMA })],
  ["tokens", (text) => tokens(text, ENGLISH)],
  ["typedNumber", (text) => typedNumber(text, ENGLISH)],
  ["reference", (text) => [reference(text), reference(`'${text}'!A1`), reference(`${text}!A1`)]],
  ["isTableReference", (text) => isTableReference(`t${text}`)],
  ["parseOptions", (text) => parseOptions(text, { from: { kind: "date", words: { en: "", ru: "" } } })],
  ["search", (text) => search(text)],
  ["visible", (text) => visible(text)],
];
const characters = [" ", "1", ",", ".", "a", '"', "'", "(", "[", "{", "{1:", ";", "$", "=", "\u00a0", "\u200b", "я"];

const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

describe.each(scanners)("%s", (_, scan) => {
  test.each(characters)("50,000 times %j", (character) => {
    const texts = [character.repeat(50_000), `${character.repeat(50_000)}x`, `x${character.repeat(50_000)}"`];
    for (const text of texts) {
      // The best of three: the machine may be busy with something else.
      const best = Math.min(...[1, 2, 3].map(() => milliseconds(() => scan(text))));
      expect(best).toBeLessThan(100);
    }
  });
});
