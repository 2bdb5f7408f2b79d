import { unknownFunction } from "../../../src/hosts/workbench/unknown-function";

const KNOWN = ["WIN_RATE", "CAC", "SUM", "AVERAGE"];

test.each([
  ["=WINRATE(A1:A9)", "There is no function WINRATE; did you mean WIN_RATE?", "Функции WINRATE нет; возможно, нужна WIN_RATE?"],
  ["=SUM(Averag(A1:A9),1)", "There is no function Averag; did you mean AVERAGE?", "Функции Averag нет; возможно, нужна AVERAGE?"],
  ["=QUERYTABLES(A1)", "There is no function QUERYTABLES", "Функции QUERYTABLES нет"],
  ["=БДСУММ(A1:A9)", "There is no function БДСУММ; write it by its English name", "Функции БДСУММ здесь нет; напишите её по-английски"],
])("%s: %s", (formula, en, ru) => expect([unknownFunction(formula, KNOWN, "en"), unknownFunction(formula, KNOWN, "ru")]).toEqual([en, ru]));

test.each(["=cac(A1,Unknown)", "=Unknown+1", '="WINRATE("', "=SUM(A1"])("%s is about something else", (formula) => expect(unknownFunction(formula, KNOWN, "en")).toBeNull());
