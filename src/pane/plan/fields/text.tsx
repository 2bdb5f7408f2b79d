/** One line, or several for long texts. */
import { columnOf } from "../../../plan/plan";
import { FieldShell, type FieldProps } from "./shell";

export function TextField(props: FieldProps & { readonly rows?: number }) {
  const { form, field, rows = 3 } = props;
  const isLong = columnOf(form.table, field)?.kind === "long";
  return (
    <FieldShell {...props}>
      {(parts) => isLong
        ? <textarea {...parts} rows={rows} value={form.text(field)} onInput={(event) => form.set(field, event.currentTarget.value)} />
        : <input {...parts} type="text" autocomplete="off" value={form.text(field)} onInput={(event) => form.set(field, event.currentTarget.value)} />}
    </FieldShell>
  );
}
