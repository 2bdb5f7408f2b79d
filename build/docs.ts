/** Writes what is generated for people: docs/functions.md, docs/functions.ru.md and the list of functions in the README. */
import { readFileSync, writeFileSync } from "node:fs";
import { catalogue } from "../src/catalogue/index";
import { overview, reference } from "../src/catalogue/reference";

const BLOCK = /(<!-- functions: written by npm run docs -->\n)[\s\S]*?(\n<!-- end of functions -->)/;

/** What each generated file should hold. */
export function generated(): ReadonlyMap<string, string> {
  const readme = readFileSync("README.md", "utf8");
  return new Map([
    ["docs/functions.md", reference(catalogue, "en")],
    ["docs/functions.ru.md", reference(catalogue, "ru")],
    ["README.md", readme.replace(BLOCK, (_, start: string, end: string) => `${start}${overview(catalogue, "en", "docs/functions.md")}${end}`)],
  ]);
}

if (process.argv[1]?.endsWith("docs.ts")) for (const [file, text] of generated()) writeFileSync(file, text);
