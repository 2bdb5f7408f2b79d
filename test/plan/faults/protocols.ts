import { C } from "./our-store";
import type { Protocol } from "./protocol";
import { A, B } from "./usual-stores";

/** Without losses in these the harness would be blind. */
export const USUAL: readonly Protocol[] = [A, B];
export const OURS = C;
export const PROTOCOLS: readonly Protocol[] = [...USUAL, OURS];
