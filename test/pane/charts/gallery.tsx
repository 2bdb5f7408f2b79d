/** All pictures of the plan on one page, with usual, empty and extreme data. */
import { render, type ComponentChildren } from "preact";
import type { Language } from "../../../src/catalogue/words";
import { Bullet, BulletChart } from "../../../src/pane/charts/bullet-chart";
import { BurnUpChart } from "../../../src/pane/charts/burn-up-chart";
import { CapacityChart } from "../../../src/pane/charts/capacity-chart";
import { DeviationChart } from "../../../src/pane/charts/deviation-chart";
import { FunnelChart } from "../../../src/pane/charts/funnel-chart";
import { PlanFactChart } from "../../../src/pane/charts/plan-fact-chart";
import { TornadoChart } from "../../../src/pane/charts/tornado-chart";
import { WaterfallChart } from "../../../src/pane/charts/waterfall-chart";
import "../../../src/pane/whole-pane.css";
import { EXTREME, samples } from "./samples";

export type Kind = "usual" | "empty" | "extreme";
declare global {
  interface Window {
    show(language: Language, kind: Kind, theme?: "light" | "dark"): void;
  }
}

function Usual({ language }: { readonly language: Language }) {
  const data = samples(language);
  return (
    <>
      <FunnelChart language={language} stages={data.stages} />
      <PlanFactChart language={language} data={data.planFact} cumulative />
      <BurnUpChart language={language} data={data.burnUp} />
      <BulletChart language={language} goals={data.goals} />
      <DeviationChart language={language} items={data.deviations} />
      <WaterfallChart language={language} data={data.waterfall} />
      <TornadoChart language={language} levers={data.levers} base={10_000_000} />
      <CapacityChart language={language} data={data.capacity} />
      <BurnUpChart language={language} data={data.falling} aim={{ better: "less", baseline: 24_000 }} />
      <BurnUpChart language={language} data={data.byDay} unit="count" />
      {data.goals.slice(0, 1).map((goal) => <Bullet key={goal.name} language={language} goal={goal} />)}
    </>
  );
}

const Empty = ({ language }: { readonly language: Language }) => (
  <>
    <FunnelChart language={language} stages={[]} />
    <FunnelChart language={language} stages={[{ name: "Lead", count: null }]} />
    <PlanFactChart language={language} data={{ periods: [], plan: [], fact: [] }} cumulative />
    <PlanFactChart language={language} data={{ periods: ["Q1"], plan: [null], fact: [NaN], forecast: [Infinity] }} />
    <BurnUpChart language={language} data={{ periods: [], fact: [], expected: [] }} />
    <BulletChart language={language} goals={[]} />
    <DeviationChart language={language} items={[]} />
    <WaterfallChart language={language} data={{ name: "Revenue", plan: 5, fact: null, causes: [] }} />
    <TornadoChart language={language} levers={[]} base={null} />
    <CapacityChart language={language} data={{ periods: [], ramped: [], ramping: [], target: [] }} />
  </>
);

const Extreme = ({ language }: { readonly language: Language }) => (
  <>
    {EXTREME.stages.map((stages, i) => <FunnelChart key={i} language={language} stages={stages} />)}
    {EXTREME.periods.map(({ periods, a, b, c }, i) => [
      <PlanFactChart key={`p${i}`} language={language} data={{ periods, plan: a, fact: b, forecast: c }} cumulative />,
      <BurnUpChart key={`b${i}`} language={language} data={{ periods, expected: a, fact: b }} aim={{ better: i % 2 ? "less" : "more" }} />,
      <CapacityChart key={`c${i}`} language={language} data={{ periods, ramped: a, ramping: b, target: c }} />,
    ])}
    <BulletChart language={language} goals={EXTREME.goals} />
    <DeviationChart language={language} items={EXTREME.deviations} />
    <DeviationChart language={language} items={EXTREME.deviations} unit="money" />
    {EXTREME.waterfalls.map((data, i) => <WaterfallChart key={`w${i}`} language={language} data={data} />)}
    <TornadoChart language={language} levers={EXTREME.levers} base={1e15} />
    <TornadoChart language={language} levers={EXTREME.levers} base={0} better="less" />
  </>
);

const PARTS: Readonly<Record<Kind, (props: { readonly language: Language }) => ComponentChildren>> = { usual: Usual, empty: Empty, extreme: Extreme };

window.show = (language, kind, theme) => {
  const root = document.querySelector<HTMLElement>("#pane");
  if (!root) throw new Error("the page has no #pane");
  root.className = "voronka-pane";
  root.lang = language;
  if (theme) root.dataset["theme"] = theme;
  else delete root.dataset["theme"];
  const Part = PARTS[kind];
  render(<main class="body"><Part key={`${language} ${kind}`} language={language} /></main>, root);
};
