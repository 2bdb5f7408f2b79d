/** Stands in the sidebar for the example over the sample workbook (build/google.cjs), which Google Sheets does not have. */
export const SampleExample = (): null => null;
