/** Words of the phase Organize. */
import type { Words } from "../../../plan/words";

export const ORGANIZE_WORDS = {
  tasks: { en: "Tasks", ru: "Задачи" },
  noTasks: { en: "No tasks yet.", ru: "Задач пока нет." },
} as const satisfies Record<string, Words>;
