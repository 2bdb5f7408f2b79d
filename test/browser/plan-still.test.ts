/** What is on the screen stays where it is: nobody presses on what has just moved away. */
import type { Page } from "playwright-core";
import type { Operation } from "../../src/plan/operation";
import { inAugust } from "../pane/plan-example";
import { onPlanPage } from "./plan-page";
import { begin, toPlan } from "./plan-states";

let page: Page;
onPlanPage("plan-still", (opened) => (page = opened));

type Watching = { first: string | null };
const ENDS_BEFORE_IT_BEGINS: Operation = { kind: "create", table: "goals", row: "wrong", fields: { cycle: "2026-Q3", name: "Backwards", type: "increase", unit: "pcs", baseline: 0, target: 5, owner: "Anna", start: 46260, end: 46230 } };

test("the next step knows what is wrong with the plan when the plan is first drawn, and does not come in above it later", async () => {
  await page.evaluate(() => {
    const watching = globalThis as unknown as Watching;
    watching.first = null;
    new MutationObserver(() => {
      watching.first ??= document.querySelector(".plan-body h2") ? (document.querySelector<HTMLElement>(".next-step")?.innerText ?? "none") : null;
    }).observe(document, { childList: true, subtree: true });
  });
  await begin(page, inAugust("en", [ENDS_BEFORE_IT_BEGINS]));
  await toPlan(page);
  await page.locator(".plan-body h2").first().waitFor();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (globalThis as unknown as Watching).first)).toContain("Correct the mistakes in the plan");
  expect(await page.locator(".next-step").innerText()).toContain("Correct the mistakes in the plan");
});
