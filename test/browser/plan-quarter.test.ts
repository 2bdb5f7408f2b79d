/** A whole quarter with a keyboard alone: planned, organised, led, controlled, closed, and the next one begun with what was carried over. */
import type { Browser, Page } from "playwright-core";
import { serialOfDay } from "../../src/core/calendar";
import { AREAS, KINDS, TASK_STATUSES } from "../../src/plan/codes";
import { GOAL_NAMES, READY_RESOURCES, READY_TASKS, READY_WORDS, type GoalName } from "../../src/plan/ready-texts";
import { BACKWARD_WORDS } from "../../src/pane/plan/backward/words";
import { CLOSE_WORDS } from "../../src/pane/plan/close/words";
import { CONTROL_WORDS } from "../../src/pane/plan/control/words";
import { FIRST_WORDS } from "../../src/pane/plan/first-words";
import { LEAD_WORDS } from "../../src/pane/plan/lead/words";
import { ORGANIZE_WORDS } from "../../src/pane/plan/organize/words";
import { PROBLEM_WORDS } from "../../src/pane/plan/problems/words";
import { PLAN_WORDS } from "../../src/pane/plan/words";
import { WORDS } from "../../src/pane/words";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { launchBrowser } from "./chromium";
import { misfits, THEMES, violations } from "./look";
import { handsOf, type Hands } from "./plan-hands";
import { keysOf, type Keys } from "./plan-keys";
import type { Lang } from "./plan-states";

const day = (month: number, date: number): number => serialOfDay(2026, month, date)!;
const codeIn = <C extends string>(list: readonly { readonly code: C; readonly words: Record<Lang, string> }[], code: C) => list.find((each) => each.code === code)!.words;
const goalOf = (name: string) => Object.entries(GOAL_NAMES).find(([, words]) => words.en === name || words.ru === name)?.[0] as GoalName;

/** What the person of the scenario says in either language. */
const SAID = {
  anna: { en: "Anna", ru: "Анна" }, owners: { en: "Anna, Boris", ru: "Анна, Борис" }, leave: { en: "Leave Anna", ru: "Оставить: Анна" },
  call: { en: "Call the lost customers", ru: "Обзвонить ушедших клиентов" }, survey: { en: "Price survey", ru: "Опрос о ценах" }, noList: { en: "No list of them", ru: "Нет их списка" },
  calls: { en: "More calls before noon", ru: "Больше звонков до обеда" }, talk: { en: "Talk with {0}", ru: "Поговорить с сотрудником: {0}" },
  cause: { en: "Too few leads", ru: "Мало лидов" }, channel: { en: "Start a second channel", ru: "Запустить второй канал" }, lesson: { en: "Leads first", ru: "Сначала лиды" },
};
const AUGUST: Record<GoalName, string> = { volume: "3.5m", customers: "26", conversion: "5.4%", deal: "146k", cac: "64k", cycle: "39", churn: "2.5%", share: "8.5%", nps: "52", budget: "1.9m", crm: "yes" };
const END: Record<GoalName, string> = { volume: "9m", customers: "61", conversion: "6.1%", deal: "151k", cac: "59k", cycle: "34", churn: "2.6%", share: "8.7%", nps: "53", budget: "4.1m", crm: "yes" };

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-quarter")]);
}, 60_000);
afterAll(() => browser.close());

describe.each<[Lang, "light" | "dark", number]>([["en", "light", 350], ["ru", "dark", 270], ["en", "dark", 300], ["ru", "light", 500]])("%s, %s, %d px", (language, theme, width) => {
  let page: Page;
  let keys: Keys;
  let hands: Hands;
  let refused: readonly string[];
  const faults: string[] = [];
  const seen = new Set<string>();
  /** Every screen is judged when it is first come to, in a window as high as it: what lies under the bar at the bottom could not be judged. */
  const look = async () => {
    const screen = await page.evaluate(() => document.querySelector(".plan-body:not([hidden]) h2")?.textContent ?? document.title);
    if (seen.size === seen.add(screen).size) return;
    const at = await page.evaluate(() => document.querySelector(".plan-body:not([hidden])")?.scrollTop ?? 0);
    await page.setViewportSize({ width, height: 6000 });
    faults.push(...[...(await violations(page)), ...(await misfits(page))].map((fault) => `${screen}: ${fault}`));
    await page.setViewportSize({ width, height: 640 });
    await page.evaluate((top) => document.querySelector(".plan-body:not([hidden])")?.scrollTo({ top }), at);
  };
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 640 }, ...THEMES[theme] });
    page.setDefaultTimeout(5000);
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text())); // what the policy refuses is told here, too
    keys = keysOf(page);
    hands = handsOf(page, keys, language, look);
    refused = await openPane(page, built);
  });
  afterAll(() => page.close());

  const letPass = (to: number) => page.evaluate((serial) => void (window.planHost.day = serial), to);
  const one = async (table: Parameters<Keys["rows"]>[0], what: Readonly<Record<string, unknown>>) =>
    (await keys.rows(table)).filter(({ fields }) => Object.entries(what).every(([field, value]) => fields[field] === value));
  const say = (words: Record<Lang, string>, value = "") => hands.text(words, value);
  const screen = () => page.locator(".plan-body:not([hidden])").textContent();

  test("start: a ready-made plan", async () => {
    await page.evaluate(([given, today]) => window.startPlan({ workbook: { Data: [[1]] }, language: given, notation: given === "ru" ? "semicolon" : "comma", today }), [language, day(7, 3)] as const);
    await keys.tabTo(hands.begins(WORDS.functions));
    await keys.press("End");
    await hands.go(FIRST_WORDS.ready);
    await hands.fill(/^target/, hands.number("12m"));
    await hands.fill(/^deal/, hands.number("150k"));
    await hands.press("Enter");
    await page.locator(".plan").waitFor();
    expect([(await keys.rows("goals")).length, (await keys.rows("tasks")).length, (await keys.rows("resources")).length]).toEqual([11, 20, 12]);
    expect(await one("cycles", { cycle_id: "2026-Q3", start: day(7, 1), end: day(9, 30), status: "active" })).toHaveLength(1);
  });

  test("Plan: a goal is changed, the backward plan is looked at", async () => {
    await hands.go(GOAL_NAMES.customers);
    await hands.fill(/^owner/, say(SAID.owners));
    await hands.press("Enter");
    expect(await one("goals", { name: say(GOAL_NAMES.customers), owner: say(SAID.owners) })).toHaveLength(1);
    expect(await keys.focus()).toMatch(hands.begins(GOAL_NAMES.customers));
    await hands.go(BACKWARD_WORDS.title);
    expect(await keys.focus()).toBe(say(BACKWARD_WORDS.title));
    await hands.press("Escape");
    expect(await keys.focus()).toMatch(hands.begins(BACKWARD_WORDS.title));
  });

  test("Organize: a task, a white spot of the coverage map, a resource with plan and fact", async () => {
    const [info, prices] = [codeIn(KINDS, "info"), READY_RESOURCES.find(({ kind }) => kind === "info")!.words];
    await hands.up(PLAN_WORDS.phaseOrganize);
    await hands.go(ORGANIZE_WORDS.addTask);
    await hands.fill(/^action/, say(SAID.call));
    await hands.pick(/^area/, codeIn(AREAS, "sales_strategy"));
    await hands.fill(/^owner/, say(SAID.anna));
    await hands.press("Enter");
    expect(await one("tasks", { action: say(SAID.call), area: "sales_strategy", owner: say(SAID.anna), status: "not started", cycle: "2026-Q3", start: day(7, 3) })).toHaveLength(1);

    await hands.go(ORGANIZE_WORDS.resources);
    await hands.go(info);
    await hands.go(prices);
    await hands.pick(/^kind/, codeIn(KINDS, "marketing"));
    await hands.go(PLAN_WORDS.save);
    expect(await one("resources", { name: say(prices), kind: "marketing" })).toHaveLength(1);
    await hands.press("Escape");
    await hands.go(ORGANIZE_WORDS.coverage);
    await hands.go({ en: ORGANIZE_WORDS.emptyKind.en.replace("{0}", info.en), ru: ORGANIZE_WORDS.emptyKind.ru.replace("{0}", info.ru) });
    await hands.fill(/^name/, say(SAID.survey));
    await hands.fill(/^qty_plan/, "3");
    await hands.fill(/^price/, hands.number("12k"));
    await hands.go(ORGANIZE_WORDS.more);
    await hands.fill(/^qty_fact/, "1");
    await hands.press("Enter");
    expect((await one("resources", { name: say(SAID.survey) })).map(({ fields }) => [fields["kind"], fields["qty_plan"], fields["qty_fact"], fields["price"], fields["status"]])).toEqual([["info", 3, 1, 12_000, "needed"]]);
    expect(await keys.focus()).toBe(say(ORGANIZE_WORDS.coverage));
    expect(await screen()).toContain(say(ORGANIZE_WORDS.noSpots));
  });

  test("Lead: a task is done, one is blocked and unblocked, a talk is written down", async () => {
    const manager = say(READY_WORDS.manager, "2");
    await hands.up(PLAN_WORDS.phaseLead);
    const before = (await one("tasks", { status: "done" })).length;
    await hands.go(ORGANIZE_WORDS.doneFor);
    expect(await one("tasks", { status: "done", done_on: day(7, 3) })).toHaveLength(before + 1);
    await hands.go(SAID.call);
    await hands.pick(/^status/, codeIn(TASK_STATUSES, "blocked"));
    await hands.fill(/^blocked_by/, say(SAID.noList));
    await hands.press("Enter");
    expect(await one("tasks", { action: say(SAID.call), status: "blocked", blocked_by: say(SAID.noList) })).toHaveLength(1);
    await hands.go(SAID.call);
    await hands.pick(/^status/, codeIn(TASK_STATUSES, "in progress"));
    await hands.go(PLAN_WORDS.save);
    expect(await one("tasks", { action: say(SAID.call), status: "in progress", blocked_by: null })).toHaveLength(1);
    await hands.go(new RegExp(`^${manager}`));
    await hands.fill(/^note/, say(SAID.calls));
    await hands.go(LEAD_WORDS.saveNote);
    expect((await one("tasks", { owner: manager, status: "done" })).map(({ fields }) => [fields["action"], fields["result"], fields["done_on"]])).toEqual([[say(SAID.talk, manager), say(SAID.calls), day(7, 3)]]);
    expect(await screen()).toContain(say(LEAD_WORDS.lastTalk).split(",")[0]);
  });

  test("Control: the queue of check-ins, a deviation, a corrective action", async () => {
    await letPass(day(8, 14));
    await hands.up(PLAN_WORDS.phaseControl);
    await hands.go(CONTROL_WORDS.setToday);
    expect(await one("settings", { name: "PLAN_ASOF", value: day(8, 14) })).toHaveLength(1);
    await hands.go(PLAN_WORDS.nextStep);
    await hands.checkIn((goal) => AUGUST[goalOf(goal)]);
    expect(await keys.focus()).toContain("11");
    expect((await keys.rows("checkins")).map(({ fields }) => [fields["goal"], fields["value"], fields["date"]])).toEqual(expect.arrayContaining([[`G-001 ${say(GOAL_NAMES.volume)}`, 3_500_000, day(8, 14)], [`G-003 ${say(GOAL_NAMES.conversion)}`, 0.054, day(8, 14)], [`G-011 ${say(GOAL_NAMES.crm)}`, 1, day(8, 14)]]));
    expect(await keys.rows("checkins")).toHaveLength(11);
    await hands.go(CONTROL_WORDS.backToControl);
    await hands.go(GOAL_NAMES.volume);
    await hands.go(CONTROL_WORDS.addAction);
    await hands.fill(/^cause(?: \||$)/, say(SAID.cause));
    await hands.fill(/^action/, say(SAID.channel));
    await hands.press("Enter");
    expect(await one("actions", { goal: `G-001 ${say(GOAL_NAMES.volume)}`, cause: say(SAID.cause), action: say(SAID.channel), status: "open" })).toHaveLength(1);
    expect(await one("tasks", { action: say(SAID.channel), origin: "A-001" })).toHaveLength(1);
  });

  test("the last day: the last check-ins, the action is verified", async () => {
    await letPass(day(9, 30));
    await hands.up(PLAN_WORDS.phaseControl);
    await hands.go(CONTROL_WORDS.setToday);
    await hands.go(PLAN_WORDS.nextStep);
    await hands.checkIn((goal) => END[goalOf(goal)]);
    await hands.go(CONTROL_WORDS.backToControl);
    await hands.go(CONTROL_WORDS.actionsShort);
    await hands.go(SAID.channel);
    await hands.go(/^verdict/, "Space");
    await hands.go(/^decision/, "Space");
    await hands.fill(/^effect/, hands.number("2m"));
    await hands.go(CONTROL_WORDS.saveVerdict);
    expect(await one("actions", { action: say(SAID.channel), verdict: "worked", effect_fact: 2_000_000, status: "verified", checked: day(9, 30) })).toHaveLength(1);
    await hands.press("Escape");
  });

  test("the list of problems: to the cell, and a repair", async () => {
    await hands.up(PLAN_WORDS.problems);
    await page.evaluate(() => Object.assign(window.planHost.plan, { placeOf: () => Promise.resolve("Data!A1") }));
    await hands.go(PROBLEM_WORDS.show);
    expect(await page.evaluate(() => window.planHost.log)).toContain("show Data!A1");
    await hands.go(SAID.leave);
    expect(await one("goals", { name: say(GOAL_NAMES.customers), owner: say(SAID.anna) })).toHaveLength(1);
    await hands.press("Escape");
  });

  test("closing: lessons, a decision for everything, the next cycle opens with what was carried", async () => {
    await hands.up(PLAN_WORDS.menu);
    await hands.go(PLAN_WORDS.closeCycle);
    expect(await screen()).toContain(say(CLOSE_WORDS.factsDone));
    const close = new RegExp(`^${say(CLOSE_WORDS.close)}$`); // the heading goes on
    await hands.go(close);
    expect(await keys.focus()).toBe("lessons"); // it does not close without them
    await keys.type(say(SAID.lesson));
    const titles = await hands.decide(async (title) => {
      if (title === say(GOAL_NAMES.volume)) {
        await hands.press("ArrowRight"); // change
        await hands.fill(/^new-/, hands.number("10m"));
      } else await hands.press([say(GOAL_NAMES.share), say(SAID.call)].includes(title) ? "Space" : "ArrowLeft"); // carry, or drop
    });
    expect(titles.slice(0, 2)).toEqual([say(GOAL_NAMES.volume), say(GOAL_NAMES.share)]);
    await hands.go(CLOSE_WORDS.repeating, "Space");
    await hands.go(close);
    const [old, next] = await keys.rows("cycles");
    expect([old?.fields["status"], old?.fields["lessons"], next?.fields["cycle_id"], next?.fields["status"], next?.fields["start"]]).toEqual(["closed", say(SAID.lesson), "2026-Q4", "active", day(10, 1)]);
    expect(Number(old?.frozen["score"])).toBeGreaterThan(0.5);
    expect((await one("goals", { cycle: "2026-Q4" })).map(({ fields }) => [fields["name"], fields["target"], fields["baseline"], fields["carried_from"]])).toEqual([[say(GOAL_NAMES.volume), 10_000_000, 0, `G-001 ${say(GOAL_NAMES.volume)}`], [say(GOAL_NAMES.share), 0.09, 0.087, `G-008 ${say(GOAL_NAMES.share)}`]]);
    expect((await one("tasks", { cycle: "2026-Q4" })).map(({ fields }) => fields["action"])).toEqual([...READY_TASKS.filter(({ repeat }) => repeat !== "none").map(({ words }) => say(words)), say(SAID.call)]);
    await letPass(day(10, 1));
    await hands.up(PLAN_WORDS.phasePlan);
    expect(await page.locator(".plan-top .cycle option:checked").textContent()).toContain("2026-Q4");
    expect(await page.locator(".plan-body:not([hidden]) .row-title").allTextContents()).toEqual([say(GOAL_NAMES.volume), say(GOAL_NAMES.share)]);
  });

  test("nothing was amiss on any screen on the way", () => {
    expect(seen.size).toBeGreaterThan(20);
    expect([...faults, ...refused]).toEqual([]);
  });
});
