/**
 * What comes from another program through the clipboard. The engine reads only the English notation: of a Russian table `01.10.2026`
 * becomes the 10th of January and `6,5%` 65 %, without a word; and of plain text it trims the blank cells in front.
 */
import type { Injector } from "@univerjs/core";
import { ISheetClipboardService } from "@univerjs/sheets-ui";
import type { Language } from "../../catalogue/words";
import { inEnglish } from "./russian";

const PLAIN = "text/plain";
const HTML = "text/html";

export function acceptPaste(injector: Injector, language: () => Language): void {
  const clipboard = injector.get(ISheetClipboardService);
  const [paste, legacyPaste] = [clipboard.paste.bind(clipboard), clipboard.legacyPaste.bind(clipboard)];
  clipboard.legacyPaste = (html, text, files) => {
    const table = tableIn(html ?? "", text ?? "");
    return legacyPaste(table === "" ? html : read(table, language()), text === undefined ? text : readText(text, language()), files);
  };
  clipboard.paste = async (item, type) => {
    const has = (kind: string): boolean => item.types.includes(kind);
    const of = async (kind: string): Promise<string> => (has(kind) ? (await item.getType(kind)).text() : "");
    const [html, text] = [await of(HTML), await of(PLAIN)];
    const table = tableIn(html, text);
    if (table === "" && !has(PLAIN)) return paste(item, type);
    const kinds: Record<string, Blob> = { ...(table !== "" && { [HTML]: new Blob([read(table, language())], { type: HTML }) }), ...(has(PLAIN) && { [PLAIN]: new Blob([readText(text, language())], { type: PLAIN }) }) };
    const others = item.types.filter((kind) => kind !== HTML && kind !== PLAIN);
    return paste({ ...item, types: [...others, ...Object.keys(kinds)], presentationStyle: item.presentationStyle, getType: (kind) => (kinds[kind] ? Promise.resolve(kinds[kind]) : item.getType(kind)) }, type);
  };
}

/** Lines and tabs are a table; its blank cells are cells. */
const tableIn = (html: string, text: string): string => (html !== "" || !(text.includes("\t") || text.includes("\n")) ? html : asTable(text));

export function asTable(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  const page = document.implementation.createHTMLDocument("");
  const body = page.body.appendChild(page.createElement("table")).appendChild(page.createElement("tbody"));
  for (const line of lines) {
    const row = body.appendChild(page.createElement("tr"));
    for (const cell of line.split("\t")) row.appendChild(page.createElement("td")).textContent = cell;
  }
  return new XMLSerializer().serializeToString(page);
}

const readText = (text: string, language: Language): string => (language === "ru" ? (inEnglish(text) ?? text) : text);

/** Only cells that hold such a text and nothing else are changed. */
export function read(html: string, language: Language): string {
  if (language !== "ru") return html;
  const page = new DOMParser().parseFromString(html, HTML);
  for (const cell of page.querySelectorAll("td, th")) {
    const meant = inEnglish(cell.textContent);
    if (meant !== null) cell.textContent = meant;
  }
  return new XMLSerializer().serializeToString(page);
}
