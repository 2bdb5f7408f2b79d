/**
 * The calculated columns as plain spreadsheet formulas, so that a colleague without the add-in sees them too. They give what
 * GOAL_VALUE gives with PLAN_ASOF and PLAN_HOLIDAYS; where plain formulas cannot (a season, weekend days that are worked) they call
 * EXPECTED_TO_DATE. English notation; words in cells are understood in both languages.
 */
import { AFTER_LAST_DATE } from "../core/calendar";
import { ACCUMULATES, CANCELLED, DAY_KINDS, GOAL_STATUSES, GOAL_TYPES, PACE_BY, PATHS, type GoalStatus } from "./codes";
import type { CodeList } from "./schema";
import { TABLES, type TableKey } from "./tables";
import type { Language } from "./words";

/** The cell of a field in the same row, such as `$H5`. */
export type At = (field: string) => string;
/**
 * @param language of the words that the Status column shows
 * @param byMonth the goal has targets by month, on a sheet of their own
 * @returns the formula with its `=`, or null where the column has none
 */
export function calculatedFormula(table: TableKey, field: string, at: At, language: Language, byMonth = false): string | null {
  if (table === "resources" && field === "cost_plan") return `=IF(OR(LEN(${at("qty_plan")})=0,LEN(${at("price")})=0),"",${at("qty_plan")}*${at("price")})`;
  if (table === "cycles" && field === "score") return scoreFormula(at);
  if (table !== "goals") return null;
  const formula = GOAL_FORMULAS[field];
  return formula ? `=${formula(goalParts(at, language, byMonth))}` : null;
}

// A blank cell is asked for by its length: the workbench's engine takes 0="" for true.

/** Whether a cell says this code: the code itself, either label, or another word for it. A spreadsheet does not tell small letters from capitals. */
function says<const L extends CodeList>(cell: string, list: L, code: L[number]["code"]): string {
  return `OR(${wordsOf(list, code).map((word) => `${cell}="${word}"`).join(",")})`;
}

function wordsOf<const L extends CodeList>(list: L, code: L[number]["code"]): readonly string[] {
  const found = list.find((each) => each.code === code)!;
  return [...new Set([found.code, found.words.en, found.words.ru, ...(found.also ?? [])].map((word) => word.toLowerCase()))];
}

/** The calendar holds weekend days that are worked. */
const hasExtraDays = `${wordsOf(DAY_KINDS, "work").map((word) => `COUNTIF(PLAN_DAYS,"${word}")`).join("+")}>0`;

type Parts = ReturnType<typeof goalParts>;

/** The pieces that the formulas of a goal are built of. */
function goalParts(at: At, language: Language, byMonth: boolean) {
  const [type, b, t, upper, a, s, e] = ["type", "baseline", "target", "target_max", "actual", "start", "end"].map(at) as [string, string, string, string, string, string, string];
  // Days, whatever the time that was pasted with them.
  const [first, last] = [`INT(${s})`, `INT(${e})`];
  const [x, p, pace] = ["expected", "progress", "pace"].map(at) as [string, string, string];
  const d = "INT(PLAN_ASOF)";
  const isType = (code: (typeof GOAL_TYPES)[number]["code"]): string => says(type, GOAL_TYPES, code);
  const isMilestone = isType("milestone");
  const isMin = isType("keep ≥");
  const isMax = isType("keep ≤");
  const isWithin = isType("keep within");
  const isSum = says(at("accumulate"), ACCUMULATES, "sum");
  const lacksSum = `LEN(${at("accumulate")})=0`;
  const isLimit = `AND(${isMax},${isSum})`;
  const isLevel = `OR(${isMin},${isWithin},AND(${isMax},NOT(${isSum})))`;
  const isAtEnd = says(at("path"), PATHS, "at the end");
  // The workbench's engine calculates both ways of an IF, and NETWORKDAYS day by day: from a blank cell on, 1900, that is for ever.
  const from = `IF(LEN(${s})=0,${e},${s})`;
  const to = `IF(OR(LEN(${e})=0,${e}>=${AFTER_LAST_DATE}),${s},${e})`;
  const workingDays = (until: string): string => `NETWORKDAYS(${from},${until},PLAN_HOLIDAYS)`;
  // NETWORKDAYS knows no weekend days that are worked.
  const workingShare = `IF(${hasExtraDays},EXPECTED_TO_DATE(1,${s},${e},${d},0,"working",PLAN_DAYS),IF(${d}<${first},0,IF(${d}>=${last},1,${workingDays(`MEDIAN(${from},${d},${to})`)}/${workingDays(to)})))`;
  const way = `(${t}-IF(${isMax},0,${b}))`;
  const isCalendar = says(at("pace_by"), PACE_BY, "calendar");
  const time = `IF(OR(${says(at("path"), PATHS, "season")},${says(at("pace_by"), PACE_BY, "season")}),EXPECTED_TO_DATE(1,${s},${e},${d},0,"season",PLAN_DAYS,PLAN_SEASON_INDEX),` +
    `IF(${isCalendar},MAX(0,MIN(1,(${d}-${first}+1)/(${last}-${first}+1))),${workingShare}))`;
  /** Share of the time that has passed, by the goal's path and pace. */
  const share = `IF(OR(${isMilestone},${isAtEnd}),IF(${d}<${last},0,1),IF(${says(at("path"), PATHS, "from the start")},IF(${d}<${first},0,1),` +
    `${byMonth ? `IF(IF(${isSum},${way},0)>0,${monthlyShare({ id: at("goal_id"), way, first, last, d, isCalendar })},${time})` : time}))`;
  return {
    a, b, t, s, e, d, first, last, x, p, pace, isMilestone, isMin, isMax, isWithin, isSum, isLimit, isLevel, isAtEnd, share,
    /** A milestone may be ticked, or say yes. */
    fact: `IF(ISNUMBER(${a}),${a},IF(OR(${a}=TRUE,${a}="yes",${a}="да"),1,0))`,
    whole: `IF(LEN(${t})=0,1,${t})`,
    low: `IF(LEN(${upper})=0,${t}-0.05*ABS(${t}),${t})`,
    high: `IF(LEN(${upper})=0,${t}+0.05*ABS(${t}),${upper})`,
    closed: at("closed_as"),
    /** Three working days are found within a year, or nothing is. */
    isTooEarly: `NETWORKDAYS(${s},MEDIAN(${s},${d},${s}+366),PLAN_HOLIDAYS)<3`,
    hasNoDay: "LEN(PLAN_ASOF)=0",
    /** Only a milestone is to be reached once where nothing is said; a blank is no 0. */
    lacksTarget: `AND(LEN(${t})=0,NOT(${isMilestone}))`,
    /** The target is where the goal cannot go: such numbers would look like progress. */
    isAway: `OR(AND(${isType("increase")},${t}<=${b}),AND(${isType("decrease")},${t}>=${b}),AND(LEN(${type})=0,${t}=${b}))`,
    isUpperBelow: `AND(${isWithin},LEN(${upper})>0,${upper}<${t}-1E-9)`,
    /** A limit to be spent, or a level to be held: nobody knows which. */
    lacksLimit: `AND(${isMax},${lacksSum})`,
    lacksForecast: `AND(${lacksSum},NOT(OR(${isMilestone},${isMin},${isWithin})))`,
    word: (status: GoalStatus): string => `"${GOAL_STATUSES.find(({ code }) => code === status)!.words[language]}"`,
  };
}

/** Full months, and of the month at hand as much as its days; monthly.ts does the same. */
function monthlyShare({ id, way, first, last, d, isCalendar }: Readonly<Record<"id" | "way" | "first" | "last" | "d" | "isCalendar", string>>): string {
  const monthOf = (day: string): string => `EOMONTH(${day},-1)+1`;
  const planned = (from: string, before: string): string =>
    ["", '&" *"'].map((name) => `SUMIFS(PLAN_MONTH_TARGET,PLAN_MONTH_GOAL,${id}${name},PLAN_MONTH_START,">="&${from},PLAN_MONTH_START,"<"&${before})`).join("+"); // + comes before &
  // Never far from the day, whatever the cells hold: see workingDays.
  const [from, to] = [`MIN(${d},MAX(${first},${monthOf(d)}))`, `MAX(${d},MIN(${last},EOMONTH(${d},0)))`];
  const days = `(${d}-${from}+1)/(${to}-${from}+1)`;
  const working = `IF(${hasExtraDays},EXPECTED_TO_DATE(1,${from},${to},${d},0,"working",PLAN_DAYS),NETWORKDAYS(${from},${d},PLAN_HOLIDAYS)/NETWORKDAYS(${from},${to},PLAN_HOLIDAYS))`;
  const soFar = `${planned(monthOf(first), monthOf(d))}+(${planned(monthOf(d), `EOMONTH(${d},0)+1`)})*IFERROR(IF(${isCalendar},NA(),${working}),${days})`;
  return `IF(${d}<${first},0,IF(${d}>=${last},1,MAX(0,MIN(1,(${soFar})/${way}))))`;
}

const GOAL_FORMULAS: Readonly<Record<string, (parts: Parts) => string>> = {
  expected: ({ s, e, t, b, isMilestone, isWithin, isLevel, isLimit, whole, share, hasNoDay, lacksTarget, isAway, lacksLimit }) =>
    `IF(OR(${hasNoDay},LEN(${s})=0,LEN(${e})=0,${e}>=${AFTER_LAST_DATE},${lacksTarget},${isAway},${lacksLimit},${isWithin}),"",IFERROR(IF(${isLevel},${t},IF(OR(${isMilestone},${isLimit}),0,${b})+IF(OR(${isMilestone},${isLimit}),${whole},${t}-${b})*${share}),""))`, // the share once: it is long, and Excel takes 8,192 characters
  gap: ({ a, b, t, x, fact, low, high, isWithin, isMin, isLevel, isLimit, isMilestone, hasNoDay, lacksTarget, isUpperBelow, lacksLimit }) =>
    `IF(OR(${hasNoDay},LEN(${a})=0,${lacksTarget},${isUpperBelow},${lacksLimit}),"",IFERROR(IF(${isWithin},MIN(${a}-${low},${high}-${a}),IF(${isMin},${a}-${t},IF(${isLevel},${t}-${a},IF(LEN(${x})=0,"",IF(${isLimit},${x}-${a},IF(${isMilestone},${fact}-${x},IF(${t}<${b},${x}-${a},${a}-${x}))))))),""))`,
  progress: ({ a, b, t, fact, whole, low, high, isMilestone, isWithin, isMin, isMax, lacksTarget, isAway, isUpperBelow }) =>
    `IF(OR(LEN(${a})=0,${lacksTarget},${isAway},${isUpperBelow}),"",IFERROR(IF(${isMilestone},${fact}/${whole},IF(${isWithin},IF(AND(${a}>=${low}-1E-9,${a}<=${high}+1E-9),1,0),IF(${isMin},IF(${a}>=${t}-1E-9,1,0),IF(${isMax},IF(${a}<=${t}+1E-9,1,0),(${a}-${b})/(${t}-${b}))))),""))`,
  pace: ({ a, b, x, fact, isLevel, isLimit, isMilestone }) =>
    `IF(OR(LEN(${a})=0,LEN(${x})=0),"",IFERROR(IF(${isLevel},"",IF(${isLimit},${x}/${a},IF(${isMilestone},${fact}/${x},(${a}-${b})/(${x}-${b})))),""))`,
  // Not before a tenth of the time, or three working days: the first days would give wild numbers.
  forecast: ({ a, b, t, x, fact, isLevel, isLimit, isMilestone, isSum, isTooEarly, hasNoDay, lacksTarget, isAway, lacksForecast }) =>
    `IF(OR(${hasNoDay},LEN(${a})=0,${lacksTarget},${isAway},${lacksForecast}),"",IFERROR(IF(OR(${isLevel},${isMilestone},NOT(${isSum})),${fact},IF(${isTooEarly},"",IF(${isLimit},IF(${x}/${t}<0.1,"",${a}*${t}/${x}),IF((${x}-${b})/(${t}-${b})<0.1,"",${b}+(${a}-${b})*(${t}-${b})/(${x}-${b}))))),""))`,
  status: (parts) => {
    const { a, b, t, s, e, d, first, last, x, p, pace, closed, isMilestone, isAtEnd, isLevel, isLimit, hasNoDay, lacksTarget, isAway, isUpperBelow, lacksLimit, word } = parts;
    const isReached = `${p}>=1-1E-9`;
    const isNotStarted = `IF(OR(${isMilestone},${isAtEnd},${isLevel},AND(${isLimit},${t}=0)),${d}<${first},IF(${isLimit},${x}=0,${x}=${b}))`;
    const byPace = `IF(LEN(${pace})=0,"",IF(${pace}>=PLAN_GREEN-1E-9,${word("onPlan")},IF(${pace}>=PLAN_YELLOW-1E-9,${word("attention")},${word("behind")})))`;
    const open = `IF(${isLevel},IF(${isReached},${word("onPlan")},${word("behind")}),IF(AND(${isLimit},NOT(${isReached})),${word("behind")},IF(OR(${isMilestone},${isAtEnd},IF(${isLimit},ROUND(${a},9)<=0,FALSE)),${word("onPlan")},${byPace})))`;
    return `IF(LEN(${closed})>0,${closed},IF(OR(${hasNoDay},LEN(${s})=0,LEN(${e})=0,${lacksTarget},${isAway},${isUpperBelow},${lacksLimit}),"",IFERROR(IF(${isNotStarted},${word("notStarted")},IF(LEN(${a})=0,${word("noData")},IF(LEN(${p})=0,"",` +
      `IF(AND(${isReached},OR(NOT(OR(${isLevel},${isLimit})),${d}>=${last})),${word("done")},IF(${d}>=${last},${word("missed")},${open}))))),"")))`;
  },
};

/** Goals with a progress that nobody cancelled, each capped to 0..1, weighted; a blank weight is 1. */
function scoreFormula(at: At): string {
  const [progress, weight] = ["PLAN_GOAL_PROGRESS", "PLAN_GOAL_WEIGHT"];
  const mine = `(PLAN_GOAL_CYCLE=${at("cycle_id")})*ISNUMBER(${progress})*(${wordsOf(CANCELLED, "cancelled").map((word) => `(PLAN_GOAL_CLOSED="${word}")`).join("+")}=0)`;
  const weights = `${weight}+ISBLANK(${weight})`;
  return `=IFERROR((SUMPRODUCT(${mine}*(${progress}>0)*(${progress}<=1),${weights},${progress})+SUMPRODUCT(${mine}*(${progress}>1),${weights}))/SUMPRODUCT(${mine},${weights}),"")`;
}

/** The formulas of a row of a table, for the store: by field, where all cells that they ask for are on the sheet. */
export function calculatedRow(table: TableKey, row: number, column: (field: string) => string | undefined, language: Language, byMonth = false): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { field, kind } of TABLES[table].columns) {
    if (kind !== "calculated") continue;
    let isWhole = true;
    const formula = calculatedFormula(table, field, (asked) => {
      const letters = column(asked);
      if (letters === undefined) isWhole = false;
      return `$${letters ?? "A"}${row + 1}`;
    }, language, byMonth);
    if (formula !== null && isWhole) found.set(field, formula);
  }
  return found;
}
