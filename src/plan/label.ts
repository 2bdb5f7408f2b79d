/** The label `G-005 CAC` that the plan shows for a row: its id and its name. */

/**
 * Letters, a hyphen, digits, a blank, and the name; null where the text is no such label.
 *
 * @param key compared as names are: outer and repeated white space are gone already
 */
export function labelOf(key: string): { readonly id: string; readonly name: string } | null {
  const [, id, rest] = /^(\p{L}+-\d+) (.+)$/u.exec(key) ?? [];
  return id === undefined || rest === undefined ? null : { id, name: rest };
}
