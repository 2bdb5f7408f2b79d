/** The check of the data: the tables, what each of them is taken for, and everything suspicious with its rows. It reads and shows, and changes nothing. */
import { useEffect } from "preact/hooks";
import type { Severity } from "../catalogue/check-words";
import type { Checked } from "../catalogue/table-check";
import { CheckSettings } from "./check-settings";
import { isRecognised, ROLES, type Checking, type TableState } from "./checking";
import { FindingView } from "./finding-view";
import { plainNumber } from "./format";
import { visible } from "./spoofing";
import { useCheckWords, useSurroundings } from "./surroundings";
import { WORDS } from "./words";

export function DataCheck({ checking }: { readonly checking: Checking }) {
  const { say } = useSurroundings();
  const { texts } = useCheckWords();
  const { tables, failure, chosen, restart } = checking;
  if (failure !== null) return <Failed reason={failure} again={restart} />;
  if (tables === null) return <p class="quiet" role="status">{say(WORDS.checking)}</p>;
  if (tables.length === 0) return (
    <div class="empty">
      <p role="status">{say(texts.noTables)}</p>
      <button type="button" onClick={restart}>{say(WORDS.checkAgain)}</button>
    </div>
  );
  return (
    <>
      {tables.length > 1 && <TableChoice tables={tables} checking={checking} />}
      {chosen && <TableView key={chosen.table.sheet} state={chosen} checking={checking} />}
    </>
  );
}

function Failed({ reason, again }: { readonly reason: string; readonly again: () => void }) {
  const { say } = useSurroundings();
  return (
    <div class="empty">
      <p class="failure" role="alert">{say(WORDS.notChecked, visible(reason))}</p>
      <button type="button" onClick={again}>{say(WORDS.checkAgain)}</button>
    </div>
  );
}

function TableChoice({ tables, checking }: { readonly tables: readonly TableState[]; readonly checking: Checking }) {
  const { say } = useSurroundings();
  const { texts } = useCheckWords();
  const [recognised, others] = [tables.filter(({ table }) => isRecognised(table)), tables.filter(({ table }) => !isRecognised(table))];
  const chips = (all: readonly TableState[]) => (
    <div class="groups" role="group" aria-label={say(WORDS.tables)}>
      {all.map(({ table, result }) => (
        <button key={table.sheet} type="button" class="chip" aria-pressed={table.sheet === checking.chosen?.table.sheet} onClick={() => checking.choose(table.sheet)}>
          <bdi>{visible(table.sheet)}</bdi> {result !== null && result !== "gone" && <span class="count">{result.findings.length === 0 ? "✓" : result.findings.length}</span>}
        </button>
      ))}
    </div>
  );
  return (
    <>
      {recognised.length > 0 && chips(recognised)}
      {others.length > 0 && (recognised.length === 0 ? chips(others) : <details class="others"><summary>{say(texts.otherTables, others.length)}</summary>{chips(others)}</details>)}
    </>
  );
}

function TableView({ state, checking }: { readonly state: TableState; readonly checking: Checking }) {
  const { say, announce } = useSurroundings();
  const { texts } = useCheckWords();
  const { table, result, failure, isBusy } = state;
  const checked = result === "gone" ? null : result;
  useEffect(() => {
    if (checked && !isBusy) announce(checked.findings.length === 0 ? `${say(texts.allFine)}. ${say(texts.nothingFoundIn, checked.rows)}` : say(WORDS.suspicious, checked.findings.length));
  }, [checked, isBusy]);
  if (failure !== null) return <Failed reason={failure} again={checking.restart} />;
  if (result === "gone") return <div class="empty"><p role="status">{say(texts.noHeaders)}</p><button type="button" onClick={checking.restart}>{say(WORDS.checkAgain)}</button></div>;
  if (checked === null) return <p class="quiet">{say(WORDS.checking)}</p>;
  return (
    <div aria-busy={isBusy}>
      <About checked={checked} sheet={table.sheet} />
      <CheckSettings checked={checked} left={table.column} change={checking.recheck} />
      <Verdict checked={checked} />
      <Findings checked={checked} sheet={table.sheet} />
      <p class="check-end"><button type="button" onClick={checking.restart}>{say(WORDS.checkAgain)}</button> <span class="caption">{say(texts.unchanged)}</span></p>
    </div>
  );
}

function About({ checked: { kind, rows, headers, roles }, sheet }: { readonly checked: Checked; readonly sheet: string }) {
  const { say, language } = useSurroundings();
  const { texts, kinds, roles: roleWords } = useCheckWords();
  const columns = ROLES.flatMap((role) => (roles[role] === undefined ? [] : [[role, roles[role]] as const]));
  return (
    <div class="about">
      <h2><bdi>{visible(sheet)}</bdi></h2>
      <p class="quiet">{kinds[kind][language]}, {say(WORDS.rowCount, plainNumber(rows, language))}</p>
      {kind === "other" ? <p class="caption">{say(texts.onlyCells)}</p> : (
        <p class="caption">
          {columns.map(([role, column], i) => <span key={role}>{i > 0 && " · "}{roleWords[role][language]}: <bdi>{visible(headers[column] ?? "")}</bdi></span>)}
        </p>
      )}
    </div>
  );
}

function Verdict({ checked: { findings, rows } }: { readonly checked: Checked }) {
  const { say, language } = useSurroundings();
  const { texts } = useCheckWords();
  return findings.length > 0 ? <h3 class="verdict">{say(WORDS.suspicious, findings.length)}</h3> : (
    <div class="fine">
      <h3>{say(texts.allFine)}</h3>
      <p>{say(texts.nothingFoundIn, plainNumber(rows, language))}</p>
    </div>
  );
}

function Findings({ checked: { findings }, sheet }: { readonly checked: Checked; readonly sheet: string }) {
  const { language } = useSurroundings();
  const { suspicions, severities } = useCheckWords();
  const order = Object.keys(suspicions);
  const sorted = [...findings].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return (
    <>
      {(Object.keys(severities) as Severity[]).map((severity) => {
        const own = sorted.filter(({ kind }) => suspicions[kind].severity === severity);
        return own.length > 0 && (
          <section key={severity} class={`severity ${severity}`} aria-labelledby={`voronka-${severity}`}>
            <h4 id={`voronka-${severity}`}>{severities[severity][language]}</h4>
            <ul>{own.map((finding) => <FindingView key={finding.kind} finding={finding} sheet={sheet} />)}</ul>
          </section>
        );
      })}
    </>
  );
}
