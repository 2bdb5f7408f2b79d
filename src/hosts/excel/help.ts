/** help.html: what Excel opens from the help link of a function, and the support page of the add-in. Both languages on one page. */
import { GROUPS, NOT_FOR, type FunctionDef, type Group } from "../../catalogue/define";
import { explained } from "../../catalogue/explained";
import { LANGUAGES, type Words } from "../../catalogue/words";

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
/** The same text in each language, marked for screen readers. */
const both = (words: Words, tag = "p"): string => LANGUAGES.map((language) => `<${tag} lang="${language}">${escape(words[language])}</${tag}>`).join("");

const TEXTS = {
  intro: {
    en: "Voronka adds functions for sales-funnel metrics to Excel: conversion, cost of a customer, payback, time in stage, plan and fact. Type = and the name of a function in a cell, or open the pane from the Home tab.",
    ru: "Воронка добавляет в Excel функции для метрик воронки продаж: конверсии, стоимость клиента, окупаемость, время на этапе, план и факт. Введите в ячейку = и имя функции или откройте панель со вкладки «Главная».",
  },
  failures: {
    en: "#VALUE!: the arguments are not as they should be. #N/A: the data cannot answer. #DIV/0!: the denominator is zero. Select the cell with the pane open to read the reason; for the first two, pointing at the cell is enough.",
    ru: "#ЗНАЧ! (#VALUE!): с аргументами что-то не так. #Н/Д (#N/A): данные не дают ответа. #ДЕЛ/0! (#DIV/0!): знаменатель равен нулю. Чтобы прочитать причину, выделите ячейку при открытой панели; для первых двух достаточно навести указатель.",
  },
  unknown: {
    en: "A file from a colleague shows #NAME?: open the Voronka pane once, then press F2 and Enter in the cell.",
    ru: "В файле от коллеги стоит #ИМЯ? (#NAME?): один раз откройте панель Воронки, затем нажмите в ячейке F2 и Enter.",
  },
  privacy: {
    en: "Privacy: Voronka has no server, no accounts and no telemetry. Your data stay in the workbook; functions and pane send nothing. The Office script itself is loaded from Microsoft, which may collect its own diagnostics.",
    ru: "Приватность: у Воронки нет сервера, учётных записей и телеметрии. Данные остаются в книге; функции и панель ничего не отправляют. Сам скрипт Office загружается с серверов Microsoft, которая может собирать свою диагностику.",
  },
} as const satisfies Record<string, Words>;

const COLUMNS: Words = { en: "What the result table holds", ru: "Что стоит в таблице результата" };

/** The columns of a result table, folded: a list in each language, because the words of the table differ. */
function columns(def: FunctionDef): string {
  const lists = LANGUAGES.map((language) => {
    const told = explained(def, language);
    const terms = [...(told?.columns ?? []), ...(told?.rows ?? [])].map(({ name, meaning, unit }) => `<dt>${escape(name)}</dt><dd>${escape(meaning)}${unit === null ? "" : ` <i>${escape(unit)}</i>`}</dd>`);
    return terms.length === 0 ? "" : `<details lang="${language}"><summary>${COLUMNS[language]}</summary><dl>${terms.join("")}</dl></details>`;
  });
  return lists.join("");
}

const section = (def: FunctionDef): string => `
<section id="${def.name}">
<h3>${def.name}</h3>
<p><code>${def.name}(${def.args.map((arg) => (arg.optional ? `[${arg.key}]` : arg.key)).join("; ")})</code></p>
${both(def.summary)}
${LANGUAGES.map((language) => `<p lang="${language}">${escape(`${NOT_FOR[language]}: ${def.avoid[language]}`)}</p>`).join("")}
<dl>${def.args.map((arg) => `<dt><code>${arg.key}</code></dt>${both(arg.words, "dd")}`).join("")}</dl>
${columns(def)}
</section>`;

const group = (catalogue: readonly FunctionDef[], key: Group): string => {
  const members = catalogue.filter((def) => def.group === key);
  return members.length === 0 ? "" : `<h2>${LANGUAGES.map((language) => escape(GROUPS[key][language])).join(" · ")}</h2>${members.map(section).join("")}`;
};

export const helpPage = (catalogue: readonly FunctionDef[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Voronka · Воронка</title>
<style>
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
[lang="ru"] { color: #3d4a5c; } h3 { margin: 2rem 0 .25rem; } section { scroll-margin-top: 1rem; } dd { margin: 0 0 .25rem 1.5rem; } dd i { opacity: .75; } summary { cursor: pointer; }
code { font: 0.95em ui-monospace, monospace; } :target h3 { background: #fff3c4; }
@media (prefers-color-scheme: dark) { body { background: #1b1b1b; color: #eee; } [lang="ru"] { color: #b9c6d8; } :target h3 { background: #5a4a00; } }
</style>
</head>
<body>
<h1>Voronka · Воронка</h1>
${Object.values(TEXTS).map((words) => both(words)).join("\n")}
${(Object.keys(GROUPS) as Group[]).map((key) => group(catalogue, key)).join("\n")}
</body>
</html>
`;
