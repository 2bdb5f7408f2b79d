/** A text that is too long, or too short, is told of in its field before anything is saved; none of it is cut off. One that came from the sheet hinders nobody. */
import type { Page } from "playwright-core";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { inAugust } from "../pane/plan-example";
import { cuts, misfits, violations } from "./look";
import { onPlanPage } from "./plan-page";
import { begin, toPhase } from "./plan-states";

let page: Page;
onPlanPage("plan-text-limits", (opened) => (page = opened), { width: 270, height: 1200 });

const form = () => page.locator(".plan-body:not([hidden])");
const field = (name: string) => form().locator(`[data-field="${name}"]`);
const told = () => form().locator(".problem").allInnerTexts();
const save = () => form().locator("button.main").click();
const bare = (text: string): string => text.replace(/\u00a0/g, " ");

test("a goal with a long name is not saved until the name is shorter, and all that was typed stays there", async () => {
  await begin(page, inAugust("ru"));
  await toPhase(page, "plan");
  await form().getByRole("button", { name: "Добавить цель" }).first().click();
  const long = "Новые клиенты в регионах, ".repeat(4);
  await field("name").fill(long);
  await field("target").fill("60");
  await field("owner").fill("Анна");
  expect((await told()).map(bare)).toEqual([`Знаков: ${long.trim().length}, а нужно не больше 80. Сократите текст.`]);
  await save();
  expect([await field("name").inputValue(), await page.evaluate(() => window.planHost.saved.length)]).toEqual([long, 0]);
  await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset["field"] === "name");
  expect([...(await violations(page)), ...(await misfits(page)), ...(await cuts(page))]).toEqual([]);
  await field("name").fill("Новые клиенты в регионах");
  await save();
  await form().getByText("Новые клиенты в регионах", { exact: true }).waitFor();
});

test("a long action typed into the sheet is told of, and the task is done without rewriting it; a longer one is refused", async () => {
  const action = `Call ${"everybody ".repeat(25)}`.trim();
  await begin(page, inAugust("en", [{ kind: "create", table: "tasks", row: "long", fields: { cycle: "2026-Q3", area: "team", action, owner: "Anna", start: 46204, due: 46290, status: "in progress" } }]));
  await toPhase(page, "organize");
  await page.locator("button.badge").click();
  await form().locator(".problem-line", { hasText: "Characters: 254; at most 200 belong here." }).getByRole("button", { name: "Open" }).click();
  expect(await told()).toEqual(["Characters: 254; at most 200 belong here. Shorten the text."]);
  await field("action").fill(`${action} again`);
  await save();
  expect(await page.evaluate(() => window.planHost.saved.length)).toBe(0);
  await field("action").fill(action);
  await field("status").selectOption("done");
  await save();
  await page.getByText(PLAN_WORDS.inWorkbook.en).waitFor();
  expect(await page.evaluate(async () => (await window.planHost.plan.load())!.plan.rows.tasks.filter(({ row }) => row === "long").map(({ fields }) => [fields.action!.length, fields.status]))).toEqual([[254, "done"]]);
});
