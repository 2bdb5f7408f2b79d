import { catalogue } from "../../src/catalogue/index";
import { ASKED } from "../../src/pane/asked";
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
  ["cac by channel", "CAC_BY"],
  ["стоимость клиента по каналам", "CAC_BY"],
  ["сколько стоит лид", "COST_PER_STAGE"],
  ["cost per lead", "COST_PER_STAGE"],
  ["money per lead", "VALUE_PER_LEAD"],
  ["conversion by source", "FUNNEL_BY"],
  ["конверсия по источникам", "FUNNEL_BY"],
  ["roi", "ROMI"],
  ["ДРР", "AD_SPEND_SHARE"],
  ["ltv", "LTV"],
  ["ранрейт", "RUN_RATE"],
  ["why did revenue change", "CHANGE_DRIVERS"],
  ["почему изменилась выручка", "CHANGE_DRIVERS"],
  ["почему изменилась конверсия", "CONVERSION_MIX"],
  ["статус цели", "GOAL_STATUS"],
  ["зависшие сделки", "STALE_DEALS"],
  ["stuck deals", "STALE_DEALS"],
  ["data quality", "DATA_CHECK"],
  ["дубли", "DATA_CHECK"],
  ["сколько нужно лидов", "REQUIRED_LEADS"],
  ["когда нанять", "HIRE_BY"],
  ["сколько нанять менеджеров", "REQUIRED_REPS"],
  ["удержание", "COHORT_RETENTION"],
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
test("what people also call a function names functions that exist", () => {
  expect(Object.keys(ASKED).filter((name) => !catalogue.some((def) => def.name === name))).toEqual([]);
});
test("the sentence “not for …; use X” leads to X, not to the function that warns", () => {
  const [first, other] = [catalogue[0]!, catalogue[1]!];
  const found = searchOver([{ ...first, avoid: { en: `Zebras; use ${other.name}.`, ru: "Зебры." } }, other])("zebras");
  expect(found.map(({ name }) => name)).toEqual([other.name]);
});
test("ё and е, wide and narrow letters are the same", () => expect(fold("СЧЁТ ＣＡＣ")).toBe("счет cac"));
