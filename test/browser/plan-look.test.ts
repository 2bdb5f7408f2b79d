/** Each screen of the plan in each theme, language and width: no violation of WCAG, nothing wider than the pane, nothing too small to touch. */
import type { Page } from "playwright-core";
import { columnGone, IGNORE, itIs, RESTORE } from "../../src/plan/header-sentences";
import type { Operation } from "../../src/plan/operation";
import { columnOf } from "../../src/plan/plan";
import type { Question } from "../../src/plan/store";
import { TABLES } from "../../src/plan/tables";
import { dealsBook } from "../pane/deals-book";
import { AUGUST, inAugust, QUARTER } from "../pane/plan-example";
import type { PlanSettings } from "../pane/plan-page";
import { cuts, misfits } from "./look";
import { begin, opens, testLooks, toPhase, toPlan, unfold, type Lang, type State } from "./plan-states";

const toControl = (page: Page) => toPhase(page, "control");

const none = (language: Lang): PlanSettings => ({ workbook: { Data: [[1]] }, language, notation: language === "ru" ? "semicolon" : "comma", today: AUGUST });
/** The longest that is asked: as the store asks it, with as many headers as it offers and as long. */
const renamedQuestion = (language: Lang): Question => {
  const headers = ["Plan for Q3", language === "ru" ? "План на III квартал с поправками отдела, руб." : "Plan for Q3 with what the team has added", "Note 2", "LTV"];
  return {
    id: "column:goals:target", kind: "missingColumn", sentence: columnGone("goals", TABLES.goals.sheet[language], columnOf("goals", "target")!, headers, true),
    choices: [...headers.map((header) => ({ id: header, words: itIs(header, false) })), { id: "restore", words: RESTORE }, { id: "ignore", words: IGNORE }],
  };
};
const told = (language: Lang): PlanSettings => ({
  ...inAugust(language),
  told: {
    readOnly: { en: "The sheet Goals is protected.", ru: "Лист «Цели» защищён." },
    notices: [{ kind: "adopted", sentence: { en: "A row typed by hand got the id G-012.", ru: "Строка, введённая вручную, получила код G-012." }, table: "goals", row: "ready-1" }],
    questions: [{ id: "q", kind: "removedByHand", sentence: { en: "The row G-003 was deleted in the sheet. Delete it from the plan?", ru: "Строку G-003 удалили на листе. Удалить её из плана?" }, choices: [{ id: "y", words: { en: "Delete", ru: "Удалить" } }, { id: "n", words: { en: "Bring back", ru: "Вернуть" } }] }, renamedQuestion(language)],
  },
});

const mine = (language: "en" | "ru"): PlanSettings => ({ ...none(language), workbook: dealsBook(language) });
const toColumns = async (page: Page) => {
  await toPlan(page);
  await page.locator('[data-way="data"]').click();
  await page.locator("[data-table]").first().click();
  await page.locator('[data-field="won"]').waitFor();
};

/** A step towards the first goal. */
const supporter = (n: number, weight: number, actual: number | null): Operation => ({
  kind: "create", table: "goals", row: `step-${n}`,
  fields: { cycle: "2026-Q3", name: ["Second channel chosen", "Second channel brings its first fifty leads"][n - 1]!, type: "milestone", unit: "yes/no", start: QUARTER.from, end: QUARTER.to, accumulate: "last value", owner: "Anna", weight, actual, parent_goal: "G-001" },
});

const STATES: Readonly<Record<string, State>> = {
  "first run": { settings: none, go: toPlan },
  "ready-made": { settings: none, go: async (page) => {
    await toPlan(page);
    await page.locator(".way").first().click();
    await page.locator('[data-field="variant"]').selectOption("subscription");
    await unfold(page);
  } },
  "ready-made with mistakes": { settings: none, go: async (page) => {
    await toPlan(page);
    await page.locator(".way").first().click();
    await page.locator('[data-field="deal"]').fill("abc");
    await page.locator('[data-field="period"]').selectOption("other");
    await page.locator('[data-field="from"]').fill("31.02.2026");
    await page.locator('[data-field="to"]').focus();
  } },
  "first run, from a template with a mistake": { settings: none, go: async (page) => {
    await toPlan(page);
    await page.locator('[data-way="template"]').click();
    await page.locator('[data-field="template"]').fill('{"voronka":"plan template","version":1,"days":92,"goals":[{}]}');
  } },
  "template of the plan": { go: async (page) => {
    await toPlan(page);
    await page.locator("details.menu summary").click();
    await page.locator("details.menu button").nth(4).click();
    const text = await page.locator("textarea[readonly]").inputValue();
    await page.locator('[data-field="template"]').fill(text);
  } },
  // A month is no quarter: they do not fit.
  "template with months": {
    settings: (language) => inAugust(language, ["G-001", "G-002", "G-010"].flatMap((goal) => [46204, 46235, 46266].map((month, i): Operation => ({ kind: "create", table: "months", row: `${goal}-${i}`, fields: { goal, month, target: i + 1 } })))),
    go: async (page) => {
      await toPlan(page);
      await page.locator("details.menu summary").click();
      await page.locator("details.menu button").nth(4).click();
      await page.locator('[data-field="template"]').fill(await page.locator("textarea[readonly]").inputValue());
      await page.locator('[data-field="period"]').selectOption("nextMonth");
      await page.getByText(/and are left out: |и не войдут: /).waitFor();
    },
  },
  "copying with values only, by hand": { go: async (page) => {
    await toPlan(page);
    await page.locator("details.menu summary").click();
    await page.locator("details.menu button").nth(5).click();
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("no"));
      document.execCommand = () => false;
    });
    await page.locator(".plan-body:not([hidden]) button.main").click();
    await page.locator("textarea[readonly]").waitFor();
  } },
  "columns of my data": { settings: mine, go: async (page) => {
    await toColumns(page);
    await page.locator('[data-field="amount"]').selectOption("");
    await unfold(page);
  } },
  "what my data say": { settings: mine, go: async (page) => {
    await toColumns(page);
    await page.locator(".plan-body button.main:visible").click();
    await page.locator(".found").waitFor();
    await unfold(page);
  } },
  "making the sheets": { settings: none, go: async (page) => {
    await toPlan(page);
    await page.locator(".way").first().click();
    await page.evaluate(() => (window.planHost.slow = 100_000));
    await page.locator("button.main").last().click();
    await page.locator("progress").waitFor();
  } },
  goals: { go: toPlan },
  "goal, unfolded": { go: async (page) => {
    await toPlan(page);
    await opens(page, '"goal","row":"');
    await unfold(page);
  } },
  "targets by month": { go: async (page) => {
    await toPlan(page);
    await opens(page, '"goal","row":"');
    await opens(page, "months");
    const fields = page.locator(".plan-body:not([hidden]) .pair input");
    await page.locator(".plan-body:not([hidden]) .buttons button").first().click();
    await fields.first().fill("2.5m");
    await fields.nth(1).fill("abc");
    await fields.last().focus();
  } },
  "new goal with mistakes": { go: async (page) => {
    await toPlan(page);
    await opens(page, '"goal","row":null');
    await page.locator('.chips[data-field="source"] input').nth(1).check();
    await page.locator("button.main:visible").click();
    await page.locator(".problem").first().waitFor();
  } },
  "backward plan": { go: async (page) => {
    await toPlan(page);
    await opens(page, "backward");
    await unfold(page);
    await page.locator('[data-field="mustBe"]').fill("900");
  } },
  stage: { go: async (page) => {
    await toPlan(page);
    await opens(page, "backward");
    await unfold(page);
    await opens(page, "stage");
  } },
  cycle: { go: async (page) => {
    await toPlan(page);
    await page.locator(".menu summary").click();
    await page.locator(".menu button").nth(1).click();
    await opens(page, '"cycle"');
    await unfold(page);
  } },
  problems: { settings: (language) => ({ ...inAugust(language), notes: { left: 2 } }), go: async (page) => {
    await toPlan(page);
    await page.locator(".badge").click();
    await page.locator(".problem-line").first().waitFor();
    await page.locator(".plan-body:not([hidden]) section").last().locator("button").first().click();
    await page.locator(".plan-body:not([hidden]) [role=status] p").nth(1).waitFor();
  } },
  control: { go: toControl },
  queue: { go: async (page) => {
    await toControl(page);
    await opens(page, "queue");
    await page.locator(".check-in .link").first().click();
    await page.locator('.check-in [data-field="value"]').first().fill("9999999999999");
    await page.keyboard.press("Enter");
    await page.locator(".check-in .problem").waitFor(); // asked about once
  } },
  "card of a goal": { settings: (language) => inAugust(language, [supporter(1, 2, 1), supporter(2, 1, null)]), go: async (page) => {
    await toControl(page);
    await page.locator("button.row", { hasText: /Sales volume|Объём продаж/ }).last().click();
    await page.locator(".figures").waitFor();
  } },
  "new action": { go: async (page) => {
    await toControl(page);
    await opens(page, "deviation");
    await opens(page, '"action"');
    await page.locator("button.main:visible").click();
    await page.locator(".problem").first().waitFor();
  } },
  "verifying an action": { go: async (page) => {
    await toControl(page);
    await opens(page, "actions");
    await opens(page, '"action","row":"');
    await page.locator('.chips[data-field="verdict"] input').first().check();
  } },
  "told by the store, and the list of actions": { settings: told, go: async (page) => {
    await toPlan(page);
    await page.locator(".notices summary").click();
  } },
  "not saved": { go: async (page) => {
    await toControl(page);
    await page.evaluate(() => (window.planHost.fault = "The workbook is being edited by somebody else."));
    await opens(page, "queue");
    for (const value of ["1", "2"]) {
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
      if (await page.locator(".check-in .problem").isVisible()) await page.keyboard.press("Enter"); // it is asked about once
    }
    await page.locator(".banner.wrong").waitFor();
    await page.locator(".undo-list").click();
  } },
};

const look = testLooks(STATES, "plan-look");

test("at 200 % zoom nothing sticks out", async () => {
  const page = await look.page({ viewport: { width: 160, height: 500 } });
  await begin(page, inAugust("ru"));
  for (const state of ["goals", "control", "queue"]) {
    await STATES[state]!.go(page);
    expect((await misfits(page)).filter((fault) => fault.includes("sideways"))).toEqual([]);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  }
  await page.close();
});

test("an id stands on one line, however wide the pane is", async () => {
  const page = await look.page({ viewport: { width: 300, height: 3000 } });
  await begin(page, told("ru"));
  await STATES["told by the store, and the list of actions"]!.go(page);
  for (let width = 262; width <= 350; width += 4) {
    await page.setViewportSize({ width, height: 3000 });
    expect((await cuts(page)).filter((fault) => fault.includes("broken word"))).toEqual([]);
  }
  await page.close();
});

test("texts that are cut are found: at the side, below, in a list, in a button, and words broken in two", async () => {
  const page = await look.page({ viewport: { width: 300, height: 600 } });
  await page.evaluate(() => {
    document.querySelector("#pane")!.innerHTML = `<div class="voronka-pane"><p style="width: 60px; overflow: hidden; white-space: nowrap">at the side, I say</p>
      <p style="width: 60px; height: 20px; overflow: hidden">three words below</p><button style="width: 60px; white-space: nowrap">in a button it is</button><p style="width: 60px; overflow-wrap: anywhere">deviation</p><p style="width: 60px">Goal G-003</p>
      <select style="width: 60px"><option>in a list of entries</option></select><p style="width: 200px; overflow: hidden">whole</p><p class="unseen">only heard</p></div>`;
  });
  expect((await cuts(page)).map((each) => each.replace(/:? ?“.*/, ""))).toEqual(["cut at the side", "cut above or below", "cut at the side", "broken word", "broken word", expect.stringMatching(/^list of \d+ px for \d+$/)]);
  await page.close();
});
