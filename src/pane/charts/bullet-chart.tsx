import type { Language } from "../../catalogue/words";
import { visible } from "../spoofing";
import { bulletsAccount, bulletSentence, bulletStanding, bulletZones, statusText, targetText, type BulletGoal } from "./bullet";
import { Chart, Key, StandingIcon } from "./chart";
import { bar, known, percent } from "./scale";
import { short } from "./text";
import { upperEnd } from "./aim";
import { CHART_WORDS } from "./words";

/** The bar alone, for a card that says the rest. */
export function Bullet({ language, goal }: { readonly language: Language; readonly goal: BulletGoal }) {
  return <div class="chart-bullet" role="img" aria-label={bulletSentence(goal, language)}><Bar goal={goal} /></div>;
}

function Bar({ goal }: { readonly goal: BulletGoal }) {
  const { scale, zones } = bulletZones(goal);
  const [fact, target, expected] = [goal.fact, goal.target, goal.expected].map(known);
  const marks = target == null ? [] : goal.aim.better === "within" ? [target, upperEnd(target, goal.aim)] : [target];
  const solid = bar(scale.at(0), scale.at(fact ?? 0));
  return (
    <svg width="100%" height="20">
      {zones.map(({ standing, from, to }, i) => <rect key={i} class={`chart-zone-${standing}`} x={percent(from)} width={percent(to - from)} y="1" height="18" />)}
      {fact != null && <rect class="chart-fact" x={solid.x} width={solid.width} y="6" height="8" />}
      {expected != null && expected !== target && <line class="chart-mark-now" x1={percent(scale.at(expected))} x2={percent(scale.at(expected))} y1="3" y2="17" />}
      {marks.map((mark, i) => <line key={i} class="chart-mark" x1={percent(scale.at(mark))} x2={percent(scale.at(mark))} y1="0" y2="20" />)}
    </svg>
  );
}

/** One bar per goal, each on its own scale. */
export function BulletChart({ language, goals }: { readonly language: Language; readonly goals: readonly BulletGoal[] }) {
  const hasExpected = goals.some(({ expected, target }) => known(expected) !== null && expected !== target);
  return (
    <Chart language={language} account={bulletsAccount(goals, language)}>
      <p class="chart-keys">
        <Key swatch={<rect class="chart-fact" y="3" width="14" height="6" />}>{CHART_WORDS.actual[language]}</Key>
        <Key swatch={<line class="chart-mark" x1="7" x2="7" y1="0" y2="12" />}>{CHART_WORDS.plan[language]}</Key>
        {hasExpected && <Key swatch={<line class="chart-mark-now" x1="7" x2="7" y1="0" y2="12" />}>{CHART_WORDS.expected[language]}</Key>}
        {(["good", "fair", "poor"] as const).map((each) => <Key key={each} swatch={<rect class={`chart-zone-${each}`} width="14" height="12" />}>{CHART_WORDS[each][language]}</Key>)}
      </p>
      {goals.map((goal, i) => {
        const standing = bulletStanding(goal);
        return (
          <div key={i} class="chart-row">
            <p class="chart-line-of-text"><bdi class="chart-name">{visible(goal.name)}</bdi><span class="chart-number"><b>{short(goal.fact, goal.unit, language)}</b> / {targetText(goal, language)}</span></p>
            <Bar goal={goal} />
            <p class={`chart-status chart-${standing ?? "none"}`}>{standing && <StandingIcon standing={standing} />}{statusText(goal, language)}</p>
          </div>
        );
      })}
    </Chart>
  );
}
