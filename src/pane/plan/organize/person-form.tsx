/** One person of the team. */
import { rowById } from "../../../plan/find";
import type { PlanRow, RowId, Typed } from "../../../plan/plan";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { useForm } from "../fields";
import { GOAL_WORDS } from "../goals/words";
import { ScreenHead } from "../screen-head";
import { RowForm } from "./row-form";
import { ORGANIZE_WORDS } from "./words";

export function PersonForm({ row }: { readonly row: RowId | null }) {
  const { say } = useSurroundings();
  const { plan } = usePlan();
  const person = row === null ? null : rowById(plan, "team", row);
  if (row !== null && person === null) return <><ScreenHead title={say(ORGANIZE_WORDS.people)} hasBack /><p class="quiet">{say(GOAL_WORDS.gone)}</p></>;
  return <Fields person={person} />;
}

const below0 = (value: Typed | undefined) => (typeof value === "number" && value < 0 ? ORGANIZE_WORDS.negative : undefined);

function Fields({ person }: { readonly person: PlanRow<"team"> | null }) {
  const { say } = useSurroundings();
  const { plan, today } = usePlan();
  const form = useForm({
    name: `person ${person?.row ?? "new"}`, table: "team", row: person,
    begin: { start: today, per: "month", time_share: 1, ramp: plan.rows.ramp[0]?.fields.profile ?? null },
    checks: ({ start, end, quota, attainment, time_share }) => ({
      quota: below0(quota), attainment: below0(attainment), time_share: below0(time_share),
      end: typeof start === "number" && typeof end === "number" && end < start ? ORGANIZE_WORDS.endFirst : undefined,
    }),
  });
  return (
    <RowForm
      form={form} table="team" row={person} title={person ? (person.fields.person ?? "") : say(ORGANIZE_WORDS.newPerson)} saved={(filled) => say(ORGANIZE_WORDS.savedPerson, filled.text("person").trim())}
      fields={[["person", "role"], ["quota", "per"], ["start", "end"]]} folded={[["attainment", "time_share"], "ramp"]}
    />
  );
}
