/** Targets of one goal by month: typed, or filled at a press so that they add up exactly; their sum stands against the target all the time. */
import { useState } from "preact/hooks";
import { isoDay } from "../../../core/calendar";
import { rowsOfGoal, type Goal } from "../../../plan/cycles";
import { rowById, rowOf } from "../../../plan/find";
import { hasMonths, inShares, isPattern, monthsOf, monthTargets, offBy, setMonths, splitByMonth, wayByMonth } from "../../../plan/monthly";
import type { Operation } from "../../../plan/operation";
import { columnOf, type Plan, type RowId } from "../../../plan/plan";
import { REASONS } from "../../../plan/reasons";
import { seasonOf } from "../../../plan/settings";
import { capital } from "../../charts/text";
import { visible } from "../../spoofing";
import { useSurroundings, type Surroundings } from "../../surroundings";
import { amount, currencySign } from "../amounts";
import { usePlan } from "../context";
import { monthAndYear, monthName } from "../days";
import { focusFirstProblem, FormFoot } from "../fields/form-foot";
import { NumberInput, understood } from "../fields/number";
import { Shell } from "../fields/shell";
import { readField, valueText, type Reading } from "../fields/typed-field";
import { useTexts } from "../fields/use-texts";
import { Opens } from "../opens";
import { ORGANIZE_WORDS } from "../organize/words";
import { ScreenHead } from "../screen-head";
import { MONTH_WORDS } from "./month-words";
import { GOAL_WORDS } from "./words";

const TARGET = columnOf("months", "target")!;

/** The way to them, where the goal can have some. */
export function MonthsLink({ goal }: { readonly goal: Goal }) {
  const { say } = useSurroundings();
  return wayByMonth(goal) === null ? null : <p class="spaced"><Opens to={{ at: "months", goal: goal.row }} class="add">{say(MONTH_WORDS.months)}</Opens></p>;
}

/** Beside what is expected by now: that it is by months, and how far they are from the target, which may have been changed since. */
export function monthsNote(plan: Plan, goal: Goal, say: Surroundings["say"], show: (value: number) => string): string | null {
  if (!hasMonths(plan, goal)) return null;
  const way = wayByMonth(goal)!;
  const off = offBy(monthTargets(plan, goal), way);
  return off === 0 ? say(MONTH_WORDS.byMonth) : `${say(MONTH_WORDS.byMonth)}. ${sumOf(off, way, say, show)}`;
}

const sumOf = (off: number, way: number, say: Surroundings["say"], show: (value: number) => string): string =>
  say(off === 0 ? MONTH_WORDS.exact : off < 0 ? MONTH_WORDS.missing : MONTH_WORDS.tooMuch, show(way + off), show(Math.abs(off)));

export function Months({ row }: { readonly row: RowId }) {
  const { say, language } = useSurroundings();
  const { plan } = usePlan();
  const goal = rowById(plan, "goals", row);
  const way = goal && wayByMonth(goal);
  if (goal && way !== null) return <Fields goal={goal} way={way} />;
  return <><ScreenHead title={say(MONTH_WORDS.months)} hasBack /><p class="quiet">{goal ? REASONS.notAdding[language] : say(GOAL_WORDS.gone)}</p></>;
}

function Fields({ goal, way }: { readonly goal: Goal; readonly way: number }) {
  const surroundings = useSurroundings();
  const { say, language, notation } = surroundings;
  const { plan, today, cycle, drafts, save, newRow, back, isReadOnly } = usePlan();
  const { unit } = goal.fields;
  const [called, rows] = [goal.fields.name ?? goal.label, rowsOfGoal(plan, "months", goal)];
  const percent = unit === "%";
  const reading: Reading = { language, notation, today, percent };
  const months = monthsOf(goal);
  const textOf = (value: number | null): string => (value === null ? "" : valueText(TARGET, value, reading));
  const before = monthTargets(plan, goal);
  const form = `months ${goal.row}`;
  const [isKept, setKept] = useState(() => drafts.has(form));
  const [wasTried, setTried] = useState(false);
  const { text, set, reset } = useTexts(form, Object.fromEntries(months.map((month, i) => [String(month), textOf(before[i]!)])));
  const read = (month: number): number | null | undefined => {
    const found = readField(TARGET, text(String(month)), reading);
    return "value" in found && (found.value === null || (typeof found.value === "number" && found.value >= 0)) ? found.value : undefined;
  };
  const problemOf = (month: number) => {
    const found = readField(TARGET, text(String(month)), reading);
    return "problem" in found ? found.problem : read(month) === undefined ? ORGANIZE_WORDS.negative : null;
  };
  // What was not touched stays as exact as it is, whatever its text shows of it.
  const values = months.map((month, i) => (text(String(month)) === textOf(before[i]!) ? before[i]! : read(month)));
  const known = values.map((value) => value ?? null);
  const off = offBy(known, way);
  const show = (value: number): string => amount(value, unit, language, cycle?.fields.currency ?? null);
  const leave = () => {
    reset();
    setKept(false);
    back();
  };
  const write = (title: string, operations: readonly Operation[]) => {
    if (operations.length === 0 || save(title, operations)) leave();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (values.includes(undefined)) return focusFirstProblem(event.currentTarget);
    write(`${say(MONTH_WORDS.months)}: ${called}`, setMonths(plan, goal, known, newRow));
  };
  const fill = (parts: readonly (number | null)[] | null) => parts?.forEach((part, i) => set(String(months[i]), textOf(part)));
  const origin = rowOf(plan, "goals", goal.fields.carried_from);
  const asBefore = origin && inShares(goal, monthTargets(plan, origin));
  const sign = unit === "money" ? currencySign(cycle?.fields.currency ?? null, language) : undefined;
  return (
    <form onSubmit={submit} noValidate>
      <ScreenHead title={say(MONTH_WORDS.months)} hasBack />
      <p><bdi>{visible(called)}</bdi>: {show(way)}</p>
      <fieldset class="plain" disabled={isReadOnly}>
        <div class="buttons spaced">
          {(["even", ...(new Set(seasonOf(plan)).size > 1 ? ["season" as const] : [])] as const).map((by) => (
            <button key={by} type="button" onClick={() => fill(splitByMonth(plan, goal, way, by))}>{say(MONTH_WORDS[by])}</button>
          ))}
          {asBefore && isPattern(asBefore) && <button type="button" onClick={() => fill(asBefore)}>{say(MONTH_WORDS.asBefore, visible(origin.fields.cycle ?? origin.label))}</button>}
        </div>
        <div class="pair">
          {months.map((month) => (
            <Shell key={month} name={String(month)} label={capital(months.some((each) => yearOf(each) !== yearOf(month)) ? monthAndYear(month, language) : monthName(month, language, "long"))} problem={problemOf(month)} isRequired={false} wasTried={wasTried} hint={understood(text(String(month)), read(month), percent, surroundings)}>
              {(parts) => <NumberInput parts={parts} text={text(String(month))} set={(typed) => set(String(month), typed)} unit={percent ? "%" : sign} />}
            </Shell>
          ))}
        </div>
      </fieldset>
      <p role="status" class={off === 0 ? "spaced" : "spaced warning"}>{sumOf(off, way, say, show)}</p>
      <p class="hint">{say(MONTH_WORDS.follow)}</p>
      <FormFoot form={{ isKept, reset: () => { reset(); setKept(false); } }}>
        {rows.length > 0 && !isReadOnly && <button type="button" class="link quiet-link" onClick={() => write(`${say(MONTH_WORDS.remove)}: ${called}`, rows.map(({ row }) => ({ kind: "delete", table: "months", row })))}>{say(MONTH_WORDS.remove)}</button>}
      </FormFoot>
    </form>
  );
}

const yearOf = (month: number): string => isoDay(month).slice(0, 4);
