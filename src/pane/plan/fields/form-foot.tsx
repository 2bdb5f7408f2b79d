/** The end of a form: what was kept from before, and the button that stays in sight. */
import type { ComponentChildren } from "preact";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { wholePress } from "./press";
import { PLAN_WORDS } from "../words";
import type { Form } from "./use-form";
import { FIELD_WORDS } from "./words";

type Props = { readonly form: Pick<Form, "isKept" | "reset">; /** Instead of «Save». */ readonly label?: string; readonly children?: ComponentChildren };

export function FormFoot({ form, label, children }: Props) {
  const { say } = useSurroundings();
  const { isReadOnly } = usePlan();
  return (
    <>
      {children}
      <div class="form-foot">
        {form.isKept && <p class="caption">{say(FIELD_WORDS.kept)} <button type="button" class="link" onClick={form.reset}>{say(FIELD_WORDS.discard)}</button></p>}
        {!isReadOnly && <button type="submit" class="main" onMouseDown={wholePress}>{label ?? say(PLAN_WORDS.save)}</button>}
      </div>
    </>
  );
}

/** To be called when saving found something wrong: goes to the first such field, and unfolds the part it stands in. */
export function focusFirstProblem(form: EventTarget | null, wrong = '[aria-invalid="true"]'): void {
  if (!(form instanceof HTMLElement)) return;
  requestAnimationFrame(() => {
    const first = form.querySelector<HTMLElement>(wrong);
    const folded = first?.closest("details");
    if (folded) folded.open = true;
    first?.focus();
  });
}
