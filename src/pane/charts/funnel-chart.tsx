import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { Chart, StandingIcon } from "./chart";
import { biggestLoss, conversions, funnelAccount, lostText, type FunnelStage } from "./funnel";
import { known, percent } from "./scale";
import { short } from "./text";
import { visible } from "../spoofing";
import { CHART_WORDS } from "./words";

type FunnelProps = { readonly language: Language; readonly stages: readonly FunnelStage[]; readonly unit?: Unit };

/** Bars in the middle, joined by what goes on; names and counts beside them. */
export function FunnelChart({ language, stages, unit = "count" }: FunnelProps) {
  const most = Math.max(...stages.map(({ count }) => known(count) ?? 0), 1e-300);
  const widths = stages.map(({ count }) => Math.max(0, ((known(count) ?? 0) / most) * 100));
  const rates = conversions(stages);
  const loss = biggestLoss(stages);
  return (
    <Chart language={language} account={funnelAccount(stages, unit, language)}>
      {stages.map(({ name, count }, i) => {
        const [here, next = 0] = [widths[i] ?? 0, widths[i + 1]];
        const isWorst = i === loss;
        return (
          <div key={i} class="chart-stage">
            <div class="chart-stage-name"><bdi class="chart-name">{visible(name)}</bdi><b>{short(count, unit, language)}</b></div>
            <div class="chart-stage-bar"><svg width="100%" height="100%"><rect class="chart-fact" x={percent((100 - here) / 2)} width={percent(here > 0 ? Math.max(here, 0.7) : 0)} height="100%" /></svg></div>
            {i < stages.length - 1 && (
              <>
                <div class={`chart-lost ${isWorst ? "chart-poor" : ""}`}>{isWorst ? CHART_WORDS.biggestLoss[language] : lostText(count, stages[i + 1]?.count ?? null, unit, language)}</div>
                <div class={`chart-link ${isWorst ? "chart-poor" : ""}`}>
                  <svg width="100%" height="100%" viewBox="0 0 100 10" preserveAspectRatio="none">
                    <polygon class={isWorst ? "chart-link-worst" : "chart-link-shape"} points={`${(100 - here) / 2},0 ${(100 + here) / 2},0 ${(100 + next) / 2},10 ${(100 - next) / 2},10`} />
                  </svg>
                  {isWorst && <StandingIcon standing="poor" />}<span>{rates[i] == null ? "–" : short(rates[i], "rate", language)}</span>
                </div>
              </>
            )}
          </div>
        );
      })}
    </Chart>
  );
}
