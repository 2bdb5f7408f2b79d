/** What takes longer than a second is said, and how far it is, also to those who do not see it. */
import type { Work } from "../../plan/book";
import type { Language } from "../../plan/words";
import { useSurroundings } from "../surroundings";
import type { Waiting } from "./use-work";
import { PLAN_WORDS } from "./words";

const STEPS = { read: PLAN_WORDS.workRead, understand: PLAN_WORDS.workUnderstand, write: PLAN_WORDS.workWrite } as const satisfies Record<Work["step"], object>;
const count = (number: number, language: Language): string => number.toLocaleString(language);

/** Always there: a region that comes with its text is not read out. */
export function Working({ waiting, isFirst = false }: { readonly waiting: Waiting | null; /** Nothing else is on the screen. */ readonly isFirst?: boolean }) {
  const { say, language } = useSurroundings();
  const work = waiting?.work;
  const text = work ? say(STEPS[work.step], count(work.done, language), count(work.of, language))
    : waiting || isFirst ? say(waiting?.during === "save" ? PLAN_WORDS.workSave : PLAN_WORDS.loading) : "";
  return <p class={`quiet working${isFirst ? " plan-pad" : ""}`} role="status">{text}</p>;
}
