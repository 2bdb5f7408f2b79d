/**
 * Texts out of cells are shown with every character that would otherwise hide or turn others around: control characters, zero-width ones
 * and the marks of writing direction.
 */
const isHidden = (code: number): boolean =>
  code < 32 || (code >= 0x7f && code <= 0x9f) || code === 0xad || code === 0x61c || code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069) || code === 0xfeff ||
  (code >= 0xfff9 && code <= 0xfffb) || (code >= 0xe0000 && code <= 0xe007f);

/** `Amount` + zero-width space as `Amount[U+200B]`; a line break is a blank. */
export function visible(text: string): string {
  let out = "";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code === 9 || code === 10 || code === 13) out += " ";
    else out += isHidden(code) ? `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]` : char;
  }
  return out;
}
