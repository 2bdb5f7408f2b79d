"use strict";
/**
 * HtmlService removes what stands after `//` and `/*` inside template literals of a served page, as if it were a comment
 * (enuchi/React-Google-Apps-Script #157, #170): the sidebar stays blank. Finds and neutralises them.
 */
const acorn = require("acorn");
const walk = require("acorn-walk");

function elements(code) {
  const found = [];
  walk.simple(acorn.parse(code, { ecmaVersion: 2022, sourceType: "script" }), {
    TemplateElement(node) {
      if (/\/[/*]/.test(node.value.raw)) found.push(node);
    },
  });
  return found;
}

/** How many template literals HtmlService would damage. */
const hazards = (code) => elements(code).length;

/** The same program with `//` written as `/\/` inside template literals. A String.raw literal would change: there must be none. */
const neutralise = (code) =>
  elements(code)
    .sort((a, b) => b.start - a.start)
    .reduce((text, node) => text.slice(0, node.start) + node.value.raw.replace(/\/(?=[/*])/g, "/\\") + text.slice(node.end), code);

module.exports = { hazards, neutralise };
