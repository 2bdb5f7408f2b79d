import { catalogue } from "../../src/catalogue/index";
import { callOf } from "../../src/catalogue/notation";
import { SAMPLE_SHEETS } from "../../src/catalogue/sample";
import { LANGUAGES, type Language } from "../../src/catalogue/words";
import { sampleCall } from "../../src/pane/sample";

const heads = (language: Language) => SAMPLE_SHEETS.map(({ words, columns }) => ({ name: words[language], header: columns.map((column) => column.words[language]) }));

test.each(LANGUAGES)("every function has an example that is one call of it, over sheets of the sample, %s", (language) => {
  for (const def of catalogue) {
    const found = sampleCall(def, heads(language), language);
    expect([def.name, callOf(found?.formula ?? "")?.name]).toEqual([def.name, def.name]);
    expect(found?.cells.every((cells) => found.formula.includes(cells))).toBe(true);
  }
});

test("the language is that of the workbook where the pane has another", () => {
  const def = { sample: "=CAC({spend.marketing},{spend.customers})" };
  expect(sampleCall(def, heads("ru"), "en")).toEqual({ formula: "=CAC(Затраты!B2:B13,Затраты!G2:G13)", cells: ["Затраты!B2:B13", "Затраты!G2:G13"] });
  expect(sampleCall(def, [...heads("ru"), ...heads("en")], "en")?.formula).toBe("=CAC(Spend!B2:B13,Spend!G2:G13)");
});

test("a whole table is a reference, words are not", () => {
  expect(sampleCall({ sample: "=X({goals},{stage:2},{lost})" }, heads("en"), "en")).toEqual({ formula: '=X(Goals!A1:N7,"Meeting","Lost")', cells: ["Goals!A1:N7"] });
});

test("nothing without its sheets, and nothing over sheets of the same name with other columns", () => {
  const def = { sample: "=CAC({spend.marketing},{spend.customers})" };
  expect(sampleCall(def, heads("en").filter(({ name }) => name !== "Spend"), "en")).toBeNull();
  expect(sampleCall(def, [{ name: "Spend", header: ["Month", "Ads", "Sales"] }], "en")).toBeNull();
  expect(sampleCall({ sample: "=LTV(2500,0.4,0.02)" }, heads("ru"), "en")).toEqual({ formula: "=LTV(2500,0.4,0.02)", cells: [] });
  expect(sampleCall({ sample: "=LTV(2500,0.4,0.02)" }, [{ name: "Mine", header: ["Deal"] }], "en")).toBeNull();
  expect(sampleCall(def, heads("en").filter(({ name }) => name === "Spend"), "en")).not.toBeNull();
});
