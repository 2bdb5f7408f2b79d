/** The acceptance cases through the core, as the catalogue calls it. Through the hosts: test/hosts/parity.test.ts. */
import { call } from "../../src/catalogue/call";
import { plainCells } from "../../src/catalogue/grid";
import { catalogue, findFunction } from "../../src/catalogue/index";
import { SHOWS } from "../cases/exceptions";
import { deliver, difference, hasShared, loadCases, plain } from "../cases/shared";

const cases = loadCases(new Set(catalogue.map(({ name }) => name)));

(hasShared ? describe : describe.skip)("acceptance cases", () => {
  test("there are some for each function", () => {
    expect(catalogue.filter(({ name }) => !cases.some((each) => each.function === name)).map(({ name }) => name)).toEqual([]);
  });

  test.each(cases.map((each) => [each.id, each.function, each.note, each] as const))("%s %s %s", (_id, name, _note, each) => {
    const values = each.args().map((argument) => deliver(argument, plain));
    const answer = call(findFunction(name)!, values, { language: "en", cells: plainCells });
    expect(difference(each, answer, SHOWS.core)).toBeNull();
  });
});
