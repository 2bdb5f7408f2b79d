/**
 * The built sidebars in a real browser, with a google.script.run whose other end are the built scripts over a spreadsheet in memory.
 * Nothing is requested: everything the page needs is inside it.
 */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../browser/chromium";
import { load, type Script } from "./script";
import { fakeSpreadsheet, type FakeSpreadsheet } from "./services";

const ADDRESS = "https://sidebar.test/";

export type OpenedSidebar = {
  readonly page: Page;
  readonly script: Script;
  readonly spreadsheet: FakeSpreadsheet;
  /** Script errors and messages in the console: empty in a good run. */
  readonly problems: readonly string[];
  /** Every address that was asked for: the page itself and nothing else. */
  readonly requested: readonly string[];
  /** Of which calls the answer is lost on its way, though the script has run. */
  readonly wire: { loses: (method: unknown) => boolean | Promise<boolean> };
  close(): Promise<void>;
};

/** @param answers "never": neither handler is called, as when the connection drops; "refused": what Apps Script says of an unknown user */
export async function openSidebar(
  options: { readonly spreadsheet?: FakeSpreadsheet; readonly answers?: "always" | "never" | "refused"; readonly file?: "Sidebar" | "Plan"; readonly width?: number; readonly height?: number; readonly browser?: Browser; readonly colorScheme?: "light" | "dark"; /** The page as the script showed it. */ readonly html?: string } = {},
): Promise<OpenedSidebar> {
  const { spreadsheet = fakeSpreadsheet(), answers = "always", file = "Sidebar", width = 300, height = 700 } = options;
  const script = load(["dist/google/Code.js", "dist/google/Plan.js"], spreadsheet.services);
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({ viewport: { width, height }, locale: "en-US", colorScheme: options.colorScheme ?? "light" });
  const page = await context.newPage();
  const html = options.html ?? readFileSync(`dist/google/${file}.html`, "utf8");
  const problems: string[] = [];
  const wire: OpenedSidebar["wire"] = { loses: () => false };
  const requested: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await context.route("**/*", (route) => {
    requested.push(route.request().url());
    return route.request().url() === ADDRESS
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
      : route.abort("blockedbyclient");
  });
  await page.exposeFunction("callScript", async (name: string, args: readonly unknown[]) => {
    if (answers === "refused") throw new Error("Authorization is required to perform that action.");
    const answer = script.call(name, args);
    if (await wire.loses(args[0])) throw new Error("NetworkError: Connection failure due to HTTP 0");
    return answer;
  });
  await page.addInitScript((silent) => {
    type Handler = (value: unknown) => void;
    const callScript = (name: string, args: readonly unknown[]): Promise<unknown> =>
      (globalThis as unknown as { callScript(name: string, args: readonly unknown[]): Promise<unknown> }).callScript(name, args);
    // As the real one: handlers make a new runner, any other name is a call, and only plain data pass.
    const runner = (succeed: Handler | null, fail: Handler | null): unknown =>
      new Proxy({}, {
        get(_, name) {
          if (name === "withSuccessHandler") return (handler: Handler) => runner(handler, fail);
          if (name === "withFailureHandler") return (handler: Handler) => runner(succeed, handler);
          if (typeof name !== "string" || name.endsWith("_")) return undefined;
          return (...args: readonly unknown[]): void => {
            if (!silent) callScript(name, args).then((value) => succeed?.(value), (error: Error) => fail?.({ name: "ScriptError", message: error.message }));
          };
        },
      });
    Object.defineProperty(globalThis, "google", { value: { script: { run: runner(null, null) } } });
  }, answers === "never");
  await page.goto(ADDRESS);
  return {
    page, script, spreadsheet, problems, requested, wire,
    async close() {
      await context.close();
      if (!options.browser) await browser.close();
    },
  };
}
