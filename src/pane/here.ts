/** What the page of the pane has of its own: the clock, chance, storage. */
import { serialOfDay } from "../core/calendar";
import type { Keeper } from "../plan/kept-outbox";

/** The day it is for the user, in the zone of this computer, as a serial number of the 1900 system. */
export function today(): number {
  const now = new Date();
  return serialOfDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}

/** Ten letters and digits of chance: more than anybody else in one workbook will meet. */
export const randomLetters = (): string => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join("");

/** localStorage; null where the browser gives none: one that blocks it throws when it is asked for it. */
export const keeper = (): Keeper | null => usable(() => localStorage);
/** sessionStorage, which a tab has for itself and which ends with it; null as above. */
export const tabKeeper = (): Keeper | null => usable(() => sessionStorage);

function usable(storage: () => Storage): Keeper | null {
  try {
    const found = storage();
    found.setItem("voronka-test", "");
    found.removeItem("voronka-test");
    return found;
  } catch {
    return null;
  }
}

/** Milliseconds that long work may keep the page from drawing. */
const UNBROKEN = 40;
let rested = 0;

/** Lets the page draw and hear its user, unless it could a moment ago. */
export async function rest(): Promise<void> {
  if (performance.now() - rested < UNBROKEN) return;
  await new Promise((go) => setTimeout(go));
  rested = performance.now();
}
