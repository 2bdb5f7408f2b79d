/** Seasons: how the months of a year, or the days of a week, compare with an average one. */
import { MetricError } from "./error";
import { ratio, sum } from "./stats";

/**
 * How each place of the season compares with an average place: the mean ratio of the values to their centred moving average.
 *
 * @param values in time order, 0 or more
 * @param length of the season, at least 2
 * @returns one index per place, the first value has the first; their mean is 1
 * @throws tooFewValues; zeroAverage
 */
export function seasonalIndex(values: Float64Array, length: number): readonly number[] {
  if (values.length < 2 * length) throw new MetricError("tooFewValues", { argument: "values", found: values.length, other: 2 * length });
  const window = windowSums(values, length);
  const ratios: number[][] = Array.from({ length }, () => []);
  const [long, short] = [Math.floor(length / 2), Math.floor((length - 1) / 2)]; // with an even length the window stands on both sides in turn
  for (let at = long; at + long < values.length; at += 1) {
    const average = (window(at - long) / 2 + window(at - short) / 2) / length;
    ratios[at % length]!.push(ratio(values[at]!, average, "zeroAverage", { argument: "values" }));
  }
  const means = ratios.map((list) => sum(list) / list.length);
  const mean = sum(means) / length;
  return means.map((index) => ratio(index, mean, "zeroAverage", { argument: "values" }));
}

/** Sums of `length` values from a place on, each as exact as if summed alone: running totals with what they rounded away. */
function windowSums(values: Float64Array, length: number): (from: number) => number {
  const totals = new Float64Array(values.length + 1);
  const lost = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i += 1) {
    const [total, x] = [totals[i]!, values[i]!];
    const next = total + x;
    totals[i + 1] = next;
    lost[i + 1] = lost[i]! + (total >= x ? total - next + x : x - next + total);
  }
  return (from) => totals[from + length]! - totals[from]! + (lost[from + length]! - lost[from]!);
}
