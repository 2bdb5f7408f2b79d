/** Copies by whatever way the frame allows: the one around the pane may keep the clipboard to itself. */

export type Copied = { readonly text: string; readonly html?: string };

/** To be called by a press of the user. @returns false where neither way is open: then the user copies by hand */
export async function copy({ text, html }: Copied): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) })]);
    return true;
  } catch {
    return copyOldWay({ text, html });
  }
}

/** Old, and the only way in the frame of a sidebar that has no right to the clipboard. */
function copyOldWay({ text, html }: { readonly text: string; readonly html: string | undefined }): boolean {
  let isDone = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
    isDone = event.clipboardData !== null;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", fill, true);
  try {
    return document.execCommand("copy") && isDone;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fill, true);
  }
}
