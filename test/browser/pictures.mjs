/**
 * `npm run pictures`: the screens of the plan as the tests of their look see them, light and dark, in both languages, put together into a
 * few pictures for docs/plan. Look at each of them before it is committed.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "./chromium.ts";
import setup from "./setup.mjs";

/** A picture, and the states of the look tests that it shows. */
const PICTURES = {
  start: ["first run", "ready-made", "columns of my data", "what my data say", "making the sheets"],
  plan: ["goals", "goal, unfolded", "targets by month", "backward plan", "problems"],
  organize: ["areas", "resources", "people", "coverage map"],
  lead: ["this week", "one to one"],
  control: ["control", "queue", "card of a goal", "new action", "verifying an action"],
  close: ["close", "close, decided"],
};
/** Each screen twice: narrow and light in English, wide and dark in Russian. */
const LOOKS = [["light", "en", 300], ["dark", "ru", 350]];
const TESTS = ["plan-look", "plan-work-look", "plan-report"].map((name) => `test/browser/${name}.test.ts`);

/** Pictures of every state, where they have been taken already: `SHOTS=folder npm run pictures`. */
const taken = process.env["SHOTS"];
const shots = taken ?? mkdtempSync(join(tmpdir(), "voronka-"));
const inline = (path) => `data:image/png;base64,${readFileSync(path).toString("base64")}`;

async function main() {
  await setup();
  if (!taken) execFileSync("npx", ["jest", ...TESTS, "-t", "light, en|dark, ru"], { stdio: "inherit", env: { ...process.env, SHOTS: shots } });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  for (const [name, states] of Object.entries(PICTURES)) {
    for (const [theme, language, width] of LOOKS) {
      const images = states.map((state) => `<img width="${width}" src="${inline(join(shots, `${state}-${theme}-${language}-${width}.png`))}">`);
      await page.setViewportSize({ width: states.length * (width + 16) + 16, height: 100 });
      await page.setContent(`<body style="margin:16px;display:flex;gap:16px;align-items:start;background:${theme === "dark" ? "#111" : "#eee"}">${images.join("")}</body>`);
      await page.screenshot({ path: `docs/plan/${name}-${language}-${theme}.png`, fullPage: true });
    }
  }
  await browser.close();
}

void main().finally(() => {
  if (!taken) rmSync(shots, { recursive: true, force: true });
});
