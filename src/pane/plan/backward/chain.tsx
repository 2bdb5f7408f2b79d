/** How the numbers follow from each other: what is there already is taken off first, and when the leads must come. */
import { funnelRows, type Channel, type Given } from "../../../plan/backward-of-plan";
import type { BackwardInputs, BackwardPlan } from "../../../plan/backward-plan";
import type { CountedRate } from "../../../plan/counted-rate";
import { leadsByMonth } from "../../../plan/staffing";
import { sum } from "../../../core/stats";
import { visible } from "../../spoofing";
import { plainNumber } from "../../format";
import { useSurroundings } from "../../surroundings";
import { amount, percent } from "../amounts";
import { usePlan } from "../context";
import { monthName } from "../days";
import { countedRates, Few } from "./few";
import { BACKWARD_WORDS, GIVEN_WORDS } from "./words";

type Props = { readonly inputs: BackwardInputs; readonly worked: BackwardPlan; readonly given: Given; readonly currency: string | null; readonly channels: readonly Channel[] };

export function Chain({ inputs, worked, given, currency, channels }: Props) {
  const { say, language } = useSurroundings();
  const { plan } = usePlan();
  const money = (value: number) => amount(value, "money", language, currency);
  const minus = (value: number) => `−\u00a0${money(value)}`;
  const count = (value: number) => plainNumber(Math.round(value * 10) / 10, language);
  const rates = countedRates(plan, funnelRows(plan));
  const lines: readonly (readonly [name: string, value: string, rate?: CountedRate | null | undefined])[] = [
    [say(GIVEN_WORDS.target), money(inputs.target)],
    ...(inputs.booked > 0 ? [[say(GIVEN_WORDS.booked), minus(inputs.booked)] as const] : []),
    ...(inputs.repeat > 0 ? [[say(GIVEN_WORDS.repeat), minus(inputs.repeat)] as const] : []),
    ...(inputs.pipeline > 0 ? [[say(BACKWARD_WORDS.expected, money(given.pipeline ?? 0), percent(given.winRate ?? 0, language)), minus(inputs.pipeline)] as const] : []),
    [say(BACKWARD_WORDS.newRevenue), `=\u00a0${money(worked.newRevenue)}`],
    [say(BACKWARD_WORDS.byDeal, money(inputs.deal)), `=\u00a0${count(worked.deals)}`],
    ...worked.stages.slice(0, -1).map(({ name, conversion, required }, i) => [say(BACKWARD_WORDS.byRate, amount(conversion ?? 0, "%", language, null), visible(name)), `=\u00a0${count(required)}`, rates[i]] as const).reverse(),
  ];
  return (
    <details class="options">
      <summary>{say(BACKWARD_WORDS.chain)}</summary>
      <dl class="chain">{lines.map(([name, value, rate], i) => <div key={i}><dt>{name} <Few rate={rate} /></dt><dd>{value}</dd></div>)}</dl>
      {worked.window && worked.leads > 0 && (
        <>
          <h3>{say(BACKWARD_WORDS.leadsByMonth)}</h3>
          <dl class="chain">{leadsByMonth(worked.leads, worked.window).map(({ from, leads }) => <div key={from}><dt>{monthName(from, language, "long")}</dt><dd>{count(leads)}</dd></div>)}</dl>
        </>
      )}
      {channels.length > 1 && (
        <>
          <h3>{say(BACKWARD_WORDS.channels)}</h3>
          <dl class="chain">
            {channels.map(({ name, leads, price, cost }, i) => <div key={i}><dt><bdi>{visible(name)}</bdi></dt><dd>{say(BACKWARD_WORDS.channelLine, count(leads), money(price), money(cost))}</dd></div>)}
            <div><dt>{say(BACKWARD_WORDS.channelsAll)}</dt><dd>{say(BACKWARD_WORDS.channelsLine, count(sum(channels.map(({ leads }) => leads))), count(worked.leads), money(sum(channels.map(({ cost }) => cost))))}</dd></div>
          </dl>
        </>
      )}
    </details>
  );
}
