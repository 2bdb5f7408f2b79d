/** A workbook whose every text is an attack: nothing of it runs, nothing of it becomes markup, nothing leaves the page. */
import type { Browser, Page } from "playwright-core";
import { bundle, openPane, type Bundle } from "../pane/built-page";
import { PAYLOADS } from "../pane/payloads";
import { launchBrowser } from "./chromium";

let browser: Browser;
let built: Bundle;
beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), bundle("test/pane/page.ts", "hostile")]);
}, 60_000);
afterAll(() => browser.close());

/** Goes through every place of the pane that shows a text of the workbook. Returns the kinds of elements that were there. */
async function visitAll(page: Page, text: string): Promise<readonly string[]> {
  const kinds = new Set<string>();
  const note = async () => {
    for (const kind of await page.evaluate(() => [...document.querySelectorAll("#pane *")].map((element) => element.localName))) kinds.add(kind);
  };
  page.setDefaultTimeout(5000);
  await page.evaluate((given) => window.start({ workbook: { [given]: [[given, 100], [`${given}2`, 40], [given, "x"]], Plain: [[1]] }, failures: "sentences" }), text);
  const sheet = `'${text.replaceAll("'", "''")}'`;

  // a failure that names what it found, in the selected cell
  await page.evaluate((name) => {
    window.host.put(`${name}!C1`, `=FUNNEL_CONVERSION(${name}!B1:B3)`);
    window.host.select(`${name}!C1`);
  }, sheet);
  await page.locator(".selected-failure").waitFor();
  await note();
  await page.locator(".selected button").click();
  await page.locator(".result .failure").waitFor();
  await note();
  await page.keyboard.press("Escape");

  // a table of its texts
  await page.locator('.card[data-id="FUNNEL.TABLE"]').click();
  await page.locator('[data-argument="stages"]').focus();
  await page.evaluate((name) => window.host.select(`${name}!A1:A2`), sheet);
  await page.locator('[data-argument="counts"]').fill(`${sheet}!B1:B2`);
  await page.locator(".result table").waitFor();
  await note();

  // the question about a cell that holds it, and a refusal that repeats it
  await page.evaluate((name) => window.host.select(`${name}!A3`), sheet);
  await page.locator("button.main").click();
  await page.locator("[role=alertdialog]").waitFor();
  await note();
  await page.keyboard.press("Escape");
  await page.evaluate((given) => (window.host.refusal = given), text);
  await page.locator("button.main").click();
  await page.locator("[role=alert] p").waitFor();
  await note();

  // typed, and searched for
  await page.locator('[data-argument="stages"]').fill(text);
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill(`${text} xyzzy`);
  await note();
  return [...kinds].sort();
}

async function visit(text: string) {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() !== "log" && errors.push(message.text()));
  const refused = await openPane(page, built);
  const before = await page.evaluate(() => JSON.stringify(Object.getOwnPropertyNames(Object.prototype)));
  const kinds = await visitAll(page, text);
  const ran = await page.evaluate(() => "__xss" in window);
  const after = await page.evaluate(() => JSON.stringify(Object.getOwnPropertyNames(Object.prototype)));
  const address = page.url();
  await page.close();
  return { kinds, ran, errors, refused: [...refused], address, polluted: before !== after };
}

let harmless: Awaited<ReturnType<typeof visit>>;
test("a harmless text, for comparison", async () => {
  harmless = await visit("Deals of May");
  expect(harmless).toMatchObject({ ran: false, errors: [], refused: [], polluted: false });
  expect(harmless.kinds).toEqual(expect.arrayContaining(["table", "button", "bdi"]));
});
test.each(PAYLOADS)("%j", async (payload) => {
  const found = await visit(payload);
  // The search for a payload may find functions where the harmless text found none, or the reverse: never an element the pane does not have.
  expect(found.kinds.filter((kind) => !harmless.kinds.includes(kind))).toEqual([]);
  expect({ ...found, kinds: [] }).toEqual({ ...harmless, kinds: [] });
});

test("the check notices a text that becomes markup", async () => {
  const page = await browser.newPage();
  await openPane(page, built);
  await page.evaluate(() => window.start({ workbook: { Plain: [[1]] } }));
  await page.evaluate(() => document.querySelector("h1")?.insertAdjacentHTML("beforeend", "<img alt='' src=data:,>"));
  const kinds = await page.evaluate(() => [...document.querySelectorAll("#pane *")].map((element) => element.localName));
  expect(kinds.filter((kind) => !harmless.kinds.includes(kind))).toEqual(["img"]);
  await page.close();
});
