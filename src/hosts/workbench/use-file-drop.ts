/** Files dropped anywhere on the page. Before the sheet sees them: it would take a drop for its own. */
import { useEffect, useState } from "preact/hooks";

/** @returns whether files are being dragged over the page */
export function useFileDrop(open: (files: FileList | null) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      open(event.dataTransfer?.files ?? null);
    };
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name as keyof typeof listeners, listener, true);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) removeEventListener(name as keyof typeof listeners, listener, true);
    };
  }, [open]);
  return isOver;
}
