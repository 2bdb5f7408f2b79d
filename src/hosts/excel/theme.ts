/** The pane follows the theme of Excel, which need not be that of the system. */

/** `null`: Excel does not tell, and the system decides. Older versions tell colours only. */
export function themeOf(office: Partial<Office.OfficeTheme> | undefined): "light" | "dark" | null {
  if (office === undefined) return null;
  if (typeof office.isDarkTheme === "boolean") return office.isDarkTheme ? "dark" : "light";
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(office.bodyBackgroundColor ?? "") ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const [r, g, b] = [red, green, blue].map((part) => Number.parseInt(part, 16)) as [number, number, number];
  return 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
}

/** Excel has no event for a change of its theme: it is read again whenever the pane gets the focus. */
export function followTheme(root: HTMLElement): void {
  const apply = (): void => {
    const theme = themeOf(Office.context.officeTheme as Office.OfficeTheme | undefined);
    if (theme === null) delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
  };
  apply();
  addEventListener("focus", apply);
}
