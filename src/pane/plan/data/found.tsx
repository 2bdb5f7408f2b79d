/** What the user's data say, in sentences with the numbers that they were counted from; and what they do not say. */
import type { FoundData } from "../../../catalogue/deal-data";
import type { OwnStage } from "../../../plan/data-history";
import type { DataFigures, Frequent } from "../../../plan/from-data";
import { FEW, isWinRateOnly, type OwnData } from "../../../plan/own-data";
import { GOAL_NAMES, READY_WORDS, type GoalName } from "../../../plan/ready-texts";
import type { Words } from "../../../plan/words";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings, type Surroundings } from "../../surroundings";
import { amount, percent } from "../amounts";
import { shortDay } from "../days";
import { DATA_WORDS, LEFT_OUT_WORDS } from "./words";

type Props = { readonly sheet: string; readonly found: FoundData; readonly figures: DataFigures; readonly own: OwnData; readonly currency: string; readonly today: number };

export function Found(props: Props) {
  const surroundings = useSurroundings();
  const { say } = surroundings;
  const { told, doubts } = sentences(props, surroundings);
  return (
    <section class="found" aria-label={say(DATA_WORDS.found)}>
      <h3 tabIndex={-1}>{say(DATA_WORDS.found)}</h3>
      <ul class="plain">
        {told.map((sentence) => <Line key={sentence} sentence={sentence} />)}
        {doubts.map((sentence) => <Line key={sentence} sentence={sentence} class="warning" />)}
      </ul>
    </section>
  );
}

/** What it is about stands out; the words before the first colon are never the user's. */
function Line({ sentence, class: look }: { readonly sentence: string; readonly class?: string }) {
  const end = sentence.indexOf(":") + 1;
  return <li class={look}><strong>{sentence.slice(0, end)}</strong>{sentence.slice(end)}</li>;
}

function sentences({ sheet, found, figures, own, currency, today }: Props, { say, language }: Surroundings) {
  const { leftOut, basis, repeat, winRate, cycle, owners, former, season } = figures;
  const [name, number] = [visible(sheet), (value: number) => plainNumber(value, language)];
  const money = (value: number) => amount(value, "money", language, currency);
  const day = (serial: number) => shortDay(serial, language, today);
  const days = (value: number) => amount(Math.round(value), "days", language, null);
  const told: (string | false | null | undefined)[] = [
    found.kind === "sales" ? say(DATA_WORDS.sales, name, number(figures.won)) : say(DATA_WORDS.deals, name, number(figures.deals), number(figures.won), number(figures.lost), number(figures.open)),
    basis && say(DATA_WORDS.basis, day(basis.from), day(basis.to)),
    own.averageDeal !== null && say(DATA_WORDS.averageDeal, money(own.averageDeal), number(figures.averaged)),
    repeat && say(DATA_WORDS.repeat, percent(repeat.share, language), number(repeat.customers)),
    winRate && own.winRate !== null && say(DATA_WORDS.winRate, percent(winRate.share, language), number(winRate.won), number(winRate.decided)),
    cycle && say(DATA_WORDS.cycle, days(cycle.days), days(cycle.median), number(cycle.deals)),
    own.funnel && say(DATA_WORDS.funnel, funnelText(own.funnel, language), number(own.funnel[0]!.reached)),
    own.pipeline && say(DATA_WORDS.pipeline, number(own.pipeline.deals), money(own.pipeline.amount), money(own.pipeline.expected)),
    owners.length > 0 && say(DATA_WORDS.owners, owners.length, owners.slice(0, 3).map((owner) => visible(owner.name)).join(", ")),
    figures.reasons.length > 0 && say(DATA_WORDS.reasons, shares(figures.reasons, figures.lost, language)),
    figures.sources.length > 0 && say(DATA_WORDS.sources, shares(figures.sources, figures.won, language)),
    season && say(DATA_WORDS.season, monthName(season.indexOf(Math.max(...season)), language), monthName(season.indexOf(Math.min(...season)), language)),
    liveText(own, name, say, language),
  ];
  const fewOf = (words: Words, cases: number, ...more: readonly string[]): readonly string[] => (cases > 0 && cases < FEW ? [say(words, number(cases), ...more)] : []);
  const few = [
    ...(winRate && own.winRate !== null ? fewOf(DATA_WORDS.fewShare, winRate.decided) : []), ...(own.averageDeal !== null ? fewOf(DATA_WORDS.fewAverage, figures.averaged) : []),
    ...(cycle ? fewOf(DATA_WORDS.fewDays, cycle.deals) : []), ...(own.funnel ?? []).slice(0, -1).flatMap((stage) => fewOf(DATA_WORDS.fewStage, stage.reached, visible(stage.name))),
  ];
  const unknown: (Words | false)[] = [
    !figures.months && DATA_WORDS.noTarget, own.averageDeal === null && DATA_WORDS.noDeal, !repeat && DATA_WORDS.noRepeat, own.funnel === null && own.winRate === null && DATA_WORDS.noFunnel,
    own.cycleDays === null && own.funnel === null && DATA_WORDS.noDays, owners.length === 0 && DATA_WORDS.noPeople, !season && DATA_WORDS.noSeason,
  ];
  const isMissing = unknown.filter((words): words is Words => words !== false);
  const doubts: (string | false | null | undefined)[] = [
    leftOut.length > 0 && say(DATA_WORDS.leftOut, leftOut.map(({ reason, count }) => say(LEFT_OUT_WORDS[reason], number(count))).join(", ")),
    few.length > 0 && say(DATA_WORDS.few, few.join(", "), number(FEW)),
    repeat && repeat.unnamed > 0 && say(DATA_WORDS.unnamedDeals, number(repeat.unnamed)),
    cycle && cycle.odd > 0 && say(DATA_WORDS.oddDays, number(cycle.odd)),
    former > 0 && say(DATA_WORDS.former, number(former)),
    isMissing.length > 0 && say(DATA_WORDS.unknown, isMissing.map((words) => words[language]).join(", ")),
    Object.keys(own.live).length === 0 && say(DATA_WORDS.notLive, name),
    Object.keys(own.live).length > 0 && leftOut.some(({ reason }) => reason === "repeated") && say(DATA_WORDS.repeatedLive),
  ];
  const said = (all: readonly (string | false | null | undefined)[]): readonly string[] => all.filter((each): each is string => typeof each === "string");
  return { told: said(told), doubts: said(doubts) };
}

function liveText(own: OwnData, sheet: string, say: Surroundings["say"], language: Surroundings["language"]): string | false {
  const names = (Object.keys(own.live) as GoalName[]).map((goal) => (goal === "conversion" && isWinRateOnly(own) ? READY_WORDS.winRate : GOAL_NAMES[goal])[language]);
  return names.length > 0 && say(DATA_WORDS.live, sheet, names.join(", "));
}

const shares = (list: Frequent, whole: number, language: Surroundings["language"]): string => list.map(({ name, count }) => `${visible(name)} ${percent(count / whole, language)}`).join(", ");

const funnelText = (stages: readonly OwnStage[], language: Surroundings["language"]): string =>
  stages.map(({ name }, i) => (i === 0 ? visible(name) : `${percent(stages[i - 1]!.conversion ?? 0, language)} → ${visible(name)}`)).join(" ");

const monthName = (month: number, language: Surroundings["language"]): string => new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2026, month, 1)));
