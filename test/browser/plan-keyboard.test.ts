/** A head of sales with a keyboard alone: from the first run to a corrective action; and what is never lost on the way. */
import type { Browser, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { dealsBook } from "../pane/deals-book";
import { AUGUST, inAugust } from "../pane/plan-example";
import type { PlanSettings } from "../pane/plan-page";
import { launchBrowser } from "./chromium";
import { keysOf, type Keys } from "./plan-keys";

let browser: Browser;
let built: Bundle;
let page: Page;
let keys: Keys;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-keyboard")]);
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 300, height: 640 } });
  page.setDefaultTimeout(5000);
  keys = keysOf(page);
  await openPane(page, built);
});
afterEach(() => page.close());

const start = (settings: PlanSettings) => page.evaluate((given) => window.startPlan(given), settings);
async function openPlan(): Promise<void> {
  await keys.tabTo(/^Functions$/);
  await keys.press("End");
  expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("Plan");
}

test("first run, a goal, check-ins, a corrective action: without a mouse", async () => {
  await start({ workbook: { Data: [[1]] }, today: AUGUST });
  await openPlan();
  await keys.tabTo(/^Ready-made plan/);
  await keys.press("Enter");
  expect(await keys.focus()).toBe("Ready-made plan");
  await keys.tabTo(/^target/);
  await keys.press("Control+a");
  await keys.type("1.5m");
  await keys.tabTo(/^deal/);
  await keys.press("Control+a");
  await keys.type("30k");
  await keys.press("Enter"); // the form's button
  await page.locator(".plan").waitFor();
  expect((await keys.rows("goals")).length).toBe(11);
  expect((await keys.rows("goals"))[0]?.fields["target"]).toBe(1_500_000);

  // a goal as a sentence
  await keys.tabTo(/^Add a goal/);
  await keys.press("Enter");
  expect(await keys.focus()).toBe("New goal");
  await keys.tabTo(/^name/);
  await keys.type("Repeat sales");
  await keys.tabTo(/^metric/);
  await keys.type("Repeat sales");
  await keys.tabTo(/^target/);
  await keys.type("300k");
  await keys.tabTo(/^owner/);
  await keys.type("Anna");
  await keys.press("Enter");
  const added = (await keys.rows("goals"))[11];
  expect(added?.fields).toMatchObject({ name: "Repeat sales", type: "increase", unit: "money", accumulate: "sum", target: 300_000, owner: "Anna", start: 46204, end: 46295, pace_by: "working" });
  expect(await keys.focus()).toMatch(/^Add a goal/); // back where it was opened

  // the queue: a number and Enter, a blank is skipped
  await keys.tabTo(/^Next step/);
  await keys.press("Enter");
  expect(await keys.focus()).toBe("value");
  await keys.type("400k");
  await keys.press("Enter");
  expect(await keys.focus()).toBe("value");
  await keys.press("Enter");
  await keys.type("12");
  await keys.press("Enter");
  expect((await keys.rows("checkins")).map(({ fields }) => [fields["value"], fields["date"]])).toEqual([[400_000, AUGUST], [0.12, AUGUST]]); // the third is a conversion

  // what hurts most, and a corrective action against it
  await keys.press("Escape");
  await keys.tabTo(/behind$/);
  await keys.press("Enter");
  await keys.tabTo(/^Add corrective action/);
  await keys.press("Enter");
  await keys.tabTo(/^cause$/);
  await keys.type("Too few leads");
  await keys.tabTo(/^action$/);
  await keys.type("Start a second channel");
  await keys.press("Enter");
  expect((await keys.rows("actions")).map(({ fields }) => [fields["cause"], fields["action"], fields["status"]])).toEqual([["Too few leads", "Start a second channel", "open"]]);
  expect((await keys.rows("tasks")).at(-1)?.fields).toMatchObject({ action: "Start a second channel", origin: "A-001" });

  // and taken back
  await keys.tabTo(/^Undo “Action: Start a second channel”/);
  await keys.press("Enter");
  expect(await keys.rows("actions")).toEqual([]);
  expect((await keys.rows("tasks")).length).toBe(20);
});

test("a plan out of the user's table: chosen, columns changed and confirmed, stopped once, made, and taken back as one", async () => {
  await start({ workbook: dealsBook("en"), today: AUGUST + 80 });
  await openPlan();
  await keys.tabTo(/^From my data/);
  await keys.press("Enter");
  await keys.tabTo(/^Deals/);
  await keys.press("Enter");
  await page.locator('[data-field="owner"]').waitFor();
  await keys.tabTo(/^owner/);
  await keys.press("Home"); // no such column
  await keys.tabTo(/^Right, count/);
  await keys.press("Enter");
  await page.locator(".found", { hasText: "people" }).waitFor(); // among the examples
  expect(await keys.focus()).toBe("What your data say");
  await keys.tabTo(/^Change the columns/);
  await keys.press("Enter");
  await keys.tabTo(/^owner/);
  await keys.type("Own");
  await keys.tabTo(/^Right, count/);
  await keys.press("Enter");
  await page.locator(".found", { hasText: "People: 6" }).waitFor();
  expect(await page.locator(".found").textContent()).toMatch(/Deals: 400 on the sheet Deals; won 158.*Left out: won, but no amount – 2, the amount is no number – 1/);

  await page.evaluate(() => (window.planHost.slow = 300));
  await keys.tabTo(/^target/);
  await keys.press("Control+a");
  await keys.type("500k");
  await keys.press("Enter");
  await keys.tabTo(/^Cancel/);
  await keys.press("Enter");
  await page.locator('[data-field="target"]').waitFor({ state: "visible" });
  expect(await page.locator('[data-field="target"]').inputValue()).toBe("500k");
  await page.evaluate(() => (window.planHost.slow = 0));
  await keys.tabTo(/^Create the plan/);
  await keys.press("Enter");
  await page.locator(".plan").waitFor();
  expect((await keys.rows("team")).slice(0, 6).map(({ fields }) => fields["person"])).toEqual(expect.arrayContaining(["Anna Bell", "Vera Grant"]));
  expect((await keys.rows("funnel")).map(({ fields }) => fields["stage"])).toEqual(["Lead", "Qualified", "Meeting", "Proposal", "Negotiation", "Won"]);
  expect((await keys.rows("goals"))[0]).toMatchObject({ fields: { target: 500_000, note: "From the sheet “Deals”." }, formulas: { actual: expect.stringMatching(/^=SUMIFS\(Deals!\$/) as string } });
  await keys.tabTo(/^Undo “Plan from my data”/);
  await keys.press("Enter");
  expect(await keys.rows("goals")).toEqual([]);
});

test("a fact by formula is entered with one key, and only such a fact is offered", async () => {
  const settings = inAugust("en");
  await start({ ...settings, operations: [...(settings.operations ?? []), { kind: "update", table: "goals", row: "ready-13", fields: { actual: { formula: "=Data!B1" } } }] });
  // What the sheet has calculated, as a store tells it.
  await page.evaluate(() => {
    const { plan } = window.planHost;
    const load = plan.load;
    Object.assign(plan, { load: async () => {
      const loaded = await load();
      return loaded && { ...loaded, plan: { ...loaded.plan, rows: { ...loaded.plan.rows, goals: loaded.plan.rows.goals.map((goal) => (goal.formulas["actual"] ? { ...goal, fields: { ...goal.fields, actual: 146_000 } } : goal)) } } };
    } });
  });
  await openPlan();
  await page.locator('[data-phase="control"]').press("Enter");
  await page.locator('.doors [data-opens*="queue"]').press("Enter");
  const offered = await page.locator('.check-in input[data-field="value"]').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value).filter((value) => value !== ""));
  expect(offered).toEqual(["146,000"]);
  await page.locator(".check-in", { hasText: "The formula says" }).locator('input[data-field="value"]').focus();
  await keys.press("Enter");
  expect((await keys.rows("checkins")).at(-1)?.fields).toMatchObject({ value: 146_000, date: AUGUST, meaning: "total to date" });
});

test("what was typed survives another tab, another phase and going back, and can be thrown away", async () => {
  await start(inAugust("en"));
  await openPlan();
  await page.getByRole("button", { name: "Add a goal" }).press("Enter");
  await keys.tabTo(/^name/);
  await keys.type("Unfinished");
  await page.locator('[data-phase="control"]').press("Enter");
  await page.getByRole("tab").first().press("Enter");
  await page.getByRole("tab").nth(2).press("Enter");
  await page.locator('[data-phase="plan"]').press("Enter");
  expect(await page.locator('input[data-field="name"]').inputValue()).toBe("Unfinished");
  await page.locator('input[data-field="name"]').press("Escape");
  await page.getByRole("button", { name: "Add a goal" }).press("Enter");
  expect(await page.locator('input[data-field="name"]').inputValue()).toBe("Unfinished");
  await page.getByRole("button", { name: "Start over" }).press("Enter");
  expect(await page.locator('input[data-field="name"]').inputValue()).toBe("");
});

test("what could not be saved is kept, shown, and written later", async () => {
  await start(inAugust("en"));
  await openPlan();
  await page.evaluate(() => (window.planHost.fault = "The workbook is protected."));
  await page.locator('[data-opens*="\\"goal\\",\\"row\\":\\""]').first().press("Enter");
  await page.locator('input[data-field="owner"]').fill("Boris");
  await page.locator('input[data-field="owner"]').press("Enter");
  await page.getByRole("alert").filter({ hasText: "The workbook is protected." }).waitFor();
  expect(await page.locator(".row-note", { hasText: "Boris" }).count()).toBe(1);
  await page.evaluate(() => (window.planHost.fault = null));
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await page.locator(".saved.workbook").waitFor();
  expect((await keys.rows("goals")).filter(({ fields }) => fields["owner"] === "Boris").length).toBe(1);
});

test("an action is not undone over a change of somebody else", async () => {
  await start(inAugust("en"));
  await openPlan();
  await page.locator('[data-opens*="\\"goal\\",\\"row\\":\\""]').first().press("Enter");
  await page.locator('input[data-field="owner"]').fill("Boris");
  await page.locator('input[data-field="owner"]').press("Enter");
  await page.locator(".undo").waitFor();
  await page.evaluate(async () => {
    const { plan } = window.planHost;
    const goal = (await plan.load())?.plan.rows.goals.find(({ fields }) => fields.owner === "Boris");
    if (goal) await plan.save([{ kind: "update", table: "goals", row: goal.row, fields: { owner: "Clara" } }]);
  });
  await page.locator(".menu summary").press("Enter");
  await page.getByRole("button", { name: "Read the sheets again" }).press("Enter");
  await page.locator(".row-note", { hasText: "Clara" }).waitFor();
  await page.locator(".undo").press("Enter");
  await page.locator(".plan-foot .failure").waitFor();
  expect((await keys.rows("goals")).filter(({ fields }) => fields["owner"] === "Clara").length).toBe(1);
});

test("a cancelled start leaves no plan, and says nothing is wrong", async () => {
  await start({ workbook: { Data: [[1]] }, today: AUGUST });
  await openPlan();
  await page.evaluate(() => (window.planHost.slow = 60));
  await page.locator('[data-way="ready"]').press("Enter");
  await page.locator("button.main").last().press("Enter");
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await page.locator('[data-field="target"]').first().waitFor();
  expect(await page.evaluate(async () => window.planHost.plan.load())).toBeNull();
  expect(await page.locator(".failure").count()).toBe(0);
});

test("a plan that is read only shows everything and offers no saving", async () => {
  await start({ ...inAugust("en"), told: { readOnly: { en: "the file is of a newer version", ru: "файл новой версии" } } });
  await openPlan();
  await page.locator(".banner").waitFor();
  await page.locator('[data-opens*="\\"goal\\",\\"row\\":\\""]').first().press("Enter");
  expect(await page.getByRole("button", { name: "Save" }).count()).toBe(0);
  expect(await page.locator('input[data-field="name"]').isDisabled()).toBe(true);
});

test("500 goals and 5,000 tasks: a phase opens, and a goal is saved, nearly as soon as in a plan of eleven", async () => {
  const timed = async (act: () => Promise<unknown>) => {
    const from = Date.now();
    await act();
    return Date.now() - from;
  };
  const acted = async () => {
    const opening = await timed(async () => {
      await page.getByRole("tab").nth(2).press("Enter");
      await page.locator("button.row").first().waitFor();
    });
    const control = await timed(async () => {
      await page.locator('[data-phase="control"]').press("Enter");
      await page.locator(".doors .door").first().waitFor();
    });
    await page.locator('[data-phase="plan"]').press("Enter");
    await page.locator("button.row").first().press("Enter");
    await page.locator('input[data-field="owner"]').fill("Boris");
    const saving = await timed(async () => {
      await page.locator('input[data-field="owner"]').press("Enter");
      await page.locator(".row-note", { hasText: "Boris" }).waitFor();
    });
    return { opening, control, saving };
  };
  await start(inAugust("en"));
  const small = await acted();
  await start(inAugust("en"));
  await page.evaluate(async () => {
    const { plan } = window.planHost;
    await plan.save([
      ...Array.from({ length: 500 }, (_, i) => ({ kind: "create" as const, table: "goals" as const, row: `g-${i}`, fields: { cycle: "2026-Q3", name: `Goal ${i}`, type: "increase", unit: "pcs", target: 100 + i, accumulate: "sum", start: 46204, end: 46295, actual: i, owner: "Anna" } })),
      ...Array.from({ length: 5000 }, (_, i) => ({ kind: "create" as const, table: "tasks" as const, row: `t-${i}`, fields: { cycle: "2026-Q3", action: `Task ${i}`, area: "team", owner: "Anna", start: 46204, due: 46250 + (i % 40), status: "not started", goal: `G-${String((i % 500) + 12).padStart(3, "0")}` } })),
    ]);
  });
  const large = await acted();
  expect(await page.locator(".plan-body:not([hidden]) button.row").count()).toBeLessThan(60);
  process.stdout.write(`eleven goals: ${JSON.stringify(small)} ms; 500 goals and 5,000 tasks: ${JSON.stringify(large)} ms\n`);
  for (const act of ["opening", "control", "saving"] as const) expect(large[act]).toBeLessThan(10 * Math.max(100, small[act]));
}, 60_000);
