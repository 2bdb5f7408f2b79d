/** What could turn a text of the workbook into markup does not occur in the sources of the pane. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

const FORBIDDEN_PROPS = new Set(["dangerouslySetInnerHTML", "innerHTML", "style", "href", "src", "srcdoc", "action", "formAction"]);

/** Spread props, props that take markup, code or addresses, and event handlers given as text. */
function faults(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxSpreadAttribute(node)) found.push(`spread: ${node.getText()}`);
    if (ts.isJsxAttribute(node)) {
      const prop = node.name.getText();
      if (FORBIDDEN_PROPS.has(prop)) found.push(`prop: ${prop}`);
      if (prop.startsWith("on") && node.initializer && ts.isStringLiteral(node.initializer)) found.push(`handler as text: ${prop}`);
    }
    if (ts.isIdentifier(node) && ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval", "fetch", "XMLHttpRequest", "WebSocket"].includes(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const sources = ["src/pane", "src/pane/charts"].flatMap((folder) => readdirSync(folder).filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name)));
test.each(sources)("%s", (path) => expect(faults(path, readFileSync(path, "utf8"))).toEqual([]));

test.each([
  ["<p {...row} />", "spread: {...row}"],
  ["<a href={cell}>x</a>", "prop: href"],
  ['<b onClick="x()" />', "handler as text: onClick"],
  ["element.innerHTML = cell", "innerHTML"],
])("the scan finds %s", (text, fault) => expect(faults("planted.tsx", text)).toContain(fault));
