/** The stages of the funnel to be edited, the scenario that is taken, and how numbers are rounded. */
import { setSetting, settingsOf, type SettingName } from "../../../plan/settings";
import { funnelRows, scenariosOf, stagesOf } from "../../../plan/backward-of-plan";
import type { BackwardInputs } from "../../../plan/backward-plan";
import type { Words } from "../../../plan/words";
import { plainNumber } from "../../format";
import { visible } from "../../spoofing";
import { useSurroundings } from "../../surroundings";
import { amount } from "../amounts";
import { usePlan } from "../context";
import { PlusIcon } from "../icons";
import { Opens } from "../opens";
import { countedRates, Few, RatesFrom } from "./few";
import { BACKWARD_WORDS, CHOICE_WORDS } from "./words";

const SCENARIOS = ["low", "base", "high"] as const;
const LAGS = ["calendar", "working"] as const;
const ROUNDINGS = ["up", "each", "none"] as const;

export function Stages({ inputs }: { /** null while nothing can be calculated. */ readonly inputs: BackwardInputs | null }) {
  const { say, language } = useSurroundings();
  const { plan, isReadOnly } = usePlan();
  const { scenario, rounding, lagBy } = settingsOf(plan);
  const rows = funnelRows(plan);
  const stages = stagesOf(plan);
  const rates = countedRates(plan, rows);
  const last = rows.length - 1;
  return (
    <details class="options" open={rows.length === 0}>
      <summary>{say(BACKWARD_WORDS.stages)}</summary>
      <RatesFrom rows={rows} rates={rates} />
      <ul class="rows tight">
        {rows.map(({ row, fields }, i) => (
          <li key={row}>
            <Opens to={{ at: "stage", row }} class="row">
              <span class="row-line"><span class="row-title"><bdi>{visible(fields.stage ?? "")}</bdi></span>
                <span class="row-note">{i === last ? say(BACKWARD_WORDS.lastStage) : say(BACKWARD_WORDS.stageLine, stages[i]?.conversion == null ? "?" : amount(stages[i].conversion, "%", language, null), fields.lag_days ?? 0)}</span><Few rate={rates[i]} /></span>
            </Opens>
          </li>
        ))}
      </ul>
      {!isReadOnly && <p class="spaced"><Opens to={{ at: "stage", row: null }} class="add"><PlusIcon /> {say(BACKWARD_WORDS.addStage)}</Opens></p>}
      <div class="pair">
        <SettingSelect name="PLAN_SCENARIO" label={BACKWARD_WORDS.scenario} value={scenario} choices={SCENARIOS} saved={BACKWARD_WORDS.setScenario} />
        <SettingSelect name="PLAN_ROUND" label={BACKWARD_WORDS.rounding} value={rounding} choices={ROUNDINGS} saved={BACKWARD_WORDS.setRounding} />
      </div>
      <SettingSelect name="PLAN_LAG_BY" label={BACKWARD_WORDS.lagBy} value={lagBy} choices={LAGS} saved={BACKWARD_WORDS.setLagBy} />
      {inputs && <Scenarios inputs={inputs} />}
    </details>
  );
}

type Chosen = (typeof SCENARIOS)[number] | (typeof ROUNDINGS)[number] | (typeof LAGS)[number];

/** @param saved what was done, for the undoing */
function SettingSelect({ name, label, value, choices, saved }: { readonly name: SettingName; readonly label: Words; readonly value: Chosen; readonly choices: readonly Chosen[]; readonly saved: Words }) {
  const { say } = useSurroundings();
  const { plan, save, newRow, isReadOnly } = usePlan();
  return (
    <label class="field"><span class="label">{say(label)}</span>
      <select value={value} disabled={isReadOnly} onChange={(event) => {
        const next = event.currentTarget.value as Chosen;
        save(say(saved, say(CHOICE_WORDS[next])), setSetting(plan, name, next, newRow));
      }}>{choices.map((each) => <option key={each} value={each}>{say(CHOICE_WORDS[each])}</option>)}</select>
    </label>
  );
}

/** The three side by side: what each would need. */
function Scenarios({ inputs }: { readonly inputs: BackwardInputs }) {
  const { say, language } = useSurroundings();
  const { plan, cycle } = usePlan();
  return (
    <dl class="chain">
      {scenariosOf(plan, inputs).map(({ scenario, plan: worked }) => (
        <div key={scenario}><dt>{say(CHOICE_WORDS[scenario])}</dt>
          <dd>{worked ? say(BACKWARD_WORDS.scenarioLine, plainNumber(Math.round(worked.leads), language), amount(worked.budget, "money", language, cycle?.fields.currency ?? null)) : say(BACKWARD_WORDS.unknown)}</dd></div>
      ))}
    </dl>
  );
}
