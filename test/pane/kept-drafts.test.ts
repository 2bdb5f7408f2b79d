import type { Keeper } from "../../src/plan/kept-outbox";
import { keptDrafts } from "../../src/pane/plan/kept-drafts";

/** @param room how many characters it takes */
function memory(room = Infinity): Keeper & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts, get length() { return texts.size; }, key: (i) => [...texts.keys()][i] ?? null, getItem: (key) => texts.get(key) ?? null, removeItem: (key) => void texts.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new Error("QuotaExceededError");
      texts.set(key, value);
    },
  };
}
const typed = new Map([["name", "New «customers»"], ["target", "1,5"]]);

test("another page of the same workbook finds what was typed; another workbook does not", () => {
  const keeper = memory();
  keptDrafts(keeper, "a").set("goal new ", typed);
  expect([...keptDrafts(keeper, "a").get("goal new ")!]).toEqual([...typed]);
  expect(["goal new ", "goal g1"].map(keptDrafts(keeper, "a").has)).toEqual([true, false]);
  expect([keptDrafts(keeper, "a").get("goal g1"), keptDrafts(keeper, "b").get("goal new ")]).toEqual([undefined, undefined]);
});

test("what was saved, or begun anew, does not come back", () => {
  const keeper = memory();
  const drafts = keptDrafts(keeper, "a");
  drafts.set("task t1", typed);
  drafts.delete("task t1");
  expect([drafts.get("task t1"), keptDrafts(keeper, "a").get("task t1"), keeper.texts.size]).toEqual([undefined, undefined, 0]);
});

test("without storage, or in a full one, a text lives as long as the page, and no older one takes its place", () => {
  const none = keptDrafts(null, "a");
  none.set("goal new ", typed);
  expect(none.get("goal new ")).toBe(typed);
  const keeper = memory(30);
  const drafts = keptDrafts(keeper, "a");
  drafts.set("goal new ", new Map([["name", "New"]]));
  drafts.set("goal new ", typed);
  expect([drafts.get("goal new "), keptDrafts(keeper, "a").get("goal new ")]).toEqual([typed, undefined]);
});

test.each(["", "x", "null", "{}", "[1]", '[["a"]]', '[["a",1]]'])("a text that is no draft is nothing: %j", (text) => {
  const keeper = memory();
  keeper.setItem("voronka-draft a goal new ", text);
  expect(keptDrafts(keeper, "a").get("goal new ")).toBeUndefined();
});
