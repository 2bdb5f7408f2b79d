/** Headers that people rename: what is asked, what is certain, what is remembered, and what counts of the cells under them. */
import { bookStore } from "../../src/plan/book-store";
import type { MemoryBook, MemoryCell } from "../../src/plan/memory-book";
import { calculatedRow } from "../../src/plan/plan-formulas";
import type { Operation } from "../../src/plan/operation";
import type { Loaded, PlanStore, Question } from "../../src/plan/store";
import type { TableKey } from "../../src/plan/tables";
import { cellsWritten, columnAt, rig, sheetOf, shown, started, type } from "./book-rig";

async function settled(book: MemoryBook, store: PlanStore): Promise<Loaded> {
  const loaded = (await store.load())!;
  expect(await cellsWritten(book, () => store.load())).toBe(0);
  return loaded;
}

/** @returns where the column stands */
function rename(book: MemoryBook, table: TableKey, field: string, header: string): number {
  const at = columnAt(book, table, field);
  sheetOf(book, table).rows[0]![at] = header;
  return at;
}
const put = (book: MemoryBook, row: number, at: number, cell: MemoryCell | undefined): void => void (sheetOf(book, "goals").rows[row]![at] = cell);
const under = (book: MemoryBook, at: number): readonly unknown[] => sheetOf(book, "goals").rows.slice(1).map((cells) => cells[at] ?? null);
const targets = ({ plan }: Pick<Loaded, "plan">): readonly unknown[] => plan.rows.goals.map(({ fields }) => fields.target);
const offered = ({ choices }: Question): readonly string[] => choices.map(({ words }) => words.en);
const asked = ({ questions }: Pick<Loaded, "questions">): readonly (readonly [string, readonly string[]])[] => questions.map((question) => [question.id, offered(question)]);
const told = ({ notices }: Loaded): readonly string[] => notices.map(({ sentence }) => sentence.en);
const target = (row: string, value: number): Operation => ({ kind: "update", table: "goals", row, fields: { target: value } });
const owner = (row: string): Operation => ({ kind: "update", table: "goals", row, fields: { owner: "Vera" } });

/** Targets 60000 and 50 under a header that nobody knows, and one cell that keeps it from being certain. */
async function open(cell: MemoryCell = 61000) {
  const each = await started();
  const at = rename(each.book, "goals", "target", "Plan for Q3");
  put(each.book, 1, at, cell);
  const loaded = await settled(each.book, each.store);
  const answer = () => each.store.answer("column:goals:target", loaded.questions[0]!.choices[0]!.id);
  return { ...each, at, loaded, answer };
}

describe("certain: nothing would change by it", () => {
  test("all values under the one unknown header are those of the plan: it is taken over and told, once", async () => {
    const { book, store } = await started();
    const at = rename(book, "goals", "target", "Plan for Q3");
    const loaded = await settled(book, store);
    expect([asked(loaded), targets(loaded), sheetOf(book, "goals").rows[0]![at]]).toEqual([[], [60000, 50], "Plan for Q3"]);
    expect(told(loaded)).toEqual(["Goals: column “Target” is called “Plan for Q3” now; its values are the same, so the plan reads it there. If that is wrong, give the right column the header “Target”. Formulas over this table, such as GOAL_VALUE, still look for the old header."]);
    expect([told((await store.load())!), told((await rig("boris", book).store.load())!)]).toEqual([[], []]);
    await store.save([target(loaded.plan.rows.goals[0]!.row, 7)]);
    expect([under(book, at), columnAt(book, "goals", "target")]).toEqual([[7, 50], -1]);
  });

  test("in Russian", async () => {
    const { book, store } = await started("anna", "ru");
    rename(book, "goals", "target", "План на III квартал");
    expect((await settled(book, store)).notices.map(({ sentence }) => sentence.ru)).toEqual(["Цели: столбец «План» теперь называется «План на III квартал»; значения те же, и план читает их там. Если это не так, дайте нужному столбцу заголовок «План». Формулы по этой таблице, например GOAL_VALUE, по-прежнему ищут прежний заголовок."]);
  });

  test.each<[doubt: string, (book: MemoryBook, at: number) => void]>([
    ["a value under it is another", (book, at) => put(book, 2, at, 51)],
    ["a value under it was cleared", (book, at) => put(book, 2, at, undefined)],
    ["a formula stands there", (book, at) => put(book, 2, at, { formula: "=25*2", result: 50 })],
    ["there is another unknown header", (book) => void sheetOf(book, "goals").rows[0]!.push("My own")],
    ["the values are all alike", (book, at) => [1, 2].forEach((row) => put(book, row, at, 60000))],
  ])("in doubt it is asked: %s", async (_, change) => {
    const { book, store } = await started();
    change(book, rename(book, "goals", "target", "Plan for Q3"));
    const loaded = (await store.load())!;
    expect([loaded.questions.map(({ id }) => id), targets(loaded)]).toEqual([["column:goals:target"], [60000, 50]]);
    expect(offered(loaded.questions[0]!)).toContain("Restore");
  });

  test("one row is no proof", async () => {
    const { book, store } = await started();
    rename(book, "tasks", "due", "By");
    expect(asked(await settled(book, store))).toEqual([["column:tasks:due", ["Yes, “By”", "Restore", "Ignore"]]]);
  });

  test("a column that is to be ignored is not looked for", async () => {
    const { book, store } = await open();
    await store.answer("column:goals:target", "ignore");
    put(book, 1, sheetOf(book, "goals").rows[0]!.indexOf("Plan for Q3"), 60000);
    expect([asked(await settled(book, store)), told((await store.load())!)]).toEqual([[], []]);
  });
});

describe("calculated columns, known by their formulas", () => {
  const open = async () => {
    const { options, book } = rig();
    const store = bookStore({ ...options, calculated: calculatedRow });
    await store.start("en", [["CAC", 60000], ["NPS", 50]].map(([name, target]) => ({ kind: "create" as const, table: "goals" as const, row: store.newRow(), fields: { name: name!, target: target! } })), () => undefined, { cancelled: false });
    await store.load();
    return { book, store };
  };
  const add = (store: PlanStore) => store.save([{ kind: "create", table: "goals", row: store.newRow(), fields: { name: "Churn", target: 0.03 } }]);
  const formulas = (book: MemoryBook, at: number): readonly unknown[] => under(book, at).map((cell) => cell !== null && typeof cell === "object" && "formula" in cell);

  test("a renamed one is taken over and told, and rows made later have its formula too", async () => {
    const { book, store } = await open();
    const at = rename(book, "goals", "progress", "Done so far");
    const loaded = await settled(book, store);
    expect([asked(loaded), told(loaded).map((sentence) => sentence.slice(0, 60))]).toEqual([[], ["Goals: column “Progress” is called “Done so far” now; its fo"]]);
    await add(store);
    expect([formulas(book, at), told((await store.load())!)]).toEqual([[true, true, true], []]);
  });

  test("several at once, though one is made of another, and the formulas as the program writes them", async () => {
    const { book, store } = await open();
    const [progress, pace] = [rename(book, "goals", "progress", "Done so far"), rename(book, "goals", "pace", "Speed")];
    for (const row of [1, 2]) {
      const cell = sheetOf(book, "goals").rows[row]![progress] as { readonly formula: string };
      put(book, row, progress, { formula: cell.formula.toLowerCase().replace(/,/g, ", "), result: null });
    }
    expect(told(await settled(book, store))).toHaveLength(2);
    await add(store);
    expect([formulas(book, progress), formulas(book, pace)]).toEqual([[true, true, true], [true, true, true]]);
  });

  test.each<[doubt: string, (book: MemoryBook, at: number) => void]>([
    ["a person has put another formula there", (book, at) => put(book, 2, at, { formula: "=1/2", result: 0.5 })],
    ["values only", (book, at) => [1, 2].forEach((row) => put(book, row, at, 0.5))],
  ])("a column of one's own stays one: %s", async (_, change) => {
    const { book, store } = await open();
    const at = rename(book, "goals", "progress", "Done so far");
    change(book, at);
    const loaded = await settled(book, store);
    expect([asked(loaded), told(loaded)]).toEqual([[], []]);
    await add(store);
    expect(formulas(book, at)[2]).toBe(false);
  });
});

describe("the question", () => {
  test("in both languages; only where functions read the column it speaks of formulas", async () => {
    const { loaded } = await open();
    expect(loaded.questions[0]!.sentence).toEqual({
      en: "Column “Target” is gone from Goals. Is it now “Plan for Q3”? Its values are safe in the plan. Formulas over this table, such as GOAL_VALUE, still look for the old header.",
      ru: "С листа «Goals» исчез столбец «План». Теперь он называется «Plan for Q3»? Его значения в плане целы. Формулы по этой таблице, например GOAL_VALUE, по-прежнему ищут прежний заголовок.",
    });
    expect(loaded.questions[0]!.choices.map(({ words }) => words.ru)).toEqual(["Да, «Plan for Q3»", "Восстановить", "Пропустить"]);
    const { book, store } = await started();
    rename(book, "tasks", "due", "By");
    expect((await store.load())!.questions[0]!.sentence.en).toBe("Column “Due” is gone from Tasks. Is it now “By”? Its values are safe in the plan.");
  });

  test("of several headers the one with the plan's values comes first, then the one in its old place; four are enough", async () => {
    const { book, store } = await started();
    const [own, at] = [["Mine", "Yours", "Ours", "Theirs"], columnAt(book, "goals", "target")];
    sheetOf(book, "goals").rows[0]!.push(...own);
    rename(book, "goals", "target", "Plan for Q3");
    expect(asked(await settled(book, store))).toEqual([["column:goals:target", ["“Plan for Q3”", "“Mine”", "“Yours”", "“Ours”", "Restore", "Ignore"]]]);
    expect((await store.load())!.questions[0]!.sentence.ru).toContain("исчез столбец «План». Как он называется теперь?");
    for (const row of [1, 2]) put(book, row, at, undefined);
    put(book, 2, sheetOf(book, "goals").rows[0]!.indexOf("Ours"), 50);
    expect(offered((await store.load())!.questions[0]!).slice(0, 2)).toEqual(["“Ours”", "“Plan for Q3”"]);
  });

  test("what other tables and the plan itself know is not offered, nor what stands apart from the table", async () => {
    const { book, store } = await started();
    rename(book, "settings", "value", "What it says");
    const headers = sheetOf(book, "settings").rows[0]!;
    headers[headers.length + 1] = "Lists";
    await store.save([{ kind: "create", table: "settings", row: store.newRow(), fields: { name: "PLAN_GREEN", value: 0.9 } }]);
    expect(asked(await settled(book, store))).toEqual([["column:settings:value", ["Yes, “What it says”", "Restore", "Ignore"]]]);
  });

  test("a column that the plan cannot do without and that was never filled in is looked for too", async () => {
    const { book, store } = await started();
    const at = rename(book, "goals", "unit", "Measured in");
    put(book, 1, at, "money");
    const { questions } = await settled(book, store);
    expect([questions[0]!.sentence.en, offered(questions[0]!)]).toEqual(["Goals has no column “Unit”, and the plan cannot do without it. Is it now “Measured in”?", ["Yes, “Measured in”", "Add the column", "Ignore"]]);
    const { plan } = await store.answer("column:goals:unit", questions[0]!.choices[0]!.id);
    expect(plan.rows.goals.map(({ fields }) => fields.unit)).toEqual(["money", null]);
  });

  test("a table of two columns is known by those of the add-in", async () => {
    const { book, store } = await started();
    await store.save([1, 2].map((month) => ({ kind: "create", table: "season", row: store.newRow(), fields: { month, index: month / 2 } })));
    rename(book, "season", "index", "Share of the year");
    const loaded = await settled(book, store);
    expect([loaded.notices.map(({ kind }) => kind), loaded.plan.rows.season.map(({ fields }) => fields.index)]).toEqual([["renamed"], [0.5, 1]]);
  });

  test.each([["__proto__"], ["<img src=x onerror=alert(1)>"], ["=1+1"], ["a".repeat(200)]])("a header may say anything: %s", async (header) => {
    const { book, store } = await started();
    const at = rename(book, "goals", "target", header);
    put(book, 2, at, 51);
    const { questions } = await settled(book, store);
    expect(targets(await store.answer("column:goals:target", questions[0]!.choices[0]!.id))).toEqual([60000, 51]);
    expect([sheetOf(book, "goals").rows[0]![at], asked(await settled(book, store))]).toEqual([header, []]);
  });

  test("a whole text in the place of a header is not offered", async () => {
    const { book, store } = await started();
    rename(book, "goals", "target", "a".repeat(201));
    expect(asked(await settled(book, store))).toEqual([["column:goals:target", ["Restore", "Ignore"]]]);
  });

  test("an answer about a header that has changed again does nothing", async () => {
    const { book, answer, at } = await open();
    sheetOf(book, "goals").rows[0]![at] = "Plan for Q4";
    expect(asked(await answer())).toEqual([["column:goals:target", ["Yes, “Plan for Q4”", "Restore", "Ignore"]]]);
  });

  test("restored, the column stands at the end, and the user's header stays", async () => {
    const { book, store, at } = await open();
    const { questions, plan } = await store.answer("column:goals:target", "restore");
    expect([questions, targets({ plan }), sheetOf(book, "goals").rows[0]![at], under(book, at), shown(book, "goals", 1, "target")]).toEqual([[], [60000, 50], "Plan for Q3", [61000, 50], 60000]);
    await settled(book, store);
  });
});

describe("the column of ids", () => {
  const create = (store: PlanStore): Operation => ({ kind: "create", table: "goals", row: store.newRow(), fields: { name: "New" } });
  const labelled = ({ plan }: Pick<Loaded, "plan">) => plan.rows.goals.map(({ label }) => label);

  test("renamed, it is taken over: no two rows have the same, and new ones get theirs there", async () => {
    const { book, store } = await started();
    const at = rename(book, "goals", "goal_id", "No.");
    const loaded = await settled(book, store);
    expect([asked(loaded), loaded.notices.map(({ kind }) => kind)]).toEqual([[], ["renamed"]]);
    expect([labelled(await store.save([create(store)])), under(book, at)]).toEqual([["G-001", "G-002", "G-003"], ["G-001", "G-002", "G-003"]]);
  });

  test.each([["restore", ["G-001", "G-002", "G-003"]], ["ignore", []]])("deleted, it is asked about, and saving goes on: %s", async (choice, stand) => {
    const { book, store } = await started();
    const at = columnAt(book, "goals", "goal_id");
    for (const cells of sheetOf(book, "goals").rows) cells.splice(at, 1);
    expect(asked(await settled(book, store))).toEqual([["column:goals:goal_id", ["Restore", "Ignore"]]]);
    expect((await store.save([create(store)])).state).toBe("workbook");
    expect(asked(await store.answer("column:goals:goal_id", choice))).toEqual([]);
    const end = columnAt(book, "goals", "goal_id");
    expect([labelled(await settled(book, store)), end < 0 ? [] : under(book, end)]).toEqual([["G-001", "G-002", "G-003"], stand]);
  });

  test("renamed with an id cleared, it is asked, and the row gets its id back", async () => {
    const { book, store } = await started();
    const at = rename(book, "goals", "goal_id", "No.");
    put(book, 2, at, undefined);
    const { questions } = await settled(book, store);
    const answered = await store.answer("column:goals:goal_id", questions[0]!.choices[0]!.id);
    expect([offered(questions[0]!)[0], labelled(answered), under(book, at)]).toEqual(["Yes, “No.”", ["G-001", "G-002"], ["G-001", "G-002"]]);
    await settled(book, store);
  });
});

describe("what counts of the cells when it is answered", () => {
  test.each<[cells: string, change: (each: Awaited<ReturnType<typeof open>>) => Promise<unknown>, plan: readonly unknown[], notices: readonly string[]]>([
    ["typed before the question", () => Promise.resolve(), [61000, 50], ["hand"]],
    ["typed while it was open", ({ book, at }) => Promise.resolve(put(book, 2, at, 55)), [61000, 55], ["hand", "hand"]],
    ["cleared", ({ book, at }) => Promise.resolve(put(book, 2, at, undefined)), [61000, null], ["hand", "hand"]],
    ["typed into a row that the pane wrote meanwhile", ({ store, cac }) => store.save([owner(cac)]), [61000, 50], ["hand"]],
    ["typed into a row that the pane wrote, then again", async ({ store, cac, book, at }) => { await store.save([owner(cac)]); put(book, 1, at, 62000); }, [62000, 50], ["hand"]],
    ["of a row in which the pane changed this very value, nothing was typed: the pane's", ({ store, nps }) => store.save([target(nps, 52)]), [61000, 52], ["hand", "review"]],
    ["of a row in which the pane changed this very value, and another was typed", ({ store, cac }) => store.save([target(cac, 52)]), [61000, 50], ["hand"]],
    ["a row made in the pane meanwhile", ({ store }) => store.save([{ kind: "create", table: "goals", row: store.newRow(), fields: { name: "New", target: 5 } }]), [61000, 50, 5], ["hand"]],
    ["a row typed by hand meanwhile", async ({ store, book, at }) => { type(book, "goals", 3, "name", "New"); put(book, 3, at, 6); await store.load(); }, [61000, 50, 6], ["hand", "hand"]],
    ["a row typed by hand just now", ({ book, at }) => { type(book, "goals", 3, "name", "New"); put(book, 3, at, 6); return Promise.resolve(); }, [61000, 50, 6], ["adopted", "hand", "hand"]],
  ])("%s", async (_, change, plan, notices) => {
    const each = await open();
    await change(each);
    const answered = await each.answer();
    expect([targets(answered), under(each.book, each.at), answered.notices.map(({ kind }) => kind).sort(), asked(answered)]).toEqual([plan, plan, notices, []]);
    await settled(each.book, each.store);
  });

  test("a formula typed there is the plan's formula", async () => {
    const { answer, book, store } = await open({ formula: "=B9*2", result: 8 });
    expect((await answer()).plan.rows.goals[0]).toMatchObject({ fields: { target: 8 }, formulas: { target: "=B9*2" } });
    await settled(book, store);
  });

  test("two columns renamed at once, answered one after the other, over rows written in between", async () => {
    const { book, store, cac } = await started();
    const [at, whose] = [rename(book, "goals", "target", "Plan for Q3"), rename(book, "goals", "owner", "Who")];
    put(book, 1, at, 61000);
    put(book, 1, whose, "Vera");
    await store.load();
    await store.save([{ kind: "update", table: "goals", row: cac, fields: { note: "x" } }]);
    const { questions } = (await store.load())!;
    expect(questions.map(({ id, choices }) => [id, choices[0]!.words.en])).toEqual([["column:goals:target", "“Plan for Q3”"], ["column:goals:owner", "“Who”"]]);
    await store.answer("column:goals:owner", questions[1]!.choices[0]!.id);
    const { plan } = await store.answer("column:goals:target", questions[0]!.choices[0]!.id);
    expect(plan.rows.goals.map(({ fields }) => [fields.target, fields.owner])).toEqual([[61000, "Vera"], [50, "Boris"]]);
    await settled(book, store);
  });
});

describe("the answer", () => {
  test("holds wherever the column is moved, in every pane, and a lane that came late brings it", async () => {
    const { book, store, answer, at } = await open();
    const boris = rig("boris", book);
    await boris.store.load();
    await answer();
    const { rows } = sheetOf(book, "goals");
    for (const cells of rows) cells.unshift(cells.splice(at, 1)[0]);
    const [forBoris, forAnna] = [await settled(book, boris.store), await settled(book, store)];
    expect([targets(forBoris), asked(forBoris), targets(forAnna)]).toEqual([[61000, 50], [], [61000, 50]]);
    expect(await store.placeOf("goals", forAnna.plan.rows.goals[0]!.row, "target")).toBe("Goals!A2");
  });

  test("sleeps while the header is not there: renamed again it is asked again, renamed back it is understood", async () => {
    const { book, store, answer, at } = await open();
    await answer();
    const headers = sheetOf(book, "goals").rows[0]!;
    headers[at] = "Something else";
    put(book, 1, at, 62000);
    expect(asked(await settled(book, store))).toEqual([["column:goals:target", ["Yes, “Something else”", "Restore", "Ignore"]]]);
    for (const [header, value] of [["PLAN FOR  Q3", 63000], ["Плановое значение", 64000], ["Target", 65000]] as const) {
      headers[at] = header;
      put(book, 1, at, value);
      const loaded = await settled(book, store);
      expect([asked(loaded), targets(loaded)]).toEqual([[], [value, 50]]);
    }
  });

  test("is kept when the journal is shortened", async () => {
    const { book, options, answer, nps } = await open();
    await answer();
    const store = bookStore({ ...options, rules: { days: -1, silentDays: 1000, least: 5, recent: 3, ackEvery: 1 } });
    for (let round = 1; round <= 3; round += 1) {
      for (let i = 0; i < 20; i += 1) await store.save([target(nps, 100 * round + i)]);
      await store.load();
      expect(await store.compact(() => undefined)).toBe("done");
    }
    const loaded = await settled(book, rig("vera", book).store);
    expect([asked(loaded), targets(loaded), told(loaded)]).toEqual([[], [61000, 319], []]);
  });

  test("is over when the column stands there under a known name beside it: a copy of one's own is not taken for it later", async () => {
    const { book, store, answer } = await open();
    await answer();
    const { rows } = sheetOf(book, "goals");
    const end = rows[0]!.length;
    ["Target", 100, 200].forEach((cell, i) => void (rows[i]![end] = cell));
    expect(targets(await settled(book, store))).toEqual([100, 200]);
    rows[0]![end] = "Value of the goal";
    rows[1]![end] = 101;
    const loaded = await settled(book, store);
    expect([targets(loaded), offered(loaded.questions[0]!).slice(0, 2)]).toEqual([[100, 200], ["“Value of the goal”", "“Plan for Q3”"]]);
  });

  test("a word that the plan knows wins over it", async () => {
    const { book, store, cac } = await started();
    await store.save([{ kind: "update", table: "goals", row: cac, fields: { stretch: 1, target_max: 2 } }]);
    rename(book, "goals", "stretch", "Maximum");
    const { questions } = await settled(book, store);
    await store.answer(questions[0]!.id, questions[0]!.choices[0]!.id);
    expect([offered(questions[0]!)[0], asked(await settled(book, store))]).toEqual(["Yes, “Maximum”", []]);
    rename(book, "goals", "target_max", "The most");
    expect((await store.load())!.questions.map(({ id }) => id)).toEqual(["column:goals:stretch"]);
  });

  test("of two answers of people who did not know of each other that name one column the later holds", async () => {
    const { book, store, at } = await open();
    sheetOf(book, "goals").rows[0]![columnAt(book, "goals", "end")] = "Until";
    const boris = rig("boris", book);
    const [{ questions }] = [(await store.load())!, await boris.store.load()];
    const choice = questions[0]!.choices.find(({ words }) => words.en.includes("Plan for Q3"))!.id;
    await store.answer("column:goals:end", choice);
    const answered = await boris.store.answer("column:goals:target", choice);
    expect(answered.questions.map(({ id }) => id)).toEqual(["column:goals:target"]);
    expect(sheetOf(book, "goals").rows[0]![at]).toBe("Plan for Q3");
  });
});
