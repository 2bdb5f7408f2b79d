/** The task pane beside the sheet, and the grip that changes its width. */
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../catalogue/words";
import type { PaneHost } from "../../pane/host";
import { mountPane } from "../../pane/pane";
import type { Theme } from "./preferences";
import { WORDS } from "./words";

const WIDTH = { least: 320, most: 720, step: 20 } as const;
const allowed = (width: number): number => Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)));

/** The width of the pane at first: a good quarter of the page. */
export const firstWidth = (): number => Math.min(380, allowed(innerWidth * 0.28));

/** No landmark of its own: the pane inside brings its `main`. */
export function Side({ host, theme, isOpen, width }: { readonly host: PaneHost | null; readonly theme: Theme; readonly isOpen: boolean; readonly width: number }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current && host) mountPane(root.current, host);
  }, [host]);
  return (
    <div id="side" class="side" hidden={!isOpen} style={{ "--side": `${width}px` }}>
      <div ref={root} class="pane" data-theme={theme} />
    </div>
  );
}

/** Stands at the right edge of the sheet. */
export function Grip({ language, width, setWidth }: { readonly language: Language; readonly width: number; readonly setWidth: (width: number) => void }) {
  return (
    <div
      class="grip" role="separator" tabIndex={0} aria-orientation="vertical" aria-label={WORDS.paneWidth[language]} aria-valuemin={WIDTH.least} aria-valuemax={WIDTH.most} aria-valuenow={width}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") setWidth(allowed(width + WIDTH.step));
        if (event.key === "ArrowRight") setWidth(allowed(width - WIDTH.step));
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) setWidth(allowed(innerWidth - event.clientX));
      }}
    />
  );
}
