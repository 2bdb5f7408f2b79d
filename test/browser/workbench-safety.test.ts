import { createRequire } from "node:module";
import { writeXlsx } from "hucre/xlsx";
import { cell, formula, goTo, openFile, until, workbenchPages, type OpenPage } from "./workbench-page";

const open = workbenchPages();

const MARKUP = ["<img src=x onerror=\"window.__xss=1\">", "<script>window.__xss=1</script>", "</script><script>window.__xss=1</script>", "\"><svg onload=window.__xss=1>", "javascript:window.__xss=1", "<a href=\"javascript:window.__xss=1\">x</a>", "{{7*7}}", "${window.__xss=1}", "<iframe srcdoc=\"<script>parent.__xss=1</script>\">", "\u202egnp.exe"];
const FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"https://example.com\",\"x\")", "=cmd|'/c calc'!A0", "=CAC(100,4)", "=WEBSERVICE(\"https://example.com\")", "＝1+1"];
const TEXTS = [...MARKUP, ...FORMULAS];

const csv = ["text,n", ...TEXTS.map((text, i) => `"${text.replaceAll('"', '""')}",${i}`)].join("\n");
const xlsx = () => writeXlsx({ sheets: [{ name: "text", rows: [["text", "n"], ...TEXTS.map((text, i) => [text, i])] }] });
const name = "<img src=x onerror=window.__xss=1>";

describe.each(["csv", "xlsx"])("hostile text in a %s file", (kind) => {
  test("stays text: nothing runs, nothing becomes a formula, also after somebody edits the cell", async () => {
    const { page } = await open();
    await openFile(page, `${name}.${kind}`, kind === "csv" ? csv : await xlsx());
    await until(page, "A2", (value) => value === TEXTS[0]);
    for (const [i, text] of TEXTS.entries()) {
      expect(await cell(page, `A${i + 2}`)).toBe(text);
      expect(await formula(page, `A${i + 2}`)).toBe("");
    }
    for (const i of [MARKUP.length, MARKUP.length + 1, MARKUP.length + 6]) {
      await goTo(page, `A${i + 2}`); // the pane shows what is selected
      await page.keyboard.press("F2");
      await page.keyboard.press("Enter");
      await page.waitForTimeout(200);
      expect([TEXTS[i], await formula(page, `A${i + 2}`)]).toEqual([TEXTS[i], ""]);
      expect(await cell(page, `A${i + 2}`)).toBe(TEXTS[i]);
    }
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (globalThis as { __xss?: unknown }).__xss)).toBeUndefined();
    expect(await page.locator("img[src=x], svg[onload], iframe").count()).toBe(0);
  }, 60_000);
});

describe("accessibility", () => {
  const axe = createRequire(__filename).resolve("axe-core/axe.min.js");
  type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
  // The grid is a canvas of the sheet's maker, with buttons that have no names; the pane has tests of its own.
  const violations = (page: OpenPage["page"]): Promise<string[]> =>
    page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(context: object): Promise<{ violations: Violation[] }> } };
      const { violations: found } = await axe.run({ exclude: [["#grid"], ["#side .pane"]] });
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });

  test.each([["light", false, "en-US"], ["dark", true, "ru-RU"]] as const)("the page has no faults, %s", async (_, dark, locale) => {
    const { page } = await open({ dark, locale });
    await openFile(page, "bad.csv", "");
    await page.getByRole("alert").locator("p").waitFor();
    await page.evaluate((await import("node:fs")).readFileSync(axe, "utf8"));
    expect(await violations(page)).toEqual([]);
  });

  test.each([["light", false, "en-US", "Examples"], ["dark", true, "ru-RU", "Примеры"]] as const)("the list of examples has no faults, %s", async (_, dark, locale, name) => {
    const { page } = await open({ dark, locale });
    await page.getByRole("button", { name }).click();
    await page.getByRole("dialog").waitFor();
    await page.evaluate((await import("node:fs")).readFileSync(axe, "utf8"));
    expect(await violations(page)).toEqual([]);
  });

  test("everything in the bar is reached by the keyboard, and the pane can be closed and opened", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "Open file…" }).focus();
    const seen: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""));
    }
    expect(seen).toEqual(["Sample", "Examples", "Save as XLSX", "EN – English", "RU – Русский", "Dark theme", "Functions"]);
    await page.keyboard.press("Enter");
    expect(await page.locator("#side").isVisible()).toBe(false);
    await page.keyboard.press("Enter");
    expect(await page.locator("#side").isVisible()).toBe(true);
  });

  test("the width of the pane changes by the keyboard", async () => {
    const { page } = await open();
    const grip = page.getByRole("separator", { name: "Width of the functions" });
    const before = Number(await grip.getAttribute("aria-valuenow"));
    await grip.focus();
    await page.keyboard.press("ArrowLeft");
    expect(Number(await grip.getAttribute("aria-valuenow"))).toBe(before + 20);
  });

  test("on a narrow screen the pane is closed at first and lies over the sheet", async () => {
    const { page } = await open({ width: 700, height: 800 });
    expect(await page.locator("#side").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Functions" }).click();
    const [grid, side] = await Promise.all([page.locator(".grid").boundingBox(), page.locator("#side").boundingBox()]);
    expect(grid?.width).toBe(700);
    expect((side?.x ?? 0) + (side?.width ?? 0)).toBe(700);
  });
});
