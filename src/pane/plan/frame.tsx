/** The frame around the screens of the plan: cycle, phases, what happened in the sheets, and what can be undone. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { RowId } from "../../plan/plan";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { CopyValues } from "./copy/copy-values";
import { ControlPhase } from "./control/control-phase";
import { Footer } from "./footer";
import { cycleName } from "./in-cycle";
import { LeadPhase } from "./lead/lead-phase";
import { Menu } from "./menu";
import { Messages } from "./messages";
import { NextStep } from "./next-step";
import { TaskForm } from "./organize/task-form";
import { OrganizePhase } from "./organize/organize-phase";
import { PhaseTabs, phaseId } from "./phase-tabs";
import { Problems, ProblemsBadge } from "./problems/problems";
import { Formulas } from "./goals/formulas";
import { GoalsPhase } from "./goals/goals-phase";
import { Months } from "./goals/months";
import { PHASE_OF, PHASES, topOf, type Phase, type Screen, type Way } from "./screens";
import { useKeptFocus } from "./use-kept-focus";
import type { Planning } from "./use-planning";
import { PLAN_WORDS } from "./words";
import { Working } from "./working";

/** Each phase in its own folder: it shows its screens, on its own way or over another phase. */
const CONTENT: Readonly<Record<Phase, (props: { readonly screen: Screen }) => preact.ComponentChildren>> = {
  plan: GoalsPhase, organize: OrganizePhase, lead: LeadPhase, control: ControlPhase,
};

/** Screens of no phase. */
const OVER: Readonly<Partial<Record<Screen["at"], (props: { readonly screen: Screen }) => preact.ComponentChildren>>> = {
  problems: () => <Problems />,
  copy: () => <CopyValues />,
  formulas: ({ screen }) => (screen.at === "formulas" ? <Formulas key={screen.goal} row={screen.goal} /> : null),
  months: ({ screen }) => (screen.at === "months" ? <Months key={screen.goal} row={screen.goal} /> : null),
  task: ({ screen }) => (screen.at === "task" ? <TaskForm key={screen.row ?? `new ${screen.area ?? ""}`} row={screen.row} area={screen.area ?? null} /> : null),
};

type Props = { readonly planning: Planning; readonly way: Way; readonly choosePhase: (phase: Phase) => void; readonly chooseCycle: (row: RowId) => void };

export function Frame({ planning, way, choosePhase, chooseCycle }: Props) {
  const { back } = usePlan();
  const wasShown = useRef(new Set<Phase>()).current;
  wasShown.add(way.phase);
  useFocus(way, planning.done.length > 0);
  const keepFocus = useKeptFocus();
  /** Esc; Alt+Left as well, where it does not move the cursor by a word. */
  const isBack = (event: KeyboardEvent): boolean =>
    event.key === "Escape" || (event.key === "ArrowLeft" && event.altKey && !(event.target instanceof Element && event.target.matches("input, textarea, select")));
  const escape = (event: KeyboardEvent) => {
    if (!isBack(event) || event.defaultPrevented || way.screens[way.phase].length < 2) return;
    event.preventDefault();
    back();
  };
  return (
    <div class="plan" onKeyDown={escape} onFocusIn={keepFocus}>
      <div class="plan-top">
        <CycleChoice choose={chooseCycle} />
        <ProblemsBadge />
        <Menu planning={planning} />
      </div>
      <PhaseTabs phase={way.phase} choose={choosePhase} />
      {/* With a start its own progress is told. */}
      <Working waiting={planning.progress === null ? planning.working : null} />
      <div class="plan-views">
        {/* A phase that was shown once stays: going to another one loses nothing. */}
        {PHASES.filter((phase) => wasShown.has(phase)).map((phase) => (
          <PhaseBody key={phase} phase={phase} screen={topOf(way, phase)} depth={way.screens[phase].length} isShown={phase === way.phase} planning={planning} />
        ))}
      </div>
      <Footer planning={planning} />
    </div>
  );
}

/** On a new screen the focus goes to its heading, or where the screen says; on the way back to what had been opened. */
function useFocus(way: Way, hasBegun: boolean): void {
  const screen = topOf(way, way.phase);
  const here = { name: JSON.stringify(screen), phase: way.phase, depth: way.screens[way.phase].length };
  const shown = useRef(here);
  const moves = useRef(way.moves);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = here;
    const body = document.getElementById(phaseId(way.phase));
    if (!body) return;
    // A plan has just been made, and what was pressed for it is gone.
    if (moves.current === way.moves) {
      if (hasBegun && document.activeElement === document.body) body.querySelector<HTMLElement>("h2")?.focus();
      return;
    }
    moves.current = way.moves;
    if (before.name !== here.name || before.phase !== here.phase) body.scrollTop = 0;
    const opener = before.phase === here.phase && here.depth < before.depth ? body.querySelector<HTMLElement>(`[data-opens="${CSS.escape(before.name)}"]`) : null;
    // A list that was left is folded when one comes back.
    for (let folded = opener?.closest("details"); folded; folded = folded.parentElement?.closest("details")) folded.open = true;
    (opener ?? body.querySelector<HTMLElement>("[data-focus-first] input") ?? body.querySelector<HTMLElement>("h2"))?.focus();
  }, [way]);
}

type BodyProps = { readonly phase: Phase; readonly screen: Screen; readonly depth: number; readonly isShown: boolean; readonly planning: Planning };

function PhaseBody({ phase, screen, depth, isShown, planning }: BodyProps) {
  const Content = OVER[screen.at] ?? CONTENT[PHASE_OF[screen.at] ?? phase];
  return (
    <div class="plan-body" id={phaseId(phase)} hidden={!isShown}>
      {isShown && <Messages planning={planning} />}
      {depth === 1 && isShown && <NextStep />}
      <Content screen={screen} />
    </div>
  );
}

function CycleChoice({ choose }: { readonly choose: (row: RowId) => void }) {
  const { say } = useSurroundings();
  const { plan, cycle, go } = usePlan();
  return (
    <select class="cycle" aria-label={say(PLAN_WORDS.cycle)} value={cycle?.row ?? ""} onChange={(event) => {
      const { value } = event.currentTarget;
      if (value !== "") return choose(value);
      event.currentTarget.value = cycle?.row ?? "";
      go({ at: "cycles" });
    }}>
      {cycle === null && <option value="">{say(PLAN_WORDS.cycle)}</option>}
      {plan.rows.cycles.map((each) => <option key={each.row} value={each.row}>{visible(cycleName(each))}</option>)}
    </select>
  );
}
