/** The phase Control: plan and fact, what deviates, and what is done about it. */
import type { Screen } from "../screens";
import { CloseCycle } from "../close/close-cycle";
import { ActionForm } from "./action-form";
import { Actions } from "./actions";
import { DeviationCard } from "./deviation-card";
import { PlanFact } from "./plan-fact";
import { ReportScreen } from "../report/report";
import { Queue } from "./queue";

export function ControlPhase({ screen }: { readonly screen: Screen }) {
  switch (screen.at) {
    case "queue":
      return <Queue goal={screen.goal ?? null} />;
    case "deviation":
      return <DeviationCard key={screen.goal} row={screen.goal} />;
    case "action":
      return <ActionForm key={`${screen.row ?? "new"} ${screen.goal ?? ""} ${screen.action ?? ""}`} row={screen.row} goalRow={screen.goal} text={screen.action ?? null} />;
    case "close":
      return <CloseCycle />;
    case "actions":
      return <Actions />;
    case "report":
      return <ReportScreen />;
    default:
      return <PlanFact />;
  }
}
