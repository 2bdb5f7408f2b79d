/** Cohorts: leads that came in the same month, and customers who paid first in the same month, followed by age. */
import type { Language, Words } from "../../src/catalogue/words";
import type { PlainBook, Scalar } from "../../src/hosts/workbench/files/plain-book";
import { closedAt, createdAt, isWon, MONTHS, monthStart } from "../../src/hosts/workbench/sample/deals";
import { customerName, dealName, SOURCE_NAMES } from "../../src/hosts/workbench/sample/names";
import { random } from "../../src/hosts/workbench/sample/random";
import { dayOf, deals, HEADERS, NAMES } from "./department";
import { book, dataSheet, review, TEST_LOOK, type Content } from "./sheets";

const PAYMENTS: Words = { en: "Payments", ru: "Платежи" };

/** Customers who pay every month until they leave; since May, when a new onboarding began, they leave less. */
function paymentRows(language: Language): Scalar[][] {
  const chance = random(88);
  const rows: [number, number, number][] = [];
  let customer = 0;
  for (let month = 0; month < MONTHS; month += 1) {
    const newcomers = 9 + chance.whole(6);
    const [first, later] = month >= 6 ? [0.93, 0.97] : [0.8, 0.94];
    for (let i = 0; i < newcomers; i += 1) {
      customer += 7;
      const [day, amount] = [chance.whole(27), 1_000 + chance.whole(30) * 100];
      for (let at = month; at < MONTHS; at += 1) {
        if (at > month && !chance.isTrue(at === month + 1 ? first : later)) break;
        rows.push([monthStart(at) + day, customer, amount]);
      }
    }
  }
  return rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([date, number, amount]) => [customerName(number, language), date, amount]);
}

export function cohorts(language: Language): PlainBook {
  const leads = dataSheet(language, NAMES.deals, [
    { key: "deal", words: HEADERS.deal, width: 90 }, { key: "source", words: HEADERS.source, width: 130 }, { key: "created", words: HEADERS.created, style: "date" }, { key: "won", words: { en: "Won on", ru: "Продажа" }, style: "date" },
  ], deals.map((deal) => [dealName(deal.number), SOURCE_NAMES[deal.source]?.[language] ?? "", Math.floor(createdAt(deal)), isWon(deal) ? dayOf(closedAt(deal)) : null]));
  const payments = dataSheet(language, PAYMENTS, [
    { key: "customer", words: HEADERS.customer, width: 190 }, { key: "date", words: HEADERS.date, style: "date" }, { key: "amount", words: HEADERS.amount, style: "money" },
  ], paymentRows(language));
  const page = review(language, { en: "Review", ru: "Разбор" }, { en: "Cohorts", ru: "Когорты" }, {
    en: "Made-up data, November 2025 to October 2026. A row is a group that began in the same month; the columns are months of age: 0 is the month of the start.",
    ru: "Вымышленные данные, ноябрь 2025 – октябрь 2026. Строка – группа, начавшая в одном месяце; столбцы – возраст в месяцах: 0 – месяц начала.",
  }, [250, 90, ...Array.from({ length: MONTHS }, () => 80)]);
  page.section({ en: "Assumptions", ru: "Допущения" });
  const asOf = page.figure({ en: "Known up to", ru: "Известно на" }, monthStart(MONTHS) - 1, "inputDate", { en: "A month that is not over yet is left empty: it would look like a collapse", ru: "Незавершённый месяц остаётся пустым, иначе он выглядел бы как обвал" });
  const shares = ["none", "money", ...Array.from({ length: MONTHS }, () => "percent" as const)] as const;

  page.section({ en: "Leads: share won by age", ru: "Лиды: доля продаж к возрасту" }, { en: "Cumulative. Compare down a column: the same age, different months. Recent rows are short, not bad.", ru: "Нарастающим итогом. Сравнивайте по столбцу: возраст одинаковый, месяцы разные. Последние строки короткие, а не плохие." });
  page.spill(`=COHORT_CONVERSION(${leads.all("created")},${leads.all("won")},${asOf})`, MONTHS + 1, [...shares]);
  page.section({ en: "The same by quarter", ru: "То же по кварталам" }, { en: "Larger groups jump about less.", ru: "Крупные группы меньше скачут." });
  page.spill(`=COHORT_CONVERSION(${leads.all("created")},${leads.all("won")},${asOf},"period=quarter")`, 6, ["none", "money", "percent", "percent", "percent", "percent"]);

  page.section({ en: "Customers: share that still pays", ru: "Клиенты: доля тех, кто ещё платит" }, { en: "A new onboarding began in May 2026: look down column 1.", ru: "С мая 2026 года новичков сопровождают по-новому: посмотрите вниз по столбцу 1." });
  const paying = page.spill(`=COHORT_RETENTION(${payments.all("customer")},${payments.all("date")},${asOf})`, MONTHS + 1, [...shares]);
  page.section({ en: "Is the difference more than chance?", ru: "Разница – не случайность?" }, { en: "Customers of the first and of the second six months that paid again a month later (cohorts with a full month 1).", ru: "Клиенты первых шести месяцев и следующих, заплатившие через месяц (когорты с полным месяцем 1)." });
  const counts = (from: number, to: number): Content[] => [`=SUM(B${from}:B${to})`, `=SUMPRODUCT(B${from}:B${to},D${from}:D${to})`];
  const halves = page.grid({
    headers: [{ en: "Cohorts", ru: "Когорты" }, { en: "Size", ru: "Размер" }, { en: "Paid", ru: "Платят" }], styles: ["none", "money", "money"],
    rows: [
      () => [{ en: "November – April", ru: "Ноябрь – апрель" }, ...counts(paying, paying + 5)],
      () => [{ en: "May – September", ru: "Май – сентябрь" }, ...counts(paying + 6, paying + 10)],
    ],
  });
  page.spill(`=CONVERSION_TEST(B${halves},ROUND(C${halves},0),B${halves + 1},ROUND(C${halves + 1},0))`, ...TEST_LOOK);
  return book(page.sheet(), leads.sheet, payments.sheet);
}
