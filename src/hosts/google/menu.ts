/** The menu. In a file where the add-on is installed but not yet used, nothing but the menu itself is allowed (AuthMode.NONE). */
import type { Language, Words } from "../../catalogue/words";
import type { View } from "../../pane/host";
import { languageOfLocale } from "./locale";

declare const VORONKA_LANGUAGE: Language;

const WORDS = {
  functions: { en: "Insert a formula", ru: "Вставить формулу" },
  plan: { en: "Plan of the department", ru: "План отдела" },
  title: { en: "Voronka", ru: "Воронка" },
} as const satisfies Record<string, Words>;

/** The language of the user, for menu and sidebar. */
export function userLanguage(): Language {
  try {
    return languageOfLocale(Session.getActiveUserLocale());
  } catch {
    return VORONKA_LANGUAGE;
  }
}

export function onOpen(): void {
  const language = userLanguage();
  SpreadsheetApp.getUi().createAddonMenu().addItem(WORDS.functions[language], "showSidebar").addItem(WORDS.plan[language], "showPlan").addToUi();
}

/** Installing does not open the file again: the menu must be added here too. */
export function onInstall(): void {
  onOpen();
}

export const showSidebar = (): void => openPart("functions");
export const showPlan = (): void => openPart("plan");

/** Two pages, because each opening pays for every byte, and Sheets shows one sidebar at a time. */
export function openPart(view: View): void {
  const page = HtmlService.createHtmlOutputFromFile(view === "plan" ? "Plan" : "Sidebar").setTitle(WORDS.title[userLanguage()]);
  if (view === "dataCheck") page.append(`<meta name="view" content="${view}">`);
  SpreadsheetApp.getUi().showSidebar(page);
}
