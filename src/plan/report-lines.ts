/** How high a row must be for its texts, as well as can be told without the faces of a program. */

/** Points of a line of text, and above and below it, at 10 points. */
const [LINE, PADDING] = [13.5, 3];
/** The most that a row may be high in every program. */
const HIGHEST = 400;
/** Letters of a bold face are wider. */
const BOLD = 1.15;

export const ROW_HEIGHT = LINE + PADDING;

/** In points. @param width in characters of 10 points */
export function heightOf(text: string, width: number, { size, bold }: { readonly size: number; readonly bold: boolean }): number {
  const room = Math.max(1, Math.floor((width * 10) / size / (bold ? BOLD : 1)));
  return Math.min(HIGHEST, Math.round((linesOf(text, room) * LINE * size) / 10 + PADDING));
}

/** Lines that a text takes in a column of so many characters: words are kept whole, longer ones than the column are broken. */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const part of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const { length } of part.split(" ")) {
      if (used > 0 && used + 1 + length > width) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + length;
      while (used > width) {
        lines += 1;
        used -= width;
      }
    }
  }
  return lines;
}
