/** Ways through the screens of the plan: what is opened from several phases leads back to where it was opened. */
import { goBack, goTo, START, topOf, toPhase, type Screen, type Way } from "../../src/pane/plan/screens";

const walked = (...screens: readonly Screen[]): Way => screens.reduce(goTo, START);
const here = (way: Way): readonly unknown[] => [way.phase, topOf(way, way.phase).at];

test.each<[string, Screen, Screen, string]>([
  ["an action from the leads of earlier periods", { at: "cohorts" }, { at: "action", row: null, goal: "g" }, "plan"],
  ["a vacancy from the backward plan", { at: "backward" }, { at: "resource", row: null, kind: "human" }, "plan"],
  ["the team from the backward plan", { at: "backward" }, { at: "people" }, "plan"],
  ["a goal from its card", { at: "deviation", goal: "g" }, { at: "goal", row: "g" }, "plan"],
  ["a check-in from the card of a goal", { at: "deviation", goal: "g" }, { at: "queue", goal: "g" }, "plan"],
  ["a last check-in from closing", { at: "close" }, { at: "queue", goal: "g" }, "control"],
  ["a person from the problems", { at: "problems" }, { at: "person", row: "p" }, "plan"],
  ["a talk from the people", { at: "people" }, { at: "talk", name: "Anna" }, "plan"],
])("%s, and back", (_, from, to, phase) => {
  const way = walked(from, to);
  expect([here(way), here(goBack(way))]).toEqual([[phase, to.at], [phase, from.at]]);
});

test("the card of a goal from a talk in Lead, an action on it, and back step by step", () => {
  const lead = toPhase(START, "lead");
  const way = ([{ at: "talk", name: "Anna" }, { at: "deviation", goal: "g" }, { at: "action", row: null, goal: "g" }] as const).reduce<Way>(goTo, lead);
  expect([way, goBack(way), goBack(goBack(way)), goBack(goBack(goBack(way)))].map(here)).toEqual([["lead", "action"], ["lead", "deviation"], ["lead", "talk"], ["lead", "lead"]]);
});

test("screens of one phase go to it, and the phase that was left is as it was", () => {
  const way = walked({ at: "cohorts" }, { at: "queue" });
  expect([here(way), here(toPhase(way, "plan"))]).toEqual([["control", "queue"], ["plan", "cohorts"]]);
});
