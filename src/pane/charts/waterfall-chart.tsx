import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { levelsOf } from "../../plan/causes";
import { Chart, StandingIcon } from "./chart";
import { bar, known, percent, scaleOf } from "./scale";
import { short } from "./text";
import { waterfallAccount, type Waterfall } from "./waterfall";
import { CHART_WORDS } from "./words";

type WaterfallProps = { readonly language: Language; readonly data: Waterfall; readonly unit?: Unit };

/** The plan, below it each cause from where the one before it ended, and the fact: lying bars, because names do not fit below columns in a narrow pane. */
export function WaterfallChart({ language, data, unit = "money" }: WaterfallProps) {
  const [plan, fact] = [known(data.plan) ?? 0, known(data.fact) ?? 0];
  const causes = levelsOf(plan, fact, data.causes);
  const scale = scaleOf([plan, fact, ...causes.map(({ to }) => to)], { steps: 10 });
  const zero = percent(scale.at(0));
  const picture = (from: number, to: number, kind: string) => {
    const { x, width } = bar(scale.at(from), scale.at(to));
    return (
      <svg width="100%" height="14">
        <line class="chart-grid" x1={percent(scale.at(plan))} x2={percent(scale.at(plan))} y1="0" y2="14" />
        {from !== to && <rect class={kind} x={x} width={width} y="2" height="10" />}
        <line class="chart-zero" x1={zero} x2={zero} y1="0" y2="14" />
      </svg>
    );
  };
  return (
    <Chart language={language} account={waterfallAccount(data, unit, language)}>
      <div class="chart-row">
        <p class="chart-line-of-text"><span class="chart-name">{CHART_WORDS.expected[language]}</span><span class="chart-number"><b>{short(plan, unit, language)}</b></span></p>
        {picture(0, plan, "chart-plan")}
      </div>
      {causes.map(({ name, effect, from, to }, i) => {
        const standing = effect === 0 ? null : effect > 0 ? "good" : "poor";
        return (
          <div key={i} class="chart-row">
            <p class="chart-line-of-text">
              <span class="chart-name">{name}</span>
              <span class={`chart-number chart-${standing ?? "none"}`}>{standing && <StandingIcon standing={standing} />}<b>{short(effect, unit, language, true)}</b></span>
            </p>
            {picture(from, to, `chart-bar-${standing ?? "good"}`)}
          </div>
        );
      })}
      <div class="chart-row">
        <p class="chart-line-of-text"><span class="chart-name">{CHART_WORDS.actual[language]}</span><span class="chart-number"><b>{short(fact, unit, language)}</b></span></p>
        {picture(0, fact, "chart-fact")}
      </div>
    </Chart>
  );
}
