import { catalogue } from "../../src/catalogue/index";
import { fold, searchOver } from "../../src/pane/search";

const search = searchOver(catalogue);
const names = (query: string) => search(query).map(({ name }) => name);

test.each([
  ["cac", "CAC"],
  ["CAC", "CAC"],
  ["funnel_table", "FUNNEL_TABLE"],
  ["funnel table", "FUNNEL_TABLE"],
  ["win rate", "WIN_RATE"],
  ["стоимость привлечения", "CAC"],
  ["средний чек", "DEAL_SIZE"],
  ["окупаемость", "PAYBACK_PERIOD"],
  ["payback", "PAYBACK_PERIOD"],
  ["отток", "CUSTOMER_CHURN"],
  ["отказы по этапам", "STAGE_DROPOFF"],
  ["воронка таблица", "FUNNEL_TABLE"],
  ["сфс", "CAC"],
  ["rjydthcbz djhjyrb", "FUNNEL_CONVERSION"],
])("%j finds %s first", (query, name) => expect(names(query)[0]).toBe(name));

test.each([
  ["конверсия", ["FUNNEL_CONVERSION", "STAGE_CONVERSION", "LEAD_CONVERSION", "ACTION_CONVERSION", "SALES_CONVERSION"]],
  ["конверсии", ["FUNNEL_CONVERSION", "STAGE_CONVERSION"]],
  ["конв", ["FUNNEL_CONVERSION", "STAGE_CONVERSION"]],
  ["сколько дней", ["STAGE_TIME", "SALES_CYCLE", "TIME_TO_CONVERT"]],
  ["how many days", ["STAGE_TIME", "SALES_CYCLE"]],
  ["дни", ["SALES_CYCLE", "STAGE_TIME"]],
])("%j finds among the first five %j", (query, expected) => expect(names(query).slice(0, 5)).toEqual(expect.arrayContaining(expected.slice(0, 5))));

test("an empty query gives all functions in their order", () => expect(search("  ")).toEqual(catalogue));
test.each(["xyzzy", "ъъъъ", "!!!", "<img src=x>"])("%j finds nothing", (query) => expect(search(query)).toEqual([]));
test("every function is found first by its own name, and by its titles", () => {
  for (const def of catalogue) {
    expect(names(def.name)[0]).toBe(def.name);
    for (const title of Object.values(def.title)) expect(names(title).slice(0, 2)).toContain(def.name);
  }
});
test("ё and е, wide and narrow letters are the same", () => expect(fold("СЧЁТ ＣＡＣ")).toBe("счет cac"));
