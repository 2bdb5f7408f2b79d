/** Drop-out from the funnel. Customers who leave later are another matter: CUSTOMER_CHURN. */
import { funnelChurn, stageDropoff } from "../core/funnel";
import { counts, numbers, optional } from "./arguments";
import { define } from "./define";

const entered = counts({ en: "Deals that entered each stage, in funnel order.", ru: "Сколько сделок вошло на каждый этап, по порядку воронки." });
const lostCounts = optional(
  numbers("lost_counts", { en: "Deals lost from each stage, as FUNNEL_COUNTS with count=lost gives them.", ru: "Сколько сделок потеряно с каждого этапа: FUNNEL_COUNTS с count=lost." }, "C2:C7", "notNegative", "allowed"),
);

export const FUNNEL_CHURN = define({
  id: "FUNNEL.CHURN", name: "FUNNEL_CHURN", group: "funnel",
  title: { en: "Drop-out from the funnel", ru: "Отказы и дропауты по воронке" },
  summary: { en: "Share of the first stage that left the funnel.", ru: "Доля вошедших на первый этап, которая ушла из воронки." },
  avoid: { en: "Customers who stopped buying; for that use CUSTOMER_CHURN.", ru: "Клиенты, переставшие покупать: для них есть CUSTOMER_CHURN." },
  args: [entered, lostCounts],
  returns: { shape: "scalar", unit: "rate" },
  examples: [{ call: [[[1000], [400], [150], [30]]], result: 0.97 }, { call: [[[6], [5], [3], [2]], [[0], [2], [0], [0]]], result: 1 / 3 }],
  sample: "=FUNNEL_CHURN({funnel.count},{funnel.lost_count})",
  run: funnelChurn,
});

export const STAGE_DROPOFF = define({
  id: "STAGE.DROPOFF", name: "STAGE_DROPOFF", group: "funnel",
  title: { en: "Drop-out of each stage", ru: "Отказы по этапам" },
  summary: { en: "Share of each stage that did not reach the next one, or was lost right from it.", ru: "Доля каждого этапа, которая не дошла до следующего или потеряна прямо с него." },
  avoid: { en: "Reasons why deals are lost; for that use LOST_REASONS.", ru: "Причины отказов: для них есть LOST_REASONS." },
  args: [entered, lostCounts],
  returns: { shape: "aligned", unit: "rate" },
  examples: [{ call: [[[1000], [400], [150], [30]]], result: [[0.6], [0.625], [0.8], [""]] }],
  sample: "=STAGE_DROPOFF({funnel.count},{funnel.lost_count})",
  run: stageDropoff,
});

export const churn = [FUNNEL_CHURN, STAGE_DROPOFF];
