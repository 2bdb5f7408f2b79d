import { readFileSync } from "node:fs";
import { cell, formula, goTo, openFile, ready, sheetNames, shown, type, until, workbenchPages } from "./workbench-page";
import { SAMPLE_SHEETS } from "../../src/catalogue/sample";
import { openFile as readFile } from "../../src/hosts/workbench/files/open-file";

const open = workbenchPages();

const SAMPLE_NAMES = ["Report", ...SAMPLE_SHEETS.map(({ words }) => words.en)];
const isNumber = (value: unknown) => typeof value === "number";
const CSV = "deal,created,closed\nA,2026-01-01,2026-01-11\nB,2026-01-05,2026-01-25\n";

type Formats = { readonly workbench: { readonly api: { getActiveWorkbook(): { getActiveSheet(): { getRange(at: string): { setNumberFormat(format: string): void } } } } } };

describe("the sheet", () => {
  test("shows the report of the sample with its formulas calculated", async () => {
    const { page } = await open();
    expect(await cell(page, "B5")).toBeGreaterThan(0);
    expect(await shown(page, "B5")).toMatch(/^\d+\.\d%$/);
    expect(await cell(page, "A15")).toBe("Stage");
    expect(await cell(page, "B16")).toBe(2000); // inside a spill
  });

  test("a formula typed with the keyboard calculates, spills, and follows an edit", async () => {
    const { page } = await open();
    await type(page, "L1", "100");
    await type(page, "L2", "40");
    await type(page, "L3", "10");
    await type(page, "M1", "=STAGE_CONVERSION(L1:L3)");
    expect(await until(page, "M3", isNumber)).toBe(0.25);
    expect(await cell(page, "M1")).toBe("");
    await type(page, "L3", "20");
    expect(await until(page, "M3", (value) => value === 0.5)).toBe(0.5);
  });

  test("a Russian table from the clipboard means what it says, with its blank cells, whether it comes as a table or as text", async () => {
    const { page } = await open({ locale: "ru-RU" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const lines = [["", "01.10.2026", "6,5%"], ["", "12 000", "1,5"], ["", "02.10.2026 12:00", ""]];
    const table = `<table>${lines.map((line) => `<tr>${line.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
    for (const [address, html] of [["M40", table], ["M50", ""]] as const) {
      await page.evaluate(async ([text, rich]) => {
        const kinds = { "text/plain": new Blob([text], { type: "text/plain" }), ...(rich && { "text/html": new Blob([rich], { type: "text/html" }) }) };
        await navigator.clipboard.write([new ClipboardItem(kinds)]);
      }, [lines.map((line) => line.join("\t")).join("\n"), html] as const);
      await goTo(page, address);
      await page.keyboard.press("Control+v");
      const row = Number(address.slice(1));
      await until(page, `O${row + 1}`, (value) => value !== null);
      expect(await Promise.all([`M${row}`, `N${row}`, `O${row}`, `N${row + 1}`, `O${row + 1}`, `N${row + 2}`].map(async (each) => (await cell(page, each)) || null))).toEqual([null, 46296, 0.065, 12000, 1.5, 46297.5]);
    }
  });

  test.each([["en-US", "Cost of a new customer", /costs/], ["ru-RU", "Стоимость", /Затраты|затрат|Деньги|расход/i]])("autocomplete and argument help speak the language, %s", async (locale, _title, help) => {
    const { page } = await open({ locale });
    await goTo(page, "L1");
    await page.keyboard.type("=CA", { delay: 30 });
    const group = locale === "ru-RU" ? "Деньги · " : "Money · ";
    await page.getByText(group).first().waitFor({ timeout: 5000 });
    await page.keyboard.type("C(", { delay: 30 });
    await page.getByText("CAC(").last().waitFor({ timeout: 5000 });
    const helpText = page.locator("body");
    await page.waitForTimeout(300);
    expect(await helpText.innerText()).toMatch(/costs/);
    expect(await helpText.innerText()).toMatch(help);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  test("the pane follows the selection, by the name box and by the arrow keys", async () => {
    const { page } = await open();
    await goTo(page, "B9");
    await page.locator("#side").getByText("B9 holds CAC").waitFor({ timeout: 5000 });
    await page.keyboard.press("ArrowUp");
    await page.locator("#side").getByText("B8 holds SALES_CYCLE").waitFor({ timeout: 5000 });
  });

  test("the pane says why the selected cell failed, in the language of the page", async () => {
    const { page } = await open();
    await type(page, "L1", "=CAC(100,0)");
    await until(page, "L1", (value) => value !== null && typeof value === "object");
    await goTo(page, "L1");
    const pane = page.locator("#side");
    await pane.getByText(/customers/).first().waitFor({ timeout: 5000 });
    expect(await cell(page, "L1")).toEqual({ error: "#DIV/0!" });
  });
});

describe("typical slips", () => {
  test("a row of an argument is named as the cell of the sheet, too; an unknown function gets the one that was meant", async () => {
    const { page } = await open();
    const pane = page.locator("#side");
    const said = async (formula: string, sentence: string) => {
      await type(page, "L9", formula);
      await until(page, "L9", (value) => value !== null && typeof value === "object");
      await goTo(page, "L9");
      await pane.locator(".selected").getByText(sentence).waitFor({ timeout: 5000 });
    };
    await type(page, "L2", "100");
    await type(page, "L3", "soon");
    await said("=CAC(L2:L3,1)", "costs, row 2 (L3): found");
    await said("=WINRATE(L2:L3)", "There is no function WINRATE; did you mean WIN_RATE?");
  });

  test("semicolons between arguments, as a Russian colleague writes them, are understood in English", async () => {
    const { page } = await open();
    await type(page, "L1", "=CAC(100;4)");
    expect(await until(page, "L1", isNumber)).toBe(25);
  });

  test("functions of the sheet may be typed by the names of a Russian Excel", async () => {
    const { page } = await open({ locale: "ru-RU" });
    await type(page, "L1", "=ОКРУГЛ(СУММ(1,25;2);1)");
    expect(await until(page, "L1", isNumber)).toBe(3.3);
    expect(await formula(page, "L1")).toBe("=ROUND(SUM(1.25,2),1)");
  });
});

describe("Russian input", () => {
  const typed: readonly (readonly [string, unknown, string | null])[] = [
    ["1,5", 1.5, "1,5"], ["12,5%", 0.125, "12,5%"], ["12%", 0.12, "12%"], ["1 000,50", 1000.5, "1 000,50"], ["25.12.2024", 45651, "25.12.2024"], ["25.12.2024 12:00", 45651.5, "25.12.2024 12:00"], ["1 200 ₽", 1200, "1 200 ₽"],
    ["ИСТИНА", true, null], ["=CAC(1,5;2)", 0.75, null], ["=CAC(100;4)", 25, null], ["=CAC(100,4)", { error: "#VALUE!" }, null],
    ["=SUM({1;2:3;4})", 10, null], ["=ROWS({1;2:3;4})", 2, null], ["=COLUMNS({1\\2;3\\4})", 2, null], ["=IF(ИСТИНА;1,5;2)", 1.5, null], ["=CAC(L1:L2,2)", 0.8125, null], ["Иванов", "Иванов", null],
  ];
  test("means what it means in a Russian Excel", async () => {
    const { page } = await open({ locale: "ru-RU" });
    for (const [i, [text]] of typed.entries()) await type(page, `L${i + 1}`, text);
    await page.waitForTimeout(1000);
    for (const [i, [text, value, display]] of typed.entries()) {
      expect([text, await cell(page, `L${i + 1}`)]).toEqual([text, value]);
      if (display !== null) expect((await shown(page, `L${i + 1}`)).replace(/[\u00a0\u202f]/g, " ")).toBe(display);
    }
    expect(await formula(page, "L9")).toBe("=CAC(1.5,2)");
  }, 60_000);

  test("a formula that the pane or a file brought is edited in Russian notation and stays what it was", async () => {
    const { page } = await open({ locale: "ru-RU" });
    await page.evaluate(() => {
      const { workbench } = globalThis as unknown as { workbench: { api: { getActiveWorkbook(): { getActiveSheet(): { getRange(address: string): { setValue(value: object): void } } } } } };
      workbench.api.getActiveWorkbook().getActiveSheet().getRange("L1").setValue({ f: "=PAYBACK_PERIOD(300,50)" });
    });
    expect(await until(page, "L1", isNumber)).toBe(6);
    await goTo(page, "L1");
    await page.keyboard.press("F2");
    await page.waitForTimeout(300);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(500);
    expect(await formula(page, "L1")).toBe("=PAYBACK_PERIOD(300,50)");
    expect(await cell(page, "L1")).toBe(6);
    await goTo(page, "L1");
    await page.keyboard.press("F2");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Backspace");
    await page.keyboard.type("60)");
    await page.keyboard.press("Enter");
    expect(await until(page, "L1", (value) => value === 5)).toBe(5);
  });

  test("is not applied in the English interface", async () => {
    const { page } = await open();
    await type(page, "L1", "=CAC(100,4)");
    expect(await until(page, "L1", isNumber)).toBe(25);
  });
});

describe("files", () => {
  test("a CSV opens by the file chooser and its columns calculate", async () => {
    const { page } = await open();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open file…" }).click();
    await (await chooser).setFiles({ name: "deals.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) });
    await until(page, "A2", (value) => value === "A");
    expect(await sheetNames(page)).toEqual(["deals"]);
    await type(page, "E1", "=SALES_CYCLE(B:B,C:C)");
    expect(await until(page, "E1", isNumber)).toBe(15);
  });

  test("a file dropped on the page opens, and the page shows where to drop it", async () => {
    const { page } = await open();
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
      return transfer;
    }, CSV);
    await page.dispatchEvent("#grid", "dragenter", { dataTransfer: data });
    await page.getByText("Drop an .xlsx or .csv file here").waitFor();
    await page.dispatchEvent("#grid", "drop", { dataTransfer: data });
    await until(page, "A3", (value) => value === "B");
    expect(await page.locator(".drop").count()).toBe(0);
    expect(await sheetNames(page)).toEqual(["dropped"]);
  });

  test("what is saved opens again with the same formulas, values, dates and sheets", async () => {
    const { page } = await open();
    await type(page, "L1", "=CAC(300,4)");
    await until(page, "L1", isNumber);
    await page.getByText("not saved").waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as XLSX" }).click();
    const path = await (await downloading).path();
    await page.getByText("not saved").waitFor({ state: "detached" });
    const book = await readFile(new Uint8Array(readFileSync(path)), "x", "utf-8", () => {});
    expect(book.sheets.map(({ name }) => name)).toEqual(SAMPLE_NAMES);
    expect(book.sheets[0]?.formulas).toContainEqual({ row: 0, column: 11, formula: "=CAC(300,4)" });
    expect(book.sheets[0]?.rows[0]?.[11]).toBe(75);
    const before = await cell(page, "B9");
    await openFile(page, "again.xlsx", readFileSync(path));
    await page.getByText("again", { exact: true }).waitFor();
    await until(page, "B9", isNumber);
    expect(await cell(page, "B9")).toBe(before);
    expect(await cell(page, "B16")).toBe(2000);
    expect(await sheetNames(page)).toEqual(SAMPLE_NAMES);
  }, 60_000);

  test("opening another file asks first when there are unsaved changes; Escape keeps them, and the focus goes back", async () => {
    const { page } = await open();
    await type(page, "L1", "7");
    await page.getByText("not saved").waitFor();
    const sample = page.getByRole("button", { name: "Sample" });
    await sample.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Save the changes first?" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await cell(page, "L1")).toBe(7);
    expect(await sample.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Open without saving" }).click();
    await until(page, "L1", (value) => value === null);
    expect(await cell(page, "L1")).toBeNull();
  });

  test("a CSV in Windows-1251 opens after one click, and the sentence names the row", async () => {
    const { page } = await open({ locale: "ru-RU" });
    const bytes = Uint8Array.from([..."a;b\n1;2\n"].map((char) => char.charCodeAt(0)).concat([0xcb, 0xe8, 0xe4, 0x3b, 0x33]));
    await openFile(page, "old.csv", bytes);
    await page.getByRole("alert").getByText("строка 3").waitFor();
    expect(await sheetNames(page)).toContain("Отчёт");
    await page.getByRole("button", { name: "Открыть как Windows-1251" }).click();
    expect(await until(page, "A3", (value) => value === "Лид")).toBe("Лид");
  });

  test("a bad file changes nothing and says so in one sentence", async () => {
    const { page } = await open();
    await openFile(page, "picture.xlsx", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
    await page.getByRole("alert").getByText("picture.xlsx is not a spreadsheet but a picture").waitFor();
    expect(await cell(page, "A1")).toBe("Sales report");
    await page.getByRole("button", { name: "Close the message" }).click();
    expect(await page.getByRole("alert").innerText()).toBe("");
  });
});

describe("examples", () => {
  test("the list opens one as any file is opened, and it calculates", async () => {
    const { page } = await open();
    const button = page.getByRole("button", { name: "Examples" });
    await button.click();
    await page.getByRole("dialog", { name: "Examples" }).waitFor();
    expect(await page.locator("dialog li button").count()).toBe(7);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.click();
    await page.getByRole("button", { name: "Cost of a customer and payback" }).click();
    await until(page, "A1", (value) => value === "Cost of a customer and payback, by channel");
    expect(await sheetNames(page)).toEqual(["Review", "Costs", "Channels"]);
    await until(page, "B10", isNumber);
    const before = await cell(page, "B11");
    await type(page, "B5", "1300");
    expect(await until(page, "B11", (value) => value !== before)).toBeCloseTo(Number(before) * 2, 8);
  }, 60_000);
  test("in Russian they are Russian", async () => {
    const { page } = await open({ locale: "ru-RU" });
    await page.getByRole("button", { name: "Примеры" }).click();
    await page.getByRole("button", { name: "План от цели" }).click();
    expect(await until(page, "A1", (value) => value === "План от цели")).toBe("План от цели");
    expect(await sheetNames(page)).toEqual(["План", "Воронка", "Выручка", "Команда"]);
  }, 60_000);
  test("the example of a function is inserted over the sample, and asks before it replaces a cell", async () => {
    const { page } = await open();
    const pane = page.locator("#side");
    await pane.locator('.card[data-id="FUNNEL.TABLE"]').click();
    await pane.getByRole("button", { name: "Insert the example on the sample data" }).click();
    await pane.getByRole("alertdialog").getByText("A1 holds Sales report. Replace it?").waitFor();
    await pane.getByRole("button", { name: "Choose another cell" }).click();
    await goTo(page, "M2");
    await pane.getByRole("button", { name: "Insert the example on the sample data" }).click();
    expect(await until(page, "N3", isNumber)).toBe(2000);
    expect(await formula(page, "M2")).toBe("=FUNNEL_TABLE(Funnel!A2:A7,Funnel!B2:B7)");
    expect(await shown(page, "O3")).toBe("100.0%");
    expect(await cell(page, "A1")).toBe("Sales report");
    // Without room the sheet says so, and nothing is overwritten.
    await type(page, "M25", "kept");
    await goTo(page, "M20");
    await pane.getByRole("button", { name: "Insert the example on the sample data" }).click();
    await until(page, "M20", (value) => value !== null);
    expect(await cell(page, "M20")).toEqual({ error: "#SPILL!" });
    expect(await cell(page, "M25")).toBe("kept");
  }, 60_000);
  test("an inserted table shows its shares as percent, leaves the formats that are there, and one undo takes all of it back", async () => {
    const { page } = await open();
    const pane = page.locator("#side");
    await pane.locator('.card[data-id="FUNNEL.TABLE"]').click();
    await pane.locator('[data-argument="stages"]').fill("Funnel!A2:A7");
    await pane.locator('[data-argument="counts"]').fill("Funnel!B2:B7");
    await pane.locator(".result table").waitFor();
    await page.evaluate(() => (globalThis as unknown as Formats).workbench.api.getActiveWorkbook().getActiveSheet().getRange("P5").setNumberFormat("0.000"));
    await goTo(page, "M2");
    await pane.locator("button.main").click();
    expect(await until(page, "N3", isNumber)).toBe(2000);
    const texts = () => Promise.all(["N4", "O4", "P4", "P5"].map((at) => shown(page, at)));
    const [share, previous] = [await cell(page, "O4"), await cell(page, "P5")].map(Number) as [number, number];
    expect(await texts()).toEqual([String(await cell(page, "N4")), `${(share * 100).toFixed(1)}%`, `${(share * 100).toFixed(1)}%`, previous.toFixed(3)]);
    await goTo(page, "R2");
    await page.keyboard.press("Control+z");
    await until(page, "M2", (value) => value === null);
    await type(page, "O4", "0.5");
    await until(page, "O4", isNumber);
    expect([await formula(page, "M2"), await shown(page, "O4")]).toEqual(["", "0.5"]);
  }, 60_000);
});

describe("language and theme", () => {
  test("the switch turns page, sheet, sample and pane, and is remembered", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "Русский" }).first().click();
    await page.getByRole("button", { name: "Открыть файл…" }).waitFor();
    expect(await until(page, "A1", (value) => value === "Отчёт о продажах")).toBe("Отчёт о продажах");
    await page.locator("#side").getByText("Деньги", { exact: true }).first().waitFor();
    await page.reload();
    await ready(page);
    expect(await cell(page, "A1")).toBe("Отчёт о продажах");
    expect(await page.locator("html").getAttribute("lang")).toBe("ru");
  });

  test("an edited workbook keeps its words; only our functions answer in the new language", async () => {
    const { page } = await open();
    await type(page, "L1", "=CAC(1,0)");
    await page.getByRole("button", { name: "Русский" }).first().click();
    await until(page, "A15", (value) => value === "Этап");
    expect(await cell(page, "A1")).toBe("Sales report");
    expect(await cell(page, "A15")).toBe("Этап");
  });

  test("the dark theme darkens the page and is remembered", async () => {
    const { page } = await open();
    const background = () => page.evaluate(() => getComputedStyle(document.querySelector(".bar")!).backgroundColor);
    const light = await background();
    await page.getByRole("button", { name: "Dark theme" }).click();
    expect(await background()).not.toBe(light);
    await page.reload();
    await ready(page);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });
});
