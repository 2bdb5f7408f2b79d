/** What was typed for one call, kept as long as the pane: going back, another language and errors lose nothing. */
import type { FunctionHelp } from "../catalogue/define";
import { callOf, ENGLISH, type Notation } from "../catalogue/notation";
import { formulaOf, readArgument, typedArgument, type Argument, type Typing } from "./argument";
import type { Selection } from "./host";
import { sheetOf } from "./reference";

export type Draft = {
  readonly key: string;
  readonly def: FunctionHelp;
  readonly texts: ReadonlyMap<string, string>;
  /** The formula that is being changed, and its cell. */
  readonly edits: { readonly cell: string; readonly formula: string } | null;
  /** The sheet that references without one belong to: that of the formula which is being changed. */
  readonly sheet: string;
};

export const newDraft = (def: FunctionHelp): Draft => ({ key: def.id, def, texts: new Map(), edits: null, sheet: "" });

export const typingOf = (arg: FunctionHelp["args"][number], notation: Notation, names: ReadonlySet<string>): Typing => ({
  shape: arg.shape,
  notation,
  names,
  words: [...(arg.choices ?? []), ...(/^p\d/.test(arg.example) ? [arg.example] : [])],
});

/** Of a call that stands in a formula, in the English notation: no argument is a plain word there. */
export const argumentsIn = (def: FunctionHelp, texts: readonly string[], names: ReadonlySet<string>): readonly Argument[] =>
  def.args.map((arg, i) => readArgument(texts[i] ? `=${texts[i]}` : "", typingOf(arg, ENGLISH, names)));

export const argumentsOf = ({ def, texts }: Draft, notation: Notation, names: ReadonlySet<string>): readonly Argument[] =>
  def.args.map((arg) => readArgument(texts.get(arg.key) ?? "", typingOf(arg, notation, names)));

/**
 * The same arguments in another notation, since a host may change it with the language. What means the same in both stays as it was typed:
 * `1,5 млн` does, `=SUM(A1;B1)` does not.
 */
export function inOtherNotation(draft: Draft, from: Notation, to: Notation, names: ReadonlySet<string>): Draft {
  const texts = new Map(draft.def.args.map((arg) => {
    const text = draft.texts.get(arg.key) ?? "";
    const [before, after] = [from, to].map((notation) => readArgument(text, typingOf(arg, notation, names)));
    const formula = before && "formula" in before ? before.formula : null;
    const isSame = formula === null || (after && "formula" in after && after.formula === formula);
    return [arg.key, isSame ? text : typedArgument(formula, typingOf(arg, to, names))] as const;
  }));
  return { ...draft, texts };
}

/** The formula that would be inserted. */
export const draftFormula = (draft: Draft, notation: Notation, names: ReadonlySet<string>): string => formulaOf(draft.def.name, argumentsOf(draft, notation, names));

/** A formula of ours, which is nothing but one call, with its arguments; null for any other. */
export function ourCall(formula: string | null, find: (name: string) => FunctionHelp | undefined): { readonly def: FunctionHelp; readonly args: readonly string[] } | null {
  const found = formula === null ? null : callOf(formula);
  const def = found ? find(found.name) : undefined;
  return found && def && found.args.length <= def.args.length ? { def, args: found.args } : null;
}

/** What a person would have typed for the formula of that cell; null where it is none of ours. */
export function draftOf(selection: Selection, find: (name: string) => FunctionHelp | undefined, notation: Notation, names: ReadonlySet<string>): Draft | null {
  const found = ourCall(selection.formula, find);
  if (!found || selection.formula === null) return null;
  const { def, args } = found;
  const texts = new Map(def.args.map((arg, i) => [arg.key, typedArgument(args[i] ?? "", typingOf(arg, notation, names))]));
  return { key: `${def.id}@${selection.qualified}=${selection.formula}`, def, texts, edits: { cell: selection.qualified, formula: selection.formula }, sheet: sheetOf(selection.qualified) };
}
