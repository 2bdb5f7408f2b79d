/**
 * The acceptance cases through three hosts: the built Excel bundle through the real runtime of office.js, the built Code.js in a bare
 * context, and the engine of the workbench. Through the core: test/catalogue/cases.test.ts.
 */
import { catalogue, findFunction } from "../../src/catalogue/index";
import { EXCEPTIONS, SHOWS, type HostRun } from "../cases/exceptions";
import { deliver, difference, hasShared, isDateCell, isRows, loadCases, plain, type Answer, type Case, type CaseCell } from "../cases/shared";
import { errorCell, openExcel } from "../rig/excel/open";
import { load } from "../rig/google/script";
import { fakeSpreadsheet } from "../rig/google/services";
import { evaluate, type Given } from "../rig/univer";

const suite = hasShared ? describe : describe.skip;
const cases = loadCases(new Set(catalogue.map(({ name }) => name)));

/** What is not as it should be, by case; empty in a good run. */
function wrong(host: HostRun, answers: readonly Answer[]): readonly string[] {
  expect(answers).toHaveLength(cases.length);
  return cases.flatMap((each, i) => {
    if (EXCEPTIONS[host]?.[each.id]) return [];
    const found = difference(each, answers[i]!, SHOWS[host]);
    return found === null ? [] : [`${each.id} ${each.function}: ${found}`];
  });
}

suite("acceptance cases", () => {
  test("there are some for each function", () => {
    const without = catalogue.filter(({ name }) => !cases.some((each) => each.function === name)).map(({ name }) => name);
    expect(without).toEqual([]);
  });

  test("the Excel bundle, through the real custom-functions runtime of office.js", async () => {
    const excel = await openExcel({ locale: "en-US" });
    try {
      const cell = (value: CaseCell): unknown => (isDateCell(value) ? value.serial : typeof value === "object" && value !== null ? errorCell(value.error) : value);
      const answers = await excel.callMany(cases.map((each) => {
        const def = findFunction(each.function)!;
        const given = each.args();
        // Excel fills up to the declared arguments with null and hands a single cell to a matrix argument as a matrix.
        const args = def.args.map(({ shape }, i) => {
          const value = deliver(given[i], cell);
          return value === undefined ? null : shape === "range" && !Array.isArray(value) ? [[value]] : value;
        });
        return [def.id, args] as const;
      }));
      expect(wrong("excel", answers.map((each): Answer => ("error" in each ? { failure: { code: each.error, message: each.message } } : each)))).toEqual([]);
      expect(excel.problems).toEqual([]);
    } finally {
      await excel.close();
    }
  }, 180_000);

  test("Code.js, in a bare context with the globals of Apps Script", () => {
    const script = load("dist/google/Code.js", fakeSpreadsheet({ zone: "Etc/UTC", locale: "en_GB" }).services);
    const cell = (value: CaseCell): unknown =>
      isDateCell(value) ? new Date(Math.round((value.serial - 25569) * 86_400_000)) : value === null ? "" : typeof value === "object" ? value.error : value;
    const answers = cases.map((each): Answer => {
      try {
        return { value: script.call(each.function, each.args().map((argument) => deliver(argument, cell))) };
      } catch (error) {
        const text = (error as Error).message;
        const code = /^#[A-Z/\d]+[!?]?/.exec(text)?.[0] ?? "";
        return { failure: { code, message: text.slice(code.length) } };
      }
    });
    expect(wrong("google", answers)).toEqual([]);
  }, 180_000);

  test("the engine of the workbench, with every argument in cells", async () => {
    const answers: Answer[] = [];
    for (const batch of batches(cases)) {
      const results = await evaluate(batch.map((each) => ({ name: each.function, args: each.args().map((argument) => deliver(argument, (cell): Given => plain(cell))) })));
      for (const each of results) answers.push("error" in each ? { failure: { code: each.error, message: each.message ?? "" } } : { value: each.value ?? "" });
    }
    const blanked = answers.map((each): Answer => ("value" in each && Array.isArray(each.value) ? { value: (each.value as unknown[][]).map((row) => row.map((value) => value ?? "")) } : each));
    expect(wrong("workbench", blanked)).toEqual([]);
  }, 300_000);
});

/** Small cases share a workbook, a large one gets its own: all of them stand one below the other. */
function batches(all: readonly Case[]): readonly (readonly Case[])[] {
  const out: Case[][] = [];
  let height = 0;
  for (const each of all) {
    const rows = Math.max(1, ...each.args().map((argument) => (isRows(argument) ? argument.length : 1)));
    if (rows > 200 || height > 200 || out.length === 0) out.push([]);
    out[out.length - 1]!.push(each);
    height = rows;
  }
  return out;
}
