/** Drawn, not typed: not every font has these signs. */
const SIZE = 16;

export const BackIcon = () => (
  <svg width={SIZE} height={SIZE} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d="M13.5 8h-11M7 3.5 2.5 8 7 12.5" />
  </svg>
);

/** Cells with a frame around some of them. */
export const TargetIcon = () => (
  <svg width={SIZE} height={SIZE} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true">
    <path d="M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3" stroke-linecap="round" />
    <circle cx="8" cy="8" r="4.2" />
    <circle cx="8" cy="8" r="1" fill="currentColor" stroke="none" />
  </svg>
);

export const UpIcon = () => (
  <svg width={SIZE} height={SIZE} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d="M8 13.5v-11M3.5 7 8 2.5 12.5 7" />
  </svg>
);
