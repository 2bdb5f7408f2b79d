/**
 * The browser of the tests comes with `npm ci`: Chromium out of an npm package, unpacked once into node_modules/.cache.
 * Started without the package's own flags, which would switch web security off and make the tests of the
 * Content-Security-Policy worthless. A developer's own browser: CHROMIUM=/usr/bin/chromium npm test.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

export default async function setup() {
  if (process.env.CHROMIUM) return;
  const index = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(join(dirname(index), "../../package.json"), "utf8"));
  const home = resolve("node_modules/.cache/chromium", version);
  if (!existsSync(home)) await unpack(home);
  process.env.CHROMIUM = join(home, "start.sh"); // the workers inherit it
}

async function unpack(home) {
  const part = `${home}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  const before = { ...process.env };
  process.env.TMPDIR = part; // before the import: the package reads both when it is loaded
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x"; // makes it unpack its own system libraries
  const { default: chromium } = await import("@sparticuz/chromium");
  await chromium.executablePath();
  for (const key of ["TMPDIR", "AWS_EXECUTION_ENV", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) {
    if (key in before) process.env[key] = before[key];
    else delete process.env[key];
  }
  // The libraries are for the browser only: other programs must not load them.
  // Its list of fonts names folders of the cloud it was made for; without this all text has no height. `relative`: to this file, wherever it lies.
  const alias = (name) => `<alias binding="same"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`;
  const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
  ${["Arial", "monospace", "sans-serif", "system-ui"].map(alias).join("\n  ")}
</fontconfig>
`;
  writeFileSync(join(part, "fonts", "fonts.conf"), fonts);
  const start = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH=$here/al2023/lib FONTCONFIG_PATH=$here/fonts HOME=\${HOME:-$here} exec "$here/chromium" "$@"
`;
  writeFileSync(join(part, "start.sh"), start, { mode: 0o755 });
  try {
    renameSync(part, home); // whole or not at all
  } catch {
    rmSync(part, { recursive: true }); // another run was first
  }
}
