/** The workbench: the sheet, the pane beside it, and the files that come and go. */
import { render } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Language } from "../../catalogue/words";
import "../../pane/whole-pane.css";
import { Ask, type Answer } from "./ask";
import { examplePath, type ReadySheet } from "./examples";
import { ExamplesDialog } from "./examples-dialog";
import { openInWorker, saveInWorker, Stopped } from "./file-job";
import { bookData } from "./files/book-data";
import type { Encoding } from "./files/decode";
import { FileError } from "./files/file-error";
import type { PlainBook } from "./files/plain-book";
import { textColumns, type Order } from "./files/text-columns";
import { Notices, type Busy, type Message } from "./notices";
import "./page.css";
import { paneHost } from "./pane-host";
import { keepPreferences, readPreferences, type Theme } from "./preferences";
import { sampleBook } from "./sample/sample-book";
import { sheetNameOf } from "./sheet-name";
import { startSheet, type Sheet } from "./sheet";
import { firstWidth, Grip, Side } from "./side";
import { Toolbar } from "./toolbar";
import { useFileDrop } from "./use-file-drop";
import { usePartsKey } from "./use-parts-key";
import { leftOutWords, noticeWords, problemWords, say, WORDS } from "./words";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Shorter work than this is not announced: a flash of a message is worse than none. */
const PATIENCE = 1000;

type Book = { readonly name: string; readonly isSample: boolean };

function Page() {
  const [{ language, theme }, setPreferences] = useState(readPreferences);
  const [book, setBook] = useState<Book>({ name: WORDS.sampleName[language], isSample: true });
  const [isEdited, setEdited] = useState(false);
  const [message, setMessage] = useState<Message | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [question, setQuestion] = useState<((answer: Answer) => void) | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(() => innerWidth > 800);
  const [paneWidth, setPaneWidth] = useState(firstWidth);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  // What callbacks that live as long as the page need of the present state.
  const now = useRef({ language, theme, book, isEdited, sheet, isBusy: false });
  /** Whoever wants to know that a file was opened: the pane, which checks its data. */
  const opened = useRef(new Set<() => void>()).current;
  Object.assign(now.current, { language, theme, book, isEdited, sheet });

  const show = useCallback(async (plain: PlainBook, next: Book) => {
    const data = await bookData(plain, next.name);
    setBook(next);
    await now.current.sheet?.open(data);
    setEdited(false);
    document.documentElement.dataset["state"] = "ready";
  }, []);

  useEffect(() => {
    if (!grid.current) return;
    const started = startSheet(grid.current, now.current);
    now.current.sheet = started;
    started.onEdit(() => setEdited(true));
    Object.assign(globalThis, { workbench: started }); // for tests, and for the curious
    setSheet(started);
    void show(sampleBook(now.current.language), now.current.book);
  }, [show]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isEdited) addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isEdited]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset["theme"] = theme;
    document.title = WORDS.page[language];
    keepPreferences({ language, theme });
  }, [language, theme]);

  const save = useCallback(async (): Promise<boolean> => {
    const { sheet: from, book: saved, language: inLanguage } = now.current;
    if (!from) return false;
    await from.endEditing();
    try {
      const { left, ...plain } = from.plainBook();
      const bytes = await saveInWorker(plain).done;
      download(bytes, `${saved.name}.xlsx`);
      setEdited(false);
      if (left.length > 0) setMessage({ kind: "note", text: leftOutWords(left, inLanguage) });
      return true;
    } catch (error) {
      const isKnown = error instanceof FileError && error.problem.code !== "unreadable";
      setMessage({ kind: "bad", text: isKnown ? problemWords(error.problem, saved.name, inLanguage) : WORDS.saveFailed[inLanguage] });
      return false;
    }
  }, []);

  /** Whether the present workbook may go: nothing would be lost, or the user says so. */
  const mayReplace = useCallback(async (): Promise<boolean> => {
    await now.current.sheet?.endEditing();
    await new Promise((go) => setTimeout(go)); // what was just typed counts as an edit
    if (!now.current.isEdited) return true;
    const answer = await new Promise<Answer>((resolve) => setQuestion(() => resolve));
    setQuestion(null);
    return answer === "discard" || (answer === "save" && (await save()));
  }, [save]);

  const open = useCallback(async (file: File, encoding: Encoding = "utf-8") => {
    if (now.current.isBusy) return;
    now.current.isBusy = true;
    setMessage(null);
    const spoken = () => now.current.language;
    let stop: (() => void) | null = null;
    let rows = 0;
    let isLate = false;
    const tell = (isCalculating: boolean) => {
      if (isLate) setBusy({ file: file.name, rows, isCalculating, stop: isCalculating ? null : stop });
    };
    const timer = setTimeout(() => { isLate = true; tell(false); }, PATIENCE);
    try {
      const job = openInWorker(new Uint8Array(await file.arrayBuffer()), sheetNameOf(file.name), encoding, (count) => { rows = count; tell(false); });
      stop = job.stop;
      const read = await job.done;
      setBusy(null);
      if (!(await mayReplace())) return;
      tell(true);
      await show(read, { name: file.name.replace(/\.[^.]*$/, ""), isSample: false });
      for (const tell of opened) tell();
      const texts = textColumns(read);
      const said = read.notices.map((notice) => noticeWords(notice, spoken()));
      const convert = async (order: Order | null) => {
        if (!texts || !(await mayReplace())) return;
        setMessage(null);
        await show(texts.convert(order), { name: now.current.book.name, isSample: false });
        setEdited(true); // the file still holds texts
        for (const tellAgain of opened) tellAgain();
      };
      if (texts && texts.places.length > 0) said.push(say(WORDS.storedAsText, spoken(), texts.places.join("; ")));
      if (texts?.either) said.push(say(WORDS.eitherOrder, spoken(), texts.either.places.join("; "), texts.either.example));
      const offered: readonly [keyof typeof WORDS, Order | null][] = !texts ? [] : texts.either ? [["dayFirst", "dayFirst"], ["monthFirst", "monthFirst"]] : [["makeNumbers", null]];
      const actions = offered.map(([words, order]) => ({ label: WORDS[words][spoken()], run: () => void convert(order) }));
      if (said.length > 0) setMessage({ kind: "note", text: said.join(" "), actions });
    } catch (error) {
      if (error instanceof Stopped) return;
      const problem = error instanceof FileError ? error.problem : ({ code: "unreadable" } as const);
      const actions = problem.code === "notUtf8" ? [{ label: WORDS.as1251[spoken()], run: () => void open(file, "windows-1251") }] : [];
      setMessage({ kind: "bad", text: problemWords(problem, file.name, spoken()), actions });
    } finally {
      clearTimeout(timer);
      setBusy(null);
      now.current.isBusy = false;
    }
  }, [mayReplace, show]);

  const openFirst = useCallback((files: FileList | null) => {
    const [first] = files ?? [];
    if (!first) return;
    void open(first).then(() => {
      if ((files?.length ?? 0) > 1) setMessage((said) => said ?? { kind: "note", text: say(WORDS.severalFiles, now.current.language, first.name) });
    });
  }, [open]);
  const isDropping = useFileDrop(openFirst);
  usePartsKey();

  const showSample = useCallback(async () => {
    if (!(await mayReplace())) return;
    setMessage(null);
    await show(sampleBook(now.current.language), { name: WORDS.sampleName[now.current.language], isSample: true });
  }, [mayReplace, show]);

  /** By the same way as a file of the user. */
  const openExample = useCallback(async ({ id, words }: ReadySheet) => {
    setChoosing(false);
    const { language: inLanguage } = now.current;
    const name = `${words[inLanguage]}.xlsx`;
    try {
      const answer = await fetch(examplePath(id, inLanguage));
      if (!answer.ok) throw new Error(answer.statusText);
      await open(new File([await answer.blob()], name));
    } catch {
      setMessage({ kind: "bad", text: problemWords({ code: "unreadable" }, name, inLanguage) });
    }
  }, [open]);

  const applyLanguage = useCallback((next: Language) => {
    if (next === now.current.language) return;
    setPreferences((before) => ({ ...before, language: next }));
    now.current.language = next;
    now.current.sheet?.setLanguage(next);
    // An untouched sample is shown in the new language; anything else keeps its words, and only our functions answer in the new one.
    if (now.current.book.isSample && !now.current.isEdited) void show(sampleBook(next), { name: WORDS.sampleName[next], isSample: true });
    else now.current.sheet?.recalculate();
  }, [show]);

  const applyTheme = (next: Theme) => {
    setPreferences((before) => ({ ...before, theme: next }));
    sheet?.setTheme(next);
  };

  const host = useMemo(() => (sheet ? paneHost(sheet, { get: () => now.current.language, set: applyLanguage }, (listener) => {
    opened.add(listener);
    return () => opened.delete(listener);
  }) : null), [sheet, applyLanguage, opened]);
  const word = (words: (typeof WORDS)[keyof typeof WORDS]) => words[language];
  return (
    <div class="frame">
      <Toolbar
        language={language} theme={theme} bookName={book.name} isEdited={isEdited} isPaneOpen={isPaneOpen}
        open={() => input.current?.click()} sample={() => void showSample()} examples={() => setChoosing(true)} save={() => void save()}
        setLanguage={(next) => switchLanguage(next, applyLanguage)} setTheme={applyTheme} togglePane={() => setPaneOpen(!isPaneOpen)}
      />
      <Notices language={language} message={message} busy={busy} close={() => setMessage(null)} />
      <div class="work">
        <section class="grid" aria-label={word(WORDS.sheet)} aria-keyshortcuts="F6">
          <div ref={grid} id="grid" />
          {isPaneOpen && <Grip language={language} width={paneWidth} setWidth={setPaneWidth} />}
        </section>
        <Side host={host} theme={theme} isOpen={isPaneOpen} width={paneWidth} />
      </div>
      <input
        ref={input} type="file" accept=".xlsx,.xlsm,.csv,.tsv,.txt" class="unseen" tabIndex={-1} aria-hidden="true"
        onChange={(event) => {
          openFirst(event.currentTarget.files);
          event.currentTarget.value = ""; // the same file may be opened again
        }}
      />
      {isDropping && <div class="drop"><p>{word(WORDS.drop)}</p></div>}
      {isChoosing && <ExamplesDialog language={language} choose={(chosen) => void openExample(chosen)} close={() => setChoosing(false)} />}
      {question && <Ask language={language} bookName={book.name} answer={question} />}
    </div>
  );
}

/** The pane keeps a language of its own: its switch is pressed, so that a form that is half filled in stays as it is. */
function switchLanguage(next: Language, apply: (language: Language) => void): void {
  const button = document.querySelector<HTMLButtonElement>(`#side .languages button[lang="${next}"]`);
  if (button) button.click();
  apply(next);
}

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const root = document.getElementById("page");
if (root) render(<Page />, root);
