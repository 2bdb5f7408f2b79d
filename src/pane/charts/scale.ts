/** From values to places. A place is a share of the drawing's extent in percent, so that a picture fits every width unmeasured. */

/** A number, or null where it is not known. */
export type Maybe = number | null;

/** Beyond this, sums and spans would leave the range of numbers. */
const DRAWN = 1e300;

/** Below this, steps would leave the range of numbers. */
const FAINT = 1e-290;

/** null for what cannot be drawn: unknown, not a number, infinite. */
export const known = (value: Maybe | undefined): Maybe => (typeof value === "number" && Number.isFinite(value) ? value : null);

/** The values of `count` periods, unknown where there are none. */
export const aligned = (values: readonly (Maybe | undefined)[] | undefined, count: number): readonly Maybe[] => Array.from({ length: count }, (_, i) => known(values?.[i]));

/** Where the latest known value stands; -1 where none is known. */
export const latestKnown = (values: readonly Maybe[]): number => values.reduce<number>((latest, value, i) => (value === null ? latest : i), -1);

/** The sum of what is known; null where nothing is. */
export function total(values: readonly (Maybe | undefined)[]): Maybe {
  const found = values.map(known).filter((value) => value !== null);
  return found.length === 0 ? null : known(found.reduce((sum, value) => sum + value, 0));
}

/** Sums of what is known so far; null where the value itself is unknown. */
export function running(values: readonly (Maybe | undefined)[]): readonly Maybe[] {
  let sum = 0;
  return values.map((each) => {
    const value = known(each);
    return value === null ? null : known((sum += value));
  });
}

export type Scale = {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Where a value lies, 0 to 100. */
  readonly at: (value: number) => number;
};

/** 1, 2 or 5 times a power of ten, at least `rough`. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (([1, 2, 5, 10] as const).find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/**
 * A scale over all known values with about `steps` round ticks. It holds zero, unless `free` is set and the values lie close together far
 * from it.
 */
export function scaleOf(values: readonly (Maybe | undefined)[], { steps = 3, free = false }: { readonly steps?: number; readonly free?: boolean } = {}): Scale {
  let low = Infinity;
  let high = -Infinity;
  for (const each of values) {
    const value = known(each);
    if (value === null) continue;
    low = Math.min(low, Math.max(value, -DRAWN));
    high = Math.max(high, Math.min(value, DRAWN));
  }
  if (low > high) low = high = 0;
  const isFar = free && low > FAINT && low > high / 2;
  if (!isFar) {
    low = Math.min(low, 0);
    high = Math.max(high, 0);
  }
  if (high - low < Math.max(FAINT, Math.abs(high) * 1e-9)) {
    low -= isFar ? low / 2 : 0;
    high += isFar ? high / 2 : 1;
  }
  const step = niceStep(high / steps - low / steps);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  const [from, to] = [ticks[0] ?? low, ticks[ticks.length - 1] ?? high];
  return { low: from, high: to, ticks, at: (value) => Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100)) };
}

/** A place as an attribute of SVG. */
export const percent = (place: number): string => `${Number(place.toFixed(2))}%`;

/** A bar between two places, wide enough to be seen, within the picture. */
export function bar(a: number, b: number): { readonly x: string; readonly width: string } {
  const width = Math.max(Math.abs(a - b), 0.6);
  return { x: percent(Math.min(a, b, 100 - width)), width: percent(width) };
}

/** Which labels of so many letters at these places, in percent of `width` px, stand clear of the one before. At either end they are drawn inwards. */
export function spaced(places: readonly number[], letters: number, width: number): readonly boolean[] {
  const room = ((letters * 6.4 + 6) / width) * 100;
  const half = Math.min(50, ((letters * 3.4) / width) * 100);
  let last = -Infinity;
  return places.map((place) => {
    const at = Math.min(100 - half, Math.max(half, place));
    const isClear = at - last >= room;
    if (isClear) last = at;
    return isClear;
  });
}
