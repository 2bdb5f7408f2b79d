/** Bundles the pane for a page of its own, minified as for a host. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { webpack, type Configuration } from "webpack";
import type { Page } from "playwright-core";

const { typescript, resolve: extensions } = createRequire(__filename)("../../build/common.cjs") as { typescript: NonNullable<NonNullable<Configuration["module"]>["rules"]>[number]; resolve: NonNullable<Configuration["resolve"]> };

export type Bundle = { readonly script: string };

export function bundle(entry: string, name: string): Promise<Bundle> {
  const folder = resolve("node_modules/.cache/pane-page", name);
  const configuration: Configuration = {
    mode: "production",
    target: ["web", "es2020"],
    entry: resolve(entry),
    output: { path: folder, filename: "page.js" },
    devtool: false,
    performance: false,
    resolve: extensions,
    module: { rules: [typescript, { test: /\.css$/, use: ["style-loader", "css-loader"] }] },
  };
  return new Promise((done, fail) => {
    webpack(configuration, (error, stats) => {
      if (error || !stats || stats.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only") ?? "no bundle"));
      else done({ script: readFileSync(resolve(folder, "page.js"), "utf8") });
    });
  });
}

/** As strict as the strictest host: nothing but the script itself, and styles that it writes. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** Hosts serve the pane safely, and browsers give the clipboard to no other page. */
const ADDRESS = "https://pane.test/";
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pane</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="page.css"><script src="page.js" defer></script></head><body><div id="pane"></div></body></html>`;

/** Opens the page without a network: every address but these three is refused. Returns what was refused. */
export async function openPane(page: Page, { script }: Bundle): Promise<readonly string[]> {
  const refused: string[] = [];
  await page.route("**", (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ contentType: "text/html", headers: { "content-security-policy": POLICY }, body: HTML });
    if (url === `${ADDRESS}page.js`) return route.fulfill({ contentType: "text/javascript", body: script });
    if (url === `${ADDRESS}page.css`) return route.fulfill({ contentType: "text/css", body: "html, body { margin: 0; height: 100%; } #pane { height: 100%; }" });
    refused.push(url);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return refused;
}
