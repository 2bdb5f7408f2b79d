/** Words of templates. */
import type { Words } from "../../../plan/words";

export const TEMPLATE_WORDS = {
  title: { en: "Template of the plan", ru: "Шаблон плана" },
  menu: { en: "Template of the plan…", ru: "Шаблон плана…" },
  save: { en: "Save my plan as a template", ru: "Сохранить план как шаблон" },
  about: { en: "Goals, tasks, resources, funnel and team of “{0}”, without facts. Dates become days from the start.", ru: "Цели, задачи, ресурсы, воронка и команда цикла «{0}» без фактов. Даты становятся днями от начала." },
  noDates: { en: "The cycle needs a start and an end: dates are counted from its start.", ru: "Циклу нужны начало и окончание: даты считаются от его начала." },
  names: { en: "With names of people", ru: "С именами людей" },
  text: { en: "Text of the template", ru: "Текст шаблона" },
  keepIt: { en: "Keep this text where you like: it opens in Excel, in Google Sheets and in the workbench.", ru: "Храните этот текст где удобно: он открывается в Excel, в Google Таблицах и в локальной книге." },
  copy: { en: "Copy", ru: "Скопировать" },
  copied: { en: "Copied.", ru: "Скопировано." },
  notCopied: { en: "Not copied: the text is selected, press Ctrl+C.", ru: "Не скопировано: текст выделен, нажмите Ctrl+C." },
  file: { en: "Save as a file", ru: "Сохранить файлом" },

  take: { en: "New cycle from a template", ru: "Новый цикл из шаблона" },
  takeAbout: { en: "Adds the goals, tasks and resources of the template. Funnel, team and settings stay as they are.", ru: "Добавит цели, задачи и ресурсы шаблона. Воронка, команда и настройки останутся как есть." },
  from: { en: "From a template", ru: "Из шаблона" },
  fromAbout: { en: "A plan that was saved as a template", ru: "План, который сохранили как шаблон" },
  paste: { en: "Paste the text of the template", ru: "Вставьте текст шаблона" },
  open: { en: "or open its file", ru: "или откройте его файл" },
  notOpened: { en: "The file could not be read. Open it in a text editor, and copy its text here.", ru: "Файл не читается. Откройте его в текстовом редакторе и скопируйте текст сюда." },
  contains: { en: "Goals: {0}, tasks: {1}, resources: {2}; for {3} days.", ru: "Целей {0}, задач {1}, ресурсов {2}; на {3} дн." },
  byMonth: { en: "Targets by month: of {0} goals.", ru: "Планы по месяцам: у целей – {0}." },
  withoutMonths: { en: "Targets by month do not fit this period and are left out: {0}.", ru: "Планы по месяцам не подходят к этому периоду и не войдут: {0}." },
  keyTaken: { en: "The cycle {0} is there already: choose another period.", ru: "Цикл {0} уже есть: выберите другой период." },
  add: { en: "Add the cycle", ru: "Добавить цикл" },
  added: { en: "Cycle {0} from a template", ru: "Цикл {0} из шаблона" },
  started: { en: "Plan from a template", ru: "План из шаблона" },
} as const satisfies Record<string, Words>;
