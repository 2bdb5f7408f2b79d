/** Why a goal has no such number, as a code and as a sentence to stand in its place. */
import { MetricError } from "../core/error";
import type { Words } from "./words";

export const REASONS = {
  // what the row lacks
  noTarget: { en: "The goal has no target yet", ru: "У цели ещё нет плана" },
  noDates: { en: "The goal has no start or due date", ru: "У цели нет даты начала или срока" },
  noAccumulate: { en: "It is not said how the goal accumulates", ru: "Не указано, как накапливается показатель" },
  notUnderstood: { en: "A cell of the goal was not understood", ru: "Ячейка цели не понята" },
  factIsError: { en: "The formula of the fact gives an error", ru: "Формула факта возвращает ошибку" },
  factIsBusy: { en: "The formula of the fact is still being calculated", ru: "Формула факта ещё считается" },
  targetIsBaseline: { en: "Baseline equals target. Choose a Keep type", ru: "База равна плану. Выберите тип «Не ниже», «Не выше» или «В пределах»" },
  targetOnWrongSide: { en: "The target is on the wrong side of the baseline", ru: "План по другую сторону от базы, чем говорит тип цели" },
  upperBelowTarget: { en: "The upper limit is below the target", ru: "Верхняя граница ниже плана" },
  endBeforeStart: { en: "The due date is before the start", ru: "Срок раньше начала" },
  notTwelve: { en: "The season has not twelve months", ru: "В сезонности не двенадцать месяцев" },
  noWorkingDays: { en: "There are no working days between start and due", ru: "Между началом и сроком нет рабочих дней" },
  zeroSeason: { en: "The season of these months is 0", ru: "Сезонность этих месяцев равна 0" },
  tooLarge: { en: "The number is too large", ru: "Число слишком велико" },
  zeroPlan: { en: "The target is 0", ru: "План равен 0" },
  // what is not known yet
  blankActual: { en: "No fact yet", ru: "Факта ещё нет" },
  nothingExpected: { en: "Nothing is expected yet", ru: "Пока ничего не ожидается" },
  tooEarly: { en: "Too early for a forecast", ru: "Рано для прогноза" },
  // what has no meaning for such a goal
  levelHasNoPace: { en: "A level to keep has no pace", ru: "У уровня, который удерживают, нет темпа" },
  rangeHasNoValue: { en: "A range has no single expected value", ru: "У диапазона нет одного ожидаемого значения" },
  zeroDivisor: { en: "Nothing is spent yet", ru: "Ещё ничего не потрачено" },
  notAdding: { en: "The value does not add up day by day", ru: "Показатель не складывается по дням" },
  notByTime: { en: "The goal does not go by days", ru: "Цель не идёт по дням" },
  targetReached: { en: "The target is reached", ru: "План достигнут" },
  noDaysLeft: { en: "No days are left", ru: "Дней не осталось" },
  cancelled: { en: "The goal is cancelled", ru: "Цель отменена" },
  closed: { en: "The goal was closed without this number", ru: "Цель закрыта без этого числа" },
} as const satisfies Record<string, Words>;

export type Reason = keyof typeof REASONS;

/** A number, or why there is none. */
export type Measured = { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: Reason };

export const none = (reason: Reason): Measured => ({ value: null, reason });

/** @throws what is no reason a goal may have: a mistake of the program */
export function measured(compute: () => number): Measured {
  try {
    const value = compute() + 0; // never -0
    return Number.isFinite(value) ? { value, reason: null } : none("tooLarge");
  } catch (error) {
    return none(reasonOf(error));
  }
}

export function reasonOf(error: unknown): Reason {
  if (error instanceof MetricError && Object.keys(REASONS).includes(error.problem)) return error.problem as Reason;
  throw error;
}
