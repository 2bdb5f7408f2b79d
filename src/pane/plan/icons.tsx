/** Signs of the plan. Each stands beside a word, or its button has a name. */
import type { ComponentChildren } from "preact";

const Icon = ({ children, size = 16 }: { readonly children: ComponentChildren; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{children}</svg>
);

/** A goal: rings around a point. */
export const PlanIcon = () => <Icon size={18}><circle cx="8" cy="8" r="6.2" /><circle cx="8" cy="8" r="2.8" /><circle cx="8" cy="8" r="0.6" fill="currentColor" /></Icon>;
/** Lines with boxes: tasks. */
export const OrganizeIcon = () => <Icon size={18}><path d="M2 3.2h2.2v2.2H2zM2 10.6h2.2v2.2H2zM7.2 4.3H14M7.2 11.7H14M7.2 8H12" /></Icon>;
/** People. */
export const LeadIcon = () => <Icon size={18}><circle cx="6" cy="5" r="2.4" /><path d="M1.6 13.4c.3-2.8 2-4.2 4.4-4.2s4.1 1.4 4.4 4.200M10.6 2.900a2.2 2.2 0 0 1 0 4.200M12 9.600c1.5.6 2.3 1.9 2.5 3.8" /></Icon>;
/** Columns that rise to a line. */
export const ControlIcon = () => <Icon size={18}><path d="M2 13.800h12M3.8 11V8.600M7 11V6.400M10.2 11V7.600M13 3 9.8 4.8 6.6 3.4 3 6" /></Icon>;

export const MenuIcon = () => <Icon><g fill="currentColor" stroke="none"><circle cx="3" cy="8" r="1.3" /><circle cx="8" cy="8" r="1.3" /><circle cx="13" cy="8" r="1.3" /></g></Icon>;
export const WarningIcon = () => <Icon><path d="M8 2 14.5 13.500h-13zM8 6.300v3.4" /><circle cx="8" cy="11.6" r="0.5" fill="currentColor" /></Icon>;
export const UndoIcon = () => <Icon><path d="M5.5 2.5 2.5 5.500l3 3M2.8 5.500h6.400a4 4 0 0 1 0 8H6" /></Icon>;
export const CheckIcon = () => <Icon><path d="m3 8.5 3.3 3.300L13 4.8" /></Icon>;
export const CloseIcon = () => <Icon><path d="m4 4 8 8M12 4l-8 8" /></Icon>;
export const NextIcon = () => <Icon><path d="m6 3.5 4.5 4.500L6 12.5" /></Icon>;
export const DayIcon = () => <Icon><path d="M2.5 3.500h11v10h-11zM2.5 6.500h11M5.3 2v2.500M10.7 2v2.5" /></Icon>;
export const PlusIcon = () => <Icon><path d="M8 3v10M3 8h10" /></Icon>;
