"use strict";
/** Changes to the text of a finished script that a minifier does not offer. */
const acorn = require("acorn");
const walk = require("acorn-walk");
const swc = require("@swc/core");

/** The text parts of all template literals. */
function templates(code) {
  const found = [];
  walk.simple(acorn.parse(code, { ecmaVersion: 2022, sourceType: "script" }), { TemplateElement: (node) => found.push(node) });
  return found.sort((a, b) => a.start - b.start);
}
const damaged = (code) => templates(code).filter((node) => /\/[/*]/.test(node.value.raw));

/**
 * HtmlService removes what stands after `//` and `/*` inside template literals of a served page, as if it were a comment
 * (enuchi/React-Google-Apps-Script #157, #170): the sidebar stays blank. How many it would damage.
 */
const hazards = (code) => damaged(code).length;

/** The same program with `//` written as `/\/` inside template literals. A String.raw literal would change: there must be none. */
const neutralise = (code) =>
  damaged(code).reduceRight((text, node) => text.slice(0, node.start) + node.value.raw.replace(/\/(?=[/*])/g, "/\\") + text.slice(node.end), code);

/** What is safe for a program as it stands, and keeps it one that can be read. */
const COMPRESS = { defaults: false, unused: true, join_vars: true, booleans: true, if_return: true, hoist_props: true };

/**
 * The same program without comments and what nothing uses, declarations that follow each other joined, `!0` for true, one statement per line (what hangs on an `if` stays on its line), with short names for what is inside of functions: small,
 * and error traces, which name functions, can still be read.
 */
function legible(code) {
  const dense = swc.minifySync(code, { compress: { ...COMPRESS, collapse_vars: true }, mangle: { topLevel: false, keepFnNames: true }, module: false, format: { comments: false } }).code;
  const starts = new Set();
  const hanging = new Set();
  walk.full(acorn.parse(dense, { ecmaVersion: 2022, sourceType: "script" }), (node) => {
    if (/(?:Statement|Declaration)$/.test(node.type) && node.type !== "BlockStatement") starts.add(node.start);
    if (/^(?:If|For|ForIn|ForOf|While)Statement$/.test(node.type)) for (const part of [node.init, node.left, node.consequent, node.alternate, node.body]) if (part) hanging.add(part.start);
  });
  for (const at of hanging) starts.delete(at);
  const cuts = [0, ...[...starts].filter((at) => at > 0).sort((a, b) => a - b), dense.length];
  return cuts.slice(1).map((end, i) => dense.slice(cuts[i], end)).join("\n");
}

/** What only people read in a definition (help.ts): it stands in a file of its own there. */
const HELP = new Set(["title", "summary", "avoid", "examples", "sample", "group"]);
const keyOf = (property) => property.key?.name ?? property.key?.value;
const keys = (node) => (node?.type === "ObjectExpression" ? node.properties.map(keyOf) : []);
const isWords = (node) => keys(node).sort().join() === "en,ru";
/** The cells that help shows in the place of an argument. */
const isExample = (node) => node?.type === "Literal" && /^[A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?$/.test(node.value);
const isDefinition = (node) => ["id", "name", "args", "run"].every((key) => keys(node).includes(key));

/** The same program without the texts of its definitions. */
function withoutHelp(code) {
  const cuts = [];
  const empty = (node) => cuts.push({ start: node.start, end: node.end, text: "{}" });
  walk.full(acorn.parse(code, { ecmaVersion: 2022, sourceType: "script" }), (node) => {
    if (node.type === "CallExpression") {
      const examples = node.arguments.filter((each, i) => isExample(each) && isWords(node.arguments[i - 1]));
      for (const { start, end } of examples) cuts.push({ start, end, text: '""' });
    }
    if (isDefinition(node)) {
      for (const property of node.properties) {
        if (HELP.has(keyOf(property))) cuts.push({ start: property.start, end: code.indexOf(",", property.end) + 1, text: "" }); // `run` comes last
        else if (keyOf(property) === "args") walk.full(property.value, (inner) => isWords(inner) && empty(inner));
      }
    } else if (node.type === "CallExpression" && node.arguments[0]?.type === "Literal" && typeof node.arguments[0].value === "string") {
      node.arguments.filter(isWords).forEach(empty); // an argument with a name of its own, such as ids("deals", words, …)
    } else if (keys(node).includes("kind")) {
      node.properties.filter((property) => keyOf(property) === "words" && isWords(property.value)).forEach((property) => empty(property.value));
    }
  });
  const unique = [...new Map(cuts.map((cut) => [cut.start, cut])).values()].sort((a, b) => b.start - a.start);
  return unique.reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code);
}

/** The same finished script with the members of its lists of words as variables: those that nothing names go, and the others have short names. */
const hoisted = (code) => swc.minifySync(code, { compress: { ...COMPRESS, inline: 1 }, mangle: true, module: false, format: { comments: false } }).code;

/** The same program with each `{ en: "…", ru: "…" }` made by one short function: a page holds a thousand of them. */
function shortWords(code) {
  const found = [];
  const names = new Set();
  walk.full(acorn.parse(code, { ecmaVersion: 2022, sourceType: "script" }), (node) => {
    if (node.type === "Identifier") names.add(node.name);
    if (node.type === "ObjectExpression" && keys(node).join() === "en,ru" && node.properties.every(({ value }) => value?.type === "Literal" && typeof value.value === "string")) found.push(node);
  });
  const name = ["w$", "w$$", "w$$$"].find((each) => !names.has(each));
  const texts = (node) => node.properties.map(({ value }) => code.slice(value.start, value.end)).join();
  const cuts = found.sort((a, b) => b.start - a.start);
  // A function of the script, not a variable: it is there before the first line.
  return cuts.length === 0 ? code : `${cuts.reduce((text, node) => text.slice(0, node.start) + `${name}(${texts(node)})` + text.slice(node.end), code)}\nfunction ${name}(en,ru){return{en,ru}}`;
}

/** A stylesheet without comments and without white space that says nothing. Enough for sheets without texts in them. */
const denseCss = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1").replace(/: /g, ":").replace(/;\}/g, "}");

module.exports = { hazards, hoisted, neutralise, legible, withoutHelp, shortWords, denseCss };
