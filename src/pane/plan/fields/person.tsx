/** A person: typed, with the names that the plan already knows to choose from. */
import { useId, useMemo } from "preact/hooks";
import { nameKey } from "../../../core/order";
import type { Plan } from "../../../plan/plan";
import { usePlan } from "../context";
import { FieldShell, type FieldProps } from "./shell";

export function PersonField(props: FieldProps) {
  const { plan } = usePlan();
  const { form, field } = props;
  const list = useId();
  const names = useMemo(() => namesIn(plan), [plan]);
  return (
    <FieldShell {...props}>
      {(parts) => (
        <>
          <input {...parts} type="text" autocomplete="off" list={list} value={form.text(field)} onInput={(event) => form.set(field, event.currentTarget.value)} />
          <datalist id={list}>{names.map((name) => <option key={name} value={name} />)}</datalist>
        </>
      )}
    </FieldShell>
  );
}

/** The team first, then whoever owns something; each once. */
function namesIn({ rows }: Plan): readonly string[] {
  const seen = new Map<string, string>();
  const all = [...rows.team.map(({ fields }) => fields.person), ...[...rows.goals, ...rows.tasks, ...rows.actions].map(({ fields }) => fields.owner)];
  for (const name of all) if (name !== null && !seen.has(nameKey(name))) seen.set(nameKey(name), name);
  return [...seen.values()];
}
