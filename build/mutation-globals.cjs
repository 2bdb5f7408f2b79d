"use strict";
/** Lets mocha run the tests of jest, with jest's own `expect` and `each`: for the mutation tests, see stryker.config.mjs. */
const { bind } = require("jest-each");
const { expect } = require("expect");
const { interfaces } = require("mocha");

const { bdd } = interfaces;
interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on("pre-require", (context) => {
    const { it, describe } = context;
    const named = (name, run) => it(name, run); // without the time limit that jest takes third
    context.expect = expect;
    context.test = Object.assign(named, { each: bind(named, false), skip: (name) => it.skip(name, () => undefined) });
    describe.each = bind((name, run) => describe(name, run), false);
    context.beforeAll = context.before;
    context.afterAll = context.after;
  });
};
