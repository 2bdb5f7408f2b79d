/** One suggestion: what would help the plan most now. It can be hidden until the next one. */
import { useState } from "preact/hooks";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { CloseIcon, NextIcon } from "./icons";
import { nextStep } from "./suggestion";
import { PLAN_WORDS } from "./words";

export function NextStep() {
  const { say } = useSurroundings();
  const { plan, cycle, today, go, isReadOnly, problems } = usePlan();
  const [hidden, hide] = useState<string | null>(null);
  const step = nextStep(plan, cycle, today, problems);
  const text = step && say(step.words, visible(String(step.value)));
  if (step === null || isReadOnly || text === hidden) return null;
  return (
    <div class="next-step">
      <button type="button" class="next-go" data-opens={JSON.stringify(step.to)} onClick={() => go(step.to)}>
        <span><span class="caption">{say(PLAN_WORDS.nextStep)}</span> <bdi>{text}</bdi></span>
        <NextIcon />
      </button>
      <button type="button" class="next-hide" aria-label={say(PLAN_WORDS.hideStep)} title={say(PLAN_WORDS.hideStep)} onClick={() => hide(text)}><CloseIcon /></button>
    </div>
  );
}
