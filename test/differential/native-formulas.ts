/** What people type into a spreadsheet for the same metrics: sheets with the data and helper columns, and formulas with our answers beside them. */
import { valueOf } from "../catalogue/run";
import { column, list, number, readRecords, serial, type Cells } from "./data";
import { planSheets } from "./native-plan";

export type NativeCell = number | string | null | { readonly formula: string };
export type NativeSheet = { readonly name: string; readonly rows: readonly (readonly NativeCell[])[] };
/** `explained`: it is another number on purpose, and why. */
export type Native = { readonly metric: string; readonly ours: number | string; readonly formula: string; readonly array: boolean; readonly explained?: string };

/** One value of an answer: a scalar, or a cell of a table. */
export function pick(name: string, args: readonly unknown[], row = 0, cell = 0): number | string {
  const value = valueOf(name, ...args);
  return (Array.isArray(value) ? (value as (number | string)[][])[row]![cell] : value) as number | string;
}

export function nativeFormulas(): { readonly sheets: readonly NativeSheet[]; readonly natives: readonly Native[] } {
  const natives: Native[] = [];
  const add = (metric: string, ours: number | string, formula: string, explained?: string): void => {
    natives.push({ metric, ours, formula, array: /\b(?:MEDIAN|PERCENTILE(?:\.EXC)?)\(IF\(|MMULT|SUM\(IF\(|STEYX|ROW\(/.test(formula), ...(explained ? { explained } : {}) });
  };
  return { sheets: [...mavenSheets(add), ...logSheets(add), ...weeklySheet(add), ...planSheets(add)], natives };
}
export type Add = (metric: string, ours: number | string, formula: string, explained?: string) => void;

// ---- one row per deal ----------------------------------------------------------------------

function mavenSheets(add: Add): readonly NativeSheet[] {
  const maven = readRecords("maven_crm/sales_pipeline.csv");
  const last = maven.length + 1;
  const date = (text: string | undefined): number | null => (text ? serial(text) : null);
  const rows = maven.map((r, i): NativeCell[] => [r["opportunity_id"]!, r["sales_agent"]!, r["product"]!, r["account"] || null, r["deal_stage"]!,
    date(r["engage_date"]), date(r["close_date"]), number(r["close_value"]), { formula: `IF(G${i + 2}="","",G${i + 2}-F${i + 2})` }]);
  const accounts = [...new Set(maven.map((r) => r["account"]!).filter(Boolean))].sort();
  const [agents, accountsOf, stages, created, closed, amounts, days] = ["B", "D", "E", "F", "G", "H", "I"].map((c) => `Deals!$${c}$2:$${c}$${last}`) as [string,
    string, string, string, string, string, string];
  const order = list("Prospecting", "Engaging", "Won");
  const lost = list("Lost");
  const [stageCells, amountCells, closedCells] = [column(maven, (r) => r["deal_stage"]), column(maven, (r) => number(r["close_value"])), column(maven, (r) => date(r["close_date"]))];
  const dated = maven.filter((r) => r["engage_date"]);
  const cycle = [column(dated, (r) => date(r["engage_date"])), column(dated, (r) => date(r["close_date"])), column(dated, (r) => r["deal_stage"]), order, lost];
  const won = maven.filter((r) => r["deal_stage"] === "Won");

  const decided = `(COUNTIFS(${stages},"Won")+COUNTIFS(${stages},"Lost"))`;
  add("WIN_RATE", pick("WIN_RATE", [stageCells, order, lost]), `COUNTIFS(${stages},"Won")/${decided}`);
  add("WIN_RATE, basis=all", pick("WIN_RATE", [stageCells, order, lost, null, null, "basis=all"]), `COUNTIFS(${stages},"Won")/COUNTA(${stages})`);
  const inPeriod = `${closed},">="&DATE(2017,4,1),${closed},"<"&DATE(2017,10,1)`;
  add("WIN_RATE, closed in the period", pick("WIN_RATE", [stageCells, order, lost, null, closedCells, "from=2017-04-01; to=2017-10-01"]),
    `COUNTIFS(${stages},"Won",${inPeriod})/(COUNTIFS(${stages},"Won",${inPeriod})+COUNTIFS(${stages},"Lost",${inPeriod}))`);
  add("WIN_RATE as the mean over agents", pick("WIN_RATE", [stageCells, order, lost]), "AVERAGE(Agents!$B$2:$B$31)",
    "a mean of rates gives an agent with few deals the weight of one with many; ours divides totals");

  const statistics: readonly (readonly [string, (values: string, of: string) => string])[] = [
    ["mean", (v, of) => `AVERAGEIFS(${v},${stages},"${of}")`], ["median", (v, of) => `MEDIAN(IF(${stages}="${of}",${v}))`],
      ["p80", (v, of) => `PERCENTILE(IF(${stages}="${of}",${v}),0.8)`], ["p12.5", (v, of) => `PERCENTILE(IF(${stages}="${of}",${v}),0.125)`],
    ["min", (v, of) => `MINIFS(${v},${stages},"${of}")`], ["max", (v, of) => `MAXIFS(${v},${stages},"${of}")`], ["sum", (v, of) => `SUMIFS(${v},${stages},"${of}")`],
      ["count", (_, of) => `COUNTIFS(${stages},"${of}")`],
  ];
  for (const [statistic, formula] of statistics) {
    add(`DEAL_SIZE, ${statistic}`, pick("DEAL_SIZE", [amountCells, stageCells, order, lost, statistic]), formula(amounts, "Won"));
    add(`SALES_CYCLE, ${statistic}`, pick("SALES_CYCLE", [...cycle, statistic]), formula(days, "Won"));
    add(`SALES_CYCLE of lost deals, ${statistic}`, pick("SALES_CYCLE", [...cycle, statistic, null, "outcome=lost"]), formula(days, "Lost"));
  }
  add("DEAL_SIZE, p99.9, as PERCENTILE.EXC", pick("DEAL_SIZE", [amountCells, stageCells, order, lost, "p99.9"]), `PERCENTILE.EXC(IF(${stages}="Won",${amounts}),0.999)`,
    "PERCENTILE.EXC takes place (n+1)·q, ours and PERCENTILE 1+(n−1)·q");
  add("DEAL_SIZE as AVERAGE of the column", pick("DEAL_SIZE", [amountCells, stageCells, order, lost]), `AVERAGE(${amounts})`, "lost deals stand there with 0; ours takes won deals only");

  order.forEach(([name], k) => {
    const reached = pick("FUNNEL_REACHED", [stageCells, order, lost, column(maven, (r) => (r["deal_stage"] === "Lost" ? "Engaging" : null))], k);
    const from = ["Prospecting", "Engaging", "Lost", "Won"].slice(k === 2 ? 3 : k).map((stage) => `COUNTIFS(${stages},"${stage}")`).join("+");
    add(`FUNNEL_REACHED, ${String(name)}`, reached, from);
    if (k < 2) add(`FUNNEL_REACHED, ${String(name)}, as COUNTIFS of the stage`, reached, `COUNTIFS(${stages},"${String(name)}")`,
      "that counts who stands there now; ours counts everyone who came that far");
  });
  const bought = [column(won, (r) => r["account"]), column(won, (r) => date(r["close_date"]))];
  add("NEW_CUSTOMERS in the period", pick("NEW_CUSTOMERS", [...bought, null, "from=2017-04-01; to=2017-10-01"]),
    `COUNTIFS(Accounts!$B$2:$B$${accounts.length + 1},">="&DATE(2017,4,1),Accounts!$B$2:$B$${accounts.length + 1},"<"&DATE(2017,10,1))`);
  add("NEW_CUSTOMERS in the period, as accounts of won deals", pick("NEW_CUSTOMERS", [...bought, null, "from=2017-04-01; to=2017-10-01"]),
    `SUMPRODUCT(--(COUNTIFS(${accountsOf},Accounts!$A$2:$A$${accounts.length + 1},${stages},"Won",${inPeriod})>0))`,
    "that counts who bought in the period; new are those who had never bought before");
  add("WEIGHTED_PIPELINE", pick("WEIGHTED_PIPELINE", [column(won, (r) => number(r["close_value"])), column(won, (r) => (Number(r["close_value"]) % 11) / 10)]),
    `SUMPRODUCT((${stages}="Won")*${amounts}*MOD(${amounts},11)/10)`);

  const forecast = ["PIPELINE_FORECAST", [column(won, (r) => number(r["close_value"])), column(won, (r) => (Number(r["close_value"]) % 11) / 10), bought[1]]] as const;
  const inJune = `(${stages}="Won")*(${closed}>=DATE(2017,6,1))*(${closed}<DATE(2017,7,1))`;
  const months = (valueOf(...([forecast[0], ...forecast[1]] as [string, ...unknown[]])) as unknown[][]).findIndex(([label]) => label === "2017-06");
  const spread = `NORM.S.INV(0.9)*SQRT(SUMPRODUCT(${inJune}*${amounts}^2*MOD(${amounts},11)/10*(1-MOD(${amounts},11)/10)))`;
  const expected = `SUMPRODUCT(${inJune}*${amounts}*MOD(${amounts},11)/10)`;
  [["deals", `SUMPRODUCT(${inJune})`], ["amount", `SUMPRODUCT(${inJune}*${amounts})`], ["weighted", expected], ["low", `${expected}-${spread}`],
    ["high", `${expected}+${spread}`]].forEach(([what, formula], c) => add(`PIPELINE_FORECAST, June, ${what}`, pick(forecast[0], forecast[1], months, c + 1), formula!));

  const cohorts = ["COHORT_CONVERSION", [cycle[0], column(dated, (r) => (r["deal_stage"] === "Won" ? date(r["close_date"]) : null)), serial("2017-12-31")]] as const;
  const cohortRows = valueOf(...([cohorts[0], ...cohorts[1]] as [string, ...unknown[]])) as (number | string)[][];
  for (const row of [6, 9, 12]) {
    const [year, month] = String(cohortRows[row]![0]).split("-").map(Number) as [number, number];
    const begun = `${created},">="&DATE(${year},${month},1),${created},"<"&DATE(${year},${month + 1},1)`;
    for (const age of [0, 1, 3]) add(`COHORT_CONVERSION, ${cohortRows[row]![0]}, age ${age}`, cohortRows[row]![2 + age]!,
      `COUNTIFS(${begun},${stages},"Won",${closed},"<"&DATE(${year},${month + age + 1},1))/COUNTIFS(${begun})`);
  }
  const lostRows = valueOf("LOST_REASONS", column(maven, (r) => r["sales_agent"]), null, stageCells, lost) as (number | string)[][];
  for (const row of [1, 2, 10]) add(`LOST_REASONS, agent ${row}`, lostRows[row]![2]!, `COUNTIFS(${agents},"${lostRows[row]![0]}",${stages},"Lost")/COUNTIFS(${stages},"Lost")`);

  const names = [...new Set(maven.map((r) => r["sales_agent"]!))].sort();
  return [
    { name: "Deals", rows: [["opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value", "days"], ...rows] },
    { name: "Agents", rows: [["agent", "win rate"], ...names.map((name, i): NativeCell[] => [name,
      { formula: `COUNTIFS(${agents},A${i + 2},${stages},"Won")/(COUNTIFS(${agents},A${i + 2},${stages},"Won")+COUNTIFS(${agents},A${i + 2},${stages},"Lost"))` }])] },
    { name: "Accounts", rows: [["account", "first won"], ...accounts.map((name, i): NativeCell[] => [name, { formula: `MINIFS(${closed},${accountsOf},A${i + 2},${stages},"Won")` }])] },
  ];
}

// ---- a stage history -----------------------------------------------------------------------

const ORDER = ["A_SUBMITTED", "A_PARTLYSUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "A_APPROVED", "A_REGISTERED", "A_ACTIVATED"];
const LOST = ["A_DECLINED", "A_CANCELLED"];

function logSheets(add: Add): readonly NativeSheet[] {
  // Sorted as people sort a log: by case, by time, and by the place in the funnel where the time is the same.
  const place = (stage: string): number => [...ORDER, ...LOST].indexOf(stage);
  const entries = readRecords("bpi2012/bpi2012_A_applications.csv").map((r) => ({ deal: r["case_id"]!, stage: r["activity"]!, time: serial(r["timestamp"]!) }))
    .sort((a, b) => Number(a.deal) - Number(b.deal) || a.time - b.time || place(a.stage) - place(b.stage));
  const last = entries.length + 1;
  const rows = entries.map(({ deal, stage, time }, i): NativeCell[] => {
    const [r, next] = [i + 2, i + 3];
    return [Number(deal), stage, time, { formula: `IFERROR(MATCH(B${r},Order!$A$1:$A$${ORDER.length},0),0)` }, { formula: `IF(A${next}=A${r},B${next},"")` },
      { formula: `IF(A${next}=A${r},C${next}-C${r},"")` },
      { formula: `IF(A${r}=A${r - 1},MAX(G${r - 1},D${r}),D${r})` }, { formula: `IF(A${next}=A${r},0,1)` }, { formula: `IF(A${r}=A${r - 1},I${r - 1},C${r})` }, { formula: `C${r}-I${r}` }];
  });
  const [stages, times, next, days, furthest, isLast, since] = ["B", "C", "E", "F", "G", "H", "J"].map((c) => `Log!$${c}$2:$${c}$${last}`) as [string,
    string, string, string, string, string, string];
  const cells: readonly Cells[] = [column(entries, (e) => Number(e.deal)), column(entries, (e) => e.stage), column(entries, (e) => e.time)];
  const [order, lost] = [list(...ORDER), list(...LOST)];
  const until = `MAX(${times})`;

  ORDER.forEach((stage, k) => {
    add(`FUNNEL_COUNTS, ${stage}`, pick("FUNNEL_COUNTS", [...cells, order, lost], k), `COUNTIFS(${isLast},1,${furthest},">=${k + 1}")`);
    add(`FUNNEL_COUNTS, reach=visited, ${stage}`, pick("FUNNEL_COUNTS", [...cells, order, lost, null, "reach=visited"], k), `COUNTIFS(${stages},"${stage}")`);
    add(`FUNNEL_COUNTS, count=open, ${stage}`, pick("FUNNEL_COUNTS", [...cells, order, lost, null,
      "count=open"], k), k === ORDER.length - 1 ? "0" : `COUNTIFS(${isLast},1,${stages},"${stage}")`);
    if (k === ORDER.length - 1) return;
    const time = (statistic: string): number | string => pick("STAGE_TIME", [...cells, order, lost, stage, statistic, null, "visits=each"]);
    add(`STAGE_TIME, mean, ${stage}`, time("mean"), `AVERAGEIFS(${days},${stages},"${stage}")`);
    add(`STAGE_TIME, median, ${stage}`, time("median"), `MEDIAN(IF((${stages}="${stage}")*(${days}<>""),${days}))`);
    add(`STAGE_TIME, p80, ${stage}`, time("p80"), `PERCENTILE(IF((${stages}="${stage}")*(${days}<>""),${days}),0.8)`);
    add(`STAGE_TIME, max, ${stage}`, time("max"), `MAXIFS(${days},${stages},"${stage}")`);
    add(`STAGE_TIME, count, ${stage}`, time("count"), `COUNTIFS(${stages},"${stage}",${next},"<>")-COUNTIFS(${stages},"${stage}",${isLast},1)`);
    if (k < 5) add(`STAGE_TIME_TABLE, longest open, ${stage}`, pick("STAGE_TIME_TABLE", [...cells, order, lost], k + 1,
      9) || 0, `IF(COUNTIFS(${isLast},1,${stages},"${stage}")=0,0,${until}-MINIFS(${times},${isLast},1,${stages},"${stage}"))`);
  });
  add("FUNNEL_COUNTS as of 15 January, as COUNTIFS up to that date, A_SUBMITTED", pick("FUNNEL_COUNTS", [...cells, order, lost, serial("2012-01-15")]),
    `COUNTIFS(${stages},"A_SUBMITTED",${times},"<="&DATE(2012,1,15))`, "a date is the midnight at its beginning; as_of takes in the whole day");
  add("STAGE_TIME, mean, A_FINALIZED, with open ones, as AVERAGE of days so far", pick("STAGE_TIME", [...cells, order, lost, "A_FINALIZED",
    "mean", null, "open=censor; visits=each"]), `(SUMIFS(${days},${stages},"A_FINALIZED")+COUNTIFS(${isLast},1,${stages},"A_FINALIZED")*${until}-SUMIFS(${times},${isLast},1,${stages},"A_FINALIZED"))/COUNTIFS(${stages},"A_FINALIZED")`, "an open stay is longer than it is so far; open=censor reckons with that (Kaplan–Meier)");
  add("STAGE_TIME, mean, A_FINALIZED, open=age", pick("STAGE_TIME", [...cells, order, lost, "A_FINALIZED", "mean", null, "open=age; visits=each"]),
    `(SUMIFS(${days},${stages},"A_FINALIZED")+COUNTIFS(${isLast},1,${stages},"A_FINALIZED")*${until}-SUMIFS(${times},${isLast},1,${stages},"A_FINALIZED"))/COUNTIFS(${stages},"A_FINALIZED")`);
  add("TIME_TO_CONVERT, mean", pick("TIME_TO_CONVERT", [...cells, order, lost, null, null, "mean"]), `AVERAGEIFS(${since},${stages},"A_ACTIVATED")`);
  add("TIME_TO_CONVERT, median", pick("TIME_TO_CONVERT", [...cells, order, lost, null, null, "median"]), `MEDIAN(IF(${stages}="A_ACTIVATED",${since}))`);
  add("TIME_TO_CONVERT to A_DECLINED, median", pick("TIME_TO_CONVERT", [...cells, order, lost, "A_SUBMITTED", "A_DECLINED", "median"]), `MEDIAN(IF(${stages}="A_DECLINED",${since}))`);

  const flow = valueOf("STAGE_FLOW", ...cells, order, lost, null, "from=2011-11-01; to=2011-12-01") as (number | string)[][];
  const november = `${times},">="&DATE(2011,11,1),${times},"<"&DATE(2011,12,1)`;
  ORDER.slice(0, 6).forEach((stage, k) => add(`STAGE_FLOW, entered, ${stage}`, flow[k + 1]![2]!, `COUNTIFS(${stages},"${stage}",${november})`));

  // The matrix of moves on a sheet of its own, and its fundamental matrix.
  const all = [...ORDER, ...LOST];
  const matrix = valueOf("TRANSITION_MATRIX", ...cells, order, lost) as (number | string)[][];
  const letter = (c: number): string => String.fromCharCode(65 + c);
  const moves: NativeSheet = {
    name: "Moves",
    rows: [["", ...all], ...ORDER.map((from, r): NativeCell[] => [from,
      ...all.map((to): NativeCell => (r < 7 ? { formula: `COUNTIFS(${stages},"${from}",${next},"${to}")/(COUNTIFS(${stages},"${from}")-COUNTIFS(${stages},"${from}",${isLast},1))` } : 0))])],
  };
  for (const [r, c] of [[0, 1], [1, 2], [1, 8], [2, 3], [2, 9], [4, 5], [5, 6], [6, 7], [6, 5]] as const) add(`TRANSITION_MATRIX, ${ORDER[r]} to ${all[c]}`,
    matrix[r + 1]![c + 1]!, `Moves!${letter(c + 1)}${r + 2}`);
  const eventual = valueOf("EVENTUAL_CONVERSION", ...cells, order, lost) as (number | string)[][];
  for (let k = 0; k < 7; k += 1) add(`EVENTUAL_CONVERSION, ${ORDER[k]}`, eventual[k]![0]!, `INDEX(MMULT(MINVERSE(MUNIT(7)-Moves!$B$2:$H$8),Moves!$I$2:$I$8),${k + 1})`);
  return [{ name: "Log", rows: [["case", "stage", "time", "place", "next stage", "days", "furthest", "last", "start", "since start"], ...rows] }, { name: "Order",
    rows: ORDER.map((name) => [name]) }, moves];
}

// ---- counts by week, plan and money --------------------------------------------------------

function weeklySheet(add: Add): readonly NativeSheet[] {
  const weekly = readRecords("worked_tables/weekly_funnel.csv");
  const steps = ["landing_visits", "signups", "activated", "trial_started", "paid"];
  const of = (name: string): Cells => column(weekly, (r) => number(r[name]));
  const range = (name: string): string => { const c = "BCDEF"[steps.indexOf(name)]!; return `Weekly!$${c}$2:$${c}$${weekly.length + 1}`; };
  const [visits, signups, trials, paid] = ["landing_visits", "signups", "trial_started", "paid"].map(range) as [string, string, string, string];
  const weeks = "Weekly!$G$2:$G$15";
  const total = (name: string): number => weekly.reduce((sum, r) => sum + Number(r[name]), 0);
  const counts = column(steps, total);

  add("LEAD_CONVERSION", pick("LEAD_CONVERSION", [of("landing_visits"), of("signups")]), `SUM(${signups})/SUM(${visits})`);
  add("SALES_CONVERSION", pick("SALES_CONVERSION", [of("trial_started"), of("paid")]), `SUM(${paid})/SUM(${trials})`);
  add("SALES_CONVERSION as the mean of the weeks", pick("SALES_CONVERSION", [of("trial_started"), of("paid")]), `SUMPRODUCT(${paid}/${trials})/COUNT(${paid})`,
    "a mean of rates gives a small week the weight of a large one; ours divides totals");
  add("FUNNEL_CONVERSION", pick("FUNNEL_CONVERSION", [counts]), `SUM(${paid})/SUM(${visits})`);
  const [x, n] = [`SUM(${paid})`, `SUM(${trials})`];
  const z = "NORM.S.INV(0.975)";
  const wilson = (sign: string): string => `(${x}/${n}+${z}^2/2/${n}${sign}${z}*SQRT(${x}/${n}*(1-${x}/${n})/${n}+${z}^2/4/${n}^2))/(1+${z}^2/${n})`;
  const table = valueOf("FUNNEL_TABLE", list(...steps), counts) as (number | string)[][];
  add("FUNNEL_TABLE, low of the last step", table[5]![7]!, wilson("-"));
  add("FUNNEL_TABLE, high of the last step", table[5]![8]!, wilson("+"));
  add("CONVERSION_INTERVAL, low, as p − CONFIDENCE", pick("CONVERSION_INTERVAL", [total("trial_started"), total("paid")]),
    `${x}/${n}-CONFIDENCE(0.05,SQRT(${x}/${n}*(1-${x}/${n})),${n})`, "that is Wald's interval, too narrow for small samples and outside 0..1 near its ends; ours is Wilson's");

  const test = (a: readonly number[], row: number): number | string => pick("CONVERSION_TEST", a, row, 1);
  const large = [5000, 486, 5000, 527];
  const pooled = "(1013/10000*(1-1013/10000)*(2/5000))";
  add("CONVERSION_TEST, z", test(large, 6), `(527/5000-486/5000)/SQRT${pooled}`);
  add("CONVERSION_TEST, p", test(large, 7), `2*(1-NORM.S.DIST((527/5000-486/5000)/SQRT${pooled},TRUE))`);
  const small = [12, 2, 15, 9];
  const table2 = "HYPGEOM.DIST(ROW($A$1:$A$12)-1,12,11,27,FALSE)";
  add("CONVERSION_TEST, p of Fisher", test(small, 7), `SUM(IF(${table2}<=HYPGEOM.DIST(2,12,11,27,FALSE)*(1+1E-7),${table2}))`);

  const ahead = valueOf("LEAD_FORECAST", of("paid"), 3) as (number | string)[][];
  const half = (t: number): string => `T.INV.2T(0.05,12)*STEYX(${paid},${weeks})*SQRT(1+1/14+(${t}-AVERAGE(${weeks}))^2/DEVSQ(${weeks}))`;
  for (const t of [15, 17]) {
    add(`LEAD_FORECAST, week ${t}`, ahead[t - 14]![1]!, `FORECAST(${t},${paid},${weeks})`);
    add(`LEAD_FORECAST, low, week ${t}`, ahead[t - 14]![2]!, `FORECAST(${t},${paid},${weeks})-${half(t)}`);
    add(`LEAD_FORECAST, high, week ${t}`, ahead[t - 14]![3]!, `FORECAST(${t},${paid},${weeks})+${half(t)}`);
  }
  add("KEEP_RATE", pick("KEEP_RATE", [of("paid"), 15, 24]), `COUNTIFS(${paid},">=15",${paid},"<=24")/COUNT(${paid})`);
  add("PLAN_SCORE", pick("PLAN_SCORE", [column([0.3, 0.9, 0.4], (v) => v), column([0.4, 0.2, 0.4], (v) => v)]), "SUMPRODUCT({0.3;0.9;0.4},{0.4;0.2;0.4})/SUM({0.4;0.2;0.4})");
  const span = [serial("2026-07-01"), serial("2026-09-30"), serial("2026-07-31")] as const;
  const working = "NETWORKDAYS(DATE(2026,7,1),DATE(2026,7,31))/NETWORKDAYS(DATE(2026,7,1),DATE(2026,9,30))";
  add("EXPECTED_TO_DATE, working", pick("EXPECTED_TO_DATE", [12e6, ...span, null, "working"]), `12000000*${working}`);
  add("GOAL_FORECAST, working", pick("GOAL_FORECAST", [35e5, ...span, null, "working"]), `3500000/(${working})`);
  add("REQUIRED_PACE, working", pick("REQUIRED_PACE", [35e5, 12e6, span[1], span[2], "working"]), "(12000000-3500000)/NETWORKDAYS(DATE(2026,8,1),DATE(2026,9,30))");
  add("LEADS_WINDOW, working, from", pick("LEADS_WINDOW", [span[0], span[1], column([5, 10, 20], (v) => v), "working"]), "WORKDAY(DATE(2026,7,1),-35)");
  add("HIRE_BY", pick("HIRE_BY", [span[0], 4, 45]), "EDATE(DATE(2026,7,1),-4)-45");
  add("REQUIRED_LEADS", pick("REQUIRED_LEADS", [14, 1, column([0.1, 0.35, 0.5, 0.4], (v) => v)]), "ROUNDUP(14/PRODUCT({0.1;0.35;0.5;0.4}),0)");
  add("REQUIRED_LEADS, 7 at 70 % and 10 %: 100, not 101", pick("REQUIRED_LEADS", [7, 1, column([0.7, 0.1], (v) => v)]), "CEILING(7/(0.7*0.1),1)");
  add("LTV over 24 months", pick("LTV", [50, 0.8, 0.08, 0.01, 24]), "PV((0.08+0.01)/(1-0.08),24,-50*0.8)/(1-0.08)");
  add("PAYBACK_PERIOD", pick("PAYBACK_PERIOD", [200, 50, 0.75]), "NPER(0,-50*0.75,200)");
  const payback = valueOf("PAYBACK_CURVE", 200, 50, 0.75, 0, 0.01, 12) as (number | string)[][];
  add("PAYBACK_CURVE, balance of month 12", payback[12]![3]!, "PV(0.01,12,-50*0.75)-200");
  return [{ name: "Weekly", rows: [["week", ...steps, "number"], ...weekly.map((r, i): NativeCell[] => [serial(r["week"]!), ...steps.map((name) => number(r[name])), i + 1])] }];
}
