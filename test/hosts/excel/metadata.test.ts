/** What Excel knows about the functions before it runs them. */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { catalogue } from "../../../src/catalogue/index";
import { withNamespace, withoutNamespace } from "../../../src/hosts/excel/namespace";

/** A1 … XFD1048576; the reference is wider than the sheet, because CAC1 in a name must not even look like a cell. */
const CELL = /^[A-Z]{1,3}\d{1,7}$/;
const R1C1 = /^R\d*C\d*$|^[RC]\d*$/;
/** Functions of the old macro language, which Excel still reserves; the ones of a form that ours could have. */
const MACRO = new Set(["RUN", "ECHO", "GOTO", "HALT", "CALL", "ALERT", "ERROR", "INPUT", "RESULT", "RETURN", "STEP", "WAIT", "WHILE"]);
const legalName = (name: string): boolean =>
  /^[A-Z][A-Z0-9_]{2,127}$/.test(name) && !name.endsWith("_") && !CELL.test(name) && !R1C1.test(name) && !MACRO.has(name);
const RESERVED = /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

type Metadata = { readonly functions: readonly { readonly id: string; readonly name: string; readonly description: string; readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional?: boolean }[] }[] };
const read = (file: string): Metadata => JSON.parse(readFileSync(`dist/excel/${file}`, "utf8")) as Metadata;
const english = read("functions.json");
const russian = read("functions-ru.json");

describe.each(catalogue.map((def) => [def.name, def] as const))("%s", (name, def) => {
  test("has a legal name and id, and parameters that are identifiers", () => {
    expect(legalName(name)).toBe(true);
    expect(def.id).toBe(name.replaceAll("_", "."));
    for (const { key } of def.args) {
      expect(key).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(key).not.toMatch(RESERVED);
    }
    expect(new Set(def.args.map(({ key }) => key)).size).toBe(def.args.length);
  });
  test("has its optional arguments last", () => {
    const firstOptional = def.args.findIndex((arg) => arg.optional);
    expect(firstOptional < 0 || def.args.slice(firstOptional).every((arg) => arg.optional)).toBe(true);
  });
});
test.each(["CAC1", "LTV24", "R1C1", "AB", "CAC_", "cac", "FUNNEL.TABLE", "GOTO", "1CAC"])("%s would be an illegal name", (name) => expect(legalName(name)).toBe(false));

test("ids and names are unique", () => {
  for (const key of ["id", "name"] as const) expect(new Set(catalogue.map((def) => def[key])).size).toBe(catalogue.length);
});

describe("functions.json and functions-ru.json", () => {
  const bare = (metadata: Metadata): unknown => JSON.parse(JSON.stringify(metadata), (key, value: unknown) => (key === "description" ? undefined : value));
  test("differ in descriptions only", () => {
    expect(bare(russian)).toEqual(bare(english));
    expect(russian).not.toEqual(english);
  });
  test("have one flag at the top, the one that does not crash Excel 2021", () => {
    for (const metadata of [english, russian]) expect(Object.entries(metadata).filter(([key]) => key !== "functions")).toEqual([["allowCustomDataForDataTypeAny", true]]);
  });
  test("describe every function and parameter in their language, and take any value", () => {
    for (const [metadata, script] of [[english, /[a-z]/i], [russian, /\p{Script=Cyrillic}/u]] as const) {
      for (const { description, parameters } of metadata.functions) {
        expect(description).toMatch(script);
        for (const parameter of parameters) {
          expect(parameter).toMatchObject({ type: "any", description: expect.stringMatching(script) as string });
        }
      }
    }
  });
  test("hold functions that help.html explains", () => {
    const help = readFileSync("dist/excel/help.html", "utf8");
    for (const { name, description } of english.functions) {
      // The quotes of an attribute may be gone: the page is made small.
      expect(help).toMatch(new RegExp(`id="?${name}"?`));
      expect(description.length).toBeGreaterThan(10);
    }
  });
});

describe("functions.js", () => {
  test("associates every id while it is loaded", () => {
    const associated: string[] = [];
    vm.runInNewContext(readFileSync("dist/excel/functions.js", "utf8"), { CustomFunctions: { associate: (id: string) => associated.push(id) } });
    expect(associated).toEqual(english.functions.map(({ id }) => id));
  });
  test("does nothing, and fails at nothing, where Office did not load", () => {
    expect(() => { vm.runInNewContext(readFileSync("dist/excel/functions.js", "utf8"), {}); }).not.toThrow();
  });
});

describe("a namespace", () => {
  test.each([
    ["=CAC(B2,C2)", "=SALES.CAC(B2,C2)"],
    ["=FUNNEL_CONVERSION(FUNNEL_COUNTS(A:A,B:B,C:C,E2:E7))", "=SALES.FUNNEL_CONVERSION(SALES.FUNNEL_COUNTS(A:A,B:B,C:C,E2:E7))"],
    ['=WIN_RATE(A1:A9,{"CAC(","Won"},\'CAC(\'!A1)', '=SALES.WIN_RATE(A1:A9,{"CAC(","Won"},\'CAC(\'!A1)'],
    ["=SUM(A1:A3)", "=SUM(A1:A3)"],
    ["=CAC(", "=CAC("],
  ])("%s", (bare, prefixed) => {
    expect(withNamespace(bare, "SALES.")).toBe(prefixed);
    expect(withoutNamespace(prefixed, "SALES.")).toBe(bare);
    expect(withNamespace(bare, "")).toBe(bare);
  });
});
