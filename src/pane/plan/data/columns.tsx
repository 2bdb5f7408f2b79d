/** What the columns of the table are taken for, with a few values of each: to be confirmed, or changed. */
import { useEffect, useState } from "preact/hooks";
import { DATA_KINDS, DATA_ROLES, NEEDED, type DataKind } from "../../../catalogue/data-kinds";
import type { DataChoice, DataColumn } from "../../../catalogue/deal-data";
import type { DataRole, DataRoles } from "../../../catalogue/data-roles";
import { ROLE_WORDS } from "../../../catalogue/role-words";
import type { Stages } from "../../../catalogue/table-stages";
import type { FoundTable } from "../../host";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings, type Surroundings } from "../../surroundings";
import { shortDay } from "../days";
import { Shell } from "../fields/shell";
import type { Chosen, DataState } from "./use-data";
import { DATA_WORDS, KIND_WORDS } from "./words";

/** These are in sight; the others are unfolded. */
const FIRST = 6;
/** What these columns are decides what stages there are: the table is read again at once. */
const DECIDES: readonly DataRole[] = ["stage", "lastStage", "deal", "date"];

type Props = {
  readonly state: DataState;
  readonly chosen: Chosen;
  readonly today: number;
  /** Histories beside the table, and the sheet of the one that is used; "" for none. */
  readonly histories: readonly FoundTable[];
  readonly history: string;
  readonly setHistory: (sheet: string) => void;
  /** @param choice what is to be counted */
  readonly count: (choice: DataChoice, isChanged: boolean) => void;
};

export function Columns({ state, chosen: { found }, today, histories, history, setHistory, count }: Props) {
  const { say, language } = useSurroundings();
  const [choice, setChoice] = useState<DataChoice>({ kind: found.kind, roles: found.roles, stages: found.stages });
  // What was read again knows other stages.
  useEffect(() => setChoice({ kind: found.kind, roles: found.roles, stages: found.stages }), [found]);
  const [wasTried, setTried] = useState(false);
  const isChanged = JSON.stringify(choice) !== JSON.stringify({ kind: found.kind, roles: found.roles, stages: found.stages });
  const again = (next: DataChoice) => {
    setChoice(next);
    state.change(next);
  };
  const setRole = (role: DataRole, at: number | null) => {
    const rest = Object.fromEntries(Object.entries(choice.roles).filter(([each, column]) => each !== role && column !== at)) as DataRoles;
    const roles = at === null ? rest : { ...rest, [role]: at };
    if (DECIDES.includes(role)) again({ ...choice, roles, stages: null });
    else setChoice({ ...choice, roles });
  };
  const missing = NEEDED[choice.kind].filter((role) => choice.roles[role] === undefined);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0 && (choice.stages === null || choice.stages.order.length > 0)) count(choice, isChanged);
  };
  const field = (role: DataRole) => <ColumnField key={role} role={role} choice={choice} certainty={choice.roles[role] === found.roles[role] ? found.certainty[role] : "sure"} columns={found.columns} today={today} isMissing={missing.includes(role)} wasTried={wasTried} set={(at) => setRole(role, at)} />;
  const roles = DATA_ROLES[choice.kind];
  return (
    <form onSubmit={submit} noValidate aria-busy={state.isBusy}>
      <p>{say(DATA_WORDS.areRight)}</p>
      <Shell name="kind" label={say(DATA_WORDS.kind)} problem={null} isRequired>
        {(parts) => (
          <select {...parts} value={choice.kind} onChange={(event) => again({ ...choice, kind: event.currentTarget.value as DataKind, roles: rolesFor(event.currentTarget.value as DataKind, choice.roles), stages: null })}>
            {DATA_KINDS.map((each) => <option key={each} value={each}>{KIND_WORDS[each][language]}</option>)}
          </select>
        )}
      </Shell>
      {roles.slice(0, FIRST).map(field)}
      {choice.stages && found.names.length > 0 && <StageFields names={found.names} stages={choice.stages} set={(stages) => setChoice({ ...choice, stages })} />}
      {choice.kind === "deals" && histories.length > 0 && (
        <Shell name="history" label={say(DATA_WORDS.stagesFrom)} problem={null} isRequired={false}>
          {(parts) => (
            <select {...parts} value={history} onChange={(event) => setHistory(event.currentTarget.value)}>
              {histories.map(({ sheet }) => <option key={sheet} value={sheet}>{visible(sheet)}</option>)}
              <option value="">{say(DATA_WORDS.notUsed)}</option>
            </select>
          )}
        </Shell>
      )}
      {roles.length > FIRST && <details class="options"><summary>{say(DATA_WORDS.moreColumns)}</summary>{roles.slice(FIRST).map(field)}</details>}
      <div class="form-foot still"><button type="submit" class="main" disabled={state.isBusy}>{say(state.isBusy ? DATA_WORDS.reading : DATA_WORDS.count)}</button></div>
    </form>
  );
}

/** The same columns in another kind of table: the date that counts stays the date that counts. */
function rolesFor(kind: DataKind, roles: DataRoles): DataRoles {
  const date = roles.closed ?? roles.date;
  const rest = Object.fromEntries(Object.entries(roles).filter(([role]) => role !== "closed" && role !== "date")) as DataRoles;
  return { ...rest, ...(date !== undefined && (kind === "history" ? { date } : { closed: date })) };
}

type FieldProps = { readonly role: DataRole; readonly choice: DataChoice; readonly certainty: string | undefined; readonly columns: readonly DataColumn[]; readonly today: number; readonly isMissing: boolean; readonly wasTried: boolean; readonly set: (at: number | null) => void };

function ColumnField({ role, choice, certainty, columns, today, isMissing, wasTried, set }: FieldProps) {
  const surroundings = useSurroundings();
  const { say, language } = surroundings;
  const at = choice.roles[role];
  const column = at === undefined ? undefined : columns[at];
  const doubt = certainty === "likely" ? DATA_WORDS.isLikely : certainty === "guess" ? DATA_WORDS.isGuess : null;
  return (
    <Shell name={role} label={ROLE_WORDS[role][language]} problem={isMissing ? DATA_WORDS.isNeeded : null} isRequired={NEEDED[choice.kind].includes(role)} wasTried={wasTried}
      hint={column && <>{samplesOf(column, surroundings, today)}{doubt && <span class="warning">{` ${say(doubt)}`}</span>}</>}>
      {(parts) => (
        <select {...parts} value={String(at ?? "")} onChange={(event) => set(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}>
          <option value="">{say(DATA_WORDS.noColumn)}</option>
          {columns.map(({ header }, i) => <option key={i} value={String(i)}>{header === "" ? say(DATA_WORDS.unnamed, i + 1) : visible(header)}</option>)}
        </select>
      )}
    </Shell>
  );
}

function samplesOf({ samples, isDate }: DataColumn, { say, language }: Surroundings, today: number): string {
  const shown = samples.map((value) => (typeof value === "string" ? visible(value) : isDate ? shortDay(value, language, today) : plainNumber(value, language)));
  return shown.length === 0 ? say(DATA_WORDS.empty) : say(DATA_WORDS.example, shown.join(" · "));
}

function StageFields({ names, stages: { order, lost }, set }: { readonly names: readonly string[]; readonly stages: Stages; readonly set: (stages: Stages) => void }) {
  const { say } = useSurroundings();
  const won = order[order.length - 1] ?? "";
  const setWon = (name: string) => set({ order: [...order.filter((each) => each !== name), name], lost: lost.filter((each) => each !== name) });
  const setLost = (name: string, isLost: boolean) => set(isLost ? { order: order.filter((each) => each !== name), lost: [...lost, name] } : { order: [...order.slice(0, -1), name, ...order.slice(-1)], lost: lost.filter((each) => each !== name) });
  return (
    <>
      <Shell name="won" label={say(DATA_WORDS.wonStage)} problem={null} isRequired hint={order.length > 2 && say(DATA_WORDS.order, order.map(visible).join(" → "))}>
        {(parts) => (
          <select {...parts} value={won} onChange={(event) => setWon(event.currentTarget.value)}>
            {names.map((name) => <option key={name} value={name}>{visible(name)}</option>)}
          </select>
        )}
      </Shell>
      <fieldset class="field chips" data-field="lost">
        <legend class="label">{say(DATA_WORDS.lostStages)}</legend>
        <div class="chip-row">
          {names.filter((name) => name !== won).map((name) => (
            <label key={name} class="chip-choice">
              <input type="checkbox" checked={lost.includes(name)} onChange={(event) => setLost(name, event.currentTarget.checked)} />
              <span><bdi>{visible(name)}</bdi></span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
