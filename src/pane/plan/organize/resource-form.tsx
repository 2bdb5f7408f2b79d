/** One resource: how much of what, at which price, from when. */
import type { Kind } from "../../../plan/coverage";
import type { Resource } from "../../../plan/cycles";
import { idOf, rowById } from "../../../plan/find";
import type { RowId, Typed } from "../../../plan/plan";
import { useSurroundings } from "../../surroundings";
import { currencySign } from "../amounts";
import { usePlan } from "../context";
import { useForm } from "../fields";
import { GOAL_WORDS } from "../goals/words";
import { ScreenHead } from "../screen-head";
import { RowForm } from "./row-form";
import { ORGANIZE_WORDS } from "./words";

export function ResourceForm({ row, kind }: { readonly row: RowId | null; readonly kind: Kind | null }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const resource = row === null ? null : rowById(plan, "resources", row);
  if (row !== null && resource === null) return <><ScreenHead title={say(ORGANIZE_WORDS.resources)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
  return <Fields resource={resource} kind={kind} />;
}

const below0 = (value: Typed | undefined) => (typeof value === "number" && value < 0 ? ORGANIZE_WORDS.negative : undefined);

function Fields({ resource, kind }: { readonly resource: Resource | null; readonly kind: Kind | null }) {
  const { say, language } = useSurroundings();
  const { cycle, today } = usePlan();
  const currency = currencySign(cycle?.fields.currency ?? null, language);
  const form = useForm({
    name: `resource ${resource?.row ?? `new ${kind ?? ""}`}`, table: "resources", row: resource,
    begin: { cycle: cycle && idOf("cycles", cycle), kind, start: Math.max(today, cycle?.fields.start ?? today), end: cycle?.fields.end ?? null, status: "needed", lead_days: 0 },
    not: ["cycle"],
    checks: ({ start, end, qty_plan, qty_fact, price, cost_fact, lead_days }) => ({
      qty_plan: below0(qty_plan), qty_fact: below0(qty_fact), price: below0(price), cost_fact: below0(cost_fact), lead_days: below0(lead_days),
      end: typeof start === "number" && typeof end === "number" && end < start ? ORGANIZE_WORDS.endFirst : undefined,
    }),
  });
  return (
    <RowForm
      form={form} table="resources" row={resource} title={resource ? (resource.fields.name ?? resource.label) : say(ORGANIZE_WORDS.newResource)} saved={(filled) => say(ORGANIZE_WORDS.savedResource, filled.text("name").trim())}
      fields={["name", ["kind", "status"], ["qty_plan", "unit"], ["price", "lead_days"], ["start", "end"], "owner"]}
      units={{ price: currency, cost_fact: currency }}
      folded={[["qty_fact", "cost_fact"], "goal", "task", "note"]}
    />
  );
}
