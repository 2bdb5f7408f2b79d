/** A press of the mouse on the main button of a form is one press, whatever the field that was left has to say. */
import type { Page } from "playwright-core";
import { inAugust } from "../pane/plan-example";
import { onPlanPage } from "./plan-page";
import { begin, opens, toPhase } from "./plan-states";

let page: Page;
// Higher than the form: its button stands below the fields and moves with them.
onPlanPage("plan-press", (opened) => (page = opened), { width: 300, height: 1400 });

test("what is wrong with the last field is told when the form is saved, and not between press and release", async () => {
  await begin(page, inAugust("en"));
  await toPhase(page, "organize");
  await opens(page, '"people"');
  await opens(page, '"person","row":null');
  const shown = (selector: string) => page.locator(`.plan-body:not([hidden]) ${selector}`);
  await shown('[data-field="quota"]').fill("abc");
  const { x, y, width, height } = (await shown("button.main").boundingBox())!;
  await page.mouse.move(x + width / 2, y + height - 2);
  await page.mouse.down();
  await page.waitForTimeout(100);
  expect((await shown("button.main").boundingBox())!.y).toBe(y);
  await page.mouse.up();
  // Saving was tried: the name that is missing is told too, and the first field that is wrong has the focus.
  await page.waitForFunction(() => document.querySelectorAll('.plan-body:not([hidden]) [aria-invalid="true"]').length > 1);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-field"))).toBe("person");
});
