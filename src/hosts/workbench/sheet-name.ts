/** A sheet's name out of a file's: Excel allows 31 characters and not all of them. */
export function sheetNameOf(fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, "").replace(/[[\]:*?/\\]/g, " ").replace(/^'|'$/g, "").trim().slice(0, 31).trim();
  return name || "Sheet1";
}
