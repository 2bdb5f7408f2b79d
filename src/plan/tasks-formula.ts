/** The fact of a milestone as the share of its tasks that are done, where a person wants it so: by itself no task moves a goal. */
import { TASK_STATUSES } from "./codes";

/**
 * Plain and in the English notation. Cancelled tasks do not count; without any other it gives 0.
 *
 * @param label the id of the goal, which tasks name alone or before its name
 * @param goal a cell of the column of goals in the table of tasks, such as `Tasks!L2`; `status` one of their statuses
 */
export function tasksFormula(label: string, goal: string, status: string): string {
  const [goals, statuses] = [columnOfCell(goal), columnOfCell(status)];
  // Not one with a wildcard at once: G-100* would count the tasks of G-1000, too.
  const own = ["", " *"].map((name) => `${goals},"${label.replace(/"/g, '""')}${name}"`);
  const count = (code: "done" | "cancelled"): string => {
    const { words } = TASK_STATUSES.find((each) => each.code === code)!;
    const all = new Set([code, words.en.toLowerCase(), words.ru.toLowerCase()]);
    return own.flatMap((tasks) => [...all].map((word) => `COUNTIFS(${tasks},${statuses},"${word}")`)).join("+");
  };
  return `=IFERROR((${count("done")})/(${own.map((tasks) => `COUNTIF(${tasks})`).join("+")}-(${count("cancelled")})),0)`;
}

/** `'My tasks'!$L:$L` of `'My tasks'!L2`: it goes along when the column is moved. */
function columnOfCell(cell: string): string {
  const at = cell.lastIndexOf("!") + 1;
  const letters = cell.slice(at).replace(/[^A-Za-z]/g, "");
  return `${cell.slice(0, at)}$${letters}:$${letters}`;
}
