/** What a file is, by its bytes; the ending of its name may say anything. */
import { FileError, LIMITS, type WrongKind } from "./file-error";

export type FileKind = "xlsx" | "text";

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);

/** @throws FileError for everything that is neither an .xlsx workbook nor text */
export function recognise(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileError({ code: "empty" });
  if (bytes.length > LIMITS.bytes) throw new FileError({ code: "tooLarge", limit: LIMITS.bytes });
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return checkZip(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileError({ code: holdsUtf16(bytes, "EncryptedPackage") ? "encrypted" : "oldXls" });
  const wrong = wrongKind(bytes);
  if (wrong) throw new FileError({ code: "wrongKind", kind: wrong });
  if (isBinary(bytes)) throw new FileError({ code: "notASpreadsheet" });
  return "text";
}

function wrongKind(bytes: Uint8Array): WrongKind | null {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) return "picture";
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return "pdf";
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(bytes, 0x52, 0x61, 0x72, 0x21)) return "archive";
  const start = String.fromCharCode(...bytes.subarray(0, 200)).trimStart().toLowerCase();
  return start.startsWith("<!doctype html") || start.startsWith("<html") ? "webPage" : null;
}

/** Stream names inside an old Office file are UTF-16. */
function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = 0; at + wanted.length <= bytes.length; at += 1) {
    if (bytes[at] === wanted[0] && wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Text has no control characters but tabs and line ends. UTF-16 has zeros, but says so in its first two bytes. */
function isBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return false;
  let control = 0;
  const length = Math.min(bytes.length, 1 << 20);
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i]!;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) control += 1;
  }
  return control > length / 200;
}

type ZipEntry = { readonly name: string; readonly packed: number; readonly unpacked: number };

/** Reads the list of contents only. The reader of the workbook stops at the sizes that are stated here. */
function checkZip(bytes: Uint8Array): "xlsx" {
  const entries = zipEntries(bytes);
  if (!entries) throw new FileError({ code: "damaged" });
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has("xl/workbook.xml")) {
    const has = (start: string) => entries.some(({ name }) => name.startsWith(start));
    if (names.has("xl/workbook.bin")) throw new FileError({ code: "wrongKind", kind: "binaryWorkbook" });
    if (has("word/")) throw new FileError({ code: "wrongKind", kind: "word" });
    if (has("ppt/")) throw new FileError({ code: "wrongKind", kind: "powerpoint" });
    throw new FileError({ code: "wrongKind", kind: names.has("mimetype") && names.has("content.xml") ? "openDocument" : "zip" });
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const hidesItsSize = entries.some((entry) => entry.unpacked === 0 && entry.packed > 2);
  if (unpacked > LIMITS.unpacked || hidesItsSize) throw new FileError({ code: "zipBomb" });
  return "xlsx";
}

function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557) && end < 0; at -= 1) if (view.getUint32(at, true) === 0x06054b50) end = at;
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/^\//, "").replaceAll("\\", "/");
    entries.push({ name, packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
