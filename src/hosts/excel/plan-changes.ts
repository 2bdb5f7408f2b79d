/** Who changed the sheets: hand edits of this user and whatever others do, but not what the add-in writes itself. */

/** Several edits that follow each other are one. */
const REST_MS = 500;
/** Excel tells of a writing later than it has answered it. */
const ECHO_MS = 2000;

export type Changes = {
  readonly onChange: (listener: () => void) => () => void;
  /** To be told before and after each writing. */
  readonly writing: (isOn: boolean) => void;
};

export function changesOfSheets(): Changes {
  let [writes, last] = [0, 0];
  const isEcho = ({ source, triggerSource }: Pick<Excel.WorksheetChangedEventArgs, "source" | "triggerSource">): boolean => {
    // Versions that do not tell the trigger: what comes while or right after the add-in writes is its own.
    if ((triggerSource as string | undefined) === undefined) return source === Excel.EventSource.local && (writes > 0 || Date.now() - last < ECHO_MS);
    return triggerSource === Excel.EventTriggerSource.thisLocalAddin;
  };
  return {
    writing(isOn) {
      writes += isOn ? 1 : -1;
      last = Date.now();
    },
    onChange(listener) {
      if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return () => undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isStopped = false;
      // On any sheet: a fact may be a formula over the user's own data.
      const changed = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
        if (!isStopped && !isEcho(event)) {
          clearTimeout(timer);
          timer = setTimeout(listener, REST_MS);
        }
        return Promise.resolve();
      };
      const listening = Excel.run(async (context) => {
        const handler = context.workbook.worksheets.onChanged.add(changed);
        await context.sync();
        return handler;
      });
      // Without it hand edits are found at the next opening or saving.
      listening.catch(() => undefined);
      return () => {
        isStopped = true;
        clearTimeout(timer);
        listening.then((handler) => Excel.run(handler.context, async (context) => {
          handler.remove();
          await context.sync();
        })).catch(() => undefined);
      };
    },
  };
}
