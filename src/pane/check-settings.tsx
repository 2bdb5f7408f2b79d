/** What the table is taken for: its kind, its columns, its stages. Recognised, shown, and changed here by the user. */
import type { Checked, Choice } from "../catalogue/table-check";
import type { Role, Roles, TableKind } from "../catalogue/table-roles";
import type { Stages } from "../catalogue/table-stages";
import { ROLES } from "./checking";
import { UpIcon } from "./icons";
import { columnLetters } from "./reference";
import { visible } from "./spoofing";
import { useCheckWords, useSurroundings } from "./surroundings";

const ROLES_OF: Readonly<Record<TableKind, readonly Role[]>> = {
  history: ["deal", "stage", "date", "left"],
  deals: ["deal", "stage", "lastStage", "created", "closed", "amount", "currency"],
  other: [],
};

export function CheckSettings({ checked, left, change }: { readonly checked: Checked; /** The first column of the table, from 1. */ readonly left: number; readonly change: (choice: Choice | null) => void }) {
  const { say, language } = useSurroundings();
  const { texts, kinds, roles: roleWords } = useCheckWords();
  const { kind, roles, stages, headers } = checked;
  const setKind = (next: TableKind) => change({ kind: next, roles: rolesFor(next, roles), stages: next === "other" ? null : stages });
  const setRole = (role: Role, column: number | null) => {
    const others = Object.fromEntries(Object.entries(roles).filter(([each, at]) => each !== role && at !== column)) as Roles;
    const next = column === null ? others : { ...others, [role]: column };
    change({ kind, roles: next, stages: role === "stage" || role === "lastStage" ? null : stages });
  };
  return (
    <details class="options">
      <summary>{say(texts.columnsAndStages)}</summary>
      <p class="caption">{say(texts.isRight)}</p>
      <div class="field">
        <label class="label" for="voronka-kind">{say(texts.tableKind)}</label>
        <select id="voronka-kind" value={kind} onChange={(event) => setKind(event.currentTarget.value as TableKind)}>
          {(Object.keys(kinds) as TableKind[]).map((each) => <option key={each} value={each}>{kinds[each][language]}</option>)}
        </select>
      </div>
      {ROLES_OF[kind].map((role) => (
        <div class="field" key={role}>
          <label class="label" for={`voronka-role-${role}`}>{roleWords[role][language]}</label>
          <select id={`voronka-role-${role}`} value={String(roles[role] ?? "")} onChange={(event) => setRole(role, event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}>
            <option value="">{say(texts.noColumn)}</option>
            {headers.map((header, column) => <option key={column} value={String(column)}>{visible(header)}{headers.indexOf(header) === headers.lastIndexOf(header) ? "" : ` (${columnLetters(left + column)})`}</option>)}
          </select>
        </div>
      ))}
      {stages && checked.names.length > 0 && <StageList names={checked.names} stages={stages} change={(next) => change({ kind, roles, stages: next })} />}
    </details>
  );
}

/** The same columns in the other kind of table: what was the date of entry is the day of creation, and the other way round. */
function rolesFor(kind: TableKind, roles: Roles): Roles {
  const date = kind === "history" ? (roles.date ?? roles.created) : (roles.created ?? roles.date);
  const all: Roles = { ...roles, ...(date !== undefined && { [kind === "history" ? "date" : "created"]: date }) };
  return Object.fromEntries(ROLES.filter((role) => all[role] !== undefined && ROLES_OF[kind].includes(role)).map((role) => [role, all[role]])) as Roles;
}

type Place = "order" | "lost" | "none";

function StageList({ names, stages, change }: { readonly names: readonly string[]; readonly stages: Stages; readonly change: (stages: Stages) => void }) {
  const { say } = useSurroundings();
  const { texts } = useCheckWords();
  const { order, lost } = stages;
  const rest = names.filter((name) => !order.includes(name) && !lost.includes(name));
  const put = (name: string, place: Place) => {
    const without = { order: order.filter((each) => each !== name), lost: lost.filter((each) => each !== name) };
    // A new step stands before the won one, which stays the last.
    if (place === "order") change({ ...without, order: [...without.order.slice(0, -1), name, ...without.order.slice(-1)] });
    else change(place === "lost" ? { ...without, lost: [...without.lost, name] } : without);
  };
  const swap = (at: number, to: number) => change({ ...stages, order: order.map((name, i) => (i === at ? order[to]! : i === to ? order[at]! : name)) });
  const line = (name: string, place: Place, at: number) => (
    <li key={`${place}-${name}`}>
      <bdi class="stage-name">{place === "order" && `${at + 1}. `}{visible(name)}</bdi>
      {place === "order" && (
        <>
          <button type="button" class="step" disabled={at === 0} aria-label={say(texts.moveUp, visible(name))} onClick={() => swap(at, at - 1)}><UpIcon /></button>
          <button type="button" class="step down" disabled={at === order.length - 1} aria-label={say(texts.moveDown, visible(name))} onClick={() => swap(at, at + 1)}><UpIcon /></button>
        </>
      )}
      <select aria-label={visible(name)} value={place} onChange={(event) => put(name, event.currentTarget.value as Place)}>
        <option value="order">{say(texts.inFunnel)}</option>
        <option value="lost">{say(texts.isLost)}</option>
        <option value="none">{say(texts.isUnknown)}</option>
      </select>
    </li>
  );
  return (
    <div class="field">
      <span class="label" id="voronka-stages">{say(texts.stages)}</span>
      <span class="caption">{say(texts.lastIsWon)}</span>
      <ul class="stages" aria-labelledby="voronka-stages">
        {order.map((name, i) => line(name, "order", i))}
        {lost.map((name, i) => line(name, "lost", i))}
        {rest.map((name, i) => line(name, "none", i))}
      </ul>
    </div>
  );
}
