/** From the target backwards: inputs on top, the drawn chain, four checks against reality, and what would change most. */
import { useMemo } from "preact/hooks";
import { backwardInputs, givenOf, realityOf, type Given } from "../../../plan/backward-of-plan";
import { leadsPerPersonADay, type BackwardInputs, type BackwardPlan } from "../../../plan/backward-plan";
import type { Cycle } from "../../../plan/cycles";
import { targetGoal } from "../../../plan/people";
import { setSetting, type SettingName } from "../../../plan/settings";
import { FunnelChart } from "../../charts/funnel-chart";
import { plainNumber } from "../../format";
import { typedNumber } from "../../number";
import { useSurroundings } from "../../surroundings";
import { amount, currencySign, editable, percent } from "../amounts";
import { usePlan } from "../context";
import { shortDay } from "../days";
import { NumberInput, understood } from "../fields/number";
import { Shell } from "../fields/shell";
import { useTexts } from "../fields/use-texts";
import { FIELD_WORDS } from "../fields/words";
import { ScreenHead } from "../screen-head";
import { Checks } from "./checks";
import { Stages } from "./stages";
import { WhatIf } from "./what-if";
import { BACKWARD_WORDS } from "./words";

const SETTINGS: Readonly<Record<Exclude<keyof Given, "target">, SettingName>> = { booked: "PLAN_BOOKED", repeat: "PLAN_REPEAT", pipeline: "PLAN_PIPELINE", winRate: "PLAN_WIN_RATE", deal: "PLAN_DEAL" };

export function Backward() {
  const { say } = useSurroundings();
  const { cycle } = usePlan();
  return (
    <>
      <ScreenHead title={say(BACKWARD_WORDS.title)} hasBack />
      {cycle ? <OfCycle key={cycle.row} cycle={cycle} /> : <p class="quiet">{say(BACKWARD_WORDS.missing)}</p>}
    </>
  );
}

function OfCycle({ cycle }: { readonly cycle: Cycle }) {
  const { say, language } = useSurroundings();
  const { plan, today, save, newRow, isReadOnly } = usePlan();
  const before = useMemo(() => givenOf(plan, cycle), [plan, cycle]);
  const { given, field, isChanged, reset } = useGiven(before, cycle);
  const inputs = useMemo(() => (given ? backwardInputs(plan, cycle, given, today) : null), [plan, cycle, given, today]);
  const worked = useMemo(() => (inputs && given ? realityOf(plan, cycle, inputs, given) : null), [plan, cycle, inputs, given]);
  const keep = () => {
    if (!given) return;
    const goal = targetGoal(plan, cycle);
    const changed = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).filter((name) => given[name] !== before[name]);
    const operations = [
      ...changed.flatMap((name) => setSetting(plan, SETTINGS[name], given[name], newRow)),
      ...(goal && given.target !== before.target ? [{ kind: "update" as const, table: "goals" as const, row: goal.row, fields: { target: given.target } }] : []),
    ];
    if (save(say(BACKWARD_WORDS.kept), operations)) reset();
  };
  return (
    <>
      <div class="pair">{field("target")}{field("deal")}</div>
      <details class="options">
        <summary>{say(BACKWARD_WORDS.given)}</summary>
        <div class="pair">{field("booked")}{field("repeat")}</div>
        <div class="pair">{field("pipeline")}{field("winRate")}</div>
      </details>
      {isChanged && !isReadOnly && given && <p class="buttons spaced"><button type="button" onClick={keep}>{say(BACKWARD_WORDS.keep)}</button><span class="caption">{say(BACKWARD_WORDS.tryHint)}</span></p>}
      {worked && inputs ? (
        <>
          <Numbers worked={worked.plan} cycle={cycle} />
          <div class="picture"><FunnelChart language={language} stages={worked.plan.stages.map(({ name, required }) => ({ name, count: required }))} /></div>
          <Stages />
          <Checks reality={worked.reality} currency={cycle.fields.currency} />
          <WhatIf inputs={inputs as BackwardInputs} leads={worked.plan.leads} currency={cycle.fields.currency} />
        </>
      ) : (
        <>
          <p class="banner">{say(BACKWARD_WORDS.missing)}</p>
          <Stages />
        </>
      )}
    </>
  );
}

/** The inputs as typed over what the plan says; null while one of them is no number. */
function useGiven(before: Given, cycle: Cycle) {
  const surroundings = useSurroundings();
  const { say, language, notation } = surroundings;
  const show = (name: keyof Given): string => (before[name] === null ? "" : editable(name === "winRate" ? Number((before[name] * 100).toPrecision(12)) : before[name], notation.decimal));
  const names: readonly (keyof Given)[] = ["target", "deal", "booked", "repeat", "pipeline", "winRate"];
  const texts = useTexts(`backward ${cycle.row}`, Object.fromEntries(names.map((name) => [name, show(name)])) as Record<keyof Given, string>);
  const read = (name: keyof Given): number | null | undefined => {
    const text = texts.text(name).trim();
    if (text === "") return null;
    if (text === show(name)) return before[name];
    const value = typedNumber(text, notation)?.value;
    return value !== undefined && name === "winRate" && !text.endsWith("%") ? value / 100 : value;
  };
  const values = names.map((name) => [name, read(name)] as const);
  const key = JSON.stringify(values);
  const given = useMemo(() => (values.some(([, value]) => value === undefined) ? null : (Object.fromEntries(values) as Given)), [key]);
  const field = (name: keyof Given) => (
    <Shell name={name} label={say(BACKWARD_WORDS[name])} problem={read(name) === undefined ? FIELD_WORDS.wrongNumber : null} isRequired={name === "target" || name === "deal"}
      hint={understood(texts.text(name), read(name) ?? undefined, name === "winRate", surroundings)}>
      {(parts) => <NumberInput parts={parts} text={texts.text(name)} set={(text) => texts.set(name, text)} unit={name === "winRate" ? "%" : currencySign(cycle.fields.currency, language)} />}
    </Shell>
  );
  return { given, field, isChanged: given !== null && names.some((name) => given[name] !== before[name]), reset: texts.reset };
}

function Numbers({ worked, cycle }: { readonly worked: BackwardPlan; readonly cycle: Cycle }) {
  const { say, language } = useSurroundings();
  const { plan, today } = usePlan();
  const day = (serial: number) => shortDay(serial, language, today);
  const count = (value: number) => plainNumber(Number(value.toFixed(value < 10 ? 1 : 0)), language);
  const perDay = leadsPerPersonADay(worked, plan.rows.team.length);
  const figures: readonly (readonly [value: string, caption: string])[] = [
    [count(worked.leads), worked.window ? say(BACKWARD_WORDS.between, day(worked.window[0]), day(worked.window[1])) : say(BACKWARD_WORDS.leads)],
    [count(worked.deals), say(BACKWARD_WORDS.deals)],
    [amount(worked.newRevenue, "money", language, cycle.fields.currency), say(BACKWARD_WORDS.newRevenue)],
    [amount(worked.budget, "money", language, cycle.fields.currency), say(BACKWARD_WORDS.budget)],
    ...(perDay === null || perDay === 0 ? [] : [[count(perDay), say(BACKWARD_WORDS.perDay)] as const]),
  ];
  return (
    <div class="comes-to" role="status">
      <dl>{figures.map(([value, caption]) => <div key={caption}><dd>{value}</dd><dt>{caption}</dt></div>)}</dl>
      {worked.tooLate ? <p class="warning">{say(BACKWARD_WORDS.tooLate, worked.lagDays)}</p>
        : worked.windowPast !== null && worked.windowPast > 0 && worked.deals > 0 && <p class="warning">{say(BACKWARD_WORDS.windowPast, percent(worked.windowPast, language), count(worked.dealsStillPossible ?? 0), count(worked.deals))}</p>}
    </div>
  );
}
