/** Search over names, titles, questions, arguments and units in both languages at once: a Russian user may look for CAC, an English one types whatever he sees. */
import { GROUPS, UNITS, type FunctionHelp } from "../catalogue/define";
import { LANGUAGES } from "../catalogue/words";
import { ASKED } from "./asked";

/** The same letters for what reads the same: case, ё and е, wide and narrow forms. */
export const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");

/** Longest first; what is left must still be recognised, so at least two letters. */
const ENDINGS = [
  "ями", "ами", "ией", "иям", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ing",
  "ей", "ов", "ев", "ий", "ия", "ии", "ие", "ию", "ый", "ая", "ое", "ые", "ой", "ую", "ам", "ям", "ах", "ях", "ом", "ем", "ых", "их", "es",
  "и", "ы", "а", "я", "у", "ю", "е", "о", "ь", "й", "s",
];

function stem(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= 2);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

function words(text: string): readonly string[] {
  const found: string[] = [];
  let word = "";
  for (const char of `${fold(text)} `) {
    if (/[\p{L}\p{N}%]/u.test(char)) word += char;
    else if (word !== "") {
      found.push(word);
      word = "";
    }
  }
  return found;
}

type Field = { readonly weight: number; readonly words: readonly { readonly word: string; readonly root: string }[] };
type Entry = { readonly def: FunctionHelp; readonly name: string; readonly fields: readonly Field[] };

const field = (weight: number, ...texts: readonly string[]): Field => ({ weight, words: [...new Set(texts.flatMap(words))].map((word) => ({ word, root: stem(word) })) });

/**
 * The sentence “not for …; use X” describes X: whoever asks in its words finds X. The function itself is not found by it.
 */
function referrals(catalogue: readonly FunctionHelp[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(catalogue.map(({ name }) => [name, []]));
  for (const { name, avoid } of catalogue) {
    for (const language of LANGUAGES) {
      const names = avoid[language].match(/[A-Z][A-Z\d_]*[A-Z]/g) ?? [];
      for (const other of new Set(names)) if (other !== name) found.get(other)?.push(avoid[language]);
    }
  }
  return found;
}

function entry(def: FunctionHelp, referred: readonly string[]): Entry {
  const all = (pick: (language: "en" | "ru") => string) => LANGUAGES.map(pick);
  return {
    def,
    name: fold(def.name),
    fields: [
      field(12, def.name),
      field(10, ...all((language) => def.title[language])),
      field(5, ...all((language) => def.summary[language])),
      field(10, ASKED[def.name] ?? ""),
      field(2, ...all((language) => GROUPS[def.group][language])),
      field(2, ...all((language) => UNITS[def.returns.unit][language])),
      field(1, ...referred, ...def.args.flatMap((arg) => all((language) => arg.words[language]))),
    ],
  };
}

/** How well one word of the query fits: whole words before beginnings, beginnings before stems. */
function fit(query: string, { name, fields }: Entry): number {
  let best = name === query ? 100 : name.startsWith(query) ? 40 : 0;
  const root = stem(query);
  for (const { weight, words: own } of fields) {
    for (const { word, root: wordRoot } of own) {
      const quality = word === query ? 4 : word.startsWith(query) ? 3 : root.length >= 2 && wordRoot === root ? 3 : root.length >= 4 && word.startsWith(root) ? 2 : 0;
      best = Math.max(best, quality * weight);
    }
  }
  return best;
}

/** Typed on the wrong keyboard: `сфс` is `cac`, `rjydthcbz` is `конверсия`. */
const RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю";
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const otherKeyboard = (text: string): string =>
  Array.from(text, (char) => LATIN_KEYS[RUSSIAN_KEYS.indexOf(char)] ?? RUSSIAN_KEYS[LATIN_KEYS.indexOf(char)] ?? char).join("");

/** Words of a question that say nothing about what is asked. */
const EMPTY_WORDS: ReadonlySet<string> = new Set("how many much what which is are the a an of in for to сколько как какой какая какие что на в за по с и из до от".split(" "));

function telling(text: string): readonly string[] {
  const all = [...new Set(words(text))];
  const some = all.filter((word) => !EMPTY_WORDS.has(word));
  return some.length > 0 ? some : all;
}

const LONGEST_QUERY = 200;

export type Search = (query: string) => readonly FunctionHelp[];

/** Best first. Functions that fit every word come alone; where there are none, those that fit some. An empty query gives all, in their order. */
export function searchOver(catalogue: readonly FunctionHelp[]): Search {
  const referred = referrals(catalogue);
  const entries = catalogue.map((def) => entry(def, referred.get(def.name) ?? []));
  const ranked = (query: readonly string[], least = 1): readonly FunctionHelp[] => {
    const scored = entries.flatMap((each) => {
      const fits = query.map((word) => fit(word, each)).filter((score) => score > 0);
      return fits.length === 0 ? [] : [{ def: each.def, matched: fits.length, score: fits.reduce((sum, score) => sum + score, 0) }];
    });
    const most = scored.reduce((found, { matched }) => Math.max(found, matched), least);
    return scored.filter(({ matched }) => matched === most).sort((a, b) => b.score - a.score).map(({ def }) => def);
  };
  return (query) => {
    if (query.trim() === "") return catalogue;
    const asked = query.slice(0, LONGEST_QUERY);
    const found = ranked(telling(asked));
    const retyped = telling(otherKeyboard(fold(asked)));
    return found.length > 0 ? found : ranked(retyped, retyped.length);
  };
}
