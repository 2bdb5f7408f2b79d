/** What must hold for the pane in each state: no violation of WCAG, nothing wider than the pane, nothing too small to touch. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

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
export const misfits = (page: Page | Frame) =>
  page.evaluate(() => {
    const bodies = [...document.querySelectorAll(":is(.body, .plan-body):not([hidden])")];
    const wide = document.documentElement.scrollWidth > innerWidth || bodies.some((body) => body.scrollWidth > body.clientWidth) ? ["the pane scrolls sideways"] : [];
    const small = [...document.querySelectorAll<HTMLElement>(".voronka-pane :is(button, input, select, summary)")].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24) ? [`too small: ${element.outerHTML.slice(0, 100)} ${width} × ${height}`] : [];
    });
    return [...wide, ...small];
  });

/** Where a text may end in an ellipsis: the whole of it is a tooltip, and stands elsewhere in the pane. */
const MAY_END = ".undo span[title]";

/**
 * Texts that are cut by the box they stand in, or stick out of a button, a head of a table or a cell. What is only for those who hear the
 * pane is cut on purpose; what can be scrolled to is not cut.
 */
export const cuts = (page: Page | Frame) =>
  page.evaluate((mayEnd) => {
    const found: string[] = [];
    const tell = (what: string, element: Element, text: string) => void found.push(`${what}: “${text.trim().slice(0, 60)}” in ${element.outerHTML.slice(0, 80)}`);
    const isUnseen = (element: Element) => {
      const { clipPath, clip } = getComputedStyle(element);
      return clipPath === "inset(50%)" || clip === "rect(0px, 0px, 0px, 0px)";
    };
    const walker = document.createTreeWalker(document.querySelector(".voronka-pane") ?? document.body, NodeFilter.SHOW_TEXT);
    const canvas = document.createElement("canvas").getContext("2d")!;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      const parent = node.parentElement;
      if (text.trim() === "" || !parent || parent.closest("option, script, style, textarea") || parent.closest(mayEnd)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (boxes.length === 0) continue;
      for (const { 0: word, index } of text.matchAll(/[GTRKA]-\d{3,9}|[\p{L}\p{M}]{2,19}/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].filter(({ width }) => width > 0).map((box) => Math.round(box.top))).size > 1) tell(`broken word “${word}”`, parent, text);
      }
      const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
      const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
      for (let box: Element | null = parent; box; box = box.parentElement) {
        if (isUnseen(box)) break;
        const { overflowX, overflowY } = getComputedStyle(box);
        const isHolder = box.matches("button, th, td, summary, label, .chip-choice > span, svg");
        const at = box.getBoundingClientRect();
        if ((isHolder || /hidden|clip/.test(overflowX)) && (left < at.left - 1 || right > at.right + 1)) tell("cut at the side", box, text);
        else if ((isHolder || (/hidden|clip/.test(overflowY) && box !== parent.closest(".plan-body, .body"))) && (top < at.top - 2 || bottom > at.bottom + 2)) tell("cut above or below", box, text);
        if (/auto|scroll/.test(overflowY)) break;
      }
    }
    // A date or a usual number is seen whole where it stands; longer texts scroll in their fields.
    for (const input of document.querySelectorAll<HTMLInputElement>(".voronka-pane input[type=text]")) {
      if (input.value.length <= 10 && input.scrollWidth > input.clientWidth + 1) tell(`field of ${input.clientWidth} px for ${input.scrollWidth}`, input, input.value);
    }
    for (const select of document.querySelectorAll<HTMLSelectElement>(".voronka-pane select")) {
      if (select.getClientRects().length === 0) continue;
      const style = getComputedStyle(select);
      canvas.font = style.font;
      const text = select.selectedOptions[0]?.textContent?.trim() ?? "";
      const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - (style.appearance === "none" ? 0 : 16);
      if (canvas.measureText(text).width > room + 1) tell(`list of ${Math.round(room)} px for ${Math.round(canvas.measureText(text).width)}`, select, text);
    }
    return found;
  }, MAY_END);
