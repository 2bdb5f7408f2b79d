/** Wall clocks in the zones of the world, as `Utilities.formatDate` shows them and as Sheets reads a typed date. */

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string): Intl.DateTimeFormat {
  let found = formats.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", era: "short",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
    formats.set(zone, found);
  }
  return found;
}

/** `Utilities.formatDate` for the one kind of pattern that the product may use; any other pattern is an error. */
export function formatDate(instant: Date, zone: string, pattern: string): string {
  const part = Object.fromEntries(format(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  if (part["era"] !== "AD") throw new Error("the fake formatDate knows no dates before year 1");
  const fields: Readonly<Record<string, string>> = {
    yyyy: String(part["year"]).padStart(4, "0"), MM: part["month"] ?? "", dd: part["day"] ?? "",
    HH: part["hour"] ?? "", mm: part["minute"] ?? "", ss: part["second"] ?? "",
    SSS: String(((instant.getTime() % 1000) + 1000) % 1000).padStart(3, "0"),
  };
  return pattern.replace(/'([^']*)'|[a-z]+/gi, (letters: string, quoted: string | undefined) => {
    const field = quoted ?? fields[letters];
    if (field === undefined) throw new Error(`the fake formatDate does not know ${letters}`);
    return field;
  });
}

/** The instant that Sheets delivers for a date cell with that serial number, to the millisecond. */
export const sheetDateOfSerial = (serial: number, zone: string): Date =>
  sheetDate(new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, -1), zone);

/** The instant that Sheets delivers for a date cell that shows `2026-02-01` or `2026-02-01T13:45:00.250` in a spreadsheet of that zone. */
export function sheetDate(shown: string, zone: string): Date {
  const wall = Date.parse(`${shown.includes("T") ? shown : `${shown}T00:00:00`}Z`);
  if (Number.isNaN(wall)) throw new Error(`not a date: ${shown}`);
  // The distance from UTC is looked up at the instant itself: two steps settle it, also on the days when the clocks change.
  const distanceAt = (instant: number): number => Date.parse(`${formatDate(new Date(instant), zone, "yyyy-MM-dd'T'HH:mm:ss.SSS")}Z`) - instant;
  let instant = wall;
  for (let i = 0; i < 3; i++) instant = wall - distanceAt(instant);
  // A time that the clocks jump over is that much after the jump.
  return new Date(Math.max(instant, wall - distanceAt(instant)));
}
