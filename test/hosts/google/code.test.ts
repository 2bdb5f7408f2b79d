/** The built Code.js, as it would be pushed. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "acorn";
import { catalogue } from "../../../src/catalogue/index";
import { TABLE_WORDS } from "../../../src/catalogue/column-words";
import { helpOf } from "../../../src/catalogue/help";
import { CHECK_WORDS } from "../../../src/catalogue/check-words";
import { ENTRY_POINTS, googleStubs, LIBRARY, PLAN_ENTRY_POINTS, PLAN_LIBRARY } from "../../../src/hosts/google/stubs";
import { load } from "../../rig/google/script";
import { forbidden } from "../../rig/google/services";

const CODE = "dist/google/Code.js";
const code = readFileSync(CODE, "utf8");
const PLAN = "dist/google/Plan.js";
const plan = readFileSync(PLAN, "utf8");
const FILES = ["Code.js", "Columns.html", "Help.html", "Plan.html", "Plan.js", "Sidebar.html", "appsscript.json"];
const SERVICES = [
  "SpreadsheetApp", "HtmlService", "PropertiesService", "CacheService", "LockService", "Utilities", "Session", "ScriptApp", "UrlFetchApp",
  "DriveApp", "GmailApp", "MailApp", "DocumentApp", "Logger",
];

/** The floors that are in Code.js, as text. */
const SOURCES = ["src/core", "src/catalogue", "src/hosts/google"]
  .flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith(".ts")).map((file) => readFileSync(join(folder, file), "utf8")))
  .join("\n");

/** Where a script does not parse as ES2020; Apps Script knows neither private names nor class fields. */
const syntaxProblem = (text: string): string | null => {
  try {
    parse(text, { ecmaVersion: 2020, sourceType: "script" });
    return null;
  } catch (error) {
    return String(error);
  }
};
const hasStub = (text: string, name: string): boolean => new RegExp(`@customfunction\\n \\*/\\nfunction ${name}\\(`).test(text);

/** Sentences on the columns of result tables: a file of its own, which is read when somebody asks. */
const columnSentences = Object.values(TABLE_WORDS).flatMap(({ columns, rows = [] }) => [...columns, ...rows].map(({ words }) => words.ru)).filter((text) => text.length > 40);
test.each(FILES.filter((file) => file !== "Columns.html"))("%s does not carry what the columns of results mean", (file) => {
  const text = readFileSync(join("dist/google", file), "utf8");
  expect(columnSentences.length).toBeGreaterThan(50);
  expect(columnSentences.filter((sentence) => text.includes(sentence))).toEqual([]);
});

describe("Code.js", () => {
  test("is ES2020", () => expect(syntaxProblem(code)).toBeNull());
  test("a private name would be found", () => expect(syntaxProblem(`${code}\nclass A { #x = 1; }`)).toMatch(/SyntaxError/));

  test("does not keep the cells that help shows in the place of an argument", () => {
    expect(code.match(/\{\},"[A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?"/g)).toBeNull();
  });

  test("declares the functions, the entry points and the library, and nothing else", () => {
    const { globals } = load(CODE, forbidden(...SERVICES));
    expect(globals).toEqual([LIBRARY, ...ENTRY_POINTS, ...catalogue.map((def) => def.name)].sort());
  });
  test("touches no service while it is loaded", () => {
    expect(() => load(CODE, forbidden(...SERVICES))).not.toThrow();
    const folder = mkdtempSync(join(tmpdir(), "voronka-"));
    try {
      const eager = join(folder, "eager.js");
      writeFileSync(eager, `${code}\nvar zone = SpreadsheetApp.getActive();`);
      expect(() => load(eager, forbidden(...SERVICES))).toThrow(/SpreadsheetApp was touched/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  test("uses no service that would need another scope", () => {
    for (const name of ["UrlFetchApp", "DriveApp", "GmailApp", "MailApp", "ScriptApp", "openById", "openByUrl", "PropertiesService"]) expect(code).not.toContain(name);
  });
  test("is small", () => expect(Buffer.byteLength(code)).toBeLessThan(250_000));
  test("carries no help of the sidebar: that is a file of its own, complete", () => {
    const help = readFileSync("dist/google/Help.html", "utf8");
    expect(JSON.parse(help)).toEqual(JSON.parse(JSON.stringify({ functions: catalogue.map(helpOf), checkWords: CHECK_WORDS })));
    expect(help).not.toContain("<");
    const library = code.slice(0, code.indexOf("@OnlyCurrentDoc"));
    expect(catalogue.filter(({ avoid, title }) => library.includes(avoid.en) || library.includes(title.ru))).toEqual([]);
  });
  test("asks for this file only", () => expect(code).toMatch(/\/\*\*\n \* @OnlyCurrentDoc\n \*\//));
  test("names the origin and the licence of what is not ours", () => {
    const dependencies = Object.keys((JSON.parse(readFileSync("package.json", "utf8")) as { readonly dependencies: object }).dependencies);
    const named = [...code.slice(0, code.indexOf("var ")).matchAll(/^ \* (\S+) \(.+\)$/gm)].map(([, name]) => name ?? "");
    // The packages that the core imports; a core without any has nothing to name.
    const imported = dependencies.filter((name) => new RegExp(`from "${name}"`).test(SOURCES));
    expect(named).toEqual(expect.arrayContaining(imported.map((name) => name.replace(/^(@[^/]+)\/.*/, "$1"))));
    expect(named.length === 0).toBe(imported.length === 0);
  });
  test("keeps the names of functions for error traces", () => expect(code).toMatch(/function readFrame\(/));

  test.each(catalogue.map((def) => [def.name, def] as const))("%s has its comment right above its declaration", (name, def) => {
    expect(hasStub(code, name)).toBe(true);
    for (const arg of def.args) expect(code).toContain(`${arg.optional ? `[${arg.key}]` : arg.key} ${arg.words.en}`);
  });
});

describe("Plan.js", () => {
  test("is ES2020", () => expect(syntaxProblem(plan)).toBeNull());
  test("declares its library and what the sidebar calls, and touches no service while it is loaded", () => {
    expect(load(PLAN, forbidden(...SERVICES)).globals).toEqual([PLAN_LIBRARY, ...PLAN_ENTRY_POINTS].sort());
  });
  test("shares no name with Code.js: the files of a script are one program", () => {
    expect(load([CODE, PLAN], forbidden(...SERVICES)).globals.length).toBe(load(CODE, forbidden(...SERVICES)).globals.length + 1 + PLAN_ENTRY_POINTS.length);
  });
  test("uses no service that would need another scope", () => {
    for (const name of ["UrlFetchApp", "DriveApp", "GmailApp", "MailApp", "ScriptApp", "openById", "openByUrl", "PropertiesService"]) expect(plan).not.toContain(name);
  });
  // Each cell that calculates loads all files of the script.
  test("is small", () => expect(Buffer.byteLength(plan)).toBeLessThan(150_000));
});

describe("stubs", () => {
  const [first] = catalogue;
  test.each(["en", "ru"] as const)("are legal JavaScript in %s", (language) => expect(syntaxProblem(googleStubs(catalogue, language))).toBeNull());
  test("speak the language of the build", () => expect(googleStubs(catalogue, "ru")).toContain(first!.summary.ru));
  test("a text cannot end its comment", () => {
    const hostile = { ...first!, summary: { en: "a */ b\nc", ru: "a */ b\nc" } };
    expect(googleStubs([hostile], "en")).toContain(" * a * / b c\n");
  });
  test("a missing comment would be found", () => expect(hasStub(code.replace("@customfunction", ""), first!.name)).toBe(false));
});

test("appsscript.json asks for two scopes", () => {
  const manifest = JSON.parse(readFileSync("dist/google/appsscript.json", "utf8")) as { readonly oauthScopes: readonly string[]; readonly runtimeVersion: string };
  expect(manifest.oauthScopes).toEqual(["https://www.googleapis.com/auth/spreadsheets.currentonly", "https://www.googleapis.com/auth/script.container.ui"]);
  expect(manifest.runtimeVersion).toBe("V8");
});

describe("what clasp would push", () => {
  const clasp = resolve("node_modules/.bin/clasp");
  const filesToPush = (): readonly string[] => {
    // A folder of its own: a developer's .clasp.json in the project is none of a test's business.
    const folder = mkdtempSync(join(tmpdir(), "voronka-clasp-"));
    try {
      cpSync("dist/google", join(folder, "dist/google"), { recursive: true });
      writeFileSync(join(folder, ".clasp.json"), readFileSync(".clasp.json.example", "utf8"));
      const answer = execFileSync(clasp, ["status", "--json"], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 25000 });
      return (JSON.parse(answer) as { readonly filesToPush: readonly string[] }).filesToPush;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  (existsSync(clasp) ? test : test.skip)("is exactly these files (needs clasp)", () => {
    expect([...filesToPush()].sort()).toEqual(FILES.map((name) => `dist/google/${name}`));
    expect(readdirSync("dist/google").sort()).toEqual(FILES);
  });
});
