/** Words of the screen of the report; those of the report itself are in plan/report-words.ts. */
import type { Words } from "../../../plan/words";

export const REPORT_SCREEN_WORDS = {
  title: { en: "Report", ru: "Отчёт" },
  about: { en: "On one page: goals, plan and fact, deviations and what is done about them, resources, lessons.", ru: "На одной странице: цели, план-факт, отклонения и меры, ресурсы, выводы." },
  door: { en: "The cycle on one page, and as a sheet", ru: "Цикл на одной странице и отдельным листом" },
  noCycle: { en: "There is no cycle to report on.", ru: "Нет цикла, по которому можно составить отчёт." },
  language: { en: "Language of the report", ru: "Язык отчёта" },
  make: { en: "Make the report sheet", ru: "Создать лист отчёта" },
  makeAnother: { en: "Make one more sheet", ru: "Создать ещё один лист" },
  isRecord: { en: "A new sheet with values, not formulas: it stays as it is when the plan changes.", ru: "Новый лист со значениями, а не формулами: план изменится – отчёт останется прежним." },
  making: { en: "Making the sheet…", ru: "Создаём лист…" },
  removing: { en: "Removing the sheet…", ru: "Удаляем лист…" },
  made: { en: "The report is on the sheet “{0}”.", ru: "Отчёт – на листе «{0}»." },
  open: { en: "Open the sheet", ru: "Открыть лист" },
  print: { en: "Print what is shown", ru: "Напечатать то, что показано" },
  remove: { en: "Undo: remove the sheet", ru: "Отменить: удалить лист" },
  removed: { en: "The sheet “{0}” was removed.", ru: "Лист «{0}» удалён." },
  gone: { en: "The sheet “{0}” is not there any more.", ru: "Листа «{0}» больше нет." },
  failed: { en: "That did not work: {0}", ru: "Не получилось: {0}" },
  planToFactHead: { en: "From plan to fact, by cause", ru: "От плана к факту по причинам" },
  funnelHead: { en: "Funnel the target needs", ru: "Воронка под план" },
  capacityHead: { en: "Capacity by month", ru: "Мощность отдела по месяцам" },
  beforeClosing: { en: "Report before closing", ru: "Отчёт перед закрытием" },
  ofCycle: { en: "Report on this cycle", ru: "Отчёт по этому циклу" },
} as const satisfies Record<string, Words>;
