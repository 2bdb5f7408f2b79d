/** The backward plan in the pane: by revenue and by profit, people and hiring, by keyboard, in words, and without a violation of WCAG. */
import type { Browser, Locator, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { inAugust } from "../pane/plan-example";
import { launchBrowser } from "./chromium";
import { misfits, THEMES, violations } from "./look";

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-backward")]);
}, 60_000);
afterAll(() => browser.close());

const WIDTHS = [270, 300, 350, 500];
/** As high as the longest screen: what lies under the bar at the bottom could not be judged. */
const HEIGHT = 4200;

async function openBackward(language: "en" | "ru", theme: keyof typeof THEMES = "light"): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 300, height: HEIGHT }, reducedMotion: "reduce", ...THEMES[theme] });
  page.setDefaultTimeout(5000);
  await openPane(page, built);
  await page.evaluate((given) => window.startPlan(given), inAugust(language));
  await page.getByRole("tab").nth(2).click();
  await page.locator(".plan-body:not([hidden]) [data-opens*='backward']").click();
  return page;
}
const unfold = async (page: Page) => {
  for (const summary of await page.locator(".plan-body:not([hidden]) details:not([open]) > summary").all()) if (await summary.isVisible()) await summary.click();
};
const faultsIn = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    faults.push(...[...(await violations(page)), ...(await misfits(page))].map((fault) => `${width} px: ${fault}`));
  }
  return faults;
};
/** With plain blanks. */
const says = async (part: Locator) => (await part.innerText()).split("\u00a0").join(" ");
const people = (page: Page) => page.locator("section[aria-label='Who is to sell it?']");

test("a higher target that is only tried tells how many people are missing and when the search should have begun", async () => {
  const page = await openBackward("en");
  expect(await says(people(page))).toContain("Over the whole cycle the team is enough");
  await page.locator('[data-field="target"]').fill("20m");
  // 6 of 2m and newcomers of 0.17m in the quarter: 7.83m are missing, four people of 2m each
  expect(await says(people(page))).toMatch(/Missing: 4 at full speed from 1 Jul on.*should have begun by 15 Jan: ramp-up takes 4 mo, hiring 45 d.*start on 29 Sep: newcomers cannot help/s);
  // What must be true: by keyboard from the leads to the day on which newcomers start.
  const must = page.locator(".must-be").last();
  expect(await says(must)).toMatch(/should have begun by 15 Jan.*newcomers cannot help/s);
  await page.locator('[data-field="hireDays"]').evaluate((input: HTMLInputElement) => (input.closest("details")!.open = true));
  await page.locator('[data-field="hireDays"]').fill("5");
  await page.locator('[data-field="mustBe"]').focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("2026-08-19");
  expect(await says(must)).toContain("Too late to start on 19 Aug: the search should have begun by 14 Aug, hiring takes 5 d.");
  // In September, their second month, they sell a quarter of 0.67m.
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2026-08-20");
  expect(await says(must)).toMatch(/^then the team must have 47 more from 20 Aug on\nbegin the search by 15 Aug, hiring takes 5 d\nat full speed from 1 Dec on\n/);
  expect(await page.evaluate(() => window.planHost.saved.length)).toBe(0);
  await page.close();
});

test("by keyboard: the target as a profit, and what is kept is one action that can be undone", async () => {
  const page = await openBackward("en");
  await page.locator('.chips[data-field="targetBy"] input:checked').focus();
  await page.keyboard.press("ArrowRight");
  for (const text of ["4.5m", null, "40", "10000", "300000"]) {
    await page.keyboard.press("Tab");
    if (text !== null) await page.keyboard.type(text);
  }
  // (4.5m + 0.3m) of deals of 150 000 that leave 50 000 each: 96 deals
  await expect(page.locator(".plan-body").innerText()).resolves.toContain("For this profit the revenue must be ₽14.4M.");
  await expect(page.locator(".comes-to").innerText()).resolves.toMatch(/96\s+new deals/);
  await page.getByRole("button", { name: "Keep these numbers" }).focus();
  await page.keyboard.press("Enter");
  const saved = await page.evaluate(() => window.planHost.saved.flat().map((operation) => ("fields" in operation ? operation.fields : {})));
  expect(saved).toEqual([
    ...[["PLAN_TARGET_BY", "profit"], ["PLAN_PROFIT", 4_500_000], ["PLAN_MARGIN", 0.4], ["PLAN_DEAL_COST", 10_000], ["PLAN_FIXED_COST", 300_000]].map(([name, value]) => ({ name, value })),
    { target: 14_400_000, note: "2026-08-15: plan ₽12M → ₽14.4M. Backward plan." },
  ]);
  expect(await page.getByRole("button", { name: "Keep these numbers" }).count()).toBe(0);
  expect(await page.locator('[data-field="margin"]').inputValue()).toBe("40");
  await page.locator("button.undo").click();
  await page.locator('[data-field="target"]').waitFor();
  expect(await page.locator('[data-field="target"]').inputValue()).toBe("12,000,000");
  await page.close();
});

test("calls a day: nothing without a rate of one's own; with it the number and the way to it, kept with the stage that is a meeting", async () => {
  const page = await openBackward("en");
  const calls = page.locator("details", { has: page.locator('[data-field="callRate"]') });
  await calls.locator("summary").click();
  expect(await says(calls)).toMatch(/A meeting is\s+Lead\s+Qualified\s+Proposal\s+Won\s+An example: 10 % is one meeting in ten calls/);
  expect(await says(page.locator(".comes-to"))).not.toContain("calls");
  await page.keyboard.press("Tab");
  await page.keyboard.type("0");
  await page.keyboard.press("Tab");
  expect(await says(calls)).toContain("Conversion must be above 0 % and at most 100 %.");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("25");
  await page.keyboard.press("Tab");
  // 534 of 80 deals; from 15 August on 11 working days until the last of August, 30 days before the end, and 6 people
  expect(await says(calls.locator("dl"))).toBe("Qualified\n534\nCalls: ÷ 25%\n= 2,136\nA day each: ÷ 11 working days left ÷ 6 people\n= 33");
  await page.keyboard.press("ArrowDown");
  // 267 proposals; 20 days before the end
  expect(await says(calls.locator("dl"))).toBe("Proposal\n267\nCalls: ÷ 25%\n= 1,068\nA day each: ÷ 19 working days left ÷ 6 people\n= 9.4");
  expect(await says(page.locator(".comes-to"))).toContain("9.4\ncalls a person a working day left");
  await page.getByRole("button", { name: "Keep these numbers" }).click();
  expect(await page.evaluate(() => window.planHost.saved.flat().map((operation) => ("fields" in operation ? operation.fields : {})))).toEqual([{ name: "PLAN_CALL_RATE", value: 0.25 }, { name: "PLAN_MEETING_STAGE", value: "Proposal" }]);
  expect(await page.locator('[data-field="callRate"]').inputValue()).toBe("25");
  expect(await page.locator('[data-field="meetingStage"]').inputValue()).toBe("Proposal");
  await page.close();
});

test.each([["light", "en"], ["dark", "ru"], ["forced colours", "ru"]] as const)("%s, %s: profit, everything unfolded, and people missing", async (theme, language) => {
  const page = await openBackward(language, theme);
  await page.locator('.chips[data-field="targetBy"] input').nth(1).check();
  for (const [field, text] of [["profit", "8000000"], ["margin", "40"], ["income", "20000"], ["callRate", "2,5"]] as const) {
    await unfold(page);
    await page.locator(`[data-field="${field}"]`).fill(text);
  }
  await page.locator("section p.warning").waitFor();
  expect(await faultsIn(page)).toEqual([]);
  await page.close();
});

const openCohorts = async (page: Page) => {
  await page.locator(".plan-body:not([hidden]) [data-opens*='cohorts']").click();
  await page.locator('[data-field="rate0"]').waitFor();
};
/** With plain blanks and hyphens. */
const result = async (page: Page) => (await says(page.locator(".plan-body:not([hidden]) .comes-to"))).replaceAll("\u2011", "-");

test("leads of earlier periods: what they give, how many leads the rest needs, and what helps where leads alone will not do; kept as one action", async () => {
  const page = await openBackward("en");
  await openCohorts(page);
  expect(await says(page.locator(".plan-body:not([hidden])"))).toMatch(/To calculate: the share of 2026.Q3, 0 where none/);
  // By keyboard: its own share, then leads and share of each earlier quarter.
  await page.locator('[data-field="rate0"]').focus();
  for (const text of ["2", "1000", "5", "20", "2.5", "", "1"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  // 12m are 80 deals; 50 + 0.5 come: 29.5 are missing, 2 % of 1475 leads
  expect(await result(page)).toMatch(/^80\s+new deals needed in 2026-Q3\s+50\s+of them earlier leads give\s+1,475\s+leads of 2026-Q3 for the other 30\s+10\.5%\s+of leads become deals in all\s/);
  expect(await result(page)).toContain("Leads alone will not do: at most 1,000 came in a period so far. That gives 70 of 80 deals.");
  expect(await result(page)).toMatch(/blank and count as 0: 2025-Q4\.\s+Fewer than 30 leads, the share may be chance: 2026-Q1\./);
  await page.locator('[data-field="leads2"]').fill("2000");
  expect(await result(page)).toContain("Earlier leads are enough");
  expect(await page.locator("section[aria-label='What helps then']").count()).toBe(0);
  await page.locator('[data-field="leads2"]').fill("20");
  await page.locator('[data-field="rate0"]').fill("0");
  expect(await result(page)).toContain("New leads cannot save 2026-Q3: they do not become deals in it. Deals missing: 30.");
  await page.locator('[data-field="rate1"]').fill("99,5");
  expect(await says(page.locator(".plan-body:not([hidden]) .warning"))).toBe("The shares add up to 103%: more than all leads.");
  await page.locator('[data-field="rate1"]').fill("5");

  // A month has numbers of its own; those of the quarter wait, typed as they are.
  await page.locator('.chips[data-field="cohortPeriod"] input').nth(1).check();
  expect(await page.locator('[data-field="rate1"]').inputValue()).toBe("");
  await page.locator('.chips[data-field="cohortPeriod"] input').first().check();
  await page.getByRole("button", { name: "Keep these numbers" }).click();
  expect(await page.evaluate(() => window.planHost.saved.map((operations) => operations.map((operation) => ("fields" in operation ? [operation.fields["name"], operation.fields["value"]] : []))))).toEqual([[
    ["PLAN_RATE_QUARTER_0", 0], ["PLAN_RATE_QUARTER_1", 0.05], ["PLAN_LEADS_2026_Q2", 1000], ["PLAN_RATE_QUARTER_2", 0.025], ["PLAN_LEADS_2026_Q1", 20], ["PLAN_RATE_QUARTER_3", 0.01],
  ]]);
  expect(await page.locator('[data-field="rate2"]').inputValue()).toBe("2.5");
  expect(await page.getByRole("button", { name: "Keep these numbers" }).count()).toBe(0);

  // What is proposed becomes an action, over this phase: Back leads here again.
  await page.getByRole("button", { name: "Work on the open deals" }).click();
  expect(await page.locator('[data-field="action"]').inputValue()).toBe("Work on the open deals");
  await page.keyboard.press("Alt+ArrowLeft");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Work on the open deals");
  expect(await page.locator('.plan-body:not([hidden]) [data-field="rate2"]').inputValue()).toBe("2.5");
  await page.close();
});

test("leads of earlier periods: what cannot be is told at its field, nothing is calculated, and nothing is kept", async () => {
  const page = await openBackward("en");
  await openCohorts(page);
  for (const [field, text] of [["rate0", "120"], ["leads1", "-5"], ["rate1", "many"]] as const) await page.locator(`[data-field="${field}"]`).fill(text);
  await page.locator('[data-field="leads2"]').focus();
  expect(await page.locator(".plan-body:not([hidden]) .hint .problem").allInnerTexts()).toEqual(["From 0 % to 100 %.", "At least 0.", expect.stringContaining("number")]);
  expect(await page.locator(".plan-body:not([hidden]) .comes-to").count() + (await page.getByRole("button", { name: "Keep these numbers" }).count())).toBe(0);
  await page.close();
});

test.each([["light", "en"], ["dark", "ru"], ["forced colours", "ru"]] as const)("%s, %s: leads of earlier periods", async (theme, language) => {
  const page = await openBackward(language, theme);
  await openCohorts(page);
  expect(await faultsIn(page)).toEqual([]);
  await page.locator(".plan-body:not([hidden]) button.add").last().click();
  for (const [field, text] of [["rate0", "1"], ["leads1", "25"], ["rate1", "5"], ["leads2", "1000000"], ["rate4", "2"]] as const) await page.locator(`[data-field="${field}"]`).fill(text);
  await page.locator('[data-field="leads1"]').focus();
  expect(await faultsIn(page)).toEqual([]);
  await page.locator('[data-field="leads2"]').fill("");
  await page.locator(".plan-body:not([hidden]) section").waitFor();
  expect(await faultsIn(page)).toEqual([]);
  await page.close();
});

test.each([["light", "ru"], ["dark", "en"]] as const)("%s, %s: indicators are chosen from a list, and a chosen one is watched, not scored", async (theme, language) => {
  const page = await openBackward(language, theme);
  await page.keyboard.press("Alt+ArrowLeft");
  await page.locator(".plan-body:not([hidden]) [data-opens*='indicators']").click();
  expect(await faultsIn(page)).toEqual([]);
  const before = await page.locator(".add-metric").count();
  await page.locator(".add-metric", { hasText: /Payback period|Срок окупаемости/ }).click();
  for (const [field, text] of [["baseline", "9"], ["target", "7"], ["owner", "Anna"]] as const) await page.locator(`[data-field="${field}"]`).fill(text);
  await page.locator(".form-foot button.main").click();
  await page.locator(".row", { hasText: /Payback period|Срок окупаемости/ }).waitFor();
  await expect(page.locator(".row", { hasText: /Payback period|Срок окупаемости/ }).innerText()).resolves.toMatch(/watched, not scored|наблюдается, без оценки/);
  expect(await page.locator(".add-metric").count()).toBe(before - 1);
  expect(await page.evaluate(() => window.planHost.saved.flat().map((operation) => ("fields" in operation ? [operation.fields["weight"], operation.fields["unit"], operation.fields["type"]] : [])))).toEqual([[0, "months", "decrease"]]);
  await page.close();
});

describe("a text that no cell takes is refused in words, and stays where it was typed", () => {
  const LONG = "a".repeat(32_768);
  test("in a form: beside its field, which gets the focus", async () => {
    const page = await openBackward("en");
    await page.locator(".back:visible").click();
    await page.locator(".plan-body:not([hidden]) .row[data-opens*='\"goal\"']").first().click();
    await unfold(page);
    await page.locator('[data-field="note"]').fill(LONG);
    await page.locator(".form-foot button.main").press("Enter");
    await expect(page.locator(".field", { has: page.locator('[data-field="note"]') }).innerText()).resolves.toContain("A cell takes at most 32,767 characters.");
    await page.locator('[data-field="note"]:focus').waitFor();
    expect(await page.evaluate(() => window.planHost.saved.length)).toBe(0);
    await page.close();
  });

  test("where the text is only a part of what is written: told above, and nothing stands in the way of the next saving", async () => {
    const page = await openBackward("ru");
    await page.locator(".back:visible").click();
    await page.locator(".plan-body:not([hidden]) .row", { hasText: "Объём продаж" }).click();
    await page.locator('[data-field="target"]').fill("13000000");
    const why = page.locator('[data-field="why"]');
    await why.fill(LONG);
    await page.locator(".form-foot button.main").click();
    await expect(page.locator(".banner.wrong").innerText()).resolves.toContain("Не сохранено: «Примечание»");
    expect(await page.evaluate(() => window.planHost.saved.length)).toBe(0);
    expect(await why.inputValue()).toBe(LONG);
    await why.fill("Новый договор");
    await page.locator(".form-foot button.main").click();
    await page.locator(".form-foot").waitFor({ state: "detached" });
    expect([await page.locator(".banner.wrong").count(), await page.evaluate(() => window.planHost.saved.length)]).toEqual([0, 1]);
    await page.close();
  });
});
