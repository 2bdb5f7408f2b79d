import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generated } from "../../build/docs";
import { catalogue } from "../../src/catalogue/index";
import { reference } from "../../src/catalogue/reference";

test.each([...generated()])("%s is as the catalogue says; npm run docs writes it anew", (file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("every function is named in the README and explained in both pages", () => {
  for (const file of ["README.md", "docs/functions.md", "docs/functions.ru.md"]) {
    const text = readFileSync(file, "utf8");
    expect(catalogue.filter(({ name }) => !text.includes(name)).map(({ name }) => name)).toEqual([]);
  }
});

test.each(["README.md", "docs/functions.md", "docs/functions.ru.md", "docs/decisions.md", "docs/real-hosts.md", "CHANGELOG.md"])("no link of %s leads nowhere", (file) => {
  const text = readFileSync(file, "utf8");
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#([^)\s]+))?\)/g)].map(([, path, anchor]) => ({ path: join(dirname(file), path ?? ""), anchor }));
  const missing = targets.filter(({ path, anchor }) => !existsSync(path) || (anchor !== undefined && !headings(path).has(anchor)));
  expect(missing).toEqual([]);
});

const headings = (file: string): ReadonlySet<string> =>
  new Set([...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, title]) => (title ?? "").toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, "").replace(/ /g, "-")));

test("dates in results are days that a person can read", () => {
  for (const language of ["en", "ru"] as const) {
    const text = reference(catalogue, language);
    for (const line of ["a · Lead · 2026-01-01 · 24 · 10", "2026-05-27 · 2026-08-26", "2026-01-15"]) expect(text.split("\n")).toContain(line);
  }
});
