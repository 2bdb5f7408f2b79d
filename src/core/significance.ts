/** How sure a conversion is: its interval, and whether two of them differ by more than chance. */
import erfc from "@stdlib/math-base-special-erfc";
import { MetricError } from "./error";
import { wilson } from "./proportion";
import { TOLERANCE } from "./stats";

/** Whole numbers: `converted` of `base`. `names` are those of the arguments, for the messages. */
function checkSample(base: number, converted: number, names: readonly [string, string]): void {
  if (converted > base) throw new MetricError("outOfLimits", { argument: names[1], found: converted, expected: "0", other: base });
}

function checkBase(base: number, name: string): void {
  if (base === 0) throw new MetricError("zeroDivisor", { argument: name });
}

/**
 * Wilson interval of a conversion.
 *
 * @throws outOfLimits when more converted than there were; zeroDivisor
 */
export function conversionInterval(base: number, converted: number, level: number): readonly [number, number] {
  checkSample(base, converted, ["base", "converted"]);
  checkBase(base, "base");
  return wilson(converted, base, level);
}

export type ConversionTest = {
  readonly rate1: number;
  readonly rate2: number;
  /** Second minus first, with its interval by Newcombe's hybrid of two Wilson intervals. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Pooled; null where nobody or everybody converted. */
  readonly z: number | null;
  /** The chance of a difference as large as this, either way, if there were none. */
  readonly p: number;
  readonly test: "z" | "fisher";
};

/** From so many expected of each kind in each sample the normal distribution is good enough. */
const LEAST_EXPECTED = 5;

/**
 * Did the rate change, or is it chance?
 *
 * @throws outOfLimits, zeroDivisor
 * @see R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10
 */
export function conversionTest(base1: number, converted1: number, base2: number, converted2: number, level: number): ConversionTest {
  checkSample(base1, converted1, ["base_1", "converted_1"]);
  checkSample(base2, converted2, ["base_2", "converted_2"]);
  checkBase(base1, "base_1");
  checkBase(base2, "base_2");
  const [rate1, rate2] = [converted1 / base1, converted2 / base2];
  const [low1, high1] = wilson(converted1, base1, level);
  const [low2, high2] = wilson(converted2, base2, level);
  const difference = rate2 - rate1;

  const all = base1 + base2;
  const yes = converted1 + converted2;
  const variance = (yes / all) * ((all - yes) / all) * (1 / base1 + 1 / base2);
  const z = variance === 0 ? null : difference / Math.sqrt(variance);
  const fewest = Math.min(base1, base2) * (Math.min(yes, all - yes) / all);
  const isLarge = z !== null && fewest >= LEAST_EXPECTED - TOLERANCE;
  return {
    rate1, rate2, difference,
    low: difference - Math.hypot(rate2 - low2, high1 - rate1),
    high: difference + Math.hypot(high2 - rate2, rate1 - low1),
    z,
    p: isLarge ? erfc(Math.abs(z) / Math.SQRT2) : fisher(base1, converted1, base2, converted2),
    test: isLarge ? "z" : "fisher",
  };
}

/** Probabilities that differ by rounding only are equally likely. */
const AS_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: the probability of all tables with the same margins that are no likelier than the one found.
 *
 * It counts in the cell with the smallest expectation, which is below 5 here: the probabilities of 0, 1, 2, … in it rise a little and then
 * fall faster than any power, so a few hundred of them are all there are, whatever the size of the samples. Each follows from the one
 * before, and their sum scales them: no factorial is needed, and nothing can overflow.
 */
function fisher(base1: number, converted1: number, base2: number, converted2: number): number {
  const all = base1 + base2;
  const yes = converted1 + converted2;
  const [row, converted] = base1 <= base2 ? [base1, converted1] : [base2, converted2];
  const [column, found] = yes <= all - yes ? [yes, converted] : [all - yes, row - converted];
  const chances: number[] = [];
  for (let k = 0, chance = 1; chance > 0; k += 1) {
    chances.push(chance);
    chance *= ((row - k) / (all - row - column + k + 1)) * ((column - k) / (k + 1));
  }
  const limit = (chances[found] ?? 0) * AS_LIKELY;
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  return sum(chances.filter((chance) => chance <= limit)) / sum(chances);
}
