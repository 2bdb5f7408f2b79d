/** Amounts are told in the problems of the plan too: they stand there. */
export * from "../../plan/amounts";
