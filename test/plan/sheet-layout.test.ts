import { looksLikeFormula } from "../../src/catalogue/gate";
import { firstColumn, sheetLayouts, sheetsOf } from "../../src/plan/sheet-layout";
import { firstSheets } from "../../src/plan/tables";
import { settingRows } from "../../src/plan/ready-plan";

test("ten sheets in each language, in the order of the guide, and last the one that is made when it is needed", () => {
  expect(sheetsOf("en")).toEqual(["Cycles", "Goals", "Tasks", "Resources", "Check-ins", "Actions", "Funnel", "Team", "Calendar", "Settings", "Monthly targets"]);
  expect(sheetsOf("ru")).toEqual(["Циклы", "Цели", "Задачи", "Ресурсы", "Замеры", "Меры", "Воронка", "Команда", "Календарь", "Настройки", "Планы по месяцам"]);
  // What a start says that it adds.
  expect([firstSheets("en"), firstSheets("ru")]).toEqual([sheetsOf("en").slice(0, 10), sheetsOf("ru").slice(0, 10)]);
});

describe.each(["en", "ru"] as const)("layouts (%s)", (language) => {
  const layouts = sheetLayouts(language);

  test("tables on one sheet stand apart, and the first begins in column A", () => {
    for (const { tables } of layouts.values()) {
      expect(tables[0]!.column).toBe(0);
      tables.slice(1).forEach((table, i) => expect(table.column).toBe(tables[i]!.column + tables[i]!.columns.length + 1));
    }
    expect(firstColumn("ramp")).toBeGreaterThan(5);
  });

  test("every named setting names the cell of its row", () => {
    const { names } = layouts.get(sheetsOf(language)[9]!)!;
    expect(names.map(({ name, row, column }) => [name, row, column])).toEqual(settingRows(language, 0, "RUB").map(({ name }, i) => [name, i + 1, 1]));
  });

  test("no header, hint, list word or text would become a formula", () => {
    for (const { tables, texts } of layouts.values()) {
      const words = [...tables.flatMap(({ columns }) => columns.flatMap(({ header, hint, list }) => [header, hint, ...(list ?? [])])), ...texts.flatMap(({ cells }) => cells.flat())];
      expect(words.filter(looksLikeFormula)).toEqual([]);
    }
  });

  test("statuses are coloured with words of the language", () => {
    const [goals, tasks] = [1, 2].map((i) => layouts.get(sheetsOf(language)[i]!)!.colours.map(({ word, look }) => `${word}: ${look}`));
    expect(goals).toContain(language === "ru" ? "отстаёт: bad" : "behind: bad");
    expect(tasks).toContain(language === "ru" ? "Выполнена: good" : "Done: good");
  });
});
