/** Fields take any text: whatever it is, reading it takes time in proportion to its length. */
import { ENGLISH, EXCEL_DECIMAL_COMMA, tokens } from "../../src/catalogue/notation";
import { readArgument } from "../../src/pane/argument";
import { typedNumber } from "../../src/pane/number";
import { parseOptions } from "../../src/pane/options";
import { isTableReference, reference } from "../../src/pane/reference";
import { searchOver } from "../../src/pane/search";
import { visible } from "../../src/pane/spoofing";
import { catalogue } from "../../src/catalogue/index";
import { isInProportion } from "../rig/best-of";

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

describe.each(scanners)("%s", (_, scan) => {
  test.each(characters)("50,000 times %j take no more than forty times as long as 5,000", (character) => {
    const texts = [(n: number) => character.repeat(n), (n: number) => `${character.repeat(n)}x`, (n: number) => `x${character.repeat(n)}"`];
    for (const text of texts) {
      const [short, long] = [text(5000), text(50_000)];
      expect(isInProportion(() => scan(short), () => scan(long))).toBe(true);
    }
  });
});
