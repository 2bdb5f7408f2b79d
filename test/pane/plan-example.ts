/** The ready-made plan of Q3 2026 in the middle of August, with facts: some goals are behind, some are on plan, some nobody has looked at. */
import type { Operation } from "../../src/plan/operation";
import type { PlanSettings } from "./plan-page";

/** 1 July, 30 September and 15 August 2026. */
export const QUARTER = { from: 46204, to: 46295 } as const;
export const AUGUST = 46249;

const checkIn = (n: number, goal: string, date: number, value: number): Operation => ({ kind: "check-in", row: `check-${n}`, fields: { date, goal, value, meaning: "total to date" } });

export const FACTS: readonly Operation[] = [
  checkIn(1, "G-001", 46213, 900_000), checkIn(2, "G-001", 46222, 2_100_000), checkIn(3, "G-001", 46235, 3_600_000), checkIn(4, "G-001", 46246, 4_500_000),
  checkIn(5, "G-002", 46246, 28), checkIn(6, "G-003", 46246, 0.052), checkIn(7, "G-005", 46246, 63_000), checkIn(8, "G-007", 46245, 0.034), checkIn(9, "G-009", 46230, 55),
  {
    kind: "create", table: "actions", row: "action-1",
    fields: { opened: 46235, goal: "G-001", deviation: -900_000, cause: "Fewer leads than planned", cause_kind: "marketing", action: "Start a second channel", owner: "Anna", due: 46246, status: "open" },
  },
];

export const inAugust = (language: "en" | "ru", extra: readonly Operation[] = []): PlanSettings => ({
  workbook: { Data: [["A", 1]], Deals: [["Deal", "Amount"], ["a", 100]] }, language, notation: language === "ru" ? "semicolon" : "comma", today: AUGUST,
  ready: { ...QUARTER, target: 12_000_000, deal: 150_000, repeat: 0.25, currency: "RUB" }, operations: [...FACTS, ...extra],
});
