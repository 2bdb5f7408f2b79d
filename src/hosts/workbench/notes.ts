/** What the engine's plug-in for notes on cells gets wrong is put right here. */
import type { Injector, Nullable } from "@univerjs/core";
import { SheetsNoteModel, type ISheetNote } from "@univerjs/sheets-note";

type Model = Pick<SheetsNoteModel, "change$" | "getNote" | "getSheetNotes" | "updateNote" | "removeNote" | "toggleNotePopup" | "deleteUnitNotes">;

export const mendNotes = (injector: Injector): void => mend(injector.get(SheetsNoteModel));

/**
 * The plug-in goes through all notes of a sheet for each cell that is drawn; for an undo of deleted rows it keeps what a note said first; and an
 * undo of a deleted note puts it beside one that has come to its cell since. Here a cell is looked up, has one note, and an undo gives back
 * what was written last.
 */
export function mend(model: Model): void {
  /** By sheet and cell; a sheet is gone through when it is asked for. */
  const places = new Map<string, Map<string, ISheetNote>>();
  const own = { get: model.getNote.bind(model), update: model.updateNote.bind(model), toggle: model.toggleNotePopup.bind(model), unload: model.deleteUnitNotes.bind(model) };

  model.change$.subscribe(({ type, unitId, subUnitId, oldNote, newNote }) => {
    const key = sheetKey(unitId, subUnitId);
    const at = places.get(key);
    if (!at) return;
    // Of many that move at once, one may stand on the cell of another for a moment.
    if (type === "ref") return void places.delete(key);
    if (oldNote && at.get(cellKey(oldNote))?.id === oldNote.id) at.delete(cellKey(oldNote));
    if (newNote) at.set(cellKey(newNote), newNote);
  });
  const placesOf = (unitId: string, sheetId: string): Map<string, ISheetNote> => {
    const key = sheetKey(unitId, sheetId);
    const known = places.get(key);
    if (known) return known;
    const at = new Map([...(model.getSheetNotes(unitId, sheetId)?.values() ?? [])].map((note) => [cellKey(note), note]));
    places.set(key, at);
    return at;
  };
  /** The plug-in remembers the first object of a note: that one is changed. */
  const inPlace = (unitId: string, sheetId: string, note: Nullable<ISheetNote>, change: () => void): void => {
    change();
    const notes = model.getSheetNotes(unitId, sheetId);
    const next = note && notes?.get(note.id);
    if (!note || !next || next === note) return;
    Object.assign(note, next);
    notes!.set(note.id, note);
    placesOf(unitId, sheetId).set(cellKey(note), note);
  };

  model.getNote = (unitId, sheetId, params) => {
    const { noteId, row, col } = params;
    return noteId || row === undefined || col === undefined ? own.get(unitId, sheetId, params) : placesOf(unitId, sheetId).get(cellKey({ row, col }));
  };
  model.updateNote = (unitId, sheetId, row, col, note, silent) => {
    const there = model.getNote(unitId, sheetId, { row, col });
    if (there && note.id && there.id !== note.id) model.removeNote(unitId, sheetId, { noteId: there.id });
    inPlace(unitId, sheetId, model.getNote(unitId, sheetId, { noteId: note.id, row, col }), () => own.update(unitId, sheetId, row, col, note, silent));
  };
  model.toggleNotePopup = (unitId, sheetId, params) => inPlace(unitId, sheetId, model.getNote(unitId, sheetId, params), () => own.toggle(unitId, sheetId, params));
  model.deleteUnitNotes = (unitId) => {
    own.unload(unitId);
    places.clear();
  };
}

const sheetKey = (unitId: string, sheetId: string): string => `${unitId}\u0001${sheetId}`;
const cellKey = ({ row, col }: Pick<ISheetNote, "row" | "col">): string => `${row},${col}`;
