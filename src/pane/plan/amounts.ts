/** Amounts are told in the problems of the plan too: they stand there. In the pane a line never ends between a sign and its amount. */
import * as told from "../../plan/amounts";

export * from "../../plan/amounts";

/** Before `₽` or `$` a line may end after a minus, before a digit it may not: a word joiner says so. */
const whole = (text: string): string => text.replace(/^[+\-\u2212](?=\D)/, "$&\u2060");

export const amount = (...given: Parameters<typeof told.amount>): string => whole(told.amount(...given));
export const signed = (...given: Parameters<typeof told.signed>): string => whole(told.signed(...given));
