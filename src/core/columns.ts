/** What the core receives from a sheet: columns of the same length without blank rows, already read and checked. */

/** Names or ids as small integers: the same integer is the same thing, -1 is a blank. `labels` are as first met. */
export type Codes = { readonly codes: Int32Array; readonly labels: readonly (string | number)[] };

/**
 * The stages of a funnel. In a column of stages a code below `order.length` is a place in `order`, the last one is won;
 * from there on it is a place in `lost`; -1 is a blank.
 */
export type Funnel = { readonly order: readonly (string | number)[]; readonly lost: readonly (string | number)[] };

/** Dates as serial numbers; NaN where there is none, or where an end is still open. */
export type Dates = Float64Array;

export const wonStage = ({ order }: Funnel): number => order.length - 1;
