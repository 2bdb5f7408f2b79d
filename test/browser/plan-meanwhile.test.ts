/** A form is half filled in when its row is changed elsewhere: what was not typed follows, and over what was typed the other value is told. */
import type { Page } from "playwright-core";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { inAugust } from "../pane/plan-example";
import { cuts, misfits, violations } from "./look";
import { onPlanPage } from "./plan-page";
import { begin, toPhase } from "./plan-states";

let page: Page;
onPlanPage("plan-meanwhile", (opened) => (page = opened), { width: 300, height: 1600 });

const field = (name: string) => page.locator(`.plan-body:not([hidden]) input[data-field="${name}"]`);
const told = () => page.locator(".plan-body:not([hidden]) .problem").allInnerTexts().then((texts) => texts.map((text) => text.trim()));
/** By somebody else, and read again. */
const elsewhere = async (fields: Readonly<Record<string, string | number>>, goal: string | null = null) => {
  await page.evaluate(async ([given, row]) => {
    const { plan } = (await window.planHost.plan.load())!;
    await window.planHost.plan.save([{ kind: "update", table: "goals", row: row ?? plan.rows.goals[0]!.row, fields: given }]);
  }, [fields, goal] as const);
  await page.locator(".menu summary").click();
  await page.getByRole("button", { name: PLAN_WORDS.reload.en }).click();
};

test("untouched fields follow, the one that is being typed says what stands there by now, until the two agree or one begins anew", async () => {
  await begin(page, inAugust("en"));
  await toPhase(page, "plan");
  await page.locator(".plan-body:not([hidden]) button.row", { hasText: "Sales volume" }).first().click();
  await field("target").fill("15m");
  expect(await told()).toEqual([]);
  await elsewhere({ target: 14_000_000, owner: "Vera" });
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.plan-body:not([hidden]) input[data-field="owner"]')?.value === "Vera");
  expect([await field("target").inputValue(), await told()]).toEqual(["15m", ["Meanwhile it was changed elsewhere to 14,000,000. Saving writes what stands here."]]);
  expect([...(await violations(page)), ...(await misfits(page)), ...(await cuts(page))]).toEqual([]);
  await field("target").fill("14,000,000");
  expect(await told()).toEqual([]);
  await field("target").fill("16m");
  expect(await told()).toHaveLength(1);
});

test("a number that only its formula gives anew is no change", async () => {
  await begin(page, inAugust("en", [{ kind: "update", table: "goals", row: "ready-10", fields: { actual: { formula: "=Data!B1" } } }]));
  await toPhase(page, "plan");
  await page.locator(".plan-body:not([hidden]) button.row", { hasText: "Sales volume" }).first().click();
  await page.locator(".plan-body:not([hidden]) .formula-text").fill("=Data!B2");
  await elsewhere({ owner: "Vera" });
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.plan-body:not([hidden]) input[data-field="owner"]')?.value === "Vera");
  expect(await told()).toEqual([]);
});

test("a check-in that was being entered while somebody typed another fact asks once before it is saved over it", async () => {
  await begin(page, inAugust("en"));
  await toPhase(page, "control");
  await page.locator(".plan-body:not([hidden]) [data-opens*='queue']").first().click();
  const card = page.locator(".check-in").first();
  const row = await card.getAttribute("data-goal");
  const value = () => card.locator('[data-field="value"]');
  const savings = () => page.evaluate(() => window.planHost.saved.length);
  const target = await page.evaluate(async (of) => (await window.planHost.plan.load())!.plan.rows.goals.find((goal) => goal.row === of)!.fields, row);
  const entered = String(target.target);
  await value().fill(entered);
  await elsewhere({ actual: target.target! / 2, as_of: 46_249 }, row!);
  const before = await savings();
  await value().press("Enter");
  await card.locator(".problem").waitFor();
  expect((await told())[0]).toMatch(/^Meanwhile the fact of this goal was changed: it was .+, now it is .+\. To save over it, press Enter once more\.$/);
  expect([await value().inputValue(), (await savings()) - before]).toEqual([entered, 0]);
  expect([...(await violations(page)), ...(await misfits(page)), ...(await cuts(page))]).toEqual([]);
  await value().press("Enter");
  await page.locator(".check-in.saved-card").first().waitFor();
  expect(await page.evaluate(async (of) => (await window.planHost.plan.load())!.plan.rows.goals.find((goal) => goal.row === of)!.fields.actual, row)).toBe(target.target);
});

test("who enters the fact that somebody has typed meanwhile is not asked", async () => {
  await begin(page, inAugust("en"));
  await toPhase(page, "control");
  await page.locator(".plan-body:not([hidden]) [data-opens*='queue']").first().click();
  const card = page.locator(".check-in").first();
  const row = await card.getAttribute("data-goal");
  const { target } = await page.evaluate(async (of) => (await window.planHost.plan.load())!.plan.rows.goals.find((goal) => goal.row === of)!.fields, row);
  await card.locator('[data-field="value"]').fill(String(target));
  await elsewhere({ actual: target!, as_of: 46_249 }, row!);
  await card.locator('[data-field="value"]').press("Enter");
  await page.locator(".check-in.saved-card").first().waitFor();
});
