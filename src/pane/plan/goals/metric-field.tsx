/** The metric, free or out of a list, and its unit; a known one brings its unit and how it accumulates. */
import { useId } from "preact/hooks";
import { METRICS, metricOf } from "../../../plan/metrics";
import { useSurroundings } from "../../surroundings";
import { ChoiceField } from "../fields/choice";
import { FieldShell } from "../fields/shell";
import type { Form } from "../fields";
import { GOAL_WORDS } from "./words";

export function MetricField({ form, isNew }: { readonly form: Form; readonly isNew: boolean }) {
  const { language } = useSurroundings();
  const list = useId();
  const type = (text: string) => {
    form.set("metric", text);
    const known = isNew ? metricOf(text) : undefined;
    if (!known) return;
    form.set("unit", known.unit);
    form.set("accumulate", known.accumulate);
    form.set("type", known.type);
  };
  return (
    <div class="pair">
      <FieldShell form={form} field="metric" label={GOAL_WORDS.metric}>
        {(parts) => (
          <>
            <input {...parts} type="text" autocomplete="off" list={list} value={form.text("metric")} onInput={(event) => type(event.currentTarget.value)} />
            <datalist id={list}>{Object.values(METRICS).map(({ words }) => <option key={words.en} value={words[language]} />)}</datalist>
          </>
        )}
      </FieldShell>
      <ChoiceField form={form} field="unit" label={GOAL_WORDS.unit} />
    </div>
  );
}
