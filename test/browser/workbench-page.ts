/** The workbench as a user has it: the page of `npm start` in a real browser, and what may never happen in it. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Cell } from "../../src/catalogue/grid";
import { launchBrowser } from "./chromium";

type Served = { readonly url: string; readonly close: () => Promise<void> };

export type Workbench = { readonly browser: Browser; readonly url: string; readonly close: () => Promise<void> };

export async function startWorkbench(): Promise<Workbench> {
  const { serve } = (await import("../../build/start.mjs" as string)) as { serve: (folder: string) => Promise<Served> };
  const served = await serve("dist/workbench");
  const browser = await launchBrowser();
  return { browser, url: served.url, close: async () => { await browser.close(); await served.close(); } };
}

export type OpenPage = { readonly page: Page; readonly context: BrowserContext; /** What went wrong so far: it must stay empty. */ readonly faults: string[] };

export async function openPage({ browser, url }: Workbench, { locale = "en-US", dark = false, width = 1440, height = 900, at }: { locale?: string; dark?: boolean; width?: number; height?: number; at?: string } = {}): Promise<OpenPage> {
  const context = await browser.newContext({ locale, colorScheme: dark ? "dark" : "light", viewport: { width, height }, acceptDownloads: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => { if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`); });
  await page.exposeFunction("__violation", (what: string) => void faults.push(`CSP: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      void (globalThis as unknown as { __violation: (what: string) => void }).__violation(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (at !== undefined) await page.clock.install({ time: at });
  await page.goto(url);
  await ready(page);
  return { page, context, faults };
}

/** For a file of tests: a workbench for all of them, and pages that are closed after each test, when nothing may have gone wrong in them. */
export function workbenchPages(): (options?: Parameters<typeof openPage>[1]) => Promise<OpenPage> {
  let workbench: Workbench;
  const opened: OpenPage[] = [];
  beforeAll(async () => {
    workbench = await startWorkbench();
  }, 60_000);
  afterAll(() => workbench.close());
  afterEach(async () => {
    const pages = opened.splice(0);
    const faults = pages.flatMap((page) => page.faults);
    for (const { context } of pages) await context.close();
    expect(faults).toEqual([]);
  });
  return async (options) => {
    const page = await openPage(workbench, options);
    opened.push(page);
    return page;
  };
}

export const ready = (page: Page): Promise<unknown> => page.waitForSelector("html[data-state=ready]", { timeout: 30_000 });

type Hook = {
  readonly cell: (sheetId: string, row: number, column: number) => Cell;
  readonly api: {
    getActiveWorkbook(): {
      getName(): string;
      getActiveRange(): { getA1Notation(): string; getSheetName(): string };
      getActiveSheet(): { getSheetId(): string; getSheetName(): string; getRange(address: string): { getRow(): number; getColumn(): number; getFormula(): string; getDisplayValue(): string } };
      getSheets(): { getSheetId(): string; getSheetName(): string }[];
    };
  };
};

/** Reads a cell of the active sheet: only to check, never to do. */
export const cell = (page: Page, address: string): Promise<Cell> =>
  page.evaluate((where) => {
    const { workbench } = globalThis as unknown as { workbench: Hook };
    const sheet = workbench.api.getActiveWorkbook().getActiveSheet();
    const range = sheet.getRange(where);
    return workbench.cell(sheet.getSheetId(), range.getRow(), range.getColumn());
  }, address);

export const shown = (page: Page, address: string): Promise<string> =>
  page.evaluate((where) => (globalThis as unknown as { workbench: Hook }).workbench.api.getActiveWorkbook().getActiveSheet().getRange(where).getDisplayValue(), address);

export const formula = (page: Page, address: string): Promise<string> =>
  page.evaluate((where) => (globalThis as unknown as { workbench: Hook }).workbench.api.getActiveWorkbook().getActiveSheet().getRange(where).getFormula(), address);

export const sheetNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { workbench: Hook }).workbench.api.getActiveWorkbook().getSheets().map((sheet) => sheet.getSheetName()));

/** The rows of a sheet that has headers, by them. */
export const records = (page: Page, sheet: string): Promise<Readonly<Record<string, Cell>>[]> =>
  page.evaluate((name) => {
    const { workbench } = globalThis as unknown as { workbench: Hook & { used(sheetId: string): { rows: number; columns: number } } };
    const id = workbench.api.getActiveWorkbook().getSheets().find((each) => each.getSheetName() === name)!.getSheetId();
    const { rows, columns } = workbench.used(id);
    const line = (row: number) => Array.from({ length: columns }, (_, column) => workbench.cell(id, row, column));
    const headers = line(0).map(String);
    return Array.from({ length: rows - 1 }, (_, i) => Object.fromEntries(line(i + 1).map((value, column) => [headers[column]!, value])));
  }, sheet);

/** Goes to a cell as a user may: types its address into the name box. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator("[data-u-comp=defined-name] input");
  await box.click();
  await box.fill(address);
  await box.press("Enter");
  await page.waitForTimeout(150);
}

/** Types into a cell with the keyboard. */
export async function type(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text, { delay: 5 });
  await page.keyboard.press("Enter");
}

/** Waits until a cell of the active sheet is as expected; the last value where it never is. */
export async function until(page: Page, address: string, is: (value: Cell) => boolean): Promise<Cell> {
  let value: Cell = null;
  for (let i = 0; i < 100; i += 1) {
    value = await cell(page, address);
    if (is(value)) return value;
    await page.waitForTimeout(100);
  }
  return value;
}

export const openFile = async (page: Page, name: string, content: string | Uint8Array): Promise<void> => {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content as string) });
};

/** What is selected, such as `Deals!B7`. */
export const selected = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const range = (globalThis as unknown as { workbench: Hook }).workbench.api.getActiveWorkbook().getActiveRange();
    return `${range.getSheetName()}!${range.getA1Notation().split("!").at(-1) ?? ""}`;
  });
