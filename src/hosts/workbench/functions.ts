/** The catalogue as functions of the sheet's engine, with the texts of its autocomplete and argument help. */
import type { ILanguagePack } from "@univerjs/core";
import type { BaseFunction, BaseValueObject, IFunctionInfo } from "@univerjs/engine-formula";
import { call } from "../../catalogue/call";
import { GROUPS, NOT_FOR, type FunctionDef } from "../../catalogue/define";
import { plainCells } from "../../catalogue/grid";
import type { Language } from "../../catalogue/words";
import { errorObject, fromEngine, toEngine, type Engine } from "./cells";
import type { FailureMemory } from "./failures";

type FunctionClass = new (name: string) => BaseFunction;
export type BridgeContext = { readonly language: () => Language; readonly failures: FailureMemory };

/**
 * Subclasses of the engine's BaseFunction, never the facade's registerFunction: there blanks become 0, and a throw is an
 * unhandled rejection that ends a Node process.
 */
export function functionClasses(engine: Engine, catalogue: readonly FunctionDef[], context: BridgeContext): [FunctionClass, string][] {
  return catalogue.map((def) => [functionClass(engine, def, context), def.name]);
}

function functionClass(engine: Engine, def: FunctionDef, { language, failures }: BridgeContext): FunctionClass {
  return class extends engine.BaseFunction {
    // Any number of arguments comes through, so that `call` can say which one is missing; the engine would only say #N/A.
    override minParams = -1;
    override maxParams = -1;

    override calculate(...values: BaseValueObject[]): BaseValueObject {
      const outcome = call(def, values.map(fromEngine), { language: language(), cells: plainCells });
      if ("value" in outcome) return toEngine(engine, outcome.value);
      const place = { workbook: this.unitId ?? "", sheet: this.subUnitId ?? "", row: this.row, column: this.column };
      failures.remember(place, def.name, outcome.failure);
      return errorObject(engine, outcome.failure.code);
    }
  };
}

/** What autocomplete and argument help show. The texts are keys of `functionTexts`, so a change of language changes them too. */
export function functionInfos(engine: Engine, catalogue: readonly FunctionDef[]): IFunctionInfo[] {
  return catalogue.map((def) => ({
    functionName: def.name,
    aliasFunctionName: "",
    functionType: engine.FunctionType.User,
    description: `voronka.${def.name}.summary`,
    abstract: `voronka.${def.name}.brief`,
    functionParameter: def.args.map((arg) => ({
      name: arg.key,
      detail: `voronka.${def.name}.args.${arg.key}`,
      example: arg.example,
      require: arg.optional ? 0 : 1,
      repeat: 0,
    })),
  }));
}

/** The texts of `functionInfos` in one language, for the sheet's locale. The list of functions is grouped by its first word. */
export function functionTexts(catalogue: readonly FunctionDef[], language: Language): ILanguagePack {
  const entries = catalogue.map((def) => [
    def.name,
    {
      summary: `${def.summary[language]} ${NOT_FOR[language]}: ${def.avoid[language]}`,
      brief: `${GROUPS[def.group][language]} · ${def.title[language]}`,
      args: Object.fromEntries(def.args.map((arg) => [arg.key, arg.words[language]])),
    },
  ] as const);
  return { voronka: Object.fromEntries(entries) };
}
