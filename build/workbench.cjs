"use strict";
/** dist/workbench: the sheet, the pane and the worker that reads files. Only files of its own, so that it runs under a strict CSP. */
const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { root, typescript, resolve } = require("./common.cjs");

/** examples/ beside the page, where its list of examples finds them. */
const examples = {
  apply: (compiler) => compiler.hooks.thisCompilation.tap("examples", (compilation) => {
    const { Compilation, sources } = compiler.webpack;
    compilation.hooks.processAssets.tap({ name: "examples", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
      for (const file of readdirSync(path.join(root, "examples"), { recursive: true }).filter((each) => each.endsWith(".xlsx"))) {
        compilation.emitAsset(`examples/${file.split(path.sep).join("/")}`, new sources.RawSource(readFileSync(path.join(root, "examples", file))));
      }
    });
  }),
};

module.exports = () => [
  {
    name: "workbench",
    mode: "production",
    target: "web",
    entry: { page: path.join(root, "src/hosts/workbench/page.tsx") },
    output: { path: path.join(root, "dist/workbench"), filename: "[name].js", chunkFilename: "[name].js", assetModuleFilename: "[name][ext]", clean: true },
    resolve,
    module: {
      rules: [
        typescript,
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
      ],
    },
    plugins: [
      examples,
      new MiniCssExtractPlugin({ filename: "[name].css" }),
      new HtmlWebpackPlugin({ template: path.join(root, "src/hosts/workbench/page.html"), filename: "index.html", scriptLoading: "module", minify: false }),
    ],
    optimization: {
      chunkIds: "named",
      // Served from this computer: a start that takes half as long is worth more than a smaller file.
      minimize: false,
      splitChunks: {
        cacheGroups: {
          // The sheet changes only with its version: a chunk of its own, which the cache of the build keeps.
          sheet: { test: /[\\/]node_modules[\\/]/, name: "sheet", chunks: (chunk) => chunk.name === "page" },
        },
      },
    },
    cache: { type: "filesystem", cacheDirectory: path.join(root, "node_modules/.cache/webpack"), name: "workbench", buildDependencies: { config: [__filename] } },
    performance: { hints: false },
    stats: "errors-warnings",
  },
];
