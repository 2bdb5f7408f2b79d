import { pastedDay, pastedNumber, pastedOf } from "../../src/pane/plan/copy/pasted";
import type { ValueCell } from "../../src/plan/values";
import { typedNumber } from "../../src/plan/typed-number";

const table = (...rows: ValueCell[][]) => ({ title: "Goals", header: ["A", "B"], rows });

test.each([
  [1_234_567.891, "#,##0", "1234568", "1 234 568"], [-0.0049, "0.0%", "-0,5%", "-0,5%"], [0.25, "0.0%", "25,0%", "25,0%"], [1234.5, "#,##0.0", "1234,5", "1 234,5"],
  [5, "0.0#", "5,0", "5,0"], [0.055, "0.0##", "0,055", "0,055"], [1234.56789, "General", "1234,56789", "1234,56789"], [0.1 + 0.2, "General", "0,3", "0,3"], [-0, "General", "0", "0"],
])("%d in the format %s, with a decimal comma: %s in the text, %s in the markup", (value, format, text, shown) => {
  expect([pastedNumber(value, format, ",", false), pastedNumber(value, format, ",", true).replace(/\u00a0/g, " ")]).toEqual([text, shown]);
  expect(pastedNumber(value, format, ".", false)).toBe(text.replace(",", "."));
});
test("thousands of an English text have commas in the markup alone", () => expect([pastedNumber(1_234_567, "#,##0", ".", true), pastedNumber(1_234_567, "#,##0", ".", false)]).toEqual(["1,234,567", "1234567"]));
test("a day is read by the program of whoever copies", () => expect([pastedDay(46235.5, ","), pastedDay(46235, ".")]).toEqual(["01.08.2026", "2026-08-01"]));

test("one table has no title, so that it is pasted from its header on; several have theirs", () => {
  const [one, two] = [pastedOf([table(["a", { number: 0.5, format: "0.0%" }])], "."), pastedOf([table(), table([null, { day: 46235 }])], ",")];
  expect(one.text).toBe("A\tB\r\na\t50.0%");
  expect(one.html).toContain("<table border=\"1\"><tr><th>A</th><th>B</th></tr><tr><td style=\"mso-number-format:'\\@'\">a</td><td align=\"right\" x:num=\"0.5\">50.0%</td></tr></table>");
  expect(two.text).toBe("Goals\r\nA\tB\r\n\r\nGoals\r\nA\tB\r\n\t01.08.2026");
});

test.each(["=1+1", "+7 495 000", "-5", "@SUM(A1)", " =1", "＝1", "\t=1", "\n=1"])("%j of the user never begins a formula", (text) => {
  const { text: plain, html } = pastedOf([table([text, null])], ".");
  const field = plain.split("\r\n").slice(1).join("\r\n");
  expect(field).toMatch(/^"?'/);
  expect(html).toContain(">'");
});
test("a number below zero is a number", () => expect(pastedOf([table([{ number: -5, format: "General" }, null])], ".").text).toBe("A\tB\r\n-5\t"));

test("tabs, lines and quotes of a text stay in its cell", () => {
  const { text, html } = pastedOf([table(["a\tb", 'say "x"\nand'], ['"quoted"', 'ООО "Ромашка"'])], ".");
  expect(text).toBe('A\tB\r\n"a\tb"\t"say ""x""\nand"\r\n"""quoted"""\tООО "Ромашка"');
  expect(html).toContain('say "x"<br style="mso-data-placement:same-cell">and');
});
test("a text is never markup", () => expect(pastedOf([table(["<img src=x onerror=alert(1)>&amp;", null])], ".").html).toContain(">&#60;img src=x onerror=alert(1)&#62;&#38;amp;<"));
test("what is pasted is read back as the number it is shown as", () => expect(typedNumber(pastedNumber(1234.5, "#,##0.0", ",", false), { decimal: "," })).toMatchObject({ value: 1234.5 }));
