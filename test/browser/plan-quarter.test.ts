/** A whole quarter with a keyboard alone: planned, organised, led, controlled, closed, and the next one begun with what was carried over. */
import type { Browser, Page } from "playwright-core";
import { serialOfDay } from "../../src/core/calendar";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { launchBrowser } from "./chromium";
import { keysOf, type Keys } from "./plan-keys";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;

let browser: Browser;
let built: Bundle;
let page: Page;
let keys: Keys;
const faults: string[] = [];
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-quarter")]);
  page = await browser.newPage({ viewport: { width: 300, height: 640 } });
  page.setDefaultTimeout(5000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  keys = keysOf(page);
}, 60_000);
afterAll(() => browser.close());

/** Enter, or what else is pressed; then the focus is still somewhere, and one can see where. */
async function go(what: RegExp | null, ...after: readonly string[]): Promise<void> {
  if (what) await keys.tabTo(what);
  await keys.press(...(after.length > 0 ? after : ["Enter"]));
  await page.waitForTimeout(60); // a screen is drawn, the focus follows
  expect(await keys.lost()).toBe("");
}
const fill = async (field: RegExp, text: string) => {
  await keys.tabTo(field);
  await keys.retype(text);
};
/** A list: typing goes to the entry that begins so. */
const pick = async (field: RegExp, text: string) => {
  await keys.tabTo(field);
  await keys.type(text);
};
const phase = async (name: RegExp) => {
  await keys.tabTo(name, "Shift+Tab");
  await keys.press("Enter");
};
const letPass = (to: number) => page.evaluate((serial) => void (window.planHost.day = serial), to);
const one = async (table: Parameters<Keys["rows"]>[0], what: Readonly<Record<string, unknown>>) =>
  (await keys.rows(table)).filter(({ fields }) => Object.entries(what).every(([field, value]) => fields[field] === value));

test("start: a ready-made plan", async () => {
  await openPane(page, built);
  await page.evaluate((today) => window.startPlan({ workbook: { Data: [[1]] }, today }), day(7, 3));
  await keys.tabTo(/^Functions$/);
  await keys.press("End");
  await go(/^Ready-made plan/);
  await fill(/^target/, "12m");
  await fill(/^deal/, "150k");
  await go(null);
  await page.locator(".plan").waitFor();
  expect([(await keys.rows("goals")).length, (await keys.rows("tasks")).length, (await keys.rows("resources")).length]).toEqual([11, 20, 12]);
  expect(await one("cycles", { cycle_id: "2026-Q3", start: day(7, 1), end: day(9, 30), status: "active" })).toHaveLength(1);
});

test("Plan: a goal is changed, the backward plan is looked at", async () => {
  await go(/^New customers/);
  await fill(/^owner/, "Anna, Boris");
  await go(null);
  expect(await one("goals", { name: "New customers", owner: "Anna, Boris" })).toHaveLength(1);
  expect(await keys.focus()).toMatch(/^New customers/);
  await go(/^Backward plan/);
  expect(await keys.focus()).toBe("Backward plan");
  await go(null, "Escape");
  expect(await keys.focus()).toMatch(/^Backward plan/);
});

test("Organize: a task, a white spot of the coverage map, a resource with plan and fact", async () => {
  await phase(/^Organize/);
  await go(/^Add a task$/);
  await fill(/^action/, "Call the lost customers");
  await pick(/^area/, "Sales st");
  await fill(/^owner/, "Anna");
  await go(null);
  expect(await one("tasks", { action: "Call the lost customers", area: "sales_strategy", owner: "Anna", status: "not started", cycle: "2026-Q3", start: day(7, 3) })).toHaveLength(1);

  await go(/^Resources/);
  await go(/^Informational/);
  await go(/^Competitor prices/);
  await pick(/^kind/, "Mark");
  await go(/^Save$/);
  expect(await one("resources", { name: "Competitor prices (monthly)", kind: "marketing" })).toHaveLength(1);
  await go(null, "Escape");
  await go(/^Coverage map/);
  await go(/^No resource: Informational/);
  await fill(/^name/, "Price survey");
  await fill(/^qty_plan/, "3");
  await fill(/^price/, "12k");
  await go(/^More$/);
  await fill(/^qty_fact/, "1");
  await go(null);
  expect((await one("resources", { name: "Price survey" })).map(({ fields }) => [fields["kind"], fields["qty_plan"], fields["qty_fact"], fields["price"], fields["status"]])).toEqual([["info", 3, 1, 12_000, "needed"]]);
  expect(await keys.focus()).toBe("Coverage map");
  expect(await page.locator(".plan-body:not([hidden])").textContent()).toContain("No white spots");
});

test("Lead: a task is done, one is blocked and unblocked, a talk is written down", async () => {
  await phase(/^Lead/);
  const before = (await one("tasks", { status: "done" })).length;
  await go(/^Mark as done/);
  expect(await one("tasks", { status: "done", done_on: day(7, 3) })).toHaveLength(before + 1);
  await go(/^Call the lost customers/);
  await pick(/^status/, "Blocked");
  await fill(/^blocked_by/, "No list of them");
  await go(null);
  expect(await one("tasks", { action: "Call the lost customers", status: "blocked", blocked_by: "No list of them" })).toHaveLength(1);
  await go(/^Call the lost customers/);
  await pick(/^status/, "In pro");
  await go(/^Save$/);
  expect(await one("tasks", { action: "Call the lost customers", status: "in progress", blocked_by: null })).toHaveLength(1);
  await go(/^Manager 2/);
  await fill(/^note/, "More calls before noon");
  await go(/^Save the note$/);
  expect((await one("tasks", { owner: "Manager 2", status: "done" })).map(({ fields }) => [fields["action"], fields["result"], fields["done_on"]])).toEqual([["Talk with Manager 2", "More calls before noon", day(7, 3)]]);
  expect(await page.locator(".plan-body:not([hidden])").textContent()).toContain("Last talk");
});

/** The queue until its end: a number for each goal as people type it. */
async function checkIn(values: Readonly<Record<string, string>>): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    const name = await page.evaluate(() => document.activeElement?.closest(".check-in")?.querySelector("h3")?.textContent ?? null);
    if (name === null) return;
    const value = values[name];
    if (value === undefined) throw new Error(`nobody expected a check-in of ${name}`);
    if (value === "yes") await keys.press("ArrowLeft");
    else await keys.retype(value);
    await go(null);
  }
}
const AUGUST = { "Sales volume": "3.5m", "New customers": "26", "Overall conversion, lead to deal": "5.4%", "Average deal": "146k", CAC: "64k", "Sales cycle, days": "39", "Customer churn a month": "2.5%", "Market share": "8.5%", "Customer satisfaction (NPS)": "52", "Department budget": "1.9m", "New CRM pipeline in use": "yes" };
const END = { "Sales volume": "9m", "New customers": "61", "Overall conversion, lead to deal": "6.1%", "Average deal": "151k", CAC: "59k", "Sales cycle, days": "34", "Customer churn a month": "2.6%", "Market share": "8.7%", "Customer satisfaction (NPS)": "53", "Department budget": "4.1m", "New CRM pipeline in use": "yes" };

test("Control: the queue of check-ins, a deviation, a corrective action", async () => {
  await letPass(day(8, 14));
  await phase(/^Control/);
  await go(/^Set to today$/);
  expect(await one("settings", { name: "PLAN_ASOF", value: day(8, 14) })).toHaveLength(1);
  await go(/^Next step/);
  await checkIn(AUGUST);
  expect(await keys.focus()).toContain("11");
  expect((await keys.rows("checkins")).map(({ fields }) => [fields["goal"], fields["value"], fields["date"]])).toEqual(expect.arrayContaining([["G-001 Sales volume", 3_500_000, day(8, 14)], ["G-003 Overall conversion, lead to deal", 0.054, day(8, 14)], ["G-011 New CRM pipeline in use", 1, day(8, 14)]]));
  expect(await keys.rows("checkins")).toHaveLength(11);
  await go(/^To plan and fact/);
  await go(/^Sales volume/);
  await go(/^Add corrective action/);
  await fill(/^cause$/, "Too few leads");
  await fill(/^action$/, "Start a second channel");
  await go(null);
  expect(await one("actions", { goal: "G-001 Sales volume", cause: "Too few leads", action: "Start a second channel", status: "open" })).toHaveLength(1);
  expect(await one("tasks", { action: "Start a second channel", origin: "A-001" })).toHaveLength(1);
});

test("the last day: the last check-ins, the action is verified", async () => {
  await letPass(day(9, 30));
  await phase(/^Control/);
  await go(/^Set to today$/);
  await go(/^Next step/);
  await checkIn(END);
  await go(/^To plan and fact/);
  await go(/^Actions/);
  await go(/^Start a second channel/);
  await go(/^verdict/, "Space");
  await go(/^decision/, "Space");
  await fill(/^effect/, "2m");
  await go(/^Save/);
  expect(await one("actions", { action: "Start a second channel", verdict: "worked", effect_fact: 2_000_000, status: "verified", checked: day(9, 30) })).toHaveLength(1);
  await go(null, "Escape");
});

test("the list of problems: to the cell, and a repair", async () => {
  await keys.tabTo(/^Problems in the plan/, "Shift+Tab");
  await go(null);
  await page.evaluate(() => Object.assign(window.planHost.plan, { placeOf: () => Promise.resolve("Data!A1") }));
  await go(/^Show in the sheet/);
  expect(await page.evaluate(() => window.planHost.log)).toContain("show Data!A1");
  await go(/^Leave Anna/);
  expect(await one("goals", { name: "New customers", owner: "Anna" })).toHaveLength(1);
  await go(null, "Escape");
});

test("closing: lessons, a decision for everything, the next cycle opens with what was carried", async () => {
  await keys.tabTo(/^Menu of the plan/, "Shift+Tab");
  await go(null);
  await go(/^Close the cycle/);
  const screen = page.locator(".plan-body:not([hidden])");
  expect(await screen.textContent()).toContain("Every goal has its last value.");
  await go(/^Close the cycle$/);
  expect(await keys.focus()).toBe("lessons"); // it does not close without them
  await keys.type("Leads first");
  const open = page.locator(".decide.open");
  const titles: string[] = [];
  for (let i = 0; (await open.count()) > 0; i += 1) {
    await keys.press("Tab");
    expect(await keys.lost()).toBe("");
    if (i > 150) throw new Error(`never decided: ${(await open.locator("legend").allTextContents()).join("; ")}; ${titles.join("; ")}`);
    const title = await page.evaluate(() => document.activeElement?.closest(".decide.open")?.querySelector("legend")?.textContent ?? null);
    if (title === null) continue;
    titles.push(title);
    if (title === "Sales volume") {
      await go(null, "ArrowRight"); // change
      await keys.tabTo(/^new-/);
      await keys.retype("10m");
    } else await go(null, title === "Market share" || title === "Call the lost customers" ? "Space" : "ArrowLeft"); // carry, or drop
  }
  expect(titles.slice(0, 2)).toEqual(["Sales volume", "Market share"]);
  await go(/^Repeating tasks/, "Space");
  await go(/^Close the cycle$/);
  const [old, next] = await keys.rows("cycles");
  expect([old?.fields["status"], old?.fields["lessons"], next?.fields["cycle_id"], next?.fields["status"], next?.fields["start"]]).toEqual(["closed", "Leads first", "2026-Q4", "active", day(10, 1)]);
  expect(Number(old?.frozen["score"])).toBeGreaterThan(0.5);
  expect((await one("goals", { cycle: "2026-Q4" })).map(({ fields }) => [fields["name"], fields["target"], fields["baseline"], fields["carried_from"]])).toEqual([["Sales volume", 10_000_000, 0, "G-001 Sales volume"], ["Market share", 0.09, 0.087, "G-008 Market share"]]);
  expect((await one("tasks", { cycle: "2026-Q4" })).map(({ fields }) => fields["action"])).toEqual(["Hold the weekly planning meeting", "Meet each manager one to one", "Review complaints with support every month", "Compare plan and fact every week", "Call the lost customers"]);
  await letPass(day(10, 1));
  await phase(/^Plan/);
  expect(await page.locator(".plan-top .cycle option:checked").textContent()).toContain("2026-Q4");
  expect(await page.locator(".plan-body:not([hidden]) .row-title").allTextContents()).toEqual(["Sales volume", "Market share"]);
  expect(faults).toEqual([]);
});
