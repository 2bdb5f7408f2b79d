/**
 * The words of those lists that functions read too: `code|English|Russian|others;…`. As texts, because a script with a limit to its size
 * carries them; codes.ts makes lists of them. A code may itself be written in a cell.
 */
import { nameKey } from "../core/order";

export const CODE_WORDS = {
  type: "increase|Increase|Увеличить;decrease|Decrease|Снизить;keep ≥|Keep at least|Не ниже|keep >=;keep ≤|Keep at most|Не выше|keep <=;keep within|Keep within|В пределах;milestone|Milestone|Веха|Milestone (yes/no)|Веха (да/нет)",
  accumulates: "sum|Sum|Сумма;last value|Last|Последнее|Последнее значение;average|Average|Среднее;ratio of sums|Ratio|Отношение|Отношение сумм",
  path: "linear|Linear|Равномерно;season|Season|Сезонность;from the start|From the start|С начала периода;at the end|At the end|К концу периода",
  paceBy: "calendar|Calendar|Календарные;working|Working days|Рабочие дни|Рабочие;season|Season|Сезонность",
  valueIs: "total to date|Total to date|Нарастающим итогом;for this period only|For the period|За период|Только за период",
  dayKind: "holiday|Holiday|Выходной|Праздник;work|Extra work day|Рабочий день",
  cancelled: "cancelled|Cancelled|Отменена|Canceled|Отменено|Отменён",
  yesOrNo: "yes|Yes|Да;no|No|Нет",
} as const;

/** What GOAL_STATUS and GOAL_VALUE say, and the grey column Status. */
export const STATUS_WORDS = {
  notStarted: { en: "not started", ru: "не начата" },
  noData: { en: "no data", ru: "нет данных" },
  onPlan: { en: "on plan", ru: "по плану" },
  attention: { en: "attention", ru: "требует внимания" },
  behind: { en: "behind", ru: "отстаёт" },
  done: { en: "done", ru: "достигнута" },
  missed: { en: "missed", ru: "не достигнута" },
  cancelled: { en: "cancelled", ru: "отменена" },
} as const;

type First<S extends string, Until extends string> = S extends `${infer Head}${Until}${string}` ? Head : S;
export type CodeIn<S extends string> = S extends `${infer Head};${infer Tail}` ? CodeIn<Head> | CodeIn<Tail> : First<S, "|">;

/** Each code with its words, itself first. */
export const entriesOf = (words: string): readonly (readonly string[])[] => words.split(";").map((each) => each.split("|"));

const keys = new Map<string, readonly (readonly string[])[]>();

/** The code of a word, compared as a name, or undefined where it is none of them. */
export function codeOfWord<const S extends string>(words: S, cell: unknown): CodeIn<S> | undefined {
  let found = keys.get(words);
  if (!found) keys.set(words, (found = entriesOf(words).map((each) => each.map(nameKey))));
  const key = typeof cell === "string" ? nameKey(cell) : "";
  const at = found.findIndex((each) => each.includes(key));
  return entriesOf(words)[at]?.[0] as CodeIn<S> | undefined;
}
