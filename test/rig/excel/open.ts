/**
 * The built add-in inside a fake Excel on the web, in a real browser with the real office.js. Nothing listens on a port: the browser's
 * requests are answered from the disk, under an https address, which office.js demands.
 *
 *   const excel = await openExcel({ locale: "ru-RU", width: 320 });
 *   await excel.callMany([["CAC", [[[300]], [[3]]]]]);      // as Excel calls it
 *   await excel.frame.click("text=Insert");                 // the pane is an ordinary frame
 *   await excel.run((host) => host.excel.log.length);       // the model of the workbook
 */
import { readFileSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { transformSync } from "@swc/core";
import type { Browser, Frame, Page, Route } from "playwright-core";
import { launchBrowser } from "../../browser/chromium";
import type { FakeExcel, FunctionAnswer, HostError } from "./fake-excel";

const ORIGIN = "https://voronka.test";
const RIG = "test/rig/excel";
const OFFICE_JS = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
/** Both addresses of the CDN, old and new; the same files. */
const CDN = /^https:\/\/(?:appsforoffice\.microsoft\.com\/lib\/1\/hosted|officeapis\.public\.onecdn\.static\.microsoft\/1)\//;
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript", ".html": "text/html; charset=utf-8", ".json": "application/json", ".css": "text/css", ".png": "image/png",
};

export type Call = readonly [id: string, args: readonly unknown[]];
/** `error` is what the cell shows; Excel shows the message of #VALUE! and #N/A only, and for the others office.js drops it. */
export type Answer = { readonly value: unknown } | { readonly error: string; readonly message: string };

/** What the parent page of the pane offers to a test. */
export type HostPage = { readonly excel: FakeExcel; readonly HostError: typeof HostError; readonly unhandled: readonly { readonly _actionName: string }[]; selectCells(address: string | null): void; tellChange(): void; press(action: string): void };

export type OpenedExcel = {
  readonly page: Page;
  readonly frame: Frame;
  /** Script errors, messages in the console, and refused requests: empty in a good run. */
  readonly problems: readonly string[];
  /** Every address that was asked for outside of the add-in's own. */
  readonly outside: readonly string[];
  readonly readyMs: number;
  run<T>(read: (host: HostPage) => T): Promise<T>;
  /** Waits until Excel would let users call functions. */
  functionsReady(): Promise<void>;
  /** Calls functions by id through the proxy of office.js, in the order given; any number of calls. Error cells are `errorCell("#N/A")`. */
  callMany(calls: readonly Call[]): Promise<readonly Answer[]>;
  close(): Promise<void>;
};

/** An error cell as Excel delivers it to a function that takes any value. */
export const errorCell = (code: string): object => ({ type: "Error", basicType: "Error", basicValue: code, errorType: "Unknown" });

/** The codes with which office.js answers for a function that failed. */
const CODES: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };
/** One message carries at most this much, as text: Excel on the web stops at 5 MB. */
const MESSAGE_CHARACTERS = 4_000_000;
const MESSAGE_CALLS = 500;

export async function openExcel(
  options: { readonly dist?: string; readonly locale?: string; readonly width?: number; readonly height?: number; readonly officeJs?: "served" | "blocked" | "silent"; readonly browser?: Browser } = {},
): Promise<OpenedExcel> {
  const { dist = "dist/excel", locale = "en-US", width = 320, height = 600, officeJs = "served" } = options;
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const problems: string[] = [];
  const outside: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });

  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(`${ORIGIN}/`)) return answer(route, url.slice(ORIGIN.length), dist);
    outside.push(url);
    if (!CDN.test(url)) return route.abort("blockedbyclient");
    if (officeJs === "blocked") return route.abort("connectionrefused");
    if (officeJs === "silent") return undefined;
    return fulfil(route, join(OFFICE_JS, new URL(url.replace(CDN, "https://office.test/")).pathname));
  });

  const start = Date.now();
  await page.goto(`${ORIGIN}/rig/host.html?locale=${locale}&width=${width}&height=${height}`, { waitUntil: "commit" });
  const handle = await page.waitForSelector("#pane");
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("the fake Excel has no frame");
  await frame.waitForURL(/taskpane\.html/, { waitUntil: "commit" });
  if (officeJs === "served") await frame.waitForFunction(() => typeof Office !== "undefined" && Office.context?.host !== undefined);
  const readyMs = Date.now() - start;

  const functionsReady = async (): Promise<void> => {
    await page.waitForFunction(() => (globalThis as unknown as HostPage).excel.functionsReady);
  };
  return {
    page, frame, problems, outside, readyMs, functionsReady,
    run: (read) => page.evaluate(`(${String(read)})(globalThis)`),
    async callMany(calls) {
      await functionsReady();
      const answers: Answer[] = [];
      for (const portion of portions(calls)) {
        const raw = (await page.evaluate(
          ([list, timeout]) => (globalThis as unknown as { callFunctions(calls: readonly Call[], timeout: number): Promise<(FunctionAnswer | null)[]> }).callFunctions(list, timeout),
          [portion, 60_000] as const,
        ));
        raw.forEach((each, i) => answers.push(answerOf(each, portion[i]?.[0] ?? "")));
      }
      return answers;
    },
    async close() {
      await context.close();
      if (!options.browser) await browser.close();
    },
  };
}

function answer(route: Route, path: string, dist: string): Promise<void> {
  const name = decodeURIComponent(path.split(/[?#]/)[0] ?? "");
  if (!name.startsWith("/rig/")) return fulfil(route, resolve(dist, `.${name}`));
  const file = join(RIG, name.slice("/rig/".length));
  if (!file.endsWith(".js") && extname(file) !== "") return fulfil(route, file);
  // The scripts of the rig are TypeScript modules that import one another without an ending.
  const source = `${file.replace(/\.js$/, "")}.ts`;
  const { code } = transformSync(readFileSync(source, "utf8"), { filename: source, jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } });
  return route.fulfill({ contentType: "text/javascript", body: code });
}

function fulfil(route: Route, file: string): Promise<void> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return route.fulfill({ status: 404, body: "not found" });
  return route.fulfill({ contentType: TYPES[extname(file)] ?? "application/octet-stream", body: readFileSync(file) });
}

function* portions(calls: readonly Call[]): Generator<readonly Call[]> {
  let portion: Call[] = [];
  let characters = 0;
  for (const call of calls) {
    const length = JSON.stringify(call).length;
    if (portion.length > 0 && (characters + length > MESSAGE_CHARACTERS || portion.length >= MESSAGE_CALLS)) {
      yield portion;
      portion = [];
      characters = 0;
    }
    portion.push(call);
    characters += length;
  }
  if (portion.length > 0) yield portion;
}

function answerOf(raw: FunctionAnswer | null, id: string): Answer {
  if (!raw) throw new Error(`${id} gave no answer within a minute`);
  const [, ok, result, code = 0] = raw;
  if (ok) return { value: result };
  const error = CODES[code];
  if (error === undefined) throw new Error(`${id}: office.js answered with code ${code} (${String(result)}), which no function of ours should cause`);
  return { error, message: typeof result === "string" ? result : "" };
}
