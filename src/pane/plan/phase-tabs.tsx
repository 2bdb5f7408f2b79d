/** The four phases. Where the captions have no room they are left to the tooltip, and to those who hear the pane. */
import { useRef } from "preact/hooks";
import { useSurroundings } from "../surroundings";
import { ControlIcon, LeadIcon, OrganizeIcon, PlanIcon } from "./icons";
import { PHASE_TITLES, PHASES, type Phase } from "./screens";
import { PLAN_WORDS } from "./words";

const ICONS: Readonly<Record<Phase, () => preact.JSX.Element>> = { plan: PlanIcon, organize: OrganizeIcon, lead: LeadIcon, control: ControlIcon };

export const phaseId = (phase: Phase): string => `voronka-phase-${phase}`;

export function PhaseTabs({ phase, choose }: { readonly phase: Phase; readonly choose: (phase: Phase) => void }) {
  const { say } = useSurroundings();
  const list = useRef<HTMLElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = PHASES.indexOf(phase);
    const places: Readonly<Record<string, number>> = { ArrowRight: (at + 1) % PHASES.length, ArrowLeft: (at + PHASES.length - 1) % PHASES.length, Home: 0, End: PHASES.length - 1 };
    const next = PHASES[places[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelector<HTMLElement>(`[data-phase="${next}"]`)?.focus();
  };
  return (
    <nav class="phases" aria-label={say(PLAN_WORDS.phases)} ref={list} onKeyDown={move}>
      {PHASES.map((each) => {
        const Icon = ICONS[each];
        return (
          <button key={each} type="button" data-phase={each} title={say(PHASE_TITLES[each])} aria-current={each === phase ? "page" : undefined} onClick={() => choose(each)}>
            <Icon />
            <span>{say(PHASE_TITLES[each])}</span>
          </button>
        );
      })}
    </nav>
  );
}
