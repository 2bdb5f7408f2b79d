import { findFunction } from "../../src/catalogue/index";
import { checkTable } from "../../src/catalogue/table-check";
import { readNow, type Place } from "../../src/catalogue/table-head";
import type { TableState } from "../../src/pane/checking";
import { argumentsFound } from "../../src/pane/from-check";

type Rows = readonly (readonly unknown[])[];
const DAY = 46_000;
const checked = (sheet: string, rows: Rows, column = 1): TableState => {
  const place: Place = { sheet, row: 1, column, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
  const result = readNow(checkTable(place, null, []), (area) => rows.slice(area.row - 1, area.row - 1 + area.rows).map((row) => Array.from({ length: area.columns }, (_, i) => row[area.column - column + i] ?? "")));
  return { table: { ...place, kind: null }, isBusy: false, result, failure: null };
};
const log = checked("Log", [["Deal", "Stage", "Date"], ...["a", "b", "c"].flatMap((deal, i) => ["Lead", 'The "big" call', "Won"].map((stage, j) => [deal, stage, DAY + i + j])), ["d", "Lead", DAY], ["d", "Lost", DAY + 2]]);
const DEALS: Rows = [["ID", "Stage", "Created", "Closed", "Amount"], ["a", "Won", DAY, DAY + 5, 100], ["b", "Lost", DAY, DAY + 2, 50], ["c", "Lead", DAY, "", 70]];
const deals = checked("My deals", DEALS);
const bare = checked("Bare", [["ID", "Stage", "Amount"], ["a", "Won", 100], ["b", "Lead", 50], ["c", "Lead", 70]]);

/** As a call, with nothing for what was left out. */
const call = (name: string, ...tables: readonly TableState[]): string | null => {
  const def = findFunction(name)!;
  const found = argumentsFound(def, tables);
  return found && `${found.sheet}: ${def.args.map(({ key }) => found.args.get(key) ?? "").join(",").replace(/,+$/, "")}`;
};

test.each<[string, readonly TableState[], string | null]>([
  ["WIN_RATE", [deals], `My deals: 'My deals'!B:B,{"Lead";"Won"},{"Lost"}`],
  ["SALES_CYCLE", [deals], `My deals: 'My deals'!C:C,'My deals'!D:D,'My deals'!B:B,{"Lead";"Won"},{"Lost"}`],
  ["DEAL_SIZE", [log, deals], `My deals: 'My deals'!E:E,'My deals'!B:B,{"Lead";"Won"},{"Lost"}`],
  ["FUNNEL_COUNTS", [deals, log], `Log: Log!A:A,Log!B:B,Log!C:C,{"Lead";"The ""big"" call";"Won"},{"Lost"}`],
  ["FUNNEL_COUNTS", [deals], null],
  ["WIN_RATE", [log], null],
  ["WIN_RATE", [bare], null],
  ["SALES_CYCLE", [bare], null],
  ["DEAL_SIZE", [bare], `Bare: Bare!C:C,Bare!B:B,{"Lead";"Won"}`],
  ["CAC", [deals, log], null],
  ["FUNNEL_BY", [log], null],
])("%s over tables of %j", (name, tables, expected) => expect(call(name, ...tables)).toBe(expected));

test("below titles, and not in the first column, the rows are named", () =>
  expect(call("WIN_RATE", checked("Report", [["Deals of 2026"], [], ...DEALS], 3))).toBe(`Report: Report!D4:D6,{"Lead";"Won"},{"Lost"}`));

test("a total in the last row is left out", () =>
  expect(call("DEAL_SIZE", checked("Deals", [...DEALS, ["Total", "", "", "", 220]]))).toBe(`Deals: Deals!E2:E4,Deals!B2:B4,{"Lead";"Won"},{"Lost"}`));

test("a table that is not checked yet, and one that has lost its headers, give nothing", () => {
  for (const result of [null, "gone"] as const) expect(call("WIN_RATE", { ...deals, result })).toBeNull();
});
