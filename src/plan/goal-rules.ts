/** What contradicts itself in a goal: said beside the fields of a form, and as a problem of the plan (V03 to V05, V08, V11). */
import { collapse, nameKey } from "../core/order";
import type { Goal } from "./cycles";

/** Of a goal as far as it is typed; null: blank. A type that is blank goes the way of its numbers. */
export type GoalNumbers = Readonly<Record<"baseline" | "target" | "target_max" | "commit" | "stretch", number | null>> & { readonly type: Goal["fields"]["type"] };

/** Where the target stands that should be on the other side of the baseline, or not equal to it; null where it is right. A blank baseline is 0. */
export function wrongSide({ type, baseline, target }: Pick<GoalNumbers, "type" | "baseline" | "target">): "equal" | "above" | "below" | null {
  if (target === null || (type !== null && type !== "increase" && type !== "decrease")) return null;
  // To come down from nothing: the baseline is missing, and that is said elsewhere.
  if (type === "decrease" && baseline === null) return null;
  const from = baseline ?? 0;
  if (from === target) return "equal";
  return type === null || (type === "increase") === target > from ? null : target > from ? "above" : "below";
}

export const isUpperBelow = ({ type, target, target_max }: Pick<GoalNumbers, "type" | "target" | "target_max">): boolean => type === "keep within" && target !== null && target_max !== null && target_max < target;

/** Minimum, target and stretch follow each other in the direction of the goal: those that do not. */
export function wrongZones({ type, baseline, target, commit, stretch }: Omit<GoalNumbers, "target_max">): readonly ("commit" | "stretch")[] {
  const sign = target === null || type === "keep within" || type === "milestone" ? 0 : type === "keep ≥" ? 1 : type === "keep ≤" ? -1 : Math.sign(target - (baseline ?? 0));
  return ([["commit", commit, 1], ["stretch", stretch, -1]] as const).flatMap(([field, value, before]) => (value !== null && (target! - value) * sign * before < 0 ? [field] : []));
}

export const endsFirst = (start: number | null, end: number | null): boolean => start !== null && end !== null && end < Math.floor(start);

/** Goals of one cycle: names are compared as formulas compare them. */
export const sameName = (a: string | null, b: string | null): boolean => nameKey(a ?? "") !== "" && nameKey(a ?? "") === nameKey(b ?? "");

/** What stands between two names; « и » and « and » with blanks around them. */
const BETWEEN = [",", ";", "/", "&", "+", " и ", " and "];

/** The people that an owner names: one, or it is shared. */
export const peopleIn = (owner: string | null): readonly string[] =>
  BETWEEN.reduce<readonly string[]>((parts, sign) => parts.flatMap((part) => part.split(sign)), (owner ?? "").split("\n").map((line) => ` ${collapse(line)} `)).map(collapse).filter((name) => name !== "");

const ENGLISH_VERBS: ReadonlySet<string> = new Set("achieve add agree analyze analyse approve arrange ask build buy calculate call check choose clean close collect compare create cut define deliver develop find fix get give grow help hire hold implement improve increase introduce launch learn lower make meet move open organize organise plan prepare raise reach reduce review revise run sell send set start stop talk teach test train update win write".split(" "));
/** Russian nouns that end as verbs do; those in -ость besides. */
const NOUNS: ReadonlySet<string> = new Set("честь весть часть власть область сеть нить дочь ночь речь мать печь помощь путь суть смерть память печать нефть четверть треть кровать тетрадь прибыль очередь отрасль месть кисть".split(" "));

/** An infinitive, as tasks are called in Russian. */
const isRussianVerb = (word: string): boolean => {
  const key = nameKey(word);
  const bare = key.endsWith("ся") ? key.slice(0, -2) : key;
  return bare.length > 3 && (bare.endsWith("ть") || bare.endsWith("ти") || bare.endsWith("чь")) && !bare.endsWith("сти") && !bare.endsWith("ость") && !NOUNS.has(bare);
};
/** `вести`, `провести`, `завести`, `нести`, `произвести`, `ввести`: the infinitives that end as many nouns in another case do. */
const isLeading = (word: string): boolean => ["вести", "нести", "расти", "пасти"].some((end) => nameKey(word).endsWith(end));
export const isVerb = (word: string): boolean => ENGLISH_VERBS.has(nameKey(word)) || isRussianVerb(word) || isLeading(word);

export const wordsOf = (text: string): readonly string[] => collapse(text).split(" ").map((word) => [...word].filter((char) => char.toLowerCase() !== char.toUpperCase()).join("")).filter((word) => word !== "");

/** The name begins with a verb: it is a task's. */
export const isAction = (name: string): boolean => isVerb(wordsOf(name)[0] ?? "");
