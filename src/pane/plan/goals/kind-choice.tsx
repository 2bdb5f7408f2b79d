/** The type of a goal, out of two questions: what happens to the number, and which way. */
import { useSurroundings } from "../../surroundings";
import { Chips } from "../fields/chips";
import type { Form } from "../fields";
import { GOAL_WORDS } from "./words";

type Kind = "change" | "keep" | "done";
const KINDS: Readonly<Record<Kind, readonly string[]>> = { change: ["increase", "decrease"], keep: ["keep ≥", "keep ≤", "keep within"], done: ["milestone"] };
const KIND_WORDS = { change: GOAL_WORDS.kindChange, keep: GOAL_WORDS.kindKeep, done: GOAL_WORDS.kindDone };
const TYPE_WORDS: Readonly<Record<string, (typeof GOAL_WORDS)[keyof typeof GOAL_WORDS]>> = {
  increase: GOAL_WORDS.raise, decrease: GOAL_WORDS.reduce, "keep ≥": GOAL_WORDS.keepMin, "keep ≤": GOAL_WORDS.keepMax, "keep within": GOAL_WORDS.keepWithin,
};

export function KindChoice({ form }: { readonly form: Form }) {
  const { say } = useSurroundings();
  const type = form.text("type");
  const kind = (Object.keys(KINDS) as Kind[]).find((each) => KINDS[each].includes(type));
  const set = (next: string) => form.set("type", next);
  return (
    <>
      <Chips name="kind" label={say(GOAL_WORDS.kind)} value={kind ?? ""} choose={(next) => set(KINDS[next][0]!)}
        choices={(Object.keys(KINDS) as Kind[]).map((value) => ({ value, text: say(KIND_WORDS[value]) }))} />
      {kind !== undefined && kind !== "done" && (
        <Chips name="type" label={say(GOAL_WORDS.which)} value={type} choose={set} choices={KINDS[kind].map((value) => ({ value, text: say(TYPE_WORDS[value]!) }))} />
      )}
    </>
  );
}
