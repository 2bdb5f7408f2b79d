import { checkTable, type Checked, type Choice } from "../../src/catalogue/table-check";
import { headOf, listsOf, readHead, readNow, type Area } from "../../src/catalogue/table-head";
import { MOST_SPOTS } from "../../src/catalogue/findings";
import { currencyOf, dateNotation, moneyText } from "../../src/catalogue/odd-text";
import { CHECK_WORDS, SUSPICIONS } from "../../src/catalogue/check-words";
import { headerRow } from "../../src/catalogue/table-roles";
import { nearestName, recogniseStages, type List } from "../../src/catalogue/table-stages";

type Grid = readonly (readonly unknown[])[];
const readerOf = (rows: Grid, top: number, left: number) => ({ row, column, rows: height, columns }: Area) =>
  rows.slice(row - top, row - top + height).map((cells) => Array.from({ length: columns }, (_, i) => cells[column - left + i] ?? ""));

/** The check of a table whose first cell stands at row `top` and column `left`. */
function check(rows: Grid, { choice = null, lists = [], top = 1, left = 1 }: { readonly choice?: Choice | null; readonly lists?: readonly List[]; readonly top?: number; readonly left?: number } = {}): Checked {
  const place = { row: top, column: left, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
  const checked = readNow(checkTable(place, choice, lists), readerOf(rows, top, left));
  if (!checked) throw new Error("no headers");
  return checked;
}
const summary = ({ findings }: Checked) => Object.fromEntries(findings.map(({ kind, spots }) => [kind, spots.map(({ row, text }) => `${row} ${text}`)]));
const names = ({ headers, roles }: Checked) => Object.fromEntries(Object.entries(roles).map(([role, column]) => [role, headers[column]]));

const DAY = 46_000;
const STAGES = ["Lead", "Call", "Offer", "Won"];
/** Deals that go straight through the funnel, and one that is lost. */
const clean: Grid = [
  ["Deal", "Stage", "Date"],
  ...["a", "b", "c"].flatMap((deal, i) => STAGES.map((stage, j) => [deal, stage, DAY + i + j * 3])),
  ["d", "Lead", DAY], ["d", "Call", DAY + 1], ["d", "Lost", DAY + 2],
];
const history = (...rows: Grid): Grid => [...clean, ...rows];
const ROW = clean.length + 1; // of the first row that is added

const HEADERS = ["ID", "Stage", "Last stage", "Created", "Closed", "Amount", "Currency"];
const won = (id: string): readonly unknown[] => [id, "Won", "Offer", DAY, DAY + 5, 100, "USD"];
const cleanDeals: Grid = [HEADERS, won("a"), won("b"), ["c", "Lost", "Call", DAY, DAY + 2, 50, "USD"], ["d", "Lead", "Lead", DAY, "", 70, "USD"]];
const deals = (...rows: Grid): Grid => [...cleanDeals, ...rows];
const DEAL_ROW = cleanDeals.length + 1;

describe("a stage history", () => {
  test("is recognised with its columns, its stages in order and the lost ones, and a clean one has nothing", () => {
    const checked = check(clean);
    expect(checked).toMatchObject({ kind: "history", rows: 15, stages: { order: STAGES, lost: ["Lost"] }, names: [...STAGES, "Lost"], findings: [] });
    expect(names(checked)).toEqual({ deal: "Deal", stage: "Stage", date: "Date" });
  });
  test("in Russian, with the columns in another order, below a title, away from the corner", () => {
    const rows: Grid = [["Выгрузка из CRM", "", ""], ["Дата перехода", "ID сделки", "Этап сделки"], ...[["x", "Лид"], ["x", "Встреча"], ["x", "Успешно реализовано"], ["y", "Лид"], ["y", "Закрыто и не реализовано"]].map(([deal, stage], i) => [DAY + i, deal, stage]), ["", "y", "Лид"]];
    const checked = check(rows, { top: 4, left: 3 });
    expect(names(checked)).toEqual({ date: "Дата перехода", deal: "ID сделки", stage: "Этап сделки" });
    expect(checked).toMatchObject({ kind: "history", stages: { order: ["Лид", "Встреча", "Успешно реализовано"], lost: ["Закрыто и не реализовано"] } });
    expect(checked.findings).toEqual([{ kind: "missingDate", count: 1, spots: [{ row: 11, column: 3, text: "y" }] }]);
  });

  test.each<readonly [string, Grid, Readonly<Record<string, readonly string[]>>]>([
    ["missing cells, and a row with nothing at all, which is none", [["", "Lead", DAY], ["e", "", DAY], ["e", "Lead", ""], ["", "", ""]], { missingDeal: [`${ROW} `], missingStage: [`${ROW + 1} e`], missingDate: [`${ROW + 2} e`] }],
    ["dates that are none", [["e", "Lead", "soon"], ["f", "Lead", 20260115], ["g", "Lead", true]], { notADate: [`${ROW} soon`, `${ROW + 1} 20260115`, `${ROW + 2} true`] }],
    ["dates in another notation", [["e", "Lead", "25.12.2025"], ["f", "Lead", "2026-01-05T10:00:00+03:00"], ["g", "Lead", "5 мая 2026"]], { dateText: [`${ROW} 25.12.2025`, `${ROW + 1} 2026-01-05T10:00:00+03:00`, `${ROW + 2} 5 мая 2026`] }],
    ["dates whose day may be the month", [["e", "Lead", "03/04/2026"], ["f", "Lead", "05/05/2026"]], { eitherDate: [`${ROW} 03/04/2026`], dateText: [`${ROW + 1} 05/05/2026`] }],
    ["a day above 12 settles which is which", [["e", "Lead", "03/04/2026"], ["f", "Lead", "25/04/2026"]], { dateText: [`${ROW} 03/04/2026`, `${ROW + 1} 25/04/2026`] }],
    ["days above 12 on both sides settle nothing", [["e", "Lead", "03/04/2026"], ["f", "Lead", "25/04/2026"], ["g", "Lead", "04/25/2026"]], { eitherDate: [`${ROW} 03/04/2026`], dateText: [`${ROW + 1} 25/04/2026`, `${ROW + 2} 04/25/2026`] }],
    ["dates that stand for none", [["e", "Lead", 25569], ["f", "Lead", "2050-01-01"], ["g", "Lead", 32874]], { placeholderDate: [`${ROW} 1970-01-01`, `${ROW + 1} 2050-01-01`] }],
    ["error cells", [["e", { error: "#N/A" }, DAY], [{ error: "#REF!" }, "Lead", DAY], ["f", "Lead", { error: "#NUM!" }]], { errorCell: [`${ROW + 1} #REF!`, `${ROW} #N/A`, `${ROW + 2} #NUM!`] }],
    ["a sum below the deals", [["Total:", "", 5]], { totalRow: [`${ROW} Total:`] }],
    ["a row twice", [["a", "Lead", DAY]], { duplicate: [`${ROW} a`] }],
    ["two stages at one moment", [["e", "Lead", DAY], ["e", "Call", DAY]], { sameTime: [`${ROW + 1} e`] }],
    ["a jump, and a start in the middle", [["e", "Lead", DAY], ["e", "Offer", DAY + 1], ["f", "Call", DAY]], { skippedStage: [`${ROW + 1} e`, `${ROW + 2} f`] }],
    ["back, reopened, after the win, lost at once", [["e", "Lead", DAY], ["e", "Call", DAY + 1], ["e", "Lead", DAY + 2], ["d", "Call", DAY + 9], ["a", "Offer", DAY + 99], ["g", "Lost", DAY]], { movedBack: [`${ROW + 2} e`], reopened: [`${ROW + 3} d`], afterWin: [`${ROW + 4} a`], lostWithoutStage: [`${ROW + 5} g`] }],
  ])("%s", (_, rows, expected) => expect(summary(check(history(...rows)))).toEqual(expected));

  test("an end before the beginning, and ends that mean: still open", () => {
    const rows = clean.map((row, i) => [...row, i === 0 ? "Date exited" : i === 1 ? DAY - 1 : i === 2 ? 54_789 : i === 3 ? "9999-12-31 23:59:59" : DAY + 60]);
    const checked = check(rows);
    expect(summary(checked)).toEqual({ negativeDuration: ["2 a"], openEnd: ["3 2050-01-01", "4 9999-12-31"] });
    expect(checked.findings.find(({ kind }) => kind === "negativeDuration")?.spots[0]?.column).toBe(4);
    expect(summary(check([...rows, ["e", "Lead", "soon", DAY]]))).toMatchObject({ notADate: [`${ROW} soon`], negativeDuration: ["2 a"] });
  });
  test("a rare name that is nearly a frequent one is unknown, with the name that was meant", () => {
    const many: Grid = Array.from({ length: 60 }, (_, i) => [`m${i}`, "Lead", DAY + i]);
    const checked = check(history(...many, ["e", "Laed", DAY], ["f", "Laed", DAY], ["g", " LEAD ", DAY]));
    expect(checked.findings).toEqual([{ kind: "unknownStage", count: 2, spots: [{ row: ROW + 60, column: 2, text: "Laed" }, { row: ROW + 61, column: 2, text: "Laed" }], names: [{ name: "Laed", count: 2, nearest: "Lead" }] }]);
  });
  test("stages of another sheet decide which are known, and in which order", () => {
    const list: Grid = [["Stage", "Count", "Lost stages"], ["Lead", 5, "Lost"], ["Call", 4, ""], ["Won", 1, ""]];
    const lists = listsOf(list, { row: 1, column: 1, rows: 4, columns: 3 });
    expect(lists).toEqual([{ header: "Stage", names: ["Lead", "Call", "Won"] }, { header: "Lost stages", names: ["Lost"] }]);
    const checked = check(clean, { lists });
    expect(checked.stages).toEqual({ order: ["Lead", "Call", "Won"], lost: ["Lost"] });
    expect(checked.findings).toEqual([expect.objectContaining({ kind: "unknownStage", count: 3, names: [{ name: "Offer", count: 3, nearest: null }] })]);
  });
  test("what the user says is taken: stages, columns and kind", () => {
    const { kind, roles } = check(clean);
    const stages = { order: ["Lead", "Offer", "Won"], lost: ["Lost", "Call"] };
    expect(check(clean, { choice: { kind, roles, stages } })).toMatchObject({ stages, findings: [{ kind: "reopened", count: 3 }] });
    expect(check(clean, { choice: { kind: "deals", roles: { deal: 0, stage: 1, created: 2 }, stages: null } }).findings.map((finding) => finding.kind)).toContain("repeatedDeal");
    expect(check(clean, { choice: { kind: "other", roles: {}, stages: null } }).findings).toEqual([]);
    expect(check(clean, { choice: { kind: "history", roles: { deal: 0 }, stages: null } }).findings).toEqual([]);
    expect(check(clean, { choice: { kind: "history", roles: { deal: 9 }, stages: null } }).findings).toEqual([]);
  });
  test("the first rows are kept, all are counted", () => {
    const [finding] = check(history(...Array.from({ length: MOST_SPOTS + 7 }, (_, i) => [`z${i}`, "Lead", ""]))).findings;
    expect([finding?.count, finding?.spots.length, finding?.spots[0]?.row]).toEqual([MOST_SPOTS + 7, MOST_SPOTS, ROW]);
  });
});

describe("deal rows", () => {
  test("are recognised, and clean ones have nothing", () => {
    const checked = check(cleanDeals);
    expect(checked).toMatchObject({ kind: "deals", findings: [] });
    expect(names(checked)).toEqual({ deal: "ID", stage: "Stage", lastStage: "Last stage", created: "Created", closed: "Closed", amount: "Amount", currency: "Currency" });
    expect(new Set(checked.stages?.order)).toEqual(new Set(STAGES));
    expect(checked.stages?.order.at(-1)).toBe("Won");
  });
  const stages = { order: ["Lead", "Call", "Offer", "Won"], lost: ["Lost"] };
  const roles = { deal: 0, stage: 1, lastStage: 2, created: 3, closed: 4, amount: 5, currency: 6 };
  test.each<readonly [string, Grid, Readonly<Record<string, readonly string[]>>]>([
    ["missing cells; an open deal needs no end", [["", "Lead", "Lead", DAY, "", 1, ""], ["e", "", "Lead", DAY, "", 1, ""], ["f", "Lead", "Lead", "", "", 1, ""]], { missingDeal: [`${DEAL_ROW} `], missingStage: [`${DEAL_ROW + 1} e`], missingDate: [`${DEAL_ROW + 2} f`] }],
    ["an id twice", [won("a")], { repeatedDeal: [`${DEAL_ROW} a`] }],
    ["closed before it was created", [["e", "Won", "Offer", DAY, DAY - 1, 5, "USD"]], { negativeDuration: [`${DEAL_ROW} e`] }],
    ["an open deal with an end, a won one without", [["e", "Lead", "Lead", DAY, DAY, 5, ""], ["f", "Won", "Offer", DAY, "", 5, ""]], { closedWithoutEnd: [`${DEAL_ROW + 1} f`], openWithEnd: [`${DEAL_ROW} e`] }],
    ["an end in 2050 means that it is open", [["e", "Lead", "Lead", DAY, 54_789, 5, ""], ["f", "Won", "Offer", DAY, "01.02.2026", 5, ""]], { openEnd: [`${DEAL_ROW} 2050-01-01`], dateText: [`${DEAL_ROW + 1} 01.02.2026`] }],
    ["numbers kept as text, and amounts that are none", [["e", "Won", "Offer", DAY, DAY, "1 200,50", ""], ["f", "Won", "Offer", DAY, DAY, "a lot", ""], ["g", "Won", "Offer", DAY, DAY, { error: "#N/A" }, ""]], { numberText: [`${DEAL_ROW} 1 200,50`], notANumber: [`${DEAL_ROW + 1} a lot`], errorCell: [`${DEAL_ROW + 2} #N/A`] }],
    ["a refund, and won deals for nothing", [["e", "Won", "Offer", DAY, DAY, -5, ""], ["f", "Won", "Offer", DAY, DAY, 0, ""], ["g", "Won", "Offer", DAY, DAY, "", ""]], { negativeAmount: [`${DEAL_ROW} e`], wonWithoutAmount: [`${DEAL_ROW + 1} f`, `${DEAL_ROW + 2} g`] }],
    ["a lost deal without its last stage", [["e", "Lost", "", DAY, DAY, 5, ""]], { lostWithoutStage: [`${DEAL_ROW} e`] }],
    ["two currencies", [["e", "Won", "Offer", DAY, DAY, 5, "руб."]], { mixedCurrencies: [`${DEAL_ROW} руб.`] }],
    ["an unknown last stage", [["e", "Lost", "Offr", DAY, DAY, 5, "USD"]], { unknownStage: [`${DEAL_ROW} Offr`], lostWithoutStage: [`${DEAL_ROW} e`] }],
  ])("%s", (_, rows, expected) => expect(summary(check(deals(...rows), { choice: { kind: "deals", roles, stages } }))).toEqual(expected));

  test("lost deals whose amounts were all set to 0", () => {
    const rows = deals(["e", "Lost", "Call", DAY, DAY, 0, ""]).map((row) => (row[1] === "Lost" ? [...row.slice(0, 5), 0, ""] : row));
    expect(summary(check(rows))).toEqual({ lostWithoutAmount: ["4 c", `${DEAL_ROW} e`] });
  });
  test("two currencies in the amounts themselves, with their names", () => {
    const rows = cleanDeals.map((row, i) => (i === 0 ? row.slice(0, 6) : [...row.slice(0, 5), i === 2 ? "€5" : "$1,200"]));
    const mixed = check(rows).findings.find(({ kind }) => kind === "mixedCurrencies");
    expect(mixed).toEqual({ kind: "mixedCurrencies", count: 1, spots: [{ row: 3, column: 6, text: "€5" }], names: [{ name: "USD", count: 3, nearest: null }, { name: "EUR", count: 1, nearest: null }] });
  });
  test("a table whose ids come again is a history, even with dates of creation", () => {
    const rows: Grid = [["id", "stage_name", "created_date", "amount"], ...Array.from({ length: 20 }, (_, i) => [`x${i % 5 === 4 ? 0 : i % 5}`, ["New", "Call", "Offer", "Won"][Math.floor(i / 5)], DAY + i, 5])];
    expect(check(rows).kind).toBe("history");
    expect(check(rows.map((row, i) => [...row, i === 0 ? "date" : DAY + i])).kind).toBe("history");
    expect(check(rows.map((row, i) => (i > 0 && i < 16 ? [`y${i}`, ...row.slice(1)] : row)))).toMatchObject({ kind: "deals", findings: expect.arrayContaining([expect.objectContaining({ kind: "repeatedDeal", count: 1 })]) as unknown });
  });
});

describe("any other table", () => {
  test("only its own cells are looked at", () => {
    const rows: Grid = [["Month", "Costs", "Note"], ["01.01.2026", 5, "a"], ["01.02.2026", "1 200", "7"], ["01.03.2026", 7, ""], ["01.04.2026", { error: "#N/A" }, ""], ["01.05.2026", 9, ""], ["01.06.2026", 9, ""]];
    expect(summary(check(rows))).toMatchObject({ dateText: ["2 01.01.2026", "3 01.02.2026", "4 01.03.2026", "5 01.04.2026", "6 01.05.2026", "7 01.06.2026"], numberText: ["3 1 200"], errorCell: ["5 #N/A"] });
    expect(check([["Stage", "Count"], ["Lead", 5], ["Won", 1]])).toMatchObject({ kind: "other", findings: [] });
  });
  test.each<readonly [string, Grid]>([["numbers only", [[1, 2], [3, 4]]], ["one column", [["a"], ["b"]]], ["headers only", [["a", "b"]]], ["nothing", [[""]]]])("%s is no table", (_, rows) => {
    expect(readNow(checkTable({ row: 1, column: 1, rows: rows.length, columns: rows[0]!.length }, null, []), readerOf(rows, 1, 1))).toBeNull();
    expect(readHead(rows)).toBeNull();
  });
  test("a total in the last row would be added to the rows above it; further up it may be a part of a report", () => {
    expect(summary(check([["Month", "Costs"], ["Jan", 5], ["Feb", 6], ["Total:", 11]]))).toEqual({ totalRow: ["4 Total:"] });
    expect(summary(check([["Месяц", "Расходы"], ["Январь", 5], ["Итого", 5], ["Февраль", 6]]))).toEqual({});
  });
  test("the header is looked for below titles", () => expect(headerRow([["Report", ""], ["", ""], ["a", "b"], [1, 2]])).toBe(2));
  test("a head is no more than a few hundred rows", () => expect(headOf({ row: 3, column: 2, rows: 1_000_000, columns: 7 })).toEqual({ row: 3, column: 2, rows: 300, columns: 7 }));
});

describe("texts", () => {
  test.each([
    ["2026-01-31", "read"], ["2026-01-31 10:00", "read"], ["2026-1-31", "clear"], ["2026/01/31", "clear"], ["2021-01-07 6:49:18", "clear"], ["2026-01-31T10:00:00Z", "clear"], ["31.01.2026", "clear"],
    ["01.02.2026 г.", "clear"], ["1.2.26", "clear"], ["31/01/2026", "dayFirst"], ["01/31/2026", "monthFirst"], ["03/04/2026", "either"], ["3-4-26", "either"], ["04/04/2026", "clear"], ["03/04/2026 10:15 PM", "either"],
    ["5 мая 2026", "clear"], ["May 5, 2026", "clear"], ["05-Jan-26", "clear"], ["2026-02-30", null], ["32/01/2026", null], ["1.2.3", null], ["Lead", null], ["", null], ["12", null], ["10/20/30 items", null], ["1/2.2026", null], ["a1/2/2026", null],
    ["45 мая 2026", null], [`${"1".repeat(50)}`, null],
  ])("%j as a date: %s", (text, notation) => expect(dateNotation(text)).toBe(notation));
  test.each([
    ["1 200,50", ""], ["$1,200.00", "USD"], ["1200 руб.", "RUB"], ["1 200 ₽", "RUB"], ["USD 5", "USD"], ["(1,200)", ""], ["-5 €", "EUR"], ["15%", ""], ["a lot", null], ["5 apples", null], ["$", null], ["", null], ["Q1 2026", null],
  ])("%j as money: %s", (text, currency) => expect(moneyText(text)).toBe(currency));
  test.each([["₽", "RUB"], ["Руб.", "RUB"], ["usd", "USD"], ["US$", "USD"], ["£", "GBP"], ["¥", "CNY"], ["", ""], ["xyz", ""]])("currency of %j: %s", (text, code) => expect(currencyOf(text)).toBe(code));
  test.each([
    ["Negotation", "Negotiation"], ["negotiation/review", "Negotiation"], ["Лnд", null], ["Cдeлкa", "Сделка"], ["Wo", "Won"], ["Closed", null],
  ])("the nearest name to %s: %s", (name, nearest) => expect(nearestName(name, ["Negotiation", "Won", "Сделка"])).toBe(nearest));
});

test.each(Object.entries(SUSPICIONS))("%s is told in both languages, with one sentence on what it does", (_, { title, effect }) => {
  for (const text of [title.en, effect.en]) expect(text).not.toMatch(/\p{Script=Cyrillic}/u);
  for (const text of [title.ru, effect.ru]) expect(text).toMatch(/\p{Script=Cyrillic}/u);
  for (const text of [effect.en, effect.ru]) expect(text).toMatch(/^[^.]+(?:\.\D[^.]*)?\.$/);
});

const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();
test.each([...Object.entries(CHECK_WORDS.texts), ...Object.entries(CHECK_WORDS.kinds), ...Object.entries(CHECK_WORDS.roles), ...Object.entries(CHECK_WORDS.severities)])("the words of %s: the same places in both languages", (_, { en, ru }) => {
  expect(places(ru)).toEqual(places(en));
  expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(ru).toMatch(/\p{Script=Cyrillic}/u);
});

test("the amounts of a history are looked at as those of deals", () => {
  const rows: Grid = [["Deal", "Stage", "Date", "Amount"], ...clean.slice(1).map((row) => [...row, 100]), ["e", "Lead", DAY, "7 USD"], ["f", "Lead", DAY, "9 EUR"]];
  const kinds = check(rows).findings.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["numberText", "mixedCurrencies"]));
});

describe("stages", () => {
  test.each([
    ["deal rows in the usual order of their names", ["Won", "Negotiation", "Lead", "Lost"], ["Lead", "Negotiation", "Won"], ["Lost"]],
    ["with a name that is not usual, as they come, the won one last", ["Won", "Zeta", "Alpha", "Отказ"], ["Zeta", "Alpha", "Won"], ["Отказ"]],
  ])("%s", (_, all, order, lost) => expect(recogniseStages(all, all.map(() => 5), null, [])).toEqual({ order, lost }));
  test("two stages that differ by their numbers are two", () => expect(recogniseStages(["Demo 1", "Demo 2", "Won"], [500, 3, 5], null, [])).toMatchObject({ order: expect.arrayContaining(["Demo 1", "Demo 2"]) as string[] }));
  test.each([
    ["one letter, also in a small table", ["Lead", "Laed", "Won"], [4, 1, 2], "Laed"],
    ["not where both are about as frequent", ["Lead", "Load", "Won"], [4, 2, 2], null],
    ["not one letter as a word of its own", ["Plan A", "Plan B", "Won"], [10, 1, 2], null],
    ["two letters only beside a frequent name", ["Proposal", "Propsoal", "Prposaal", "Won"], [40, 1, 1, 2], "Prposaal"],
  ] as const)("a slip of the pen: %s", (_, all, counts, slip) => {
    const { order } = recogniseStages([...all], [...counts], null, []);
    expect(order.includes(slip ?? all[1])).toBe(slip === null);
  });
  test("a list without lost stages of its own takes those of the table", () =>
    expect(recogniseStages(["Lead", "Won", "Lost"], [1, 1, 1], null, [{ header: "Stage", names: ["Lead", "Won"] }])).toEqual({ order: ["Lead", "Won"], lost: ["Lost"] }));
});
