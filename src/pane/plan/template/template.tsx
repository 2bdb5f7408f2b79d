/** Templates: this plan as one, and a new cycle out of one. */
import { nameKey } from "../../../core/order";
import { cycleOfTemplate, planOfTemplate } from "../../../plan/from-template";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import type { StartProps } from "../first-run";
import { FIRST_WORDS } from "../first-words";
import { ScreenHead } from "../screen-head";
import { SaveTemplate } from "./save-template";
import { TakeTemplate } from "./take-template";
import { TEMPLATE_WORDS } from "./words";

export function TemplateScreen() {
  const { say } = useSurroundings();
  const { plan, cycle, today, newRow, save, back, isReadOnly } = usePlan();
  return (
    <>
      <ScreenHead title={say(TEMPLATE_WORDS.title)} hasBack />
      {cycle && <SaveTemplate cycle={cycle} />}
      {!isReadOnly && (
        <section aria-label={say(TEMPLATE_WORDS.take)}>
          <h3>{say(TEMPLATE_WORDS.take)}</h3>
          <p>{say(TEMPLATE_WORDS.takeAbout)}</p>
          <TakeTemplate today={today} newRow={newRow} button={TEMPLATE_WORDS.add} isTaken={(key) => plan.rows.cycles.some(({ fields }) => nameKey(fields.cycle_id ?? "") === nameKey(key))}
            take={(template, beginning) => {
              if (save(say(TEMPLATE_WORDS.added, beginning.key), cycleOfTemplate(template, beginning, plan))) back();
            }} />
        </section>
      )}
    </>
  );
}

/** The first run. */
export function TemplateStart({ planning, today }: StartProps) {
  const { say, language } = useSurroundings();
  return <TakeTemplate today={today} newRow={planning.newRow} button={FIRST_WORDS.create} isTaken={() => false} take={(template, beginning) => planning.start(say(TEMPLATE_WORDS.started), language, planOfTemplate(template, beginning))} />;
}
