/** The corrective actions: those to verify first, then the open ones, then what has been learned. */
import { actionsToVerify } from "../../../plan/corrective";
import type { Action } from "../../../plan/cycles";
import { ACTION_STATUSES, VERDICTS } from "../../../plan/codes";
import { rowOf } from "../../../plan/find";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { shortDay } from "../days";
import { PlusIcon } from "../icons";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import { CONTROL_WORDS } from "./words";

export function Actions() {
  const { say } = useSurroundings();
  const { plan, today, isReadOnly } = usePlan();
  const first = actionsToVerify(plan, today);
  const waiting = new Set(first.map(({ row }) => row));
  const others = plan.rows.actions.filter(({ row }) => !waiting.has(row));
  const open = others.filter(({ fields }) => fields.status !== "verified").sort((a, b) => (a.fields.due ?? Infinity) - (b.fields.due ?? Infinity));
  const over = others.filter(({ fields }) => fields.status === "verified").sort((a, b) => (b.fields.checked ?? 0) - (a.fields.checked ?? 0));
  const { shown, rest, more } = useCut([...first, ...open, ...over]);
  return (
    <>
      <ScreenHead title={say(CONTROL_WORDS.actions)} hasBack>
        {!isReadOnly && <Opens to={{ at: "action", row: null, goal: null }} class="add" label={say(CONTROL_WORDS.addAction)}><PlusIcon /></Opens>}
      </ScreenHead>
      {shown.length === 0 && <p class="quiet">{say(CONTROL_WORDS.noActions)}</p>}
      <ul class="rows">{shown.map((action) => <ActionLine key={action.row} action={action} />)}</ul>
      <More rest={rest} more={more} />
    </>
  );
}

export function ActionLine({ action: { row, label, fields } }: { readonly action: Action }) {
  const { say, language } = useSurroundings();
  const { plan, today } = usePlan();
  const goal = rowOf(plan, "goals", fields.goal);
  const word = fields.status === "verified" ? VERDICTS.find(({ code }) => code === fields.verdict)?.words : ACTION_STATUSES.find(({ code }) => code === fields.status)?.words;
  const isLate = fields.status !== "verified" && fields.due !== null && fields.due < today;
  return (
    <li>
      <Opens to={{ at: "action", row, goal: null }} class="row">
        <span class="row-title"><bdi>{visible(fields.action ?? label)}</bdi></span>
        <span class="row-note"><bdi>{visible(goal?.fields.name ?? fields.goal ?? fields.stage ?? "")}</bdi></span>
        <span class="row-line">
          <span class={isLate ? "row-note lacking" : "row-note"}><bdi>{visible(fields.owner ?? "")}</bdi>{fields.due !== null && ` · ${say(CONTROL_WORDS.dueOn, shortDay(fields.due, language, today))}`}</span>
          <span class="status">{isLate ? say(CONTROL_WORDS.verify) : word?.[language]}</span>
        </span>
      </Opens>
    </li>
  );
}
