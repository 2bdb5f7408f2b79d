/** What could turn a text of the workbook into markup does not occur in the sources of the pane. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

const FORBIDDEN_PROPS = new Set(["dangerouslySetInnerHTML", "innerHTML", "style", "href", "src", "srcdoc", "action", "formAction"]);

/** Names that stand in the source, whatever the values are: `{ value: done }`, or one of two such objects. */
const isFixed = (node: ts.Expression): boolean =>
  ts.isParenthesizedExpression(node) ? isFixed(node.expression)
  : ts.isConditionalExpression(node) ? isFixed(node.whenTrue) && isFixed(node.whenFalse)
  : ts.isBinaryExpression(node) ? node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken && isFixed(node.right)
  : ts.isObjectLiteralExpression(node) && node.properties.every((each) => (ts.isPropertyAssignment(each) || ts.isShorthandPropertyAssignment(each)) && ts.isIdentifier(each.name));

/** An element of the page, not a component of ours: a component names its props, and its own source is looked at. */
const isElement = (attribute: ts.JsxAttribute | ts.JsxSpreadAttribute): boolean => /^[a-z]/.test(attribute.parent.parent.tagName.getText());

/** Into a component its own props may be spread; into an element what the shell of a field gives its input, five names of its own. */
const mayBeSpread = (spread: ts.JsxSpreadAttribute): boolean => isFixed(spread.expression) || spread.expression.getText() === (isElement(spread) ? "parts" : "props");

const isFixedStyle = ({ initializer }: ts.JsxAttribute): boolean => initializer !== undefined && ts.isJsxExpression(initializer) && initializer.expression !== undefined && isFixed(initializer.expression);

/** Spread props, props that take markup, code or addresses, and event handlers given as text. */
function faults(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxSpreadAttribute(node) && !mayBeSpread(node)) found.push(`spread: ${node.getText()}`);
    if (ts.isJsxAttribute(node)) {
      const prop = node.name.getText();
      if (isElement(node) && FORBIDDEN_PROPS.has(prop) && !(prop === "style" && isFixedStyle(node))) found.push(`prop: ${prop}`);
      if (prop.startsWith("on") && node.initializer && ts.isStringLiteral(node.initializer)) found.push(`handler as text: ${prop}`);
    }
    if (ts.isIdentifier(node) && ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval", "fetch", "XMLHttpRequest", "WebSocket"].includes(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const sources = readdirSync("src/pane", { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name)).sort().map((name) => join("src/pane", name));
test.each(sources)("%s", (path) => expect(faults(path, readFileSync(path, "utf8"))).toEqual([]));

test.each([
  ["<p {...row} />", "spread: {...row}"],
  ["<p {...props} />", "spread: {...props}"],
  ["<Row {...row} />", "spread: {...row}"],
  ["<p {...(row && { ...row })} />", "spread: {...(row && { ...row })}"],
  ["<p {...{ [name]: cell }} />", "spread: {...{ [name]: cell }}"],
  ["<p style={cell} />", "prop: style"],
  ["<form action={cell} />", "prop: action"],
  ["<a href={cell}>x</a>", "prop: href"],
  ['<b onClick="x()" />', "handler as text: onClick"],
  ["element.innerHTML = cell", "innerHTML"],
])("the scan finds %s", (text, fault) => expect(faults("planted.tsx", text)).toContain(fault));
