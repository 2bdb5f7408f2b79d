/** A day: typed, or chosen in the calendar of the browser, which opens by a click on the sign beside it. */
import { isoDay } from "../../../core/calendar";
import { useSurroundings } from "../../surroundings";
import { dayText, typedDay } from "../days";
import { DayIcon } from "../icons";
import { usePlan } from "../context";
import { FieldShell, labelOf, type FieldProps, type InputParts } from "./shell";
import { FIELD_WORDS } from "./words";

type InputProps = { readonly parts: InputParts; readonly label: string; readonly text: string; readonly set: (text: string) => void; readonly today: number; /** The day that counts while none is typed; today where nothing is said. */ readonly otherwise?: number | undefined };

export function DateInput({ parts, label, text, set, today, otherwise = today }: InputProps) {
  const { say, language } = useSurroundings();
  const day = typedDay(text, today);
  const choose = (iso: string) => {
    const chosen = typedDay(iso, today);
    if (chosen !== null) set(dayText(chosen, language));
  };
  return (
    <div class="with-calendar">
      <input {...parts} type="text" autocomplete="off" placeholder={dayText(otherwise, language)} value={text} onInput={(event) => set(event.currentTarget.value)} />
      {/* Whoever types does not need it, so it is no stop for Tab. A real field, because a program beside a sheet may not open it from code. */}
      <span class="calendar">
        <DayIcon />
        <input type="date" tabIndex={-1} aria-hidden="true" title={say(FIELD_WORDS.calendar, label)} value={day === null ? "" : isoDay(day)} onInput={(event) => choose(event.currentTarget.value)} />
      </span>
    </div>
  );
}

export function DateField(props: FieldProps) {
  const { language } = useSurroundings();
  const { today } = usePlan();
  const { form, field } = props;
  return (
    <FieldShell {...props}>
      {(parts) => <DateInput parts={parts} label={labelOf(props)[language]} text={form.text(field)} set={(text) => form.set(field, text)} today={today} />}
    </FieldShell>
  );
}
