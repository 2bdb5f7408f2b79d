/** What the open deals will bring, beside the forecast by pace: two views of the same question, never mixed. */
import { numberSetting, setSetting } from "../../../plan/settings";
import type { Measures } from "../../../plan/measures";
import { hundredth, typedNumber } from "../../number";
import { useSurroundings } from "../../surroundings";
import { amount, currencySign, editable } from "../amounts";
import { usePlan } from "../context";
import { NumberInput, understood } from "../fields/number";
import { Shell } from "../fields/shell";
import { FIELD_WORDS } from "../fields/words";
import { useTexts } from "../fields/use-texts";
import { CONTROL_WORDS } from "./words";

export function PipelineForecast({ measures, currency }: { readonly measures: Measures; readonly currency: string | null }) {
  const surroundings = useSurroundings();
  const { say, language, notation } = surroundings;
  const { plan, save, newRow, isReadOnly } = usePlan();
  const [kept, keptRate] = [numberSetting(plan, "PLAN_PIPELINE"), numberSetting(plan, "PLAN_WIN_RATE")];
  const texts = useTexts("pipeline", { open: kept === null ? "" : editable(kept, notation.decimal), rate: keptRate === null ? "" : editable(keptRate * 100, notation.decimal) });
  const number = (text: string): number | null | undefined => (text.trim() === "" ? null : typedNumber(text.trim(), notation)?.value);
  const [open, typedRate] = [number(texts.text("open")), number(texts.text("rate"))];
  const rate = typeof typedRate !== "number" || texts.text("rate").trim().endsWith("%") ? typedRate : hundredth(typedRate);
  const isRate = typeof rate !== "number" || (rate >= 0 && rate <= 1);
  const forecast = typeof open === "number" && typeof rate === "number" && isRate ? (measures.actual.value ?? 0) + open * rate : null;
  const isChanged = open !== undefined && rate !== undefined && isRate && (open !== kept || rate !== keptRate);
  const keep = () => {
    if (open === undefined || rate === undefined) return;
    if (save(say(CONTROL_WORDS.savedPipeline), [...setSetting(plan, "PLAN_PIPELINE", open, newRow), ...setSetting(plan, "PLAN_WIN_RATE", rate, newRow)])) texts.reset();
  };
  return (
    <section class="box" aria-label={say(CONTROL_WORDS.pipelineForecast)}>
      <h3>{say(CONTROL_WORDS.pipelineForecast)}</h3>
      <p class="value" role="status">{forecast === null ? "–" : amount(forecast, "money", language, currency)}</p>
      <div class="pair">
        <Shell name="open" label={say(CONTROL_WORDS.openPipeline)} problem={open === undefined ? FIELD_WORDS.wrongNumber : null} isRequired={false} hint={understood(texts.text("open"), open ?? undefined, false, surroundings)}>
          {(parts) => <NumberInput parts={parts} text={texts.text("open")} set={(text) => texts.set("open", text)} unit={currencySign(currency, language)} />}
        </Shell>
        <Shell name="rate" label={say(CONTROL_WORDS.winRate)} problem={rate === undefined ? FIELD_WORDS.wrongNumber : isRate ? null : CONTROL_WORDS.rateRange} isRequired={false}>
          {(parts) => <NumberInput parts={parts} text={texts.text("rate")} set={(text) => texts.set("rate", text)} unit="%" />}
        </Shell>
      </div>
      {isChanged && !isReadOnly && <button type="button" onClick={keep}>{say(CONTROL_WORDS.savePipeline)}</button>}
      <p class="caption">{say(CONTROL_WORDS.pipelineAbout)}</p>
    </section>
  );
}
