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

/** The same program without comments, one statement per line and all names as written: small, and error traces can still be read. */
function legible(code) {
  const dense = swc.minifySync(code, { compress: false, mangle: false, module: false, format: { comments: false } }).code;
  const starts = new Set();
  walk.full(acorn.parse(dense, { ecmaVersion: 2022, sourceType: "script" }), (node) => {
    if (/(?:Statement|Declaration)$/.test(node.type) && node.type !== "BlockStatement") starts.add(node.start);
  });
  const cuts = [0, ...[...starts].filter((at) => at > 0).sort((a, b) => a - b), dense.length];
  return cuts.slice(1).map((end, i) => dense.slice(cuts[i], end)).join("\n");
}

module.exports = { hazards, neutralise, legible };
