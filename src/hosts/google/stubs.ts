/**
 * What stands below the library in Code.js: top-level declarations. Sheets offers a function only by the JSDoc right above its
 * declaration, and calls menu items and google.script.run by the same kind of name.
 */
import { UNITS, type Arg, type FunctionDef } from "../../catalogue/define";
import type { Language } from "../../catalogue/words";

/** The trailing underscore keeps it out of menus, macros and google.script.run. */
export const LIBRARY = "Voronka_";

/** That of Plan.js. */
export const PLAN_LIBRARY = "VoronkaPlan_";

/** Declarations that are not functions of the catalogue. */
export const ENTRY_POINTS = ["onInstall", "onOpen", "rpc", "showPlan", "showSidebar"] as const;
export const PLAN_ENTRY_POINTS = ["planRpc"] as const;

/** A comment must not end early, whatever a text says. */
const comment = (text: string): string => text.replace(/\*\//g, "* /").replace(/\s*\n\s*/g, " ");

const parameter = (arg: Arg<unknown>, language: Language): string =>
  ` * @param {${comment(arg.example)}} ${arg.optional ? `[${arg.key}]` : arg.key} ${comment(arg.words[language])}`;

function stub(def: FunctionDef, language: Language): string {
  const names = def.args.map((arg) => arg.key).join(", ");
  return [
    "/**",
    ` * ${comment(def.summary[language])}`,
    " *",
    ...def.args.map((arg) => parameter(arg, language)),
    ` * @return ${comment(UNITS[def.returns.unit][language])}`,
    " * @customfunction",
    " */",
    `function ${def.name}(${names}) { return ${LIBRARY}.run("${def.id}", [${names}]); }`,
  ].join("\n");
}

export const googleStubs = (catalogue: readonly FunctionDef[], language: Language): string =>
  [
    // The annotation asks for this one file instead of all the user's spreadsheets.
    "/**\n * @OnlyCurrentDoc\n */",
    ...catalogue.map((def) => stub(def, language)),
    `function onOpen(event) { ${LIBRARY}.onOpen(event); }`,
    `function onInstall(event) { ${LIBRARY}.onInstall(event); }`,
    `function showPlan() { ${LIBRARY}.showPlan(); }`,
    `function showSidebar() { ${LIBRARY}.showSidebar(); }`,
    `function rpc(method, json) { return ${LIBRARY}.rpc(method, json); }`,
  ].join("\n\n") + "\n";

/** What stands below the library in Plan.js. */
export const planStubs = (): string => `function planRpc(method, json) { return ${PLAN_LIBRARY}.planRpc(method, json); }\n`;
