import { visible } from "../../src/pane/spoofing";

test.each([
  ["plain текст 1 500", "plain текст 1 500"],
  ["Amount\u200b", "Amount[U+200B]"],
  ["\u202egnp.exe", "[U+202E]gnp.exe"],
  ["a\u0000b", "a[U+0000]b"],
  ["two\nlines", "two lines"],
  ["\ufeffbom", "[U+FEFF]bom"],
  ["\u{e0041}tag", "[U+E0041]tag"],
  ["é 👍", "é 👍"],
])("%j is shown as %j", (text, shown) => expect(visible(text)).toBe(shown));
