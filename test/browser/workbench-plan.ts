/** A ready-made plan in the workbench, made by the keyboard alone. */
import type { Page } from "playwright-core";
import { FIRST_WORDS } from "../../src/pane/plan/first-words";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { handsOf } from "./plan-hands";
import { keysOf } from "./plan-keys";
import type { Lang } from "./plan-states";

export async function makeReadyPlan(page: Page, language: Lang): Promise<void> {
  const keys = keysOf(page);
  const hands = handsOf(page, keys, language);
  await page.waitForSelector("[data-u-comp=editor]", { state: "attached" });
  await keys.press("Tab", "F6", "End");
  await page.getByText(hands.text(FIRST_WORDS.ready)).waitFor();
  await hands.go(FIRST_WORDS.ready);
  await hands.fill(/^target/, hands.number("12m"));
  await hands.fill(/^deal/, hands.number("150k"));
  await keys.press("Enter");
  await page.getByText(hands.text(PLAN_WORDS.inWorkbook)).waitFor({ timeout: 20_000 });
}
