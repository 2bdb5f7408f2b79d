/** The goal as it will be read: a sentence that is wrong to the ear is wrong in the form. */
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount, type GoalUnit } from "../amounts";
import { dayText } from "../days";
import type { Form } from "../fields";
import { band } from "./goal-line";
import { GOAL_WORDS } from "./words";

const SENTENCES: Readonly<Record<string, (typeof GOAL_WORDS)[keyof typeof GOAL_WORDS]>> = {
  increase: GOAL_WORDS.sentenceRaise, decrease: GOAL_WORDS.sentenceReduce, "keep ≥": GOAL_WORDS.sentenceMin, "keep ≤": GOAL_WORDS.sentenceMax, "keep within": GOAL_WORDS.sentenceWithin,
  milestone: GOAL_WORDS.sentenceDone,
};

export function Sentence({ form, currency }: { readonly form: Form; readonly currency: string | null }) {
  const { say, language } = useSurroundings();
  const blank = say(GOAL_WORDS.blank);
  const text = (field: string): string => visible(form.text(field).trim()) || blank;
  const show = (value: number): string => amount(value, form.text("unit") as GoalUnit, language, currency);
  const number = (field: string): string => {
    const value = form.value(field);
    return typeof value === "number" ? show(value) : blank;
  };
  const end = form.value("end");
  const type = form.text("type");
  const words = SENTENCES[type];
  if (!words) return null;
  const subject = text(type === "milestone" || form.text("metric").trim() === "" ? "name" : "metric");
  const base = form.value("baseline") === null && type === "increase" ? show(0) : number("baseline");
  const [target, upper] = [form.value("target"), form.value("target_max")];
  const aim = type === "keep within" && typeof target === "number" && (upper === null || typeof upper === "number") ? band(target, upper, show).join(" – ") : number("target");
  return <p class="sentence"><bdi>{say(words, subject, base, aim, typeof end === "number" ? dayText(end, language) : blank, text("owner")).replace(`${blank}.`, blank)}</bdi></p>;
}
