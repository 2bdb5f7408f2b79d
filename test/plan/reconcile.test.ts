/** The table of the protocol: what is seen in a row, and what is done about it. After each a second look writes nothing. */
import type { MemoryBook } from "../../src/plan/memory-book";
import type { Loaded, PlanStore } from "../../src/plan/store";
import type { TableKey } from "../../src/plan/tables";
import { cellsWritten, columnAt, labels, rig, sheetOf, shown, started, type } from "./book-rig";

async function settled(book: MemoryBook, store: PlanStore): Promise<Loaded> {
  const loaded = (await store.load())!;
  expect(await cellsWritten(book, () => store.load())).toBe(0);
  return loaded;
}
const kinds = ({ notices }: Loaded): readonly string[] => notices.map(({ kind }) => kind);
const row = (book: MemoryBook, table: TableKey, at: number) => [...(sheetOf(book, table).rows[at] ?? [])];

test("checksum good, revision current: nothing is done", async () => {
  const { book, store } = await started();
  expect(await cellsWritten(book, () => store.load())).toBe(0);
});

test("checksum good, revision older: the projection is written again", async () => {
  const { book, store, cac } = await started();
  const old = row(book, "goals", 1);
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 55000 } }]);
  await rig("boris", book).store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 54000 } }]);
  sheetOf(book, "goals").rows[1] = old;
  const loaded = await settled(book, store);
  expect([loaded.plan.rows.goals[0]!.fields.target, shown(book, "goals", 1, "target"), kinds(loaded)]).toEqual([54000, 54000, []]);
});

test("checksum bad, and its sum belongs to that revision: the cells that differ are an edit by hand", async () => {
  const { book, store } = await started();
  type(book, "goals", 1, "type", "Не ниже");
  type(book, "goals", 1, "owner", undefined);
  const loaded = await settled(book, store);
  expect(loaded.plan.rows.goals[0]!.fields).toMatchObject({ type: "keep ≥", owner: null, target: 60000 });
  expect(kinds(loaded)).toEqual(["hand"]);
  expect(loaded.notices[0]!.sentence.en).toBe("Goals, row 2 (G-001): edited by hand: “Type”, “Owner”. The plan has taken it over.");
});

test("checksum bad, and its sum belongs to nothing: what was seen is put aside and the row restored", async () => {
  const { book, store } = await started();
  type(book, "goals", 1, "target", 1);
  type(book, "goals", 1, "sum", "hforeign");
  const loaded = await settled(book, store);
  expect([loaded.plan.rows.goals[0]!.fields.target, shown(book, "goals", 1, "target"), kinds(loaded)]).toEqual([60000, 60000, ["review"]]);
  const review = book.sheets.get("_fp_j_anna")!.rows.find((cells) => cells[1] === "review");
  expect(review![3]).toContain('"target":1');
});

test("no id, some content: adopted with a new id, whoever finds it first", async () => {
  const { book, store } = await started();
  type(book, "goals", 3, "name", "Churn");
  type(book, "goals", 3, "target", 0.02);
  const loaded = await settled(book, store);
  expect([labels(book, "goals"), kinds(loaded)]).toEqual([["G-001", "G-002", "G-003"], ["adopted"]]);
  expect(loaded.plan.rows.goals[2]!.fields).toMatchObject({ name: "Churn", target: 0.02 });
});

test("an id that was cleared comes back: the row is still known by what the add-in wrote", async () => {
  const { book, store } = await started();
  type(book, "goals", 1, "goal_id", undefined);
  const loaded = await settled(book, store);
  expect([labels(book, "goals"), loaded.plan.rows.goals.length, kinds(loaded)]).toEqual([["G-001", "G-002"], 2, []]);
});

test("id twice with the same content: the copy is removed", async () => {
  const { book, store } = await started();
  sheetOf(book, "goals").rows.push(row(book, "goals", 1));
  const loaded = await settled(book, store);
  expect([labels(book, "goals"), loaded.plan.rows.goals.length, kinds(loaded)]).toEqual([["G-001", "G-002"], 2, ["copied"]]);
});

test("id twice with other content: the copy gets a new id, and both are kept", async () => {
  const { book, store } = await started();
  sheetOf(book, "goals").rows.push(row(book, "goals", 1));
  type(book, "goals", 3, "name", "CAC of partners");
  const loaded = await settled(book, store);
  expect([labels(book, "goals"), kinds(loaded)]).toEqual([["G-001", "G-002", "G-003"], ["copied"]]);
  expect(loaded.plan.rows.goals.map(({ fields }) => fields.name)).toEqual(["CAC", "NPS", "CAC of partners"]);
});

test("an id that the journal does not know is adopted and kept", async () => {
  const { book, store } = await started();
  type(book, "goals", 3, "goal_id", "G-017");
  type(book, "goals", 3, "name", "From another file");
  await settled(book, store);
  expect(labels(book, "goals")).toEqual(["G-001", "G-002", "G-017"]);
});

describe("a record without a row was removed by hand", () => {
  const removed = async () => {
    const each = await started();
    // The opening has found the rows, the next writing notes it.
    await each.store.save([{ kind: "update", table: "goals", row: each.nps, fields: { owner: "Vera" } }]);
    sheetOf(each.book, "goals").rows.splice(1, 1);
    return { ...each, loaded: await settled(each.book, each.store) };
  };

  test("it is asked about, and nothing is deleted before the answer", async () => {
    const { loaded } = await removed();
    expect(loaded.questions.map(({ kind, sentence }) => [kind, sentence.en])).toEqual([["removedByHand", "Removed by hand from Goals: 1 (G-001). Remove for good or bring back?"]]);
    expect(loaded.plan.rows.goals.length).toBe(2);
  });

  test("removed for good, it is gone, and its label is not given again", async () => {
    const { book, store, loaded } = await removed();
    const { plan, questions } = await store.answer(loaded.questions[0]!.id, "remove");
    expect([plan.rows.goals.length, questions, labels(book, "goals")]).toEqual([1, [], ["G-002"]]);
    await store.save([{ kind: "create", table: "goals", row: store.newRow(), fields: { name: "New" } }]);
    expect(labels(book, "goals")).toEqual(["G-002", "G-003"]);
    await settled(book, store);
  });

  test("brought back, it stands on the sheet again", async () => {
    const { book, store, loaded } = await removed();
    const { questions } = await store.answer(loaded.questions[0]!.id, "back");
    expect([questions, labels(book, "goals"), shown(book, "goals", 2, "target")]).toEqual([[], ["G-002", "G-001"], 60000]);
    await settled(book, store);
  });

  test("an answer to an older question does nothing", async () => {
    const { book, store, loaded } = await removed();
    await store.answer(loaded.questions[0]!.id, "back");
    expect((await store.answer(loaded.questions[0]!.id, "remove")).plan.rows.goals.length).toBe(2);
    expect(labels(book, "goals")).toEqual(["G-002", "G-001"]);
  });
});

describe("a column that is gone", () => {
  const gone = async () => {
    const each = await started();
    const at = columnAt(each.book, "goals", "end");
    for (const cells of sheetOf(each.book, "goals").rows) cells.splice(at, 1);
    return { ...each, loaded: await settled(each.book, each.store) };
  };

  test("is asked about, and its values stay in the plan", async () => {
    const { loaded } = await gone();
    expect(loaded.questions.map(({ id, kind }) => [id, kind])).toEqual([["column:goals:end", "missingColumn"]]);
    expect([loaded.plan.rows.goals[0]!.fields.end, loaded.notices]).toEqual([46295, []]);
  });

  test("restored, it stands at the end with its values", async () => {
    const { book, store, loaded } = await gone();
    const { questions } = await store.answer(loaded.questions[0]!.id, "restore");
    expect([questions, shown(book, "goals", 1, "end")]).toEqual([[], 46295]);
    expect((await settled(book, store)).plan.rows.goals[0]!.fields.end).toBe(46295);
  });

  test("typed back by the person who renamed it, rows written in the meantime get their values, and nothing is cleared", async () => {
    const { book, store, cac } = await started();
    const { rows } = sheetOf(book, "goals");
    const at = columnAt(book, "goals", "owner");
    rows[0]![at] = "Who";
    await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1 } }, { kind: "create", table: "goals", row: store.newRow(), fields: { name: "New", owner: "Vera" } }]);
    await store.load();
    rows[0]![at] = "Owner";
    type(book, "goals", 3, "target", 7);
    const { plan, notices } = await settled(book, store);
    expect(plan.rows.goals.map(({ fields }) => [fields.owner, fields.target])).toEqual([["Anna", 1], ["Boris", 50], ["Vera", 7]]);
    expect([shown(book, "goals", 3, "owner"), notices.map(({ sentence }) => sentence.en)]).toEqual(["Vera", ["Goals, row 4 (G-003): edited by hand: “Target”. The plan has taken it over."]]);
  });

  test("ignored, it is not asked about again, and saving goes on without it", async () => {
    const { book, store, loaded, cac } = await gone();
    expect((await store.answer(loaded.questions[0]!.id, "ignore")).questions).toEqual([]);
    await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1, end: 46300 } }]);
    const after = await settled(book, store);
    expect([after.plan.rows.goals[0]!.fields.end, after.questions, shown(book, "goals", 1, "target")]).toEqual([46300, [], 1]);
  });
});

test.each([["lanes and the sheet about them", /^_fp_/], ["lanes", /^_fp_j/], ["the sheet about them", /^_fp_meta$/]])("gone: %s; the plan is whole, from the tables where need be", async (_, names) => {
  const { book, store } = await started();
  for (const name of [...book.sheets.keys()].filter((each) => names.test(each))) book.sheets.delete(name);
  const loaded = await settled(book, rig("boris", book).store);
  expect(loaded.plan.rows.goals.map(({ label, fields }) => [label, fields.name, fields.target])).toEqual([["G-001", "CAC", 60000], ["G-002", "NPS", 50]]);
  expect(loaded.plan.rows.tasks[0]!.fields).toMatchObject({ goal: "G-001", due: 46260, status: "in progress" });
  expect([labels(book, "goals"), labels(book, "tasks")]).toEqual([["G-001", "G-002"], ["T-001"]]);
  expect((await store.load())!.plan.rows.goals.length).toBe(2);
});

test("the program's own undo of a saving is taken over as an edit by hand", async () => {
  const { book, store, cac } = await started();
  const before = row(book, "goals", 1);
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 55000 } }]);
  sheetOf(book, "goals").rows[1] = before;
  const loaded = await settled(book, store);
  expect([loaded.plan.rows.goals[0]!.fields.target, shown(book, "goals", 1, "target"), kinds(loaded)]).toEqual([60000, 60000, ["hand"]]);
});

test.each(["Cancelled", "отменена"])("the word %s in the Status of a goal closes it", async (word) => {
  const { book, store } = await started();
  type(book, "goals", 2, "status", word);
  const loaded = await settled(book, store);
  expect(loaded.plan.rows.goals[1]!.fields.closed_as).toBe("cancelled");
});

test("rows may be sorted and columns moved", async () => {
  const { book, store, cac } = await started();
  const { rows } = sheetOf(book, "goals");
  rows.splice(1, 2, rows[2]!, rows[1]!);
  for (const cells of rows) cells.unshift(...cells.splice(5, 1));
  expect(await cellsWritten(book, () => store.load())).toBe(0);
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 3 } }]);
  expect([shown(book, "goals", 1, "target"), shown(book, "goals", 2, "target")]).toEqual([50, 3]);
});

test("rows sorted without the columns of the add-in keep their content", async () => {
  const { book, store } = await started();
  const { rows } = sheetOf(book, "goals");
  const [rev, sum] = [columnAt(book, "goals", "rev"), columnAt(book, "goals", "sum")];
  for (const column of [rev, sum]) [rows[1]![column], rows[2]![column]] = [rows[2]![column], rows[1]![column]];
  const loaded = await settled(book, store);
  expect(loaded.plan.rows.goals.map(({ label, fields }) => [label, fields.name])).toEqual([["G-001", "CAC"], ["G-002", "NPS"]]);
});

test("a formula that a person typed is kept, its value shown, and recalculation is no edit", async () => {
  const { book, store, cac } = await started();
  type(book, "goals", 1, "actual", { formula: "=SUM(A2,Deals!B2:B9)", result: 61000 });
  const { plan } = await settled(book, store);
  expect([plan.rows.goals[0]!.fields.actual, plan.rows.goals[0]!.formulas]).toEqual([61000, { actual: "=SUM(A2,Deals!B2:B9)" }]);
  type(book, "goals", 1, "actual", { formula: "=SUM(A2,Deals!B2:B9)", result: 62000 });
  expect((await settled(book, store)).notices).toEqual([]);
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { owner: "Vera" } }]);
  expect(shown(book, "goals", 1, "actual")).toEqual({ formula: "=SUM(A2,Deals!B2:B9)", result: 62000 });
});

test("a text that begins like a formula stays a text", async () => {
  const { book, store, cac } = await started();
  const saved = await store.save([{ kind: "update", table: "goals", row: cac, fields: { name: '=HYPERLINK("http://x")', note: "'quoted" } }]);
  expect([shown(book, "goals", 1, "name"), saved.plan.rows.goals[0]!.fields.name, saved.plan.rows.goals[0]!.formulas]).toEqual(['=HYPERLINK("http://x")', '=HYPERLINK("http://x")', {}]);
  await settled(book, store);
});

/** Each in a copy of the file: what one wrote arrives at the other over the same cells. */
async function bothAppend() {
  const { book, store } = await started();
  const boris = rig("boris");
  for (const [name, sheet] of book.sheets) boris.book.sheets.set(name, { ...sheet, rows: sheet.rows.map((cells) => [...cells]) });
  await boris.store.load();
  const [hers, his] = [store.newRow(), boris.store.newRow()];
  await store.save([{ kind: "create", table: "goals", row: hers, fields: { name: "Anna's" } }]);
  await store.load();
  await boris.store.save([{ kind: "create", table: "goals", row: his, fields: { name: "Boris's" } }]);
  await boris.store.load();
  const meet = (): void => {
    for (const { sheets } of [book, boris.book]) {
      sheets.set("_fp_j_anna", book.sheets.get("_fp_j_anna")!);
      sheets.set("_fp_j_boris", boris.book.sheets.get("_fp_j_boris")!);
    }
    sheetOf(book, "goals").rows[3] = [...sheetOf(boris.book, "goals").rows[3]!];
  };
  return { book, store, boris, meet };
}
const goalNames = ({ plan }: Loaded): readonly unknown[] => plan.rows.goals.map(({ fields }) => fields.name);

test("two put a new row into the same cells: the one that is gone is put back, and nobody is asked whether it was removed", async () => {
  const { book, store, boris, meet } = await bothAppend();
  meet();
  for (const each of [store, boris.store]) {
    const loaded = (await each.load())!;
    expect([loaded.questions, goalNames(loaded)]).toEqual([[], expect.arrayContaining(["Anna's", "Boris's"])]);
    expect(kinds(loaded)).toContain("restored");
  }
  expect(sheetOf(book, "goals").rows.slice(3).map((cells) => cells[columnAt(book, "goals", "name")])).toEqual(["Boris's", "Anna's"]);
});

test("a row that was put over another one's, whose place it had before, is put back too; those below it stayed", async () => {
  const { book, store } = await started();
  await store.save([{ kind: "create", table: "goals", row: store.newRow(), fields: { name: "LTV" } }]);
  await store.load();
  await store.save([{ kind: "create", table: "goals", row: store.newRow(), fields: { name: "Churn" } }]);
  const { rows } = sheetOf(book, "goals");
  rows[2] = [...rows[4]!];
  rows.splice(4, 1);
  const loaded = await settled(book, store);
  expect([loaded.questions, goalNames(loaded)]).toEqual([[], ["CAC", "Churn", "LTV", "NPS"]]);
});

test("the last row is removed by hand and somebody who knew it adds one: it is asked about", async () => {
  const { book, store } = await started();
  await store.load();
  await store.save([{ kind: "create", table: "tasks", row: store.newRow(), fields: { action: "Call" } }]);
  const boris = rig("boris", book);
  await boris.store.load();
  sheetOf(book, "goals").rows.splice(2, 1);
  await boris.store.save([{ kind: "create", table: "goals", row: boris.store.newRow(), fields: { name: "LTV" } }]);
  expect((await settled(book, store)).questions.map(({ sentence }) => sentence.en)).toEqual([expect.stringContaining("Removed by hand from Goals: 1 (G-002)")]);
});

test("two people take the same label: the later one gets the next, and what refers to it follows", async () => {
  const { book, store } = await started();
  const boris = rig("boris");
  for (const [name, sheet] of book.sheets) boris.book.sheets.set(name, { ...sheet, rows: sheet.rows.map((cells) => [...cells]) });
  await boris.store.load();
  const own = boris.store.newRow();
  await boris.store.save([{ kind: "create", table: "goals", row: own, fields: { name: "Boris's" } }, { kind: "create", table: "tasks", row: boris.store.newRow(), fields: { action: "His task", goal: own } }]);
  await store.save([{ kind: "create", table: "goals", row: store.newRow(), fields: { name: "Anna's" } }]);
  // The copies meet: his lane, and his rows below hers.
  book.sheets.set("_fp_j_boris", boris.book.sheets.get("_fp_j_boris")!);
  for (const table of ["goals", "tasks"] as const) sheetOf(book, table).rows.push([...sheetOf(boris.book, table).rows.at(-1)!]);
  const loaded = await settled(book, store);
  expect(loaded.plan.rows.goals.map(({ label, fields }) => [label, fields.name])).toEqual([["G-001", "CAC"], ["G-002", "NPS"], ["G-003", "Anna's"], ["G-004", "Boris's"]]);
  expect([loaded.plan.rows.tasks[1]!.fields.goal, shown(book, "tasks", 2, "goal"), kinds(loaded)]).toEqual(["G-004", "G-004 Boris's", ["relabelled"]]);
});

test("two people change one field at once: both values are shown, and one is chosen", async () => {
  const { book, store, cac } = await started();
  const boris = rig("boris", book);
  await boris.store.load();
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1 } }]);
  await boris.store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 2, owner: "Vera" } }]);
  const [question] = (await settled(book, store)).questions;
  expect([question!.kind, question!.choices.map(({ words }) => words.en)]).toEqual(["conflict", ["1", "2"]]);
  const { plan, questions } = await store.answer(question!.id, "0");
  expect([plan.rows.goals[0]!.fields, questions]).toMatchObject([{ target: 1, owner: "Vera" }, []]);
});

test("what was typed into the sheet and not noticed before the pane wrote there: both values are shown, and one is chosen", async () => {
  const { book, store, cac } = await started();
  type(book, "goals", 1, "target", 7);
  type(book, "goals", 1, "owner", "Vera");
  const saved = await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 8, owner: "Vera" } }]);
  expect([saved.plan.rows.goals[0]!.fields.target, saved.questions.map(({ kind, choices }) => [kind, choices.map(({ words }) => words.en)])]).toEqual([8, [["conflict", ["7", "8"]]]]);
  const { plan, questions } = await store.answer((await settled(book, store)).questions[0]!.id, "0");
  expect([plan.rows.goals[0]!.fields.target, shown(book, "goals", 1, "target"), questions]).toEqual([7, 7, []]);
  await settled(book, store);
});

test("what was typed into the sheet and noticed is replaced by what the pane writes after it, without a question", async () => {
  const { book, store, cac } = await started();
  type(book, "goals", 1, "target", 7);
  await store.load();
  expect((await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 8 } }])).questions).toEqual([]);
});

test("what somebody deleted and somebody else edited at once comes back", async () => {
  const { book, store, cac } = await started();
  const boris = rig("boris", book);
  await boris.store.load();
  await store.save([{ kind: "update", table: "goals", row: cac, fields: { target: 1 } }]);
  await boris.store.save([{ kind: "delete", table: "goals", row: cac }]);
  expect((await settled(book, store)).plan.rows.goals[0]!.fields.target).toBe(1);
  await store.save([{ kind: "delete", table: "goals", row: cac }]);
  expect([labels(book, "goals"), (await settled(book, boris.store)).plan.rows.goals.length]).toEqual([["G-002"], 1]);
});

test("two columns that look alike are named, and the first is taken", async () => {
  const { book, store } = await started();
  sheetOf(book, "goals").rows[0]!.push("Target\u200b");
  const { notices } = await settled(book, store);
  expect(notices.map(({ sentence }) => sentence.en)).toEqual(["Goals: two columns look like “Target”: I and AI. The plan uses I. Rename or delete the other one."]);
});

describe("a column that the plan cannot do without, and that was never filled in", () => {
  const gone = async (field: string) => {
    const each = await started();
    const at = columnAt(each.book, "goals", field);
    for (const cells of sheetOf(each.book, "goals").rows) cells.splice(at, 1);
    return { ...each, loaded: await settled(each.book, each.store) };
  };

  test("is asked for by its name, and is added with the values written in the meantime", async () => {
    const { book, store, loaded, cac } = await gone("unit");
    const [question] = loaded.questions;
    expect([question!.id, question!.sentence.en, question!.choices.map(({ words }) => words.en)]).toEqual([
      "column:goals:unit", "Goals has no column “Unit”, and the plan cannot do without it. If it was renamed, type the old header. Add the column or ignore?", ["Add the column", "Ignore"],
    ]);
    await store.save([{ kind: "update", table: "goals", row: cac, fields: { unit: "money", target: 1 } }]);
    const { questions } = await store.answer("column:goals:unit", "restore");
    expect([questions, shown(book, "goals", 1, "unit"), shown(book, "goals", 1, "target")]).toEqual([[], "Money", 1]);
    await settled(book, store);
  });

  test("one that a row can do without is not asked for", async () => {
    expect((await gone("stretch")).loaded.questions).toEqual([]);
  });
});
