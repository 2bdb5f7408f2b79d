/** How many people more must be there, from the day on which they start, for the team to sell the target less repeat business. */
import { useMemo } from "preact/hooks";
import type { BackwardInputs } from "../../../plan/backward-plan";
import type { Cycle } from "../../../plan/cycles";
import { peopleMustBe, type PeopleMustBe as Answer } from "../../../plan/people-must-be";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { shortDay, typedDay } from "../days";
import { DateInput } from "../fields/date";
import { Shell } from "../fields/shell";
import { useTexts } from "../fields/use-texts";
import { FIELD_WORDS } from "../fields/words";
import { BACKWARD_WORDS } from "./words";

type Props = { readonly cycle: Cycle; readonly inputs: BackwardInputs; readonly hireDays: number | null };

export function PeopleMustBe({ cycle, inputs: { target, repeat }, hireDays }: Props) {
  const { say } = useSurroundings();
  const { plan, today } = usePlan();
  const texts = useTexts(`people must be ${cycle.row}`, { start: "" });
  const typed = texts.text("start").trim();
  const start = typed === "" ? null : typedDay(typed, today);
  const isWrong = typed !== "" && start === null;
  const answer = useMemo(() => (isWrong ? null : peopleMustBe(plan, cycle, { target, repeat }, hireDays, today, start)), [plan, cycle, target, repeat, hireDays, today, start, isWrong]);
  const first = answer?.kind === "hire" ? answer.start : answer?.kind === "late" ? answer.now.start : undefined;
  const lines = useLines(cycle, answer, start, target, repeat);
  return (
    <>
      <Shell name="startOn" label={say(BACKWARD_WORDS.startOn)} problem={isWrong ? FIELD_WORDS.wrongDay : null} isRequired={false} hint={first !== undefined && typed === "" && say(BACKWARD_WORDS.startHint)}>
        {(parts) => <DateInput parts={parts} label={say(BACKWARD_WORDS.startOn)} text={texts.text("start")} set={(text) => texts.set("start", text)} today={today} otherwise={first} />}
      </Shell>
      <ul class="must-be" role="list">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </>
  );
}

/** The answer in sentences; none while the day is being typed. */
function useLines(cycle: Cycle, answer: Answer | null, start: number | null, target: number, repeat: number): readonly string[] {
  const { say, language } = useSurroundings();
  const { today } = usePlan();
  const money = (value: number) => amount(value, "money", language, cycle.fields.currency);
  const day = (serial: number) => shortDay(serial, language, today);
  if (answer === null) return [];
  if (answer.kind === "missing") return [say({ target: BACKWARD_WORDS.lacksTarget, quota: BACKWARD_WORDS.lacksQuota, attainment: BACKWARD_WORDS.lacksAttainment }[answer.what])];
  if (answer.kind === "covered") return [say(BACKWARD_WORDS.repeatCovers)];
  const { need, capacity } = answer;
  const less = repeat > 0 ? [say(BACKWARD_WORDS.mustBeLess, money(need), money(target), money(repeat))] : [];
  const sold = (each: number) => [say(BACKWARD_WORDS.mustBeSold, money(capacity), money(need), money(each)), ...less];
  if (answer.kind === "enough") return [say(BACKWARD_WORDS.enoughPeople, money(capacity), money(need)), ...less];
  if (answer.kind === "hire") {
    if (answer.people === null) return [say(BACKWARD_WORDS.sellsNothing, day(answer.start))];
    const full = answer.fullFrom === null ? [] : [say(BACKWARD_WORDS.mustBeFull, day(answer.fullFrom))];
    return [say(BACKWARD_WORDS.mustBeThere, answer.people, day(answer.start)), say(BACKWARD_WORDS.mustBeSought, day(answer.searchBy), answer.hireDays), ...full, ...sold(answer.each)];
  }
  const { searchBy, now, rampMonths, hireDays } = answer;
  const late = searchBy === null ? [] : [start === null ? say(BACKWARD_WORDS.hireByPast, day(searchBy), rampMonths, hireDays) : say(BACKWARD_WORDS.startTooLate, day(start), day(searchBy), hireDays)];
  return now.people === null ? [...late, say(BACKWARD_WORDS.nobodyHelps, day(now.start))] : [...late, say(BACKWARD_WORDS.hireNow, day(now.start), now.people), ...sold(now.each)];
}
