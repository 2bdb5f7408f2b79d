/** The phase Plan: goals and how they follow from each other, cycles. */
import { Backward } from "../backward/backward";
import { CohortData } from "../backward/cohort-data";
import { Cohorts } from "../backward/cohorts";
import { StageForm } from "../backward/stage-form";
import type { Screen } from "../screens";
import { TemplateScreen } from "../template/template";
import { CycleForm } from "./cycle-form";
import { Cycles } from "./cycles";
import { GoalForm } from "./goal-form";
import { GoalList } from "./goal-list";
import { Indicators } from "./indicators";

export function GoalsPhase({ screen }: { readonly screen: Screen }) {
  switch (screen.at) {
    case "goal":
      return <GoalForm key={screen.row ?? `new ${screen.metric ?? ""}`} row={screen.row} metric={screen.metric ?? null} />;
    case "indicators":
      return <Indicators />;
    case "backward":
      return <Backward />;
    case "cohorts":
      return <Cohorts />;
    case "cohortData":
      return <CohortData length={screen.length} />;
    case "stage":
      return <StageForm key={screen.row ?? "new"} row={screen.row} />;
    case "cycles":
      return <Cycles />;
    case "cycle":
      return <CycleForm key={screen.row ?? "new"} row={screen.row} />;
    case "template":
      return <TemplateScreen />;
    default:
      return <GoalList />;
  }
}
