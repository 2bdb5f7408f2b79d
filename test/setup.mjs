/** Before all tests: the bundles as a user gets them, and a browser. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import browser from "./browser/setup.mjs";

export default async function setup() {
  // VORONKA_BUILT=1 takes the bundles in dist as they are, for a quick second run.
  if (!(process.env.VORONKA_BUILT && existsSync("dist/workbench"))) {
    execFileSync(process.execPath, ["node_modules/webpack/bin/webpack.js"], { stdio: ["ignore", "ignore", "inherit"] });
  }
  await browser();
}
