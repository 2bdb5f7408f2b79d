/** @jest-environment jsdom */
/** manifest.xml: what the schema of Office does not catch. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { ACTIONS } from "../../src/hosts/excel/commands";
import { excelShortcuts } from "../../src/hosts/excel/shortcuts";
import { deployedManifest, deployment, DEVELOPMENT_HOST } from "../../src/hosts/excel/manifest";

const SOURCE = readFileSync("manifest.xml", "utf8");
const BUILT = readFileSync("dist/excel/manifest.xml", "utf8");

/** The files of a build, by their address under the host. */
type Files = (path: string) => boolean;
const inDist: Files = (path) => existsSync(`dist/excel/${path}`);

/** @returns sentences; empty means that nothing is wrong */
function problems(xml: string, host: string, files: Files): string[] {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  if (document.querySelector("parsererror")) return ["not well-formed XML"];
  const all = (tag: string): Element[] => [...document.getElementsByTagName(tag)];
  const text = (tag: string): string => all(tag)[0]?.textContent?.trim() ?? "";
  const values = (name: string): string[] => [...document.getElementsByTagName("*")].flatMap((element) => element.getAttribute(name) ?? []);
  const found: string[] = [];
  const expect_ = (holds: boolean, sentence: string): void => {
    if (!holds) found.push(sentence);
  };

  const resources = all("Resources").flatMap((element) => [...element.getElementsByTagName("*")]).filter((element) => element.hasAttribute("id"));
  const ids = resources.map((element) => element.getAttribute("id") ?? "");
  for (const id of new Set(ids)) expect_(ids.filter((other) => other === id).length === 1, `resource ${id} is there twice`);
  for (const resid of values("resid")) {
    expect_(ids.includes(resid), `resid ${resid} leads nowhere`);
    expect_(resid.length <= 32, `resid ${resid} is longer than 32`);
  }
  for (const id of ids) expect_(values("resid").includes(id), `resource ${id} is used by nothing`);

  for (const url of [...values("DefaultValue"), ...values("Value"), ...values("Url")].filter((value) => /^\w+:\/\//.test(value))) {
    expect_(url.startsWith("https://"), `${url} is not https`);
    expect_(url.startsWith(`${host}/`), `${url} is not on ${host}`);
    const path = url.slice(host.length + 1);
    expect_(files(path), `${url}: there is no such file`);
  }

  const page = all("Page")[0]?.querySelector("SourceLocation")?.getAttribute("resid");
  const same = [all("Runtime")[0]?.getAttribute("resid"), all("FunctionFile")[0]?.getAttribute("resid"), all("Action")[0]?.querySelector("SourceLocation")?.getAttribute("resid")];
  expect_(page !== undefined && same.every((resid) => resid === page), "Runtime, Page, FunctionFile and the button do not share one page");
  const pageUrl = resources.find((element) => element.getAttribute("id") === page)?.getAttribute("DefaultValue");
  expect_(all("DefaultSettings")[0]?.querySelector("SourceLocation")?.getAttribute("DefaultValue") === pageUrl, "SourceLocation is not the page of the runtime");
  expect_(all("Runtime")[0]?.getAttribute("lifetime") === "long", "the runtime is not long");
  expect_(all("TaskpaneId").length === 0, "TaskpaneId keeps the pane out of the shared runtime");

  const commands = all("FunctionName").map((name) => name.textContent ?? "");
  for (const name of commands) expect_(Object.values(ACTIONS).includes(name), `${name} is no function of the page`);
  for (const name of Object.values(ACTIONS)) expect_(commands.includes(name), `${name} has no button`);
  expect_(all("ExtendedOverrides")[0]?.previousElementSibling?.tagName === "VersionOverrides", "ExtendedOverrides does not follow VersionOverrides");
  for (const id of values("id").filter((each, i, ids) => ids.indexOf(each) !== i)) expect_(false, `the id ${id} is there twice`);

  for (const icon of all("Icon")) {
    const sizes = [...icon.children].map((image) => image.getAttribute("size"));
    for (const size of ["16", "32", "80"]) expect_(sizes.includes(size), `an icon of ${size} is missing`);
    for (const image of icon.children) {
      const url = resources.find((element) => element.getAttribute("id") === image.getAttribute("resid"))?.getAttribute("DefaultValue") ?? "";
      expect_(url.endsWith(`-${image.getAttribute("size")}.png`), `the icon of ${image.getAttribute("size")} is ${url}`);
    }
  }
  expect_(all("IconUrl")[0]?.getAttribute("DefaultValue")?.endsWith("-32.png") ?? false, "IconUrl is not the icon of 32");
  expect_(all("HighResolutionIconUrl")[0]?.getAttribute("DefaultValue")?.endsWith("-64.png") ?? false, "HighResolutionIconUrl is not the icon of 64");

  for (const tag of ["Requirements", "GetStarted", "SupportUrl", "Hosts", "ProviderName"]) expect_(all(tag).length > 0, `${tag} is missing`);
  expect_(all("Set").some((set) => set.getAttribute("Name") === "SharedRuntime"), "the shared runtime is not required");
  const [major = 0] = text("Version").split(".").map(Number);
  expect_(/^\d+(?:\.\d+){0,3}$/.test(text("Version")) && major >= 1, `Version ${text("Version")} is not 1.0 or above`);
  expect_(text("Permissions") === "ReadWriteDocument", "with fewer permissions functions hang in Excel on the web, more are not needed");
  expect_(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text("Id")) && !/^0{8}/.test(text("Id")), "Id is no GUID of our own");
  for (const domains of all("AppDomains")) expect_(domains.children.length > 0, "AppDomains may not be empty");

  const defaultLocale = text("DefaultLocale");
  for (const override of [...all("Override"), ...all("bt:Override")]) {
    const locale = override.getAttribute("Locale") ?? "";
    expect_(/^[a-z]{2}-[A-Z]{2}$/.test(locale), `locale ${locale} is no full tag`);
    expect_(locale !== defaultLocale, "an override for the default locale");
    const inResources = override.closest("Resources") !== null;
    expect_(override.tagName === (inResources ? "bt:Override" : "Override"), `<${override.tagName}> in the wrong place`);
  }
  for (const string of [...all("bt:String"), ...all("DisplayName"), ...all("Description")]) {
    if (string.parentElement?.tagName !== "bt:ShortStrings" && string.parentElement?.tagName !== "bt:LongStrings" && string.parentElement?.tagName !== "OfficeApp") continue;
    const limit = string.parentElement.tagName === "bt:ShortStrings" || string.tagName === "DisplayName" ? 125 : 250;
    const written = [string.getAttribute("DefaultValue") ?? "", ...[...string.children].map((child) => child.getAttribute("Value") ?? "")];
    for (const each of written) expect_(each.length <= limit && each !== "", `"${each}" is empty or longer than ${limit}`);
    if (string.getAttribute("id") !== "Functions.Namespace") expect_([...string.children].some((child) => child.getAttribute("Locale") === "ru-RU"), `"${written[0] ?? ""}" has no Russian`);
  }
  expect_(all("Override").concat(all("bt:Override")).some((each) => each.getAttribute("Value")?.endsWith("/functions-ru.json")), "no Russian metadata");
  return found;
}

describe("the linter", () => {
  test("finds nothing in manifest.xml", () => expect(problems(SOURCE, DEVELOPMENT_HOST, inDist)).toEqual([]));
  test("finds nothing in what the build made of it", () => {
    const host = /<SourceLocation DefaultValue="(https:\/\/[^/"]+)/.exec(BUILT)?.[1] ?? "";
    expect(problems(BUILT, host, inDist)).toEqual([]);
  });

  const faults: readonly [string, (xml: string) => string, RegExp][] = [
    ["broken XML", (xml) => xml.replace("</Hosts>", ""), /not well-formed/],
    ["a dangling resid", (xml) => xml.replace('<Label resid="CommandsGroup.Label"/>', '<Label resid="Nowhere"/>'), /resid Nowhere leads nowhere/],
    ["a resource twice", (xml) => xml.replace(/(<bt:String id="GetStarted.Title".*)/, "$1\n$1"), /GetStarted.Title is there twice/],
    ["a resource that nothing uses", (xml) => xml.replace(/(<bt:ShortStrings>)/, '$1<bt:String id="Idle" DefaultValue="x"><bt:Override Locale="ru-RU" Value="x"/></bt:String>'), /Idle is used by nothing/],
    ["a resid that is too long", (xml) => xml.replaceAll("CommandsGroup.Label", "C".repeat(33)), /longer than 32/],
    ["http", (xml) => xml.replace("https://localhost:3000/help.html", "http://localhost:3000/help.html"), /is not https/],
    ["another host", (xml) => xml.replace("https://localhost:3000/functions.json", "https://elsewhere.test/functions.json"), /is not on/],
    ["a file that is not in the build", (xml) => xml.replaceAll("icon-80.png", "icon-81.png"), /icon-81\.png: there is no such file/],
    ["no icon of 80", (xml) => xml.replace(/<bt:Image size="80" resid="Icon.80x80"\/>/g, ""), /icon of 80 is missing/],
    ["an icon of a wrong size", (xml) => xml.replace(/size="32" resid="Icon.32x32"/g, 'size="32" resid="Icon.16x16"'), /the icon of 32 is/],
    ["a runtime on another page", (xml) => xml.replace('<Runtime resid="Taskpane.Url"', '<Runtime resid="Functions.Script.Url"'), /share one page/],
    ["a button for another page", (xml) => xml.replace('<Action xsi:type="ShowTaskpane"><SourceLocation resid="Taskpane.Url"', '<Action xsi:type="ShowTaskpane"><SourceLocation resid="GetStarted.LearnMoreUrl"'), /share one page/],
    ["a short runtime", (xml) => xml.replace('lifetime="long"', 'lifetime="short"'), /not long/],
    ["a TaskpaneId", (xml) => xml.replace('<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>'), /TaskpaneId/],
    ["no requirements", (xml) => xml.replace(/<Requirements>.*<\/Requirements>/, ""), /Requirements is missing/],
    ["no GetStarted", (xml) => xml.replace(/<GetStarted>[\s\S]*?<\/GetStarted>/, ""), /GetStarted is missing/],
    ["no HighResolutionIconUrl", (xml) => xml.replace(/<HighResolutionIconUrl.*\/>/, ""), /HighResolutionIconUrl/],
    ["no SupportUrl", (xml) => xml.replace(/<SupportUrl.*\/>/, ""), /SupportUrl is missing/],
    ["a button without a function", (xml) => xml.replace("VoronkaLead", "VoronkaLeads"), /VoronkaLeads is no function of the page\nVoronkaLead has no button/],
    ["keys in the wrong place", (xml) => xml.replace(/ *<ExtendedOverrides.*\n/, "").replace("  <VersionOverrides", '  <ExtendedOverrides Url="https://localhost:3000/shortcuts.json"/>\n  <VersionOverrides'), /does not follow/],
    ["a control twice", (xml) => xml.replace('id="LeadItem"', 'id="PlanItem"'), /id PlanItem is there twice/],
    ["a version below 1.0", (xml) => xml.replace("<Version>1.0.0.0", "<Version>0.0.0.1"), /Version 0\.0\.0\.1/],
    ["fewer permissions", (xml) => xml.replace("ReadWriteDocument", "WriteDocument"), /permissions/],
    ["empty AppDomains", (xml) => xml.replace("<Hosts>", "<AppDomains/><Hosts>"), /AppDomains/],
    ["a bare language", (xml) => xml.replace('Locale="ru-RU" Value="Воронка"', 'Locale="ru" Value="Воронка"'), /locale ru is no full tag/],
    ["an override for the default locale", (xml) => xml.replace('Locale="ru-RU" Value="Воронка"', 'Locale="en-US" Value="Воронка"'), /default locale/],
    ["an override without its prefix", (xml) => xml.replace('<bt:Override Locale="ru-RU" Value="https', '<Override Locale="ru-RU" Value="https'), /<Override> in the wrong place/],
    ["a short string that is long", (xml) => xml.replace('DefaultValue="Sales-funnel formulas"', `DefaultValue="${"x".repeat(126)}"`), /longer than 125/],
    ["a string without Russian", (xml) => xml.replace('<bt:Override Locale="ru-RU" Value="Формулы воронки продаж"/>', ""), /has no Russian/],
    ["English metadata only", (xml) => xml.replace(/<bt:Override Locale="ru-RU" Value="https.*\/>/, ""), /no Russian metadata/],
  ];
  test.each(faults)("finds %s", (_, plant, sentence) => {
    const planted = plant(SOURCE);
    expect(planted).not.toBe(SOURCE);
    expect(problems(planted, DEVELOPMENT_HOST, inDist).join("\n")).toMatch(sentence);
  });
});

describe("a deployment", () => {
  const host = "https://voronka.example";
  test("has no namespace unless it is asked for", () => {
    expect(SOURCE).not.toContain("<Namespace");
    expect(deployedManifest(SOURCE, deployment({ host }))).not.toContain("<Namespace");
  });
  test("moves every address to its host", () => {
    const moved = deployedManifest(SOURCE, deployment({ host: `${host}/` }));
    expect(moved).not.toContain("localhost");
    expect(problems(moved, host, inDist)).toEqual([]);
  });
  test("adds a namespace where the schema wants it", () => {
    const prefixed = deployedManifest(SOURCE, deployment({ host, namespace: "SALES" }));
    expect(prefixed).toMatch(/<\/Metadata>\n +<Namespace resid="Functions\.Namespace"\/>\n +<\/ExtensionPoint>/);
    expect(prefixed).toMatch(/<bt:String id="Functions\.Namespace" DefaultValue="SALES"\/>\n +<\/bt:ShortStrings>/);
    expect(problems(prefixed, host, inDist)).toEqual([]);
  });
  test.each([
    [{ host: "http://voronka.example" }, /https only/],
    [{ host: "voronka.example" }, /Invalid URL/],
    [{ host, namespace: "sales" }, /namespace=sales/],
    [{ host, namespace: "1A" }, /namespace=1A/],
    [{ host, namespace: '"/><x' }, /namespace=/],
  ])("%j is refused", (options, message) => expect(() => deployment(options)).toThrow(message));
  test("in development stays where manifest.xml says", () => expect(deployedManifest(SOURCE, deployment({}))).toBe(SOURCE));
});

test("the file of keys is that of the build; each key has its action, and takes AltGr from nobody", () => {
  const { actions, shortcuts } = JSON.parse(readFileSync("dist/excel/shortcuts.json", "utf8")) as { readonly actions: readonly { readonly id: string; readonly name: string }[]; readonly shortcuts: readonly { readonly action: string; readonly key: Readonly<Record<string, string>> }[] };
  expect({ actions, shortcuts }).toEqual(excelShortcuts());
  expect([actions.map(({ id }) => id), shortcuts.map(({ action }) => action)]).toEqual([Object.values(ACTIONS), Object.values(ACTIONS)]);
  const keys = shortcuts.flatMap(({ key }) => Object.entries(key));
  expect(new Set(keys.map(([platform, key]) => `${platform} ${key}`)).size).toBe(8);
  // As the documentation of keys wants them: modifiers, then one letter or digit.
  for (const [, key] of keys) expect(key).toMatch(/^(?:Ctrl\+Alt\+Shift|Command\+Alt)\+[1-4]$/);
});

test("office-addin-manifest reads it", () => {
  const answer = execFileSync(process.execPath, ["node_modules/office-addin-manifest/cli.js", "info", "manifest.xml"], { encoding: "utf8" });
  expect(answer).toMatch(/6e1a7f0c-52b4-4c1e-9d0b-3f8a2c7d9e41/);
});

test.each([16, 32, 64, 80])("icon-%d.png has its size, and something on it", (size) => {
  const png = readFileSync(`dist/excel/assets/icon-${size}.png`);
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  expect(png.length).toBeGreaterThan(200);
});
