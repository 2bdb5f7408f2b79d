/** functions.json and functions-ru.json: what Excel knows about the functions before it loads them. */
import type { FunctionDef } from "../../catalogue/define";
import type { Language } from "../../catalogue/words";

/**
 * Whether Excel is told to expect a table. A function that gives one value or a column, depending on its arguments, is declared as
 * the wider of the two: a table of one cell fills one cell, while a table from a scalar function is refused.
 */
export const isMatrix = (def: FunctionDef): boolean => def.returns.shape !== "scalar";

/**
 * Only descriptions depend on the language: names that did would break formulas that are written by programs (office-js #891).
 * Every argument is declared `any`: text and error cells must reach the function, which words the message.
 * `choices` are not declared as enums: those are documented for arguments of type string and number only.
 *
 * @param base where the files are served, such as https://example.com
 */
export const excelMetadata = (catalogue: readonly FunctionDef[], language: Language, base: string) => ({
  // Never together with allowErrorForDataTypeAny: Excel 2021 crashes (office-js #4385).
  allowCustomDataForDataTypeAny: true,
  functions: catalogue.map((def) => ({
    id: def.id,
    name: def.name,
    description: def.summary[language],
    helpUrl: `${base}/help.html#${def.name}`,
    parameters: def.args.map((arg) => ({
      name: arg.key,
      description: arg.words[language],
      type: "any",
      dimensionality: arg.shape === "range" ? "matrix" : "scalar",
      ...(arg.optional ? { optional: true } : {}),
    })),
    result: { type: "any", dimensionality: isMatrix(def) ? "matrix" : "scalar" },
  })),
});
