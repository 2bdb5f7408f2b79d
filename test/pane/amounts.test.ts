/** Amounts in the pane: a line must never end between a minus and what it belongs to. */
import { amount, signed } from "../../src/pane/plan/amounts";

test.each([
  [signed(-600_000, "money", "en", "RUB"), "\u2212\u2060₽600,000"],
  [signed(600_000, "money", "en", "USD"), "+\u2060$600,000"],
  [amount(-1_500_000, "money", "en", "EUR"), "-\u2060€1.5M"],
  // A digit stays with its sign by itself, and so does what has none.
  [signed(-600_000, "money", "ru", "RUB"), "\u2212600\u00a0000\u00a0₽"],
  [signed(-0.012, "%", "en", null), "\u22121.2\u00a0pp"],
  [signed(-600_000, "money", "en", "CHF"), "\u2212600,000\u00a0CHF"],
  [amount(600_000, "money", "en", "RUB"), "₽600,000"],
])("%s", (text, expected) => expect(text).toBe(expected));
