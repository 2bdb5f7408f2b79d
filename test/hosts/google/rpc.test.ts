/** The server side of the sidebar, in the built Code.js. */
import type { CheckWords } from "../../../src/catalogue/check-words";
import { explained } from "../../../src/catalogue/explained";
import type { FunctionHelp } from "../../../src/catalogue/define";
import { catalogue } from "../../../src/catalogue/index";
import type { FoundData } from "../../../src/catalogue/deal-data";
import { load } from "../../rig/google/script";
import { FakeSheet, fakeSpreadsheet, forbidden, type FakeSpreadsheet } from "../../rig/google/services";
import { sheetDate } from "../../rig/google/zone";

const CODE = "dist/google/Code.js";
type Answer = { readonly ok: boolean; readonly value?: unknown; readonly code?: string; readonly message?: string };

const spreadsheetWith = (options: Parameters<typeof fakeSpreadsheet>[0]): { ask: (method: string, ...taken: readonly unknown[]) => Answer; spreadsheet: FakeSpreadsheet } => {
  const spreadsheet = fakeSpreadsheet(options);
  const script = load(CODE, spreadsheet.services);
  return { spreadsheet, ask: (method, ...taken) => JSON.parse(String(script.call("rpc", [method, JSON.stringify(taken)]))) as Answer };
};
const deals = (): FakeSheet => new FakeSheet("My deals").put("A1", [["Deal", "Amount"], ["a", 100], ["b", ""], ["c", 300]]);

describe("start", () => {
  test.each([
    ["en", "en_US", { language: "en", notation: "comma" }],
    ["ru", "ru_RU", { language: "ru", notation: "semicolon" }],
    ["ru", "en_GB", { language: "ru", notation: "comma" }],
    ["en", "de_DE", { language: "en", notation: "semicolon" }],
    ["en", "de_CH", { language: "en", notation: "comma" }],
    ["en", "es_MX", { language: "en", notation: "comma" }],
    ["en", "pt_BR", { language: "en", notation: "semicolon" }],
    ["fr", "ja_JP", { language: "en", notation: "comma" }],
  ])("user %s, spreadsheet %s", (userLocale, locale, value) => expect(spreadsheetWith({ userLocale, locale }).ask("start")).toMatchObject({ ok: true, value }));
  test("gives what the sidebar shows of each function", () => {
    const { functions } = spreadsheetWith({}).ask("start").value as { readonly functions: readonly FunctionHelp[] };
    expect(functions.map(({ name }) => name)).toEqual(catalogue.map(({ name }) => name));
    expect(functions.every(({ title, args, examples }) => title.ru !== "" && args.length > 0 && examples.length > 0)).toBe(true);
  });
});

describe("columns", () => {
  test.each(["en", "ru"] as const)("gives what the columns of each table hold, as the other programs tell it, %s", (language) => {
    const { ask } = spreadsheetWith({});
    for (const def of catalogue) expect([def.name, ask("columns", def.name, language)]).toEqual([def.name, { ok: true, value: explained(def, language) }]);
  });
  test.each([["NOPE", "en"], ["FUNNEL_TABLE", "fr"], [{}, null]])("of %s in %s there is nothing", (name, language) => expect(spreadsheetWith({}).ask("columns", name, language)).toEqual({ ok: true, value: null }));
});

describe("selection", () => {
  test("tells address, formula and emptiness", () => {
    const { ask, spreadsheet } = spreadsheetWith({ sheets: [new FakeSheet("Sheet1")] });
    spreadsheet.sheets[0]!.formulas.set("2,2", "=CAC(B5,C5)");
    spreadsheet.select("Sheet1", "B2:C4");
    expect(ask("selection").value).toEqual({ address: "B2:C4", qualified: "Sheet1!B2:C4", formula: "=CAC(B5,C5)", empty: false, failure: null });
    spreadsheet.select("Sheet1", "A1");
    expect(ask("selection").value).toEqual({ address: "A1", qualified: "Sheet1!A1", formula: null, empty: true, failure: null });
  });
  test.each([
    ["Sheet1", "Sheet1!A1"], ["Сделки", "Сделки!A1"], ["My deals", "'My deals'!A1"], ["Bob's", "'Bob''s'!A1"], ["Q1", "'Q1'!A1"], ["2026", "'2026'!A1"], ["R1C1", "'R1C1'!A1"],
  ])("a sheet called %s", (name, qualified) => {
    const { ask, spreadsheet } = spreadsheetWith({ sheets: [new FakeSheet(name)] });
    spreadsheet.select(name, "A1");
    expect(ask("selection").value).toMatchObject({ qualified });
  });
  test.each([
    ["ru_RU", "=GOAL_PROGRESS(B2;0,5;{1\\2})", "=GOAL_PROGRESS(B2,0.5,{1,2})"],
    ["ru_RU", "=CAC(B2;C2)", "=CAC(B2,C2)"],
    ["en_US", "=GOAL_PROGRESS(B2,0.5,{1,2})", "=GOAL_PROGRESS(B2,0.5,{1,2})"],
  ])("%s: %s is told in English", (locale, written, told) => {
    const { ask, spreadsheet } = spreadsheetWith({ locale });
    spreadsheet.sheets[0]!.formulas.set("1,1", written);
    expect(ask("selection").value).toMatchObject({ formula: told });
  });
  test("tells where one of our functions failed, and not where another did", () => {
    const { ask, spreadsheet } = spreadsheetWith({ sheets: [new FakeSheet("Sheet1").put("A1", [["#ERROR!"], ["#DIV/0!"]])] });
    spreadsheet.sheets[0]!.formulas.set("1,1", "=CAC(B5,C5)").set("2,1", "=1/0");
    expect(ask("selection").value).toMatchObject({ failure: "#ERROR!" });
    spreadsheet.select("Sheet1", "A2");
    expect(ask("selection").value).toMatchObject({ failure: null });
  });
  test("nothing is selected", () => {
    const { ask, spreadsheet } = spreadsheetWith({});
    spreadsheet.selectNothing();
    expect(ask("selection")).toEqual({ ok: false, code: "nothingSelected", message: "" });
  });
});

describe("calculate", () => {
  const sum = (options: Parameters<typeof fakeSpreadsheet>[0], reference: unknown) =>
    spreadsheetWith(options).ask("calculate", "DEAL_SIZE", [{ reference }, null, null, null, { value: "sum" }, null], "en");
  test.each([
    ["'My deals'!B2:B4", 400], ["'My deals'!B:B", 400], ["'My deals'!B2:B9", 400], ["B3:B4", 300], ["$B$3:$B", 300], ["Amounts", 400], ["LTV", 400],
  ])("%s", (reference, value) => expect(sum({ sheets: [deals()], names: { Amounts: "My deals!B2:B4", LTV: "My deals!B2:B4" } }, reference)).toEqual({ ok: true, value: { value } }));
  test("rows in a failure are those of the reference, and it is in the language that is asked for", () => {
    const sheet = new FakeSheet("Sheet1").put("A3", [[5], ["five"]]);
    expect(spreadsheetWith({ sheets: [sheet] }).ask("calculate", "DEAL_SIZE", [{ reference: "A:A" }], "ru")).toEqual({ ok: true, value: { failure: { code: "#VALUE!", message: "amounts, строка 4: получено: «five»; нужно: число" } } });
  });
  test("dates are those of the spreadsheet's zone, error cells are errors", () => {
    const zone = "America/New_York";
    const sheet = new FakeSheet("Sheet1").put("A1", [["a", sheetDate("2026-01-31", zone)], ["b", sheetDate("2026-02-01", zone)], ["#N/A", 1]]);
    const ask = (rows: number, options: string) => spreadsheetWith({ zone, sheets: [sheet] }).ask("calculate", "NEW_CUSTOMERS", [{ reference: `A1:A${rows}` }, { reference: `B1:B${rows}` }, null, { value: options }], "en").value;
    expect(ask(2, "from=2026-02-01")).toEqual({ value: 1 });
    expect(ask(3, "")).toMatchObject({ failure: { code: "#N/A" } });
  });
  test.each([
    ["Nope!A1", /no such sheet or range/], ["'My deals'!nonsense", /no such sheet or range/], ["", /no such sheet or range/],
  ])("%s is not read, and the sidebar is told why", (reference, reason) =>
    expect(sum({ sheets: [deals()] }, reference)).toEqual({ ok: true, value: { unread: reference, reason: expect.stringMatching(reason) as unknown } }));
  test("refuses more than 250,000 cells before it reads any", () => {
    const sheet = new FakeSheet("Sheet1").put("A1", [[1]]).put("Z9700", [[1]]);
    expect(sum({ sheets: [sheet] }, "A1:Z9700").value).toMatchObject({ unread: "A1:Z9700", reason: expect.stringMatching(/250,000/) as unknown });
  });
  test("array constants come as rows", () => {
    expect(spreadsheetWith({}).ask("calculate", "FUNNEL_CONVERSION", [{ value: [[10], [5]] }], "en")).toEqual({ ok: true, value: { value: 0.5 } });
  });
});

describe("insert", () => {
  test.each([
    ["en_US", "=GOAL_PROGRESS(B2,0.5,{1,2;3,4})", "=GOAL_PROGRESS(B2,0.5,{1,2;3,4})"],
    ["ru_RU", "=GOAL_PROGRESS(B2,0.5,{1,2;3,4})", "=GOAL_PROGRESS(B2;0,5;{1\\2;3\\4})"],
    ["ru_RU", '=WIN_RATE(A1:A9,\'a,b\'!A1,"x,1.5")', '=WIN_RATE(A1:A9;\'a,b\'!A1;"x,1.5")'],
  ])("in %s %s is written %s", (locale, formula, written) => {
    const { ask, spreadsheet } = spreadsheetWith({ locale });
    spreadsheet.select("Sheet1", "B2:C4");
    expect(ask("insert", formula, false, [{ format: "0.0%", row: 0, column: 0, rows: 1 }], null)).toEqual({ ok: true, value: { done: true, address: "B2" } });
    expect(spreadsheet.sheets[0]!.formulas).toEqual(new Map([["2,2", written]]));
    expect(spreadsheet.sheets[0]!.formats.get("2,2")).toBe("0.0%");
  });
  test("a table gets formats below and beside its formula, only where cells have none and are blank, and within the sheet", () => {
    const { ask, spreadsheet } = spreadsheetWith({});
    const sheet = spreadsheet.sheets[0]!;
    sheet.formats.set("3,3", "0.00");
    sheet.values.set("3,4", 5);
    spreadsheet.select("Sheet1", "B1");
    const format = (column: number, rows: number) => ({ format: "0.0%", row: 1, column, rows });
    expect(ask("insert", "=FUNNEL_TABLE(A1:A4,C1:C4)", false, [format(0, 2), format(1, 2), format(2, 2), format(3, 1_000_000), format(10_000, 2)], null).ok).toBe(true);
    expect([...sheet.formats]).toEqual([["3,3", "0.00"], ["2,2", "0.0%"], ["3,2", "0.0%"]]);
    spreadsheet.select("Sheet1", "F1");
    sheet.values.set("6,6", 7);
    ask("insert", "=FUNNEL_CONVERSION(A1:A4)", false, [{ format: "0.0%", row: 0, column: 0, rows: 6 }], null);
    expect(sheet.formats.has("1,6")).toBe(false);
  });
  test("asks before it writes over anything", () => {
    const { ask, spreadsheet } = spreadsheetWith({ sheets: [deals()] });
    spreadsheet.select("My deals", "B2");
    expect(ask("insert", "=CAC(B1,C1)", false, [], null).value).toEqual({ done: false, address: "B2", occupiedBy: "100" });
    expect(spreadsheet.sheets[0]!.formulas.size).toBe(0);
    spreadsheet.select("My deals", "B4"); // since the question
    expect(ask("insert", "=CAC(B1,C1)", true, [], "'My deals'!B2").value).toEqual({ done: true, address: "B2" });
    expect([...spreadsheet.sheets[0]!.formulas.keys()]).toEqual(["2,2"]);
  });
  test.each(["=1+1", "CAC(B1,C1)", "=CAC(B1,C1)&IMPORTDATA(A1)", '=IMAGE("https://x.test")', "+CAC(B1,C1)", "=CAC(B1", "=NOPE(1)", ""])("refuses %s: no call of ours", (formula) => {
    const { ask, spreadsheet } = spreadsheetWith({});
    expect(ask("insert", formula, true, [], null)).toEqual({ ok: false, code: "notOurs", message: "" });
    expect(spreadsheet.sheets[0]!.formulas.size).toBe(0);
  });
});

describe("rpc", () => {
  test.each([
    ["an unknown method", ["constructor", "[]"]], ["no method", [5, "[]"]], ["no JSON", ["start", undefined]], ["arguments that are no list", ["start", "{}"]],
    ["an argument of the wrong kind", ["insert", "[1,2,3]"]], ["a part that is none", ["open", '["x"]']], ["a reference that is no text", ["calculate", '["CAC",[{"reference":7}],"en"]']],
    ["a function that is none", ["calculate", '["NOPE",[],"en"]']], ["a language that is none", ["calculate", '["CAC",[],"fr"]']], ["cells that are none", ["calculate", '["CAC",[{"value":{"a":1}}],"en"]']],
  ])("%s", (_, args) => {
    const script = load(CODE, fakeSpreadsheet().services);
    expect(JSON.parse(String(script.call("rpc", args)))).toEqual({ ok: false, code: "badRequest", message: "" });
  });
  test("never throws: what a service says is passed on", () => {
    const script = load(CODE, forbidden("SpreadsheetApp", "Session", "Utilities"));
    expect(JSON.parse(String(script.call("rpc", ["selection", "[]"])))).toEqual({ ok: false, code: "script", message: "SpreadsheetApp was touched" });
  });
});

describe("menu", () => {
  test.each([["en", "Insert a formula", "Plan of the department", "Voronka"], ["ru", "Вставить формулу", "План отдела", "Воронка"]])("in %s", (userLocale, item, plan, title) => {
    const spreadsheet = fakeSpreadsheet({ userLocale });
    const script = load(CODE, spreadsheet.services);
    script.call("onInstall", [undefined]);
    script.call("showSidebar", []);
    script.call("showPlan", []);
    expect(spreadsheet.shown).toEqual([`${item} -> showSidebar`, `${plan} -> showPlan`, "menu", `${title}: Sidebar`, `${title}: Plan`]);
  });
  test("needs nothing but the interface: installed, not yet allowed to read (AuthMode.NONE)", () => {
    const { services, shown } = fakeSpreadsheet();
    const { getUi } = services["SpreadsheetApp"] as { getUi: () => unknown };
    const script = load(CODE, { ...forbidden("Session", "Utilities", "HtmlService"), SpreadsheetApp: new Proxy({}, { get: (_, name) => {
      if (name !== "getUi") throw new Error(`${String(name)} is not allowed`);
      return getUi;
    } }) });
    script.call("onOpen", [undefined]);
    expect(shown).toEqual(["Insert a formula -> showSidebar", "Plan of the department -> showPlan", "menu"]);
  });
});

describe("the data check", () => {
  const HISTORY = [["Deal", "Stage", "Date"], ["a", "Lead", sheetDate("2026-01-05", "Europe/Moscow")], ["a", "Won", sheetDate("2026-01-06", "Europe/Moscow")], ["b", "Lead", "#N/A"], ["c", "Lead", "soon"], ["c", "Won", sheetDate("2026-01-07", "Europe/Moscow")]];
  const workbook = () => {
    const hidden = new FakeSheet("Secret").put("A1", HISTORY);
    hidden.hidden = true;
    return spreadsheetWith({ zone: "Europe/Moscow", sheets: [new FakeSheet("Empty"), new FakeSheet("My deals").put("B3", HISTORY), hidden] });
  };
  const TABLE = { sheet: "My deals", row: 1, column: 1, rows: 8, columns: 4 };

  test("finds the tables of the sheets that are shown", () => expect(workbook().ask("tables")).toEqual({ ok: true, value: [{ ...TABLE, kind: "history" }] }));
  test("tells row and column of the sheet, and takes what the user says", () => {
    const { ask } = workbook();
    const answer = ask("check", TABLE, null).value as { readonly kind: string; readonly rows: number; readonly roles: object; readonly findings: readonly unknown[] };
    expect(answer).toMatchObject({ kind: "history", rows: 5, stages: { order: ["Lead", "Won"], lost: [] }, roles: { deal: 1, stage: 2, date: 3 } });
    expect(answer.findings).toEqual([
      { kind: "errorCell", count: 1, spots: [{ row: 6, column: 4, text: "#N/A" }] },
      { kind: "notADate", count: 1, spots: [{ row: 7, column: 4, text: "soon" }] },
      { kind: "skippedStage", count: 1, spots: [{ row: 8, column: 3, text: "c" }] },
    ]);
    const said = ask("check", TABLE, { kind: "history", roles: answer.roles, stages: { order: ["Lead", "Call", "Won"], lost: [] } }).value as typeof answer;
    expect(said.findings).toContainEqual(expect.objectContaining({ kind: "skippedStage", count: 2 }));
  });
  test("shows a row", () => {
    const { ask, spreadsheet } = workbook();
    expect(ask("show", "'My deals'!D7")).toEqual({ ok: true, value: null });
    expect(spreadsheet.selection()).toBe("My deals!D7");
    expect(ask("show", "Nowhere!A1")).toEqual({ ok: false, code: "badReference", message: "" });
  });
  test("a table that is too long, or no longer there, is told", () => {
    const { ask, spreadsheet } = workbook();
    expect(ask("check", { ...TABLE, sheet: "Gone" }, null)).toMatchObject({ ok: false, code: "badReference" });
    expect(ask("check", { ...TABLE, rows: 2000 }, null)).toMatchObject({ ok: false, code: "badReference" });
    spreadsheet.sheets[1]!.maxRows = 500_000;
    expect(ask("check", { ...TABLE, rows: 400_000 }, null)).toMatchObject({ ok: false, code: "tooManyRows" });
    expect(ask("check", { ...TABLE, row: 9, rows: 2 }, null)).toEqual({ ok: true, value: null });
  });
  test.each<readonly [string, unknown, unknown?]>([
    ["check", null, null], ["check", { ...TABLE, rows: 0 }, null], ["check", { ...TABLE, sheet: 5 }, null], ["check", TABLE, {}], ["check", TABLE, { kind: "x", roles: {}, stages: null }], ["check", TABLE, { kind: "history", roles: { __proto__x: 1 }, stages: null }],
    ["check", TABLE, { kind: "history", roles: { deal: -1 }, stages: null }], ["check", TABLE, { kind: "history", roles: {}, stages: { order: [1], lost: [] } }], ["check", TABLE, { kind: "history", roles: {}, stages: { order: [] } }], ["show", 5],
  ])("%s refuses %j %j", (method, ...taken) => expect(workbook().ask(String(method), ...taken)).toEqual({ ok: false, code: "badRequest", message: "" }));
  test("the sidebar gets the words for what was found", () => {
    const { checkWords } = workbook().ask("start").value as { readonly checkWords: CheckWords };
    expect(checkWords.suspicions.notADate.title.ru).toBe("Не дата");
  });
});

describe("data", () => {
  const table = () => new FakeSheet("My deals").put("A1", [
    ["Deal", "Customer", "Owner", "Stage", "Closed", "Amount"],
    ["a", "Acme", "Anna", "Won", sheetDate("2026-01-10", "Etc/UTC"), 100], ["b", "Acme", "Boris", "Won", sheetDate("2026-02-10", "Etc/UTC"), 300], ["c", "Beta", "Anna", "Lost", sheetDate("2026-02-11", "Etc/UTC"), 50], ["d", "Beta", "Anna", "Won", sheetDate("2026-02-12", "Etc/UTC"), ""],
  ]);
  const place = { sheet: "My deals", row: 1, column: 1, rows: 5, columns: 6 };
  test("a table of deals is read where it is, and only what it says travels", () => {
    const { ask } = spreadsheetWith({ sheets: [table()] });
    const found = ask("data", place, null, 46_200).value as FoundData;
    expect(found.roles).toEqual({ deal: 0, customer: 1, owner: 2, stage: 3, closed: 4, amount: 5 });
    expect(found.figures).toMatchObject({ deals: 4, won: 2, lost: 1, averageDeal: 200, repeat: { share: 0.75 }, leftOut: [{ reason: "noAmount", count: 1 }] });
    expect(ask("data", place, { kind: "deals", roles: { stage: 3, closed: 4, amount: 5 }, stages: found.stages }, 46_200).value).toMatchObject({ figures: { owners: [], repeat: null } });
  });
  test.each<readonly [string, readonly unknown[]]>([
    ["no place", [null, null, 46_200]], ["a kind that is none", [place, { kind: "x", roles: {}, stages: null }, 46_200]], ["a column that is none", [place, { kind: "deals", roles: { __proto__x: 1 }, stages: null }, 46_200]], ["no day", [place, null, "today"]],
  ])("refuses %s", (_, taken) => expect(spreadsheetWith({ sheets: [table()] }).ask("data", ...taken)).toMatchObject({ ok: false, code: "badRequest" }));
});
