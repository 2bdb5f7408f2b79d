/** The menu. In a file where the add-on is installed but not yet used, nothing but the menu itself is allowed (AuthMode.NONE). */
import type { Language, Words } from "../../catalogue/words";
import { languageOfLocale } from "./locale";

declare const VORONKA_LANGUAGE: Language;

const WORDS = {
  open: { en: "Insert a formula", ru: "Вставить формулу" },
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
  SpreadsheetApp.getUi().createAddonMenu().addItem(WORDS.open[userLanguage()], "showSidebar").addToUi();
}

/** Installing does not open the file again: the menu must be added here too. */
export function onInstall(): void {
  onOpen();
}

export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("Sidebar").setTitle(WORDS.title[userLanguage()]));
}
