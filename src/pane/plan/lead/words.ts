/** Words of the phase Lead. */
import type { Words } from "../../../plan/words";

export const LEAD_WORDS = {
  people: { en: "People", ru: "Люди" },
  noPeople: { en: "Nobody in the team yet.", ru: "В команде пока никого нет." },
} as const satisfies Record<string, Words>;
