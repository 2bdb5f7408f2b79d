/** A goal and those that support it: on its card they count by their weights, as the steps of a milestone do. */
import type { Page } from "playwright-core";
import type { Operation } from "../../src/plan/operation";
import { inAugust, QUARTER } from "../pane/plan-example";
import { onPlanPage } from "./plan-page";
import { begin, toPhase } from "./plan-states";

let page: Page;
onPlanPage("plan-supporters", (opened) => (page = opened));

const step = (name: string, weight: number | null, actual: number | null, parent: string): Operation => ({
  kind: "create", table: "goals", row: name, fields: { cycle: "2026-Q3", name, type: "milestone", unit: "yes/no", start: QUARTER.from, end: QUARTER.to, accumulate: "last value", owner: "Anna", weight, actual, parent_goal: parent },
});
const shown = (selector: string) => page.locator(`.plan-body:not([hidden]) ${selector}`);

test("the steps of a milestone: the weight of those done in the weight of all, what is only watched left out, and a way to each", async () => {
  await begin(page, inAugust("en", [step("Stages agreed", 3, 1, "G-011"), step("Deals moved", null, 0, "G-011"), step("Old one closed", 0, 0, "g-011")]));
  await toPhase(page, "control");
  await shown("button.row").filter({ hasText: "New CRM pipeline in use" }).click();
  await shown("h3", ).filter({ hasText: "Goals that support it" }).waitFor();
  expect((await shown("[data-supporters]").innerText()).replace(/\s+/g, " ")).toBe("Score 0.75 from 2 of 2 goals worst: on plan");
  const rows = shown("ul.rows button.row");
  expect((await rows.allInnerTexts()).map((text) => text.split("\n").filter((line) => line.trim() !== "").at(-1))).toEqual(["weight 3", "weight 1", "weight 0"]);
  await rows.filter({ hasText: "Deals moved" }).click();
  await shown("h2").filter({ hasText: "Deals moved" }).waitFor();
  expect(await shown("[data-supporters]").count()).toBe(0);
});
