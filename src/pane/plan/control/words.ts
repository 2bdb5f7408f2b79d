/** Words of the phase Control. */
import type { Words } from "../../../plan/words";

export const CONTROL_WORDS = {
  planFact: { en: "Plan and fact", ru: "План-факт" },
  noGoals: { en: "No goals to control yet.", ru: "Целей для контроля пока нет." },
  byNow: { en: "by now {0}", ru: "на дату {0}" },
} as const satisfies Record<string, Words>;
