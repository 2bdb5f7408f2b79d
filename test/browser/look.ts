/** What must hold for the pane in each state: no violation of WCAG, nothing wider than the pane, nothing too small to touch. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] };

export const THEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
} as const;

/** Past the page's policy, as a browser extension would: the test's own script, not the pane's. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> } };
    return (await axe.run(document, { runOnly: tags })).violations;
  }, TAGS);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
}

/** What sticks out of the pane, and what is smaller than 24 px and can be pressed (links inside a sentence do not count). */
export const misfits = (page: Page) =>
  page.evaluate(() => {
    const bodies = [...document.querySelectorAll(":is(.body, .plan-body):not([hidden])")];
    const wide = document.documentElement.scrollWidth > innerWidth || bodies.some((body) => body.scrollWidth > body.clientWidth) ? ["the pane scrolls sideways"] : [];
    const small = [...document.querySelectorAll<HTMLElement>(".voronka-pane :is(button, input, select, summary)")].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24) ? [`too small: ${element.outerHTML.slice(0, 100)} ${width} × ${height}`] : [];
    });
    return [...wide, ...small];
  });
