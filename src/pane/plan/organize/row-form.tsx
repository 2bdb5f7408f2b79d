/** A form over one row of a simple table: fields in order, some of them folded, one save. */
import type { ComponentChildren } from "preact";
import type { Operation, Patch } from "../../../plan/operation";
import type { PlanRow } from "../../../plan/plan";
import type { TableKey } from "../../../plan/tables";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { FormField, type Form } from "../fields";
import { focusFirstProblem, FormFoot } from "../fields/form-foot";
import { ScreenHead } from "../screen-head";
import { ORGANIZE_WORDS } from "./words";

type Props<T extends TableKey> = {
  readonly form: Form;
  readonly table: T;
  readonly row: PlanRow<T> | null;
  /** Heading: of a new row, or of the row that is there. */
  readonly title: string;
  /** For the list of actions. */
  readonly saved: (form: Form) => string;
  /** A line of fields: one, or a pair. */
  readonly fields: readonly (string | readonly [string, string])[];
  readonly folded: readonly (string | readonly [string, string])[];
  /** Signs behind fields, such as ₽. */
  readonly units?: Readonly<Record<string, string>>;
  /** What saving writes; the plain patch of the fields where it is left out. */
  readonly operations?: (patch: Patch) => readonly Operation[];
  readonly children?: ComponentChildren;
};

export function RowForm<T extends TableKey>({ form, table, row, title, saved, fields, folded, units, operations, children }: Props<T>) {
  const { say } = useSurroundings();
  const { save, newRow, back, isReadOnly } = usePlan();
  const submit = (event: Event) => {
    event.preventDefault();
    const patch = form.patch();
    if (patch === null) return focusFirstProblem(event.currentTarget);
    const plain: readonly Operation[] = [row ? { kind: "update", table, row: row.row, fields: patch } : { kind: "create", table, row: newRow(), fields: patch }];
    if (Object.keys(patch).length > 0 && !save(saved(form), operations?.(patch) ?? plain)) return;
    form.reset();
    back();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ScreenHead title={visible(title)} hasBack />
      {children}
      <fieldset class="plain" disabled={isReadOnly}>
        <Lines form={form} lines={fields} units={units} />
        {folded.length > 0 && (
          <details class="options">
            <summary>{say(ORGANIZE_WORDS.more)}</summary>
            <Lines form={form} lines={folded} units={units} />
          </details>
        )}
      </fieldset>
      <FormFoot form={form} />
    </form>
  );
}

function Lines({ form, lines, units = {} }: { readonly form: Form; readonly lines: Props<TableKey>["fields"]; readonly units: Props<TableKey>["units"] }) {
  const field = (name: string) => <FormField key={name} form={form} field={name} unit={units[name]} />;
  return <>{lines.map((line) => (typeof line === "string" ? field(line) : <div key={line.join()} class="pair">{line.map(field)}</div>))}</>;
}
