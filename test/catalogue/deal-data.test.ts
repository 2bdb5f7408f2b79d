/** A dirty table of deals: what is left out, and by which rule; and what a table that cannot answer says. */
import { readDeals, type DataChoice, type FoundData } from "../../src/catalogue/deal-data";
import { readNow, type Area } from "../../src/catalogue/table-head";

type Grid = readonly (readonly unknown[])[];
const TODAY = 46_200; // 27 June 2026
function read(rows: Grid, choice: DataChoice | null = null): FoundData {
  const place = { row: 3, column: 2, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
  const at = ({ row, column, rows: height, columns }: Area) => rows.slice(row - 3, row - 3 + height).map((cells) => Array.from({ length: columns }, (_, i) => cells[column - 2 + i] ?? ""));
  return readNow(readDeals(place, choice, [], TODAY), at)!;
}
const figures = (rows: Grid) => read(rows).figures!;

const HEADERS = ["Сделка", "Клиент", "Менеджер", "Этап", "Создана", "Закрыта", "Сумма", "Валюта"];
const DAY = 46_000;
const won = (id: string, customer: string, owner: string, closed: unknown, amount: unknown, currency = "RUB"): readonly unknown[] => [id, customer, owner, "Продажа", DAY - 10, closed, amount, currency];
const clean: Grid = [
  HEADERS, won("1", "А", "Анна", DAY, 100), won("2", "А", "Анна", DAY + 40, 300), won("3", "Б", "Борис", DAY + 20, 200),
  ["4", "В", "Борис", "Отказ", DAY, DAY + 5, 0, "RUB"], ["5", "Г", "Анна", "Лид", DAY + 50, "", 70, "RUB"],
];

test("headers are understood, the table may stand anywhere, and each number is the obvious one", () => {
  const { roles, figures: found, top } = read(clean);
  expect(Object.keys(roles).sort()).toEqual(["amount", "closed", "created", "currency", "customer", "deal", "owner", "stage"]);
  expect(top).toBe(4);
  expect(found).toMatchObject({ deals: 5, won: 3, lost: 1, open: 1, leftOut: [], averageDeal: 200, currency: "RUB", repeat: { share: 0.5, customers: 2, unnamed: 0 }, winRate: { share: 0.75, won: 3, decided: 4 }, cycle: { days: 30, median: 30, deals: 3, odd: 0 }, averaged: 3, pipeline: { deals: 1, amount: 70, expected: 52.5 } });
  expect(found!.owners.map(({ name, revenue, deals, since }) => [name, revenue, deals, since])).toEqual([["Анна", 400, 2, DAY - 10], ["Борис", 200, 1, DAY - 10]]);
});

test("open deals count by the shares from their stages, in the currency that counts, and where they have an amount", () => {
  const more: Grid = [...clean, ["6", "Д", "Анна", "Лид", DAY + 50, "", 30, "RUB"], ["7", "Е", "Анна", "Лид", DAY + 50, "", 999, "USD"], ["8", "Ж", "Анна", "Лид", DAY + 50, "", "", "RUB"], ["9", "З", "Анна", "Лид", DAY + 50, "", "много", "RUB"]];
  expect(figures(more).pipeline).toEqual({ deals: 2, amount: 100, expected: 75 });
});

test.each<readonly [string, readonly unknown[], string]>([
  ["a deal that is there already", won("1", "А", "Анна", DAY, 999), "repeated"],
  ["no stage", ["9", "А", "Анна", "", DAY, DAY, 999, "RUB"], "noStage"],
  ["money of another currency", won("9", "А", "Анна", DAY, 999, "USD"), "otherCurrency"],
  ["no amount", won("9", "А", "Анна", DAY, ""), "noAmount"],
  ["an amount of 0", won("9", "А", "Анна", DAY, 0), "noAmount"],
  ["an amount as text", won("9", "А", "Анна", DAY, "1 000 руб."), "notAnAmount"],
  ["an error for an amount", won("9", "А", "Анна", DAY, { error: "#N/A" }), "notAnAmount"],
  ["no closing date", won("9", "А", "Анна", "", 999), "noDate"],
  ["a closing date as text", won("9", "А", "Анна", "31.12.2025", 999), "notADate"],
  ["a win in the future", won("9", "А", "Анна", TODAY + 1, 999), "afterToday"],
])("%s: the row is left out and counted, and no number changes", (_, row, reason) => {
  const [found, before] = [figures([...clean, row]), figures(clean)];
  expect(found.leftOut).toEqual([{ reason, count: 1 }]);
  // Leads are counted whatever they are worth.
  expect({ ...found, deals: 0, leftOut: [], cohorts: null }).toEqual({ ...before, deals: 0, cohorts: null });
});

test("totals and blank rows are no deals", () => {
  const { deals, leftOut } = figures([...clean, [], ["Итого", "", "", "", "", "", 600, ""]]);
  expect([deals, leftOut]).toEqual([5, []]);
});

test("a stage in neither list is left out", () => {
  const guess = read([...clean, ["9", "А", "Анна", "???", DAY, DAY, 999, "RUB"]]);
  expect(read([...clean, ["9", "А", "Анна", "???", DAY, DAY, 999, "RUB"]], { ...guess, stages: { order: ["Лид", "Продажа"], lost: ["Отказ"] } }).figures!.leftOut).toEqual([{ reason: "unknownStage", count: 1 }]);
});

test("a list of sales has no stages: every row is a sale, and the share won is not known", () => {
  const found = read([["Дата", "Клиент", "Сумма"], [DAY, "А", 100], [DAY + 1, "Б", 300], [DAY + 2, "А", -100]]);
  expect(found.kind).toBe("sales");
  expect(found.figures).toMatchObject({ won: 3, winRate: null, cycle: null, funnel: null, averageDeal: 150 });
});

test("without the columns that are needed there are no figures, and the samples are there to choose from", () => {
  const found = read([["Name", "City"], ["A", "B"], ["C", "D"]]);
  expect([found.figures, found.columns.map(({ header, samples }) => [header, samples])]).toEqual([null, [["Name", ["A", "C"]], ["City", ["B", "D"]]]]);
});

test("two whole years of months give the season, January first", () => {
  const rows = Array.from({ length: 36 }, (_, month) => [Math.floor(44_562 + month * 30.4375 + 2), "А", month % 12 === 11 ? 300 : 100]);
  const season = figures([["Дата", "Клиент", "Сумма"], ...rows]).season!;
  expect(season).toHaveLength(12);
  expect(season.indexOf(Math.max(...season))).toBe(11);
  expect(figures([["Дата", "Клиент", "Сумма"], ...rows.slice(0, 20)]).season).toBeNull();
});

describe("the days in which the deals of a rate were decided", () => {
  const staged = (id: string, stage: string, last: string, created: number, closed: unknown): readonly unknown[] => [id, stage, last, created, closed, 100];
  const head = ["ID", "Stage", "Last stage", "Created", "Closed", "Amount"];
  const deals: Grid = [head, staged("1", "Won", "Offer", DAY, DAY + 9.5), staged("2", "Lost", "Call", DAY, DAY + 2), staged("3", "Lost", "Offer", DAY, DAY + 30), staged("4", "Call", "Call", DAY + 40, "")];
  const stages = { order: ["Call", "Offer", "Won"], lost: ["Lost"] };
  const spans = (grid: Grid) => {
    const { winRate, funnel } = read(grid, { ...read(grid), stages }).figures!;
    return [winRate && winRate.span, funnel && funnel[0]!.span];
  };
  test("of the share won the twelve months of the averages, of the funnel the first and the last; open deals are decided on no day", () => {
    expect(spans(deals)).toEqual([{ from: expect.any(Number), to: DAY + 40 }, { from: DAY + 2, to: DAY + 30 }]);
  });
  test("nothing is said where a lost deal has no day", () => expect(spans([...deals, staged("5", "Lost", "Call", DAY, "")])).toEqual([null, null]));
  test("of a history the days of the last entries", () => {
    const entry = (id: string, stage: string, date: number): readonly unknown[] => [id, stage, date];
    const grid: Grid = [["Deal", "Stage", "Date"], entry("1", "Call", DAY), entry("1", "Offer", DAY + 3), entry("1", "Won", DAY + 8), entry("2", "Call", DAY + 1), entry("2", "Offer", DAY + 4), entry("2", "Lost", DAY + 5), entry("3", "Call", DAY + 60), entry("3", "Offer", DAY + 61)];
    const { figures: found, kind } = read(grid, { ...read(grid), stages });
    expect([kind, found!.funnel![0]!.span]).toEqual(["history", { from: DAY + 5, to: DAY + 8 }]);
  });
});
