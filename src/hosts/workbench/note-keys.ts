/** Notes by the keyboard, as in Excel: Shift+F2 writes in that of the selected cell or begins one; Escape leads back to the sheet. */
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SheetsNotePopupService } from "@univerjs/preset-sheets-note";

const ADD = "sheet.operation.add-note-popup";
const NOTE = "[data-u-comp=note-textarea]";
/** The sheet hears keys through an editor that stands somewhere in the page. */
const SHEET = `[id="__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}"]`;

export function noteKeys(api: FUniver, injector: Injector): void {
  const popups = injector.get(SheetsNotePopupService);
  /** That of the selected cell comes after those that are always shown. */
  const focus = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].at(-1)?.focus();
  addEventListener("keydown", (event) => {
    const at = event.target instanceof Element ? event.target : null;
    const isLeaving = event.key === "Escape" && at?.closest(NOTE);
    const isComing = event.key === "F2" && event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey && at?.closest(SHEET) && !api.getActiveWorkbook()?.isCellEditing();
    if (!isLeaving && !isComing) return;
    event.preventDefault();
    event.stopPropagation();
    if (isLeaving) {
      popups.hidePopup(true);
      focus(SHEET);
      return;
    }
    // One that comes now takes the focus when it is ready to be typed in; earlier the first letters would be lost.
    const isShown = document.querySelector(NOTE) !== null;
    void api.executeCommand(ADD).then(() => isShown && focus(NOTE));
  }, true);
}
