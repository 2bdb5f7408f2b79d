import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { visible } from "../spoofing";
import { Chart, StandingIcon } from "./chart";
import { deviationsAccount, isBetter, verdictText, type DeviationItem } from "./deviation";
import { bar, known, percent, scaleOf } from "./scale";
import { short } from "./text";

type DeviationProps = { readonly language: Language; readonly items: readonly DeviationItem[]; readonly unit?: Unit };

/** Bars to both sides of the plan, in the given order. */
export function DeviationChart({ language, items, unit = "rate" }: DeviationProps) {
  const scale = scaleOf(items.map(({ deviation }) => deviation), { steps: 10 });
  const zero = scale.at(0);
  return (
    <Chart language={language} account={deviationsAccount(items, unit, language)}>
      {items.map((item, i) => {
        const better = isBetter(item);
        const standing = better === null ? null : better ? "good" : "poor";
        const { x, width } = bar(zero, scale.at(known(item.deviation) ?? 0));
        return (
          <div key={i} class="chart-row">
            <p class="chart-line-of-text">
              <bdi class="chart-name">{visible(item.name)}</bdi>
              <span class={`chart-number chart-${standing ?? "none"}`}>{standing && <StandingIcon standing={standing} />}{standing && <b>{short(item.deviation, unit, language, true)}</b>} {verdictText(item, language)}</span>
            </p>
            <svg width="100%" height="14">
              <line class="chart-grid" x1="0" x2="100%" y1="7" y2="7" />
              {standing && <rect class={`chart-bar-${standing}`} x={x} width={width} y="2" height="10" />}
              <line class="chart-zero" x1={percent(zero)} x2={percent(zero)} y1="0" y2="14" />
            </svg>
          </div>
        );
      })}
    </Chart>
  );
}
