/** Metrics that are one formula in a cell, and the lookups in the tables of the plan. */
import { column, serial, type Cells } from "./data";
import { pick, type Add, type NativeSheet } from "./native-formulas";

const numbers = (...values: readonly number[]): Cells => column(values, (v) => v);

export function planSheets(add: Add): readonly NativeSheet[] {
  const [start, end, now] = ["2026-07-01", "2026-09-30", "2026-07-31"].map(serial) as [number, number, number];
  const plain: readonly (readonly [name: string, args: readonly unknown[], formula: string])[] = [
    ["CAC", [numbers(5000, 1000, -300), numbers(20, 11)], "SUM({5000;1000;-300})/SUM({20;11})"],
    ["ROMI", [37000, 121000, 0.42], "(121000*0.42-37000)/37000"], ["ROAS", [37000, 121000], "121000/37000"], ["AD_SPEND_SHARE", [37000, 121000], "37000/121000"],
    ["VALUE_PER_LEAD", [numbers(500, 1500, 755), 39], "SUM({500;1500;755})/39"], ["SALES_VELOCITY", [97, 31250, 0.23, 61], "97*31250*0.23/61"], ["LITTLES_LAW", [53, 7, null], "53/7"],
    ["PIPELINE_COVERAGE", [numbers(4.8e6, 3.1e5), 1.6e6, 2.5e5, 0.22], "SUM({4800000;310000})*0.22/(1600000-250000)"], ["LTV_CAC", [617, 211], "617/211"],
      ["MAX_CAC", [10000, 0.1, numbers(0.25, 0.83, 0.51)], "10000*0.1*PRODUCT({0.25;0.83;0.51})"],
    ["CUSTOMER_CHURN", [103, 7, 111], "7/AVERAGE(103,111)"], ["REVENUE_CHURN", [1007, 53, 31, 97], "(53+31-97)/1007"], ["RUN_RATE", [53, 9, 22], "53/9*22"],
    ["GOAL_PROGRESS", [431000, 400000, 500000], "(431000-500000)/(400000-500000)"], ["PLAN_GAP", [83, 97, "down", "share"], "(97-83)/ABS(97)"], ["ATTAINMENT", [110, 120],
      "110/120"], ["ATTAINMENT, down", [110, 120, "down"], "2-110/120"],
    ["GOAL_PACE", [3.5e6, 12e6, start, end, now], "3500000/(12000000*(DATE(2026,7,31)-DATE(2026,7,1)+1)/(DATE(2026,9,30)-DATE(2026,7,1)+1))"],
    ["GOAL_STATUS", [3.5e6, 12e6, start, end, now], 'IF(3500000/(12000000*31/92)>=0.95,"on plan",IF(3500000/(12000000*31/92)>=0.8,"attention","behind"))'],
    ["REQUIRED_DEALS", [7.5e6, 85000], "ROUNDUP(7500000/85000,0)"], ["TEAM_CAPACITY", [numbers(7, 3), 151, numbers(0.85, 0.4)], "SUMPRODUCT({7;3},{0.85;0.4})*151"],
      ["REQUIRED_REPS", [6.1e6, 8e5, 0.9], "ROUNDUP(6100000/(800000*0.9),0)"],
    ["MAX_CAC of a customer", [10000, 0.37], "10000*0.37"],
  ];
  for (const [name, args, formula] of plain) add(name, pick(name.split(/[ ,]/)[0]!, args), formula);
  ["500/0.3/0.5/0.4", "500/0.3/0.5", "500/0.3", "500"].forEach((needed, row) => add(`REQUIRED_FUNNEL, step ${row + 1}`, pick("REQUIRED_FUNNEL",
    [column(["a", "b", "c", "d"], (v) => v), numbers(0.4, 0.5, 0.3), 500, 1], row + 1, 1), `ROUNDUP(ROUND(${needed},9),0)`));

  const goals = [["ID", "Goal", "Baseline", "Target", "Actual", "Start", "Due"], ["G-001", "Revenue", 0, 12e6, 3.5e6, start, end], ["G-005", "CAC", 70000, 60000, 66000, start, end]];
  const checkins = [["Date", "Goal", "Value", "Value is"], [start + 9, "G-002", 5, "For the period"], [start + 16, "G-002", 4, "For the period"],
    [start + 16, "G-001", 3.5e6, "Total to date"], [start + 9, "G-001", 2e6, "Total to date"]];
  const of = (field: string): string => `INDEX(Goals!$A$1:$G$3,MATCH("G-005",Goals!$A$1:$A$3,0),MATCH("${field}",Goals!$A$1:$G$1,0))`;
  const share = "NETWORKDAYS(DATE(2026,7,1),DATE(2026,7,31))/NETWORKDAYS(DATE(2026,7,1),DATE(2026,9,30))";
  add("GOAL_VALUE, progress", pick("GOAL_VALUE", ["G-005", goals]), `(${of("Actual")}-${of("Baseline")})/(${of("Target")}-${of("Baseline")})`);
  add("GOAL_VALUE, expected", pick("GOAL_VALUE", ["G-005", goals, "expected", now]), `${of("Baseline")}+(${of("Target")}-${of("Baseline")})*${share}`);
  add("GOAL_VALUE, pace", pick("GOAL_VALUE", ["G-005", goals, "pace", now]), `(${of("Actual")}-${of("Baseline")})/(${of("Target")}-${of("Baseline")})/(${share})`);
  add("LATEST_CHECKIN, sums of periods", pick("LATEST_CHECKIN", ["G-002", checkins]), 'SUMIFS(Checkins!$C$2:$C$5,Checkins!$B$2:$B$5,"G-002")');
  add("LATEST_CHECKIN, a total", pick("LATEST_CHECKIN", ["G-001",
    checkins]), 'SUMIFS(Checkins!$C$2:$C$5,Checkins!$B$2:$B$5,"G-001",Checkins!$A$2:$A$5,MAXIFS(Checkins!$A$2:$A$5,Checkins!$B$2:$B$5,"G-001"))');
  return [{ name: "Goals", rows: goals }, { name: "Checkins", rows: checkins }];
}
