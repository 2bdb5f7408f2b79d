/** Numbers are typed in the plan as in formulas; the scanner stands with the plan, which reads texts of its sheets too. */
export { hundredth, typedNumber, type TypedNumber } from "../plan/typed-number";
