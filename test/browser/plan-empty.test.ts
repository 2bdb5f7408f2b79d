/** An empty plan, by somebody who knows nothing of it: its period is asked for, each empty screen says what comes next, and goals of each type are what they say. */
import type { Page } from "playwright-core";
import { AUGUST } from "../pane/plan-example";
import { onPlanPage } from "./plan-page";
import { begin, toPhase, toPlan } from "./plan-states";

let page: Page;
onPlanPage("plan-empty", (opened) => (page = opened));

const rows = <T>(table: "goals" | "cycles", fields: readonly string[]): Promise<T> =>
  page.evaluate(async ([name, wanted]) => (await window.planHost.plan.load())!.plan.rows[name].map((row) => wanted.map((field) => (row.fields as Record<string, unknown>)[field])), [table, fields] as const) as Promise<T>;
const form = () => page.locator(".plan-body:not([hidden])");
const fill = (field: string, text: string) => form().locator(`[data-field="${field}"]`).fill(text);
const chip = (text: string) => form().locator("fieldset[data-field] label, .chips label").filter({ hasText: new RegExp(`^${text}$`) }).click();

test("its period and its currency are asked for, and become the first cycle", async () => {
  await begin(page, { workbook: { Data: [[1]] }, language: "en", notation: "comma", today: AUGUST });
  await toPlan(page);
  await page.locator('[data-way="empty"]').click();
  await page.locator('[data-field="period"]').selectOption("thisYear");
  await page.locator('[data-field="currency"]:visible').fill("eur");
  await page.locator('[data-field="currency"]:visible').press("Enter");
  await page.locator(".plan").waitFor();
  expect(await rows("cycles", ["cycle_id", "start", "end", "currency"])).toEqual([["2026", 46023, 46387, "EUR"]]);
});

test("where there is nothing to check in nothing is called up to date, and a team of nobody leads to its people", async () => {
  await toPhase(page, "control");
  expect(await page.locator('[data-opens*="queue"]').innerText()).toMatch(/None yet/);
  await toPhase(page, "lead");
  await form().locator('[data-opens*="people"]').click();
  expect(await form().locator("h2").innerText()).toBe("People");
});

test("a goal says which fields it needs, and takes as its number what such a number is", async () => {
  await toPhase(page, "plan");
  const required = () => page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>(".plan-body:not([hidden]) [data-field]")].filter((field) => field.required && field.offsetParent !== null).map((field) => field.dataset["field"]));
  const add = () => form().getByRole("button", { name: "Add a goal" }).first().click();
  const save = async (name: string) => {
    await fill("owner", "Anna");
    await fill("name", name);
    await form().locator("button.main").click();
    await form().getByText(name, { exact: true }).waitFor();
  };
  await add();
  expect(await required()).toEqual(["name", "target", "end", "owner"]);
  await chip("Reduce");
  expect(await required()).toEqual(["name", "baseline", "target", "end", "owner"]);
  await fill("baseline", "5");
  await fill("target", "3");
  await save("Complaints");
  await add();
  await chip("Keep");
  await chip("At most");
  await form().locator('[data-field="unit"]').selectOption("%");
  await fill("target", "10");
  await save("Discount");
  await add();
  await chip("Keep");
  await chip("Within");
  await form().locator('[data-field="unit"]').selectOption("pcs");
  await fill("target", "90");
  expect(await form().locator(".sentence").innerText()).toMatch(/within 85\.5 – 94\.5/);
  await save("Stock of leads");
  expect(await form().getByText("85.5 to 94.5").count()).toBe(1);
  await add();
  await chip("Yes or no");
  expect([await required(), await form().locator('[data-field="actual"]').evaluate((field) => field.parentElement!.textContent)]).toEqual([["name", "end", "owner"], ""]);
  await save("CRM is in use");
  expect(await rows("goals", ["type", "unit", "accumulate"])).toEqual([["decrease", "money", "last value"], ["keep ≤", "%", "ratio of sums"], ["keep within", "pcs", "last value"], ["milestone", "yes/no", "last value"]]);
});

test("where a goal has no status, its sign stands beside the reason, on however many lines", async () => {
  const row = (table: "cycles" | "goals", fields: Record<string, string | number>) => ({ kind: "create" as const, table, row: table, fields });
  await begin(page, { workbook: { Data: [[1]] }, language: "ru", notation: "semicolon", today: AUGUST, operations: [
    row("cycles", { cycle_id: "2026-Q3", start: 46204, end: 46295, status: "active" }),
    row("goals", { cycle: "2026-Q3", name: "Клиенты", type: "decrease", unit: "pcs", baseline: 0, target: 40, accumulate: "sum", start: 46204, end: 46295, owner: "Анна" }),
  ] });
  await toPlan(page);
  const status = form().locator(".row .status").first();
  const [sign, word] = await Promise.all([status.locator(".sign").boundingBox(), status.locator("span").first().boundingBox()]);
  expect(word!.x).toBeGreaterThan(sign!.x);
  expect([sign!.y >= word!.y - 1, sign!.y + sign!.height <= word!.y + word!.height + 1, word!.height > 20]).toEqual([true, true, true]);
});
