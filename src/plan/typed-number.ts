/** A number as people type it. Scanned by hand: a field may hold anything. */

/** The decimal sign of the one who types. */
export type Decimal = { readonly decimal: "," | "." };

/** `formula` is how it stands in an English formula. */
export type TypedNumber = { readonly formula: string; readonly value: number };

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";
const SPACES = " \u00a0\u202f\u2009";
const POWERS: ReadonlyMap<string, number> = new Map([
  ["", 0], ["%", 0],
  ["k", 3], ["m", 6], ["bn", 9],
  ["тыс", 3], ["тыс.", 3], ["млн", 6], ["млн.", 6], ["млрд", 9], ["млрд.", 9],
]);
/** More digits than a cell can hold: an account number, not an amount. */
const EXACT_DIGITS = 15;

/** `100`, `-5`, `1 500 000,50`, `1,500,000.50`, `12.5%`, `1,5 млн`, `2e3`; null where it is anything else, such as `007`. */
export function typedNumber(text: string, notation: Decimal): TypedNumber | null {
  if (text.length > 60) return null;
  let at = 0;
  const sign = text[0] === "-" || text[0] === "\u2212" ? "-" : "";
  if (sign || text[0] === "+") at++;
  const start = at;
  while (isDigit(text[at]) || (isSeparator(text[at]) && isDigit(text[at + 1]))) at++;
  const body = text.slice(start, at);
  const plain = plainDigits(body, notation);
  if (plain === null) return null;
  let exponent = "";
  if ((text[at] === "e" || text[at] === "E") && plain === body.replace(",", ".")) {
    let end = at + 1;
    if (text[end] === "+" || text[end] === "-") end++;
    const digits = end;
    while (isDigit(text[end])) end++;
    if (end === digits) return null;
    exponent = `E${text.slice(at + 1, end)}`;
    at = end;
  }
  const suffix = text.slice(at).trim().toLowerCase();
  const power = POWERS.get(suffix);
  if (power === undefined || (power > 0 && exponent !== "")) return null;
  const number = Number(`${sign}${plain}${power > 0 ? `e${power}` : exponent}`);
  if (!Number.isFinite(number)) return null;
  if (power > 0) return { formula: String(number).toUpperCase().replace("E+", "E"), value: number };
  return suffix === "%" ? { formula: `${sign}${plain}${exponent}%`, value: hundredth(number) } : { formula: `${sign}${plain}${exponent}`, value: number };
}

/** `5.4` of a percent is 0.054, and not 0.054000000000000006. */
export const hundredth = (percents: number): number => Number((percents / 100).toPrecision(EXACT_DIGITS));

const isSeparator = (char: string | undefined): boolean => char !== undefined && (char === "." || char === "," || SPACES.includes(char));

/** Digits with at most one decimal point; null where points, commas and spaces do not stand as in a number. */
function plainDigits(body: string, notation: Decimal): string | null {
  const point = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  const at = decimalAt(body, point, comma, notation);
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? "" : body.slice(at + 1);
  for (const char of fraction) if (!isDigit(char)) return null;
  const digits = ungrouped(whole);
  if (digits === null || digits.length + fraction.length > EXACT_DIGITS) return null;
  if (digits.length > 1 && digits.startsWith("0")) return null;
  return at < 0 ? digits : `${digits}.${fraction}`;
}

/** Where the decimal sign stands; -1 for a whole number. Of two different signs the last one is it. */
function decimalAt(body: string, point: number, comma: number, notation: Decimal): number {
  if (point >= 0 && comma >= 0) return Math.max(point, comma);
  const last = Math.max(point, comma);
  if (last < 0) return -1;
  const sign = body[last];
  if (body.indexOf(sign ?? "") !== last) return -1; // twice: groups
  if (sign === notation.decimal || sign === ".") return last;
  return body.length - last === 4 && last <= 3 && last > 0 && body[0] !== "0" ? -1 : last; // 1,234 where decimals have a point; but 12,5
}

/** Without the signs between groups of three; null where the groups are not of three, or the signs differ. */
function ungrouped(whole: string): string | null {
  let digits = "";
  let sign = "";
  let group = 0;
  for (const char of whole) {
    if (isDigit(char)) {
      digits += char;
      group++;
      continue;
    }
    const kind = SPACES.includes(char) ? " " : char;
    if ((sign !== "" && (kind !== sign || group !== 3)) || group === 0 || group > 3) return null;
    sign = kind;
    group = 0;
  }
  return digits === "" || (sign !== "" && group !== 3) ? null : digits;
}
