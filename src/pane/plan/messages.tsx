/** What the user must know before anything else: failures, questions, and what people did in the sheets. */
import type { Notice } from "../../plan/store";
import { sentence } from "../sentence";
import { visible } from "../spoofing";
import { useSurroundings } from "../surroundings";
import { usePlan } from "./context";
import { told } from "./told";
import type { Planning } from "./use-planning";
import { PLAN_WORDS } from "./words";

export function Messages({ planning }: { readonly planning: Planning }) {
  const { say, language } = useSurroundings();
  const { readOnly, error, refused, questions, notices, retry, answer, dismiss } = planning;
  return (
    <>
      {readOnly && <p class="banner">{say(PLAN_WORDS.readOnly, visible(readOnly[language]))}</p>}
      {error && (
        <div class="banner wrong">
          <p role="alert">{say(error.during === "save" ? PLAN_WORDS.notSaved : PLAN_WORDS.notLoaded, visible(error.reason[language]))}</p>
          <button type="button" onClick={retry}>{say(PLAN_WORDS.tryAgain)}</button>
        </div>
      )}
      {refused && <p class="banner wrong" role="alert">{refused[language]}</p>}
      {questions.length > 0 && (
        <section class="questions" aria-label={say(PLAN_WORDS.questions)}>
          {questions.map(({ id, sentence: asked, choices }) => (
            <div class="question" key={id} role="group" aria-labelledby={`voronka-ask-${id}`}>
              <p id={`voronka-ask-${id}`}>{told(asked[language])}</p>
              <div class="buttons">{choices.map((choice) => <button key={choice.id} type="button" onClick={() => answer(id, choice.id)}>{visible(choice.words[language])}</button>)}</div>
            </div>
          ))}
        </section>
      )}
      {notices.length > 0 && (
        <details class="notices">
          <summary>{say(PLAN_WORDS.notices, notices.length)}</summary>
          <ul>{notices.map((notice, i) => <NoticeLine key={i} notice={notice} />)}</ul>
          <button type="button" onClick={dismiss}>{say(PLAN_WORDS.dismiss)}</button>
        </details>
      )}
    </>
  );
}

function NoticeLine({ notice: { sentence: said, table, row } }: { readonly notice: Notice }) {
  const { say, language, host, announce } = useSurroundings();
  const { placeOf } = usePlan();
  const show = (inTable: NonNullable<Notice["table"]>, theRow: string) => {
    placeOf(inTable, theRow).then((place) => (place === null ? undefined : host.show(place))).catch((error: unknown) => announce(say(PLAN_WORDS.notShown, visible(sentence(error)))));
  };
  return (
    <li>
      <bdi>{told(said[language])}</bdi>
      {table && row && <> <button type="button" class="link" onClick={() => show(table, row)}>{say(PLAN_WORDS.showInSheet)}</button></>}
    </li>
  );
}
