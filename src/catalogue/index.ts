/** The list of all functions. Everything that knows functions by name takes them from here. */
import { churn } from "./churn";
import { conversion } from "./conversion";
import type { FunctionDef } from "./define";
import { money } from "./money";
import { plan } from "./plan";
import { time } from "./time";

export const catalogue: readonly FunctionDef[] = [...conversion, ...churn, ...time, ...money, ...plan];

const byName: ReadonlyMap<string, FunctionDef> = new Map(catalogue.map((def) => [def.name, def]));

/** A function by the name that is typed in a cell, whatever its case. */
export const findFunction = (name: string): FunctionDef | undefined => byName.get(name.toUpperCase());
