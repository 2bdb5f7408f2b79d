/** The stages of the funnel to be edited, the scenario that is taken, and how numbers are rounded. */
import { setSetting, settingsOf } from "../../../plan/settings";
import { scenariosOf, stagesOf } from "../../../plan/backward-of-plan";
import type { BackwardInputs } from "../../../plan/backward-plan";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { PlusIcon } from "../icons";
import { Opens } from "../opens";
import { BACKWARD_WORDS } from "./words";

const SCENARIOS = ["low", "base", "high"] as const;
const LAGS = ["calendar", "working"] as const;
const ROUNDINGS = ["up", "each", "none"] as const;

export function Stages({ inputs }: { /** null while nothing can be calculated. */ readonly inputs: BackwardInputs | null }) {
  const { say, language } = useSurroundings();
  const { plan, save, newRow, isReadOnly } = usePlan();
  const { scenario, rounding, lagBy } = settingsOf(plan);
  const rows = [...plan.rows.funnel].sort((a, b) => (a.fields.order ?? Infinity) - (b.fields.order ?? Infinity));
  const stages = stagesOf(plan);
  const last = rows.length - 1;
  return (
    <details class="options" open={rows.length === 0}>
      <summary>{say(BACKWARD_WORDS.stages)}</summary>
      <ul class="rows tight">
        {rows.map(({ row, fields }, i) => (
          <li key={row}>
            <Opens to={{ at: "stage", row }} class="row">
              <span class="row-line"><span class="row-title"><bdi>{visible(fields.stage ?? "")}</bdi></span>
                <span class="row-note">{i === last ? say(BACKWARD_WORDS.lastStage) : say(BACKWARD_WORDS.stageLine, stages[i]?.conversion == null ? "?" : amount(stages[i].conversion, "%", language, null), fields.lag_days ?? 0)}</span></span>
            </Opens>
          </li>
        ))}
      </ul>
      {!isReadOnly && <p class="spaced"><Opens to={{ at: "stage", row: null }} class="add"><PlusIcon /> {say(BACKWARD_WORDS.addStage)}</Opens></p>}
      <div class="pair">
        <label class="field"><span class="label">{say(BACKWARD_WORDS.scenario)}</span>
          <select value={scenario} disabled={isReadOnly} onChange={(event) => {
            const next = event.currentTarget.value as (typeof SCENARIOS)[number];
            save(say(BACKWARD_WORDS.setScenario, say(BACKWARD_WORDS[next])), setSetting(plan, "PLAN_SCENARIO", next, newRow));
          }}>{SCENARIOS.map((each) => <option key={each} value={each}>{say(BACKWARD_WORDS[each])}</option>)}</select>
        </label>
        <label class="field"><span class="label">{say(BACKWARD_WORDS.rounding)}</span>
          <select value={rounding} disabled={isReadOnly} onChange={(event) => {
            const next = event.currentTarget.value as (typeof ROUNDINGS)[number];
            save(say(BACKWARD_WORDS.setRounding, say(BACKWARD_WORDS[next])), setSetting(plan, "PLAN_ROUND", next, newRow));
          }}>{ROUNDINGS.map((each) => <option key={each} value={each}>{say(BACKWARD_WORDS[each])}</option>)}</select>
        </label>
      </div>
      <label class="field"><span class="label">{say(BACKWARD_WORDS.lagBy)}</span>
        <select value={lagBy} disabled={isReadOnly} onChange={(event) => {
          const next = event.currentTarget.value as (typeof LAGS)[number];
          save(say(BACKWARD_WORDS.setLagBy, say(BACKWARD_WORDS[next])), setSetting(plan, "PLAN_LAG_BY", next, newRow));
        }}>{LAGS.map((each) => <option key={each} value={each}>{say(BACKWARD_WORDS[each])}</option>)}</select>
      </label>
      {inputs && <Scenarios inputs={inputs} />}
    </details>
  );
}

/** The three side by side: what each would need. */
function Scenarios({ inputs }: { readonly inputs: BackwardInputs }) {
  const { say, language } = useSurroundings();
  const { plan, cycle } = usePlan();
  return (
    <dl class="chain">
      {scenariosOf(plan, inputs).map(({ scenario, plan: worked }) => (
        <div key={scenario}><dt>{say(BACKWARD_WORDS[scenario])}</dt>
          <dd>{worked ? say(BACKWARD_WORDS.scenarioLine, plainNumber(Math.round(worked.leads), language), amount(worked.budget, "money", language, cycle?.fields.currency ?? null)) : say(BACKWARD_WORDS.unknown)}</dd></div>
      ))}
    </dl>
  );
}
