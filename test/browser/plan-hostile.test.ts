/** A plan whose every text is an attack: nothing of it runs, nothing of it becomes markup, nothing leaves the page. */
import type { Browser } from "playwright-core";
import type { Operation } from "../../src/plan/operation";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { PAYLOADS } from "../pane/payloads";
import { AUGUST, inAugust } from "../pane/plan-example";
import { launchBrowser } from "./chromium";

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-hostile")]);
}, 60_000);
afterAll(() => browser.close());

const create = (table: "cycles" | "goals" | "tasks" | "actions" | "funnel" | "team", row: string, fields: Record<string, string | number>): Operation => ({ kind: "create", table, row, fields });
/** A plan that says it everywhere. */
const everywhere = (text: string): readonly Operation[] => [
  create("cycles", "c", { cycle_id: `c${text}`.slice(0, 20), name: text, start: 46204, end: 46295, phase: "plan", cadence: "week", pace_by: "working", status: "active", currency: text }),
  create("goals", "g", { cycle: `c${text}`.slice(0, 20), name: text, metric: text, type: "increase", unit: "money", baseline: 0, target: 100, accumulate: "sum", start: 46204, end: 46295, owner: text, note: text, actual: 10, as_of: 46240 }),
  create("goals", "odd", { cycle: `c${text}`.slice(0, 20), name: `${text}2`, type: text, unit: "pcs", target: text, accumulate: "sum", start: text, end: 46295, owner: text }),
  create("actions", "a", { opened: 46210, goal: "G-001", stage: text, cause: text, action: text, owner: text, due: 46220, status: "open" }),
  create("funnel", "f1", { order: 1, stage: text, conv: 0.5, lag_days: 1 }), create("funnel", "f2", { order: 2, stage: `${text}!` }),
  create("team", "p", { person: text, role: text, start: 46000 }), create("tasks", "t", { cycle: `c${text}`.slice(0, 20), action: text, owner: text, start: 46204, due: 46250, area: "team", status: "not started", goal: text }),
];

async function visit(text: string) {
  const page = await browser.newPage({ viewport: { width: 300, height: 700 } });
  page.setDefaultTimeout(5000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() !== "log" && errors.push(message.text()));
  const refused = await openPane(page, built);
  const before = await page.evaluate(() => JSON.stringify(Object.getOwnPropertyNames(Object.prototype)));
  const { workbook, notation } = inAugust("en");
  const words = { en: text, ru: text };
  await page.evaluate((settings) => window.startPlan(settings), {
    workbook, language: "en" as const, today: AUGUST, operations: everywhere(text), ...(notation && { notation }),
    told: { notices: [{ kind: "hand" as const, sentence: words, table: "goals" as const, row: "g" }], questions: [{ id: text, kind: "conflict" as const, sentence: words, choices: [{ id: text, words }] }] },
  });
  const kinds = new Set<string>();
  const note = async () => {
    for (const kind of await page.evaluate(() => [...document.querySelectorAll("#pane *")].map((element) => element.localName))) kinds.add(kind);
  };
  const open = async (selector: string) => {
    await page.locator(`.plan-body:not([hidden]) ${selector}`).first().click();
    await note();
  };
  await page.getByRole("tab").nth(2).click();
  await page.locator(".notices summary").click();
  await note();
  await open('[data-opens*="goal"][data-opens*="g"].row');
  await page.keyboard.press("Escape");
  await open('[data-opens*="backward"]');
  await page.locator("details.options > summary:visible").last().click();
  await open('[data-opens*="stage"]');
  await page.locator(".badge").click();
  await page.locator(".problem-line").first().waitFor();
  await note();
  for (const phase of ["organize", "lead", "control"]) {
    await page.locator(`[data-phase="${phase}"]`).click();
    await note();
  }
  await open('[data-opens*="deviation"]');
  await open('[data-opens*="action"]');
  await page.locator('textarea[data-field="cause"]').fill(text);
  await page.locator('input[data-field="action"]').fill(text);
  await page.locator('input[data-field="owner"]').fill(text);
  await page.locator('input[data-field="owner"]').press("Enter");
  await page.locator(".undo").waitFor();
  await note();
  await page.keyboard.press("Escape");
  await open('[data-opens*="queue"]');
  const found = { ran: await page.evaluate(() => "__xss" in window), polluted: before !== await page.evaluate(() => JSON.stringify(Object.getOwnPropertyNames(Object.prototype))), address: page.url() };
  await page.close();
  return { ...found, kinds: [...kinds].sort(), errors, refused: [...refused] };
}

let harmless: Awaited<ReturnType<typeof visit>>;
test("a harmless text, for comparison", async () => {
  harmless = await visit("Sales of May");
  expect(harmless).toMatchObject({ ran: false, errors: [], refused: [], polluted: false });
  expect(harmless.kinds).toEqual(expect.arrayContaining(["bdi", "textarea", "svg", "datalist"]));
});
test.each(PAYLOADS)("%j", async (payload) => {
  const found = await visit(payload);
  expect(found.kinds.filter((kind) => !harmless.kinds.includes(kind))).toEqual([]);
  expect({ ...found, kinds: [] }).toEqual({ ...harmless, kinds: [] });
});
