/** A plot over periods: round values on light lines at the left, names of periods below. Places along it are in percent, up it in px. */
import type { ComponentChildren } from "preact";
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { percent, spaced, type Maybe, type Scale } from "./scale";
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

/** The middles of all periods. */
export const spread = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => middle(i, count));

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
  /** Where their names stand, in percent. */
  readonly places: readonly number[];
  readonly unit: Unit;
  readonly language: Language;
  readonly children: ComponentChildren;
};

export function Plot({ scale, place: { y, height }, periods, places, unit, language, children }: PlotProps) {
  const texts = scale.ticks.map((tick) => tickText(tick, unit, language));
  const names = periods.map((name) => clip(name, LONGEST));
  const letters = Math.max(1, ...names.map(({ length }) => length));
  const [narrow, wide] = [spaced(places, letters, NARROW), spaced(places, letters, WIDE)];
  const spot = (i: number): Spot => spotOf(places[i] ?? 0, names[i]?.length ?? 0);
  const kind = (i: number): string | undefined => (!narrow[i] ? "chart-wide" : !wide[i] ? "chart-narrow" : undefined);
  return (
    <div class="chart-plot">
      <svg width={Math.max(...texts.map(({ length }) => length)) * 6.8 + 10} height={height}>
        {scale.ticks.map((tick, i) => <text key={i} class="chart-axis" x="100%" dx="-5" y={y(tick) + 4} text-anchor="end">{texts[i]}</text>)}
      </svg>
      <svg width="100%" height={height}>
        {scale.ticks.map((tick, i) => <line key={i} class={tick === 0 ? "chart-zero" : "chart-grid"} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />)}
        {children}
        {names.map((name, i) => (narrow[i] || wide[i]) && <text key={i} class={`chart-axis ${kind(i) ?? ""}`} x={percent(spot(i).at)} y={height - 4} text-anchor={spot(i).anchor}>{name}</text>)}
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

type LineProps = { readonly place: Place; readonly places: readonly number[]; readonly kind: string };

/** A line through the known values; a value alone is a dot. */
export function Line({ place: { y, height }, places, values, kind }: LineProps & { readonly values: readonly Maybe[] }) {
  const points = values.flatMap((value, i) => (value === null ? [] : [`${(places[i] ?? 0).toFixed(2)} ${y(value)}`]));
  return <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none"><path class={`chart-line ${kind}`} d={points.length > 0 ? `M${points.join("L")}h0` : ""} /></svg>;
}

/** The band between two lines, over the periods where both are known. */
export function Band({ place: { y, height }, places, low, high, kind }: LineProps & { readonly low: readonly Maybe[]; readonly high: readonly Maybe[] }) {
  const side = (values: readonly Maybe[], others: readonly Maybe[]): readonly string[] =>
    values.flatMap((value, i) => (value !== null && others[i] != null ? [`${(places[i] ?? 0).toFixed(2)},${y(value)}`] : []));
  return <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none"><polygon class={kind} points={[...side(low, high), ...[...side(high, low)].reverse()].join(" ")} /></svg>;
}

/** A number above its point, turned inwards at the ends of the plot; `room`: only where it hardly covers the columns beside it, each so wide. */
export function PointLabel({ place: { y }, at: point, value, text, room = 100 }: { readonly place: Place; readonly at: number; readonly value: number; readonly text: string; readonly room?: number }) {
  const fits = (width: number): boolean => text.length * 6.8 <= ((width * room) / 100) * 1.7;
  if (!fits(WIDE)) return null;
  const { at, anchor } = spotOf(point, text.length + 1);
  return <text class={`chart-value ${fits(NARROW) ? "" : "chart-wide"}`} x={percent(at)} y={Math.max(11, y(value) - 5)} text-anchor={anchor}>{text}</text>;
}
