/** What a host threw, as a sentence. */
export const sentence = (error: unknown): string => (error instanceof Error && error.message !== "" ? error.message : String(error));
