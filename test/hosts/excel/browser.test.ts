/** @jest-environment node */
/** The bundle of production under the real, unmodified office.js in Chromium; only Excel itself is a model. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { catalogue } from "../../../src/catalogue/index";
import { launchBrowser } from "../../browser/chromium";
import { errorCell, openExcel, type Call, type HostPage, type OpenedExcel } from "../../rig/excel/open";

jest.setTimeout(120_000);

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
let browser: Browser;
let excel: OpenedExcel;
beforeAll(async () => {
  browser = await launchBrowser();
  excel = await openExcel({ browser, locale: "en-US" });
});
afterAll(() => browser.close());

describe("functions", () => {
  test("every function of functions.json answers its examples as declared: one value, or a table", async () => {
    const metadata = JSON.parse(readFileSync("dist/excel/functions.json", "utf8")) as { readonly functions: readonly { readonly id: string; readonly result: { readonly dimensionality: string } }[] };
    const calls = catalogue.flatMap((def) => def.examples.map((example) => ({ def, example })));
    const answers = await excel.callMany(calls.map(({ def, example }): Call => [def.id, def.args.map((_, i) => example.call[i] ?? null)]));
    calls.forEach(({ def, example }, i) => {
      const answer = answers[i]!;
      if (!("value" in answer)) throw new Error(`${def.id}: ${answer.error} ${answer.message}`);
      const isMatrix = metadata.functions.find(({ id }) => id === def.id)?.result.dimensionality === "matrix";
      expect([def.id, Array.isArray(answer.value)]).toEqual([def.id, isMatrix]);
      expectClose(answer.value, isMatrix && !Array.isArray(example.result) ? [[example.result]] : example.result, def.id);
    });
    expect(metadata.functions.map(({ id }) => id)).toEqual(catalogue.map((def) => def.id));
  });

  test.each([
    ["bad input", ["FUNNEL.CONVERSION", [column("many", "few")]], "#VALUE!", /counts/],
    ["no answer", ["GOAL.PROGRESS", [null, 10, null, null]], "#N/A", /\S/],
    ["a zero denominator, whose message office.js drops", ["FUNNEL.CONVERSION", [column(0, 5)]], "#DIV/0!", /^/],
    ["an error cell of a kind that a function may return", ["FUNNEL.CONVERSION", [column(5, errorCell("#NUM!"))]], "#NUM!", /^/],
    ["an error cell of another kind", ["FUNNEL.CONVERSION", [column(5, errorCell("#REF!"))]], "#VALUE!", /#REF!/],
    ["#N/A handed on", ["FUNNEL.CONVERSION", [column(5, errorCell("#N/A"))]], "#N/A", /\S/],
  ] satisfies [string, Call, string, RegExp][])("%s", async (_, call, error, message) => {
    const [answer] = await excel.callMany([call]);
    expect(answer).toEqual({ error, message: expect.stringMatching(message) as string });
  });

  test("a data type counts with its plain value", async () => {
    const price = { type: "FormattedNumber", basicType: "Double", basicValue: 400, numberFormat: "$0" };
    expect(await excel.callMany([["FUNNEL.CONVERSION", [column(1000, price)]]])).toEqual([{ value: 0.4 }]);
  });
  test("an id is found in any case, and an unknown one is not", async () => {
    expect(await excel.callMany([["funnel.conversion", [column(10, 5)]]])).toEqual([{ value: 0.5 }]);
    await expect(excel.callMany([["NO.SUCH", []]])).rejects.toThrow(/NO\.SUCH.*code 2/);
  });
  test("an older functions.json, which Excel may keep for a day, calls with fewer arguments", async () => {
    // GOAL_PROGRESS without baseline and mode: the invocation object then stands third.
    expect(await excel.callMany([["GOAL.PROGRESS", [5, 10]]])).toEqual([{ value: [[0.5]] }]);
  });
  test("thousands of calls come back in order", async () => {
    const calls = Array.from({ length: 3000 }, (_, i): Call => ["FUNNEL.CONVERSION", [column(i + 1, 1)]]);
    const answers = await excel.callMany(calls);
    expect(answers.map((answer) => ("value" in answer ? answer.value : answer))).toEqual(calls.map((_, i) => 1 / (i + 1)));
  });
  test("messages are in the display language of Excel", async () => {
    const russian = await openExcel({ browser, locale: "ru-RU" });
    const [answer] = await russian.callMany([["FUNNEL.CONVERSION", [column("много", "мало")]]]);
    expect(answer).toEqual({ error: "#VALUE!", message: expect.stringMatching(/\p{Script=Cyrillic}/u) as string });
    await russian.close();
  });
});

describe("the page", () => {
  test("starts without a word on the console, and asks nobody but office.js", async () => {
    await excel.frame.waitForSelector('[data-state="ready"]', { state: "attached" });
    expect(excel.problems).toEqual([]);
    expect(new Set(excel.outside.map((url) => new URL(url).origin))).toEqual(new Set(["https://appsforoffice.microsoft.com"]));
  });
  test("sends nothing that the model of Excel does not know", async () => {
    expect(await excel.run((host) => host.unhandled.map((message) => message._actionName))).toEqual([]);
  });
  test("says so when Office did not load", async () => {
    const alone = await openExcel({ browser, officeJs: "blocked" });
    await alone.frame.waitForSelector('[data-state="missing"]', { state: "attached" });
    expect(await shown(alone)).toEqual({ waiting: false, missing: true, elsewhere: false });
    expect(await alone.frame.textContent(".missing")).toMatch(/Office did not load[\s\S]*Office не загрузился/);
    // The refused request itself is all that there is on the console: no script of ours fails.
    expect(alone.problems.filter((problem) => !/net::ERR_/.test(problem))).toEqual([]);
    await alone.close();
  });
  test("says so when Office keeps it waiting", async () => {
    const alone = await openExcel({ browser, officeJs: "silent" });
    await alone.frame.waitForSelector(".missing", { state: "attached" });
    expect(await shown(alone)).toEqual({ waiting: true, missing: false, elsewhere: false });
    await new Promise((done) => setTimeout(done, 8500));
    expect(await shown(alone)).toEqual({ waiting: false, missing: true, elsewhere: false });
    await alone.close();
  });
  test("runs no inline script and reaches no other address", async () => {
    const guarded = await openExcel({ browser });
    const seen = await guarded.frame.evaluate(async () => {
      const blocked: string[] = [];
      addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.__xss = 1";
      document.body.append(script);
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.__xss = 2");
      image.src = "https://elsewhere.test/x.png";
      document.body.append(image);
      const reached = await fetch("https://elsewhere.test/").then(() => true, () => false);
      await new Promise((done) => setTimeout(done, 200));
      return { blocked: [...new Set(blocked)].sort(), reached, ran: (globalThis as { __xss?: number }).__xss ?? null };
    });
    expect(seen).toEqual({ blocked: ["connect-src", "img-src", "script-src-attr", "script-src-elem"], reached: false, ran: null });
    await guarded.close();
  });
});

describe("the pane in Excel", () => {
  test.each([["en-US", "=FUNNEL_CONVERSION(B2:B5)", /Result\s*3%/], ["ru-RU", "=FUNNEL_CONVERSION(B2:B5)", /Результат\s*3\s%/]])(
    "%s: choose a function, name the range, see the result, insert the formula",
    async (locale, formula, result) => {
      const opened = await openExcel({ browser, locale });
      const { frame } = opened;
      await opened.run(({ excel: host, selectCells }) => {
        host.workbook.Worksheets.GetActiveWorksheet().put("B1", [["Count"], [1000], [400], [150], [30]]);
        selectCells("B2:B5");
      });
      await frame.click('[data-id="FUNNEL.CONVERSION"]');
      await frame.fill('[data-argument="counts"]', "B2:B5");
      await frame.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector(".result")?.textContent ?? ""), result.source);
      // The button follows the selection: Excel tells of it.
      await opened.run(({ selectCells }) => selectCells("D1"));
      await frame.waitForFunction(() => document.querySelector("button[type=submit]")?.textContent?.includes("D1"));
      await frame.click("button[type=submit]");
      await opened.page.waitForFunction(() => (globalThis as unknown as HostPage).excel.workbook.Worksheets.GetActiveWorksheet().cell(0, 3).formula !== null);
      expect(await opened.run(({ excel: host }) => host.workbook.Worksheets.GetActiveWorksheet().cell(0, 3))).toMatchObject({ formula });
      expect(opened.problems).toEqual([]);
      await opened.close();
    },
  );
  test("checks the data and shows a row on its sheet", async () => {
    const opened = await openExcel({ browser, locale: "ru-RU" });
    await opened.run(({ excel: host }) => {
      host.workbook.Worksheets.Add("Сделки").put("A1", [["Сделка", "Этап", "Дата"], ["a", "Лид", 46_000], ["b", "Лид", "скоро"], ["b", "Продажа", 46_001]]);
    });
    await opened.frame.getByRole("tab", { name: "Проверка данных" }).click();
    await opened.frame.getByText("Не дата").waitFor();
    await opened.frame.getByRole("button", { name: "Строка 3: скоро" }).click();
    await opened.page.waitForFunction(() => (globalThis as unknown as HostPage).excel.workbook.selected === "C3");
    expect(await opened.run(({ excel: host }) => host.workbook.Worksheets.active)).toBe(1);
    expect(opened.problems).toEqual([]);
    await opened.close();
  });
  test.each([320, 270])("at %d px nothing is wider than the pane", async (width) => {
    const opened = await openExcel({ browser, locale: "ru-RU", width });
    await opened.frame.waitForSelector('[data-id="FUNNEL.CONVERSION"]');
    expect(await opened.frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await opened.close();
  });
  test("writes nothing before the first click", async () => {
    expect(await excel.run(({ excel: host }) => host.log.filter((batch) => batch.Actions.some((action) => action.ActionType === 4)).length)).toBe(0);
  });
});

/** Which of the page's own texts can be seen. */
const shown = ({ frame }: OpenedExcel): Promise<object> =>
  frame.evaluate(() => Object.fromEntries(["waiting", "missing", "elsewhere"].map((name) => [name, document.querySelector(`.${name}`)?.checkVisibility({ visibilityProperty: true }) ?? null])));

/** As toEqual, with numbers to five digits: an example is written as people read it. */
function expectClose(answer: unknown, expected: unknown, id: string): void {
  if (Array.isArray(expected)) {
    expect([id, Array.isArray(answer) && answer.length]).toEqual([id, expected.length]);
    expected.forEach((each, i) => expectClose((answer as readonly unknown[])[i], each, id));
  } else if (typeof expected === "number" && typeof answer === "number") {
    expect(Math.abs(answer - expected)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(expected)));
  } else expect([id, answer]).toEqual([id, expected]);
}
