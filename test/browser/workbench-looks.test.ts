/** Words to choose from and the colours of statuses in the sheets of a plan: in a saved file, and in the workbench that opens it again. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { openFile as readFile } from "../../src/hosts/workbench/files/open-file";
import { WORDS } from "../../src/hosts/workbench/words";
import { openFile, workbenchPages } from "./workbench-page";
import { makeReadyPlan } from "./workbench-plan";

const open = workbenchPages();

type Area = { readonly startRow: number; readonly startColumn: number };
type Hook = { readonly api: { getActiveWorkbook(): { save(): { readonly sheets: Record<string, { readonly name: string }>; readonly resources: readonly { readonly name: string; readonly data: string }[] } } } };
type Rule = { readonly ranges: readonly Area[]; readonly formula1?: string; readonly rule?: { readonly value: string; readonly style: unknown } };
/** By sheet: where a list or a colour begins, and what it is. */
const looks = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const { sheets, resources } = (globalThis as unknown as { workbench: Hook }).workbench.api.getActiveWorkbook().save();
  return resources.filter(({ name }) => /VALIDATION|CONDITIONAL/.test(name)).flatMap(({ data }) => Object.entries(JSON.parse(data || "{}") as Record<string, Rule[]>)).flatMap(([id, rules]) =>
    rules.map(({ ranges, formula1, rule }) => `${sheets[id]!.name} ${ranges.map(({ startRow, startColumn }) => `${startRow},${startColumn}`).join(" ")} ${formula1 ?? `${rule!.value} ${JSON.stringify(rule!.style)}`}`)).sort();
});

test("they are in the file, and in the sheets again when it is opened", async () => {
  const { page } = await open({ at: "2026-07-03T09:00:00" });
  await makeReadyPlan(page, "en");
  const before = await looks(page);
  expect(before.length).toBeGreaterThan(30);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: WORDS.save.en }).click();
  const file = readFileSync(await (await downloading).path());
  await page.getByText(WORDS.unsaved.en).waitFor({ state: "detached" });
  expect(await page.locator(".notice").count()).toBe(0); // nothing was left out
  const { sheets } = await readFile(new Uint8Array(file), "x", "utf-8", () => undefined);
  expect(sheets.find(({ name }) => name.startsWith("Tasks"))!.lists!.map(({ words }) => words.join(","))).toContainEqual(expect.stringContaining("Team management,Sales strategy"));
  expect(sheets.find(({ name }) => name.startsWith("Goals (plan)"))!.marks!.map(({ word, fill }) => [word, fill])).toContainEqual(["behind", "#fde7e7"]);

  await openFile(page, "again.xlsx", file);
  await page.getByText("again", { exact: true }).waitFor();
  expect(await looks(page)).toEqual(before);
}, 60_000);
