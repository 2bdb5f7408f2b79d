import fc from "fast-check";
import { looksLikeFormula, toCellText } from "../../../src/catalogue/gate";
import { isInProportion } from "../../rig/best-of";

const DANGEROUS = [
  "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u200b=1", "\ufeff=1", "\u200b \u200b@x", "＝1", "＋1", "－1", "＠x",
  "=HYPERLINK(\"https://example.com\",\"x\")", "=cmd|'/c calc'!A0", "-2+3+cmd|'/c calc'!D2", "=WEBSERVICE(\"https://example.com\")", "   +1", "=", "-", "+7 999 123-45-67",
];

test.each(DANGEROUS)("%j is kept a text", (text) => {
  expect(looksLikeFormula(text)).toBe(true);
  expect(toCellText(text)).toBe(`'${text}`);
});

test.each(["", " ", "Lead", "a=b", "7-Eleven", "1-2", "'=1", "\u200b", "Иванов"])("%j needs nothing", (text) => expect(toCellText(text)).toBe(text));

test("what has passed once passes again unchanged after a host took the apostrophe away", () => {
  fc.assert(fc.property(fc.constantFrom(...DANGEROUS), fc.string(), (start, rest) => {
    const written = toCellText(start + rest);
    const readBack = written.slice(1);
    expect(toCellText(readBack)).toBe(written);
  }));
});

test("a cell full of spaces takes time in proportion", () => {
  const spaces = (count: number) => `${" ".repeat(count)}a`;
  expect(looksLikeFormula(spaces(50_000))).toBe(false);
  expect(isInProportion(() => looksLikeFormula(spaces(5000)), () => looksLikeFormula(spaces(50_000)))).toBe(true);
});
