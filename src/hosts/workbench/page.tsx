import { startSheet } from "./sheet";
const root = document.getElementById("page")!;
root.style.height = "100vh";
const sheet = startSheet(root, { language: "en", theme: "light" });
Object.assign(globalThis, { workbench: sheet });
void sheet.open({ id: "b", name: "x", appVersion: "0.25.1", sheetOrder: ["s"], styles: {}, sheets: { s: { id: "s", name: "Funnel", rowCount: 100, columnCount: 20, cellData: { 0: { 0: { v: 5 }, 1: { f: "=CAC(A1:A3,2)" } } } } } } as never).then(() => { document.documentElement.dataset["ready"] = "yes"; });
