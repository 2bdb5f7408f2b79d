/** From which pace on a goal is green and from which one yellow: three usual pairs; any other is typed on the sheet of the settings. */
import { setSetting, settingsOf } from "../../../plan/settings";
import { TABLES } from "../../../plan/tables";
import { useSurroundings } from "../../surroundings";
import { percent } from "../amounts";
import { usePlan } from "../context";
import { CONTROL_WORDS } from "./words";

type Pair = readonly [green: number, yellow: number];
const [USUAL, ...OTHERS]: readonly [Pair, ...Pair[]] = [[0.95, 0.8], [1, 0.9], [0.9, 0.75]];
const keyOf = (pair: Pair): string => pair.join(" ");

export function Thresholds() {
  const { say, language } = useSurroundings();
  const { plan, save, newRow, isReadOnly } = usePlan();
  const { green, yellow } = settingsOf(plan);
  const key = keyOf([green, yellow]);
  const text = (pair: Pair): string => say(CONTROL_WORDS.lightsFrom, ...pair.map((share) => percent(share, language)));
  const pairs = new Map([USUAL, ...OTHERS, [green, yellow] as const].map((pair) => [keyOf(pair), pair]));
  return (
    <div class="spaced">
      <label class="field"><span class="label">{say(CONTROL_WORDS.lights)}</span>
        <select value={key} disabled={isReadOnly} onChange={(event) => {
          const pair = pairs.get(event.currentTarget.value)!;
          save(say(CONTROL_WORDS.setLights, text(pair)), [...setSetting(plan, "PLAN_GREEN", pair[0], newRow), ...setSetting(plan, "PLAN_YELLOW", pair[1], newRow)]);
        }}>{[...pairs].map(([each, pair]) => <option key={each} value={each}>{text(pair)}</option>)}</select>
      </label>
      <p class="hint">{say(CONTROL_WORDS.lightsHint, TABLES.settings.sheet[plan.language])}{key !== keyOf(USUAL) && ` ${say(CONTROL_WORDS.lightsOfFunction, text(USUAL))}`}</p>
    </div>
  );
}
