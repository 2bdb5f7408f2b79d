/** Stands in the sidebar for what the columns of a result table hold (build/google.cjs): the texts have no room there; the documentation has them. */
export const ColumnsHelp = (): null => null;
