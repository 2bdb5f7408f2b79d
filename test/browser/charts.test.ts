/** The pictures of the plan in each language, theme and width: readable by everyone, never wider than the pane, the same numbers as a table. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import type { Kind } from "../pane/charts/gallery";
import { launchBrowser } from "./chromium";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const WIDTHS = [270, 300, 350, 500];
const THEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
} as const;
type Language = "en" | "ru";

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/charts/gallery.tsx", "charts")]);
}, 60_000);
afterAll(() => browser.close());

async function inGallery<T>(language: Language, kind: Kind, theme: keyof typeof THEMES, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 300, height: 900 }, reducedMotion: "reduce", ...THEMES[theme] });
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  try {
    page.setDefaultTimeout(5000);
    const refused = await openPane(page, built);
    await page.evaluate(([chosen, shown]) => window.show(chosen, shown), [language, kind] as const);
    const result = await look(page);
    expect([...said, ...refused]).toEqual([]);
    return result;
  } finally {
    await page.close();
  }
}

/** What axe finds, and what is too wide, too small to read or to press. */
async function faults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] };
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run(document, { runOnly: tags });
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 150)} ${failureSummary}`));
    const body = document.querySelector(".body") as HTMLElement;
    if (body.scrollWidth > body.clientWidth || document.documentElement.scrollWidth > innerWidth) found.push("the pane scrolls sideways");
    const right = body.getBoundingClientRect().right - 12 + 0.5;
    // A dot at the very end may lose its edge.
    for (const element of body.querySelectorAll<HTMLElement>(".chart *:not(.table *, defs *, circle)")) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > right && getComputedStyle(element).clipPath === "none") found.push(`sticks out by ${box.right - right}: ${element.outerHTML.slice(0, 120)}`);
      const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "");
      if (hasText && parseFloat(getComputedStyle(element).fontSize) < 11) found.push(`too small to read: ${element.outerHTML.slice(0, 120)}`);
      if (element instanceof HTMLButtonElement && box.height < 24) found.push(`too small to press: ${element.textContent}`);
    }
    for (const shape of body.querySelectorAll(".chart :is(rect, line, circle, polygon, path, text)"))
      for (const { name, value } of shape.attributes) if (/NaN|Infinity|undefined|null/.test(value)) found.push(`no number: ${name}="${value}"`);
    return found;
  }, TAGS);
}

/** Texts of one picture that lie over one another. */
const overlaps = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".chart-plot svg")].flatMap((svg) => {
      const boxes = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.box.left < b.box.right && b.box.left < a.box.right && a.box.top + 2 < b.box.bottom && b.box.top + 2 < a.box.bottom).map((b) => `${a.text} over ${b.text}`));
    }));

describe.each(Object.keys(THEMES) as (keyof typeof THEMES)[])("%s", (theme) => {
  test.each<[Language, Kind]>([["en", "usual"], ["ru", "usual"], ["en", "empty"], ["ru", "extreme"]])("%s, %s", async (language, kind) => {
    const found = await inGallery(language, kind, theme, async (page) => {
      const all: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        all.push(...(await faults(page)).map((fault) => `${width} px: ${fault}`));
        if (kind === "usual") all.push(...(await overlaps(page)).map((fault) => `${width} px: ${fault}`));
      }
      return all;
    });
    expect(found).toEqual([]);
  });
});

test("every picture is named by its finding and told in words, and drawn by nothing else", () =>
  inGallery("en", "usual", "light", async (page) => {
    const figures = await page.locator("figure.chart").all();
    expect(figures).toHaveLength(10);
    for (const figure of figures) {
      const title = await figure.locator("figcaption").innerText();
      const told = await figure.locator('[role="img"]').getAttribute("aria-label");
      expect(told?.startsWith(title.trim())).toBe(true);
      expect(told?.length).toBeGreaterThan(title.length + 30);
    }
    expect(await page.locator(".chart-bullet").getAttribute("aria-label")).toBe("Revenue: needs attention. Actual 5.2M, plan 10M.");
  }));

test.each<[Language, string, string]>([["en", "Show as table", "Show as chart"], ["ru", "Показать таблицей", "Показать диаграммой"]])("%s: the keyboard alone shows each picture as a table and back", (language, asTable, asChart) =>
  inGallery(language, "usual", "dark", async (page) => {
    for (const figure of await page.locator("figure.chart").all()) {
      const button = figure.getByRole("button");
      // By Tab alone: the first stop after the tables and buttons before it.
      while (!(await button.evaluate((each) => each === document.activeElement))) await page.keyboard.press("Tab");
      expect(await button.innerText()).toBe(asTable);
      await page.keyboard.press("Enter");
      expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
      expect(await button.innerText()).toBe(asChart);
      expect(await figure.locator('[role="img"]').count()).toBe(0);
      expect(await figure.locator("tbody tr").count()).toBeGreaterThan(2);
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await faults(page)).toEqual([]);
      // Usual numbers fit: nobody has to scroll sideways.
      expect(await page.locator(".table").evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).length)).toBe(0);
    }
    await page.keyboard.press("Space");
    expect(await page.locator("figure.chart").last().locator('[role="img"]').count()).toBe(1);
  }));

test("the table holds the numbers of the picture in full", () =>
  inGallery("ru", "usual", "light", async (page) => {
    const figure = page.locator("figure.chart").nth(1);
    await figure.getByRole("button").click();
    const rows = await figure.locator("tbody tr").allInnerTexts();
    expect(rows.map((row) => row.replace(/[\u00a0\u202f]/g, " ").split("\t"))[7]).toEqual(["авг.", "2 300 000", "1 100 000", "2 200 000"]);
  }));

test("names of a workbook are text, whatever they hold", () =>
  inGallery("en", "extreme", "light", async (page) => {
    expect(await page.locator(".chart :is(img, script)").count()).toBe(0);
    expect(await page.locator("figure.chart").nth(1).locator(".chart-name").first().innerText()).toBe("<img src=x onerror=alert(1)>");
  }));

test("bars move to new values unless the reader wants no movement", async () => {
  const durations = await Promise.all((["reduce", "no-preference"] as const).map(async (reducedMotion) => {
    const page = await browser.newPage({ reducedMotion });
    await openPane(page, built);
    await page.evaluate(() => window.show("en", "usual"));
    const duration = await page.locator(".chart rect").first().evaluate((rect) => getComputedStyle(rect).transitionDuration);
    await page.close();
    return duration;
  }));
  expect(durations).toEqual(["0s", "0.2s, 0.2s, 0.2s, 0.2s"]);
});

test("the gate finds planted faults", () =>
  inGallery("en", "usual", "light", async (page) => {
    await page.evaluate(() => {
      const [figure] = document.querySelectorAll("figure.chart");
      const wide = document.createElement("p");
      wide.style.cssText = "width: 900px; font-size: 9px; color: #ccc";
      wide.textContent = "hardly to be read";
      figure?.append(wide);
      document.querySelector(".chart rect")?.setAttribute("x", "NaN%");
      const texts = document.querySelectorAll(".chart-plot svg:last-child text");
      texts[1]?.setAttribute("x", texts[0]?.getAttribute("x") ?? "");
      texts[1]?.setAttribute("text-anchor", "start");
    });
    const found = (await faults(page)).join("\n");
    for (const fault of ["color-contrast", "sideways", "sticks out", "too small to read", "no number"]) expect(found).toContain(fault);
    expect(await overlaps(page)).not.toEqual([]);
  }).catch((error: unknown) => {
    // Chromium itself reports the planted attribute.
    if (!String(error).includes("NaN%")) throw error;
  }));
