/** Days are read in the plan too: they stand there. */
export * from "../../plan/days";
