/** The phase Control: plan and fact, what deviates, and what is done about it. */
import { PlanFact } from "./plan-fact";

export function ControlPhase() {
  return <PlanFact />;
}
