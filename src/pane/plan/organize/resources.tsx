/** The resources of the cycle in the eight kinds: what they cost by plan and by fact, and what must be ordered. */
import { useMemo } from "preact/hooks";
import { KINDS, RESOURCE_STATUSES } from "../../../plan/codes";
import type { Resource } from "../../../plan/cycles";
import { costFactOf, costPlanOf, costsByKind, isWaiting, orderBy, totalCost, type Costs, type KindCost } from "../../../plan/resources";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { shortDay } from "../days";
import { PlusIcon } from "../icons";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { ORGANIZE_WORDS } from "./words";

export function Resources() {
  const { say } = useSurroundings();
  const { plan, cycle, isReadOnly } = usePlan();
  const kinds = useMemo(() => (cycle ? costsByKind(plan, cycle) : []), [plan, cycle]);
  const all = cycle && totalCost(plan, cycle);
  const most = Math.max(1, ...kinds.map((kind) => Math.max(kind.plan, kind.fact)));
  return (
    <>
      <ScreenHead title={say(ORGANIZE_WORDS.resources)} hasBack>
        {!isReadOnly && <Opens to={{ at: "resource", row: null }} class="add" label={say(ORGANIZE_WORDS.addResource)}><PlusIcon /></Opens>}
      </ScreenHead>
      {all && <p class="control-line"><span class="caption">{say(ORGANIZE_WORDS.total)}</span> <Cost costs={all} /></p>}
      {kinds.map((kind) => <KindResources key={kind.kind} kind={kind} most={most} />)}
    </>
  );
}

function Cost({ costs: { plan, fact, unknown } }: { readonly costs: Costs }) {
  const { say, language } = useSurroundings();
  const { cycle } = usePlan();
  const money = (value: number) => amount(value, "money", language, cycle?.fields.currency ?? null);
  return <span class="row-note">{unknown > 0 && fact > 0 ? say(ORGANIZE_WORDS.costsUnknown, money(plan), money(fact), unknown) : say(ORGANIZE_WORDS.costs, money(plan), money(fact))}</span>;
}

function KindResources({ kind, most }: { readonly kind: KindCost; readonly most: number }) {
  const { say, language } = useSurroundings();
  const { isReadOnly } = usePlan();
  const { shown, rest, more } = useCut(kind.resources);
  return (
    <details class="area">
      <summary>
        <span class="area-title">{KINDS.find(({ code }) => code === kind.kind)!.words[language]}</span>
        <span class="row-note">{kind.resources.length}</span>
        {kind.resources.length > 0 && <Cost costs={kind} />}
        {kind.plan > 0 && (
          <span class="cost-bar" aria-hidden="true">
            <span class="cost-plan" style={{ inlineSize: `${(kind.plan / most) * 100}%` }} />
            <span class={kind.fact > kind.plan ? "cost-fact over" : "cost-fact"} style={{ inlineSize: `${(kind.fact / most) * 100}%` }} />
          </span>
        )}
      </summary>
      {kind.resources.length === 0 && <p class="quiet">{say(ORGANIZE_WORDS.noResources)}</p>}
      <ul class="rows">{shown.map((resource) => <Line key={resource.row} resource={resource} />)}</ul>
      <More rest={rest} more={more} />
      {!isReadOnly && <Opens to={{ at: "resource", row: null, kind: kind.kind }} class="link"><PlusIcon /> {say(ORGANIZE_WORDS.addResource)}</Opens>}
    </details>
  );
}

function Line({ resource }: { readonly resource: Resource }) {
  const { say, language } = useSurroundings();
  const { cycle, today } = usePlan();
  const { row, label, fields: { name, status } } = resource;
  const currency = cycle?.fields.currency ?? null;
  const money = (value: number | null) => (value === null ? "–" : amount(value, "money", language, currency));
  const [plan, fact, order] = [costPlanOf(resource), costFactOf(resource), isWaiting(resource) ? orderBy(resource) : null];
  const isOver = plan !== null && fact !== null && fact > plan;
  return (
    <li>
      <Opens to={{ at: "resource", row }} class="row">
        <span class="row-title"><bdi>{visible(name ?? label)}</bdi></span>
        <span class="row-line">
          <span class={isOver ? "row-note lacking" : fact === null ? "row-value" : "row-note"}>{fact === null ? money(plan) : say(ORGANIZE_WORDS.costs, money(plan), money(fact))}</span>
          <span class="row-note">{RESOURCE_STATUSES.find(({ code }) => code === status)?.words[language]}</span>
        </span>
        {order !== null && <span class={order < today ? "row-note lacking" : "row-note"}>{say(order < today ? ORGANIZE_WORDS.orderLate : ORGANIZE_WORDS.orderBy, shortDay(order, language, today))}</span>}
      </Opens>
    </li>
  );
}
