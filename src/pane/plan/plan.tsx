/** The plan in the pane: read when it is shown first; then its four phases, or how to begin where the workbook has none. */
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { isBare } from "../../plan/beginning";
import type { PlanRow, RowId } from "../../plan/plan";
import type { PlanStore } from "../../plan/store";
import type { DealData } from "../host";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { PlanProvider, type PlanContext } from "./context";
import { FirstRun } from "./first-run";
import { Frame } from "./frame";
import { keptDrafts, type Drafts } from "./kept-drafts";
import { currentCycle } from "../../plan/cycles";
import { useReports } from "./report/use-reports";
import { goBack, goTo, START, toPhase, type Phase, type Screen, type Way } from "./screens";
import { useProblems } from "./use-problems";
import { usePlanning } from "./use-planning";
import { PLAN_WORDS } from "./words";
import { Working } from "./working";

const walk = (way: Way, to: Screen | Phase | "back"): Way => (to === "back" ? goBack(way) : typeof to === "string" ? toPhase(way, to) : goTo(way, to));

type Props = { readonly store: PlanStore; readonly data?: DealData | undefined; /** Without them what is typed and not saved lives as long as the page. */ readonly kept?: Drafts; /** A serial number of the 1900 system; asked for each time, because a pane may stay open over midnight. */ readonly now: () => number; readonly isShown: boolean; /** See PaneHost. */ readonly onPhase?: ((listener: (phase: Phase) => void) => () => void) | undefined };

export function PlanPart({ store, data, kept, now, isShown, onPhase }: Props) {
  const today = now();
  const { say, language } = useSurroundings();
  const planning = usePlanning(store, isShown);
  const reports = useReports(store);
  const [way, go] = useReducer(walk, START);
  useEffect(() => onPhase?.((phase) => go(phase)), [onPhase]);
  const [chosen, choose] = useState<RowId | null>(null);
  const drafts = useRef(kept ?? keptDrafts(null, "")).current;
  const { plan } = planning;
  const cycle: PlanRow<"cycles"> | null = useMemo(() => (plan ? (plan.rows.cycles.find(({ row }) => row === chosen) ?? currentCycle(plan, today)) : null), [plan, chosen, today]);
  const problems = useProblems(plan ?? null, today);

  if (plan === undefined) {
    return planning.error === null ? <Working waiting={planning.working} isFirst /> : (
      <div class="empty plan-pad">
        <p class="failure" role="alert">{say(PLAN_WORDS.notLoaded, visible(planning.error.reason[language]))}</p>
        <button type="button" onClick={planning.retry}>{say(PLAN_WORDS.tryAgain)}</button>
      </div>
    );
  }
  // After a start was undone, too: what was to be another plan is begun once more.
  const isQuiet = planning.readOnly === null && planning.questions.length === 0 && (planning.progress !== null || (planning.state !== "saving" && planning.state !== "outbox"));
  if (plan === null || (isBare(plan) && isQuiet)) return <FirstRun planning={planning} today={today} data={data} />;
  const context: PlanContext = {
    plan, today, cycle, drafts, problems, reports, data,
    writeNotes: store.writeNotes?.bind(store),
    isReadOnly: planning.readOnly !== null,
    go,
    back: () => go("back"),
    save: planning.save,
    newRow: planning.newRow,
    placeOf: (table, row, field) => store.placeOf(table, row, field),
  };
  return (
    <PlanProvider value={context}>
      <Frame planning={planning} way={way} choosePhase={go} chooseCycle={choose} />
    </PlanProvider>
  );
}
