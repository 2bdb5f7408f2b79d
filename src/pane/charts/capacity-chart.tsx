import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { capacityAccount, capacityGaps, capacityOf, type Capacity } from "./capacity";
import { Chart, Key } from "./chart";
import { Column, middle, placeIn, Plot, spread } from "./plot";
import { known, percent, scaleOf } from "./scale";
import { CHART_WORDS } from "./words";

type CapacityProps = { readonly language: Language; readonly data: Capacity; readonly unit?: Unit };

const TRIANGLE = "M0 9 5 0 10 9z";

/** Ramped people solid, ramping ones pale on top, the target as an outline over each period; what is missing is marked. */
export function CapacityChart({ language, data, unit = "money" }: CapacityProps) {
  const { periods, target } = data;
  const count = periods.length;
  const all = capacityOf(data);
  const gaps = capacityGaps(data);
  const scale = scaleOf([...all, ...target, ...data.ramped]);
  const place = placeIn(scale, 120);
  return (
    <Chart language={language} account={capacityAccount(data, unit, language)}>
      <p class="chart-keys">
        <Key swatch={<rect class="chart-fact" x="2" width="10" height="12" />}>{CHART_WORDS.ramped[language]}</Key>
        <Key swatch={<rect class="chart-pale" x="2.5" y=".5" width="9" height="11" />}>{CHART_WORDS.ramping[language]}</Key>
        <Key swatch={<rect class="chart-plan" x="1" y="1" width="12" height="10" />}>{CHART_WORDS.target[language]}</Key>
        <Key swatch={<path class="chart-short" d={TRIANGLE} transform="translate(2 1)" />}>{CHART_WORDS.notEnough[language]}</Key>
      </p>
      <Plot scale={scale} place={place} periods={periods} places={spread(count)} unit={unit} language={language}>
        {periods.map((_, i) => {
          const [ready, planned, sum] = [known(data.ramped[i]) ?? 0, known(target[i]), all[i] ?? null];
          return (
            <g key={i}>
              {sum !== null && sum !== ready && <Column place={place} index={i} count={count} width={0.54} from={ready} to={sum} kind="chart-pale" />}
              {sum !== null && <Column place={place} index={i} count={count} width={0.54} to={ready} kind="chart-fact" />}
              {planned !== null && <Column place={place} index={i} count={count} width={0.86} to={planned} kind="chart-plan" />}
              {(gaps[i] ?? 0) < 0 && <svg class="chart-over" x={percent(middle(i, count))} y={place.y(Math.max(planned ?? 0, 0)) - 12} width="1" height="9"><path class="chart-short" d={TRIANGLE} transform="translate(-5 0)" /></svg>}
            </g>
          );
        })}
      </Plot>
    </Chart>
  );
}
