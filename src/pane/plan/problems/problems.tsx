/** The problems of the plan: how many there are, in the frame; and as a list, with repairs that are done by one press and undone by another. */
import type { Level, Problem } from "../../../plan/problems";
import { visible } from "../../spoofing";
import { sentence } from "../../sentence";
import { useSurroundings } from "../../surroundings";
import { usePlan } from "../context";
import { More, useCut } from "../cut";
import { WarningIcon } from "../icons";
import { Opens } from "../opens";
import { ScreenHead } from "../screen-head";
import type { Screen } from "../screens";
import { told } from "../told";
import { PLAN_WORDS } from "../words";
import { Notes } from "./notes";
import { PROBLEM_WORDS } from "./words";

export function ProblemsBadge() {
  const { say } = useSurroundings();
  const { go, problems } = usePlan();
  const count = problems.filter(({ level }) => level !== "info").length;
  return count === 0 ? null : (
    <button type="button" class="badge" aria-label={say(PLAN_WORDS.problems, count)} title={say(PLAN_WORDS.problems, count)} onClick={() => go({ at: "problems" })}>
      <WarningIcon /> {count}
    </button>
  );
}

const LEVELS: readonly Level[] = ["error", "warn", "info"];

export function Problems() {
  const { say } = useSurroundings();
  const { problems } = usePlan();
  const { shown, rest, more } = useCut(problems);
  return (
    <>
      <ScreenHead title={say(PROBLEM_WORDS.title)} hasBack />
      {problems.length === 0 && <p class="quiet" role="status">{say(PROBLEM_WORDS.none)}</p>}
      {LEVELS.map((level) => {
        const own = shown.filter((problem) => problem.level === level);
        return own.length > 0 && (
          <section key={level} aria-label={say(PROBLEM_WORDS[level])}>
            <h3>{say(PROBLEM_WORDS[level])} <span class="count">{problems.filter((problem) => problem.level === level).length}</span></h3>
            <ul class="rows">{own.map((problem, i) => <ProblemLine key={`${problem.code} ${problem.row ?? ""} ${problem.field ?? ""} ${i}`} problem={problem} />)}</ul>
          </section>
        );
      })}
      <More rest={rest} more={more} />
      <Notes />
    </>
  );
}

/** Where a row is edited in the pane. */
function screenOf({ table, row }: Problem): Screen | null {
  if (row === null) return null;
  if (table === "goals") return { at: "goal", row };
  if (table === "cycles") return { at: "cycle", row };
  if (table === "tasks") return { at: "task", row };
  if (table === "resources") return { at: "resource", row };
  if (table === "team") return { at: "person", row };
  if (table === "funnel") return { at: "stage", row };
  return table === "actions" ? { at: "action", row, goal: null } : null;
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { say, language, host, announce } = useSurroundings();
  const { placeOf, save, isReadOnly } = usePlan();
  const { level, table, row, field, sentence: said, repairs } = problem;
  const screen = screenOf(problem);
  const show = () => {
    if (row === null) return;
    placeOf(table, row, field ?? undefined).then((place) => (place === null ? undefined : host.show(place))).catch((error: unknown) => announce(say(PLAN_WORDS.notShown, visible(sentence(error)))));
  };
  return (
    <li class={`problem-line ${level}`}>
      <p><bdi>{told(said[language])}</bdi></p>
      <div class="buttons">
        {!isReadOnly && repairs.map(({ words, operations }, i) => <button key={i} type="button" onClick={() => save(say(PROBLEM_WORDS.repaired, words[language]), operations)}><bdi>{told(words[language])}</bdi></button>)}
        {screen && <Opens to={screen} class="link">{say(PROBLEM_WORDS.open)}</Opens>}
        {row !== null && <button type="button" class="link" onClick={show}>{say(PROBLEM_WORDS.show)}</button>}
      </div>
    </li>
  );
}
