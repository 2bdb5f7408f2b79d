/** A number in the unit of a goal as it is typed: percents as `6` beside a %, money beside the sign of its currency. */
import type { Goal } from "../../../plan/cycles";
import { hundredth, typedNumber } from "../../../plan/typed-number";
import type { Surroundings } from "../../surroundings";
import { currencySign, editable } from "../amounts";

export type OfGoal = {
  /** What stands behind the field; undefined where the unit has no sign. */
  readonly sign: string | undefined;
  readonly shown: (value: number) => string;
  /** null: nothing is typed; undefined: it is no number. */
  readonly read: (text: string) => number | null | undefined;
};

export function ofGoal(goal: Goal | null, currency: string | null, { language, notation }: Pick<Surroundings, "language" | "notation">): OfGoal {
  const unit = goal?.fields.unit;
  const isPercent = unit === "%";
  return {
    sign: isPercent ? "%" : unit === "money" ? currencySign(currency, language) : undefined,
    shown: (value) => editable(isPercent ? Number((value * 100).toPrecision(12)) : value, notation.decimal),
    read: (text) => {
      const typed = text.trim();
      if (typed === "") return null;
      const value = typedNumber(typed, notation)?.value;
      return value !== undefined && isPercent && !typed.endsWith("%") ? hundredth(value) : value;
    },
  };
}
