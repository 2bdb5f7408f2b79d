/** Bytes of a text file to text. */
import { FileError } from "./file-error";

export type Encoding = "utf-8" | "windows-1251";

/** @throws FileError notUtf8 with the row of the first byte that cannot be UTF-8 */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (encoding === "windows-1251") return new TextDecoder("windows-1251").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // takes a byte order mark away
  } catch {
    throw new FileError({ code: "notUtf8", row: rowOfFirstBadByte(bytes) });
  }
}

/** By halves: how many whole lines from the beginning are good UTF-8. */
function rowOfFirstBadByte(bytes: Uint8Array): number {
  const ends: number[] = [];
  bytes.forEach((byte, i) => {
    if (byte === 10) ends.push(i + 1);
  });
  ends.push(bytes.length);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const isGood = (from: number, to: number) => {
    try {
      decoder.decode(bytes.subarray(from, to));
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = ends.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // A line feed never is a part of a longer character, so a cut after one is clean.
    if (isGood(good === 0 ? 0 : ends[good - 1]!, ends[middle - 1]!)) good = middle;
    else bad = middle;
  }
  return bad;
}
