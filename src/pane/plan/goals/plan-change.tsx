/** A plan that is changed after the start must say why: the old one and the reason go into the note, so that it is not rewritten backwards. */
import { columnOf, type PlanRow } from "../../../plan/plan";
import type { Goal } from "../../../plan/cycles";
import type { Patch } from "../../../plan/operation";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { dayText } from "../days";
import type { Form } from "../fields";
import { Shell } from "../fields/shell";
import { fieldText } from "../fields/typed-field";
import { FIELD_WORDS } from "../fields/words";
import { amount } from "../amounts";
import { useState } from "preact/hooks";
import { GOAL_WORDS } from "./words";

export type Reason = {
  readonly isAsked: boolean;
  readonly text: string;
  readonly set: (text: string) => void;
  readonly tried: boolean;
  /** What the note gets; null where the reason is missing. */
  readonly note: () => Patch | null;
  /** After saving: forgets what was typed. */
  readonly reset: () => void;
};

export function useReason(form: Form, goal: Goal | null): Reason {
  const { say, language, notation } = useSurroundings();
  const { today, cycle, drafts } = usePlan();
  const [tried, setTried] = useState(false);
  const [, redraw] = useState(0);
  const name = `why ${goal?.row ?? "new"}`;
  const text = drafts.get(name)?.get("why") ?? "";
  const target = form.value("target");
  const before = goal?.fields.target ?? null;
  const isAsked = goal !== null && before !== null && typeof target === "number" && target !== before && (goal.fields.start ?? Infinity) <= today && goal.fields.type !== "milestone";
  return {
    isAsked, text, tried,
    reset: () => void drafts.delete(name),
    set: (typed) => {
      drafts.set(name, new Map([["why", typed]]));
      redraw((count) => count + 1);
    },
    note: (): Patch | null => {
      if (!isAsked) return {};
      setTried(true);
      if (text.trim() === "") return null;
      const show = (value: number) => amount(value, goal.fields.unit, language, cycle?.fields.currency ?? null);
      const line = say(GOAL_WORDS.changedNote, dayText(today, language), show(before), show(target), text.trim());
      const typed = form.value("note");
      const note = typeof typed === "string" ? typed : fieldText(columnOf("goals", "note")!, goal as PlanRow, { language, notation, today, percent: false });
      return { note: note === "" ? line : `${note}\n${line}` };
    },
  };
}

export function PlanChange({ reason: { isAsked, text, set, tried } }: { readonly reason: Reason }) {
  const { say } = useSurroundings();
  return isAsked ? (
    <Shell name="why" label={say(GOAL_WORDS.whyChanged)} problem={tried && text.trim() === "" ? FIELD_WORDS.isRequired : null} isRequired hint={say(GOAL_WORDS.whyHint)}>
      {(parts) => <textarea {...parts} rows={2} value={text} onInput={(event) => set(event.currentTarget.value)} />}
    </Shell>
  ) : null;
}
