/** Another pair of thresholds is chosen beside the goals that it judges; one of the sheet is shown as it is. */
import type { Page } from "playwright-core";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { inAugust } from "../pane/plan-example";
import { onPlanPage } from "./plan-page";
import { begin, toPhase } from "./plan-states";

let page: Page;
onPlanPage("plan-thresholds", (opened) => (page = opened));

const select = () => page.locator(".plan-body:not([hidden]) select");
const offered = () => select().locator("option").allTextContents();
const hint = () => page.locator(".plan-body:not([hidden]) .hint").innerText();
const settings = (): Promise<unknown> => page.evaluate(async () => (await window.planHost.plan.load())!.plan.rows.settings.filter(({ fields: { name } }) => name === "PLAN_GREEN" || name === "PLAN_YELLOW").map(({ fields: { name, value } }) => [name, value]));

test("a stricter pair is one action, and one undo takes it back", async () => {
  await begin(page, inAugust("en"));
  await toPhase(page, "control");
  expect([await select().inputValue(), await offered(), await hint()]).toEqual([
    "0.95 0.8", ["95% and 80% of the pace", "100% and 90% of the pace", "90% and 75% of the pace"], "Pairs of your own: PLAN_GREEN and PLAN_YELLOW on the sheet Settings.",
  ]);
  await select().selectOption("1 0.9");
  await page.getByText(PLAN_WORDS.inWorkbook.en).waitFor();
  expect(await settings()).toEqual([["PLAN_GREEN", 1], ["PLAN_YELLOW", 0.9]]);
  expect(await hint()).toContain("GOAL_VALUE in cells always takes 95% and 80% of the pace.");
  await page.locator(".plan-foot").getByRole("button", { name: /Undo “Traffic light: 100%/ }).click();
  await page.waitForFunction(() => document.querySelector<HTMLSelectElement>(".plan-body:not([hidden]) select")?.value === "0.95 0.8");
  expect(await settings()).toEqual([["PLAN_GREEN", 0.95], ["PLAN_YELLOW", 0.8]]);
});

test("a pair that was typed into the sheet is offered as it is", async () => {
  const given = inAugust("ru");
  await begin(page, { ...given, operations: [...(given.operations ?? []), { kind: "create", table: "settings", row: "s-1", fields: { name: "PLAN_YELLOW", value: 0.7 } }] });
  await toPhase(page, "control");
  expect((await offered()).at(-1)?.replace(/\u00a0/g, " ")).toBe("95 % и 70 % темпа");
});
