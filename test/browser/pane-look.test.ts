/** Each state of the pane in each theme and width: no violation of WCAG, nothing wider than the pane, nothing too small to touch. */
import type { Browser, Page } from "playwright-core";
import type { Settings } from "../pane/memory-host";
import { dirtyBook } from "../pane/dirty-book";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { launchBrowser } from "./chromium";
import { misfits, THEMES, violations } from "./look";

const WORKBOOK = { Spend: [["Month", "Costs"], ["2026-01", 5000]], "Моя воронка": [["Лид", 1000], ["Звонок", 400], ["Предложение", 150], ["Продажа", 30]], Funnel: [["Stage", "Count", "Lost from here", "Lost stages"], ["Lead", 10], ["Won", 2]] };
const SETTINGS: Readonly<Record<"en" | "ru", Settings>> = {
  en: { workbook: WORKBOOK },
  ru: { workbook: WORKBOOK, language: "ru", notation: "semicolon" },
};

const byName = (page: Page, name: string) => page.locator(`.card[data-id="${name.replaceAll("_", ".")}"]`).click();
const fill = (page: Page, key: string, text: string) => page.locator(`[data-argument="${key}"]`).fill(text);

/** How a person gets into each state. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  list: async (page) => page.locator(".card").first().waitFor(),
  "nothing found": async (page) => {
    await page.getByRole("searchbox").fill("xyzzyxyzzyxyzzyxyzzyxyzzyxyzzyxyzzyxyzzyxyzzyxyzzyxyzzy");
    await page.locator(".empty").waitFor();
  },
  function: async (page) => {
    await byName(page, "FUNNEL_COUNTS");
    await page.locator("summary").click();
    await page.locator('[data-argument="deals"]').focus();
    await page.locator(".listening").waitFor();
  },
  "all settings": async (page) => {
    await byName(page, "SALES_CYCLE");
    await page.locator("summary").click();
  },
  error: async (page) => {
    await byName(page, "CAC");
    await fill(page, "costs", "100");
    await fill(page, "customers", "0");
    await page.locator(".result .failure").waitFor();
  },
  "wrong fields": async (page) => {
    await byName(page, "CAC");
    await fill(page, "costs", "=SUM(");
    await page.locator("button.main").click();
    await page.locator(".problem").nth(1).waitFor();
  },
  table: async (page) => {
    await byName(page, "FUNNEL_TABLE");
    await fill(page, "stages", "'Моя воронка'!A1:A4");
    await fill(page, "counts", "'Моя воронка'!B1:B4");
    await page.locator(".result table").waitFor();
  },
  "columns of a table, explained": async (page) => {
    await byName(page, "FUNNEL_TABLE");
    await fill(page, "stages", "'Моя воронка'!A1:A4");
    await fill(page, "counts", "'Моя воронка'!B1:B4");
    await page.locator(".result table").waitFor();
    await page.locator(".columns-help summary").click();
    await page.locator(".columns-help dl").waitFor();
  },
  "rows of a table, explained": async (page) => {
    await byName(page, "CONVERSION_TEST");
    await page.locator(".columns-help summary").click();
    await page.locator(".columns-help dl").waitFor();
  },
  question: async (page) => {
    await byName(page, "CAC");
    await fill(page, "costs", "100");
    await fill(page, "customers", "4");
    await page.evaluate(() => {
      window.host.put("Spend!B2", "x".repeat(300));
      window.host.select("Spend!B2");
    });
    await page.locator("button.main").click();
    await page.locator("[role=alertdialog]").waitFor();
  },
  "sample data": async (page) => {
    await byName(page, "FUNNEL_TABLE");
    await page.locator(".sample button").click();
    await page.locator("[role=alertdialog]").waitFor();
  },
  "failed cell": async (page) => {
    await page.evaluate(() => {
      window.host.put("Spend!J2", "=CAC(B2,0)");
      window.host.select("Spend!J2");
    });
    await page.locator(".selected-failure").waitFor();
  },
  "refused and editing": async (page) => {
    await page.evaluate(() => {
      window.host.put("Spend!J2", "=CAC(B2,4)");
      window.host.select("Spend!J2");
    });
    await page.locator(".selected button").click();
    await page.locator('[data-argument="costs"]').waitFor();
    await page.evaluate(() => (window.host.refusal = "The sheet is protected."));
    await page.locator("button.main").click();
    await page.locator("[role=alert] p").waitFor();
  },
  inserted: async (page) => {
    await byName(page, "CAC");
    await fill(page, "costs", "100");
    await fill(page, "customers", "4");
    await page.evaluate(() => window.host.select("Spend!J5"));
    await page.locator("button.main").click();
    await page.locator(".done").waitFor();
  },
};
/** The check of a workbook in which nearly everything is wrong, of a clean one, and of one without tables. */
const openCheck = async (page: Page, workbook: Settings["workbook"]) => {
  await page.waitForFunction(() => window.host.isHeard);
  await page.evaluate((given) => window.host.open(given), workbook);
};
const CHECKS: typeof STATES = {
  "check: suspicious, unfolded": async (page) => {
    await openCheck(page, dirtyBook((await page.evaluate(() => window.host.language))));
    await page.locator(".finding summary").first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".chip .count").length > 5);
    for (const summary of await page.locator(".views summary:visible").all()) await summary.click();
    await page.locator(".spots button").first().click();
  },
  "check: deals": async (page) => {
    await openCheck(page, dirtyBook("ru"));
    await page.getByRole("button", { name: "Сделки" }).click();
    await page.locator(".names").waitFor();
  },
  "check: all fine": async (page) => {
    await openCheck(page, { Log: [["Deal", "Stage", "Date"], ["a", "Lead", 46_000], ["a", "Won", 46_001]] });
    await page.locator(".fine").waitFor();
  },
  "check: no tables": async (page) => {
    await openCheck(page, { Log: [[1]] });
    await page.locator(".empty:visible").waitFor();
  },
  "check: failed": async (page) => {
    await page.evaluate(() => (window.host.refusal = "The sheet is protected."));
    await page.getByRole("tab").nth(1).click();
    await page.locator("[role=alert]:visible").waitFor();
  },
};
Object.assign(STATES, CHECKS);

const WIDTHS = [270, 320, 500];
/** As high as the longest form: what lies under the bar at the bottom could not be judged. */
const HEIGHT = 2400;

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/page.ts", "look")]);
}, 60_000);
afterAll(() => browser.close());

async function inState<T>(state: string, language: "en" | "ru", theme: keyof typeof THEMES, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 320, height: HEIGHT }, reducedMotion: "reduce", ...THEMES[theme] });
  try {
    page.setDefaultTimeout(5000);
    await openPane(page, built);
    await page.evaluate((settings) => window.start(settings), SETTINGS[language]);
    await STATES[state]?.(page);
    return await look(page);
  } finally {
    await page.close();
  }
}

describe.each(Object.keys(THEMES) as (keyof typeof THEMES)[])("%s", (theme) => {
  test.each(Object.keys(STATES))("%s", async (state) => {
    const language = theme === "dark" ? "en" : "ru";
    const faults = await inState(state, language, theme, async (page) => {
      const found: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        found.push(...(await violations(page)).map((fault) => `${width} px: ${fault}`), ...(await misfits(page)).map((fault) => `${width} px: ${fault}`));
      }
      return found;
    });
    expect(faults).toEqual([]);
  });
});

test("at 200 % zoom, and with larger letters, nothing sticks out", () =>
  inState("table", "ru", "light", async (page) => {
    await page.setViewportSize({ width: 160, height: 400 });
    expect((await misfits(page)).filter((fault) => fault.includes("sideways"))).toEqual([]);
  }));

test("data-theme on the root wins over the system", async () => {
  const page = await browser.newPage({ colorScheme: "light" });
  await openPane(page, built);
  await page.evaluate((settings) => window.start(settings, "dark"), SETTINGS.en);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector(".voronka-pane") as Element).backgroundColor)).toBe("rgb(31, 33, 33)");
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test("the gate finds planted faults", () =>
  inState("function", "en", "light", async (page) => {
    await page.evaluate(() => {
      const root = document.querySelector(".body:not([hidden])");
      const button = document.createElement("button"); // without a name, and too small
      button.style.cssText = "min-height: 5px; height: 5px; width: 5px; padding: 0";
      const text = document.createElement("p");
      text.textContent = "hardly to be read";
      text.style.cssText = "color: #ccc; background: #fff; width: 900px";
      root?.append(button, text);
    });
    const found = (await violations(page)).join("\n");
    for (const rule of ["button-name", "color-contrast"]) expect(found).toContain(rule);
    const misfit = (await misfits(page)).join("\n");
    for (const fault of ["sideways", "too small"]) expect(misfit).toContain(fault);
  }));
