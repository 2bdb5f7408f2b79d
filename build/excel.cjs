"use strict";
/**
 * dist/excel: functions and pane on one page (the shared runtime), and everything Excel reads before it loads them.
 * `--env host=https://…` where it will be served, `--env namespace=SALES` for =SALES.CAC().
 */
const fs = require("node:fs");
const path = require("node:path");
const { Compilation, DefinePlugin, sources } = require("webpack");
const Html = require("html-webpack-plugin");
const { root, typescript, resolve, catalogueSource } = require("./common.cjs");

const ICONS = [16, 32, 64, 80];

module.exports = (env = {}) => {
  const { deployment, deployedManifest } = catalogueSource("hosts/excel/manifest.ts");
  const target = deployment(env);

  /** Read when a build runs, not when webpack reads its configuration: other bundles are built without them. */
  const generated = () => {
    const { catalogue } = catalogueSource("catalogue/index.ts");
    const { excelMetadata } = catalogueSource("hosts/excel/metadata.ts");
    const { excelShortcuts } = catalogueSource("hosts/excel/shortcuts.ts");
    const { helpPage } = catalogueSource("hosts/excel/help.ts");
    const json = (language) => `${JSON.stringify(excelMetadata(catalogue, language, target.host), null, 2)}\n`;
    return {
      "functions.json": json("en"),
      "functions-ru.json": json("ru"),
      "shortcuts.json": `${JSON.stringify(excelShortcuts(), null, 2)}\n`,
      "help.html": helpPage(catalogue),
      "manifest.xml": deployedManifest(fs.readFileSync(path.join(root, "manifest.xml"), "utf8"), target),
      ...Object.fromEntries(ICONS.map((size) => [`assets/icon-${size}.png`, fs.readFileSync(path.join(root, `assets/icon-${size}.png`))])),
    };
  };

  return [{
    name: "excel",
    mode: "production",
    target: ["web", "es2020"],
    entry: { functions: path.join(root, "src/hosts/excel/functions.ts"), taskpane: path.join(root, "src/hosts/excel/pane.tsx") },
    output: { path: path.join(root, "dist/excel"), filename: "[name].js", clean: true },
    devtool: false,
    performance: false,
    resolve,
    module: { rules: [typescript, { test: /\.css$/, use: ["style-loader", "css-loader"] }] },
    plugins: [
      new DefinePlugin({ VORONKA_NAMESPACE: JSON.stringify(target.namespace) }),
      new Html({ template: path.join(root, "src/hosts/excel/page.html"), filename: "taskpane.html", chunks: ["functions", "taskpane"], chunksSortMode: "manual", inject: "head", scriptLoading: "defer", minify: false }),
      { apply(compiler) {
        compiler.hooks.thisCompilation.tap("generated", (compilation) => {
          compilation.hooks.processAssets.tap({ name: "generated", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
            for (const [name, text] of Object.entries(generated())) compilation.emitAsset(name, new sources.RawSource(text));
          });
        });
      } },
    ],
  }];
};
