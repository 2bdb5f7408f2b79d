/** The bar above the sheet. */
import { LANGUAGES, type Language, type Words } from "../../catalogue/words";
import type { Theme } from "./preferences";
import { WORDS } from "./words";

export type ToolbarProps = {
  readonly language: Language;
  readonly theme: Theme;
  readonly bookName: string;
  readonly isEdited: boolean;
  readonly isPaneOpen: boolean;
  readonly open: () => void;
  readonly sample: () => void;
  readonly examples: () => void;
  readonly save: () => void;
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly togglePane: () => void;
};

const NAMES: Readonly<Record<Language, string>> = { en: "English", ru: "Русский" };

export function Toolbar(props: ToolbarProps) {
  const { language, theme } = props;
  const word = (words: Words) => words[language];
  return (
    <section class="bar" aria-label={word(WORDS.toolbar)}>
      <h1 class="brand"><Funnel />{word(WORDS.product)}</h1>
      <button type="button" class="main" title={word(WORDS.openHint)} onClick={props.open}>{word(WORDS.open)}</button>
      <button type="button" title={word(WORDS.sampleHint)} onClick={props.sample}>{word(WORDS.sample)}</button>
      <button type="button" aria-haspopup="dialog" title={word(WORDS.examplesHint)} onClick={props.examples}>{word(WORDS.examples)}</button>
      <button type="button" onClick={props.save}>{word(WORDS.save)}</button>
      <span class="name"><strong><bdi>{props.bookName}</bdi></strong>{props.isEdited ? ` · ${word(WORDS.unsaved)}` : ""}</span>
      <div class="switch" role="group" aria-label={word(WORDS.language)}>
        {LANGUAGES.map((each) => (
          <button key={each} type="button" lang={each} title={NAMES[each]} aria-label={`${each.toUpperCase()} – ${NAMES[each]}`} aria-pressed={each === language} onClick={() => props.setLanguage(each)}>{each.toUpperCase()}</button>
        ))}
      </div>
      <button type="button" class="icon" aria-pressed={theme === "dark"} aria-label={word(WORDS.dark)} title={word(WORDS.dark)} onClick={() => props.setTheme(theme === "dark" ? "light" : "dark")}><Moon /></button>
      <button type="button" class="icon" aria-pressed={props.isPaneOpen} aria-expanded={props.isPaneOpen} aria-controls="side" aria-label={word(WORDS.pane)} title={word(WORDS.paneHint)} onClick={props.togglePane}><Side /><span class="label">{word(WORDS.pane)}</span></button>
    </section>
  );
}

const Funnel = () => <svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M2 3h20l-7.5 9v7.5l-5 2.5V12z" /></svg>;
const Moon = () => <svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z" /></svg>;
const Side = () => <svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M3 4h18v16H3zm2 2v12h8V6z" /></svg>;
