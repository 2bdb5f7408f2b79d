/** The short version of `npm run test:faults`; the whole one runs 400 seeds of each class. */
import { campaign, shrunk, told, type Campaign } from "./faults/campaign";
import { CLASSES } from "./faults/classes";
import { C, IMPATIENT } from "./faults/our-store";
import { CHANGED_CELLS, CLEARED_FIRST, DATED_WHEN_WRITTEN, NOT_READ_BACK, ONE_LANE, TABLE_FIRST, THIN_SNAPSHOT } from "./faults/planted";
import { sum } from "./faults/report";
import { systematicRun } from "./faults/systematic-run";
import { A, B } from "./faults/usual-stores";

const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

test.each([
  ["A, what most add-ins do", A],
  ["B, ids with a revision and reading back", B],
])("the harness is not blind: it catches protocol %s", async (_, protocol) => {
  const found: Campaign[] = [];
  for (const faults of CLASSES) found.push(await campaign(protocol, faults, seeds(20)));
  for (const { total } of found) expect(total.lost).toBeGreaterThan(0);
  const { acknowledged, lost, wrong, duplicates } = sum(found);
  expect(acknowledged).toBeGreaterThan(8000);
  // About 36 % of 400 seeds each.
  expect(lost / acknowledged).toBeGreaterThan(0.25);
  expect(lost / acknowledged).toBeLessThan(0.5);
  expect(wrong).toBeGreaterThan(100);
  expect(duplicates).toBeGreaterThan(50);
});

test.each(CLASSES.map((faults) => [faults.name, faults] as const))("protocol C loses nothing and keeps its promises: %s", async (_, faults) => {
  const { total, failing } = await campaign(C, faults, seeds(5));
  expect(failing).toEqual([]);
  expect(total).toMatchObject({ lost: 0, wrong: 0, duplicates: 0, handLost: 0 });
  expect(total.acknowledged).toBeGreaterThan(120);
});

test.each(["journal shortened", "all together"])("nothing is lost of people who were away while the journal was shortened without them: %s", async (name) => {
  const { total, failing } = await campaign(IMPATIENT, named(name), seeds(5));
  expect(failing).toEqual([]);
  expect(total).toMatchObject({ lost: 0, wrong: 0, duplicates: 0, handLost: 0 });
});

test("protocol C keeps everything when the n-th point of a save fails", async () => {
  const { runs, struck, acknowledged, failing } = await systematicRun(C, (name) => /^(?:create task|complete|delete|edit by hand|shorten the journal|migrate) .*between · long open$/.test(name));
  expect(failing).toEqual([]);
  expect([runs > 500, struck > 400, acknowledged > 150]).toEqual([true, true, true]);
});

const named = (name: string) => CLASSES.find((faults) => faults.name === name)!;

test.each([
  ["every pane writes into the same lane", ONE_LANE, "none"],
  ["a record counts as written when it was sent", NOT_READ_BACK, "partial batch"],
  ["only changed cells of a row are written", CHANGED_CELLS, "sort race"],
  ["the table is written before the journal", TABLE_FIRST, "closed in mid-write"],
  ["a snapshot holds too little", THIN_SNAPSHOT, "journal shortened"],
  ["lanes are cleared before the snapshot is whole", CLEARED_FIRST, "journal shortened"],
])("a fault put into protocol C is found: %s", async (_, protocol, name) => {
  const { total, failing } = await campaign(protocol, named(name), seeds(8));
  expect(failing.length).toBeGreaterThan(0);
  expect(total.lost + total.wrong).toBeGreaterThan(0);
});

test("a fault put into protocol C is found: what waited in an outbox goes over what was typed by hand meanwhile", async () => {
  const { failing } = await campaign(DATED_WHEN_WRITTEN, named("outbox waiting, edits by hand"), seeds(8));
  expect(failing.flatMap(({ problems }) => problems)).toContainEqual(expect.stringMatching(/^stale: .+ is shown, though .+, by hand\) was written in knowledge of it$/));
});

test("a fault put into protocol C is found by the systematic run too", async () => {
  const { failing } = await systematicRun(NOT_READ_BACK, (name) => name.startsWith("edit field · throw before a command"));
  expect(failing.length).toBeGreaterThan(0);
});

test("a seed that fails is told by the steps it needs", async () => {
  const { failing } = await campaign(ONE_LANE, named("none"), [0]);
  const steps = await shrunk(ONE_LANE, failing[0]!);
  expect(steps.length).toBeLessThan(12);
  expect(await told(ONE_LANE, failing[0]!.faults, 0, steps)).toMatch(/^protocol C with one lane for all, class "none", seed 0, steps [\s\S]+=> lost: /);
});
