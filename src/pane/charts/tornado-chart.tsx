import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import { visible } from "../spoofing";
import { say } from "../words";
import { Chart, StandingIcon } from "./chart";
import { bar, known, percent, scaleOf, type Maybe } from "./scale";
import { clip, short } from "./text";
import { ranked, swing, tornadoAccount, type Lever } from "./tornado";
import { CHART_WORDS } from "./words";

type TornadoProps = { readonly language: Language; readonly levers: readonly Lever[]; /** The result as things are. */ readonly base: Maybe; readonly unit?: Unit; readonly better?: "more" | "less" };

/** Bars to both sides of the result as it is, the strongest lever on top. */
export function TornadoChart({ language, levers, base, unit = "money", better = "more" }: TornadoProps) {
  const order = ranked(levers);
  const centre = known(base) ?? 0;
  const scale = scaleOf([centre, ...order.flatMap(({ low, high }) => [low, high])].map((value) => (value === null ? null : value - centre)), { steps: 20 });
  const zero = scale.at(0);
  const text = (value: Maybe): string => short(value, unit, language);
  return (
    <Chart language={language} account={tornadoAccount(levers, base, unit, language)}>
      <p class="chart-keys"><span class="chart-key"><svg width="14" height="12"><line class="chart-mark" x1="7" x2="7" y1="0" y2="12" /></svg>{say(CHART_WORDS.base, language, text(base))}</span></p>
      {order.map((lever, i) => {
        const ends = [{ value: lever.low ?? centre, label: lever.lowLabel }, { value: lever.high ?? centre, label: lever.highLabel }];
        return (
          <div key={i} class="chart-row">
            <p class="chart-line-of-text"><bdi class="chart-name">{visible(lever.name)}</bdi><span class="chart-number">{CHART_WORDS.swing[language].toLowerCase()} <b>{text(swing(lever))}</b></span></p>
            <svg width="100%" height="16">
              <line class="chart-grid" x1="0" x2="100%" y1="8" y2="8" />
              {ends.map(({ value }, end) => {
                const { x, width } = bar(zero, scale.at(value - centre));
                return value !== centre && <rect key={end} class={`chart-bar-${value > centre === (better === "more") ? "good" : "poor"}`} x={x} width={width} y="2" height="12" />;
              })}
              <line class="chart-mark" x1={percent(zero)} x2={percent(zero)} y1="0" y2="16" />
            </svg>
            <p class="chart-ends">
              {[...ends].sort((a, b) => a.value - b.value).map(({ value, label }, end) => {
                const standing = value === centre ? null : value > centre === (better === "more") ? "good" : "poor";
                return <span key={end} class={`chart-${standing ?? "none"}`}>{standing && <StandingIcon standing={standing} />}{label !== undefined && <bdi>{clip(label, 12)}: </bdi>}{text(value)}</span>;
              })}
            </p>
          </div>
        );
      })}
    </Chart>
  );
}
