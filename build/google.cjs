"use strict";
/**
 * dist/google, seven files for `clasp push`: Code.js (functions and the server of their sidebar), Plan.js (the server of the plan),
 * Sidebar.html (functions and data check, all inlined), Plan.html (the plan, likewise), Help.html (what the pane shows of the functions and
 * of the data check, as JSON), Columns.html (what the columns of result tables hold, likewise) and appsscript.json.
 * `--env language=ru` for Russian help in the autocomplete; Sheets cannot show one script in two languages.
 */
const fs = require("node:fs");
const path = require("node:path");
const { Compilation, DefinePlugin, NormalModuleReplacementPlugin, sources } = require("webpack");
const Html = require("html-webpack-plugin");
const Inline = require("html-inline-script-webpack-plugin");
const { root, typescript, resolve, catalogueSource } = require("./common.cjs");
const { hoisted, neutralise, legible, withoutHelp, shortWords } = require("./script-text.cjs");

const output = path.join(root, "dist/google");

/** Code of others in Code.js: brought down to ES2020, and short, because nobody reads it there. */
const packages = {
  test: /\.m?js$/,
  include: /node_modules/,
  use: { loader: "swc-loader", options: { sourceMaps: false, minify: true, jsc: { target: "es2020", minify: { compress: true, mangle: true, format: { comments: false } } } } },
};

/** Whose code is in the bundle and under which licence: the licences ask for it, and their comments went with all others. */
function origins({ modules }) {
  const files = [...modules].flatMap((each) => [each, ...(each.modules ?? [])]).flatMap((each) => each.resource ?? []);
  const packages = new Map();
  for (const file of files) {
    const [folder, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file.split(path.sep).join("/")) ?? [];
    // One line for all packages of one scope: they are one work.
    if (folder !== undefined) packages.set(name.replace(/^(@[^/]+)\/.*/, "$1"), JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")).license);
  }
  const lines = [...packages].map(([name, licence]) => ` * ${name} (${licence})`).sort();
  return lines.length === 0 ? "" : `/*\n * Contains, in a shortened form:\n${lines.join("\n")}\n */\n`;
}

/** Elements are made by a call that takes less room: a page holds more than a thousand. */
const { options } = typescript.use;
const react = { runtime: "classic", pragma: "element_", pragmaFrag: "fragment_" };
const shortJsx = [
  { ...typescript, test: /\.ts$/ },
  { test: /\.tsx$/, use: [{ ...typescript.use, options: { jsc: { ...options.jsc, transform: { ...options.jsc.transform, react } } } }, path.join(root, "build/short-jsx.cjs")] },
];

/** No configuration takes away what the others have written. */
const clean = { keep: /(?:^|[\\/])(?:Code\.js|Plan\.js|Help\.html|Columns\.html|Sidebar\.html|Plan\.html|appsscript\.json)$/ };

/** One script for Apps Script: a library behind the declarations that stand below it. */
const script = ({ name, entry, filename, library, language, stubs, emit, shorten = (code) => code }) => ({
  name,
  mode: "production",
  target: ["web", "es2020"],
  entry: path.join(root, "src/hosts/google", entry),
  output: { path: output, filename, library: { name: library, type: "var" }, clean },
  // Not minified: the traces in the log of Apps Script name functions.
  optimization: { minimize: false },
  devtool: false,
  performance: false,
  resolve,
  module: { rules: [typescript, packages] },
  plugins: [
    new DefinePlugin({ VORONKA_LANGUAGE: JSON.stringify(language) }),
    { apply(compiler) {
      compiler.hooks.thisCompilation.tap("apps-script", (compilation) => {
        compilation.hooks.processAssets.tap({ name: "legible", stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE }, () => {
          compilation.updateAsset(filename, (code) => new sources.RawSource(legible(shorten(code.source().toString()))));
        });
        // After everything else: whatever drops comments would take the help of the functions with it. Not the BannerPlugin:
        // it takes `[name]` in a text for a placeholder of its own.
        compilation.hooks.processAssets.tap({ name: "stubs", stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, () => {
          compilation.updateAsset(filename, (code) => new sources.ConcatSource(origins(compilation), code, stubs()));
        });
        compilation.hooks.processAssets.tap({ name: "beside", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
          for (const [file, text] of Object.entries(emit?.() ?? {})) compilation.emitAsset(file, new sources.RawSource(text));
        });
      });
    } },
  ],
});

/** The class of the pane stands before every rule of its stylesheets. Nothing else in a page of Google Sheets has the short one. */
const OWN_CLASS = /\bvoronka-pane\b(?!-)/g;

/** One page for HtmlService, with everything inside. */
const page = ({ name, entry, filename }) => ({
  name,
  mode: "production",
  target: ["web", "es2020"],
  entry: path.join(root, "src/hosts/google", entry),
  output: { path: output, filename: `${name}.js`, clean },
  devtool: false,
  performance: false,
  resolve,
  module: { rules: [...shortJsx, { test: /\.css$/, use: [path.join(root, "build/style-tag.cjs"), path.join(root, "build/dense-css.cjs")] }] },
  plugins: [
    // There is no sample workbook in Google Sheets: its examples would only make the page larger.
    new NormalModuleReplacementPlugin(/\/sample-example$/, path.join(root, "src/hosts/google/no-sample-example.ts")),
    new Html({ template: path.join(root, "src/hosts/google/sidebar.html"), filename, inject: "body", scriptLoading: "blocking", minify: false }),
    { apply(compiler) {
      compiler.hooks.thisCompilation.tap("template-literals", (compilation) => {
        // Between the minifier and the inlining into the page.
        compilation.hooks.processAssets.tap({ name: "template-literals", stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 50 }, (assets) => {
          for (const name of Object.keys(assets).filter((each) => each.endsWith(".js"))) {
            compilation.updateAsset(name, (source) => new sources.RawSource(shortWords(neutralise(hoisted(source.source().toString()))).replace(OWN_CLASS, "vp")));
          }
        });
      });
    } },
    new Inline(),
    // The folder is pushed as it is: what the minifier sets aside of licences goes back into the page.
    { apply(compiler) {
      compiler.hooks.thisCompilation.tap("licences", (compilation) => {
        compilation.hooks.processAssets.tap({ name: "licences", stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
          for (const name of Object.keys(assets).filter((each) => each.endsWith(".LICENSE.txt"))) {
            const text = assets[name].source().toString().replace(/-{2,}>?/g, "-");
            compilation.updateAsset(filename, (html) => new sources.ConcatSource(html, `\n<!--\n${text}\n-->\n`));
            compilation.deleteAsset(name);
          }
        });
      });
    } },
  ],
});

const json = (value) => JSON.stringify(value).replace(/</g, "\\u003c");

module.exports = (env = {}) => {
  const language = env.language ?? "en";
  if (!["en", "ru"].includes(language)) throw new Error(`--env language=${language}: en or ru`);

  // The sources are read when a file is written, not when webpack reads its configuration.
  const declarations = () => catalogueSource("hosts/google/stubs.ts");
  const functions = () => catalogueSource("catalogue/index.ts").catalogue;
  const help = () => {
    const { helpOf } = catalogueSource("catalogue/help.ts");
    const { CHECK_WORDS } = catalogueSource("catalogue/check-words.ts");
    return json({ functions: functions().map(helpOf), checkWords: CHECK_WORDS });
  };
  const columns = () => {
    const { explained } = catalogueSource("catalogue/explained.ts");
    return json(Object.fromEntries(functions().flatMap((def) => ["en", "ru"].map((each) => [`${def.name} ${each}`, explained(def, each)]))));
  };

  return [
    script({
      name: "google", entry: "functions.ts", filename: "Code.js", library: "Voronka_", language, shorten: withoutHelp, stubs: () => `\n${declarations().googleStubs(functions(), language)}`,
      emit: () => ({ "Help.html": help(), "Columns.html": columns(), "appsscript.json": fs.readFileSync(path.join(root, "appsscript.json")) }),
    }),
    script({ name: "google-plan", entry: "plan-server.ts", filename: "Plan.js", library: "VoronkaPlan_", language, stubs: () => `\n${declarations().planStubs()}` }),
    page({ name: "google-sidebar", entry: "pane.tsx", filename: "Sidebar.html" }),
    page({ name: "google-plan-sidebar", entry: "plan-pane.tsx", filename: "Plan.html" }),
  ];
};
