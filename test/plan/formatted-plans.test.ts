/** However a plan comes about, its goals look as their units ask for. */
import { serialOfDay } from "../../src/core/calendar";
import { changeAll } from "../../src/plan/change";
import { closeCycle, type Decision } from "../../src/plan/close";
import { planOfTemplate } from "../../src/plan/from-template";
import { formatsOf } from "../../src/plan/number-formats";
import type { Operation } from "../../src/plan/operation";
import { emptyPlan, type Plan } from "../../src/plan/plan";
import { readyPlan } from "../../src/plan/ready-plan";
import { READY_EXAMPLE } from "../../src/plan/ready-texts";
import { templateOf } from "../../src/plan/template";
import type { Language } from "../../src/plan/words";
import { columnAt, go, rig, sheetOf } from "./book-rig";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;
const [FROM, TO] = [day(7, 1), day(9, 30)];
let made = 0;
const newRow = (): string => `me-${(made += 1)}`;
const ready = (language: Language): Operation[] => readyPlan({ from: FROM, to: TO, ...READY_EXAMPLE, currency: "RUB" }, language, newRow, FROM);
const template = (language: Language): Operation[] => {
  const plan = changeAll(emptyPlan(language), ready(language));
  return planOfTemplate(templateOf(plan, plan.rows.cycles[0]!, true), { from: day(10, 1), to: day(12, 31), key: "2026-Q4", today: FROM, language, newRow });
};
const next = (plan: Plan): Operation[] => closeCycle(plan, {
  cycle: "2026-Q3", lessons: "Leads first", next: { cycle_id: "2026-Q4", name: "Q4", start: day(10, 1), end: day(12, 31) }, along: new Set(), withoutMonths: new Set(), newRow,
  decisions: new Map([...plan.rows.goals, ...plan.rows.tasks].map(({ row }): [string, Decision] => [row, { choose: "carry" }])),
  final: () => ({ actual: 1, expected: 1, gap: 0, progress: 0.5, pace: 1, forecast: null, status: "missed" }),
});

test.each<[string, Language, (language: Language) => readonly Operation[], boolean]>([
  ["ready-made, in English", "en", ready, false], ["ready-made, in Russian", "ru", ready, false], ["of a template", "ru", template, false], ["of the next cycle, with all goals carried over", "en", ready, true],
])("the goals of a plan %s", async (_, language, operations, rollsOver) => {
  const { book, store } = rig();
  const { plan: begun } = (await store.start(language, operations(language), go.progress, go.cancel))!;
  const plan = rollsOver ? (await store.save(next(begun))).plan : begun;
  const { formats } = sheetOf(book, "goals");
  const looks = plan.rows.goals.map(({ fields }, i) => [fields.unit, formats[i + 1]![columnAt(book, "goals", "target")], formats[i + 1]![columnAt(book, "goals", "actual")]]);
  expect(looks.length).toBe(rollsOver ? 22 : 11);
  for (const [i, [unit, target, actual]] of looks.entries()) {
    expect([unit, target, actual]).toEqual([unit, formatsOf("goals", new Map(Object.entries(plan.rows.goals[i]!.fields)), null).get("target"), target]);
    if (unit === "%" || unit === "money") expect([unit, target]).toEqual([unit, unit === "%" ? "0.0%" : "#,##0"]);
  }
  expect(looks.filter(([unit]) => unit === "%").length).toBeGreaterThan(2);
});
