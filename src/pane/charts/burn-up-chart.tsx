import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { limits, MORE, upperEnd, type Aim } from "./aim";
import { burnUpAccount, type BurnUp } from "./burn-up";
import { Chart, Key } from "./chart";
import { Band, Line, placeIn, Plot, PointLabel, spread } from "./plot";
import { aligned, latestKnown, percent, scaleOf } from "./scale";
import { short } from "./text";
import { say } from "../words";
import { CHART_WORDS } from "./words";

type BurnUpProps = { readonly language: Language; readonly data: BurnUp; readonly unit?: Unit; readonly aim?: Aim };

/** By time from the first to the last day, or evenly. */
function placesOf({ periods, days }: BurnUp): readonly number[] {
  const [first = 0, last = 0] = days ? [days[0], days[days.length - 1]] : [];
  return days && last > first ? days.map((day) => ((day - first) / (last - first)) * 100) : spread(periods.length);
}

/** The fact as a strong line over the bands on plan (from 95 % of what is expected), needs attention (from 80 %) and behind. */
export function BurnUpChart({ language, data, unit = "money", aim = MORE }: BurnUpProps) {
  const { periods } = data;
  const [fact, expected, forecast] = [aligned(data.fact, periods.length), aligned(data.expected, periods.length), aligned(data.forecast, periods.length)];
  const places = placesOf(data);
  const bounds = expected.map((value) => (value === null ? null : limits(value, aim)));
  const [green, yellow] = [bounds.map((each) => each?.[0] ?? null), bounds.map((each) => each?.[1] ?? null)];
  const isWithin = aim.better === "within";
  const top = isWithin ? expected.map((value) => (value === null ? null : upperEnd(value, aim))) : expected;
  const scale = scaleOf([...fact, ...expected, ...forecast, ...yellow, ...top], { free: true });
  const place = placeIn(scale, 130);
  const worst = expected.map((value) => (value === null ? null : aim.better === "less" ? scale.high : scale.low));
  const latest = latestKnown(fact);
  const done = fact[latest] ?? null;
  const share = (value: number): string => short(value, "rate", language);
  return (
    <Chart language={language} account={burnUpAccount(data, unit, language, aim)}>
      <p class="chart-keys">
        <Key swatch={<path class="chart-line chart-line-fact" d="M0 6h14" />}>{CHART_WORDS.actual[language]}</Key>
        <Key swatch={<path class="chart-line chart-line-plan" d="M0 6h14" />}>{CHART_WORDS.expectedShort[language]}</Key>
        {latestKnown(forecast) >= 0 && <Key swatch={<path class="chart-line chart-line-ahead" d="M0 6h14" />}>{CHART_WORDS.forecast[language]} {short(forecast[latestKnown(forecast)], unit, language)}</Key>}
        <Key swatch={<rect class="chart-zone-good" width="14" height="12" />}>{isWithin ? CHART_WORDS.good[language] : say(CHART_WORDS.onPlanZone, language, share(aim.green ?? 0.95))}</Key>
        {!isWithin && <Key swatch={<rect class="chart-zone-fair" width="14" height="12" />}>{say(CHART_WORDS.attentionZone, language, share(aim.yellow ?? 0.8))}</Key>}
        <Key swatch={<rect class="chart-zone-poor" width="14" height="12" />}>{CHART_WORDS.behindZone[language]}</Key>
      </p>
      <Plot scale={scale} place={place} periods={periods} places={places} unit={unit} language={language}>
        <Band place={place} places={places} low={worst} high={yellow} kind="chart-zone-poor" />
        <Band place={place} places={places} low={yellow} high={green} kind="chart-zone-fair" />
        <Band place={place} places={places} low={green} high={top} kind="chart-zone-good" />
        <Line place={place} places={places} values={expected} kind="chart-line-plan" />
        <Line place={place} places={places} values={forecast} kind="chart-line-ahead" />
        <Line place={place} places={places} values={fact} kind="chart-line-fact" />
        {done !== null && <circle class="chart-point" cx={percent(places[latest] ?? 0)} cy={place.y(done)} r="4" />}
        {done !== null && <PointLabel place={place} at={places[latest] ?? 0} value={Math.max(done, expected[latest] ?? done)} text={short(done, unit, language)} />}
      </Plot>
    </Chart>
  );
}
