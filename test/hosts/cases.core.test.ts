import { call } from "../../src/catalogue/call";
import { plainCells } from "../../src/catalogue/grid";
import { catalogue, findFunction } from "../../src/catalogue/index";
import { deliver, difference, hasShared, loadCases, plain } from "../cases/shared";

const suite = hasShared ? describe : describe.skip;

suite("acceptance cases through the catalogue", () => {
  const cases = loadCases(new Set(catalogue.map(({ name }) => name)));
  test("there are cases", () => expect(hasShared ? cases.length : 1).toBeGreaterThan(0));
  test.each(cases.map((each) => [each.id, each.function, each.note, each] as const))("%s %s %s", (_id, name, _note, each) => {
    const values = each.args().map((argument) => deliver(argument, plain));
    const answer = call(findFunction(name)!, values, { language: "en", cells: plainCells });
    expect(difference(each, answer)).toBeNull();
  });
});
