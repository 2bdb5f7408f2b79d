/** Data quality: what is wrong with a stage history. */
import type { Codes } from "../core/columns";
import { dataProblems, type DataProblem } from "../core/quality";
import { trim } from "./cells";
import { dateColumn, labelColumn, stageColumn, withCells } from "./columns";
import { define, type Arg, type Answer } from "./define";
import type { Cell } from "./grid";
import type { ColumnKind } from "./read";
import { asOf, dealIds, EXAMPLE_ORDER, funnelOf, historyDates, historyStages, lost, order } from "./standard";
import { header, type Words } from "./words";

/** The names of the problems, for every place that tells of them. */
export const DATA_PROBLEM_WORDS: Readonly<Record<DataProblem, Words>> = {
  missingDeal: { en: "Missing deal", ru: "Нет сделки" },
  missingStage: { en: "Missing stage", ru: "Нет этапа" },
  missingDate: { en: "Missing date", ru: "Нет даты" },
  notADate: { en: "Not a date", ru: "Не дата" },
  unknownStage: { en: "Unknown stage", ru: "Неизвестный этап" },
  duplicate: { en: "Duplicate row", ru: "Повтор строки" },
  sameTime: { en: "Same time", ru: "То же время" },
  afterAsOf: { en: "After as_of", ru: "Позже as_of" },
  skippedStage: { en: "Skipped stage", ru: "Пропущен этап" },
  movedBack: { en: "Moved back", ru: "Возврат назад" },
  reopened: { en: "Reopened", ru: "Открыта снова" },
  lostWithoutStage: { en: "Lost without a stage", ru: "Отказ без этапа" },
  afterWin: { en: "Stages after the win", ru: "Этапы после выигрыша" },
};

/** The argument as everywhere, with cells that are no failure whatever they hold. */
const unchecked = <T extends object>(arg: Arg<unknown>, column: ColumnKind<T>): Arg<T> => ({ ...arg, reader: { as: "column", column } as Arg<T>["reader"] });

const LOGICAL: readonly Words[] = [header("FALSE", "ЛОЖЬ"), header("TRUE", "ИСТИНА")];

/** A cell shown in a cell of the result. */
function asIs(cell: Cell): number | string | Words | null {
  if (typeof cell === "string") return trim(cell);
  if (typeof cell === "boolean") return LOGICAL[Number(cell)]!;
  return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
}

const dealAt = ({ codes, labels }: Codes, row: number): number | string | null => (codes[row]! < 0 ? null : labels[codes[row]!]!);

export const DATA_CHECK = define({
  id: "DATA.CHECK", name: "DATA_CHECK", group: "funnel",
  title: { en: "Check of the data", ru: "Проверка данных" },
  summary: { en: "What is wrong with a stage history: 13 kinds of problems, how many rows have each, and where the first one is.", ru: "Что не так в истории этапов: 13 видов проблем, сколько строк с каждой и где первая." },
  avoid: { en: "Deals that are stuck but recorded correctly; STALE_DEALS lists them.", ru: "Застрявшие, но верно записанные сделки: их показывает STALE_DEALS." },
  args: [
    unchecked(dealIds, labelColumn("id", "anything")), unchecked(historyStages, withCells(stageColumn("anything"))),
    unchecked(historyDates, withCells(dateColumn("date", "anything"))), order, lost, asOf,
  ],
  returns: { shape: "table", unit: "table" },
  examples: [{
    call: [[["a"], ["a"], ["b"], ["b"]], [["Lead"], ["Demo"], ["Lead"], ["Offer"]], [["2026-01-05"], ["2026-01-08"], ["2026-01-06"], ["2026-01-10"]], EXAMPLE_ORDER],
    result: [
      ["Problem", "Count", "First row", "Example"], ["Missing deal", 0, "", ""], ["Missing stage", 0, "", ""], ["Missing date", 0, "", ""], ["Not a date", 0, "", ""],
      ["Unknown stage", 1, 2, "Demo"], ["Duplicate row", 0, "", ""], ["Same time", 0, "", ""], ["After as_of", 0, "", ""], ["Skipped stage", 1, 4, "b"],
      ["Moved back", 0, "", ""], ["Reopened", 0, "", ""], ["Lost without a stage", 0, "", ""], ["Stages after the win", 0, "", ""],
    ],
  }],
  sample: "=DATA_CHECK({history.deal},{history.stage},{history.date},{funnel.stage},{funnel.lost})",
  run: (deals, stages, dates, order, lost, asOf): Answer => {
    const example = (problem: DataProblem, row: number) =>
      problem === "unknownStage" ? asIs(stages.cellAt(row)) : problem === "notADate" ? asIs(dates.cellAt(row)) : dealAt(deals, row);
    return [
      [header("Problem", "Проблема"), header("Count", "Количество"), header("First row", "Первая строка"), header("Example", "Пример")],
      ...dataProblems(deals, stages.values, dates.values, funnelOf(order, lost), asOf).map(({ problem, rows }) =>
        [DATA_PROBLEM_WORDS[problem], rows.length, ...(rows.length > 0 ? [{ index: rows[0]! }, example(problem, rows[0]!)] : [null, null])]),
    ];
  },
});

export const quality = [DATA_CHECK];
