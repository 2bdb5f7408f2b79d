/** A person with a keyboard and nothing else, in the pane with a plan. */
import type { Page } from "playwright-core";
import type { Plan } from "../../src/plan/plan";

export type Row = { readonly row: string; readonly label: string; readonly fields: Readonly<Record<string, string | number | null>>; readonly formulas: Readonly<Record<string, string>>; readonly frozen: Readonly<Record<string, unknown>> };
export type Keys = ReturnType<typeof keysOf>;

export function keysOf(page: Page) {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** The name of the field that has the focus, what it is called for those who hear it, and its text; "" on the page itself. */
  const names = () => page.evaluate(() => {
    const element = document.activeElement === document.body ? null : document.activeElement;
    const label = element instanceof HTMLInputElement && element.type === "checkbox" ? element.labels?.[0]?.textContent?.trim() : null;
    return [element?.closest("[data-field]")?.getAttribute("data-field"), element?.getAttribute("aria-label") ?? label, element?.textContent?.trim()].filter(Boolean).join(" | ");
  });
  const session = page.context().newCDPSession(page);
  /** As a keyboard of the language does: keyboard.type() puts letters it has no key for into fields without a key, and lists hear of keys only. */
  const type = async (text: string) => {
    if (/^\p{ASCII}*$/u.test(text)) return page.keyboard.type(text);
    for (const key of text) {
      await (await session).send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key, unmodifiedText: key });
      await (await session).send("Input.dispatchKeyEvent", { type: "keyUp", key });
    }
  };
  return {
    press,
    type,
    /** Instead of what stands in the field. */
    retype: async (text: string) => {
      await press("Control+a");
      await type(text);
    },
    names,
    /** What has the focus: the name of its field, or its text. */
    focus: () => page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.closest("[data-field]")?.getAttribute("data-field") ?? element?.textContent?.trim() ?? "";
    }),
    /** Tab until it is there. */
    tabTo: async (what: RegExp, key = "Tab", most = 150) => {
      const seen: string[] = [];
      for (let i = 0; i < most; i += 1) {
        const name = await names();
        if (what.test(name)) return;
        seen.push(name);
        await press(key);
      }
      throw new Error(`${String(what)} cannot be reached by ${key}, only: ${seen.join("; ")}`);
    },
    rows: (table: keyof Plan["rows"]) => page.evaluate(async (name) => ((await window.planHost.plan.load())?.plan.rows as unknown as Record<string, Row[]>)[name] ?? [], table),
    /**
     * Where the focus is, it can be seen: inside the window, under nothing else, and marked. A heading, or the end of a list, has it
     * without a mark: nothing is done there, the next Tab goes on from there.
     */
    lost: () => page.evaluate(() => {
      const { activeElement: element } = document;
      if (!(element instanceof HTMLElement) || element === document.body) return "the focus is lost";
      const box = (element.matches("input[type=radio], input[type=checkbox]") ? (element.nextElementSibling ?? element) : element).getBoundingClientRect();
      const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12));
      const isShown = at !== null && (element.contains(at) || at.contains(element) || element.closest("label, .chip-choice")?.contains(at));
      if (!isShown) return `${element.outerHTML.slice(0, 120)} has the focus out of sight`;
      const { outlineStyle } = getComputedStyle(element.matches(".chip-choice input") ? element.nextElementSibling! : element);
      return element.tabIndex < 0 || outlineStyle !== "none" ? "" : `${element.outerHTML.slice(0, 120)} has the focus without a mark`;
    }),
  };
}
