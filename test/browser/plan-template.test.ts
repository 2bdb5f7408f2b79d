/** A plan goes out of one workbook as a text and begins another one, by keyboard alone. */
import type { Page } from "playwright-core";
import { AUGUST, inAugust } from "../pane/plan-example";
import { onPlanPage } from "./plan-page";
import { begin, toPlan } from "./plan-states";

let page: Page;
onPlanPage("plan-template", (opened) => (page = opened), { width: 300, height: 700 });

const goals = () => page.evaluate(async () => ((await window.planHost.plan.load())?.plan.rows.goals ?? []).map(({ fields }) => [fields.name, fields.cycle, fields.actual, fields.start]));

test.each(["en", "ru"] as const)("saved, copied, pasted into a new workbook and into the same one (%s)", async (language) => {
  await begin(page, inAugust(language));
  await toPlan(page);
  await page.locator("details.menu summary").focus();
  await page.keyboard.press("Enter");
  await page.locator("details.menu button").nth(4).focus();
  await page.keyboard.press("Enter");
  const saved = page.locator("textarea[readonly]");
  await saved.waitFor();
  const text = await saved.inputValue();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("textarea[readonly] + p button").nth(1).press("Enter")]);
  expect(download.suggestedFilename()).toBe("voronka-2026-Q3.json");

  // Into the same workbook: the next quarter, by Enter in the last field.
  await page.locator('[data-field="template"]').fill(text);
  await page.locator('[data-field="period"]').selectOption("thisQuarter");
  expect(await page.locator("button.main:visible").isDisabled()).toBe(true);
  await page.locator('[data-field="period"]').selectOption("nextQuarter");
  await page.locator("button.main:visible").press("Enter");
  await page.waitForFunction(async () => (await window.planHost.plan.load())!.plan.rows.goals.length === 22);
  expect((await goals()).slice(11).every(([, cycle, actual]) => cycle === "2026-Q4" && actual === null)).toBe(true);

  // Into a new one, out of its file, with a way back by Escape that loses nothing.
  await begin(page, { workbook: { Data: [[1]] }, language, notation: "comma", today: AUGUST });
  await toPlan(page);
  await page.locator('[data-way="template"]').press("Enter");
  await page.locator('input[type="file"]').setInputFiles({ name: "t.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-field="template"]')!.value.length > 1000);
  await page.keyboard.press("Escape");
  await page.locator('[data-way="template"]').press("Enter");
  expect(await page.locator('[data-field="template"]').inputValue()).toBe(text);
  await page.locator("button.main:visible").press("Enter");
  await page.locator(".plan").waitFor();
  const made = await goals();
  expect([made.length, made[0]![2]]).toEqual([11, null]);
});
