/** The table of the random run: tasks, of which five fields are written and changed. */
import { columnOf } from "../../../src/plan/plan";
import { TABLES } from "../../../src/plan/tables";

export const TABLE = "tasks";
export const SHEET = TABLES[TABLE].sheet.en;
export const FIELDS: readonly string[] = ["action", "result", "owner", "due", "blocked_by"];
/** Holds a number; all others hold text. */
export const NUMBER_FIELD = "due";
export const HEADERS: readonly string[] = ["task_id", ...FIELDS].map((field) => columnOf(TABLE, field)!.header.en);
