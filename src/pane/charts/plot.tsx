/** A plot over periods: round values on light lines at the left, names of periods below. Places along it are in percent, up it in px. */
import type { ComponentChildren } from "preact";
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { labelStep, percent, type Maybe, type Scale } from "./scale";
import { clip, tickText } from "./text";

/** Room above for a label, and below for the names of the periods. */
const ABOVE = 16;
const BELOW = 18;
/** The plot in the narrowest pane, and in a wide one (charts.css has the same limit). */
const NARROW = 190;
const WIDE = 310;
const LONGEST = 10;

export type Place = { readonly y: (value: number) => number; readonly height: number };
export const placeIn = (scale: Scale, height: number): Place => ({ y: (value) => Number((ABOVE + (1 - scale.at(value) / 100) * height).toFixed(1)), height: ABOVE + height + BELOW });

/** The middle of a period, in percent. */
export const middle = (index: number, count: number): number => ((index + 0.5) / count) * 100;

type Spot = { readonly at: number; readonly anchor: "start" | "middle" | "end" };

/** Where a text of so many letters stands: over its place, unless it would stick out in the narrowest pane. */
function spotOf(at: number, letters: number): Spot {
  const half = ((letters * 3.4) / NARROW) * 100;
  return at < half ? { at: 0, anchor: "start" } : at > 100 - half ? { at: 100, anchor: "end" } : { at, anchor: "middle" };
}

type PlotProps = {
  readonly scale: Scale;
  readonly place: Place;
  readonly periods: readonly string[];
  readonly unit: Unit;
  readonly language: Language;
  readonly children: ComponentChildren;
};

export function Plot({ scale, place: { y, height }, periods, unit, language, children }: PlotProps) {
  const texts = scale.ticks.map((tick) => tickText(tick, unit, language));
  const names = periods.map((name) => clip(name, LONGEST));
  const letters = Math.max(1, ...names.map(({ length }) => length));
  const [narrow, wide] = [labelStep(names.length, letters, NARROW), labelStep(names.length, letters, WIDE)];
  const spot = (i: number): Spot => spotOf(middle(i, names.length), names[i]?.length ?? 0);
  const kind = (i: number): string | undefined => (i % narrow ? "chart-wide" : i % wide ? "chart-narrow" : undefined);
  return (
    <div class="chart-plot">
      <svg width={Math.max(...texts.map(({ length }) => length)) * 6.8 + 8} height={height}>
        {scale.ticks.map((tick, i) => <text key={i} class="chart-axis" x="100%" dx="-5" y={y(tick) + 4} text-anchor="end">{texts[i]}</text>)}
      </svg>
      <svg width="100%" height={height}>
        {scale.ticks.map((tick, i) => <line key={i} class={tick === 0 ? "chart-zero" : "chart-grid"} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />)}
        {children}
        {names.map((name, i) => (i % narrow === 0 || i % wide === 0) && <text key={i} class={`chart-axis ${kind(i) ?? ""}`} x={percent(spot(i).at)} y={height - 4} text-anchor={spot(i).anchor}>{name}</text>)}
      </svg>
    </div>
  );
}

/** A column from zero, or from `from`, to a value. */
export function Column({ place: { y }, index, count, width, from = 0, to, kind, fill }: {
  readonly place: Place; readonly index: number; readonly count: number; /** Share of the period. */ readonly width: number;
  readonly from?: number; readonly to: number; readonly kind: string; readonly fill?: string;
}) {
  const [a, b] = [y(from), y(to)];
  const extent = Math.min(100 / count, 28) * width;
  return <rect class={kind} fill={fill} x={percent(middle(index, count) - extent / 2)} width={percent(extent)} y={Math.min(a, b)} height={Math.max(Math.abs(a - b), 1)} />;
}

/** A line through the known values, broken where one is unknown; a value alone is a dot. */
export function Line({ place: { y, height }, values, kind }: { readonly place: Place; readonly values: readonly Maybe[]; readonly kind: string }) {
  let isOn = false;
  const path = values.map((value, i) => {
    const step = value === null ? "" : `${isOn ? "L" : "M"}${middle(i, values.length).toFixed(2)} ${y(value)}${isOn ? "" : "h0"}`;
    isOn = value !== null;
    return step;
  }).join("");
  return <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none"><path class={`chart-line ${kind}`} d={path} /></svg>;
}

/** The band between two lines, over the periods where both are known. */
export function Band({ place: { y, height }, low, high, kind }: { readonly place: Place; readonly low: readonly Maybe[]; readonly high: readonly Maybe[]; readonly kind: string }) {
  const there = low.flatMap((value, i) => (value !== null && high[i] != null ? [`${middle(i, low.length).toFixed(2)},${y(value)}`] : []));
  const back = high.flatMap((value, i) => (value !== null && low[i] != null ? [`${middle(i, high.length).toFixed(2)},${y(value)}`] : [])).reverse();
  return <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none"><polygon class={kind} points={[...there, ...back].join(" ")} /></svg>;
}

/** A number above its point, turned inwards at the ends of the plot; `tight`: only where it hardly covers the columns beside it. */
export function PointLabel({ place: { y }, index, count, value, text, tight = false }: { readonly place: Place; readonly index: number; readonly count: number; readonly value: number; readonly text: string; readonly tight?: boolean }) {
  const fits = (width: number): boolean => !tight || text.length * 6.8 <= (width / count) * 1.7;
  if (!fits(WIDE)) return null;
  const { at, anchor } = spotOf(middle(index, count), text.length + 1);
  return <text class={`chart-value ${fits(NARROW) ? "" : "chart-wide"}`} x={percent(at)} y={Math.max(11, y(value) - 5)} text-anchor={anchor}>{text}</text>;
}
