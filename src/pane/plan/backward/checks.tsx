/** The plan against reality: four tests that decide, and two more views of the same question. */
import { furtherChecks, realityChecks, type PlanCheck, type Reality } from "../../../plan/checks";
import { visible } from "../../spoofing";
import { useSurroundings, type Surroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { shortDay } from "../days";
import { StatusSign } from "../status";
import { BACKWARD_WORDS } from "./words";

const TITLES = {
  capacity: BACKWARD_WORDS.checkCapacity, budget: BACKWARD_WORDS.checkBudget, window: BACKWARD_WORDS.checkWindow, conversion: BACKWARD_WORDS.checkConversion, quotas: BACKWARD_WORDS.checkQuotas,
  coverage: BACKWARD_WORDS.checkCoverage,
};

export function Checks({ reality, currency }: { readonly reality: Reality; readonly currency: string | null }) {
  const surroundings = useSurroundings();
  const { say } = surroundings;
  const { today } = usePlan();
  return (
    <section aria-label={say(BACKWARD_WORDS.checks)}>
      <h3>{say(BACKWARD_WORDS.checks)}</h3>
      <ul class="checks">
        {[...realityChecks(reality), ...furtherChecks(reality)].map((check) => (
          <li key={check.id} class={check.ok === null ? "quiet" : check.ok ? "good" : "bad"}>
            <StatusSign status={check.ok === null ? "noData" : check.ok ? "onPlan" : "missed"} />
            <span>
              <span class="check-title">{say(TITLES[check.id])}<span class="unseen">: {say(check.ok === null ? BACKWARD_WORDS.unknown : check.ok ? BACKWARD_WORDS.yes : BACKWARD_WORDS.no)}</span></span>
              <span class="caption"><bdi>{detail(check, currency, today, surroundings)}</bdi></span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function detail({ id, ok, have, need, stage }: PlanCheck, currency: string | null, today: number, { say, language }: Surroundings): string {
  if (ok === null || have === null) return say(BACKWARD_WORDS.unknown);
  const rate = (value: number) => amount(value, "%", language, null);
  switch (id) {
    case "window":
      return say(BACKWARD_WORDS.windowFrom, shortDay(have, language, today));
    case "conversion":
      return say(BACKWARD_WORDS.stageBest, visible(stage ?? ""), rate(have), rate(need ?? 0));
    case "coverage":
      return say(BACKWARD_WORDS.haveNeed, say(BACKWARD_WORDS.times, amount(have, null, language, null)), say(BACKWARD_WORDS.times, amount(need ?? 0, null, language, null)));
    default:
      return say(BACKWARD_WORDS.haveNeed, amount(have, "money", language, currency), amount(need ?? 0, "money", language, currency));
  }
}
