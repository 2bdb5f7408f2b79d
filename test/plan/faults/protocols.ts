import type { Protocol } from "./protocol";
import { A, B } from "./usual-stores";

/** All that is measured. Without losses in the first two the harness would be blind. */
export const USUAL: readonly Protocol[] = [A, B];
export const PROTOCOLS: readonly Protocol[] = [...USUAL];
