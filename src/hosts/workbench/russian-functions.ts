/** Functions of the sheet that a Russian user types by the names of a Russian Excel, beyond those that the pane knows. */
import { englishFunction as ofPane } from "../../pane/russian-names";

const NAMES = (
  "СУММПРОИЗВ SUMPRODUCT СУММКВ SUMSQ ПРОИЗВЕД PRODUCT СРЗНАЧА AVERAGEA СРЗНАЧЕСЛИ AVERAGEIF СРЗНАЧЕСЛИМН AVERAGEIFS МИНЕСЛИ MINIFS МАКСЕСЛИ MAXIFS СЧИТАТЬПУСТОТЫ COUNTBLANK ЧАСТНОЕ QUOTIENT ОСТАТ MOD "
  + "ЦЕЛОЕ INT ОТБР TRUNC ОКРУГЛВВЕРХ ROUNDUP ОКРУГЛВНИЗ ROUNDDOWN ОКРВВЕРХ CEILING ОКРВНИЗ FLOOR СТЕПЕНЬ POWER КОРЕНЬ SQRT ЗНАК SIGN ПРОМЕЖУТОЧНЫЕ.ИТОГИ SUBTOTAL АГРЕГАТ AGGREGATE СЛЧИС RAND СЛУЧМЕЖДУ RANDBETWEEN "
  + "ЕСЛИМН IFS ЕСЛИНД IFNA ПЕРЕКЛЮЧ SWITCH ИСКЛИЛИ XOR ИСТИНА TRUE ЛОЖЬ FALSE ЕПУСТО ISBLANK ЕОШИБКА ISERROR ЕОШ ISERR ЕНД ISNA ЕЧИСЛО ISNUMBER ЕТЕКСТ ISTEXT НД NA ВЫБОР CHOOSE "
  + "ГПР HLOOKUP ПОИСКПОЗ MATCH ПОИСКПОЗX XMATCH СМЕЩ OFFSET ДВССЫЛ INDIRECT СТРОКА ROW СТРОКИ ROWS СТОЛБЕЦ COLUMN ЧИСЛСТОЛБ COLUMNS ТРАНСП TRANSPOSE СОРТ SORT СОРТПО SORTBY ПОСЛЕД SEQUENCE ПУСТЬ LET "
  + "ВЗЯТЬ TAKE СБРОСИТЬ DROP ВЫБОРСТРОК CHOOSEROWS ВЫБОРСТОЛБЦ CHOOSECOLS ВСТОЛБИК VSTACK ГСТОЛБИК HSTACK "
  + "ГОД YEAR МЕСЯЦ MONTH ДЕНЬ DAY ЧАС HOUR МИНУТЫ MINUTE СЕКУНДЫ SECOND ТДАТА NOW ДЕНЬНЕД WEEKDAY НОМНЕДЕЛИ WEEKNUM НОМНЕДЕЛИ.ISO ISOWEEKNUM ДАТАЗНАЧ DATEVALUE ВРЕМЯ TIME ДНИ DAYS РАЗНДАТ DATEDIF ЧИСТРАБДНИ NETWORKDAYS "
  + "ЧИСТРАБДНИ.МЕЖД NETWORKDAYS.INTL РАБДЕНЬ WORKDAY РАБДЕНЬ.МЕЖД WORKDAY.INTL ДОЛЯГОДА YEARFRAC ЗНАЧЕН VALUE ЧЗНАЧ NUMBERVALUE ЛЕВСИМВ LEFT ПРАВСИМВ RIGHT ПСТР MID ДЛСТР LEN НАЙТИ FIND ПОИСК SEARCH ПОДСТАВИТЬ SUBSTITUTE "
  + "ЗАМЕНИТЬ REPLACE СЖПРОБЕЛЫ TRIM ПЕЧСИМВ CLEAN СТРОЧН LOWER ПРОПИСН UPPER ПРОПНАЧ PROPER СЦЕПИТЬ CONCATENATE СЦЕП CONCAT ОБЪЕДИНИТЬ TEXTJOIN ПОВТОР REPT СОВПАД EXACT "
  + "МОДА MODE НАИБОЛЬШИЙ LARGE НАИМЕНЬШИЙ SMALL РАНГ RANK ПЕРСЕНТИЛЬ PERCENTILE ПРОЦЕНТИЛЬ PERCENTILE ПРОЦЕНТИЛЬ.ВКЛ PERCENTILE.INC КВАРТИЛЬ QUARTILE СТАНДОТКЛОН STDEV СТАНДОТКЛОН.В STDEV.S СТАНДОТКЛОН.Г STDEV.P ДИСП VAR КОРРЕЛ CORREL ТЕНДЕНЦИЯ TREND ПРЕДСКАЗ FORECAST РОСТ GROWTH СРГЕОМ GEOMEAN"
).split(" ");

/** @param name as typed, with `ё` or `е` */
export function englishFunction(name: string): string | null {
  const at = NAMES.indexOf(name.toUpperCase().replaceAll("Ё", "Е"));
  return ofPane(name) ?? (at % 2 === 0 ? (NAMES[at + 1] ?? null) : null); // every second name is English already
}
