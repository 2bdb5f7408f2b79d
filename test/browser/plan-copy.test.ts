/** The plan goes out as values through the real clipboard, by every way that a frame may leave open, by keyboard alone. */
import type { Browser, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { inAugust } from "../pane/plan-example";
import { launchBrowser } from "./chromium";
import { misfits, violations } from "./look";
import { begin, toPlan } from "./plan-states";

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/plan-page.ts", "plan-copy")]);
}, 60_000);
afterAll(() => browser.close());

const HOSTILE = { kind: "create", table: "tasks", row: "t-x", fields: { cycle: "2026-Q3", area: "team", action: '=HYPERLINK("https://x")', owner: "<b>Анна</b>", start: 46204, due: 46250, status: "not started" } } as const;

async function opened(language: "en" | "ru", width = 350): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.setDefaultTimeout(5000);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPane(page, built);
  await begin(page, inAugust(language, [HOSTILE]));
  await toPlan(page);
  await page.locator("details.menu summary").focus();
  await page.keyboard.press("Enter");
  await page.locator("details.menu button").nth(5).press("Enter");
  await page.locator(".screen-head.has-back").waitFor();
  return page;
}
const status = (page: Page) => page.locator(".plan-body:not([hidden]) [role=status]");
const press = async (page: Page) => {
  await page.locator(".plan-body:not([hidden]) button.main").press("Enter");
  await page.waitForFunction(() => /copied: \d|строк: \d|Ctrl/.test(document.querySelector(".plan-body:not([hidden]) [role=status]")?.textContent ?? ""));
};
/** What another program would be given. */
const clipboard = (page: Page) => page.evaluate(async () => {
  const [item] = await navigator.clipboard.read();
  return Promise.all(["text/plain", "text/html"].map(async (type) => (await item!.getType(type)).text()));
});
const rowsIn = (text: string) => text.split(/\r?\n/).map((line) => line.split("\t"));

test.each(["en", "ru"] as const)("goals first, then all tables of the whole plan (%s)", async (language) => {
  const page = await opened(language);
  expect(await violations(page)).toEqual([]);
  await press(page);
  expect(await status(page).innerText()).toMatch(/: 11\.$/);
  const [text, html] = await clipboard(page);
  const [header, first] = rowsIn(text!);
  const cell = (name: string) => first![header!.indexOf(name)];
  expect(rowsIn(text!)).toHaveLength(12);
  expect(language === "en" ? [cell("ID"), cell("Actual"), cell("Due"), cell("Progress"), cell("Status")] : [cell("ID"), cell("Факт"), cell("Срок"), cell("Прогресс"), cell("Статус")])
    .toEqual(language === "en" ? ["G-001", "4500000", "2026-09-30", "37.5%", "behind"] : ["G-001", "4500000", "30.09.2026", "37,5%", "отстаёт"]);
  expect(html).toContain("<table");
  expect(html).toMatch(/x:num="4500000"/);

  for (const box of await page.locator('.plan-body:not([hidden]) input[type="checkbox"]').all()) if (!(await box.isChecked())) await box.press("Space");
  await page.locator('[data-field="copyRows"] input').nth(1).check();
  expect(await status(page).innerText()).toMatch(language === "en" ? /1234\.5.*2026-08-15/ : /1234,5.*15\.08\.2026/);
  await press(page);
  const [all, markup] = await clipboard(page);
  expect(all).toMatch(language === "en" ? /Check-ins\r\n/ : /Замеры\r\n/);
  expect(all).toContain("'=HYPERLINK(\"https://x\")\t");
  expect(await page.evaluate((given) => {
    const read = new DOMParser().parseFromString(given, "text/html");
    return [read.querySelectorAll("b").length, read.querySelectorAll("table").length, [...read.querySelectorAll("td")].some((td) => (td.textContent ?? "").startsWith("=")), [...read.querySelectorAll("td")].some((td) => td.textContent === "<b>Анна</b>")];
  }, markup!)).toEqual([0, 5, false, true]);
  await page.close();
});

test("a frame without a right to the clipboard copies in the old way: both forms", async () => {
  const page = await opened("ru");
  await page.evaluate(() => (navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"))));
  await press(page);
  expect(await status(page).innerText()).toMatch(/: 11\.$/);
  const [text, html] = await clipboard(page);
  expect(rowsIn(text!)).toHaveLength(12);
  expect(html).toContain("<table");
  await page.close();
});

test("where neither way is open the text is selected and can be copied by hand", async () => {
  const page = await opened("en", 270);
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    const real = document.execCommand.bind(document);
    document.execCommand = () => ((document.execCommand = real), false);
  });
  await press(page);
  expect(await violations(page)).toEqual([]);
  expect(await misfits(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
  await page.keyboard.press("ControlOrMeta+c");
  expect(rowsIn(await page.evaluate(() => navigator.clipboard.readText()))).toHaveLength(12);
  await page.close();
});

test("with no row to copy the button says why, and nothing is copied", async () => {
  const page = await opened("en");
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await page.locator('.plan-body:not([hidden]) input[type="checkbox"]').first().press("Space");
  await page.locator(".plan-body:not([hidden]) button.main").press("Enter");
  expect(await status(page).innerText()).toMatch(/No rows/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("before");
  await page.close();
});
