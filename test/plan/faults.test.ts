/** The short version of `npm run test:faults`; the whole one runs 400 seeds of each class. */
import { campaign, type Campaign } from "./faults/campaign";
import { CLASSES } from "./faults/classes";
import { sum } from "./faults/report";
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
