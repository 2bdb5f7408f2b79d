/** How cells of the sample look. */
import type { PlainStyle } from "../files/plain-book";

const all = {
  none: {},
  right: { align: "right" },
  probability: { pattern: "0.000" },
  input: { pattern: "#,##0", fill: "#fff6d6", align: "right" },
  inputPercent: { pattern: "0%", fill: "#fff6d6", align: "right" },
  inputDate: { pattern: "yyyy-mm-dd", fill: "#fff6d6", align: "right" },
  bigDate: { pattern: "yyyy-mm-dd", bold: true, align: "right" },
  header: { bold: true, fill: "#dcefea" },
  headerRight: { bold: true, fill: "#dcefea", align: "right" },
  title: { bold: true, size: 18, color: "#0b5d52" },
  note: { color: "#5f6b6a" },
  section: { bold: true, size: 13, color: "#0b5d52" },
  percent: { pattern: "0.0%" },
  money: { pattern: "#,##0" },
  decimal: { pattern: "#,##0.0" },
  decimal2: { pattern: "#,##0.00" },
  date: { pattern: "yyyy-mm-dd" },
  moment: { pattern: "yyyy-mm-dd hh:mm" },
  month: { pattern: "mmm yyyy" },
  monthLeft: { pattern: "mmm yyyy", align: "left" },
  number: { align: "left" },
  bigPercent: { pattern: "0.0%", bold: true, align: "right" },
  bigMoney: { pattern: "#,##0", bold: true, align: "right" },
  bigDecimal: { pattern: "#,##0.0", bold: true, align: "right" },
} as const satisfies Record<string, PlainStyle>;

export type StyleName = keyof typeof all;
const names = Object.keys(all) as StyleName[];
export const STYLES: readonly PlainStyle[] = names.map((name) => all[name]);
export const STYLE = Object.fromEntries(names.map((name, number) => [name, number])) as Readonly<Record<StyleName, number>>;
