/** The ready sheets of examples/, each in both languages. */
import type { Language } from "../../src/catalogue/words";
import type { ExampleId } from "../../src/hosts/workbench/examples";
import type { PlainBook } from "../../src/hosts/workbench/files/plain-book";
import { cacAndPayback } from "./cac-and-payback";
import { cohorts } from "./cohorts";
import { funnelReview } from "./funnel-review";
import { planBackwards } from "./plan-backwards";
import { sourcesCompared } from "./sources-compared";
import { timeInStage } from "./time-in-stage";
import { whyRevenueChanged } from "./why-revenue-changed";

export const EXAMPLE_BOOKS: Readonly<Record<ExampleId, (language: Language) => PlainBook>> = {
  "funnel-review": funnelReview,
  "sources-compared": sourcesCompared,
  "time-in-stage": timeInStage,
  "cac-and-payback": cacAndPayback,
  cohorts,
  "why-revenue-changed": whyRevenueChanged,
  "plan-backwards": planBackwards,
};
