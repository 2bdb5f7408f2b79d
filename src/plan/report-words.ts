/** The words of the report. */
import type { Words } from "./words";

const words = (en: string, ru: string): Words => ({ en, ru });

export const REPORT_WORDS = {
  report: words("Report", "Отчёт"), cycle: words("Cycle", "Цикл"), from: words("From", "С"), to: words("To", "По"), asOf: words("As of", "На дату"), score: words("Score", "Оценка"), band: words("Final score", "Итоговая оценка"),
  scoredGoals: words("Goals with data", "Целей с данными"), ofGoals: words("{0} of {1}", "{0} из {1}"), worst: words("Worst status", "Худший статус"), currency: words("Currency", "Валюта"),
  goals: words("Goals", "Цели"), goal: words("Goal", "Цель"), target: words("Target", "План"), actual: words("Actual", "Факт"), progress: words("Progress", "Прогресс"), bar: words("Progress bar", "Шкала"), expected: words("Expected by now", "План на дату"),
  gap: words("Gap", "Отклонение"), status: words("Status", "Статус"), yes: words("yes", "да"), no: words("no", "нет"), owner: words("Owner", "Ответственный"), stale: words("update overdue", "давно не обновлялось"),
  months: words("Plan and fact by month", "План и факт по месяцам"), month: words("Month", "Месяц"), planToDate: words("Target to date", "План нарастающим итогом"), factToDate: words("Actual to date", "Факт нарастающим итогом"),
  deviations: words("Largest deviations", "Главные отклонения"), cause: words("Cause", "Причина"), action: words("Corrective action", "Корректирующая мера"), due: words("Due", "Срок"),
  overdue: words("Overdue tasks", "Просроченные задачи"), task: words("Task", "Задача"), daysLate: words("Days late", "Просрочено, дн."), blockedBy: words("Blocked by", "Мешает"),
  resources: words("Resources, plan and fact", "Ресурсы, план и факт"), kind: words("Kind", "Вид ресурса"), costPlan: words("Cost plan", "Стоимость план"), costFact: words("Cost fact", "Стоимость факт"), difference: words("Left", "Осталось"), total: words("Total", "Итого"),
  lessons: words("Lessons", "Выводы"),
  noGoals: words("There are no goals in this cycle.", "В этом цикле нет целей."), noMonths: words("There is no goal for revenue, so there is no plan by month.", "Нет цели по выручке, поэтому нет и плана по месяцам."),
  noDeviations: words("No goal falls short.", "Отстающих целей нет."), noOverdue: words("No task is overdue.", "Просроченных задач нет."), noResources: words("There are no resources in this cycle.", "В этом цикле нет ресурсов."),
  figures: words("Figures of the charts", "Числа к диаграммам"), worse: words("Worse than plan", "Хуже плана"), better: words("Better than plan", "Лучше плана"),
  stage: words("Stage", "Этап"), count: words("Needed", "Нужно"), conversion: words("Conversion to next", "Конверсия в следующий"), margin: words("Left margin", "Отступ слева"),
  fromLevel: words("Bar from", "Столбец от"), worseBelow0: words("Worse, below 0", "Хуже, ниже 0"), betterBelow0: words("Better, below 0", "Лучше, ниже 0"),
  volume: words("Volume", "Объём"), deals: words("Number of deals", "Количество сделок"), deal: words("Deal size", "Средний чек"), conversionCause: words("Conversion", "Конверсия"), other: words("Other", "Прочее"),
  revenue: words("Revenue", "Выручка"), leads: words("Leads", "Лиды"),
  noSuchGoal: words("No goal has the metric “{0}”.", "Нет цели с показателем «{0}»."), isZero: words("plan or fact is 0", "план или факт равен 0"),
  notApart: words("So what leads and what their conversion did cannot be told apart.", "Поэтому вклад лидов и вклад их конверсии не различить."),
  notSplit: words("So the gap cannot be split by cause.", "Поэтому отклонение по причинам не разложить."),
  countedVolume: words("No goal for leads has a fact: volume is revenue ÷ conversion ÷ deal size.", "Цели по лидам с фактом нет: объём = выручка ÷ конверсия ÷ средний чек."),
  countedConversion: words("No goal for conversion has a fact: conversion is revenue ÷ deal size ÷ leads.", "Цели по конверсии с фактом нет: конверсия = выручка ÷ средний чек ÷ лиды."),
  otherIs: words("Other is revenue that leads × conversion × deal size does not explain, such as repeat sales or deals of earlier leads.", "Прочее – выручка сверх произведения «лиды × конверсия × средний чек»: повторные продажи, сделки прежних лидов."),
  ramped: words("Ramped", "Вышли на план"), ramping: words("Ramping up", "Адаптация"),
  barLegend: words("█ done, ▒ expected by now and not done, ░ to go. A minus in Gap is always bad.", "█ сделано, ▒ должно быть на дату, но не сделано, ░ осталось. Минус в отклонении – всегда хуже плана."),
  page: words("Page {page} of {pages}", "Страница {page} из {pages}"),
  noLessons: words("No lessons have been written yet.", "Выводы ещё не записаны."),
} as const;
