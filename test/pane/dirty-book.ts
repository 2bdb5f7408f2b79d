/** A workbook with a history and deals in which nearly everything is wrong that can be. */
import type { Workbook } from "./memory-host";

const DAY = 46_000;
const words = {
  en: { log: "Log", deals: "Deals", stages: ["Lead", "Qualified", "Negotiation", "Won"], lost: "Lost", slip: "Negotation", history: ["Deal", "Stage", "Date"], headers: ["Deal ID", "Stage", "Last stage", "Created", "Closed", "Amount"], total: "Total", notes: "Notes" },
  ru: { log: "История", deals: "Сделки", stages: ["Лид", "Квалификация", "Переговоры", "Продажа"], lost: "Отказ", slip: "Перегворы", history: ["Сделка", "Этап", "Дата"], headers: ["Номер сделки", "Этап", "Последний этап", "Создана", "Закрыта", "Сумма"], total: "Итого", notes: "Заметки" },
};

export function dirtyBook(language: "en" | "ru"): Workbook {
  const { log, deals, stages, lost, slip, history, headers, total, notes } = words[language];
  const [lead = "", qualified = "", negotiation = "", won = ""] = stages;
  const clean = Array.from({ length: 40 }, (_, i) => stages.map((stage, j) => [`D-${i + 1}`, stage, DAY + i + j * 3])).flat();
  return {
    [log]: [
      history, ...clean,
      ["D-41", lead, DAY], ["D-41", slip, DAY + 1], ["D-42", lead, "03/04/2026"], ["D-42", qualified, "25.12.2025"], ["D-43", lead, "soon"], ["", lead, DAY], ["D-44", "", DAY], ["D-45", lead, ""],
      ["D-46", lead, 25569], ["D-1", lead, DAY], ["D-47", lead, DAY], ["D-47", won, DAY + 1], ["D-48", lost, DAY], ["D-2", lead, DAY + 90], ["D-49", lead, { error: "#N/A" }],
      ...Array.from({ length: 130 }, (_, i) => [`X-${i + 1}`, qualified, DAY + i]),
    ],
    [deals]: [
      headers,
      ...Array.from({ length: 30 }, (_, i) => [`D-${i + 1}`, won, negotiation, DAY + i, DAY + i + 9, 1000 + i]),
      ["D-31", won, negotiation, DAY, DAY - 3, 500], ["D-1", won, negotiation, DAY, DAY + 3, 500], ["D-32", lost, "", DAY, DAY + 3, 0], ["D-33", lead, lead, DAY, 54_789, "1 200,50 ₽"], ["D-34", won, negotiation, DAY, DAY + 5, "$700"],
      ["D-35", won, negotiation, DAY, "", ""], ["D-36", won, negotiation, DAY, DAY + 1, -300], [total, "", "", "", "", 99_000],
    ],
    [notes]: [["a", "b"], ["x", "y"]],
  };
}
