/** @jest-environment jsdom */
/** The pane follows the theme of Excel. */
import { followTheme, themeOf } from "../../../src/hosts/excel/theme";

test.each([
  ["Excel does not tell", undefined, null],
  ["dark, as told", { isDarkTheme: true, bodyBackgroundColor: "#FFFFFF" }, "dark"],
  ["light, as told", { isDarkTheme: false }, "light"],
  ["an older Excel with a black theme", { bodyBackgroundColor: "#262626" }, "dark"],
  ["an older Excel with a white theme", { bodyBackgroundColor: "#E6E6E6" }, "light"],
  ["a colour that is none", { bodyBackgroundColor: "window" }, null],
] as const)("%s", (_, office, theme) => expect(themeOf(office)).toBe(theme));

test("is read again when the pane gets the focus", () => {
  const context: { officeTheme?: { isDarkTheme: boolean } } = { officeTheme: { isDarkTheme: true } };
  Object.assign(globalThis, { Office: { context } });
  const root = document.createElement("div");
  followTheme(root);
  expect(root.dataset["theme"]).toBe("dark");
  context.officeTheme = { isDarkTheme: false };
  dispatchEvent(new Event("focus"));
  expect(root.dataset["theme"]).toBe("light");
  delete context.officeTheme;
  dispatchEvent(new Event("focus"));
  expect(root.dataset["theme"]).toBeUndefined();
});
