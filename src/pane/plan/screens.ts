/** The screens of the plan: each belongs to a phase, or opens over the one that is shown. */
import type { CohortLength } from "../../plan/cohorts";
import type { Area, Kind } from "../../plan/coverage";
import type { MetricKey } from "../../plan/metrics";
import type { RowId } from "../../plan/plan";
import type { Words } from "../../plan/words";
import { PLAN_WORDS } from "./words";

export const PHASES = ["plan", "organize", "lead", "control"] as const;
export type Phase = (typeof PHASES)[number];
export const PHASE_TITLES: Readonly<Record<Phase, Words>> = { plan: PLAN_WORDS.phasePlan, organize: PLAN_WORDS.phaseOrganize, lead: PLAN_WORDS.phaseLead, control: PLAN_WORDS.phaseControl };

/** `row: null` is a new one. */
export type Screen =
  | { readonly at: "goals" }
  /** `metric`: a new one begins with it. */
  | { readonly at: "goal"; readonly row: RowId | null; readonly metric?: MetricKey }
  | { readonly at: "indicators" }
  | { readonly at: "backward" }
  /** Leads of earlier periods that become deals in this one. */
  | { readonly at: "cohorts" }
  /** Their shares and numbers, counted from a table of deals. */
  | { readonly at: "cohortData"; readonly length: CohortLength }
  | { readonly at: "stage"; readonly row: RowId | null }
  | { readonly at: "cycles" }
  | { readonly at: "cycle"; readonly row: RowId | null }
  | { readonly at: "organize" }
  | { readonly at: "task"; readonly row: RowId | null; readonly area?: Area }
  | { readonly at: "resources" }
  | { readonly at: "resource"; readonly row: RowId | null; readonly kind?: Kind }
  | { readonly at: "people" }
  | { readonly at: "person"; readonly row: RowId | null }
  | { readonly at: "coverage" }
  | { readonly at: "lead" }
  | { readonly at: "talk"; readonly name: string }
  /** Closing the chosen cycle. */
  | { readonly at: "close" }
  | { readonly at: "control" }
  /** With a goal: a check-in for it alone, whether it is due or not. */
  | { readonly at: "queue"; readonly goal?: RowId }
  | { readonly at: "deviation"; readonly goal: RowId }
  /** `action`: what a new one begins with. */
  | { readonly at: "action"; readonly row: RowId | null; readonly goal: RowId | null; readonly action?: string }
  | { readonly at: "actions" }
  /** Formulas over a goal for any cell. */
  | { readonly at: "formulas"; readonly goal: RowId }
  /** Targets of a goal by month. */
  | { readonly at: "months"; readonly goal: RowId }
  /** The chosen cycle as a template, and a new one out of a template. */
  | { readonly at: "template" }
  /** The report of the chosen cycle. */
  | { readonly at: "report" }
  /** Tables as values, for the clipboard. */
  | { readonly at: "copy" }
  | { readonly at: "problems" };

/** The phase that a screen is of; null: of none, it opens over the phase that is shown. */
export const PHASE_OF: Readonly<Record<Screen["at"], Phase | null>> = {
  goals: "plan", goal: "plan", indicators: "plan", backward: "plan", cohorts: "plan", cohortData: "plan", stage: "plan", cycles: "plan", cycle: "plan", template: "plan",
  organize: "organize", task: null, resources: "organize", resource: "organize", people: "organize", person: "organize", coverage: "organize",
  lead: "lead", talk: "lead", close: "control",
  control: "control", queue: "control", deviation: "control", action: "control", actions: "control", report: "control",
  problems: null, formulas: null, months: null, copy: null,
};
/** Opened from several phases: over the one that is shown, so that Back leads to where it was opened. */
const FROM_SEVERAL: ReadonlySet<Screen["at"]> = new Set<Screen["at"]>(["goal", "stage", "cycle", "resource", "people", "person", "talk", "deviation", "action"]);
const opensOver = (screen: Screen): boolean => FROM_SEVERAL.has(screen.at) || (screen.at === "queue" && screen.goal !== undefined);

export const FIRST_SCREENS: Readonly<Record<Phase, Screen>> = { plan: { at: "goals" }, organize: { at: "organize" }, lead: { at: "lead" }, control: { at: "control" } };

/** Where one is: in each phase the way from its first screen, so that going to another phase loses nothing. */
export type Way = {
  readonly phase: Phase;
  /** How often a screen was opened or left: the focus follows. Choosing a phase leaves it on its button. */
  readonly moves: number;
  readonly screens: Readonly<Record<Phase, readonly Screen[]>>;
};

export const START: Way = { phase: "plan", moves: 0, screens: { plan: [FIRST_SCREENS.plan], organize: [FIRST_SCREENS.organize], lead: [FIRST_SCREENS.lead], control: [FIRST_SCREENS.control] } };

export const topOf = ({ screens }: Way, phase: Phase): Screen => screens[phase][screens[phase].length - 1]!;

export function goTo(way: Way, screen: Screen): Way {
  const phase = (opensOver(screen) ? null : PHASE_OF[screen.at]) ?? way.phase;
  const before = way.screens[phase];
  const next = screen.at === FIRST_SCREENS[phase].at ? [screen] : same(topOf(way, phase), screen) ? before : [...before, screen];
  return { phase, moves: way.moves + 1, screens: { ...way.screens, [phase]: next } };
}

/** To a phase, as it was left; once more to its first screen. */
export const toPhase = (way: Way, phase: Phase): Way =>
  way.phase === phase ? { ...way, screens: { ...way.screens, [phase]: [FIRST_SCREENS[phase]] } } : { ...way, phase };

export const goBack = (way: Way): Way => {
  const before = way.screens[way.phase];
  return before.length < 2 ? way : { ...way, moves: way.moves + 1, screens: { ...way.screens, [way.phase]: before.slice(0, -1) } };
};

const same = (a: Screen, b: Screen): boolean => JSON.stringify(a) === JSON.stringify(b);
