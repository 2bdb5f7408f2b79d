/** Targets by month: filled at a press, their sum seen against the target, saved as one action, and what is expected follows. */
import type { Page } from "playwright-core";
import { CLOSE_WORDS } from "../../src/pane/plan/close/words";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { inAugust } from "../pane/plan-example";
import { onPlanPage } from "./plan-page";
import { begin, opens, toPhase, toPlan } from "./plan-states";

let page: Page;
onPlanPage("plan-months", (opened) => (page = opened));

const body = () => page.locator(".plan-body:not([hidden])");
const sum = async () => (await body().locator('[role="status"].spaced').innerText()).replace(/\u00a0/g, " ");
const months = (): Promise<unknown> => page.evaluate(async () => (await window.planHost.plan.load())!.plan.rows.months.map(({ fields: { goal, target } }) => [goal, target]));
const toMonths = async (goal: string) => {
  await toPlan(page);
  await toPhase(page, "plan");
  await body().locator("li button", { hasText: goal }).click();
  await opens(page, "months");
};

test("from nothing to a plan by months, changed, and taken back", async () => {
  await begin(page, inAugust("en"));
  await toMonths("Sales volume");
  expect(await sum()).toBe("Sum ₽0: ₽12M short of the target.");
  await page.keyboard.press("Tab");
  await body().getByRole("button", { name: "Evenly" }).press("Enter");
  expect([await body().locator(".pair input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)), await sum()]).toEqual([["4,000,000", "4,000,000", "4,000,000"], "Sum ₽12M, exactly the target."]);
  // Without a season that differs there is nothing to fill by.
  expect(await body().getByRole("button", { name: "By season" }).count()).toBe(0);
  await body().getByLabel("July").fill("3m");
  await body().getByLabel("September").fill("5.5m");
  expect(await sum()).toBe("Sum ₽12.5M: ₽500,000 above the target.");
  await body().getByLabel("September").fill("x");
  await body().getByRole("button", { name: "Save" }).click();
  expect(await body().getByLabel("September").getAttribute("aria-invalid")).toBe("true");
  await body().getByLabel("September").fill("5,000,000");
  await page.keyboard.press("Enter");
  await page.getByText(PLAN_WORDS.inWorkbook.en).waitFor();
  expect(await months()).toEqual([["G-001 Sales volume", 3e6], ["G-001 Sales volume", 4e6], ["G-001 Sales volume", 5e6]]);
  await toPhase(page, "control");
  await body().locator("[data-opens*='deviation']", { hasText: "Sales volume" }).click();
  const expected = body().locator(".figures > div", { hasText: "Expected by now" });
  expect((await expected.innerText()).replace(/\u00a0/g, " ")).toMatch(/₽4\.9M\s+by its months/);
  await page.locator(".plan-foot").getByRole("button", { name: /Undo “Targets by month: Sales volume”/ }).click();
  await expected.locator(".caption").waitFor({ state: "detached" });
  expect(await months()).toEqual([]);
});

test("a season that differs fills by it, to the last rouble", async () => {
  const given = inAugust("ru");
  await begin(page, { ...given, ready: { ...given.ready!, target: 10_000_001 } });
  await page.evaluate(async () => {
    const { plan } = (await window.planHost.plan.load())!;
    await window.planHost.plan.save(plan.rows.season.filter(({ fields }) => fields.month === 7 || fields.month === 9).map(({ row, fields }) => ({ kind: "update" as const, table: "season" as const, row, fields: { index: fields.month === 7 ? 0.7 : 1.3 } })));
  });
  await toMonths("Объём продаж");
  await body().getByRole("button", { name: "По сезонности" }).click();
  expect([await body().locator(".pair input").evaluateAll((fields) => fields.map((field) => Number((field as HTMLInputElement).value.replace(/\D/g, ""))).reduce((a, b) => a + b, 0)), await sum()]).toEqual([10_000_001, "Сумма 10 млн ₽, ровно план."]);
});

test("carried into the next quarter in their shares; left behind at a tick; without a target filled later as in the quarter before", async () => {
  const given = inAugust("en");
  const target = (goal: string, i: number, value: number) => ({ kind: "create" as const, table: "months" as const, row: `${goal}-${i}`, fields: { goal, month: [46204, 46235, 46266][i]!, target: value } });
  const ofMonths = ["G-001", "G-002"].flatMap((goal) => [1, 2, 3].map((part, i) => target(goal, i, part * (goal === "G-001" ? 2e6 : 10))));
  await begin(page, { ...given, operations: [...given.operations!, ...ofMonths] });
  await toPlan(page);
  await page.locator(".menu summary").click();
  await page.getByRole("button", { name: PLAN_WORDS.closeCycle.en }).click();
  const goals = body().locator(".decide");
  const notes = async (nth: number) => (await goals.nth(nth).locator(".row-note").allInnerTexts()).join(" ").replace(/\u00a0/g, " ");
  for (const choice of await goals.all()) await choice.getByLabel("Drop").check();
  await goals.nth(0).getByLabel("Change").check();
  await goals.nth(0).locator("[data-field^='new-']").fill("9m");
  expect(await notes(0)).toBe("Oct ₽1.5M · Nov ₽3M · Dec ₽4.5M");
  await goals.nth(0).getByLabel(CLOSE_WORDS.sameShares.en).uncheck();
  expect(await notes(0)).toBe("");
  await goals.nth(0).getByLabel(CLOSE_WORDS.sameShares.en).check();
  await goals.nth(1).getByLabel("Change").check();
  await goals.nth(1).locator("[data-field^='new-']").fill("");
  expect(await notes(1)).toContain("No targets by month while there is no target.");
  await body().locator("[data-field='end']").fill("30.11.2026");
  expect(await notes(0)).toBe("Its targets by month do not go on: months before – 3, in the next cycle – 2.");
  await body().locator("[data-field='end']").fill("31.12.2026");
  await body().locator("[data-field='lessons']").fill("More leads");
  await body().getByRole("button", { name: CLOSE_WORDS.close.en, exact: true }).click();
  await page.getByText(PLAN_WORDS.inWorkbook.en).waitFor();
  expect((await months() as unknown[]).slice(6)).toEqual([["G-012 Sales volume", 1.5e6], ["G-012 Sales volume", 3e6], ["G-012 Sales volume", 4.5e6]]);

  // The goal without a target gets one later.
  await page.locator("select.cycle").selectOption({ label: "2026-Q4" });
  await toPhase(page, "plan");
  await body().locator("li button", { hasText: "New customers" }).click();
  await body().locator("[data-field='target']").fill("60");
  await page.keyboard.press("Enter");
  await body().locator("li button", { hasText: "New customers" }).click();
  await opens(page, "months");
  await body().getByRole("button", { name: "As in 2026-Q3" }).press("Enter");
  expect([await body().locator(".pair input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)), await sum()]).toEqual([["10", "20", "30"], "Sum 60, exactly the target."]);
});
