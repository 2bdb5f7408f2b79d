/** Organize, Lead, the problems and closing in each theme, language and width. */
import type { Page } from "playwright-core";
import type { Operation } from "../../src/plan/operation";
import { inAugust } from "../pane/plan-example";
import { opens, testLooks, toPhase, toPlan, unfold, type Lang, type State } from "./plan-states";

/** A team, costs that were paid, a blocked task and a note: what a quarter has in the middle. */
const RUNNING: readonly Operation[] = [
  { kind: "create", table: "team", row: "anna", fields: { person: "Anna Sidorova", role: "Senior manager", start: 46023, quota: 1_200_000, per: "month", time_share: 1 } },
  { kind: "create", table: "team", row: "boris", fields: { person: "Константин Константинопольский", role: "Менеджер по работе с ключевыми клиентами", start: 46230, quota: 900_000, per: "month", time_share: 0.5 } },
  { kind: "update", table: "resources", row: "ready-41", fields: { qty_fact: 6, cost_fact: 1_750_000 } },
  { kind: "update", table: "resources", row: "ready-44", fields: { qty_fact: 1100, cost_fact: 1_650_000 } },
  { kind: "update", table: "resources", row: "ready-47", fields: { kind: "marketing" } },
  { kind: "update", table: "tasks", row: "ready-21", fields: { status: "in progress", due: 46240, owner: "Anna Sidorova" } },
  { kind: "update", table: "tasks", row: "ready-24", fields: { status: "blocked", blocked_by: "The director is on holiday until 1 September", owner: "Anna Sidorova" } },
  { kind: "update", table: "tasks", row: "ready-22", fields: { status: "done", done_on: 46245, owner: "Anna Sidorova" } },
  ...["ready-39", "ready-40"].map((row): Operation => ({ kind: "update", table: "tasks", row, fields: { area: "team" } })),
  { kind: "update", table: "goals", row: "ready-11", fields: { owner: "Anna Sidorova", carried_from: "G-001" } },
  { kind: "check-in", row: "noted", fields: { date: 46247, goal: "G-002", value: 29, meaning: "total to date", problem: "Two big deals wait for the lawyers", author: "Anna Sidorova" } },
];
const running = (language: Lang) => inAugust(language, RUNNING);
const form = (phase: "organize", before: string, what: string, mistakes: Readonly<Record<string, string>>): State => ({
  settings: running,
  go: async (page) => {
    await toPhase(page, phase);
    if (before !== "") await opens(page, before);
    await opens(page, what);
    await unfold(page);
    for (const [field, text] of Object.entries(mistakes)) await page.locator(`.plan-body:not([hidden]) [data-field="${field}"]`).fill(text);
    await page.locator("button.main:visible").click();
    await page.locator(".problem").first().waitFor();
  },
});
/** Each screen after the one before, and all that can be unfolded. */
const to = (phase: "organize" | "lead" | "control", ...what: readonly string[]): State => ({
  settings: running,
  go: async (page) => {
    await toPhase(page, phase);
    for (const each of what) await opens(page, each);
    await unfold(page);
  },
});
const menu = async (page: Page, nth: number) => {
  await toPlan(page);
  await page.locator(".menu summary").click();
  await page.locator(".menu button").nth(nth).click();
};
const toClose = (page: Page) => menu(page, 2);
/** With a score in each band. */
const closed = (score: number, i: number): Operation => ({ kind: "create", table: "cycles", row: `closed-${i}`, fields: { cycle_id: `2025-Q${i + 1}`, name: `2025-Q${i + 1}`, start: 45658 + i * 90, end: 45747 + i * 90, status: "closed", phase: "closed", score } });

/** Two goals with targets by month. */
const BY_MONTH: readonly Operation[] = ["G-001", "G-002"].flatMap((goal, g) => [46204, 46235, 46266].map((month, i): Operation => ({ kind: "create", table: "months", row: `month-${g}-${i}`, fields: { goal, month, target: (i + 3) * (g === 0 ? 1e6 : 5) } })));

const STATES: Readonly<Record<string, State>> = {
  areas: to("organize"),
  "new task": form("organize", "", '"task","row":null', { due: "01.01.2026" }),
  resources: to("organize", '"resources"'),
  "new resource": form("organize", '"resources"', '"resource","row":null', { qty_plan: "-5", price: "abc" }),
  people: to("organize", '"people"'),
  "new person": form("organize", '"people"', '"person","row":null', { quota: "-1" }),
  "coverage map": to("organize", '"coverage"'),
  "this week": to("lead"),
  "one to one": to("lead", "Anna"),
  cycles: { settings: (language) => inAugust(language, [0.72, 0.696, 0.39].map(closed)), go: (page) => menu(page, 1) },
  "control, closed": {
    settings: (language) => inAugust(language, [...[0.72].map(closed), { kind: "create", table: "goals", row: "of-closed", fields: { cycle: "2025-Q1", name: "Clients", type: "increase", unit: "pcs", baseline: 0, target: 60, accumulate: "sum", start: 45658, end: 45747, actual: 50, owner: "Anna", closed_as: "missed" } }]),
    go: async (page) => {
      await toPhase(page, "control");
      await page.locator("select.cycle").selectOption("closed-0");
    },
  },
  close: { settings: running, go: toClose },
  "close, with months": {
    settings: (language) => inAugust(language, BY_MONTH),
    go: async (page) => {
      await toClose(page);
      const choose = (goal: number, nth: number) => page.locator(".decide .choices").nth(goal).locator("input").nth(nth).check();
      await choose(0, 0);
      await choose(1, 1);
      await page.locator('.decide [data-field^="new-"]').fill("");
    },
  },
  "close, decided": {
    settings: running,
    go: async (page) => {
      await toClose(page);
      for (const choices of await page.locator(".decide .choices").all()) await choices.locator("input").nth(1).check();
      await page.locator('.decide [data-field^="new-"]').nth(1).fill("abc");
      await page.locator('[data-field="lessons"]').fill("Too few leads in July");
      for (const along of await page.locator(".tick input[type=checkbox]:visible").all()) await along.check();
    },
  },
};

testLooks(STATES, "plan-work-look");
