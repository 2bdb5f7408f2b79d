/** The `options` argument: text `key=value; key=value`, or a range of two columns. */
import { MetricError } from "../core/error";
import { hasPeriod, type Period } from "../core/calendar";
import { dateOf, isBlank, nameKey, parsePlainNumber, trim } from "./cells";
import type { Arg, OptionSpec, OptionSpecs } from "./define";
import type { Cell } from "./grid";
import { cellOf, fail, fault, sizeOf, type Context, type Given } from "./read";
import type { Words } from "./words";

type OptionValue<S extends OptionSpec> = S extends { readonly kind: "choice"; readonly choices: readonly (infer C)[] }
  ? S extends { readonly noDefault: true } ? C | null : C
  : S extends { readonly kind: "level" } ? number : number | null;
export type OptionValues<S extends OptionSpecs> = { readonly [K in keyof S]: OptionValue<S[K]> };

export const DEFAULT_LEVEL = 0.95;

const WORDS: Words = { en: 'Settings as "key=value; key=value", or a range of two columns.', ru: "Настройки: «ключ=значение; ключ=значение» или диапазон из двух столбцов." };

/** An `options` argument with these keys; the values of keys left out are their defaults. */
export function options<const S extends OptionSpecs>(specs: S, example: string): Arg<OptionValues<S>> {
  return {
    key: "options", words: WORDS, example, shape: "range", optional: true, options: specs,
    reader: {
      as: "options",
      read(value, key, context) {
        const values: Record<string, string | number | null> = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, defaultOf(spec)]));
        const seen = new Set<string>();
        for (const { written, value: cell, row } of entries(value, key, context)) {
          const name = nameKey(written);
          const where = row === null ? {} : { row };
          const spec = Object.prototype.hasOwnProperty.call(specs, name) ? specs[name] : undefined;
          if (!spec) throw new MetricError("unknownOption", { argument: key, ...where, found: trim(written), list: Object.keys(specs) });
          if (seen.has(name)) throw new MetricError("repeatedOption", { argument: key, ...where, found: name });
          seen.add(name);
          if (!isBlank(cell)) values[name] = optionValue(name, spec, cell);
        }
        const [from, to] = [values["from"] ?? null, values["to"] ?? null];
        if (typeof from === "number" && typeof to === "number" && from >= to) throw new MetricError("fromNotBeforeTo", { argument: key });
        return values as OptionValues<S>;
      },
    },
  };
}

const defaultOf = (spec: OptionSpec): string | number | null =>
  spec.kind === "choice" ? (spec.noDefault ? null : spec.choices[0]!) : spec.kind === "level" ? (spec.standard ?? DEFAULT_LEVEL) : null;

type Entry = { readonly written: string; readonly value: Cell; readonly row: number | null };

function entries(value: Given, key: string, context: Context): readonly Entry[] {
  if (value === null) return [];
  const { rows, columns } = sizeOf(value);
  if (columns === 2) {
    return value.rows.flatMap((row, r) => {
      const [name, setting] = [cellOf(row[0], context), cellOf(row[1], context)];
      if ([name, setting].every((each) => each === 0 || isBlank(each))) return []; // a host may deliver a blank as 0
      if (typeof name !== "string" || isBlank(name)) throw fail(fault("optionName", name), { argument: key, row: r + 1 });
      return [{ written: name, value: setting, row: r + 1 }];
    });
  }
  if (rows > 1 || columns > 1) throw new MetricError("expected", { argument: key, expected: "options", found: { rows, columns } });
  const cell = cellOf(value.rows[0]?.[0], context);
  if (isBlank(cell)) return [];
  if (typeof cell !== "string") throw fail(fault("options", cell), { argument: key });
  return cell.split(";").filter((part) => !isBlank(part)).map((part) => {
    const at = part.indexOf("=");
    if (at < 0) throw new MetricError("notAnOption", { argument: key, found: trim(part) });
    return { written: part.slice(0, at), value: trim(part.slice(at + 1)), row: null };
  });
}

/** A value given in text or in a cell. Dates in text may be ISO or a serial number, as `"from="&A1` gives it. */
function optionValue(name: string, spec: OptionSpec, cell: Cell): string | number {
  const number = typeof cell === "string" ? parsePlainNumber(cell) : typeof cell === "number" ? cell : null;
  switch (spec.kind) {
    case "choice": {
      const word = typeof cell === "string" ? nameKey(cell) : cell;
      const found = spec.choices.find((each) => each === word);
      if (found === undefined) throw new MetricError("badOption", { argument: name, found: cell, list: spec.choices });
      return found;
    }
    case "date": {
      const found = dateOf(number ?? cell);
      if (found === null) throw fail(fault("date", cell), { argument: name });
      return found;
    }
    case "number":
      if (number === null || number < 0 || (spec.aboveZero && number === 0)) throw fail(fault(spec.aboveZero ? "aboveZero" : "notNegative", cell), { argument: name });
      return number;
    case "whole":
      if (number === null || number < 1 || !Number.isInteger(number)) throw fail(fault("positiveWhole", cell), { argument: name });
      return number;
    case "level":
      if (number === null || number <= 0 || number >= 1) throw fail(fault("level", cell), { argument: name });
      return number;
  }
}

/** from and to need the dates that they are about. */
export function periodNeeds(dates: string, options: unknown, isGiven: (key: string) => boolean): void {
  if (hasPeriod(options as Period) && !isGiven(dates)) throw new MetricError("needsArgument", { argument: dates, expected: "from, to" });
}

export const periodOf = ({ from, to }: { readonly from: number | null; readonly to: number | null }): Period => ({ from, to });

/** The keys that several functions share. */
export const FROM_TO = {
  from: { kind: "date", words: { en: "First day of the period.", ru: "Первый день периода." } },
  to: { kind: "date", words: { en: "The day after its last day.", ru: "День после последнего дня периода." } },
} as const satisfies OptionSpecs;

export const BASIS = {
  basis: {
    kind: "choice", choices: ["cohort", "period"],
    words: { en: "cohort: the deal began in the period; period: the event itself is in it.", ru: "cohort: сделка началась в периоде; period: само событие в периоде." },
  },
} as const satisfies OptionSpecs;

export const VISITS = {
  visits: {
    kind: "choice", choices: ["total", "first", "latest", "each"],
    words: { en: "Several stays of a deal in a stage: added up, the first, the latest, or each on its own.", ru: "Если сделка была на этапе несколько раз: сумма, первый раз, последний или каждый отдельно." },
  },
} as const satisfies OptionSpecs;

export const OPEN = {
  open: {
    kind: "choice", choices: ["exclude", "censor", "age"],
    words: {
      en: "What is not finished: left out; counted as “at least so long” (Kaplan–Meier); or with its age so far.",
      ru: "Незавершённые: не учитывать; учесть как «не меньше, чем прошло» (Каплан–Майер); учесть их текущий возраст.",
    },
  },
} as const satisfies OptionSpecs;

export const WINDOW = {
  window: { kind: "number", words: { en: "Most days it may take, inclusive.", ru: "Не больше стольких дней, включительно." } },
} as const satisfies OptionSpecs;

export const LEVEL = {
  level: { kind: "level", words: { en: "Level of the interval, 0.95 by default.", ru: "Уровень доверия интервала, по умолчанию 0,95." } },
} as const satisfies OptionSpecs;

export const PERIOD = {
  period: {
    kind: "choice", choices: ["month", "day", "week", "quarter", "year"],
    words: { en: "Length of a period; weeks begin on Monday.", ru: "Длина периода; недели начинаются с понедельника." },
  },
} as const satisfies OptionSpecs;

export const NEGATIVE = {
  negative: {
    kind: "choice", choices: ["error", "skip"],
    words: { en: "A deal that ends before it was created is an error, or is left out.", ru: "Сделка закончена раньше, чем создана: ошибка или пропустить." },
  },
} as const satisfies OptionSpecs;

export const TOP = {
  top: { kind: "whole", words: { en: "So many largest groups; the others together as Other.", ru: "Столько самых больших групп; остальные вместе." } },
} as const satisfies OptionSpecs;
