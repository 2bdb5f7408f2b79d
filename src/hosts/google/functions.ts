/**
 * Entry of Code.js, the library `Voronka_` behind the declarations of stubs.ts. Nothing here touches a service while the file is
 * loaded: that happens before the user has allowed anything.
 */
import { call } from "../../catalogue/call";
import type { FunctionDef } from "../../catalogue/define";
import type { Result } from "../../catalogue/grid";
import { catalogue } from "../../catalogue/index";
import type { Language } from "../../catalogue/words";
import { markErrors, sheetCells, type WallClock } from "./cells";
import { languageOfLocale } from "./locale";
import { locale, wallClock } from "./sheet";

export { onInstall, onOpen, showPlan, showSidebar } from "./menu";
export { rpc } from "./server";

/** The language of the stubs: `--env language=ru`. */
declare const VORONKA_LANGUAGE: Language;

const definitions: ReadonlyMap<string, FunctionDef> = new Map(catalogue.map((def) => [def.id, def]));

/**
 * What a custom function does.
 *
 * @param values as Sheets delivers them; undefined where left out
 * @returns dates in it are serial numbers: format the cells as dates
 * @throws Error, whose message Sheets shows under #ERROR!; it begins with the code that Excel would show
 */
export function run(id: string, values: readonly unknown[]): Result {
  const def = definitions.get(id);
  if (!def) throw new Error(`#NAME?: ${id}`);
  const outcome = call(def, values.map(markErrors), { get language() { return tableLanguage(); }, cells: sheetCells(lazyWallClock()) });
  if ("value" in outcome) return outcome.value;
  const { code, message } = outcome.failure;
  throw new Error(message.startsWith(code) ? message : `${code}: ${message}`);
}

/** The language of the spreadsheet, not of the user: its results are shared by all who look at it. */
function tableLanguage(): Language {
  try {
    return languageOfLocale(locale());
  } catch {
    return VORONKA_LANGUAGE;
  }
}

/** Most calls hold no date: the zone is asked for with the first. */
function lazyWallClock(): WallClock {
  let clock: WallClock | null = null;
  return (instant, pattern) => (clock ??= wallClock())(instant, pattern);
}
