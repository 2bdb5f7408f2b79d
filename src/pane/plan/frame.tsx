/** The frame around the screens of the plan: cycle, phases, what happened in the sheets, and what can be undone. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { RowId } from "../../plan/plan";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { ControlPhase } from "./control/control-phase";
import { Footer } from "./footer";
import { cycleName } from "./in-cycle";
import { LeadPhase } from "./lead/lead-phase";
import { Menu } from "./menu";
import { Messages } from "./messages";
import { NextStep } from "./next-step";
import { OrganizePhase } from "./organize/organize-phase";
import { PhaseTabs, phaseId } from "./phase-tabs";
import { GoalsPhase } from "./goals/goals-phase";
import { PHASES, topOf, type Phase, type Screen, type Way } from "./screens";
import type { Planning } from "./use-planning";
import { PLAN_WORDS } from "./words";

/** Each phase in its own folder: it shows the screen on top of its way. */
const CONTENT: Readonly<Record<Phase, (props: { readonly screen: Screen }) => preact.ComponentChildren>> = {
  plan: GoalsPhase, organize: OrganizePhase, lead: LeadPhase, control: ControlPhase,
};

type Props = { readonly planning: Planning; readonly way: Way; readonly choosePhase: (phase: Phase) => void; readonly chooseCycle: (row: RowId) => void };

export function Frame({ planning, way, choosePhase, chooseCycle }: Props) {
  const { back } = usePlan();
  const wasShown = useRef(new Set<Phase>()).current;
  wasShown.add(way.phase);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || way.screens[way.phase].length < 2) return;
    event.preventDefault();
    back();
  };
  return (
    <div class="plan" onKeyDown={escape}>
      <div class="plan-top">
        <CycleChoice choose={chooseCycle} />
        <Menu planning={planning} />
      </div>
      <PhaseTabs phase={way.phase} choose={choosePhase} />
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

type BodyProps = { readonly phase: Phase; readonly screen: Screen; readonly depth: number; readonly isShown: boolean; readonly planning: Planning };

function PhaseBody({ phase, screen, depth, isShown, planning }: BodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const name = JSON.stringify(screen);
  const shown = useRef({ name, depth });
  /** On a new screen the focus goes to its heading, or where the screen says; on the way back to what had been opened. */
  useLayoutEffect(() => {
    const before = shown.current;
    if (before.name === name) return;
    shown.current = { name, depth };
    if (body.current) body.current.scrollTop = 0;
    if (!isShown) return;
    const opener = depth < before.depth ? body.current?.querySelector<HTMLElement>(`[data-opens="${CSS.escape(before.name)}"]`) : null;
    (opener ?? body.current?.querySelector<HTMLElement>("[data-focus-first] input") ?? body.current?.querySelector<HTMLElement>("h2"))?.focus();
  }, [name, depth, isShown]);
  const Content = CONTENT[phase];
  return (
    <div class="plan-body" id={phaseId(phase)} ref={body} hidden={!isShown}>
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
