/** A form over one row of a table: texts as typed, what they mean, and the patch that saving would write. */
import { useState } from "preact/hooks";
import { columnOf, type PlanRow, type Typed } from "../../../plan/plan";
import type { Patch } from "../../../plan/operation";
import type { Column } from "../../../plan/schema";
import { TABLES, type TableKey } from "../../../plan/tables";
import { lengthProblem } from "../../../plan/text-limits";
import type { Words } from "../../../plan/words";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { fieldText, readField, valueText, type Reading } from "./typed-field";
import { FIELD_WORDS } from "./words";

export type Values = Readonly<Record<string, Typed | undefined>>;
export type FormChecks = Readonly<Record<string, Words | undefined>>;

export type Form = {
  readonly table: TableKey;
  readonly text: (field: string) => string;
  readonly set: (field: string, text: string) => void;
  /** undefined where the text is wrong. */
  readonly value: (field: string) => Typed | undefined;
  /** A blank required field is a problem only once saving was tried. */
  readonly problem: (field: string) => Words | null;
  /** What the row says by now in the place of what is being typed over it: somebody has changed it meanwhile. null: nobody has. */
  readonly meanwhile: (field: string) => string | null;
  readonly isPercent: (field: string) => boolean;
  readonly isRequired: (field: string) => boolean;
  /** Saving was tried and something was wrong. */
  readonly wasTried: boolean;
  /** What was typed before, left without saving, and is here again. */
  readonly isKept: boolean;
  readonly isChanged: boolean;
  /** Only the fields that changed; null, and the problems are shown, where something is wrong. */
  readonly patch: () => Patch | null;
  /** After saving, or to begin anew: forgets what was typed. */
  readonly reset: () => void;
};

type Setup<T extends TableKey> = {
  /** Under this name what was typed is kept while the user is elsewhere. */
  readonly name: string;
  readonly table: T;
  /** null: a new row. */
  readonly row: PlanRow<T> | null;
  /** Of a new row: values to begin with; they are written although nobody typed them. */
  readonly begin?: Readonly<Record<string, string | number | null>>;
  /** Of a new row: what a field is, from others that do not follow themselves, until somebody types into it. */
  readonly follows?: Readonly<Record<string, (text: (field: string) => string) => string>>;
  readonly percents?: (text: (field: string) => string) => readonly string[];
  readonly checks?: (values: Values) => FormChecks;
  /** Required here besides those of the table; `not`: of the table's, those that saving itself fills in. */
  readonly required?: (text: (field: string) => string) => readonly string[];
  readonly not?: readonly string[];
};

const NONE: readonly string[] = [];

export function useForm<T extends TableKey>({ name, table, row, begin, follows, percents, checks, required, not = NONE }: Setup<T>): Form {
  const { language, notation } = useSurroundings();
  const { today, drafts } = usePlan();
  const [, redraw] = useState(0);
  const [tried, setTried] = useState(false);
  const [isKept, setKept] = useState(() => (drafts.get(name)?.size ?? 0) > 0);
  const draft = drafts.get(name);
  /** What the row said when somebody began to type over it. */
  const bases = `${name} bases`;
  const base = (field: string): string => JSON.stringify(row?.formulas[field] ?? row?.odd[field] ?? (row?.fields as Readonly<Record<string, unknown>> | undefined)?.[field] ?? null);

  const reading = (percent: boolean): Reading => ({ language, notation, today, percent });
  const initial = (column: Column, percent: boolean): string => {
    if (row) return fieldText(column, row as PlanRow, reading(percent));
    const value = follows?.[column.field]?.(plain) ?? begin?.[column.field] ?? null;
    return value === null ? "" : valueText(column, value, reading(percent));
  };
  const column = (field: string): Column => {
    const found = columnOf(table, field);
    if (!found) throw new Error(`${table} has no ${field}`);
    return found;
  };
  // Which fields are percents may depend on the unit, which is a field itself and never one.
  const text = (field: string): string => draft?.get(field) ?? initial(column(field), isPercent(field));
  const plain = (field: string): string => draft?.get(field) ?? initial(column(field), false);
  const isPercent = (field: string): boolean => column(field).kind === "share" || (percents?.(plain).includes(field) ?? false);
  const read = (field: string) => readField(column(field), text(field), reading(isPercent(field)));
  const value = (field: string): Typed | undefined => {
    const found = read(field);
    return "value" in found ? found.value : undefined;
  };
  const isRequired = (field: string): boolean => (required?.(plain).includes(field) ?? false) || (!not.includes(field) && column(field).required === true);
  const found = checks?.(Object.fromEntries(columns(table).map(({ field }) => [field, value(field)]))) ?? {};
  const tooLongOrShort = (field: string): Words | null => lengthProblem(table, field, text(field));
  const problem = (field: string): Words | null => {
    const own = read(field);
    if ("problem" in own) return own.problem;
    if (own.value === null) return tried ? (found[field] ?? (isRequired(field) ? FIELD_WORDS.isRequired : null)) : null;
    return found[field] ?? tooLongOrShort(field);
  };
  const changed = (each: Column): boolean => text(each.field) !== initial(each, isPercent(each.field));
  return {
    table, text, value, problem,
    meanwhile: (field) => {
      const now = row && draft?.has(field) && drafts.get(bases)?.get(field) !== base(field) ? initial(column(field), isPercent(field)) : null;
      return now === text(field) ? null : now;
    },
    isPercent, isRequired, isKept, wasTried: tried,
    set: (field, typed) => {
      const own = drafts.get(name) ?? new Map<string, string>();
      if (!own.has(field)) drafts.set(bases, new Map(drafts.get(bases)).set(field, base(field)));
      own.set(field, typed);
      drafts.set(name, own);
      redraw((count) => count + 1);
    },
    isChanged: columns(table).some(changed),
    patch: () => {
      setTried(true);
      const all = columns(table);
      const blank = (each: Column) => value(each.field) === null && isRequired(each.field);
      if (all.some((each) => value(each.field) === undefined || blank(each) || found[each.field] !== undefined)) return null;
      // A long text that came from the sheet is told of and hinders nobody: who marks a task as done is not made to rewrite it.
      if (all.some((each) => changed(each) && tooLongOrShort(each.field) !== null)) return null;
      const written = row ? all.filter(changed) : all.filter((each) => value(each.field) !== null);
      return Object.fromEntries(written.map((each) => [each.field, value(each.field) as Typed]));
    },
    reset: () => {
      drafts.delete(name);
      drafts.delete(bases);
      setTried(false);
      setKept(false);
      redraw((count) => count + 1);
    },
  };
}

const columns = (table: TableKey): readonly Column[] => (TABLES[table].columns as readonly Column[]).filter(({ kind }) => kind !== "id" && kind !== "calculated");
