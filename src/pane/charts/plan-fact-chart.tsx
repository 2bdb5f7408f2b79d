import { useId } from "preact/hooks";
import type { Language } from "../../catalogue/words";
import type { Unit } from "../../catalogue/define";
import type { Aim } from "./aim";
import { Chart, Hatch, hatched, Key } from "./chart";
import { planFactAccount, planFactTotals, type PlanFact } from "./plan-fact";
import { Column, Line, middle, placeIn, Plot, PointLabel, spread } from "./plot";
import { aligned, latestKnown, running, scaleOf, type Maybe } from "./scale";
import { short } from "./text";
import { CHART_WORDS } from "./words";

type PlanFactProps = { readonly language: Language; readonly data: PlanFact; readonly unit?: Unit; readonly aim?: Aim; /** Their sums to date below. */ readonly cumulative?: boolean };

/** Plan as an outline, fact solid within it, forecast hatched. */
export function PlanFactChart({ language, data, unit = "money", aim, cumulative = false }: PlanFactProps) {
  const id = useId();
  const { periods } = data;
  const count = periods.length;
  const [plan, fact, ahead] = [aligned(data.plan, count), aligned(data.fact, count), aligned(data.forecast, count)];
  const scale = scaleOf([...plan, ...fact, ...ahead]);
  const place = placeIn(scale, 110);
  // The period that goes on has a forecast yet; the last one that is over gets its number.
  const over = latestKnown(fact.map((value, i) => (ahead[i] === null ? value : null)));
  const labelled = over >= 0 ? over : latestKnown(fact);
  const sums = planFactTotals(data);
  const text = (value: Maybe): string => (value === null ? "" : ` ${short(value, unit, language)}`);
  const columns = periods.map((_, i) => ({ index: i, count, place, plan: plan[i] ?? null, fact: fact[i] ?? null, ahead: ahead[i] ?? null }));
  return (
    <Chart language={language} account={planFactAccount(data, unit, language, aim)}>
      <p class="chart-keys">
        <Key swatch={<rect class="chart-fact" x="3" width="8" height="12" />}>{CHART_WORDS.actual[language]}{text(sums.done)}</Key>
        <Key swatch={<rect class="chart-plan" x="1" y="1" width="12" height="10" />}>{CHART_WORDS.plan[language]}{text(sums.plan)}</Key>
        {sums.outlook !== null && <Key swatch={<><Hatch id={`${id}k`} /><rect class="chart-ahead" fill={hatched(`${id}k`)} x="3" y="1" width="8" height="10" /></>}>{CHART_WORDS.forecast[language]}{text(sums.outlook)}</Key>}
      </p>
      <Plot scale={scale} place={place} periods={periods} places={spread(count)} unit={unit} language={language}>
        <Hatch id={id} />
        {columns.map(({ index, plan: planned, fact: done, ahead: expected }) => (
          <g key={index}>
            {planned !== null && <Column place={place} index={index} count={count} width={0.84} to={planned} kind="chart-plan" />}
            {expected !== null && <Column place={place} index={index} count={count} width={0.5} to={expected} kind="chart-ahead" fill={hatched(id)} />}
            {done !== null && <Column place={place} index={index} count={count} width={0.5} to={done} kind="chart-fact" />}
          </g>
        ))}
        {labelled >= 0 && <PointLabel room={100 / count} place={place} at={middle(labelled, count)} value={Math.max(fact[labelled] ?? 0, plan[labelled] ?? 0, ahead[labelled] ?? 0, 0)} text={short(fact[labelled], unit, language)} />}
      </Plot>
      {cumulative && <Sums language={language} unit={unit} periods={periods} plan={plan} fact={fact} ahead={ahead} />}
    </Chart>
  );
}

type Values = readonly Maybe[];

/** Their sums to date, on a scale of their own. The line of the forecast goes on from that of the fact. */
function Sums({ language, unit, periods, plan, fact, ahead }: { readonly language: Language; readonly unit: Unit; readonly periods: readonly string[]; readonly plan: Values; readonly fact: Values; readonly ahead: Values }) {
  const [planned, done] = [running(plan), running(fact)];
  const latest = latestKnown(fact);
  const hasForecast = ahead.some((value) => value !== null);
  const outlook = hasForecast ? running(periods.map((_, i) => ahead[i] ?? fact[i])).map((value, i) => (i < latest ? null : i === latest && ahead[i] == null ? (done[i] ?? null) : value)) : [];
  const scale = scaleOf([...planned, ...done, ...outlook], { steps: 2 });
  const place = placeIn(scale, 64);
  const places = spread(periods.length);
  return (
    <>
      <p class="chart-part">{CHART_WORDS.cumulative[language]}</p>
      <Plot scale={scale} place={place} periods={periods} places={places} unit={unit} language={language}>
        <Line place={place} places={places} values={planned} kind="chart-line-plan" />
        <Line place={place} places={places} values={outlook} kind="chart-line-ahead" />
        <Line place={place} places={places} values={done} kind="chart-line-fact" />
        {latest >= 0 && <PointLabel place={place} at={places[latest] ?? 0} value={Math.max(done[latest] ?? 0, planned[latest] ?? 0)} text={short(done[latest], unit, language)} />}
      </Plot>
    </>
  );
}
