/** A number as people type it: `1 500 000,50`, `1,5 млн`, `25%`; what was understood stands below while it is not obvious. */
import type { Typed } from "../../../plan/plan";
import { useSurroundings, type Surroundings } from "../../surroundings";
import { amount } from "../amounts";
import { FieldShell, type FieldProps, type InputParts } from "./shell";
import { FIELD_WORDS } from "./words";

type InputProps = {
  readonly parts: InputParts;
  readonly text: string;
  readonly set: (text: string) => void;
  /** A sign behind the field, such as ₽ or %. */
  readonly unit?: string | undefined;
};

export const NumberInput = ({ parts, text, set, unit }: InputProps) => (
  <div class={unit ? "with-unit" : ""}>
    <input {...parts} type="text" inputMode="decimal" autocomplete="off" value={text} onInput={(event) => set(event.currentTarget.value)} />
    {unit && <span class="unit" aria-hidden="true">{unit}</span>}
  </div>
);

export function NumberField(props: FieldProps & { readonly unit?: string | undefined }) {
  const surroundings = useSurroundings();
  const { form, field, unit, hint } = props;
  const isPercent = form.isPercent(field);
  return (
    <FieldShell {...props} hint={understood(form.text(field), form.value(field), isPercent, surroundings) ?? hint}>
      {(parts) => <NumberInput parts={parts} text={form.text(field)} set={(text) => form.set(field, text)} unit={isPercent ? "%" : unit} />}
    </FieldShell>
  );
}

/** `= 1 500 000` for «1,5 млн»; null for plain digits. */
export function understood(text: string, value: Typed | undefined, isPercent: boolean, { say, language }: Pick<Surroundings, "say" | "language">): string | null {
  const hasLetters = text.toLowerCase() !== text.toUpperCase();
  if (typeof value !== "number" || !hasLetters) return null;
  return say(FIELD_WORDS.readsAs, isPercent ? amount(value, "%", language, null) : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value));
}
