/** Shares of leads that become deals later, and the leads of earlier periods, counted from a table of deals and put into the fields. */
import { useMemo } from "preact/hooks";
import { ROLE_WORDS } from "../../../catalogue/role-words";
import { periodOfDate } from "../../../core/period";
import { cohortPeriods, keptCohorts, leadsSetting, rateSetting, type CohortLength } from "../../../plan/cohorts";
import { countedCohorts } from "../../../plan/counted-cohorts";
import type { Cycle } from "../../../plan/cycles";
import { FEW } from "../../../plan/own-data";
import { READY_WORDS } from "../../../plan/ready-texts";
import type { DealData } from "../../host";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { Steps } from "../data/steps";
import { useData, type Chosen } from "../data/use-data";
import { DATA_WORDS, LEFT_OUT_WORDS } from "../data/words";
import { shortDay } from "../days";
import { ScreenHead } from "../screen-head";
import { unbroken } from "./cohort-result";
import { aboutField, useCohortTexts } from "./cohorts";
import { Few } from "./few";
import { shownNumber } from "./use-given";
import { BACKWARD_WORDS, LEAD_FORMS } from "./words";

export function CohortData({ length }: { readonly length: CohortLength }) {
  const { say } = useSurroundings();
  const { cycle, data } = usePlan();
  return (
    <>
      <ScreenHead title={say(BACKWARD_WORDS.cohortCount)} hasBack />
      {cycle && data && <FromTable cycle={cycle} data={data} length={length} />}
    </>
  );
}

type Props = { readonly cycle: Cycle; readonly length: CohortLength };

function FromTable({ data, ...props }: Props & { readonly data: DealData }) {
  const { today } = usePlan();
  const state = useData(data, today);
  return <Steps state={state} today={today}>{(chosen) => <Counted chosen={chosen} {...props} />}</Steps>;
}

function Counted({ chosen: { found }, cycle, length }: Props & { readonly chosen: Chosen }) {
  const { say, language, notation } = useSurroundings();
  const { plan, today, back } = usePlan();
  const periods = useMemo(() => cohortPeriods(cycle, today, length), [cycle, today, length]);
  const texts = useCohortTexts(cycle, length, periods, keptCohorts(plan, length, periods));
  const { figures, roles, columns, kind, top } = found;
  const number = (value: number) => plainNumber(value, language);
  const day = (serial: number) => shortDay(serial, language, today);
  const missing = kind === "deals" ? (["created", "closed"] as const).find((role) => roles[role] === undefined) : undefined;
  const cohorts = figures?.cohorts ?? null;
  const counted = cohorts ? countedCohorts(cohorts, length, periodOfDate(periods[0]!.from, length), periods.length) : [];
  const values = counted.flatMap(({ rate, leads }, age) => [
    ...(rate ? [[rateSetting(length, age), shownNumber(rate.won / rate.leads, true, notation), say(READY_WORDS.cases, rate.leads, rate.won)] as const] : []),
    ...(leads === null ? [] : [[leadsSetting(periods[age]!), shownNumber(leads, false, notation), ""] as const]),
  ]);
  const refusal = missing ? say(BACKWARD_WORDS.cohortNoColumn, ROLE_WORDS[missing][language])
    : figures && figures.lost + figures.open === 0 ? say(BACKWARD_WORDS.cohortOnlyWon)
      : values.length === 0 ? say(BACKWARD_WORDS.cohortNothing) : null;
  const blank = values.filter(([field]) => texts.text(field).trim() === "");
  const others = values.filter(([field, text]) => texts.text(field).trim() !== "" && texts.text(field) !== text);
  const fill = (these: typeof values) => () => {
    for (const [field, text, about] of these) {
      texts.set(field, text);
      if (about !== "") texts.set(aboutField(field), about);
    }
    back();
  };
  const leftOut = (cohorts?.leftOut ?? []).map(({ role, reason, count, row }) => {
    const at = roles[role] ?? roles.date;
    const why = say(reason === "closedFirst" ? BACKWARD_WORDS.cohortClosedFirst : LEFT_OUT_WORDS[reason], number(count));
    const header = at === undefined ? "" : visible(columns[at]!.header);
    return `${header && `${header}: `}${why}${kind === "deals" ? say(BACKWARD_WORDS.cohortRow, top + row) : ""}`;
  });
  return (
    <section class="found">
      <h3 tabIndex={-1}>{say(DATA_WORDS.found)}</h3>
      {refusal !== null ? <p class="failure" role="alert">{refusal}</p> : cohorts && (
        <>
          <p class="caption">{say(BACKWARD_WORDS.cohortHow, day(cohorts.span.from), day(cohorts.span.to))}</p>
          <dl class="chain">
            {counted.map(({ rate, leads }, age) => (rate || leads !== null) && (
              <div key={age}><dt>{unbroken(periods[age]!)}</dt>
                <dd>{leads !== null && <div>{say(BACKWARD_WORDS.cohortCame, number(leads))}</div>}
                  {rate && <div>{say(BACKWARD_WORDS.cohortShare, amount(rate.won / rate.leads, "%", language, null), say(BACKWARD_WORDS.cohortOf, number(rate.won), number(rate.leads)))}</div>}
                  {rate && <Few rate={{ deals: rate.leads, isFew: rate.leads < FEW }} forms={LEAD_FORMS} />}</dd></div>
            ))}
          </dl>
        </>
      )}
      {leftOut.length > 0 && <p class="caption warning">{say(DATA_WORDS.leftOut, leftOut.join("; "))}</p>}
      {refusal === null && (
        <p class="buttons spaced">
          {(blank.length > 0 || others.length === 0) && <button type="button" class="main" onClick={fill(blank)}>{say(others.length > 0 ? BACKWARD_WORDS.cohortFillBlank : BACKWARD_WORDS.cohortFill)}</button>}
          {others.length > 0 && <button type="button" onClick={fill(values)}>{say(BACKWARD_WORDS.cohortReplace, others.length)}</button>}
        </p>
      )}
    </section>
  );
}
