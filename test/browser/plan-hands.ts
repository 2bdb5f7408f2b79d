/** A head of sales at the keyboard, in either language: goes where the pane's own words say, types what people of that language type. */
import type { Page } from "playwright-core";
import type { Words } from "../../src/plan/words";
import type { Keys } from "./plan-keys";
import type { Lang } from "./plan-states";

export type Place = RegExp | Words;
export type Hands = ReturnType<typeof handsOf>;

/**
 * @param arrived is called on each screen that Enter, or another key, has led to
 */
export function handsOf(page: Page, keys: Keys, language: Lang, arrived: () => Promise<void> = () => Promise.resolve()) {
  const text = (words: Words, value = ""): string => words[language].replace("{0}", value);
  /** What begins as the words do, up to the value in them. */
  const begins = (place: Place): RegExp => (place instanceof RegExp ? place : new RegExp(`^${place[language].split("{0}")[0]!.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
  /** As it is typed here: `3.5m` is «3,5 млн». */
  const number = (english: string): string => (language === "en" ? english : english.replace(".", ",").replace("m", " млн").replace("k", " тыс").replace("%", " %"));
  const press = async (...given: readonly string[]) => {
    await keys.press(...given);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 10))))); // the focus follows
    expect(await keys.lost()).toBe("");
    await arrived();
  };
  return {
    text, begins, number, press,
    /** Enter, or what else is pressed there; then the focus is still somewhere, and one can see where. */
    go: async (place: Place, ...given: readonly string[]) => {
      await keys.tabTo(begins(place));
      await press(...(given.length > 0 ? given : ["Enter"]));
    },
    fill: async (field: RegExp, value: string) => {
      await keys.tabTo(field);
      await keys.retype(value);
    },
    /** A list: typing goes to the entry that begins so. */
    pick: async (field: RegExp, entry: Words) => {
      await keys.tabTo(field);
      await keys.type(text(entry));
    },
    /** What stands above where one is: the phases, the menu, the problems. */
    up: async (place: Place) => {
      await keys.tabTo(begins(place), "Shift+Tab");
      await press("Enter");
    },
    /**
     * Closing a cycle: Tab until nothing is left to decide.
     * @returns what was asked about, in that order
     */
    decide: async (choose: (title: string) => Promise<void>) => {
      const open = page.locator(".decide.open");
      const titles: string[] = [];
      for (let i = 0; (await open.count()) > 0; i += 1) {
        await keys.press("Tab");
        expect(await keys.lost()).toBe("");
        if (i > 150) throw new Error(`never decided: ${(await open.locator("legend").allTextContents()).join("; ")}; ${titles.join("; ")}`);
        const title = await page.evaluate(() => document.activeElement?.closest(".decide.open")?.querySelector("legend")?.textContent ?? null);
        if (title === null) continue;
        titles.push(title);
        await choose(title);
      }
      return titles;
    },
    /**
     * The queue until its end: a number for each goal as people type it.
     * @param value of the goal of this name; `yes` for one that has no number
     */
    checkIn: async (value: (goal: string) => string | undefined) => {
      for (let i = 0; i < 20; i += 1) {
        const name = await page.evaluate(() => document.activeElement?.closest(".check-in")?.querySelector("h3")?.textContent ?? null);
        if (name === null) return;
        const typed = value(name);
        if (typed === undefined) throw new Error(`nobody expected a check-in of ${name}`);
        if (typed === "yes") await keys.press("ArrowLeft");
        else await keys.retype(number(typed));
        await press("Enter");
      }
    },
  };
}
