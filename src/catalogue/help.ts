/** What people are shown of the functions, without what only calculates: plain data that can be a file or come over a wire. */
import type { FunctionDef, FunctionHelp } from "./define";

export const helpOf = ({ args, id, name, group, title, summary, avoid, returns, examples, sample }: FunctionDef): FunctionHelp => ({
  id, name, group, title, summary, avoid, returns, examples, sample,
  args: args.map(({ key, shape, words, example, optional, choices, options }) => ({ key, shape, words, example, optional, ...(choices && { choices }), ...(options && { options }) })),
});
