/** The stages of a table nobody has described: which are steps of the funnel, in which order, and which of them are lost deals. */
import { nameKey } from "./cells";

/** Beginnings of words. */
const LOST = "lost|lose|reject|declin|cancel|disqual|refus|unqualif|drop|junk|spam|отказ|проигр|потер|отмен|провал|некачеств|брак|спам|не реализ|не целев|нецелев".split("|");
const WON = "won|win|paid|signed|success|выигр|продаж|продан|успе|оплач|куплен|договор подписан".split("|");
/** The usual order, for tables that do not show one. */
const USUAL = "new|prospect|lead|нов|лид|заявк|contact|контакт|звон|call|engag|qualif|квалиф|need|потребн|meet|demo|встреч|демо|present|презент|propos|quote|offer|предлож|кп|счет|negot|перегов|contract|договор".split("|");

const hasWord = (name: string, words: readonly string[]): number => {
  const text = ` ${nameKey(name).replace(/[^\p{L}\d]+/gu, " ")}`;
  return words.findIndex((word) => text.includes(` ${word}`));
};
export const isLostName = (name: string): boolean => hasWord(name, LOST) >= 0;
const isWonName = (name: string): boolean => !isLostName(name) && hasWord(name, WON) >= 0;

/** Latin letters that look like Russian ones: a name typed on the wrong keyboard is the same name. */
const LATIN = "abcehkmoptxy";
const RUSSIAN = "авсенкмортху";
const looks = (name: string): string => Array.from(nameKey(name), (char) => RUSSIAN[LATIN.indexOf(char)] ?? char).join("");

const LONGEST = 80;

/** How many letters differ, `most` + 1 where more do; two that changed places count once. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST) return most + 1;
  let [last, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? last![j - 2]! + 1 : Infinity;
      next.push(Math.min(row![j]! + 1, next[j - 1]! + 1, row![j - 1]! + Number(a[i - 1] !== b[j - 1]), swapped));
    }
    [last, row] = [row!, next];
  }
  return Math.min(row![b.length]!, most + 1);
}

/** The name that was probably meant, or null: a third of the letters may differ, or one name continues the other. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const [asked, plain] = [looks(name), nameKey(name)];
  const most = Math.max(1, Math.floor(asked.length / 3));
  let best: string | null = null;
  let least = most + 1;
  for (const each of names) {
    const [seen, key] = [looks(each), nameKey(each)];
    const apart = plain.length > 3 && key.length > 3 && (plain.startsWith(key) || key.startsWith(plain)) ? Math.min(most, 1) : distance(asked, seen, most);
    if (apart < least) [best, least] = [each, apart];
  }
  return best;
}

/** A rare name that is nearly a frequent one: a slip, not a stage. `Demo 1` and `Demo 2` are two stages. */
function isSlip(name: string, count: number, names: readonly string[], counts: readonly number[]): boolean {
  const bare = (text: string) => looks(text).replace(/\d+/g, "");
  // One letter in a name of whole words is a slip also in a small table; "Plan A" and "Plan B" are two stages, and "S1" is a number.
  const isWords = looks(name).split(" ").every((word) => /^\p{L}{4,}$/u.test(word));
  return names.some((other, i) => {
    const times = counts[i]! / count;
    if (times < (isWords ? 3 : 20) || (bare(name) === bare(other) && looks(name) !== looks(other))) return false;
    return distance(looks(name), looks(other), 2) <= (times < 20 || name.length < 6 ? 1 : 2);
  });
}

export type Stages = { readonly order: readonly string[]; readonly lost: readonly string[] };
/** A short column of another sheet: perhaps the stages themselves. */
export type List = { readonly header: string; readonly names: readonly string[] };

/**
 * @param names, counts the stages of the table and how often each occurs, in order of first appearance
 * @param before how many deals came to a before b, `[a * names.length + b]`; null in deal rows, which do not tell
 */
export function recogniseStages(names: readonly string[], counts: readonly number[], before: Int32Array | null, lists: readonly List[]): Stages {
  const known = new Set(names.map(nameKey));
  const fitting = lists.filter((list) => list.names.filter((name) => known.has(nameKey(name))).length >= list.names.length * 0.6);
  const isOfLost = (list: List) => isLostName(list.header) || list.names.every(isLostName);
  const order = fitting.filter((list) => list.names.length > 1 && !isOfLost(list)).sort((a, b) => b.names.length - a.names.length)[0];
  if (order) {
    const lost = fitting.find(isOfLost)?.names ?? order.names.filter(isLostName).concat(names.filter((name) => isLostName(name) && !order.names.includes(name)));
    return { order: order.names.filter((name) => !lost.includes(name)), lost };
  }
  const sound = names.filter((name, i) => !isSlip(name, counts[i]!, names, counts));
  const steps = sound.filter((name) => !isLostName(name));
  const at = new Map(names.map((name, i) => [name, i]));
  const wins = (name: string): number => {
    const a = at.get(name)!;
    return before ? steps.reduce((sum, other) => sum + Math.sign(before[a * names.length + at.get(other)!]! - before[at.get(other)! * names.length + a]!), 0) : -hasWord(name, USUAL);
  };
  const isOrdered = before !== null || steps.every((name) => isWonName(name) || hasWord(name, USUAL) >= 0);
  const score = new Map(steps.map((name) => [name, (isWonName(name) ? -1e6 : 0) + (isOrdered ? wins(name) : 0)]));
  return { order: steps.sort((a, b) => score.get(b)! - score.get(a)!), lost: sound.filter(isLostName) };
}
