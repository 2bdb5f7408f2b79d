/** What every field has around it: its label, a hint, and what is wrong with it. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { columnOf } from "../../../plan/plan";
import { isTooLongFor } from "../../../plan/text-limits";
import type { Words } from "../../../plan/words";
import { useSurroundings } from "../../surroundings";
import { visible } from "../../spoofing";
import type { Form } from "./use-form";
import { FIELD_WORDS } from "./words";

/** What the input itself must say: its id, its name in tests, and what describes it. */
export type InputParts = { readonly id: string; readonly "data-field": string; readonly "aria-invalid": boolean; readonly "aria-describedby": string; readonly required: boolean };

type ShellProps = {
  /** Names the field in tests. */
  readonly name: string;
  readonly label: string;
  readonly problem: Words | null;
  readonly isRequired: boolean;
  /** Saving was tried, or more typing makes it only worse: the problem is shown even while one types. */
  readonly wasTried?: boolean;
  readonly hint?: ComponentChildren;
  readonly children: (parts: InputParts) => ComponentChildren;
};

export function Shell({ name, label, problem, isRequired, wasTried = false, hint, children }: ShellProps) {
  const { say } = useSurroundings();
  const id = useId();
  const [hasFocus, setFocus] = useState(false);
  // While a number is being typed it is wrong most of the time.
  const isShown = problem !== null && (!hasFocus || wasTried);
  return (
    <div class="field" onFocusIn={() => setFocus(true)} onFocusOut={() => setFocus(false)}>
      <label class="label" for={id}>
        {label}
        {/* The input itself says so to those who hear the pane. */}
        {isRequired && <span class="must" aria-hidden="true">{"\u00a0*"}</span>}
      </label>
      {children({ id, "data-field": name, "aria-invalid": isShown, "aria-describedby": `${id}-hint`, required: isRequired })}
      <div class="hint" id={`${id}-hint`}>
        {isShown ? <span class="problem">{say(problem)}</span> : hint}
      </div>
    </div>
  );
}

/** Of a field in a form over a row. */
export type FieldProps = {
  readonly form: Form;
  /** A column of the form's table. */
  readonly field: string;
  /** Instead of the column's header. */
  readonly label?: Words | undefined;
  readonly hint?: ComponentChildren;
};

export const labelOf = ({ form, field, label }: FieldProps): Words => label ?? columnOf(form.table, field)!.header;

export function FieldShell({ children, ...props }: FieldProps & Pick<ShellProps, "children">) {
  const { say, language } = useSurroundings();
  const { form, field, hint } = props;
  const now = form.meanwhile(field);
  const words = columnOf(form.table, field)?.codes?.find(({ code }) => code === now)?.words[language] ?? now;
  const all = words === null ? hint : <>{hint}<span class="problem" role="status"> {say(FIELD_WORDS.meanwhile, words === "" ? "–" : visible(words).slice(0, 60))}</span></>;
  return <Shell name={field} label={labelOf(props)[language]} problem={form.problem(field)} isRequired={form.isRequired(field)} wasTried={form.wasTried || isTooLongFor(form.table, field, form.text(field))} hint={all}>{children}</Shell>;
}
