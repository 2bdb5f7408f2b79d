/** The ready-made plan: four numbers, and below them what they come to while they are typed. */
import { useMemo, useState } from "preact/hooks";
import { readyPlan, readySummary, type ReadyInputs, type ReadySummary } from "../../plan/ready-plan";
import { READY_EXAMPLE } from "../../plan/ready-texts";
import type { Operation } from "../../plan/operation";
import { TABLES } from "../../plan/tables";
import { plainNumber } from "../format";
import { useSurroundings } from "../surroundings";
import { amount, currencySign, editable, percent } from "./amounts";
import { dayText, shortDay, typedDay } from "./days";
import { DateInput } from "./fields/date";
import { NumberInput, understood } from "./fields/number";
import { Shell } from "./fields/shell";
import { FIELD_WORDS } from "./fields/words";
import { FIRST_WORDS } from "./first-words";
import type { StartProps } from "./first-run";
import { PERIODS, periodAround, proposedPeriod, type PeriodName } from "./periods";
import { hundredth, typedNumber } from "../number";
import type { Words } from "../../plan/words";

type Texts = { readonly target: string; readonly deal: string; readonly repeat: string; readonly currency: string; readonly from: string; readonly to: string };
type Problems = Readonly<Partial<Record<keyof Texts, Words>>>;

export function ReadyMade({ planning, today }: StartProps) {
  const surroundings = useSurroundings();
  const { say, language, notation } = surroundings;
  const [period, setPeriod] = useState<PeriodName | "other">(() => proposedPeriod(today));
  const [texts, setTexts] = useState<Texts>(() => {
    const [from, to] = periodAround(today, proposedPeriod(today));
    return {
      target: editable(READY_EXAMPLE.target, notation.decimal), deal: editable(READY_EXAMPLE.deal, notation.decimal), repeat: editable(READY_EXAMPLE.repeat * 100, notation.decimal),
      currency: language === "ru" ? "RUB" : "USD", from: dayText(from, language), to: dayText(to, language),
    };
  });
  const set = (field: keyof Texts) => (text: string) => setTexts((all) => ({ ...all, [field]: text }));
  const value = (field: "target" | "deal" | "repeat") => typedNumber(texts[field].trim(), notation)?.value;
  const [from, to] = period === "other" ? [typedDay(texts.from, today), typedDay(texts.to, today)] : periodAround(today, period);
  const [target, deal, typedShare] = [value("target"), value("deal"), value("repeat")];
  const repeat = typedShare === undefined || texts.repeat.trim().endsWith("%") ? typedShare : hundredth(typedShare);
  const problems: Problems = {
    ...(target === undefined ? { target: FIELD_WORDS.wrongNumber } : target <= 0 ? { target: FIRST_WORDS.targetAboveZero } : {}),
    ...(deal === undefined ? { deal: FIELD_WORDS.wrongNumber } : deal <= 0 ? { deal: FIRST_WORDS.dealAboveZero } : {}),
    ...(repeat === undefined ? { repeat: FIELD_WORDS.wrongNumber } : repeat < 0 || repeat >= 1 ? { repeat: FIRST_WORDS.repeatShare } : {}),
    ...(from === null ? { from: FIELD_WORDS.wrongDay } : {}),
    ...(to === null ? { to: FIELD_WORDS.wrongDay } : from !== null && to < from ? { to: FIRST_WORDS.endAfterStart } : {}),
  };
  const inputs = useMemo((): ReadyInputs | null => (Object.keys(problems).length > 0 ? null : { from: from!, to: to!, target: target!, deal: deal!, repeat: repeat!, currency: texts.currency.trim().toUpperCase() }),
    [from, to, target, deal, repeat, texts.currency]);
  const summary = useMemo(() => inputs && readySummary(inputs, today, language), [inputs, today, language]);
  const create = (event: Event) => {
    event.preventDefault();
    if (inputs) planning.start(say(FIRST_WORDS.startedReady), language, [...readyPlan(inputs, language, planning.newRow, today), ...kept(inputs, planning.newRow)]);
  };
  const numberField = (field: "target" | "deal" | "repeat", unit: string) => (
    <Shell name={field} label={say(FIRST_WORDS[field])} problem={problems[field] ?? null} isRequired hint={understood(texts[field], value(field), field === "repeat", surroundings)}>
      {(parts) => <NumberInput parts={parts} text={texts[field]} set={set(field)} unit={unit} />}
    </Shell>
  );
  return (
    <form onSubmit={create} noValidate>
      <Shell name="period" label={say(FIRST_WORDS.period)} problem={null} isRequired hint={from !== null && to !== null && `${dayText(from, language)} – ${dayText(to, language)}`}>
        {(parts) => (
          <select {...parts} value={period} onChange={(event) => setPeriod(event.currentTarget.value as PeriodName | "other")}>
            {PERIODS.map((each) => <option key={each} value={each}>{say(FIRST_WORDS[each])}</option>)}
            <option value="other">{say(FIRST_WORDS.otherPeriod)}</option>
          </select>
        )}
      </Shell>
      {period === "other" && (
        <div class="pair">
          {(["from", "to"] as const).map((field) => (
            <Shell key={field} name={field} label={say(FIRST_WORDS[field])} problem={problems[field] ?? null} isRequired>
              {(parts) => <DateInput parts={parts} label={say(FIRST_WORDS[field])} text={texts[field]} set={set(field)} today={today} />}
            </Shell>
          ))}
        </div>
      )}
      {numberField("target", currencySign(texts.currency, language))}
      {numberField("deal", currencySign(texts.currency, language))}
      <div class="pair">
        {numberField("repeat", "%")}
        <Shell name="currency" label={say(FIRST_WORDS.currency)} problem={null} isRequired>
          {(parts) => <input {...parts} type="text" autocomplete="off" maxLength={20} value={texts.currency} onInput={(event) => set("currency")(event.currentTarget.value)} />}
        </Shell>
      </div>
      {summary && inputs && <Summary summary={summary} inputs={inputs} today={today} />}
      <details class="options">
        <summary>{say(FIRST_WORDS.whatIsAdded)}</summary>
        <p class="caption">{say(FIRST_WORDS.addedList, [...new Set(Object.values(TABLES).map(({ sheet }) => sheet[language]))].join(", "))}</p>
      </details>
      <div class="form-foot"><button type="submit" class="main" disabled={inputs === null}>{say(FIRST_WORDS.create)}</button></div>
    </form>
  );
}

/** What the backward plan of the pane takes as given, so that it comes to the same numbers. */
const kept = ({ target, deal, repeat }: ReadyInputs, newRow: () => string): Operation[] =>
  ([["PLAN_REPEAT", target * repeat], ["PLAN_DEAL", deal]] as const).map(([name, value]) => ({ kind: "create", table: "settings", row: newRow(), fields: { name, value } }));

function Summary({ summary, inputs: { currency }, today }: { readonly summary: ReadySummary; readonly inputs: ReadyInputs; readonly today: number }) {
  const { say, language } = useSurroundings();
  const { plan: { leads, deals, window, windowPast, tooLate, lagDays }, managers, newcomers, leadBudget } = summary;
  const day = (serial: number) => shortDay(serial, language, today);
  const figures: readonly (readonly [value: string, caption: string])[] = [
    [plainNumber(leads, language), window ? say(FIRST_WORDS.leadsBetween, day(window[0]), day(window[1])) : say(FIRST_WORDS.leads)],
    [plainNumber(deals, language), say(FIRST_WORDS.deals)],
    [plainNumber(managers + newcomers, language), `${say(FIRST_WORDS.managers)}${newcomers > 0 ? `, ${say(FIRST_WORDS.newcomers, newcomers)}` : ""}`],
    [amount(leadBudget, "money", language, currency), say(FIRST_WORDS.budget)],
  ];
  return (
    <section class="comes-to" aria-label={say(FIRST_WORDS.comesTo)}>
      <h3>{say(FIRST_WORDS.comesTo)}</h3>
      <div role="status"><dl>{figures.map(([value, caption]) => <div key={caption}><dd>{value}</dd><dt>{caption}</dt></div>)}</dl></div>
      {tooLate ? <p class="warning">{say(FIRST_WORDS.tooLate, lagDays)}</p> : windowPast !== null && windowPast > 0 && <p class="warning">{say(FIRST_WORDS.windowPast, percent(windowPast, language), lagDays)}</p>}
      <p class="caption">{say(FIRST_WORDS.exampleRates)}</p>
    </section>
  );
}
