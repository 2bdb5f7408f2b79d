/** The task pane beside the sheet, and the grip that changes its width. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../catalogue/words";
import type { PaneHost } from "../../pane/host";
import { mountPane } from "../../pane/pane";
import type { Theme } from "./preferences";
import { WORDS } from "./words";

const WIDTH = { least: 320, most: 720, step: 20 } as const;
const firstWidth = () => Math.round(Math.min(380, Math.max(WIDTH.least, innerWidth * 0.28)));

type SideProps = { readonly host: PaneHost | null; readonly language: Language; readonly theme: Theme; readonly isOpen: boolean };

export function Side({ host, language, theme, isOpen }: SideProps) {
  const root = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(firstWidth);
  useEffect(() => {
    if (root.current && host) mountPane(root.current, host);
  }, [host]);
  const resize = (wanted: number) => setWidth(Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, wanted))));
  return (
    <aside id="side" class="side" hidden={!isOpen} style={{ "--side": `${width}px` }} aria-label={WORDS.pane[language]}>
      <div
        class="grip" role="separator" tabIndex={0} aria-orientation="vertical" aria-label={WORDS.paneWidth[language]} aria-valuemin={WIDTH.least} aria-valuemax={WIDTH.most} aria-valuenow={width}
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") resize(width + WIDTH.step);
          if (event.key === "ArrowRight") resize(width - WIDTH.step);
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(innerWidth - event.clientX);
        }}
      />
      <div ref={root} class="pane" data-theme={theme} />
    </aside>
  );
}
