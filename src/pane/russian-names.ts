/** Functions of Excel that a Russian user types by their Russian names; the rest he is asked for in English. */
const NAMES = "СУММ SUM СРЗНАЧ AVERAGE ЕСЛИ IF ЕСЛИОШИБКА IFERROR И AND ИЛИ OR НЕ NOT СЧЕТ COUNT СЧЕТЗ COUNTA СУММЕСЛИ SUMIF СУММЕСЛИМН SUMIFS СЧЕТЕСЛИ COUNTIF СЧЕТЕСЛИМН COUNTIFS ДАТА DATE СЕГОДНЯ TODAY КОНМЕСЯЦА EOMONTH ДАТАМЕС EDATE ФИЛЬТР FILTER УНИК UNIQUE ОКРУГЛ ROUND МИН MIN МАКС MAX МЕДИАНА MEDIAN ТЕКСТ TEXT ВПР VLOOKUP ПРОСМОТРX XLOOKUP ИНДЕКС INDEX".split(" ");

/** @param name as typed, with `ё` or `е` */
export function englishFunction(name: string): string | null {
  const at = NAMES.indexOf(name.toUpperCase().replaceAll("Ё", "Е"));
  return at % 2 === 0 ? (NAMES[at + 1] ?? null) : null; // every second name is English already
}
