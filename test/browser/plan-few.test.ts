/** Rates that were counted from few deals are marked where they are listed and where the plan is calculated from them, until another is typed. */
import type { Page } from "playwright-core";
import type { OwnData } from "../../src/plan/own-data";
import { inAugust } from "../pane/plan-example";
import type { PlanSettings } from "../pane/plan-page";
import { begin, opens, testLooks, toPlan, unfold, type Lang } from "./plan-states";

/** 1 January and 30 June 2026. */
const span = { from: 46023, to: 46203 };
const settings = (language: Lang): PlanSettings => {
  const names = language === "ru" ? ["Первый звонок", "КП отправлено", "Договор", "Продажа"] : ["First call", "Proposal sent", "Contract", "Won"];
  const reached = [80, 21, 12, 8];
  const own: OwnData = {
    sheet: "Deals", averageDeal: null, winRate: null, cycleDays: null, averaged: 0, basis: null, decided: 0, wins: 0, decidedIn: null, pipeline: null, owners: [], months: 12, season: null, live: {},
    funnel: names.map((name, i) => ({ name, reached: reached[i]!, conversion: i === 3 ? null : reached[i + 1]! / reached[i]!, lagDays: i === 3 ? null : 5, span })),
  };
  const example = inAugust(language);
  return { ...example, ready: { ...example.ready!, own } };
};
const toBackward = async (page: Page) => {
  await toPlan(page);
  await opens(page, "backward");
  await unfold(page);
};

const look = testLooks({ "few deals": { settings, go: toBackward } }, "plan-few");

test("in words beside the rate; a rate that somebody types has no mark, and the others keep theirs", async () => {
  const page = await look.page({ viewport: { width: 300, height: 4000 } });
  await begin(page, settings("en"));
  await toBackward(page);
  const details = (summary: string) => page.locator("details", { has: page.getByText(summary, { exact: true }) });
  const says = async (summary: string) => (await details(summary).innerText()).replace(/\u00a0/g, " ");
  const stages = () => says("Stages, conversions, days");
  expect(await stages()).toMatch(/Rates from your deals, 1 Jan – 30 Jun\s+First call\s+26.3% to the next, 5 d\s+Proposal sent\s+57.1% to the next, 5 d\s+few: 21 deals\s+Contract\s+66.7% to the next, 5 d\s+few: 12 deals\s+Won/);
  expect(await says("How it is calculated")).toMatch(/÷ 66.7%, from Contract\s+few: 12 deals\s+= 120\s+÷ 57.1%, from Proposal sent\s+few: 21 deals\s+= 210\s+÷ 26.3%, from First call\s+= 800/);
  await page.getByRole("button", { name: /Contract.*few: 12 deals/ }).press("Enter");
  await page.locator('[data-field="conv"]').fill("70");
  await page.keyboard.press("Enter");
  await unfold(page);
  expect(await stages()).toMatch(/Rates from your deals, 1 Jan – 30 Jun: First call, Proposal sent\s.*few: 21 deals\s+Contract\s+70% to the next, 5 d\s+Won/s);
  expect(await says("How it is calculated")).not.toContain("few: 12");
});
