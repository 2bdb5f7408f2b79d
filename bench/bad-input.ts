/** What bad input costs against good: every function that reads rows, each with the faults that can be made in its columns. */
import { call } from "../src/catalogue/call";
import { plainCells } from "../src/catalogue/grid";
import { findFunction } from "../src/catalogue/index";
import { dealRows, LOST, packed, parse, stageHistory, STAGES, type Column } from "./data";

/** Columns of the sample by name, and whether each holds numbers (or dates), stages or names. */
const COLUMNS = {
  deal: ["history", 0, "name"], entered: ["history", 1, "stage"], at: ["history", 2, "number"], group: ["history", 3, "name"],
  stage: ["deals", 0, "stage"], last: ["deals", 1, "stage"], amount: ["deals", 2, "number"], created: ["deals", 3, "number"], closed: ["deals", 4, "number"],
  customer: ["deals", 5, "name"], source: ["deals", 6, "name"], chance: ["deals", 7, "number"], reason: ["deals", 8, "name"], won: ["deals", 9, "number"],
} as const;
type Name = keyof typeof COLUMNS;
const isColumn = (word: string): word is Name => word in COLUMNS;

const HISTORY = "deal entered at order lost";
/** The arguments of each function; `-` is left out. Not here: functions of single numbers, of lists of stages and of tables of goals. */
const CALLS: Readonly<Record<string, string>> = {
  FUNNEL_CONVERSION: "amount", STAGE_CONVERSION: "amount", LEAD_CONVERSION: "amount chance", ACTION_CONVERSION: "amount chance", SALES_CONVERSION: "amount chance",
  WIN_RATE: "stage order lost amount", FUNNEL_TABLE: "source amount", FUNNEL_COUNTS: HISTORY, FUNNEL_REACHED: "stage order lost last", STAGE_TIME: HISTORY,
  STAGE_TIME_TABLE: HISTORY, SALES_CYCLE: "created closed", TIME_TO_CONVERT: HISTORY, STALE_DEALS: HISTORY, CAC: "amount chance", NEW_CUSTOMERS: "customer created amount",
  DEAL_SIZE: "amount stage order lost", GOAL_PROGRESS: "amount amount", PLAN_GAP: "amount amount", ATTAINMENT: "amount amount", PLAN_SCORE: "chance amount", KEEP_RATE: "chance 0.1",
  SEASONAL_SPLIT: "100 amount", FUNNEL_CHURN: "amount", STAGE_DROPOFF: "amount", BOTTLENECK: "source chance", LOST_REASONS: "reason amount stage lost",
  FUNNEL_BY: "deal entered at group order lost", TRANSITION_MATRIX: HISTORY, EVENTUAL_CONVERSION: HISTORY, STAGE_FLOW: HISTORY, CONVERSION_MIX: "source amount chance amount chance",
  CAC_LAGGED: "amount chance", COST_PER_STAGE: "100 amount", CAC_BY: "source amount chance", ROMI: "amount amount", ROAS: "amount amount", AD_SPEND_SHARE: "amount amount",
  VALUE_PER_LEAD: "amount amount", WEIGHTED_PIPELINE: "amount chance", PIPELINE_COVERAGE: "amount 1", MAX_CAC: "100 1 chance", COHORT_CONVERSION: "created won",
  COHORT_RETENTION: "customer created", CONVERSION_CURVE: "created closed stage order lost", SEASONAL_INDEX: "amount", LEAD_FORECAST: "amount",
  PIPELINE_FORECAST: "amount chance created", DATA_CHECK: HISTORY, TEAM_CAPACITY: "amount amount",
};

const LISTS: Readonly<Record<string, unknown>> = { order: STAGES.map((stage) => [stage]), lost: [[LOST]], "-": null };

const lastCell = (column: Column, cell: unknown): void => void ((column[column.length - 1] as unknown[])[0] = cell);

/** Each fault spoils the columns in place; false where the function has no column for it. */
const FAULTS: Readonly<Record<string, (columns: readonly Column[], kinds: readonly string[]) => boolean>> = {
  "error cell": (columns) => {
    lastCell(columns[columns.length - 1]!, { error: "#REF!" });
    return true;
  },
  text: (columns, kinds) => spoil(columns, kinds.lastIndexOf("number"), "soon"),
  heights: (columns) => {
    if (columns.length < 2) return false;
    (columns[columns.length - 1] as unknown[]).pop();
    return true;
  },
  "unknown stage": (columns, kinds) => spoil(columns, kinds.lastIndexOf("stage"), "Nowhere"),
};

function spoil(columns: readonly Column[], place: number, cell: unknown): boolean {
  if (place >= 0) lastCell(columns[place]!, cell);
  return place >= 0;
}

/**
 * Prints bad / good for each function and fault, the worst last.
 *
 * @param measureAll medians of some contenders in interleaved rounds, each on columns of its own
 */
export async function badInput(rows: number, measureAll: (contenders: Readonly<Record<string, (columns: readonly Column[]) => unknown>>, texts: readonly string[]) => Promise<ReadonlyMap<string, number>>): Promise<void> {
  const tables = { history: stageHistory(rows), deals: dealRows(rows) };
  const faults = Object.keys(FAULTS);
  console.log(`\nBad input / good input, ${rows.toLocaleString("en")} rows, the fault in the last row:\n\n| function | ${faults.join(" | ")} |\n|---|${faults.map(() => "---|").join("")}`);
  const all: { readonly label: string; readonly ratio: number }[] = [];
  for (const [name, words] of Object.entries(CALLS)) {
    const args = words.split(" ");
    const names = args.filter(isColumn);
    const kinds = names.map((word) => COLUMNS[word][2]);
    const texts = names.map((word) => packed(tables[COLUMNS[word][0]], COLUMNS[word][1]));
    const def = findFunction(name)!;
    const run = (columns: readonly Column[]): boolean => {
      let next = 0;
      const values = args.map((word) => (isColumn(word) ? columns[next++] : word in LISTS ? LISTS[word] : Number(word)));
      return "failure" in call(def, values, { language: "en", cells: plainCells });
    };
    const fails = (fault: string): boolean => { // a total takes columns of different heights
      const columns = texts.map(parse);
      return FAULTS[fault]!(columns, kinds) && run(columns);
    };
    if (run(texts.map(parse))) console.log(`${name}: even the good input fails`);
    const possible = faults.filter(fails);
    const spoiled = possible.map((fault) => [fault, (columns: readonly Column[]) => {
      FAULTS[fault]!(columns, kinds);
      return run(columns);
    }] as const);
    const times = await measureAll({ good: run, ...Object.fromEntries(spoiled) }, texts);
    const ratios = faults.map((fault) => (possible.includes(fault) ? times.get(fault)! / times.get("good")! : null));
    ratios.forEach((ratio, i) => ratio !== null && all.push({ label: `${name}, ${faults[i]}`, ratio }));
    console.log(`| ${name} | ${ratios.map((ratio) => (ratio === null ? "" : ratio > SLOWER ? `**${ratio.toFixed(2)}**` : ratio.toFixed(2))).join(" | ")} |`);
  }
  all.sort((a, b) => b.ratio - a.ratio);
  console.log(`\n${all.length} cases, ${all.filter(({ ratio }) => ratio > 1).length} above 1.00, ${all.filter(({ ratio }) => ratio > SLOWER).length} above ${SLOWER}. Worst: ${all.slice(0, 5).map(({ label, ratio }) => `${label} ${ratio.toFixed(2)}`).join("; ")}.`);
}

/** Clearly slower: the clock of a busy machine is not finer. */
const SLOWER = 1.2;
