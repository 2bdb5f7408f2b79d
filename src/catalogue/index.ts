/** The list of all functions. Everything that knows functions by name takes them from here. */
import type { FunctionDef } from "./define";
import { backward } from "./backward";
import { change } from "./change";
import { churn } from "./churn";
import { cohort } from "./cohort";
import { conversion } from "./conversion";
import { cost } from "./cost";
import { flow } from "./flow";
import { forecast } from "./forecast";
import { money } from "./money";
import { pace } from "./pace";
import { people } from "./people";
import { plan } from "./plan";
import { planTables } from "./plan-tables";
import { quality } from "./quality";
import { significance } from "./significance";
import { time } from "./time";
import { value } from "./value";

/** Lists show each group in this order: what is asked every day before what is asked now and then. */
export const catalogue: readonly FunctionDef[] = [
  ...conversion, ...time, ...money, ...plan, ...pace, ...backward, ...planTables, ...churn, ...flow, ...significance, ...change, ...cost, ...value, ...cohort, ...forecast, ...quality,
  ...people,
];

const byName: ReadonlyMap<string, FunctionDef> = new Map(catalogue.map((def) => [def.name, def]));

/** A function by the name that is typed in a cell, whatever its case. */
export const findFunction = (name: string): FunctionDef | undefined => byName.get(name.toUpperCase());
