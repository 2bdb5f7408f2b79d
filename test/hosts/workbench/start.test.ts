import { request, type IncomingHttpHeaders } from "node:http";
import { networkInterfaces } from "node:os";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Served = { readonly url: string; readonly close: () => Promise<void> };
let folder: string;
let served: Served;
let serve: (folder: string, port?: number) => Promise<Served>;

beforeAll(async () => {
  ({ serve } = (await import("../../../build/start.mjs" as string)) as { serve: typeof serve });
  folder = mkdtempSync(join(tmpdir(), "workbench-"));
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "dist/index.html"), "<p>page</p>");
  writeFileSync(join(folder, "dist/page.js"), "1");
  served = await serve(join(folder, "dist"));
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
const ask = (path: string, headers: Record<string, string> = {}, method = "GET", host = "127.0.0.1"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(served.url);
    request({ host, port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      let body = "";
      response.on("data", (part: Buffer) => (body += part.toString())).on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on("error", reject).end();
  });

test("the page comes with a strict policy and nothing of it may be read elsewhere", async () => {
  const { status, headers, body } = await ask("/");
  expect([status, body]).toEqual([200, "<p>page</p>"]);
  const policy = String(headers["content-security-policy"]);
  for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "object-src 'none'", "frame-ancestors 'none'"]) expect(policy.split("; ")).toContain(part);
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["access-control-allow-origin"]).toBeUndefined();
});

test("scripts come as scripts", async () => expect((await ask("/page.js")).headers["content-type"]).toMatch(/javascript/));
test.each(["evil.test", "evil.test:80", "127.0.0.1", "localhost.evil.test", "127.0.0.1:1"])("a request for the host %s is refused", async (host) => expect((await ask("/", { Host: host })).status).toBe(403));
test("localhost is this computer too", async () => expect((await ask("/", { Host: `localhost:${new URL(served.url).port}` })).status).toBe(200));
test("another origin gets no permission", async () => expect((await ask("/", { Origin: "https://evil.test" })).headers["access-control-allow-origin"]).toBeUndefined());
test.each(["/..%2fsecret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%5csecret.txt", "/.git/config", "/.env", "/@fs/etc/passwd", "//etc/passwd"])("%s is not there", async (path) => {
  const { status, body } = await ask(path);
  expect([403, 404]).toContain(status);
  expect(body).not.toContain("secret");
});
test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is not answered", async (method) => expect((await ask("/", {}, method)).status).toBe(405));

test("other addresses of this computer refuse", async () => {
  const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []).filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of others) await expect(ask("/", {}, "GET", address)).rejects.toThrow("ECONNREFUSED");
});

test("a busy port gives the next one", async () => {
  const port = Number(new URL(served.url).port);
  const next = await serve(join(folder, "dist"), port);
  expect(Number(new URL(next.url).port)).toBeGreaterThan(port);
  await next.close();
});
