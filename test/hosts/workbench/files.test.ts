import { deflateRawSync } from "node:zlib";
import type { WriteSheet } from "hucre/xlsx";
import { readXlsx as readRaw, writeXlsx as write } from "hucre/xlsx";
import { bookData } from "../../../src/hosts/workbench/files/book-data";
import { FileError, type FileProblem } from "../../../src/hosts/workbench/files/file-error";
import { formulaForFile, formulaFromFile, givesArrays, ourName, refersElsewhere } from "../../../src/hosts/workbench/files/file-formula";
import { openFile } from "../../../src/hosts/workbench/files/open-file";
import type { OpenedBook, Scalar } from "../../../src/hosts/workbench/files/plain-book";
import { writeXlsx } from "../../../src/hosts/workbench/files/xlsx-write";
import { sheetNameOf } from "../../../src/hosts/workbench/sheet-name";
import { leftOutWords, noticeWords, problemWords } from "../../../src/hosts/workbench/words";
import { openBook } from "../../rig/univer";
import { MOST_FOR_TENFOLD } from "../../rig/best-of";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const open = (content: string | Uint8Array, encoding: "utf-8" | "windows-1251" = "utf-8") => openFile(typeof content === "string" ? bytesOf(content) : content, "file", encoding, () => {});
const rowsOf = async (content: string | Uint8Array): Promise<readonly (readonly Scalar[])[]> => (await open(content)).sheets[0]!.rows;
const patternAt = (book: OpenedBook, row: number, column: number) => book.styles[book.sheets[0]!.styles[column]?.[row] ?? 0]?.pattern;
const problemOf = async (content: string | Uint8Array): Promise<FileProblem> => {
  try {
    await open(content);
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
  throw new Error("it opened");
};

describe("a text file", () => {
  test.each<[string, string]>([["comma", "a,b\n1,2"], ["semicolon", "a;b\n1;2"], ["tab", "a\tb\n1\t2"], ["stated", "sep=;\na;b\n1;2"], ["with a byte order mark", "\ufeffa,b\n1,2"], ["with Windows line ends", "a,b\r\n1,2\r\n"], ["with quotes and separators inside", '"a","b"\n"1","2"']])("separated by %s", async (_, text) => expect(await rowsOf(text)).toEqual([["a", "b"], [1, 2]]));

  test("quoted fields hold separators, line ends and quotation marks", async () => expect(await rowsOf('note,n\n"a;b;c;d ""x""\ny",1\n"e;f;g;h",2')).toEqual([["note", "n"], ['a;b;c;d "x"\ny', 1], ["e;f;g;h", 2]]));

  test.each<[string, Scalar, string | undefined]>([
    ["12", 12, undefined], ["-3.5", -3.5, undefined], ["0.5", 0.5, undefined], ["0", 0, undefined], ["1.0E-05", 0.00001, undefined],
    ["00123", "00123", undefined], ["123456789012345", 123456789012345, undefined], ["1234567890123456", "1234567890123456", undefined], ["12E5", "12E5", undefined],
    ["2026-01-31", 46053, "yyyy-mm-dd"], ["2026-01-31 12:00", 46053.5, "yyyy-mm-dd hh:mm"], ["2026-01-31T06:00:00", 46053.25, "yyyy-mm-dd hh:mm:ss"], ["2021-01-07 6:00:00", 44203.25, "yyyy-mm-dd hh:mm:ss"],
    ["2026-02-30", "2026-02-30", undefined], ["2011-10-01T12:00:00.000+02:00", 40817.5, "yyyy-mm-dd hh:mm:ss"], ["2011-10-01 12:00:00Z", 40817.5, "yyyy-mm-dd hh:mm:ss"],
    ["TRUE", true, undefined], ["false", false, undefined], ["12.5%", 0.125, "0.0%"], ["", null, undefined], ["   ", null, undefined], ["Lead", "Lead", undefined],
    ["=1+1", "=1+1", undefined], ["+7999", "+7999", undefined], ["-1+1", "-1+1", undefined], ["@SUM(A1)", "@SUM(A1)", undefined], ["1-2", "1-2", undefined], ["Infinity", "Infinity", undefined], ["0x10", "0x10", undefined],
  ])("%j becomes %j", async (field, value, pattern) => {
    const book = await open(`a,b\n${field},x`);
    expect(book.sheets[0]!.rows[1]![0]).toBe(value);
    expect(patternAt(book, 1, 0)).toBe(pattern);
  });

  test("with semicolons the comma is a decimal one", async () => expect(await rowsOf("a;b\n1,5;1 000,50\n2.5;7")).toEqual([["a", "b"], [1.5, 1000.5], [2.5, 7]]));
  test("a whole column of 25.12.2024 is dates, a single one among texts is text", async () => expect(await rowsOf("a;b\n25.12.2024;1.2.2024\n26.12.2024;x")).toEqual([["a", "b"], [45651, "1.2.2024"], [45652, "x"]]));
  test.each<[string, Scalar]>([["25.12.2024", 45651], ["12/25/2024 14:30", 45651 + 14.5 / 24], ["01.02.2024 9:00", 45323.375]])("the only date of a column is a date where nothing else stands there: %s", async (field, value) =>
    expect(await rowsOf(`Deal;Closed\nA;${field}\nB;`)).toEqual([["Deal", "Closed"], ["A", value], ["B", null]]));

  describe("as programs for sales export it", () => {
    const one = async (...fields: string[]) => {
      const book = await open(`a;b\n${fields.map((field) => `"${field}";x`).join("\n")}`);
      return fields.map((_, i) => [book.sheets[0]!.rows[i + 1]![0], patternAt(book, i + 1, 0)]);
    };
    test("dates with a time are dates, and a word among them stays a word", async () =>
      expect(await one("20.10.2016 12:00:00", "не закрыта", "21.10.2016 06:00", "22.10.2016")).toEqual([[42663.5, "dd.mm.yyyy hh:mm:ss"], ["не закрыта", undefined], [42664.25, "dd.mm.yyyy hh:mm"], [42665, "dd.mm.yyyy"]]));
    test("a day that does not exist stays text and takes nothing along", async () => expect((await one("31.02.2024", "01.02.2024", "02.02.2024")).map(([value]) => value)).toEqual(["31.02.2024", 45323, 45324]));
    test.each<[string, string[], Scalar[]]>([
      ["month first, because one of them has no other month", ["10/20/2016", "3/1/2017 2:30 PM"], [42663, 42795 + 14.5 / 24]],
      ["day first, because one of them has no other month", ["20/10/2016", "03/01/2017"], [42663, 42738]],
      ["either, so that nobody can tell", ["03/04/2017", "03/01/2017"], ["03/04/2017", "03/01/2017"]],
      ["of both orders", ["20/10/2016", "10/20/2016"], ["20/10/2016", "10/20/2016"]],
      ["with something else that has digits among them", ["10/20/2016", "10/21/2016", "2 weeks"], ["10/20/2016", "10/21/2016", "2 weeks"]],
    ])("dates with slashes, %s", async (_, fields, values) => expect((await one(...fields)).map(([value]) => value)).toEqual(values));
    test("which number was taken for the day is a notice", async () => expect((await open("a,b\n1,10/20/2016\n2,3/1/2017")).notices).toEqual([{ kind: "dateOrder", columns: ["B"], order: "monthFirst" }]));

    test.each<[string, string[], Scalar[], string | undefined]>([
      ["roubles behind", ["1 200 000 ₽", "0 ₽", ""], [1_200_000, 0, null], '#,##0" ₽"'],
      ["roubles in words, with kopecks", ["1 200,50 руб.", "300 руб."], [1200.5, 300], '#,##0.00" руб"'],
      ["dollars before", ["$1,200.50", "-$3", "($4.25)"], [1200.5, -3, -4.25], '"$"#,##0.00'],
      ["euros with points between the thousands", ["1.200 €", "1.234,50 €"], [1200, 1234.5], '#,##0.00" €"'],
      ["a currency of three letters", ["USD 1200", "USD 5"], [1200, 5], '"USD"#,##0'],
      ["two currencies, which nobody may add", ["1 200 ₽", "$3"], ["1 200 ₽", "$3"], undefined],
      ["a size and not money", ["1 200 м", "3 м"], ["1 200 м", "3 м"], undefined],
      ["a number without its currency among them", ["1 200 ₽", "3"], ["1 200 ₽", 3], undefined],
    ])("money: %s", async (_, fields, values, pattern) => {
      const read = await one(...fields);
      expect(read.map(([value]) => value)).toEqual(values);
      expect(read[0]![1]).toBe(pattern);
    });

    test("decimal commas between commas, as a Russian Google Sheets saves it", async () => expect(await rowsOf('a,b\n"1054,50","1,200"\n"12,5",3')).toEqual([["a", "b"], [1054.5, 1200], [12.5, 3]]));
    test("thousands are shown as they stood", async () => {
      const book = await open("a;b\n1 200 000;1.234,50\n5;6");
      expect([book.sheets[0]!.rows[1], patternAt(book, 1, 0), patternAt(book, 1, 1)]).toEqual([[1_200_000, 1234.5], "#,##0", "#,##0.00"]);
    });

    test("titles above the headers stay, the headers are frozen, and the columns below are read", async () => {
      const book = await open("Отчёт по продажам, 2017 год\n\nПериод: январь\n\nСделка;Сумма;Дата\nA;1 200,50;25.12.2024\nB;3,5;26.12.2024\n");
      expect(book.sheets[0]!.rows).toEqual([["Отчёт по продажам, 2017 год", null, null], [null, null, null], ["Период: январь", null, null], [null, null, null], ["Сделка", "Сумма", "Дата"], ["A", 1200.5, 45651], ["B", 3.5, 45652]]);
      expect([book.sheets[0]!.frozen, book.notices]).toEqual([{ rows: 5, columns: 0 }, []]);
    });
    test("a list of names, of which some have a separator inside, is no table below titles", async () => {
      expect(await rowsOf("Company\nBeta\nRomashka; Ltd\nGamma\nDelta")).toEqual([["Company"], ["Beta"], ["Romashka; Ltd"], ["Gamma"], ["Delta"]]);
      expect(await rowsOf("Company\nBeta\nRomashka; Ltd")).toEqual([["Company"], ["Beta"], ["Romashka; Ltd"]]);
      expect(await problemOf("Company\nBeta\nAcme, Inc\nGamma\nDelta")).toEqual({ code: "longRow", row: 3, found: 2, expected: 1 });
    });
    test("one column of numbers is no title with a table below", async () => expect(await problemOf("a\n1,5\n2,5")).toEqual({ code: "longRow", row: 2, found: 2, expected: 1 }));
  });

  test("UTF-16 with its mark just opens", async () => expect(await rowsOf(new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...'а;б\n1;2'].map((c) => c.charCodeAt(0))).buffer)]))).toEqual([["а", "б"], [1, 2]]));
  test("Windows-1251 opens when it is asked for", async () => expect((await open(Uint8Array.from([0xcb, 0xe8, 0xe4, 0x3b, 0x31]), "windows-1251")).sheets[0]!.rows).toEqual([["Лид", 1]]));
  test("short rows are filled up, and a notice says so", async () => expect((await open("a,b,c\n1,2,3\n1\n1,2")).notices).toEqual([{ kind: "shortRows", count: 2, row: 3 }]));
  test("headers that look alike are a notice", async () => expect((await open("Amount,x,Amount\u200b\n1,2,3")).notices).toEqual([{ kind: "lookAlike", first: "A", second: "C", header: "Amount\u200b" }]));
  test("headers named after parts of JavaScript are harmless", async () => {
    expect(await rowsOf("__proto__,constructor,toString,hasOwnProperty,amount\n1,2,3,4,5")).toEqual([["__proto__", "constructor", "toString", "hasOwnProperty", "amount"], [1, 2, 3, 4, 5]]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
  test.each([[" ", 50_000], ["1", 50_000], [",", 16_000], ["a", 50_000], ["-", 50_000]])("a line of %j, very often, takes time in proportion", async (char, times) => {
    const took = async (count: number): Promise<number> => {
      const from = performance.now();
      await open(`${char.repeat(count)}x\n1`);
      return performance.now() - from;
    };
    const short = Math.max(5, await took(times / 10), await took(times / 10));
    expect(Math.min(await took(times), await took(times))).toBeLessThan(MOST_FOR_TENFOLD * short);
  });
});

/** A ZIP file of these parts; `claimed` is what it says about their size. */
function zip(parts: Readonly<Record<string, string>>, claimed?: number): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(text));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(20, 4); head.writeUInt16LE(8, 8); head.writeUInt32LE(packed.length, 18); head.writeUInt32LE(claimed ?? text.length, 22); head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(claimed ?? text.length, 24); entry.writeUInt16LE(name.length, 28); entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(Object.keys(parts).length, 8); end.writeUInt16LE(Object.keys(parts).length, 10); end.writeUInt32LE(directory.length, 12); end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, directory, end]));
}
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string) => [...text].flatMap((char) => [char.charCodeAt(0), 0]);
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]);

describe("a bad file", () => {
  const bad: readonly (readonly [string, string | Uint8Array, FileProblem])[] = [
    ["nothing", "", { code: "empty" }],
    ["only line ends", "\n\n\r\n", { code: "noRows" }],
    ["only separators", ",,\n,,\n", { code: "noRows" }],
    ["a picture", PNG, { code: "wrongKind", kind: "picture" }],
    ["a PDF", "%PDF-1.7\n", { code: "wrongKind", kind: "pdf" }],
    ["a web page", "<!DOCTYPE html><table>", { code: "wrongKind", kind: "webPage" }],
    ["a Word document", zip({ "[Content_Types].xml": "<x/>", "word/document.xml": "<x/>" }), { code: "wrongKind", kind: "word" }],
    ["another archive", zip({ "a.txt": "a" }), { code: "wrongKind", kind: "zip" }],
    ["a binary workbook", zip({ "xl/workbook.bin": "x" }), { code: "wrongKind", kind: "binaryWorkbook" }],
    ["a ZIP cut off", zip({ "xl/workbook.xml": "<x/>" }).slice(0, 40), { code: "damaged" }],
    ["a workbook without its parts", zip({ "xl/workbook.xml": "<nonsense" }), { code: "damaged" }],
    ["a protected workbook", Uint8Array.from([...CFB, 0, 0, ...utf16("EncryptedPackage")]), { code: "encrypted" }],
    ["an old workbook", Uint8Array.from([...CFB, 0, 0, ...utf16("Workbook")]), { code: "oldXls" }],
    ["random bytes", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251), { code: "notASpreadsheet" }],
    ["a ZIP bomb", zip({ "xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": " ".repeat(1000) }, 4_000_000_000), { code: "zipBomb" }],
    ["a ZIP bomb that hides its size", zip({ "xl/workbook.xml": "<x/>", "xl/big.xml": " ".repeat(100_000) }, 0), { code: "zipBomb" }],
    ["Windows-1251", Uint8Array.from([...bytesOf("a;b\n1;2\n"), 0xcb, 0xe8, 0xe4, 0x0a, 0x31]), { code: "notUtf8", row: 3 }],
    ["UTF-8 cut off in a character", bytesOf("a\nб").slice(0, 3), { code: "notUtf8", row: 2 }],
    ["an open quotation mark", 'a,b\n1,2\n"open,2\n3,4', { code: "openQuote", row: 3 }],
    ["a row that is too long", "a,b\n1,2\n1,2,3\n", { code: "longRow", row: 3, found: 3, expected: 2 }],
    ["too many columns", `${",".repeat(16_384)}x\n1`, { code: "tooManyColumns", limit: 16_384 }],
    ["too many rows", `a\n${"1\n".repeat(1_048_576)}`, { code: "tooManyRows", limit: 1_048_576 }],
  ];
  test.each(bad)("%s", async (_, content, problem) => expect(await problemOf(content)).toEqual(problem), 30_000);

  test.each(bad.map(([name, , problem]) => [name, problem] as const))("%s: one sentence in each language, with the name of the file", (_, problem) => {
    for (const language of ["en", "ru"] as const) {
      const sentence = problemWords(problem, "sales.csv", language);
      expect(sentence).toContain("sales.csv");
      expect(sentence).toMatch(/^[^{}]+\.$/);
      if (language === "ru") expect(sentence).toMatch(/[а-я]/);
    }
  });
});

describe("an .xlsx workbook", () => {
  const sheet = (more: Partial<WriteSheet> = {}): WriteSheet => ({ name: "Data", rows: [["Amount", "When", "Text"], [1.5, new Date(Date.UTC(2026, 0, 31)), "=1+1"], [true, null, "00123"]], ...more });

  test("values, dates with their format, text that looks like a formula", async () => {
    const book = await open(await write({ sheets: [sheet({ columns: [{}, { numFmt: "yyyy-mm-dd" }] }), { name: "Second", rows: [[1]] }] }));
    expect(book.sheets.map(({ name }) => name)).toEqual(["Data", "Second"]);
    expect(book.sheets[0]!.rows).toEqual([["Amount", "When", "Text"], [1.5, 46053, "=1+1"], [true, null, "00123"]]);
    expect(patternAt(book, 1, 1)).toBe("yyyy-mm-dd");
    expect(book.sheets[0]!.formulas).toEqual([]);
  });

  test("formulas with our names in any spelling, old spilled values dropped, names defined", async () => {
    const cells = new Map([
      ["1,3", { formula: "_xldudf_CAC(A2,2)", formulaResult: 0.75 }],
      ["2,3", { formula: "[2]!_xldudf_SALES_CAC(A2,3)", formulaResult: 0.5 }],
      ["3,3", { formula: "STAGE_CONVERSION(F1:F3)", formulaType: "array" as const, formulaRef: "D4:D6", formulaDynamic: true, formulaResult: "" }],
    ]);
    const book = await open(await write({ sheets: [sheet({ rows: [["Amount"], [1.5], [2], [null, null, null, ""], [null, null, null, 0.4], [null, null, null, 0.5]], cells })], namedRanges: [{ name: "Spend", range: "Data!$A$2:$A$3" }] }));
    expect(book.sheets[0]!.formulas.map(({ formula }) => formula)).toEqual(["=CAC(A2,2)", "=CAC(A2,3)", "=STAGE_CONVERSION(F1:F3)"]);
    expect(book.sheets[0]!.rows[4]![3]).toBeNull();
    expect(book.names).toEqual([{ name: "Spend", refersTo: "Data!$A$2:$A$3" }]);
  });

  test("lists of words and colours by a word come with it and go into the next file", async () => {
    const first = await open(await write({ sheets: [sheet({
      dataValidations: [{ type: "list", values: ["won", "lost"], range: "A2:A9 C2:C9" }, { type: "list", values: ["a"], showErrorMessage: true, range: "B:B" }],
      conditionalRules: [{ type: "cellIs", operator: "equal", formula: '"say ""no"""', priority: 1, range: "C2:C9", style: { font: { color: { rgb: "FF8A1C1C" } }, fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "FDE7E7" } } } }],
    })] }));
    const [own] = first.sheets;
    const area = (startRow: number, startColumn: number, endRow: number) => ({ startRow, startColumn, endRow, endColumn: startColumn });
    expect([own!.lists, own!.marks, first.notices]).toEqual([
      [{ areas: [area(1, 0, 8), area(1, 2, 8)], words: ["won", "lost"], isStrict: false }, { areas: [area(0, 1, 1_048_575)], words: ["a"], isStrict: true }],
      [{ areas: [area(1, 2, 8)], word: 'say "no"', color: "#8a1c1c", fill: "#fde7e7" }], [],
    ]);
    const shown = await openBook(await bookData(first, "x"));
    const saved = shown.plain();
    shown.close();
    // An area ends with its sheet.
    expect([saved.sheets[0]!.marks, saved.sheets[0]!.lists]).toEqual([own!.marks, [own!.lists![0], { ...own!.lists![1], areas: [area(0, 1, 202)] }]]);
    const second = await open(await writeXlsx(saved));
    expect([second.sheets[0]!.lists, second.sheets[0]!.marks]).toEqual([saved.sheets[0]!.lists, saved.sheets[0]!.marks]);
  });

  test("what a file does not take is told when it is saved: a list too long for one, another rule", async () => {
    const lists = [{ areas: [{ startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 }], words: ["x".repeat(254), "y"], isStrict: false }];
    const shown = await openBook(await bookData({ sheets: [{ ...(await open(await write({ sheets: [sheet()] }))).sheets[0]!, lists }], styles: [{}], names: [] }, "x"));
    const { left, sheets } = shown.plain();
    shown.close();
    expect([left, sheets[0]!.lists, leftOutWords(left, "en"), leftOutWords(left, "ru")]).toEqual([["validations"], undefined, "Saved without: data validation. A file keeps lists of words and colours by a word.", "Сохранено без следующего: проверка данных. В файл попадают списки слов и цвета по слову."]);
  });

  test("what is not taken over is named", async () => {
    const book = await open(await write({ sheets: [sheet({ dataValidations: [{ type: "whole", operator: "greaterThan", formula1: "0", range: "A1" }], protection: { sheet: true }, conditionalRules: [{ type: "cellIs", operator: "greaterThan", formula: "1", priority: 1, range: "A1:A2" }] })] }));
    expect(book.notices).toEqual([{ kind: "left", what: ["conditions", "validations", "protection"] }]);
  });

  test("a thread of comments is no note, though its file says so for older programs; it is named", async () => {
    const [main, office] = ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"];
    const links = (...targets: readonly (readonly [string, string])[]) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], i) => `<Relationship Id="r${i}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;
    const book = await open(zip({
      "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
      "_rels/.rels": links([`${office}/officeDocument`, "xl/workbook.xml"]),
      "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="r0"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": links([`${office}/worksheet`, "worksheets/sheet1.xml"]),
      "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
      "xl/worksheets/_rels/sheet1.xml.rels": links([`${office}/comments`, "../comments1.xml"], ["http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"]),
      "xl/comments1.xml": `<comments xmlns="${main}"><authors><author>tc={1}</author><author>Anna</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[Threaded comment]</t></text></comment><comment ref="A2" authorId="1"><text><r><t>Anna:</t></r><r><t>&#13;\na note</t></r></text></comment></commentList></comments>`,
      "xl/threadedComments/threadedComment1.xml": '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" dT="2026-11-26T06:00:00Z" personId="{2}" id="{1}"><text>why?</text></threadedComment></ThreadedComments>',
    }));
    expect(book.sheets[0]!.notes).toEqual([{ row: 1, column: 0, text: "Anna:\na note", author: "Anna" }]);
    expect(book.notices.map((notice) => [noticeWords(notice, "en"), noticeWords(notice, "ru")])).toEqual([["Not taken over: threads of comments.", "Не перенесено: цепочки комментариев."]]);
  });

  test("a formula over another file keeps its last value", async () => {
    const book = await open(await write({ sheets: [sheet({ cells: new Map([["3,0", { value: 7, formula: "[1]Other!A1", formulaResult: 7 }]]), rows: [["a"], [1], [2], [7]] })] }));
    expect(book.sheets[0]!.formulas).toEqual([]);
    expect(book.sheets[0]!.rows[3]![0]).toBe(7);
    expect(book.notices).toEqual([{ kind: "valuesOnly", count: 1 }]);
  });

  test("written and read again it is the same", async () => {
    const first = await open(await write({ sheets: [sheet({ rowDefs: new Map([[0, { height: 25.5 }], [2, { height: 30 }]]), columns: [{ width: 20 }, { numFmt: "yyyy-mm-dd" }], freezePane: { rows: 1 }, merges: [{ startRow: 4, startCol: 0, endRow: 5, endCol: 1 }], cells: new Map([["1,3", { formula: "CAC(A2,2)", formulaResult: 0.75 }]]) })] }));
    const second = await open(await writeXlsx(first));
    expect(second).toEqual({ ...first, styles: second.styles });
    expect(first.sheets[0]!.heights).toEqual([34, undefined, 40]);
    const shown = await openBook(await bookData(second, "x"));
    expect(shown.plain().sheets[0]!.heights).toEqual(first.sheets[0]!.heights);
    shown.close();
  });

  test.each(["History", "a/b", "x".repeat(32), ""])("Excel refuses a sheet named %j, and so does saving", async (name) => {
    const book = await open("a\n1");
    await expect(writeXlsx({ ...book, sheets: [{ ...book.sheets[0]!, name }] })).rejects.toThrow("sheetName");
  });

  test("in the sheet, text stays text and formulas are formulas", async () => {
    const opened = await open("a,b\n=1+1,@x\n-1+1,+7");
    const book = await openBook(await bookData(opened, "x"));
    expect([book.value("sheet1", 1, 0), book.value("sheet1", 1, 1), book.value("sheet1", 2, 0), book.value("sheet1", 2, 1)]).toEqual(["=1+1", "@x", "-1+1", "+7"]);
    expect(book.api.getActiveWorkbook()?.getActiveSheet().getRange("A2").getFormula()).toBe("");
    book.close();
  });
});

describe("formulas in files", () => {
  const nowhere = { tables: [{ name: "Deals", sheet: "My data", columns: ["Deal", "Amount"], firstColumn: 1, firstRow: 1, lastRow: 9 }], sheet: "Report", row: 4 };
  test.each<[string, string | null]>([
    ["CAC(A1,B1)", "CAC(A1,B1)"], ["_xldudf_CAC(A1,B1)", "CAC(A1,B1)"], ["_xldudf_SALES_CAC(A1,B1)", "CAC(A1,B1)"], ["[2]!_xldudf_CAC(A1)", "CAC(A1)"], ["Book.xla!CAC(A1)", "CAC(A1)"], ["'My book.xlam'!CAC(A1)", "CAC(A1)"], ["SALES.CAC(A1)", "CAC(A1)"],
    ["_xldudf_FUNNEL_TABLE(A1:A3,B1:B3)", "FUNNEL_TABLE(A1:A3,B1:B3)"], ["_xlfn._xlws.FILTER(A:A,B:B)", "FILTER(A:A,B:B)"], ["_xlfn.LET(_xlpm.x,1,_xlpm.x)", "LET(x,1,x)"], ['"_xldudf_CAC("&A1', '"_xldudf_CAC("&A1'],
    ["SUM(Deals[Amount])", "SUM('My data'!$C$2:$C$10)"], ["Deals[@Amount]*2", "'My data'!$C5*2"], ["SUM(Other[Amount])", null], ["SUM(Deals[#All])", null],
  ])("%s is read as %s", (inFile, english) => expect(formulaFromFile(inFile, nowhere)).toBe(english));

  test.each([["=CAC(A1,B1)", "_xldudf_CAC(A1,B1)"], ["=TAKE(STALE_DEALS(A:A,B:B,C:C,D1:D3),5)", "_xlfn.TAKE(_xldudf_STALE_DEALS(A:A,B:B,C:C,D1:D3),5)"], ["=SUM(A1)", "SUM(A1)"], ['="CAC("', '"CAC("']])("%s is written as %s", (formula, inFile) => expect(formulaForFile(formula)).toBe(inFile));
  test.each([["[1]Sheet1!A1", true], ["'[Book.xlsx]Sheet 1'!A1", true], ["Deals[Amount]", false], ["SUM(A1)", false]])("%s reads another file: %s", (formula, is) => expect(refersElsewhere(formula)).toBe(is));
  test.each([
    ["=FUNNEL_CONVERSION(FUNNEL_COUNTS(A:A,B:B,C:C,D1:D3))", true], ["=WIN_RATE(FILTER(A:A,B:B=1),D1:D3,E1)", true], ["=SUM(STAGE_CONVERSION(A1:A3))", true],
    ["=CAC(A1:A3,B1)", false], ["=SUM(A1:A3)", false], ['="FILTER("', false], ["=FILTER+1", false],
  ])("%s is calculated as an array: %s", (formula, is) => expect(givesArrays(formula)).toBe(is));

  test("a formula with an array inside is written as one that may give an array, and read as it was", async () => {
    const book = await open("a\n1\n2");
    const formulas = [{ row: 0, column: 1, formula: "=FUNNEL_CONVERSION(STAGE_CONVERSION(A2:A3))" }, { row: 1, column: 1, formula: "=CAC(A2,2)" }];
    const bytes = await writeXlsx({ ...book, sheets: [{ ...book.sheets[0]!, formulas }] });
    const cells = (await readRaw(bytes, { readStyles: true })).sheets[0]!.cells;
    expect(cells?.get("0,1")).toMatchObject({ formulaType: "array", formulaRef: "B1" });
    expect(cells?.get("1,1")?.formulaType).not.toBe("array");
    expect((await open(bytes)).sheets[0]!.formulas).toEqual(formulas);
  });

  test("other functions have no name of ours", () => expect(ourName("_xldudf_OTHER_THING")).toBeNull());
});

test.each([["sales.csv", "sales"], ["a/b:c.csv", "a b c"], ["x".repeat(50) + ".csv", "x".repeat(31)], [".csv", "Sheet1"], ["'q'.csv", "q"]])("the sheet of %s is %s", (file, sheet) => expect(sheetNameOf(file)).toBe(sheet));

