/** Three significant digits: a plan is not more exact, and 0.05 stays 0.05. */
export const neat = (value: number): number => Number(value.toPrecision(3));
