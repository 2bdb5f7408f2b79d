/**
 * `npm start`: builds the workbench where its sources have changed, serves it on this computer only, and opens the browser.
 *   npm start -- --port 9000    another port        npm start -- --no-open    leaves the browser alone
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sirv from "sirv";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const PORT = 8350;

/** Nothing from elsewhere, no inline script. Univer sets inline styles. */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
  "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "object-src 'none'", "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Univer lists the fonts of the computer where it may; nobody asked for that.
  "Permissions-Policy": "local-fonts=(), camera=(), microphone=(), geolocation=(), usb=()",
  "Cache-Control": "no-cache",
};

/**
 * Serves a folder on 127.0.0.1 only. A request for another host name is refused: a page elsewhere could point its name at this
 * computer (DNS rebinding) and read what is open here.
 * @param {string} folder
 * @param {number} [port] 0 takes any free one; a busy one gives the next
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, port = 0) {
  const files = sirv(folder, { dev: true, etag: true, setHeaders: (response) => { for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value); } });
  const server = createServer((request, response) => {
    const own = server.address().port;
    const host = request.headers.host;
    const refuse = (status, text) => response.writeHead(status, { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" }).end(text);
    if (host !== `127.0.0.1:${own}` && host !== `localhost:${own}`) return refuse(403, "This server answers this computer only.");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET.");
    return files(request, response, () => refuse(404, "Not found."));
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}

async function listen(server, port) {
  for (let next = port; ; next += 1) {
    try {
      await new Promise((done, fail) => { server.once("error", fail).listen(next, "127.0.0.1", () => { server.off("error", fail); done(); }); });
      return;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || next >= port + 50) throw error;
    }
  }
}

/** A digest of everything the bundle is made of; the packages are represented by the lockfile. */
function sourcesDigest() {
  const digest = createHash("sha256");
  const add = (path) => digest.update(relative(ROOT, path)).update("\0").update(readFileSync(path)).update("\0");
  const addFolder = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) addFolder(path);
      else add(path);
    }
  };
  for (const folder of ["src/core", "src/catalogue", "src/pane", "src/hosts/workbench", "examples"]) addFolder(join(ROOT, folder));
  for (const file of ["build/common.cjs", "build/workbench.cjs", "package-lock.json"]) add(join(ROOT, file));
  return digest.digest("hex");
}

/** Builds dist/workbench unless it is already what the sources say. */
export async function build(log = console.log) {
  const folder = join(ROOT, "dist/workbench");
  const stamp = join(ROOT, "node_modules/.cache/workbench.digest");
  const digest = sourcesDigest();
  const isFresh = existsSync(join(folder, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest;
  if (isFresh) return folder;
  const from = Date.now();
  log("Building the workbench; the first time this takes about half a minute …");
  try {
    await promisify(execFile)(process.execPath, [join(ROOT, "node_modules/webpack/bin/webpack.js"), "--config-name", "workbench"], { cwd: ROOT, maxBuffer: 1e8 });
  } catch (error) {
    throw new Error(`The workbench could not be built.\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
  writeFileSync(stamp, digest);
  log(`Built in ${((Date.now() - from) / 1000).toFixed(0)} s.`);
  return folder;
}

async function openBrowser(url) {
  try {
    const { default: open } = await import("open");
    const child = await open(url);
    child.once("error", () => {}); // no browser here: the address is printed, that is enough
  } catch {
    // as above
  }
}

async function main(options) {
  const at = options.indexOf("--port");
  const port = at < 0 ? PORT : Number(options[at + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error("--port needs a number from 0 to 65535");
  const { url, close } = await serve(await build(), port);
  console.log(`The workbench is open at ${url}\nIt serves this computer only and sends nothing anywhere. Ctrl+C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void close().then(() => process.exit(0)));
  if (!process.env.CI && !options.includes("--no-open")) await openBrowser(url);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
