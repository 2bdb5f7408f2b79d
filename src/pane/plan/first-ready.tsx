/** The ready-made plan: four numbers, and below them what they come to while they are typed. */
import { useMemo, useState } from "preact/hooks";
import { givenSettings, readyPlan, readySummary, type ReadyInputs, type ReadySummary } from "../../plan/ready-plan";
import { VARIANTS, variantOf, type VariantName } from "../../plan/ready-variants";
import { firstSheets } from "../../plan/tables";
import { plainNumber } from "../format";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { amount, currencySign, editable, percent } from "./amounts";
import { CurrencyField, usualCurrency } from "./currency-field";
import { shortDay } from "./days";
import { NumberInput, understood } from "./fields/number";
import { Shell } from "./fields/shell";
import { wholePress } from "./fields/press";
import { FIELD_WORDS } from "./fields/words";
import { FIRST_WORDS } from "./first-words";
import type { StartProps } from "./first-run";
import { PeriodField, usePeriod } from "./period-field";
import { proposedPeriod } from "./periods";
import { hundredth, typedNumber } from "../number";
import type { Span } from "../../plan/from-data";
import type { OwnData } from "../../plan/own-data";
import type { Words } from "../../plan/words";

/** null: as proposed. */
type Texts = { readonly target: string | null; readonly deal: string | null; readonly repeat: string | null; readonly currency: string };
type Problems = Readonly<Partial<Record<keyof Texts, Words>>>;

/** What the fields begin with, in place of the example. */
export type Beginning = {
  readonly currency?: string;
  readonly deal?: number;
  readonly repeat?: number;
  /** By the period, until another target is typed. */
  readonly target?: (span: Span) => number | undefined;
  readonly targetHint?: (span: Span) => string | null;
};
type FormProps = StartProps & { readonly title?: Words; readonly begin?: Beginning; /** What the user's table says, for the period. */ readonly own?: (span: Span) => OwnData | undefined };

export const ReadyMade = ({ planning, today }: StartProps) => <ReadyForm planning={planning} today={today} />;

export function ReadyForm({ planning, today, title = FIRST_WORDS.startedReady, begin = {}, own }: FormProps) {
  const surroundings = useSurroundings();
  const { say, language, notation } = surroundings;
  const [variant, setVariant] = useState<VariantName>("short");
  const example = variantOf(variant);
  const period = usePeriod(today, proposedPeriod(today, example.months));
  const { span } = period;
  const [from, to] = [span?.from, span?.to];
  const [typed, setTexts] = useState<Texts>({ target: null, deal: null, repeat: null, currency: begin.currency ?? usualCurrency(language) });
  const proposed = (value: number): string => editable(value, notation.decimal);
  const texts = {
    ...typed, target: typed.target ?? proposed((span && begin.target?.(span)) ?? example.target), deal: typed.deal ?? proposed(begin.deal ?? example.deal),
    repeat: typed.repeat ?? proposed((begin.repeat ?? example.repeat) * 100),
  };
  const set = (field: keyof Texts) => (text: string) => setTexts((all) => ({ ...all, [field]: text }));
  const value = (field: "target" | "deal" | "repeat") => typedNumber(texts[field].trim(), notation)?.value;
  const [target, deal, typedShare] = [value("target"), value("deal"), value("repeat")];
  const repeat = typedShare === undefined || texts.repeat.trim().endsWith("%") ? typedShare : hundredth(typedShare);
  const problems: Problems = {
    ...(target === undefined ? { target: FIELD_WORDS.wrongNumber } : target <= 0 ? { target: FIRST_WORDS.targetAboveZero } : {}),
    ...(deal === undefined ? { deal: FIELD_WORDS.wrongNumber } : deal <= 0 ? { deal: FIRST_WORDS.dealAboveZero } : {}),
    ...(repeat === undefined ? { repeat: FIELD_WORDS.wrongNumber } : repeat < 0 || repeat >= 1 ? { repeat: FIRST_WORDS.repeatShare } : {}),
  };
  const inputs = useMemo((): ReadyInputs | null => (from === undefined || to === undefined || Object.keys(problems).length > 0 ? null : { from, to, target: target!, deal: deal!, repeat: repeat!, currency: texts.currency.trim().toUpperCase(), variant, ...ownOf(own, from, to) }),
    [variant, from, to, target, deal, repeat, texts.currency, own]);
  const summary = useMemo(() => inputs && readySummary(inputs, today, language), [inputs, today, language]);
  const create = (event: Event) => {
    event.preventDefault();
    if (inputs) planning.start(say(title), language, [...readyPlan(inputs, language, planning.newRow, today), ...givenSettings(inputs, planning.newRow)]);
  };
  const numberField = (field: "target" | "deal" | "repeat", unit: string) => (
    <Shell name={field} label={say(FIRST_WORDS[field])} problem={problems[field] ?? null} isRequired hint={understood(texts[field], value(field), field === "repeat", surroundings) ?? (field === "target" && typed.target === null && span && begin.targetHint?.(span))}>
      {(parts) => <NumberInput parts={parts} text={texts[field]} set={set(field)} unit={unit} />}
    </Shell>
  );
  return (
    <form onSubmit={create} noValidate>
      {!own && (
        <Shell name="variant" label={say(FIRST_WORDS.variant)} problem={null} isRequired={false}>
          {(parts) => (
            <select {...parts} value={variant} onChange={(event) => setVariant(event.currentTarget.value as VariantName)}>
              {(Object.keys(VARIANTS) as VariantName[]).map((each) => <option key={each} value={each}>{say(VARIANTS[each].words)}</option>)}
            </select>
          )}
        </Shell>
      )}
      <PeriodField period={period} today={today} />
      {numberField("target", currencySign(texts.currency, language))}
      {numberField("deal", currencySign(texts.currency, language))}
      <div class="pair">
        {numberField("repeat", "%")}
        <CurrencyField text={texts.currency} set={set("currency")} />
      </div>
      {summary && inputs && <Summary summary={summary} inputs={inputs} today={today} />}
      <details class="options">
        <summary>{say(FIRST_WORDS.whatIsAdded)}</summary>
        <p class="caption">{say(FIRST_WORDS.addedList, firstSheets(language).join(", "))}</p>
      </details>
      <div class="form-foot"><button type="submit" class="main" onMouseDown={wholePress} disabled={inputs === null}>{say(FIRST_WORDS.create)}</button></div>
    </form>
  );
}

const ownOf = (own: FormProps["own"], from: number, to: number): Pick<ReadyInputs, "own"> => {
  const found = own?.({ from, to });
  return found ? { own: found } : {};
};

function Summary({ summary, inputs: { currency, own, variant }, today }: { readonly summary: ReadySummary; readonly inputs: ReadyInputs; readonly today: number }) {
  const { say, language } = useSurroundings();
  const { plan: { leads, deals, stages, window, windowPast, tooLate, lagDays }, managers, newcomers, leadBudget } = summary;
  const day = (serial: number) => shortDay(serial, language, today);
  const isOwn = own !== undefined && (own.funnel !== null || own.winRate !== null);
  const rate = percent(stages.reduce((product, { conversion }) => product * (conversion ?? 1), 1), language);
  const entry = isOwn ? visible(stages[0]!.name) : say(variant === "retail" ? FIRST_WORDS.visitors : FIRST_WORDS.leads);
  const figures: readonly (readonly [value: string, caption: string])[] = [
    [plainNumber(leads, language), window ? say(FIRST_WORDS.between, entry, day(window[0]), day(window[1])) : entry],
    [plainNumber(deals, language), say(FIRST_WORDS.deals)],
    [plainNumber(managers + newcomers, language), `${say(FIRST_WORDS.managers)}${newcomers > 0 ? `, ${say(FIRST_WORDS.newcomers, newcomers)}` : ""}`],
    [amount(leadBudget, "money", language, currency), say(FIRST_WORDS.budget)],
  ];
  return (
    <section class="comes-to" aria-label={say(FIRST_WORDS.comesTo)}>
      <h3>{say(FIRST_WORDS.comesTo)}</h3>
      <div role="status"><dl>{figures.map(([value, caption]) => <div key={caption}><dd>{value}</dd><dt>{caption}</dt></div>)}</dl></div>
      {tooLate ? <p class="warning">{say(FIRST_WORDS.tooLate, lagDays)}</p> : windowPast !== null && windowPast > 0 && <p class="warning">{say(FIRST_WORDS.windowPast, percent(windowPast, language), lagDays)}</p>}
      <p class="caption">{isOwn ? say(FIRST_WORDS.ownRates, rate, lagDays) : say(FIRST_WORDS.exampleRates, rate)}</p>
    </section>
  );
}
