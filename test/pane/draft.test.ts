import { findFunction } from "../../src/catalogue/index";
import { ENGLISH, EXCEL_DECIMAL_COMMA } from "../../src/catalogue/notation";
import { draftFormula, draftOf, inOtherNotation, newDraft, ourCall } from "../../src/pane/draft";
import type { Selection } from "../../src/pane/host";

const none: ReadonlySet<string> = new Set();
const selected = (formula: string | null): Selection => ({ address: "J2", qualified: "'My sheet'!J2", formula, empty: formula === null, failure: null });
const def = findFunction("CAC");
if (!def) throw new Error("no CAC");

test("an existing formula becomes a draft of its own, on its sheet", () => {
  const draft = draftOf(selected("=cac(B2:B3,0.5)"), findFunction, EXCEL_DECIMAL_COMMA, none);
  expect(draft).toMatchObject({ def, sheet: "'My sheet'", edits: { cell: "'My sheet'!J2", formula: "=cac(B2:B3,0.5)" } });
  expect(Object.fromEntries(draft?.texts ?? [])).toEqual({ costs: "B2:B3", customers: "0,5" });
  expect(draft?.key).not.toBe(newDraft(def).key);
});

test.each([null, "=SUM(A1)", "=CAC(1,2)+1", "=CAC(1,2,3)", "text", "=UNKNOWN(1)", "=CAC(1"])("%s is no call of ours", (formula) => expect(ourCall(formula, findFunction)).toBeNull());

test.each([
  // typed in Russian, and after the language was changed
  ["=SUM(A1;1,5)", "=SUM(A1,1.5)"],
  ["{1;2:3,5;4}", "{1,2;3.5,4}"],
  ["1,234", "1.234"],
  ["1,5 млн", "1,5 млн"],
  ["12,5%", "12,5%"],
  ["Spend!B2:B3", "Spend!B2:B3"],
  ["=SUM(A1", "=SUM(A1"],
  ["", ""],
])("in another notation %j is typed %j", (russian, english) => {
  const draft = { ...newDraft(def), texts: new Map([["costs", russian], ["customers", "3"]]) };
  const changed = inOtherNotation(draft, EXCEL_DECIMAL_COMMA, ENGLISH, none);
  expect(changed.texts.get("costs")).toBe(english);
  expect(draftFormula(changed, ENGLISH, none)).toBe(draftFormula(draft, EXCEL_DECIMAL_COMMA, none));
});
