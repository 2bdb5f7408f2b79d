/** All other fields of a goal, folded: most goals never need them. */
import { useState } from "preact/hooks";
import { useSurroundings } from "../../surroundings";
import { FormField, type Form } from "../fields";
import { GoalField } from "../fields/ref";
import { GOAL_WORDS } from "./words";

export function MoreFields({ form, unit, label }: { readonly form: Form; readonly unit: string | undefined; readonly label: string }) {
  const { say } = useSurroundings();
  const [isOpen, setOpen] = useState(false);
  const isMilestone = form.text("type") === "milestone";
  return (
    <details class="options" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(GOAL_WORDS.more)}</summary>
      <div class="pair">
        <FormField form={form} field="weight" hint={say(GOAL_WORDS.weightHint)} />
        <FormField form={form} field="group" />
      </div>
      {!isMilestone && (
        <>
          <FormField form={form} field="accumulate" hint={say(GOAL_WORDS.accumulateHint)} />
          <div class="pair">
            <FormField form={form} field="commit" unit={unit} hint={say(GOAL_WORDS.commitHint)} />
            <FormField form={form} field="stretch" unit={unit} hint={say(GOAL_WORDS.stretchHint)} />
          </div>
          <div class="pair">
            <FormField form={form} field="path" />
            <FormField form={form} field="pace_by" />
          </div>
        </>
      )}
      <div class="pair">
        <FormField form={form} field="start" />
        <FormField form={form} field="as_of" />
      </div>
      <FormField form={form} field="confidence" hint={say(GOAL_WORDS.confidenceHint)} />
      <GoalField form={form} field="parent_goal" except={label} />
      <GoalField form={form} field="carried_from" except={label} />
      <FormField form={form} field="note" />
    </details>
  );
}
