/** The fact of a goal as its latest check-in, as a formula of its Actual cell. */

/** @param label the id of the goal, such as `G-003`; English notation of Excel, each host writes the table in its own way */
export const checkInFormula = (label: string): string => `=LATEST_CHECKIN("${label.replace(/"/g, '""')}",PLAN_CHECKINS[#All])`;

export const readsCheckIns = (formula: string): boolean => formula.toUpperCase().includes("LATEST_CHECKIN(");
