/** The heading of a screen, with the way back where it was opened from another one. */
import type { ComponentChildren } from "preact";
import { BackIcon } from "../icons";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { PLAN_WORDS } from "./words";

type Props = { readonly title: string; readonly hasBack?: boolean; /** Buttons at the right end. */ readonly children?: ComponentChildren };

export function ScreenHead({ title, hasBack = false, children }: Props) {
  const { say } = useSurroundings();
  const { back } = usePlan();
  return (
    <div class={hasBack ? "screen-head has-back" : "screen-head"}>
      {hasBack && <button type="button" class="back" aria-label={say(PLAN_WORDS.back)} title={say(PLAN_WORDS.back)} onClick={back}><BackIcon /></button>}
      <h2 tabIndex={-1}><bdi>{title}</bdi></h2>
      {children}
    </div>
  );
}
